import { type Day, day, fen } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { annuitiesOf, surchargesOn } from './annuity.ts'
import { annuityFactsOf } from './annuity-facts.ts'
import { eventRules, eventsOf, ruleOf } from './event-kind.ts'
import { forecastOf } from './forecast.ts'
import { rightKinds } from './kind.ts'
import { againstOpenLicence, foldRight, type RightEvent } from './legal-state.ts'
import { lossOf } from './loss.ts'
import { neglectOf } from './neglect.ts'
import { calendar, event, law } from './testing/law.ts'

const granted = [
  event('filed', '2019-03-10'),
  event('accepted', '2019-03-20'),
  event('preliminaryPassed', '2019-05-01'),
  event('published', '2020-09-11'),
  event('examinationBegun', '2020-10-01'),
  event('grantNoticed', '2021-02-01', { by: 'electronic' }),
  event('granted', '2021-04-06'),
]
const fold = (...more: RightEvent[]) => foldRight('invention', [...granted, ...more])

test('an application walks to its grant without a doubt', () => {
  const right = fold()
  expect(right.passed.map(({ state }) => state)).toEqual([
    'filed',
    'accepted',
    'preliminary',
    'published',
    'examination',
    'grantNoticed',
    'granted',
  ])
  expect(right.doubts).toEqual([])
  expect([right.state, right.since, right.ending]).toEqual(['granted', '2021-04-06', null])
})

test('events told in any order make the same right', () => {
  const ids = (right: ReturnType<typeof fold>) => right.events.map(({ id }) => id)
  const backwards = foldRight('invention', [...granted].reverse())
  expect(ids(backwards)).toEqual(ids(fold()))
  expect(backwards.passed).toEqual(fold().passed)
})

test('a right that was lost and restored stands where it stood', () => {
  const lost = event('terminatedUnpaid', '2026-03-10')
  expect(fold(lost)).toMatchObject({ state: 'terminated', ending: 'unpaid' })
  const back = fold(lost, event('restored', '2026-12-01'))
  expect(back).toMatchObject({ state: 'granted', ending: null, since: '2026-12-01', doubts: [] })
})

test('a deemed withdrawal that is undone leads back to where the application was', () => {
  const early = foldRight('invention', [
    event('filed', '2024-03-10'),
    event('accepted', '2024-03-20'),
    event('deemedWithdrawn', '2024-09-01'),
    event('restored', '2024-12-01'),
  ])
  expect(early.state).toBe('accepted')
})

test('an event where none is expected is told and doubted', () => {
  const right = fold(event('accepted', '2022-01-01'))
  expect(right.doubts).toHaveLength(1)
  expect(right.doubts[0]?.words.en).toContain('In force')
  const wrong = foldRight('software', [
    event('pledged', '2022-01-01'),
    event('published', '2022-02-01'),
  ])
  expect(wrong.doubts.map(({ event: id }) => id)).toEqual(['published/2022-02-01'])
  const bare = fold(event('licenceAgreed', '2022-01-01', { ref: 'L1' }))
  expect(bare.doubts[0]?.words.en).toContain('exclusivity')
})

test('flags stand beside the state and fall by their own events', () => {
  const right = fold(
    event('pledged', '2022-01-01'),
    event('licenceAgreed', '2022-02-01', { ref: 'L1', exclusivity: 'exclusive' }),
    event('licenceAgreed', '2022-03-01', { ref: 'L2', exclusivity: 'ordinary' }),
    event('licenceEnded', '2023-02-01', { ref: 'L1' }),
    event('ownersChanged', '2023-05-01', { owners: 2 }),
    event('invalidatedPart', '2024-01-01'),
  )
  expect([...right.flags.keys()].sort()).toEqual([
    'coOwned',
    'licensed',
    'partlyInvalid',
    'pledged',
  ])
  expect(right.flags.get('coOwned')).toBe('2023-05-01')
  expect(
    fold(event('pledged', '2022-01-01'), event('pledgeReleased', '2023-01-01')).flags.size,
  ).toBe(0)
})

test('what a change of owners said holds no more once others are known from a later day on', () => {
  const events = [event('ownersChanged', '2023-05-01', { owners: 1 })]
  const owners = (from: Day | null) => foldRight('invention', events, 2, from).owners
  expect(owners(null)).toBe(1)
  expect(owners(day('2023-04-30'))).toBe(1)
  expect(owners(day('2023-05-01'))).toBe(2)
})

test('an open licence is not for a right that is bound otherwise', () => {
  expect(againstOpenLicence(fold(), false)).toEqual([])
  const bound = fold(
    event('pledged', '2022-01-01'),
    event('suspended', '2022-01-02'),
    event('licenceAgreed', '2022-02-01', { ref: 'L1', exclusivity: 'sole' }),
  )
  expect(againstOpenLicence(bound, true)).toHaveLength(4)
  expect(againstOpenLicence(foldRight('invention', granted.slice(0, 4)), false)).toHaveLength(1)
})

const yearsOf = (right: ReturnType<typeof fold>, today: string, paidThrough = 0) => {
  const facts = annuityFactsOf(law, calendar, right, { paidThrough })
  return facts ? annuitiesOf(law, calendar, facts, today as Day) : []
}

test('the fee of the grant is due with the registration and has no grace', () => {
  const noticed = foldRight('invention', granted.slice(0, 6))
  const rows = (today: string) => yearsOf(noticed, today)[0]
  expect(rows('2021-03-01')).toMatchObject({
    year: 2,
    dueOn: '2021-04-01',
    state: 'upcoming',
    fee: 90000n,
  })
  expect(rows('2021-04-02')).toMatchObject({ state: 'missed', graceUntil: null })
  expect(yearsOf(fold(), '2021-05-01')[0]).toMatchObject({ year: 3, state: 'paid' })
  const told = foldRight('invention', [
    ...granted.slice(0, 5),
    event('grantNoticed', '2021-02-01', { year: 3 }),
  ])
  expect(yearsOf(told, '2021-03-01')[0]?.year).toBe(3)
})

test('each full year of a compensated term has its own fee, a rest has none', () => {
  const of = (days: number) =>
    yearsOf(fold(event('termCompensated', '2024-03-01', { days })), '2024-04-01', 20).filter(
      ({ year }) => year > 20,
    )
  // The 29th of February 2040 lies in the first year of compensation.
  expect(of(365)).toEqual([])
  expect(of(366).map(({ year, dueOn, fee }) => [year, dueOn, fee])).toEqual([
    [21, '2039-03-10', 800000n],
  ])
  expect(of(800).map(({ year }) => year)).toEqual([21, 22])
})

test('a missed fee ends the right as from its due day and can be repaired for a time', () => {
  const paid = [4, 5, 6, 7].map((year) =>
    event('annuityPaid', `${2018 + year}-03-01`, { year, fen: fen(year < 7 ? 120000n : 200000n) }),
  )
  const right = fold(
    ...paid,
    event('lossNoticed', '2026-10-20', { by: 'mail' }),
    event('obstacleEnded', '2028-02-20'),
  )
  const rows = yearsOf(right, '2026-11-01')
  expect(lossOf(law, calendar, right, rows)).toMatchObject({
    year: 8,
    lostFrom: '2026-03-10',
    restoreUntil: '2027-01-04',
    obstacleUntil: '2028-03-10',
    request: 100000n,
  })
  expect(lossOf(law, calendar, right, yearsOf(right, '2026-09-10'))).toBeUndefined()
})

test('a stored line costs on a day what the whole schedule says', () => {
  const [row] = yearsOf(fold(), '2021-05-01', 7).filter(({ year }) => year === 8)
  for (const on of ['2026-03-10', '2026-04-11', '2026-09-10', '2026-09-11']) {
    const [whole] = yearsOf(fold(), on, 7).filter(({ year }) => year === 8)
    expect(row && surchargesOn(law, row, on as Day).added, on).toEqual(whole?.surcharge)
  }
})

test('what is due is forecast by calendar year, what is late stands in the first', () => {
  const paid = [4, 5, 6, 7].map((year) =>
    event('annuityPaid', `${2018 + year}-03-01`, { year, fen: fen(year < 7 ? 120000n : 200000n) }),
  )
  const rows = yearsOf(fold(...paid), '2026-05-05')
  expect(forecastOf([rows, []], 'first-month-free', { from: 2026, years: 3 })).toEqual([
    { year: 2026, rights: 1, fees: 0n, late: 210000n },
    { year: 2027, rights: 1, fees: 200000n, late: 0n },
    { year: 2028, rights: 1, fees: 400000n, late: 0n },
  ])
})

test('every kind of right can begin and end, and every event is of some kind', () => {
  for (const kind of rightKinds) {
    const targets = eventsOf(kind).flatMap((each) => ruleOf(each).to ?? [])
    expect(targets, kind).toContain('terminated')
    expect(
      targets.some((to) => ['filed', 'held'].includes(to)),
      kind,
    ).toBe(true)
  }
  for (const rule of Object.values(eventRules)) expect(rule.of.length).toBeGreaterThan(0)
})

test('an application lost over a deadline that nobody met is lost by neglect', () => {
  const before = [...granted.slice(0, 5), event('firstActionIssued', '2021-02-01', { ref: 'N1' })]
  const over = (...more: RightEvent[]) =>
    neglectOf(law, calendar, foldRight('invention', [...before, ...more]))?.rule.id
  const lost = event('deemedWithdrawn', '2021-06-10')
  expect(over(lost)).toBe('first-action')
  expect(over(event('actionAnswered', '2021-05-20', { ref: 'N1' }), lost)).toBeUndefined()
  expect(over(event('pursuitEnded', '2021-05-20'), lost)).toBeUndefined()
  expect(over(event('withdrawn', '2021-06-10'))).toBeUndefined()
  expect(over(event('deemedWithdrawn', '2021-05-20'))).toBeUndefined()
  const unasked = [event('filed', '2020-01-06'), event('applicationFeePaid', '2020-02-01')]
  const late = foldRight('invention', [...unasked, event('deemedWithdrawn', '2023-03-01')])
  expect(neglectOf(law, calendar, late)?.rule.id).toBe('examination-request')
  const back = foldRight('invention', [...before, lost, event('restored', '2021-08-01')])
  expect(neglectOf(law, calendar, back)).toBeUndefined()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const make = async (fields: object) =>
    (await officer.send('POST', '/rights', { title: '一种示例', ...fields })).body.id as string
  const relate = (right: string, relation: object) =>
    officer.send('POST', `/rights/${right}/family`, relation)
  const docketOf = async (id: string) => (await officer.get(`/rights/${id}/docket`)).body
  return { institution, officer, make, relate, docketOf }
}

type Officer = Awaited<ReturnType<typeof office>>['officer']
const docketTerm = async (officer: Officer, id: string) =>
  (await officer.get(`/rights/${id}/docket`)).body.term

type Counted = { key: string; ends: string }
const ends = (docket: { clocks: Counted[] }) =>
  Object.fromEntries(docket.clocks.map((one) => [one.key, one.ends]))
const rulesOf = ({ body }: { body: { errors?: { pointer: string; rule: string }[] } }) =>
  body.errors?.map(({ pointer, rule }) => `${pointer} ${rule}`)

test('a divisional entered with its own day runs from the filing of what it was divided from', async () => {
  const { officer, make, relate, docketOf } = await office()
  const parent = await make({ kind: 'invention', filedOn: '2022-01-10' })
  const id = await make({ kind: 'invention', filedOn: '2026-11-01' })
  expect((await relate(id, { earlier: parent, kind: 'divisional' })).status).toBe(200)
  const docket = await docketOf(id)
  expect(docket.term).toMatchObject({ from: '2022-01-10', endsOn: '2042-01-10' })
  // Two months from the submission, over the holiday of the new year; no priority is open.
  const last = docket.clocks.find((one: Counted) => one.key === 'application-fee').ends
  expect(last >= '2027-01-01' && last <= '2027-01-04').toBe(true)
  expect(ends(docket)).toEqual({
    'application-fee': last,
    'examination-request': last,
    'examination-fee': last,
  })
  expect(docket.events.map((one: { kind: string; on: string }) => [one.kind, one.on])).toEqual([
    ['filed', '2022-01-10'],
    ['divided', '2026-11-01'],
  ])
  expect((await officer.get(`/rights/${id}`)).body.filedOn).toBe('2022-01-10')
  const dues = (await officer.get('/calendar?from=2026-12-01&to=2027-01-31')).body.items
  expect(dues.filter((due: { record: { id: string } }) => due.record.id === id)).toHaveLength(3)
  // Granted in the fifth year, it pays the fees of that year and of those that follow.
  const grant = { kind: 'granted', on: '2026-11-02', source: '公报', expectedSeq: 2 }
  const granted = await officer.send('POST', `/rights/${id}/events`, {
    ...grant,
    despite: '示例',
  })
  expect(granted.status).toBe(201)
  const fees = (await docketOf(id)).annuities
  expect(fees.map((one: { year: number }) => one.year).slice(0, 2)).toEqual([5, 6])
  expect(fees[1]).toMatchObject({ dueOn: '2027-01-10' })
})

test('a divisional follows its parent: a corrected day, a priority, and a relation taken back', async () => {
  const { officer, make, relate, docketOf } = await office()
  const first = await make({ kind: 'invention', filedOn: '2023-06-01' })
  const parent = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const id = await make({ kind: 'invention' })
  const last = await make({ kind: 'invention' })
  const divided = { earlier: parent, kind: 'divisional', day: '2026-03-23' }
  expect((await relate(id, divided)).status).toBe(200)
  const again = { earlier: id, kind: 'divisional', day: '2026-10-12' }
  expect((await relate(last, again)).status).toBe(200)
  expect((await docketOf(last)).term.endsOn).toBe('2044-05-20')
  expect(ends(await docketOf(last))['examination-request']).toBe('2027-05-20')
  // The parent claims a priority: its divisionals, and theirs, have it too.
  await relate(parent, { earlier: first, kind: 'priority' })
  expect((await docketOf(last)).priorityOn).toBe('2023-06-01')
  expect(ends(await docketOf(last))['examination-request']).toBe('2026-12-14')
  const amended = await officer.send('PATCH', `/rights/${parent}`, {
    ...{ expectedSeq: 2, reason: '更正', filedOn: '2024-05-21' },
  })
  expect(amended.status).toBe(200)
  const dues = (await officer.get('/calendar?from=2026-11-01&to=2026-12-31')).body.items
  const own = dues.filter((due: { record: { id: string } }) => due.record.id === last)
  expect(own.map((due: { day: string }) => due.day)).toContain('2026-12-14')
  expect((await docketOf(last)).term.endsOn).toBe('2044-05-21')
  // Taken back, it is an application of its own.
  await officer.send('DELETE', `/rights/${id}/family/${parent}`)
  expect((await docketOf(id)).term.endsOn).toBe('2046-03-23')
})

test('a divisional needs the day of its submission, between the filing and today', async () => {
  const { make, relate, officer } = await office()
  const parent = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const id = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const attempt = async (more: object) => rulesOf(await relate(id, { earlier: parent, ...more }))
  expect(await attempt({ kind: 'divisional' })).toEqual(['#/day relation-day-needed'])
  expect(await attempt({ kind: 'divisional', day: '2026-11-03' })).toEqual([
    '#/day relation-day-in-future',
  ])
  expect(await attempt({ kind: 'divisional', day: '2024-05-19' })).toEqual([
    '#/day relation-day-before-filing',
  ])
  expect(await attempt({ kind: 'priority', day: '2024-05-21' })).toEqual([
    '#/day relation-day-not-asked',
  ])
  expect((await officer.get(`/rights/${id}`)).body.seq).toBe(1)
  expect(await attempt({ kind: 'divisional', day: '2024-05-20' })).toBeUndefined()
  expect(await attempt({ kind: 'divisional', day: '2024-05-20' })).toEqual([
    '#/earlier related-already',
  ])
})

test('a national phase tells its international application that it was entered', async () => {
  const { officer, make, relate, docketOf } = await office()
  const pct = await make({ kind: 'pct', filedOn: '2024-07-01' })
  const national = await make({ kind: 'invention', filedOn: '2024-07-01', number: null })
  expect(Object.keys(ends(await docketOf(pct)))).toEqual(['pct-entry', 'pct-entry-late'])
  expect(rulesOf(await relate(national, { earlier: pct, kind: 'national' }))).toEqual([
    '#/day relation-day-needed',
  ])
  const entered = { earlier: pct, kind: 'national', day: '2026-10-20' }
  expect((await relate(national, entered)).status).toBe(200)
  const docket = await docketOf(pct)
  expect(docket.clocks).toEqual([])
  expect(docket.events.at(-1)).toMatchObject({ kind: 'nationalEntered', on: '2026-10-20' })
  const dues = (await officer.get('/calendar?from=2026-11-01&to=2027-06-30')).body.items
  expect(dues.filter((due: { record: { id: string } }) => due.record.id === pct)).toEqual([])
  // Deemed withdrawn elsewhere it is no neglect; and without the relation it waits again.
  await officer.send('DELETE', `/rights/${national}/family/${pct}`)
  expect(Object.keys(ends(await docketOf(pct)))).toEqual(['pct-entry', 'pct-entry-late'])
})

test('a national phase has the filing day and the priority of its international application', async () => {
  const { officer, make, relate, docketOf } = await office()
  const first = await make({ kind: 'invention', filedOn: '2024-02-01' })
  const pct = await make({ kind: 'pct', filedOn: '2025-01-20' })
  const national = await make({ kind: 'invention', filedOn: '2026-08-10' })
  expect((await relate(national, { earlier: pct, kind: 'national' })).status).toBe(200)
  expect((await docketOf(national)).term).toMatchObject({ from: '2025-01-20' })
  expect((await officer.get(`/rights/${national}`)).body.filedOn).toBe('2025-01-20')
  expect((await relate(pct, { earlier: first, kind: 'priority' })).status).toBe(200)
  const docket = await docketOf(national)
  expect(docket.priorityOn).toBe('2024-02-01')
  expect(ends(docket)['examination-request']).toBe('2027-02-01')
  // The calendar, too: what befalls the international application is told to what entered from it.
  const dues = (await officer.get('/calendar?from=2027-01-25&to=2027-02-05')).body.items
  expect(dues.some((due: { record: { id: string } }) => due.record.id === national)).toBe(true)
  await officer.send('DELETE', `/rights/${national}/family/${pct}`)
  expect((await officer.get(`/rights/${national}`)).body.filedOn).toBe('2026-08-10')
})

test('an entry abroad leaves the time to enter China', async () => {
  const { make, relate, docketOf } = await office()
  const pct = await make({ kind: 'pct', filedOn: '2024-07-01' })
  const abroad = await make({ kind: 'invention', country: 'US', filedOn: '2024-07-01' })
  const entered = { earlier: pct, kind: 'national', day: '2026-10-20' }
  expect((await relate(abroad, entered)).status).toBe(200)
  expect(Object.keys(ends(await docketOf(pct)))).toEqual(['pct-entry', 'pct-entry-late'])
})

test('what cannot come from another is not related to it, and says what can', async () => {
  const { officer, make, relate } = await office()
  const chinese = await make({ kind: 'invention', filedOn: '2024-07-01' })
  const pct = await make({ kind: 'pct', filedOn: '2024-07-01' })
  const model = await make({ kind: 'utility_model', filedOn: '2025-02-01' })
  const mark = await make({ kind: 'trademark', filedOn: '2025-02-01' })
  const unfit = async (right: string, relation: object) => rulesOf(await relate(right, relation))
  const day = '2026-10-20'
  for (const [right, relation] of [
    [model, { earlier: chinese, kind: 'national', day }],
    [model, { earlier: chinese, kind: 'divisional', day }],
    [model, { earlier: pct, kind: 'divisional', day }],
    [mark, { earlier: chinese, kind: 'priority' }],
  ] as const) {
    expect(await unfit(right, relation)).toEqual(['#/kind relation-unfit'])
    expect((await officer.get(`/rights/${right}`)).body.seq).toBe(1)
  }
  expect((await relate(model, { earlier: pct, kind: 'national', day })).status).toBe(200)
})

test('a priority is claimed from what was filed before, or on a day that is not known', async () => {
  const { officer, make, relate, docketOf } = await office()
  const later = await make({ kind: 'invention', filedOn: '2025-07-01' })
  const id = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const claimed = await relate(id, { earlier: later, kind: 'priority' })
  expect(rulesOf(claimed)).toEqual(['#/earlier priority-after-filing'])
  expect((await officer.get(`/rights/${id}`)).body.seq).toBe(1)
  expect((await docketOf(id)).priorityOn).toBeNull()
  const undated = await make({ kind: 'invention' })
  expect((await relate(id, { earlier: undated, kind: 'priority' })).status).toBe(200)
})

test('a corrected day of filing stands in the register for all that keeps it', async () => {
  const { officer, make, relate } = await office()
  const parent = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const child = await make({ kind: 'invention' })
  const last = await make({ kind: 'invention' })
  await relate(child, { earlier: parent, kind: 'divisional', day: '2026-03-23' })
  await relate(last, { earlier: child, kind: 'divisional', day: '2026-10-12' })
  const filed = async (id: string) => (await officer.get(`/rights/${id}`)).body.filedOn
  const days = async () => [await filed(child), await filed(last)]
  expect(await days()).toEqual(['2024-05-20', '2024-05-20'])
  const correction = { expectedSeq: 1, reason: '更正', filedOn: '2024-05-21' }
  expect((await officer.send('PATCH', `/rights/${parent}`, correction)).status).toBe(200)
  expect(await days()).toEqual(['2024-05-21', '2024-05-21'])
  // By an event and by striking it, too.
  const told = { kind: 'filed', on: '2024-05-22', source: '受理通知书', expectedSeq: 2 }
  const recorded = await officer.send('POST', `/rights/${parent}/events`, {
    ...{ ...told, despite: '以受理通知书为准' },
  })
  expect(recorded.status, recorded.text).toBe(201)
  expect(await days()).toEqual(['2024-05-22', '2024-05-22'])
  const history = (await officer.get(`/rights/${last}/history`)).body.items
  expect(history.at(-1)).toMatchObject({
    changes: [{ field: 'filedOn', from: '2024-05-21', to: '2024-05-22' }],
  })
  // Taken back, it and what was divided from it run from the day on which it was submitted.
  await officer.send('DELETE', `/rights/${child}/family/${parent}`)
  expect(await days()).toEqual(['2026-03-23', '2026-03-23'])
  expect((await docketTerm(officer, last)).from).toBe('2026-03-23')
  // What is divided anew takes along what was divided from it.
  await relate(child, { earlier: parent, kind: 'divisional', day: '2026-03-23' })
  expect(await days()).toEqual(['2024-05-22', '2024-05-22'])
})

test('an entry follows its international application, whatever was divided from it as well', async () => {
  const { officer, make, relate } = await office()
  const pct = await make({ kind: 'pct', filedOn: '2024-07-01' })
  const national = await make({ kind: 'invention' })
  const divided = await make({ kind: 'invention' })
  await relate(national, { earlier: pct, kind: 'national', day: '2026-03-23' })
  await relate(divided, { earlier: national, kind: 'divisional', day: '2026-10-12' })
  const correction = { expectedSeq: 1, reason: '更正', filedOn: '2024-07-02' }
  expect((await officer.send('PATCH', `/rights/${pct}`, correction)).status).toBe(200)
  for (const id of [national, divided]) {
    expect((await officer.get(`/rights/${id}`)).body.filedOn).toBe('2024-07-02')
  }
  expect((await docketTerm(officer, divided)).from).toBe('2024-07-02')
})

test('an international application that went on abroad was not lost by neglect', async () => {
  const { institution, make, relate } = await office()
  const enter = async (country: string | null) => {
    const pct = await make({ kind: 'pct', filedOn: '2024-03-10' })
    const entry = { kind: 'invention', ...(country && { country }) }
    if (country)
      await relate(await make(entry), { earlier: pct, kind: 'national', day: '2026-09-01' })
    return pct
  }
  const [gone, kept] = [await enter(null), await enter('US')]
  app.clock.set('2026-11-12')
  const officer = await app.person(['tto_negotiator'], institution)
  const lost = async () => (await officer.get('/docket/figures')).body.lost
  const neglectOf = async (id: string) => (await officer.get(`/rights/${id}/docket`)).body.neglect
  // Thirty-two months are over: of the two, one was forgotten.
  expect(await lost()).toBe(1)
  const told = { kind: 'deemedWithdrawn', on: '2026-11-12', source: '通知书', expectedSeq: 1 }
  for (const id of [gone, kept]) {
    expect((await officer.send('POST', `/rights/${id}/events`, told)).status).toBe(201)
  }
  expect(await lost()).toBe(1)
  expect(await neglectOf(gone)).not.toBeNull()
  expect(await neglectOf(kept)).toBeNull()
  app.clock.set('2026-11-02')
})

test('what came in after its term says that nobody knows when it was renewed, until it is recorded', async () => {
  const { officer, make, docketOf } = await office()
  const old = { kind: 'preparation', status: 'valid', grantedOn: '2020-02-14' }
  const id = await make(old)
  expect(await docketOf(id)).toMatchObject({ isRenewalUnknown: true, state: 'granted' })
  expect((await docketOf(await make({ ...old, grantedOn: '2024-02-14' }))).isRenewalUnknown).toBe(
    false,
  )
  const dated = await make({ ...old, validTo: '2027-05-31' })
  expect((await docketOf(dated)).isRenewalUnknown).toBe(false)
  const renewed = { kind: 'renewed', on: '2026-02-10', source: '再注册批件', expectedSeq: 1 }
  expect((await officer.send('POST', `/rights/${id}/events`, renewed)).status).toBe(201)
  const after = await docketOf(id)
  expect(after.isRenewalUnknown).toBe(false)
  expect(ends(after)).toEqual({ 'preparation-renewal': '2028-11-10' })
})

import { addDays, addMonths, day } from '@yizhuan/kit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// What a case does to a right stands in its docket as well: the fees of one that was lawfully given up
// end, and the recordal of a licence is due three months after its signing.

let house: TestApp
let officer: Person
let reviewer: Person
let achievement: string

beforeEach(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
  const institution = await house.institution(sampleDeal.hospital)
  const admin = await house.person(['admin'], institution)
  const { body } = await admin.get('/institution')
  const said = { expectedSeq: body.seq, province: 'CN-SH', pilot: 'listed' }
  expect((await admin.send('PATCH', '/institution', said)).status).toBe(200)
  officer = await house.person(['tto_negotiator'], institution)
  reviewer = await house.person(['tto_reviewer'], institution)
  const told = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']
  const disclosed = await officer.send('POST', '/achievements', {
    title: sampleDeal.achievement,
    kind: 'device',
    disclosure: Object.fromEntries(told.map((group) => [group, '示例'])),
    inventors: [{ name: '甲示例', share: '100%' }],
  })
  achievement = disclosed.body.id
})
afterEach(() => house?.close())

async function right(more: object = {}): Promise<string> {
  const made = await officer.send('POST', '/rights', {
    kind: 'utility_model',
    title: sampleDeal.achievement,
    status: 'granted',
    filedOn: '2023-03-20',
    grantedOn: '2023-11-05',
    feePaidYear: 3,
    achievementId: achievement,
    ...more,
  })
  expect(made.status, made.text).toBe(201)
  return made.body.id
}

/** Somebody of the office who signs in now: sessions end while the clock runs on. */
const read = async (path: string) =>
  (await (await house.person(['tto_negotiator'], officer.caller.institution)).get(path)).body

const docket = (id: string) => read(`/rights/${id}/docket`)

const eventsOf = async (id: string) =>
  (await docket(id)).events.map((one: Record<string, unknown>) => [one['kind'], one['on']])

/** A case of giving up a right whose notice went up on 2 March, the inventor having answered. */
async function shown(rightId: string, answer = 'consents'): Promise<string> {
  let seq = 0
  const post = async (who: Person, path: string, given: object) => {
    const done = await who.send('POST', path, { ...given, ...(seq > 0 && { expectedSeq: seq }) })
    seq += 1
    expect(done.status, done.text).toBe(201)
    return String(done.body.id)
  }
  const id = await post(officer, '/cases', {
    procedure: 'abandonment',
    data: {
      title: '放弃示例专利（虚构）',
      right: sampleDeal.achievement,
      rightId,
      kind: 'granted',
      cause: 'low_value',
      reason: '维持成本高于收益',
      feeDueOn: '2026-03-20',
      completers: ['示例甲'],
      assetConfirmed: false,
    },
    files: [],
  })
  const act = (who: Person, type: string, data: object) =>
    post(who, `/cases/${id}/acts`, { type, data, files: [] })
  await act(reviewer, 'valueReviewed', {
    ...{ outcome: 'abandon', opinion: '无维持必要', interestSought: true },
    ...{ licensed: false, pledged: false },
  })
  await act(officer, 'completersNotified', { informed: true, how: '书面通知' })
  await act(officer, 'completerAnswered', { name: '示例甲', answer })
  if (answer === 'takes_over') {
    await act(officer, 'takenOver', { name: '示例甲', agreement: '协议1' })
  } else {
    await act(officer, 'noticePublished', {
      ...{ subject: '放弃示例专利', terms: '期满自动放弃' },
      ...{ objectionProcedure: '书面提出', department: '转化部门' },
    })
  }
  return id
}

const figures = async (on: string) => {
  house.clock.set(`${on}T08:00:00+08:00`)
  return read('/docket/figures')
}

test('a right that was given up is waived in its docket: no fee is due, none was missed', async () => {
  const [given, kept] = [await right(), await right({ title: '另一件' })]
  const id = await shown(given)
  house.clock.set('2026-03-18T00:00:01+08:00')
  await house.workOff()
  const { case: line } = await read(`/cases/${id}`)
  const said = await docket(given)
  expect(said.events.at(-1)).toMatchObject({
    ...{ kind: 'waived', on: '2026-03-18', source: line.number },
    recorded: { name: '系统' },
  })
  const states = said.annuities.map(({ year, state }: Record<string, unknown>) => [year, state])
  expect(states).not.toContainEqual([4, 'upcoming'])
  expect(await read(`/rights/${given}`)).toMatchObject({
    ...{ status: 'lapsed_waived', feeDueOn: null },
  })
  expect(await eventsOf(kept)).not.toContainEqual(['waived', '2026-03-18'])
  // A year on, only the right that nobody decided about was lost by neglect.
  expect(await figures('2027-03-01')).toMatchObject({ lost: 1, missed: 1 })
})

test('a right that an inventor took over is no longer the institution’s', async () => {
  const id = await right()
  await shown(id, 'takes_over')
  expect(await eventsOf(id)).toContainEqual(['transferred', '2026-03-02'])
  expect((await read(`/rights/${id}`)).status).toBe('transferred')
})

test('a right that ended before its notice did keeps its own end', async () => {
  const id = await right()
  await shown(id)
  const lost = { kind: 'invalidatedWhole', on: '2026-03-02', source: '决定书' }
  expect((await officer.send('POST', `/rights/${id}/events`, lost)).status).toBe(201)
  house.clock.set('2026-03-18T00:00:01+08:00')
  await house.workOff()
  expect((await read(`/rights/${id}`)).status).toBe('invalidated')
  expect((await eventsOf(id)).map(([kind]: string[]) => kind)).not.toContain('waived')
})

test('a licence of a case stands in the docket of each right, with its recordal, until it ends', async () => {
  const { institution } = officer.caller
  const [one, other] = [await right(), await right({ title: '另一件' })]
  const over = await right({ title: '已失效的', status: 'lapsed' })
  const strange = await right({ title: '无关的', achievementId: null })
  const steps = upTo('signed', lineOf(sampleDeal)).map((step) =>
    step.type === 'caseOpened'
      ? {
          ...step,
          data: (on: string, last: string) => ({
            ...step.data(on as never, last as never),
            achievementId: achievement,
          }),
        }
      : step,
  )
  const signed = await lead(house, institution, steps, day('2026-03-02'))
  house.clock.set(`${addDays(signed.on, 5)}T08:00:00+08:00`)
  const { case: line } = await read(`/cases/${signed.id}`)
  for (const id of [one, other]) {
    const said = await docket(id)
    expect(said.events.at(-1)).toMatchObject({
      ...{ kind: 'licenceAgreed', on: signed.on, source: line.number },
      told: { ref: line.number, exclusivity: 'ordinary' },
    })
    // Three months on; what falls on a day of rest ends on the next working day.
    const recordal = said.clocks.find(({ key }: { key: string }) => key.startsWith('licence-'))
    expect(recordal).toMatchObject({ key: `licence-recordal/${line.number}`, from: signed.on })
    expect(recordal.last.slice(0, 7)).toBe(addMonths(signed.on, 3).slice(0, 7))
  }
  for (const id of [over, strange]) {
    expect((await eventsOf(id)).map(([kind]: string[]) => kind)).not.toContain('licenceAgreed')
  }

  const on = addDays(signed.on, 9)
  const order = { type: 'terminated', data: { reason: '对方违约' } }
  const ended = await actIn(house, institution, 'legal', { ...signed, on }, order)
  expect(ended).toMatchObject({ kind: 'accepted' })
  house.clock.set(`${on}T18:00:00+08:00`)
  expect((await eventsOf(one)).at(-1)).toEqual(['licenceEnded', on])
  expect((await eventsOf(strange)).map(([kind]: string[]) => kind)).not.toContain('licenceEnded')
})

test('a proposal names the very right that ends: nobody reviews another one', async () => {
  const worthless = await right({ title: '无用的', number: '202320000001.0' })
  const propose = (data: object) =>
    officer.send('POST', '/cases', {
      procedure: 'abandonment',
      data: {
        ...{ title: '放弃示例专利（虚构）', kind: 'granted', cause: 'low_value', reason: '无用' },
        ...{ feeDueOn: '2026-03-20', completers: ['示例甲'], assetConfirmed: false, ...data },
      },
      files: [],
    })
  const pointerOf = async (data: object) => (await propose(data)).body.errors[0]?.pointer
  const valuable = await right({ title: '有用的', number: '202320000002.5' })
  const shownAs = { right: '无用的', number: '202320000001.0' }
  expect(await pointerOf({ ...shownAs, rightId: valuable })).toBe('#/data/number')
  expect(await pointerOf({ right: '无用的', rightId: valuable })).toBe('#/data/right')
  const unknown = '00000000-0000-7000-8000-00000000abcd'
  expect(await pointerOf({ ...shownAs, rightId: unknown })).toBe('#/data/rightId')
  const done = await propose({ right: '无用的', rightId: worthless })
  expect(done.status, done.text).toBe(201)
  // What was left out stands in the record as the register has it.
  const { timeline } = await read(`/cases/${done.body.id}`)
  expect(timeline[0].data).toMatchObject(shownAs)
})

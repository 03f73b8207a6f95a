import { addDays } from '@yizhuan/kit'
import { parseEntries, verifyChain } from '@yizhuan/procedures'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { storePapers } from '../../apps/demo/papers.ts'
import { offices } from '../../apps/demo/people.ts'
import type { Office, Step } from '../../apps/demo/walk.ts'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { lineOf, type Standing, sampleDeal, upTo } from './testing/leading.ts'

const deal = { ...sampleDeal, costs: [{ kind: 'tax' as const, amount: 11_360_000n }] }
const mainLine = lineOf(deal)

let house: TestApp
let staff: Record<Office, Person>

beforeAll(async () => {
  house = await openTestApp(modules)
  await house.institution(deal.hospital)
  const hired = offices.map(async ({ login, roles }) => [login, await house.person(roles)] as const)
  staff = Object.fromEntries(await Promise.all(hired)) as Record<Office, Person>
})

beforeEach(() => house.clock.set('2026-03-02'))
afterAll(() => house?.close())

/** Takes steps through HTTP, moving the clock; sessions are opened anew as days pass. */
async function lead(steps: readonly Step[], from?: Standing): Promise<Standing> {
  let { id, seq, on } = from ?? { id: '', seq: 0, on: house.clock.today() }
  for (const step of steps) {
    on = addDays(on, step.after)
    const answer = await take(step, { id, seq, on })
    expect(answer.body, `${step.type} on ${on}`).toMatchObject({ seq: seq + 1 })
    expect(answer.status).toBe(201)
    id = answer.body.id
    seq += 1
  }
  return { id, seq, on }
}

async function take(step: Pick<Step, 'type' | 'by' | 'data' | 'papers'>, standing: Standing) {
  const { id, seq, on } = standing
  house.clock.set(on)
  const person = await signedIn(step.by)
  const data = step.data(on, addDays(on, -1))
  const { context } = house
  const files = await asSystem(context.db, person.caller.institution, (tx) =>
    storePapers(tx, context.files, person.caller, step.papers),
  )
  return seq === 0
    ? person.send('POST', '/cases', { data })
    : person.send('POST', `/cases/${id}/acts`, { type: step.type, data, files, expectedSeq: seq })
}

/** A session ends when it is idle for days, so the same person signs in again. */
const signedIn = (by: Office) => house.signInAgain(staff[by])

async function actsOf(id: string): Promise<number> {
  const [row] = await house.database.asOwner(
    'select count(*)::int as count from act where case_id = $1',
    [id],
  )
  return Number(row?.['count'])
}

test('a case goes from disclosure to paid and closed, and its record can be checked by others', async () => {
  const { id, seq, on } = await lead(mainLine)
  const reader = await signedIn('officer')
  const { body } = await reader.get(`/cases/${id}`)
  expect(body.case).toMatchObject({ status: 'closed', receivedFen: '120000000', seq })
  expect(body.case.distributedFen).toBe('76048000')
  // The register of receipts says the same as the case.
  const { items } = (await reader.get('/receipts')).body
  const receipt = items.find(({ caseId }: { caseId: string }) => caseId === id)
  expect(receipt).toMatchObject({ amountFen: '120000000', rewardFen: '76048000' })
  const { body: paid } = await reader.get(`/receipts/${receipt.id}`)
  expect(BigInt(paid.costFen) + BigInt(paid.netFen)).toBe(120000000n)
  expect(
    paid.split
      .map(({ fen }: { fen: string }) => BigInt(fen))
      .reduce((a: bigint, b: bigint) => a + b),
  ).toBe(76048000n)
  expect(body.chain).toMatchObject({ ok: true, length: seq })

  const exported = (await reader.get(`/cases/${id}/acts.jsonl`)).text
  expect(verifyChain(parseEntries(exported))).toMatchObject({ ok: true, length: seq })
  expect(verifyChain(parseEntries(exported.replace('120000000', '120000001'))).ok).toBe(false)

  const earlier = await reader.get(`/cases/${id}?asOf=${addDays(on, -60)}`)
  expect(earlier.body.timeline.length).toBeLessThan(seq)
  expect(earlier.body.case).toMatchObject({ status: 'open', distributedFen: '0' })

  const rests = await reader.get(`/cases/${id}/explain/gd.decision.after-notice`)
  const counting = rests.body.readings.find(({ id }: { id: string }) => id === 'gd.notice.counting')
  expect(counting).toMatchObject({ id: 'gd.notice.counting', cite: { at: 'a14.p1.i3' } })
  expect(counting.choices.filter((one: { isOurs: boolean }) => one.isOurs)).toHaveLength(1)
  const why = await reader.get(`/cases/${id}/explain/gd.allocation.contributors?lang=en`)
  expect(why.status).toBe(200)
  expect(JSON.stringify(why.body.why)).toContain('760,480.00')
})

test('signing before the notice has run is refused with the article, and nothing is written', async () => {
  const standing = await lead(upTo('noticePublished', mainLine))
  const step = mainLine.find(({ type }) => type === 'noticeCertified')
  if (!step) throw new TypeError('The main line certifies the notice.')
  const early = await take(step, { ...standing, on: addDays(standing.on, 10) })
  expect(early.status).toBe(422)
  expect(early.body.code).toBe('law-forbids')
  expect(early.body.because[0].cites[0]).toMatchObject({ source: 'gd-2025', at: 'a14.p1.i3' })
  expect(await actsOf(standing.id)).toBe(standing.seq)
})

test('of two officers the second gets 409 with what the first did', async () => {
  const { id, seq } = await lead(upTo('negotiationLogged', mainLine))
  const officer = await signedIn('officer')
  const act = { type: 'negotiationLogged', data: { summary: '示例' }, expectedSeq: seq }
  const answers = await Promise.all([
    officer.send('POST', `/cases/${id}/acts`, act),
    officer.send('POST', `/cases/${id}/acts`, act),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  const late = answers.find(({ status }) => status === 409)
  expect(late?.body.changed).toMatchObject([{ seq: seq + 1, type: 'negotiationLogged' }])
  expect(await actsOf(id)).toBe(seq + 1)
})

test('a second decision on a decided notice is refused', async () => {
  const standing = await lead(upTo('decided', mainLine))
  const [decided] = upTo('decided', mainLine).slice(-1)
  if (!decided) throw new TypeError('The main line decides.')
  const again = await take(decided, { ...standing, on: addDays(standing.on, 1) })
  expect(again).toMatchObject({ status: 409, body: { code: 'already-decided' } })
  expect(await actsOf(standing.id)).toBe(standing.seq)
})

test.each([
  ['half a fen', { data: { kind: 'tax', amount: '10.5', voucher: '示例' } }, '#/data/amount'],
  ['an unknown field', { data: { kind: 'tax', amount: '1', voucher: '示', x: 1 } }, '#/data/x'],
  [
    'a day that does not exist',
    { on: '2026-02-30', data: { kind: 'tax', amount: '1', voucher: '示' } },
    '#/on',
  ],
  [
    'a day to come',
    { on: '2027-02-01', data: { kind: 'tax', amount: '1', voucher: '示' } },
    '#/on',
  ],
])('%s is refused by name, and nothing is written', async (_why, act, pointer) => {
  const { id, seq } = await lead(upTo('negotiationLogged', mainLine))
  const finance = await signedIn('finance')
  const answer = await finance.send('POST', `/cases/${id}/acts`, {
    type: 'costRecorded',
    expectedSeq: seq,
    ...act,
  })
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].pointer).toBe(pointer)
  expect(await actsOf(id)).toBe(seq)
})

test('another institution sees no such case', async () => {
  const { id } = await lead(upTo('disclosed', mainLine))
  const elsewhere = await house.institution('别家示例医院')
  const stranger = await house.person(['tto_negotiator'], elsewhere)
  expect((await stranger.get(`/cases/${id}`)).status).toBe(404)
  const act = { type: 'negotiationLogged', data: { summary: '示例' }, expectedSeq: 2 }
  expect((await stranger.send('POST', `/cases/${id}/acts`, act)).status).toBe(404)
  expect((await stranger.get('/cases')).body.items).toEqual([])
  expect(await actsOf(id)).toBe(2)
})

test('a role that may not record an act is told so', async () => {
  const { id, seq } = await lead(upTo('disclosed', mainLine))
  const finance = await signedIn('finance')
  const answer = await finance.send('POST', `/cases/${id}/acts`, {
    type: 'titleLeftOpen',
    data: { reason: '示例' },
    expectedSeq: seq,
  })
  expect(answer.status).toBe(403)
  expect(await actsOf(id)).toBe(seq)
})

test('the workbench says what is due, by when, and by which article', async () => {
  const { id, on } = await lead(upTo('signed', mainLine))
  house.clock.set(addDays(on, 13))
  const { body } = await (await signedIn('officer')).get('/workbench')
  const mine = body.due.filter(({ caseId }: { caseId: string }) => caseId === id)
  expect(mine).toContainEqual(
    expect.objectContaining({
      norm: 'gd.report.in-time',
      act: 'reported',
      // Signed on Saturday 2026-05-02: the fifteenth day is a Sunday, so it ends on the Monday.
      due: '2026-05-18',
      daysLeft: 3,
      status: 'soon',
      article: { source: 'gd-2025', at: 'a14.p1.i7', label: '第十四条第（七）项' },
    }),
  )
  house.clock.set('2026-05-19')
  const later = (await (await signedIn('officer')).get('/workbench')).body
  expect(later.due[0]).toMatchObject({ status: 'overdue' })
})

test('the workbench says whose turn it is, by name, and a new institution where to begin', async () => {
  const { id } = await lead(upTo('proposed', mainLine))
  const review = async (office: Office) => {
    const { body } = await (await signedIn(office)).get('/workbench')
    return body.due.filter((line: { caseId: string }) => line.caseId === id)
  }
  const [mine] = await review('reviewer')
  expect(mine).toMatchObject({ act: 'reviewed', mine: true, norm: 'gd.review.in-time' })
  const [waits] = await review('officer')
  expect(waits).toMatchObject({ act: 'reviewed', mine: false, who: [staff.reviewer.caller.name] })

  const newcomer = await house.person(['admin'], await house.institution('新院（虚构）'))
  const { body } = await newcomer.get('/workbench')
  expect(body).toMatchObject({
    due: [],
    beginning: { people: 1, texts: 0, achievements: 0 },
  })
})

test('an objection of the public suspends the case until a finding and a fresh notice', async () => {
  const { id, seq, on } = await lead(upTo('noticePublished', mainLine))
  house.clock.set(addDays(on, 9))
  const [row] = await house.database.asOwner('select id from public_notice where case_id = $1', [
    id,
  ])
  const notice = `/public/notices/${String(row?.['id'])}`
  const shown = await house.nobody.get(notice)
  // Published on Sunday 2026-03-29: the fifteenth day is Monday 2026-04-13.
  expect(shown.body).toMatchObject({
    state: 'running',
    publishedOn: '2026-03-29',
    endsOn: '2026-04-13',
    day: 9,
    daysLeft: 6,
    objectable: true,
  })
  expect(JSON.stringify(shown.body)).not.toContain(staff.officer.caller.person)
  expect((await house.nobody.get(`${notice}/proof`)).body.matches).toBe(true)
  const found = async (query: string) =>
    (await house.nobody.get(`/public/notices?${query}`)).body.items.length
  expect(await found(`q=${encodeURIComponent('示例医院')}&kind=deal`)).toBeGreaterThan(0)
  expect(await found(`q=${encodeURIComponent('没有这样的标题')}`)).toBe(0)

  const nameless = await house.nobody.send('POST', `${notice}/objections`, { text: '示例异议内容' })
  expect(nameless.status).toBe(400)
  const objection = {
    name: '丙示例',
    contact: '示例地址一号',
    idNumber: '110101190001010006',
    text: '示例异议内容',
  }
  const wrong = await house.nobody.send('POST', `${notice}/objections`, {
    ...objection,
    idNumber: '110101190001010007',
  })
  expect(wrong.status).toBe(400)
  expect(wrong.body.errors[0].pointer).toBe('#/idNumber')
  const filed = await house.nobody.send('POST', `${notice}/objections`, objection)
  expect(filed).toMatchObject({
    status: 201,
    body: { kind: 'objection', suspended: true, recordedAs: seq + 1 },
  })
  expect((await house.nobody.get(notice)).body.state).toBe('suspended')

  const reviewer = await signedIn('reviewer')
  const suspended = (await reviewer.get(`/cases/${id}`)).body
  expect(suspended.case.status).toBe('suspended')
  expect(suspended.objections).toMatchObject([
    { name: '丙示例', idNumberMasked: '110*************06' },
  ])
  const [sealed] = await house.database.asOwner('select * from objection where case_id = $1', [id])
  expect(JSON.stringify(sealed)).not.toMatch(/丙示例|110101190001010006/)
  expect(JSON.stringify(suspended.timeline)).not.toMatch(/丙示例|110101190001010006/)

  const next = (await reviewer.get(`/cases/${id}`)).body.next.map(
    ({ type }: { type: string }) => type,
  )
  expect(next).toContain('objectionFound')
  expect(next).not.toContain('decided')
  const finding = { finding: '示例结论', outcome: 'continue' }
  const answered = await reviewer.send('POST', `/cases/${id}/acts`, {
    type: 'objectionFound',
    data: finding,
    expectedSeq: seq + 1,
  })
  expect(answered.status).toBe(201)
  expect((await house.nobody.get(notice)).body.state).toBe('superseded')
})

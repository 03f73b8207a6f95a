import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import type { Person, TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { orderFor, PayingHouse, paidLine, proofOf, today } from './testing/paying.ts'

// Plans are paid in batches: approved by two, sent once, proved line by line, and recorded in their cases
// when everybody has their money.

let paying: PayingHouse
let house: TestApp
let institution: string
let finance: Person
let leader: Person
beforeAll(async () => {
  paying = await PayingHouse.open()
  ;({ house, institution, finance, leader } = paying)
})
afterAll(() => house?.close())

test('a batch goes from plan to proof, and the case is recorded as paid with its last payment', async () => {
  const one = await paying.payable(['6222000000001234', '6222000000005678'])
  const given = orderFor([one])
  expect((await finance.get('/payouts/payable')).body.items[0]).toMatchObject({
    ...{ caseId: one.id, amountFen: '70000000', isAgain: false },
  })
  await finance.send('POST', '/payouts', given)
  await house.workOff()
  expect(await paying.batch(given.id)).toMatchObject({
    state: 'made',
    orders: 2,
    totalFen: '70000000',
  })
  // Not by whoever made it, and no file before.
  const own = await finance.send('POST', `/payouts/${given.id}/decision`, { approve: true })
  expect(own.status).toBe(403)
  const early = await finance.send('POST', `/payouts/${given.id}/files`)
  expect(early.body.code).toBe('payout-not-approved')
  await leader.send('POST', `/payouts/${given.id}/decision`, { approve: true })
  expect((await finance.send('POST', `/payouts/${given.id}/files`)).body).toEqual({
    ...{ number: 1, orders: 2, settled: 0, leftOut: 0 },
  })
  // The account is in the file and nowhere else; taking the file is told, and it is always the same.
  const files = [1, 2].map(() => finance.get(`/payouts/${given.id}/files/1.csv`))
  const [first, second] = (await Promise.all(files)).map(({ text }) => text)
  expect(first).toBe(second)
  expect(first).toContain('6222000000001234')
  expect((await leader.get(`/payouts/${given.id}/files/1.csv`)).status).toBe(403)
  const shown = await paying.payments(given.id)
  expect(JSON.stringify(shown)).not.toContain('6222000000001234')
  expect(shown[0]).toMatchObject({ accountMasked: '************1234', state: 'sent' })
  const history = (await finance.get(`/payouts/${given.id}/history`)).text
  expect(history.match(/fileTaken/g)).toHaveLength(2)
  expect(history).not.toContain('6222000000001234')
  // Meanwhile nobody pays it by hand or drafts the plan anew.
  const seq = await paying.seqOf(one)
  const byHand = { type: 'paid', data: { lines: paidLine, proof: '手工' }, expectedSeq: seq }
  expect((await finance.send('POST', `/cases/${one.id}/acts`, byHand)).body.code).toBe('case-held')
  // Nor does anybody change what the payments take in of a distribution that was reversed.
  const reversal = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）9号' }
  const back = { name: '甲示例', way: 'repaid', amount: '100', proof: '收-1' }
  const upsets = [
    [leader, 'distributionReversed', reversal],
    [finance, 'recoveryRecorded', back],
  ] as const
  for (const [who, type, data] of upsets) {
    const act = { type, data, expectedSeq: seq }
    expect((await who.send('POST', `/cases/${one.id}/acts`, act)).body.code).toBe('case-held')
  }

  const took = await finance.send('POST', `/payouts/${given.id}/proofs`, proofOf('all-paid'))
  expect(took.status, took.text).toBe(202)
  await house.workOff()
  expect(await paying.batch(given.id)).toMatchObject({ state: 'settled', paid: 2, plansSettled: 1 })
  const [paid] = await paying.actsOf(one)
  expect(paid).toMatchObject({
    by: { person: finance.caller.person, role: 'finance' },
    data: { lines: paidLine, proof: '十一月发放（演示） 回单-1', countedInWages: true },
  })
  expect((await finance.get(`/cases/${one.id}`)).body.chain.ok).toBe(true)
  expect(await paying.cash(one.id)).toBe('70000000')
})

test('a payment that comes back stays open, is paid again, and only then the case says paid', async () => {
  const one = await paying.payable(['6222000000001111', '6222000000002222'])
  const id = await paying.sent([one])
  const [a, b] = await paying.payments(id)
  const told = [
    { reference: a.reference, amountFen: a.amountFen, outcome: 'paid' },
    { reference: b.reference, amountFen: b.amountFen, outcome: 'returned', reason: '户名不符' },
  ]
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf(told))
  await house.workOff()
  expect(await paying.actsOf(one)).toEqual([])
  // The one that arrived stands in the books on its day; what never arrived moved nothing.
  expect(await paying.cash(one.id)).toBe('42000000')
  expect((await paying.payments(id))[1]).toMatchObject({
    state: 'returned',
    returnedReason: '户名不符',
  })
  expect((await finance.get('/payouts/payable')).body.items[0]).toMatchObject({
    ...{ caseId: one.id, amountFen: '28000000', isAgain: true },
  })
  const again = await paying.sent([one])
  const [second] = await paying.payments(again)
  expect(second).toMatchObject({ attempt: 2, line: 2, amountFen: '28000000' })
  await finance.send('POST', `/payouts/${again}/proofs`, proofOf('all-paid'))
  await house.workOff()
  expect((await paying.actsOf(one)).map(({ data }: { data: object }) => data)).toMatchObject([
    { lines: paidLine },
  ])
  expect(await paying.cash(one.id)).toBe('70000000')

  // What comes back after that changes nothing of what was distributed; the books say it is owed.
  const late = [{ reference: second.reference, amountFen: second.amountFen, outcome: 'returned' }]
  await finance.send('POST', `/payouts/${again}/proofs`, proofOf(late))
  await house.workOff()
  expect(await paying.actsOf(one)).toHaveLength(1)
  expect(await paying.cash(one.id)).toBe('42000000')
  // Its record is told, and while it is paid again nobody reverses the distribution.
  expect(
    (await paying.actsOf(one, 'paymentReturned')).map(({ data }: { data: object }) => data),
  ).toEqual([
    {
      ...{ name: '乙示例', award: 'cash', amount: '28000000', proof: '回单-1' },
      reference: second.reference,
    },
  ])
  const third = await paying.sent([one])
  const seq = await paying.seqOf(one)
  const data = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）9号' }
  const reversal = { type: 'distributionReversed', data, expectedSeq: seq }
  expect((await leader.send('POST', `/cases/${one.id}/acts`, reversal)).body.code).toBe('case-held')
  await finance.send('POST', `/payouts/${third}/proofs`, proofOf('all-paid'))
  await house.workOff()
  expect(await paying.actsOf(one)).toHaveLength(1)
  expect(await paying.cash(one.id)).toBe('70000000')
})

test('a plan of which everything came back is let go with the batch that would pay it again', async () => {
  const one = await paying.payable(['6222000000001919', '6222000000002020'])
  const id = await paying.sent([one])
  const told = (await paying.payments(id)).map(
    ({ reference, amountFen }: { reference: string; amountFen: string }) => {
      return { reference, amountFen, outcome: 'returned' }
    },
  )
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf(told))
  await house.workOff()
  const again = await paying.approved([one])
  const cancelled = await finance.send('POST', `/payouts/${again}/cancel`, { reason: '现场发放' })
  expect(cancelled.status).toBe(200)
  // Nobody has anything of it: it is paid by hand, and then nothing of it is owed.
  const seq = await paying.seqOf(one)
  const byHand = { type: 'paid', data: { lines: paidLine, proof: '手工' }, expectedSeq: seq }
  expect((await finance.send('POST', `/cases/${one.id}/acts`, byHand)).status).toBe(201)
  const more = await finance.send('POST', '/payouts', orderFor([one]))
  expect(more.body.code).toBe('nothing-to-pay')
  expect(await paying.cash(one.id)).toBe('70000000')
})

test('what is paid again is held against the record like the first time', async () => {
  const one = await paying.payable(['6222000000002121', '6222000000002323'])
  const id = await paying.sent([one])
  const [a, b] = await paying.payments(id)
  const told = [
    { reference: a.reference, amountFen: a.amountFen, outcome: 'paid' },
    { reference: b.reference, amountFen: b.amountFen, outcome: 'returned', reason: '户名不符' },
  ]
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf(told))
  await house.workOff()
  const again = await paying.approved([one])
  const officer = await house.person(['tto_negotiator'], institution)
  const act = { type: 'planObjected', data: { name: '丁示例', text: '份额不符' } }
  const expectedSeq = await paying.seqOf(one)
  await officer.send('POST', `/cases/${one.id}/acts`, { ...act, expectedSeq })
  const file = await finance.send('POST', `/payouts/${again}/files`)
  expect(file.body.code).toBe('plan-changed')
  expect((await paying.payments(again))[0].state).toBe('ordered')
})

test('who has no account is not sent, is shown, and is sent once the account is there', async () => {
  const one = await paying.payable(['6222000000007777', null])
  const id = await paying.approved([one])
  expect(await paying.batch(id)).toMatchObject({ lacking: 1, ordered: 2 })
  expect((await finance.send('POST', `/payouts/${id}/files`)).body.orders).toBe(1)
  const [lacking] = (await finance.get(`/payouts/${id}/payments?lacking=true`)).body.items
  expect(lacking).toMatchObject({ person: one.people[1], state: 'ordered', lacksAccount: true })
  const given = { bankName: '示例银行', bankAccount: '6222000000008888' }
  expect((await finance.send('PATCH', `/people/${one.people[1]}`, given)).status).toBe(200)
  expect((await finance.send('POST', `/payouts/${id}/files`)).body).toEqual({
    number: 2,
    orders: 1,
    settled: 0,
    leftOut: 0,
  })
  // An account that is changed later changes nothing of what was sent.
  await finance.send('PATCH', `/people/${one.people[1]}`, { bankAccount: '6222000000009999' })
  expect((await finance.get(`/payouts/${id}/files/2.csv`)).text).toContain('6222000000008888')
})

test('a receipt that comes after the order waits for another plan', async () => {
  const one = await paying.payable(['6222000000001212', '6222000000003434'])
  const id = await paying.sent([one])
  const seq = await paying.seqOf(one)
  const data = { amount: '5000000', voucher: '收-另', inBudget: true, beyond: '违约金（示例）' }
  const receipt = { type: 'receiptRecorded', data, expectedSeq: seq }
  expect((await finance.send('POST', `/cases/${one.id}/acts`, receipt)).status).toBe(201)
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await house.workOff()
  expect(await paying.actsOf(one)).toHaveLength(1)
  const [row] = await house.database.asOwner(
    `select paid_on is null as waits from receipt where case_id = $1 and voucher = '收-另'`,
    [one.id],
  )
  expect(row).toEqual({ waits: true })
})

test('an objection stops what was not sent; what was paid waits until it is answered', async () => {
  const one = await paying.payable(['6222000000001313', '6222000000001414'])
  const officer = await house.person(['tto_negotiator'], institution)
  const record = async (type: string, data: object) => {
    const act = { type, data, expectedSeq: await paying.seqOf(one) }
    const answer = await officer.send('POST', `/cases/${one.id}/acts`, act)
    expect(answer.status, answer.text).toBe(201)
  }
  const object = () => record('planObjected', { name: '丁示例', text: '份额不符' })
  const unsent = await paying.approved([one])
  await object()
  const file = await finance.send('POST', `/payouts/${unsent}/files`)
  expect(file.body.code).toBe('plan-changed')
  expect((await paying.payments(unsent))[0].state).toBe('ordered')
  await finance.send('POST', `/payouts/${unsent}/cancel`, { reason: '有异议' })

  const other = await paying.payable(['6222000000001717', '6222000000001818'])
  const id = await paying.sent([other])
  const act = { type: 'planObjected', data: { name: '丁示例', text: '份额不符' } }
  const expectedSeq = await paying.seqOf(other)
  await officer.send('POST', `/cases/${other.id}/acts`, { ...act, expectedSeq })
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await house.workOff()
  // The money went and stands in the books; the case takes the act once the law allows it.
  expect(await paying.cash(other.id)).toBe('70000000')
  const { waiting, plansSettled } = await paying.batch(id)
  expect(plansSettled).toBe(0)
  expect(waiting).toMatchObject([{ caseId: other.id, problem: { code: 'law-forbids' } }])
  const again = await finance.send('POST', `/payouts/plans/${waiting[0].plan}/record`)
  expect(again.body).toEqual({ isRecorded: false })
  expect(await paying.actsOf(other)).toEqual([])
})

test('a proof that does not fit is refused whole, and names its line', async () => {
  const one = await paying.payable(['6222000000001515', '6222000000001616'])
  const id = await paying.sent([one])
  const [a, b] = await paying.payments(id)
  const line = ({ reference, amountFen }: { reference: string; amountFen: string }) => ({
    ...{ reference, amountFen, outcome: 'paid' },
  })
  const file = await store(finance, '银行回单（虚构）')
  const wrong: readonly (readonly [string, unknown[], object?])[] = [
    ['proof-unfit', [line(a), { ...line(b), amountFen: '1' }]],
    ['proof-unfit', [line(a), line(a)]],
    ['proof-unfit', [line(a), { ...line(b), reference: 'ABCDEF01-00001' }]],
    ['proved-in-future', [line(a)], { on: addDays(day(today), 1) }],
    // Before it was approved nothing was paid.
    ['proved-before-approval', [line(a)], { on: addDays(day(today), -1), file }],
  ]
  for (const [rule, lines, more] of wrong) {
    const answer = await finance.send('POST', `/payouts/${id}/proofs`, proofOf(lines, more))
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.errors[0].rule).toBe(rule)
  }
  expect((await paying.payments(id)).map(({ state }: { state: string }) => state)).toEqual([
    'sent',
    'sent',
  ])
  // A day that lies back, with its paper: the act says when the money went and why it came late.
  house.clock.set(addDays(day(today), 3))
  const later = await house.signInAgain(finance)
  const bare = await later.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  expect(bare.body.errors[0].rule).toBe('proof-without-paper')
  const late = proofOf('all-paid', { file })
  const took = await later.send('POST', `/payouts/${id}/proofs`, late)
  expect(took.status, took.text).toBe(202)
  await house.workOff()
  const { timeline } = (await later.get(`/cases/${one.id}`)).body
  house.clock.set(today)
  expect(timeline.at(-1)).toMatchObject({
    type: 'paid',
    on: today,
    files: [{ sha256: file.sha256 }],
  })
})

test('a batch that is refused or cancelled frees its plans; other houses see nothing', async () => {
  const one = await paying.payable()
  const given = orderFor([one])
  await finance.send('POST', '/payouts', given)
  await house.workOff()
  const no = { approve: false, remark: '金额待核' }
  expect((await leader.send('POST', `/payouts/${given.id}/decision`, no)).status).toBe(200)
  const again = await paying.approved([one])
  expect(await paying.batch(again)).toMatchObject({ orders: 2 })
  const cancelled = await finance.send('POST', `/payouts/${again}/cancel`, { reason: '重复制单' })
  expect(cancelled.status).toBe(200)
  expect(await paying.batch(again)).toMatchObject({ state: 'cancelled' })
  const elsewhere = await house.person(['finance'], await house.institution('另一示例医院（虚构）'))
  expect((await elsewhere.get(`/payouts/${again}`)).status).toBe(404)
  expect((await elsewhere.send('POST', '/payouts', orderFor([one]))).body.code).toBe(
    'nothing-to-pay',
  )
  // Afterwards it is paid by hand as ever: the cases that had no batch stay as they are.
  const seq = await paying.seqOf(one)
  const byHand = { type: 'paid', data: { lines: paidLine, proof: '手工' }, expectedSeq: seq }
  expect((await finance.send('POST', `/cases/${one.id}/acts`, byHand)).status).toBe(201)
  expect(await paying.cash(one.id)).toBe('70000000')
})

test('what waits for an answer to an objection is recorded once the plan was shown afresh', async () => {
  const one = await paying.payable(['6222000000002424', '6222000000002525'])
  const id = await paying.sent([one])
  const officer = await house.person(['tto_negotiator'], institution)
  const reviewer = await house.person(['tto_reviewer'], institution)
  const record = async (who: Pick<Person, 'send'>, type: string, data: object) => {
    const act = { type, data, expectedSeq: await paying.seqOf(one) }
    const answer = await who.send('POST', `/cases/${one.id}/acts`, act)
    expect(answer.status, answer.text).toBe(201)
  }
  await record(officer, 'planObjected', { name: '丁示例', text: '份额不符' })
  await finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await house.workOff()
  const [waits] = (await paying.batch(id)).waiting
  await record(reviewer, 'planObjectionFound', { finding: '份额无误', outcome: 'continue' })
  await record(officer, 'planNoticePublished', { leadersDisclosed: true })
  const shown = await finance.send('POST', `/payouts/plans/${waits.plan}/record`)
  expect(shown.body).toEqual({ isRecorded: false })

  // The notice is over: the act says when, and that the money went before.
  const over = addDays(day(today), 27)
  house.clock.set(over)
  const [theirs, ours] = [await house.signInAgain(officer), await house.signInAgain(finance)]
  const certified = { lastShownOn: addDays(over, -1) }
  const { length: expectedSeq } = (await ours.get(`/cases/${one.id}`)).body.chain
  const certify = { type: 'planNoticeCertified', data: certified, expectedSeq }
  const answer = await theirs.send('POST', `/cases/${one.id}/acts`, certify)
  expect(answer.status, answer.text).toBe(201)
  const recorded = await ours.send('POST', `/payouts/plans/${waits.plan}/record`)
  expect(recorded.body).toEqual({ isRecorded: true })
  const { timeline } = (await ours.get(`/cases/${one.id}`)).body
  expect(timeline.at(-1)).toMatchObject({ type: 'paid', on: over })
  expect(JSON.stringify(timeline.at(-1))).toContain(`付款日 ${today}`)
  expect(await paying.cash(one.id)).toBe('70000000')
})

test('the journal is what the records say', async () => {
  const { compared, items } = await asSystem(house.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(compared).toBeGreaterThan(10)
  expect(items).toEqual([])
})

import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import type { Person, TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { type OneCase, orderFor, PayingHouse, paidLine, proofOf, today } from './testing/paying.ts'

// Money that went out wrongly: what came back, what never arrived, what a plan paid before it fell. The record
// of the case, the payments, the statements and the books say the same.

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

const reversal = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）9号' }

async function record(who: Pick<Person, 'send'>, one: OneCase, type: string, data: object) {
  const act = { type, data, expectedSeq: await paying.seqOf(one) }
  return who.send('POST', `/cases/${one.id}/acts`, act)
}

async function recorded(...of: Parameters<typeof record>) {
  const answer = await record(...of)
  expect(answer.status, answer.text).toBe(201)
}

/** The bank's answer, taken in and written. */
async function told(batch: string, lines: unknown) {
  const took = await finance.send('POST', `/payouts/${batch}/proofs`, proofOf(lines))
  expect(took.status, took.text).toBe(202)
  await house.workOff()
}

const returned = ({ reference, amountFen }: { reference: string; amountFen: string }) => ({
  ...{ reference, amountFen, outcome: 'returned', reason: '账户已销户' },
})

/** What the books say that each owes (above nought) or is owed (below). */
async function books(one: OneCase): Promise<Record<string, string>> {
  const rows = await house.database.asOwner(
    `select line.person, sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end)::text as fen
     from journal_line as line join journal_entry as entry on entry.id = line.entry_id
     where entry.case_id = $1 and line.account in ('1218', '2201')
     group by line.person having sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end) <> 0`,
    [one.id],
  )
  return Object.fromEntries(rows.map(({ person, fen }) => [person, fen]))
}

/** What the record says of it. */
async function balances(one: OneCase): Promise<Record<string, string>> {
  const rows = await house.database.asOwner(
    `select name, balance_fen::text as fen from payee_balance where case_id = $1 and award = 'cash'`,
    [one.id],
  )
  return Object.fromEntries(rows.map(({ name, fen }) => [name, fen]))
}

async function agree(one: OneCase, expected: Record<string, string>) {
  expect(await balances(one)).toEqual(expected)
  expect(await books(one)).toEqual(expected)
}

test('a payment of a reversed plan that comes back is not paid again, and nobody owes it', async () => {
  const one = await paying.payable(['6222000000001001', '6222000000001002'])
  const id = await paying.sent([one])
  await told(id, 'all-paid')
  await recorded(leader, one, 'distributionReversed', reversal)
  await agree(one, { 甲示例: '42000000', 乙示例: '28000000' })
  const [first] = await paying.payments(id)
  await told(id, [returned(first)])
  await agree(one, { 乙示例: '28000000' })
  expect((await finance.get('/payouts/payable')).body.items).toEqual([])
  const again = await finance.send('POST', '/payouts', orderFor([one]))
  expect(again.body.code).toBe('nothing-to-pay')
  expect(await paying.cash(one.id)).toBe('28000000')
})

test('a distribution is reversed while a payment is back, and that payment is not made again', async () => {
  const one = await paying.payable(['6222000000001003', '6222000000001004'])
  const id = await paying.sent([one])
  await told(id, 'all-paid')
  const [first] = await paying.payments(id)
  await told(id, [returned(first)])
  await agree(one, { 甲示例: '-42000000' })
  expect((await finance.get('/payouts/payable')).body.items[0]).toMatchObject({
    ...{ caseId: one.id, amountFen: '42000000', isAgain: true },
  })
  await recorded(leader, one, 'distributionReversed', reversal)
  await agree(one, { 乙示例: '28000000' })
  expect((await finance.get('/payouts/payable')).body.total).toBe(0)
})

test('what the next payout took in is owed when it comes back after all', async () => {
  const one = await paying.payable(['6222000000001005', '6222000000001006'])
  const id = await paying.sent([one])
  await told(id, 'all-paid')
  await recorded(leader, one, 'distributionReversed', reversal)
  const plan = await planOf(one)
  await afresh(one, plan)
  // The same shares again: everybody has theirs and no money moves.
  const late = await house.signInAgain(finance)
  const seq = (await late.get(`/cases/${one.id}`)).body.chain.length
  const byHand = { type: 'paid', data: { lines: paidLine, proof: '冲抵' }, expectedSeq: seq }
  const paid = await late.send('POST', `/cases/${one.id}/acts`, byHand)
  expect(paid.status, paid.text).toBe(201)
  await agree(one, {})
  const [first] = (await late.get(`/payouts/${id}/payments`)).body.items
  const back = proofOf([returned(first)], { on: house.context.clock.today() })
  expect((await late.send('POST', `/payouts/${id}/proofs`, back)).status).toBe(202)
  await house.workOff()
  await agree(one, { 甲示例: '-42000000' })
  expect((await late.get('/payouts/payable')).body.items[0]).toMatchObject({
    ...{ caseId: one.id, amountFen: '42000000', isAgain: true },
  })
  house.clock.set(today)
})

test('a plan that falls after money went out is taken in, and the new one sets it off', async () => {
  const one = await paying.payable(['6222000000001007', '6222000000001008'])
  const id = await paying.sent([one])
  const [first, second] = await paying.payments(id)
  const { reference, amountFen } = first
  await told(id, [{ reference, amountFen, outcome: 'paid' }])
  const officer = await house.person(['tto_negotiator'], institution)
  const reviewer = await house.person(['tto_reviewer'], institution)
  await recorded(officer, one, 'planObjected', { name: '丁示例', text: '份额不符' })
  const [plan] = (await finance.get(`/cases/${one.id}/payments`)).body.plans
  const takeIn = () => finance.send('POST', `/payouts/plans/${plan.id}/take-in`)
  // While nothing is found the plan stands, and while the bank has not answered nobody knows what went out.
  expect((await takeIn()).body.code).toBe('plan-not-overturned')
  await recorded(reviewer, one, 'planObjectionFound', { finding: '份额有误', outcome: 'amend' })
  expect((await takeIn()).body.code).toBe('payments-with-bank')
  await told(id, [returned(second)])
  const drafted = await planOf(one)
  expect((await record(officer, one, 'planDrafted', drafted)).body.code).toBe('case-held')
  expect((await paying.batch(id)).fallen).toMatchObject([
    { caseId: one.id, paidFen: '42000000', withBank: 0 },
  ])
  expect((await takeIn()).body).toEqual({ takenInFen: '42000000' })
  expect((await takeIn()).body.code).toBe('plan-not-overturned')
  await agree(one, { 甲示例: '42000000' })
  expect((await paying.batch(id)).fallen).toEqual([])
  const { items } = (await finance.get('/payouts/payable')).body
  expect(items.map(({ caseId }: { caseId: string }) => caseId)).not.toContain(one.id)

  // The new plan gives the first less and the second more.
  const [a, b] = drafted['lines'] as object[]
  await afresh(one, {
    ...drafted,
    lines: [
      { ...a, amount: '30000000' },
      { ...b, amount: '40000000' },
    ],
  })
  const late = await house.signInAgain(finance)
  const approver = await house.signInAgain(leader)
  const fresh = { ...orderFor([one]), payOn: house.context.clock.today() }
  expect((await late.send('POST', '/payouts', fresh)).status).toBe(202)
  await house.workOff()
  await approver.send('POST', `/payouts/${fresh.id}/decision`, { approve: true })
  await late.send('POST', `/payouts/${fresh.id}/files`)
  const sent = (await late.get(`/payouts/${fresh.id}/payments`)).body.items
  expect(
    sent.map((each: { name: string; amountFen: string }) => [each.name, each.amountFen]),
  ).toEqual([['乙示例', '40000000']])
  const all = proofOf('all-paid', { on: house.context.clock.today() })
  await late.send('POST', `/payouts/${fresh.id}/proofs`, all)
  await house.workOff()
  await agree(one, { 甲示例: '12000000' })
  const statement = (await late.get(`/people/${one.people[0]}/rewards`)).body
  expect(statement.years).toMatchObject([
    { year: '2026', paidFen: '42000000', backFen: '0', restFen: null },
  ])
  expect(statement.years).toMatchObject([{ withheldFen: null, taxUnknownFen: '42000000' }])
  expect(statement.rewards).toMatchObject([
    { shareFen: '30000000', hadFen: '30000000', paidFen: '0' },
  ])
  expect(statement.turns).toMatchObject([{ kind: 'taken_in', amountFen: '42000000' }])
  expect(statement.underWay).toEqual([])

  // What was taken in comes back after all: the statement tells it, and what is due of it is owed.
  const back = proofOf([returned(first)], { on: house.context.clock.today() })
  expect((await late.send('POST', `/payouts/${id}/proofs`, back)).status).toBe(202)
  await house.workOff()
  await agree(one, { 甲示例: '-30000000' })
  const now = (await late.get(`/people/${one.people[0]}/rewards`)).body
  expect(now.years).toMatchObject([{ paidFen: '0', restFen: '0' }])
  expect(now.underWay).toMatchObject([{ amountFen: '42000000', state: 'returned' }])
  house.clock.set(today)
})

test('a plan of which nothing was paid when it fell is let go without an act', async () => {
  const one = await paying.payable(['6222000000001009', '6222000000001010'])
  const id = await paying.approved([one])
  const officer = await house.person(['tto_negotiator'], institution)
  const reviewer = await house.person(['tto_reviewer'], institution)
  await recorded(officer, one, 'planObjected', { name: '丁示例', text: '份额不符' })
  await recorded(reviewer, one, 'planObjectionFound', { finding: '份额有误', outcome: 'amend' })
  const [{ plan }] = (await paying.batch(id)).fallen
  const taken = await finance.send('POST', `/payouts/plans/${plan}/take-in`)
  expect(taken.body).toEqual({ takenInFen: '0' })
  expect((await paying.batch(id)).state).toBe('settled')
  const drafted = await record(officer, one, 'planDrafted', await planOf(one))
  expect(drafted.status, drafted.text).toBe(201)
})

test('one case that cannot be paid is left out of the file, said before, and the others are paid', async () => {
  const [one, other] = [
    await paying.payable(['6222000000001011', '6222000000001012']),
    await paying.payable(['6222000000001013', '6222000000001014']),
  ]
  const order = orderFor([one, other])
  await finance.send('POST', '/payouts', order)
  await house.workOff()
  const officer = await house.person(['tto_negotiator'], institution)
  await recorded(officer, one, 'planObjected', { name: '丁示例', text: '份额不符' })
  // Whoever approves reads it, in their language.
  const shown = (await leader.get(`/payouts/${order.id}`)).body
  expect(shown.blocked).toMatchObject([{ caseId: one.id, problem: { code: 'law-forbids' } }])
  await leader.send('POST', `/payouts/${order.id}/decision`, { approve: true })
  const file = await finance.send('POST', `/payouts/${order.id}/files`)
  expect(file.body).toEqual({ number: 1, orders: 2, settled: 0, leftOut: 1 })
  const csv = (await finance.get(`/payouts/${order.id}/files/1.csv`)).text
  expect(csv).toContain('6222000000001013')
  expect(csv).not.toContain('6222000000001011')
  // It is taken out of the batch for a reason, once, and waits for another.
  const out = () =>
    finance.send('POST', `/payouts/${order.id}/take-out`, { case: one.id, reason: '异议待核实' })
  expect((await out()).status).toBe(200)
  expect((await out()).body.code).toBe('case-not-in-batch')
  const history = (await finance.get(`/payouts/${order.id}/history`)).text
  expect(history).toContain('异议待核实')
  expect(await paying.batch(order.id)).toMatchObject({ state: 'approved', blocked: [], sent: 2 })
})

test('a proof counts for its batch, and one that another overtook waits for nothing', async () => {
  const [one, other] = [
    await paying.payable(['6222000000001015', '6222000000001016']),
    await paying.payable(['6222000000001017', '6222000000001018']),
  ]
  const [id, elsewhere] = [await paying.sent([one]), await paying.sent([other])]
  const proof = proofOf('all-paid')
  expect((await finance.send('POST', `/payouts/${id}/proofs`, proof)).status).toBe(202)
  const replayed = await finance.send('POST', `/payouts/${elsewhere}/proofs`, proof)
  expect(replayed.body.code).toBe('proof-of-another')
  // Before it is written another proof says that all of it came back.
  const back = proofOf((await paying.payments(id)).map(returned))
  expect((await finance.send('POST', `/payouts/${id}/proofs`, back)).status).toBe(202)
  await house.workOff()
  expect((await paying.batch(id)).proofs).toMatchObject([
    { cases: 1, done: 1 },
    { cases: 1, done: 1 },
  ])
})

test('while a payment is made again nothing is taken in beside it, and none comes back unpaid', async () => {
  const one = await paying.payable(['6222000000001019', '6222000000001020'])
  const id = await paying.sent([one])
  await told(id, 'all-paid')
  const [first] = await paying.payments(id)
  await told(id, [returned(first)])
  const again = await paying.sent([one])
  const lines = [{ name: '甲示例', amount: '1' }]
  const byHand = await record(finance, one, 'fallenPlanTakenIn', { lines, proof: '手工' })
  expect(byHand.body.code).toBe('case-held')

  const on = addDays(day(today), 7)
  house.clock.set(on)
  const late = await house.signInAgain(finance)
  const repeated = proofOf('all-paid', { on })
  expect((await late.send('POST', `/payouts/${again}/proofs`, repeated)).status).toBe(202)
  await house.workOff()
  await agree(one, {})
  // What was made again does not come back on a day before that.
  const [twice] = (await late.get(`/payouts/${again}/payments`)).body.items
  const file = await store(late, '银行明细（虚构）')
  const early = proofOf([returned(twice)], { on: addDays(on, -1), file })
  const unfit = await late.send('POST', `/payouts/${again}/proofs`, early)
  house.clock.set(today)
  expect(unfit.body.errors, unfit.text).toMatchObject([{ rule: 'proof-unfit' }])
})

test('a payment of a plan that the case does not take is not made again while that stands', async () => {
  const one = await paying.payable(['6222000000001021', '6222000000001022'])
  const id = await paying.sent([one])
  const officer = await house.person(['tto_negotiator'], institution)
  await recorded(officer, one, 'planObjected', { name: '丁示例', text: '份额不符' })
  await told(id, 'all-paid')
  expect((await paying.batch(id)).waiting).toMatchObject([{ caseId: one.id }])
  const [first] = await paying.payments(id)
  await told(id, [returned(first)])
  const again = await paying.approved([one])
  const file = await finance.send('POST', `/payouts/${again}/files`)
  expect(file.body.code).toBe('plan-changed')
  expect(await paying.payments(again)).toMatchObject([{ state: 'ordered', attempt: 2 }])
})

/** The plan of a case as it was drafted. */
async function planOf(one: OneCase): Promise<Record<string, unknown>> {
  const [drafted] = await paying.actsOf(one, 'planDrafted')
  return drafted.data
}

/** Drafts, agrees and shows a plan until its notice is over; the clock stands on that day then. */
async function afresh(one: OneCase, plan: Record<string, unknown>) {
  const officer = await house.person(['tto_negotiator', 'team_rep'], institution)
  await recorded(officer, one, 'planDrafted', plan)
  for (const { name } of paidLine) {
    const act = { type: 'planAgreed', data: { member: name }, expectedSeq: await paying.seqOf(one) }
    const files = [await store(officer, `${name}签字页（虚构）`)]
    const answer = await officer.send('POST', `/cases/${one.id}/acts`, { ...act, files })
    expect(answer.status, answer.text).toBe(201)
  }
  await recorded(officer, one, 'planNoticePublished', { leadersDisclosed: true })
  const over = addDays(day(today), 27)
  house.clock.set(over)
  const later = await house.signInAgain(officer)
  const { length: expectedSeq } = (await later.get(`/cases/${one.id}`)).body.chain
  const data = { lastShownOn: addDays(over, -1) }
  const certified = { type: 'planNoticeCertified', data, expectedSeq }
  const answer = await later.send('POST', `/cases/${one.id}/acts`, certified)
  expect(answer.status, answer.text).toBe(201)
}

test('the journal is what the records say', async () => {
  const { compared, items } = await asSystem(house.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(compared).toBeGreaterThan(10)
  expect(items).toEqual([])
})

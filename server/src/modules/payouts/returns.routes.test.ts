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

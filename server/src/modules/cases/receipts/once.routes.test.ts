import { day } from '@yizhuan/kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { actIn, leadTwo, type Standing } from '../testing/leading.ts'

// What came in is income once, ever, over all cases of a house: what is recorded under one voucher is never more.

let house: TestApp
let finance: Person
let first: Standing
let second: Standing

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
  finance = await house.person(['finance'])
  const { institution } = finance.caller
  ;[first, second] = await leadTwo(house, institution, 'contractRegistered', day('2026-03-02'))
})
afterAll(() => house?.close())

interface Told {
  readonly voucher: string
  readonly caseNumber: string
}

const receipt = (amount: string, voucher: string, more: object = {}) => ({
  type: 'receiptRecorded',
  data: { amount, voucher, inBudget: true, ...more },
})
const take = (at: Standing, order: { readonly type: string; readonly data: object }) =>
  actIn(house, finance.caller.institution, 'finance', at, order as never)
const ruleOf = (outcome: Awaited<ReturnType<typeof take>>) =>
  'errors' in outcome ? outcome.errors.map(({ rule }) => rule) : outcome.kind

test('a receipt is not recorded in two cases, however its voucher is typed', async () => {
  expect(ruleOf(await take(first, receipt('5000', '收-2026-07-9')))).toBe('accepted')
  const refused = await take(second, receipt('5000', ' 收－2026-07-9'))
  expect(ruleOf(refused)).toEqual(['receipt-in-another'])
  const { items } = (await finance.get('/receipts')).body as { items: readonly Told[] }
  const known = items.find(({ voucher }) => voucher === '收-2026-07-9')
  expect(JSON.stringify(refused)).toContain(known?.caseNumber)
  // Over another amount it is the same money all the same.
  expect(ruleOf(await take(second, receipt('4999', '收-2026-07-9')))).toEqual([
    'receipt-in-another',
  ])
  expect(ruleOf(await take(first, receipt('4999', '收－2026-07-9')))).toEqual([
    'receipt-in-another',
  ])
})

test('a receipt is shared by cases up to its whole', async () => {
  const whole = { voucherAmount: '10000' }
  expect(ruleOf(await take(first, receipt('6000', '收-10', whole)))).toBe('accepted')
  const other = receipt('4000', '收-10', { voucherAmount: '10001' })
  expect(ruleOf(await take(second, other))).toEqual(['receipt-whole-differs'])
  const refused = await take(second, receipt('4001', '收-10'))
  expect(ruleOf(refused)).toEqual(['receipt-exceeded'])
  expect(JSON.stringify(refused)).toContain('40.00')
  expect(ruleOf(await take(second, receipt('4000', '收-10')))).toBe('accepted')
})

test('the whole of a receipt is not less than the part of it', async () => {
  const less = receipt('6000', '收-11', { voucherAmount: '5999' })
  expect(ruleOf(await take(first, less))).toEqual(['receipt-exceeded'])
})

test('what was taken back as an error is free again', async () => {
  expect(ruleOf(await take(first, receipt('700', '收-12')))).toBe('accepted')
  const back = {
    type: 'receiptRefunded',
    data: { cause: 'entry_error', receipt: '收-12', amount: '700', voucher: '更-12' },
  }
  expect(ruleOf(await take(first, back))).toBe('accepted')
  expect(ruleOf(await take(second, receipt('700', '收-12')))).toBe('accepted')
})

test('what went back to the payer came in all the same: its voucher is not free again', async () => {
  const whole = { voucherAmount: '10000' }
  expect(ruleOf(await take(first, receipt('6000', '收-16', whole)))).toBe('accepted')
  const data = { cause: 'refund', receipt: '收-16', amount: '6000', voucher: '退-16' }
  expect(ruleOf(await take(first, { type: 'receiptRefunded', data }))).toBe('accepted')
  expect(ruleOf(await take(second, receipt('4001', '收-16')))).toEqual(['receipt-exceeded'])
  expect(ruleOf(await take(first, receipt('4001', '收-16')))).toEqual(['receipt-exceeded'])
  expect(ruleOf(await take(second, receipt('4000', '收-16')))).toBe('accepted')
})

test('of two parts under one voucher the one goes back that has enough', async () => {
  const whole = { voucherAmount: '10000' }
  expect(ruleOf(await take(first, receipt('6000', '收-17', whole)))).toBe('accepted')
  expect(ruleOf(await take(first, receipt('4000', '收-17', whole)))).toBe('accepted')
  for (const amount of ['4000', '6000']) {
    const data = { cause: 'entry_error', receipt: '收-17', amount, voucher: `更-17-${amount}` }
    expect(ruleOf(await take(first, { type: 'receiptRefunded', data }))).toBe('accepted')
  }
  const links = await house.database.asOwner(
    `select link.fen::text from receipt_refund as link join receipt as back
       on back.id = link.refund_id where back.voucher like '更-17%' order by link.fen`,
  )
  expect(links).toEqual([{ fen: '4000' }, { fen: '6000' }])
  expect(ruleOf(await take(second, receipt('10000', '收-17')))).toBe('accepted')
})

test('what the register knows already is not recorded beside it', async () => {
  const { institution } = finance.caller
  await asSystem(house.context.db, institution, (tx) =>
    sql`insert into receipt (institution_id, id, payer, received_on, amount_fen, voucher)
      values (${institution}, gen_random_uuid(), '样例科技有限公司（虚构）', '2026-05', 900, '收-13'),
        (${institution}, gen_random_uuid(), '样例科技有限公司（虚构）', '2019-05-04', 800, '收-14')`.execute(
      tx,
    ),
  )
  expect(ruleOf(await take(first, receipt('900', '收-13')))).toEqual(['receipt-in-another'])
  // A ledger of years ago numbered its vouchers for itself.
  expect(ruleOf(await take(first, receipt('900', '收-14')))).toBe('accepted')
})

test('of two at once one is recorded', async () => {
  const both = await Promise.all([first, second].map((at) => take(at, receipt('700', '收-15'))))
  expect(both.map(({ kind }) => kind).sort()).toEqual(['accepted', 'refused'])
})

test('the database holds it by itself', async () => {
  const { institution } = finance.caller
  const insert = asSystem(house.context.db, institution, (tx) =>
    sql`insert into receipt (institution_id, id, case_id, seq, received_on, amount_fen, voucher)
      values (${institution}, gen_random_uuid(), ${second.id}, 9999, '2026-07-01', 1, '收-2026-07-9')`.execute(
      tx,
    ),
  )
  await expect(insert).rejects.toThrow(/more is recorded of receipt/)
})

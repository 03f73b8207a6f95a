import { day } from '@yizhuan/kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { actIn, leadTwo, type Standing } from '../testing/leading.ts'

// A cost is deducted once, ever, over all cases of a house: what is taken of one voucher is never more than it.

let house: TestApp
let finance: Person
let first: Standing
let second: Standing

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
  finance = await house.person(['finance'])
  const { institution } = finance.caller
  ;[first, second] = await leadTwo(house, institution, 'receiptRecorded', day('2026-03-02'))
})
afterAll(() => house?.close())

const cost = (amount: string, voucher: string, more: object = {}) => ({
  ...{ type: 'costRecorded', data: { kind: 'tax', amount, voucher, ...more } },
})
const take = (at: Standing, order: ReturnType<typeof cost>) =>
  actIn(house, finance.caller.institution, 'finance', at, order)
const ruleOf = (outcome: Awaited<ReturnType<typeof take>>) =>
  'errors' in outcome ? outcome.errors.map(({ rule }) => rule) : outcome.kind

test('one voucher is not deducted in two cases, however it is typed', async () => {
  expect(ruleOf(await take(first, cost('5000', '记-2026-07-9')))).toBe('accepted')
  const { timeline } = (await finance.get(`/cases/${first.id}`)).body
  expect(timeline.at(-1)).toMatchObject({ type: 'costRecorded', data: { once: true } })
  const refused = await take(second, cost('5000', ' 记－2026-07-9'))
  expect(ruleOf(refused)).toEqual(['voucher-in-another'])
  const { items } = (await finance.get(`/costs?case=${first.id}`)).body
  expect(JSON.stringify(refused)).toContain(items[0].caseNumber)
})

test('two costs of one case share a voucher', async () => {
  expect(ruleOf(await take(first, cost('5000', '记-2026-07-10')))).toBe('accepted')
  const other = cost('3000', '记-2026-07-10', { kind: 'appraisal' })
  expect(ruleOf(await take(first, other))).toBe('accepted')
})

test('a voucher is shared by cases up to its whole, and what is withdrawn is free again', async () => {
  const whole = { voucherAmount: '10000' }
  expect(ruleOf(await take(first, cost('6000', '记-2026-07-11', whole)))).toBe('accepted')
  expect(ruleOf(await take(second, cost('4001', '记-2026-07-11')))).toEqual(['voucher-exceeded'])
  expect(ruleOf(await take(second, cost('4000', '记-2026-07-11')))).toBe('accepted')
  const gone = { kind: 'tax', cost: '记-2026-07-9', amount: '5000', reason: '误登记' }
  const withdrawn = await take(first, { type: 'costWithdrawn', data: gone } as never)
  expect(withdrawn.kind).toBe('accepted')
  expect(ruleOf(await take(second, cost('5000', '记-2026-07-9')))).toBe('accepted')
})

test('of two at once one is recorded', async () => {
  const both = await Promise.all(
    [first, second].map((at) => take(at, cost('700', '记-2026-07-12'))),
  )
  expect(both.map(({ kind }) => kind).sort()).toEqual(['accepted', 'refused'])
})

test('the database holds it by itself', async () => {
  const { institution } = finance.caller
  const insert = asSystem(house.context.db, institution, (tx) =>
    sql`insert into cost (institution_id, case_id, seq, incurred_on, kind, amount_fen, voucher)
      values (${institution}, ${second.id}, 9999, '2026-07-01', 'tax', 1, '记-2026-07-10')`.execute(
      tx,
    ),
  )
  await expect(insert).rejects.toThrow(/more is taken of voucher/)
})

test('a ledger of many vouchers is written in one go', async () => {
  const { institution } = finance.caller
  const { rows } = await asSystem(house.context.db, institution, async (tx) => {
    await sql`insert into cost (institution_id, case_id, seq, incurred_on, kind, amount_fen, voucher)
      select ${institution}, ${second.id}, 10000 + at, '2026-07-01', 'tax', 1, '账-' || at
      from generate_series(1, 12000) as at`.execute(tx)
    return sql<{ held: number }>`select count(*)::int as held from pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid()`.execute(tx)
  })
  expect(rows[0]?.held).toBeLessThan(10)
})

import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// A distribution that was paid is reversed: the payout stands beside what takes it back, to the fen.

let house: TestApp
let institution: string
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
  institution = await house.institution(sampleDeal.hospital)
})
afterAll(() => house?.close())

const rows = (sql: string) => house.database.asOwner(sql)

test('a reversal and a refund are written below zero, and the receipt waits again', async () => {
  const steps = upTo('paid', lineOf(sampleDeal))
  const standing = await lead(house, institution, steps, '2026-03-02' as Day)
  const [paid] = await rows('select amount_fen from payout')
  const on = addDays(standing.on, 1)
  const take = (by: 'leaders' | 'finance', type: string, data: object) =>
    actIn(house, institution, by, { ...standing, on }, { type, data })
  const reversal = { cause: 'refund', account: '合作方依约退货', resolution: '院发（示例）8号' }
  expect(await take('leaders', 'distributionReversed', reversal)).toMatchObject({
    kind: 'accepted',
  })
  expect(await rows('select paid_on, net_fen from receipt')).toEqual([
    { paid_on: null, net_fen: null },
  ])
  const sum = await rows('select sum(amount_fen)::text as paid, count(*)::int as lines from payout')
  expect(sum).toEqual([{ paid: '0', lines: 2 }])
  expect(BigInt(String(paid?.['amount_fen']))).toBeGreaterThan(0n)

  const [receipt] = await rows('select voucher from receipt')
  const refund = {
    receipt: receipt?.['voucher'],
    cause: 'refund',
    amount: '20000000',
    voucher: '退（示例）1',
  }
  expect(await take('finance', 'receiptRefunded', refund)).toMatchObject({ kind: 'accepted' })
  const left = await rows('select sum(amount_fen)::text as received from receipt')
  expect(left).toEqual([{ received: '100000000' }])
  const [line] = await rows('select received_fen, distributed_fen from transfer_case')
  expect(line).toMatchObject({ received_fen: '100000000', distributed_fen: '0' })

  // What is shared out afresh stands at the receipt again, and what went back beside it.
  const again = upTo('paid', lineOf({ ...sampleDeal, price: 100_000_000n }))
  let day = on
  for (const step of again.slice(again.findIndex(({ type }) => type === 'planDrafted'))) {
    day = addDays(day, step.after)
    const order = { ...step, data: step.data(day, addDays(day, -1)) }
    const outcome = await actIn(house, institution, step.by, { ...standing, on: day }, order)
    expect(outcome, step.type).toMatchObject({ kind: 'accepted' })
  }
  expect(
    await rows('select amount_fen, net_fen, paid_on is null as waits from receipt order by seq'),
  ).toEqual([
    { amount_fen: '120000000', net_fen: '80000000', waits: false },
    { amount_fen: '-20000000', net_fen: null, waits: false },
  ])
  const repeated = { ...reversal, cause: 'other_cause', account: '份额有误' }
  const reversedOn = { ...standing, on: addDays(day, 1) }
  expect(
    await actIn(house, institution, 'leaders', reversedOn, {
      type: 'distributionReversed',
      data: repeated,
    }),
  ).toMatchObject({ kind: 'accepted' })
  expect(await rows('select count(*)::int as waiting from receipt where paid_on is null')).toEqual([
    { waiting: 2 },
  ])
})

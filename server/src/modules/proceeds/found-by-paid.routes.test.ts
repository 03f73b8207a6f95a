import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { leadTwo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'
import { enterReceipts, projectPayouts } from './index.ts'
import { blankReceipt } from './receipt.ts'

// Who was paid finds the receipt, whether few were paid out at once or many.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
})
afterAll(() => app.close())

/** An officer of a house in which somebody was paid of so many receipts at once. */
async function paidOf(count: number) {
  const { clock, db } = app.context
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const [of] = await leadTwo(app, institution, 'contractRegistered', day('2026-03-02'))
  const numbers = Array.from({ length: count }, (_, at) => 1001 + at)
  await asSystem(db, institution, async (tx) => {
    const receipts = numbers.map((seq) => ({
      fields: { ...blankReceipt, amountFen: '900', receivedOn: '2026-01-05', voucher: `收-${seq}` },
      source: '台账',
    }))
    const ids = await enterReceipts(tx, clock, officer.caller, receipts)
    for (const [at, id] of ids.entries()) {
      const taken = { caseId: of.id, seq: numbers[at] ?? 0 }
      await tx.updateTable('receipt').set(taken).where('id', '=', id).execute()
    }
    await projectPayouts(
      tx,
      clock,
      institution,
      numbers.map((seq) => ({
        ...{ case: of.id, seqs: [seq], isOfOne: true, refundSeqs: [] },
        ...{ paidOn: '2026-02-02', costFen: '0', netFen: '900', rewardFen: '900' },
        ...{ ttoFen: '0', institutionFen: '0' },
        split: [{ name: '欧阳若溪', share: null, fen: '900' }],
      })),
    )
  })
  const found = async () =>
    (await officer.get(`/search?kind=receipt&limit=50&q=${encodeURIComponent('欧阳若溪')}`)).body
      .items
  return found
}

test('a receipt is found by who was paid of it, at once', async () => {
  const found = await paidOf(1)
  expect(await found()).toHaveLength(1)
})

test('of a whole batch they are found once the worker has been there', async () => {
  const found = await paidOf(21)
  expect(await found()).toHaveLength(0)
  await app.workOff()
  expect(await found()).toHaveLength(21)
})

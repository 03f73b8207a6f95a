import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'
import { enterReceipts } from './index.ts'
import { blankReceipt, type ReceiptFields } from './receipt.ts'

// Money that stands as income more than once, from ledgers or from before it was held, is found in the register.

let app: TestApp
let finance: Person
let ids: readonly string[]
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
  finance = await app.person(['finance'])
  const steps = upTo('receiptRecorded', lineOf(sampleDeal))
  const { institution } = finance.caller
  const cases = [
    await lead(app, institution, steps, day('2026-03-02')),
    await lead(app, institution, steps, day('2026-03-02')),
  ]
  const { items } = (await finance.get('/receipts')).body
  ids = cases.map(({ id }) => items.find((one: { caseId: string }) => one.caseId === id).id)
})
afterAll(() => app.close())

/** As the two receipts of cases stood before it was held what they say. */
async function asOfOld(...said: readonly { voucher: string; voucherFen?: string }[]) {
  await asSystem(app.context.db, finance.caller.institution, async (tx) => {
    for (const [at, fields] of said.entries()) {
      await tx
        .updateTable('receipt')
        .set({ voucherFen: null, ...fields })
        .where('id', '=', ids[at] ?? '')
        .execute()
    }
  })
}

async function ofLedger(...receipts: readonly Partial<ReceiptFields>[]) {
  const { clock, db } = app.context
  const told = receipts.map((one) => ({ fields: { ...blankReceipt, ...one }, source: '台账' }))
  return asSystem(db, finance.caller.institution, (tx) =>
    enterReceipts(tx, clock, finance.caller, told),
  )
}

const found = async () =>
  (await finance.get('/receipts?twice=yes')).body.items
    .map(({ id }: { id: string }) => id)
    .toSorted()
const one = async (id: string | undefined) => (await finance.get(`/receipts/${id}`)).body

const amount = `${sampleDeal.price}`

test('one voucher in two cases is found, unless the whole of it is said', async () => {
  await asOfOld({ voucher: '收-1' }, { voucher: ' 收－1' })
  expect(await found()).toEqual([...ids].toSorted())
  const { sameVoucher, mayBeTwice } = await one(ids[0])
  expect(mayBeTwice).toBe(true)
  expect(sameVoucher).toMatchObject([{ id: ids[1], keptFen: amount }])
  const totals = (await finance.get('/receipts?twice=yes&limit=1')).body.totals
  expect(totals).toMatchObject({ count: 2, amountFen: `${2n * sampleDeal.price}` })

  await asOfOld({ voucher: '收-1', voucherFen: `${2n * sampleDeal.price}` })
  expect(await found()).toEqual([])
  expect(await one(ids[0])).toMatchObject({ mayBeTwice: false, sameVoucher: [{ id: ids[1] }] })
  await asOfOld({ voucher: '收-1', voucherFen: `${3n * sampleDeal.price}` })
  expect(await one(ids[1])).toMatchObject({
    ...{ wholeFen: `${3n * sampleDeal.price}`, leftFen: amount },
  })
  await asOfOld({ voucher: '收-1', voucherFen: `${2n * sampleDeal.price - 1n}` })
  expect(await found()).toHaveLength(2)
})

test('a voucher of a case in a ledger as well is found', async () => {
  await asOfOld({ voucher: '收-1' }, { voucher: '收-2' })
  const { receivedOn } = await one(ids[0])
  const [byMonth, byAmount] = await ofLedger(
    { voucher: '收-1', amountFen: '900', receivedOn: receivedOn.slice(0, 7) },
    { voucher: '收-2', amountFen: amount, receivedOn: '2019-05-04' },
    // Numbered anew since, and over another amount.
    { voucher: '收-2', amountFen: '901', receivedOn: '2018-05-04' },
    { voucher: '收-3', amountFen: '902', receivedOn: '2018-05-04' },
  )
  expect(await found()).toEqual([...ids, byMonth, byAmount].toSorted())
})

test('a ledger that shares a voucher among contracts is right, one that says it twice is not', async () => {
  await asOfOld({ voucher: '收-5' }, { voucher: '收-6' })
  const on = { voucher: '收-9', receivedOn: '2019-05-04' }
  await ofLedger({ ...on, amountFen: '600' }, { ...on, amountFen: '400' })
  expect(await found()).toEqual([])
  await ofLedger({ ...on, amountFen: '400' })
  expect(await found()).toHaveLength(2)
})

test('only what is filtered for is found', async () => {
  expect((await finance.get('/receipts?twice=maybe')).status).toBe(400)
})

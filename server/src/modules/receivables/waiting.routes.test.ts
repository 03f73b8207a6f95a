import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { amendContract, blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import {
  amendReceipt,
  blankReceipt,
  correctReceipt,
  enterReceipts,
  linkReceipts,
  type ReceiptFields,
} from '../proceeds/index.ts'

// What waits to be linked stands in one list with what it may belong to; a click links it, and why is kept.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-30' })
})
afterAll(() => app.close())

const payer = '示例医械有限公司（虚构）'

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance'], institution)
  const officer = await app.person(['tto_negotiator'], institution)
  const { clock, db } = app.context
  const contract = await asSystem(db, institution, async (tx) => {
    const title = '“示例缝合器”许可'
    const fields = { ...blankContract, kind: 'transfer' as const, title, counterparty: payer }
    const [id = ''] = await enterContracts(tx, clock, officer.caller, [
      { fields, achievements: [], source: '台账' },
    ])
    return id
  })
  const receive = (lines: readonly Partial<ReceiptFields>[]) =>
    asSystem(db, institution, (tx) =>
      enterReceipts(
        tx,
        clock,
        officer.caller,
        lines.map((one) => ({ fields: { ...blankReceipt, ...one }, source: '台账' })),
      ),
    )
  return { finance, officer, contract, receive }
}

test('a receipt finds its contract by its payer, and refunds that leave one choice follow it', async () => {
  const { finance, officer, contract, receive } = await house()
  const [stray = '', back = ''] = await receive([
    { payer: '示例医械有限公司(虚构)', amountFen: '5000', receivedOn: '2026-01-10' },
    { contractId: contract, amountFen: '-2000', receivedOn: '2026-02-10' },
  ])
  const list = async () => (await finance.get('/waiting-receipts')).body
  const { items, totals } = await list()
  expect(totals).toEqual({ count: 2, amountFen: '3000', unknown: { amountFen: 0 } })
  expect(items).toMatchObject([
    { id: back, kind: 'refund', suggestions: [] },
    { id: stray, kind: 'receipt', suggestions: [{ id: contract, bases: ['payer'] }] },
  ])
  const send = (by: typeof finance, reason?: string) =>
    by.send('POST', `/receipts/${stray}/contract`, { contract, reason })
  expect((await send(officer)).status).toBe(403)
  expect((await list()).items).toEqual(items)
  expect((await send(finance)).status).toBe(201)
  expect((await send(finance)).body.code).toBe('has-contract')
  expect((await list()).items).toEqual([])
  const history = (await finance.get(`/receipts/${stray}/history`)).body.items
  expect(JSON.stringify(history.at(-1))).toContain('付款单位是合同相对方')
  const { refunds } = (await finance.get(`/receipts/${stray}/matching`)).body
  expect(refunds).toMatchObject([{ id: back, basis: 'only' }])
  // A refund that is linked stays of the sum by which it went back.
  const { clock, db } = app.context
  const amended = asSystem(db, finance.caller.institution, (tx) =>
    correctReceipt(tx, clock, finance.caller, back, {
      ...{ fields: { amountFen: '-1000' }, reason: '更正' },
    }),
  )
  await expect(amended).rejects.toMatchObject({ code: 'receipt-matched' })
})

test('a refund of several is suggested the one of its sum, and the list leaves as a sheet', async () => {
  const { finance, contract, receive } = await house()
  const base = { contractId: contract, receivedOn: '2026-01-10' }
  const [one = '', other = '', back = ''] = await receive([
    { ...base, amountFen: '9000', voucher: '收-1' },
    { ...base, amountFen: '5000', voucher: '收-2' },
    { ...base, amountFen: '-5000', receivedOn: '2026-02-10' },
  ])
  const [line] = (await finance.get('/waiting-receipts')).body.items
  expect(line.suggestions).toEqual([
    {
      id: other,
      number: '收-2',
      title: '2026-01-10',
      fen: '5000',
      bases: ['same-amount'],
      isMatched: false,
    },
    {
      id: one,
      number: '收-1',
      title: '2026-01-10',
      fen: '9000',
      bases: ['of-contract'],
      isMatched: false,
    },
  ])
  const sheet = await app.app.inject({
    ...{ url: '/api/v1/waiting-receipts.csv', headers: { cookie: finance.cookie } },
  })
  expect(sheet.body).toContain('金额相同')
  const body = { refund: back, reason: null }
  expect((await finance.send('POST', `/receipts/${other}/refunds`, body)).status).toBe(201)
  expect((await finance.get('/waiting-receipts')).body.totals.count).toBe(0)
  const { refunds } = (await finance.get(`/receipts/${other}/matching`)).body
  expect(refunds).toMatchObject([{ id: back, basis: 'same-amount' }])
})

test('a receipt of the wrong contract waits again, once nothing rests on its link', async () => {
  const { finance, officer, contract, receive } = await house()
  const [stray = '', back = ''] = await receive([
    { payer, amountFen: '5000', receivedOn: '2026-01-10' },
    { contractId: contract, amountFen: '-2000', receivedOn: '2026-02-10' },
  ])
  const reason = '付款说明写的是另一份合同'
  const send = (by: typeof finance, path: string, body: object = { reason }) =>
    by.send('POST', `/receipts/${stray}/${path}`, body)
  expect((await send(finance, 'contract/take-back')).body.code).toBe('has-no-contract')
  expect((await send(finance, 'contract', { contract })).status).toBe(201)
  expect((await send(officer, 'contract/take-back')).status).toBe(403)
  const stranger = await app.person(['finance'], await app.institution())
  expect((await send(stranger, 'contract/take-back')).status).toBe(404)
  // Its refund went with it.
  expect((await send(finance, 'contract/take-back')).body.code).toBe('receipt-in-use')
  expect((await send(finance, `refunds/${back}/take-back`)).status).toBe(201)
  expect((await send(finance, 'contract/take-back')).status).toBe(201)
  const { items } = (await finance.get('/waiting-receipts')).body
  expect(items.map(({ id }: { id: string }) => id)).toEqual([back, stray])
  const history = (await finance.get(`/receipts/${stray}/history`)).body.items
  expect(JSON.stringify(history.at(-1))).toContain(reason)
  // Linked anew, the refund is not taken for one of it by itself.
  expect((await send(finance, 'contract', { contract })).status).toBe(201)
  expect((await finance.get(`/receipts/${stray}/matching`)).body.refunds).toEqual([])
})

test('a receipt that was taken off stays off, whatever a ledger says of its number', async () => {
  const { finance, contract, receive } = await house()
  const { clock, db } = app.context
  const { institution } = finance.caller
  const inHouse = <Result>(work: Parameters<typeof asSystem<Result>>[2]) =>
    asSystem(db, institution, work)
  const number = 'HT-2026-1'
  await inHouse((tx) =>
    amendContract(tx, clock, finance.caller, contract, {
      ...{ fields: { number }, achievements: [], reason: '补录编号' },
    }),
  )
  const [stray = ''] = await receive([
    { contractId: contract, contractNumber: number, amountFen: '5000', receivedOn: '2026-01-10' },
  ])
  const reason = '付款说明写的是另一份合同'
  const off = await finance.send('POST', `/receipts/${stray}/contract/take-back`, { reason })
  expect(off.status).toBe(201)
  expect(await inHouse((tx) => linkReceipts(tx, clock, finance.caller, '导入'))).toEqual([])
  await inHouse((tx) =>
    amendReceipt(tx, clock, finance.caller, stray, {
      ...{ fields: { contractId: contract, remark: '再次导入' }, reason: '导入' },
    }),
  )
  const { contractId, remark } = (await finance.get(`/receipts/${stray}`)).body
  expect([contractId, remark]).toEqual([null, '再次导入'])
  // A person may say that it is of that contract after all.
  expect((await finance.send('POST', `/receipts/${stray}/contract`, { contract })).status).toBe(201)
  expect((await finance.get(`/receipts/${stray}`)).body.contractId).toBe(contract)
})

test('what waits is at least what is known of it', async () => {
  const { finance, receive } = await house()
  const totals = async () => (await finance.get('/waiting-receipts')).body.totals
  await receive([{ payer, receivedOn: '2026-01-10' }])
  expect(await totals()).toEqual({ count: 1, amountFen: null, unknown: { amountFen: 1 } })
  await receive([{ payer, receivedOn: '2026-01-11', amountFen: '700' }])
  expect(await totals()).toEqual({ count: 2, amountFen: '700', unknown: { amountFen: 1 } })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, type Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { assignContract, takeBackContract } from './waiting.commands.ts'

// Money of a contract that no case performs goes back to who paid it: finance records it with the receipt it
// came from, once, and never more than is left there.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-30' })
})
afterAll(() => app?.close())

const payer = '示例医械有限公司（虚构）'
const slip = {
  ...{ payer, receivedOn: '2026-06-10', amountFen: '500000' },
  ...{ account: '基本户 0001', voucher: '回单-77' },
}
const given = {
  ...{ on: '2026-06-20', amountFen: '120000', account: '基本户 0001' },
  ...{ voucher: '付-15', reason: '对方多付，按补充协议退回' },
}

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance'], institution)
  const officer = await app.person(['tto_negotiator'], institution)
  const fields = { ...blankContract, kind: 'service' as const, title: '检测', counterparty: payer }
  const contract = await asSystem(app.context.db, institution, async (tx) => {
    const ledger = [{ fields, achievements: [], source: '台账' }]
    const [one = ''] = await enterContracts(tx, app.context.clock, officer.caller, ledger)
    return one
  })
  const term = { key: 'a', kind: 'fixed', label: '检测费', minor: '400000', dueOn: '2026-06-01' }
  const body = { effectiveOn: '2026-01-01', terms: [term] }
  expect((await finance.send('POST', `/contracts/${contract}/terms`, body)).status).toBe(201)
  const made = await finance.send('POST', '/receipts', { ...slip, contract })
  expect(made.status, made.text).toBe(201)
  const receipt: string = made.body.id
  const giveBack = (more: object = {}, by: Person = finance, id = receipt) =>
    by.send('POST', `/receipts/${id}/give-back`, { ...given, ...more })
  const matching = async () => (await finance.get(`/receipts/${receipt}/matching`)).body
  return { institution, finance, officer, contract, receipt, giveBack, matching }
}

test('what goes back is recorded once, lowers its receipt and stands in the journal', async () => {
  const { finance, officer, contract, receipt, giveBack, matching } = await house()
  expect((await giveBack({}, officer)).status).toBe(403)
  const id = newId()
  const made = await giveBack({ id })
  expect(made.status, made.text).toBe(201)
  expect((await giveBack({ id })).body).toEqual(made.body)
  expect((await finance.get(`/receipts/${made.body.id}`)).body).toMatchObject({
    ...{ payer, amountFen: '-120000', receivedOn: '2026-06-20', voucher: '付-15' },
    ...{ contractId: contract, byHand: true, remark: '对方多付，按补充协议退回' },
  })
  expect(await matching()).toMatchObject({
    leftFen: '380000',
    refunds: [{ id: made.body.id, amountFen: '-120000', reason: '对方多付，按补充协议退回' }],
  })
  const money = (await finance.get(`/contracts/${contract}/money`)).body
  expect(money.totals.receivedFen).toBe('380000')
  const { items } = (await finance.get('/journal')).body
  expect(items.filter(({ kind }: { kind: string }) => kind === 'serviceReceived')).toHaveLength(2)
  // Linked with its receipt it waits for nothing; that receipt waits to be matched.
  expect((await finance.get('/waiting-receipts')).body.items).toMatchObject([{ id: receipt }])
})

test('never more goes back than is left, and nothing of what paid a receivable', async () => {
  const { finance, receipt, giveBack, matching } = await house()
  const beyond = await giveBack({ amountFen: '500001' })
  expect(beyond.status).toBe(400)
  expect(beyond.body.errors[0]).toMatchObject({
    ...{ pointer: '#/amountFen', rule: 'given-back-beyond' },
    detail: expect.stringContaining('5,000.00'),
  })
  const { open } = await matching()
  const lines = [{ receivable: open[0].id, minor: '400000' }]
  expect((await finance.send('POST', `/receipts/${receipt}/matches`, { lines })).status).toBe(201)
  expect((await giveBack()).body.errors[0]).toMatchObject({ pointer: '#/amountFen' })
  expect((await giveBack({ amountFen: '100000' })).status).toBe(201)
  expect((await matching()).leftFen).toBe('0')
})

test('a refund that is wrong in itself is refused at its field', async () => {
  const { giveBack } = await house()
  for (const [more, pointer] of [
    [{ on: '2026-07-01' }, '#/on'],
    [{ on: '2026-06-09' }, '#/on'],
    [{ amountFen: '0' }, '#/amountFen'],
    [{ amountFen: '-5' }, '#/amountFen'],
    [{ voucher: ' ' }, '#/voucher'],
    [{ account: '' }, '#/account'],
    [{ reason: ' ' }, '#/reason'],
  ] as const) {
    const answer = await giveBack(more)
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.errors[0].pointer).toBe(pointer)
  }
})

test('one voucher of one account gives back once, also where two record it at once', async () => {
  const { institution, finance, receipt, giveBack, matching } = await house()
  const second = await app.person(['finance'], institution)
  const answers = await Promise.all([giveBack(), giveBack({}, second), giveBack()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400])
  expect((await matching()).leftFen).toBe('380000')
  const again = await giveBack({ voucher: ' 付-１5', amountFen: '1' })
  expect(again.body.errors[0]).toMatchObject({ pointer: '#/voucher', rule: 'given-back-already' })
  const [refund] = (await matching()).refunds
  expect(again.body.facts).toEqual({ see: `/receipts/${refund.id}` })
  // Taken back, its link first, it may be recorded anew.
  const back = (path: string) => finance.send('POST', path, { reason: '录错' })
  expect((await back(`/receipts/${refund.id}/take-back`)).body.code).toBe('receipt-rested-on')
  expect((await back(`/receipts/${receipt}/refunds/${refund.id}/take-back`)).status).toBe(201)
  expect((await back(`/receipts/${refund.id}/take-back`)).status).toBe(201)
  expect((await matching()).leftFen).toBe('500000')
  expect((await giveBack()).status).toBe(201)
})

test('two refunds at once never give back more than came in', async () => {
  const { institution, giveBack, matching } = await house()
  const second = await app.person(['finance'], institution)
  const answers = await Promise.all([
    giveBack({ amountFen: '300000' }),
    giveBack({ amountFen: '300000', voucher: '付-16' }, second),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400])
  expect((await matching()).leftFen).toBe('200000')
})

test('only a receipt of a contract of one’s own house, and no refund, gives back', async () => {
  const { finance, giveBack } = await house()
  const stranger = await app.person(['finance'], await app.institution())
  expect((await giveBack({}, stranger)).status).toBe(404)
  const stray = await finance.send('POST', '/receipts', { ...slip, voucher: '回单-90' })
  const ofNone = await giveBack({}, finance, stray.body.id)
  expect(ofNone.body.code).toBe('refund-of-no-contract')
  const refund = (await giveBack()).body.id
  const ofRefund = await giveBack({ voucher: '付-17' }, finance, refund)
  expect(ofRefund.body.errors[0]).toMatchObject({ pointer: '#/amountFen' })
})

/** Something that is waited for until it is told. */
function newGate() {
  let resolve = (): void => undefined
  const promise = new Promise<void>((told) => {
    resolve = told
  })
  return { promise, resolve: () => resolve() }
}

test('a receipt that is taken off its contract meanwhile gives nothing back', async () => {
  const { institution, finance, contract, receipt, giveBack } = await house()
  const { db, clock } = app.context
  const changed = async (change: (tx: Tx) => Promise<unknown>) => {
    const gate = newGate()
    const held = newGate()
    const first = asSystem(db, institution, async (tx) => {
      await change(tx)
      held.resolve()
      await gate.promise
    })
    await held.promise
    const second = giveBack()
    const isWaiting = async () =>
      (await app.database.asOwner(`select from pg_locks where not granted`)).length > 0
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20))
    gate.resolve()
    await first
    return (await second).body.code
  }
  const other = await asSystem(db, institution, async (tx) => {
    const fields = { ...blankContract, kind: 'service' as const, title: '另一份检测' }
    const ledger = [{ fields, achievements: [], source: '台账' }]
    const [one = ''] = await enterContracts(tx, clock, finance.caller, ledger)
    return one
  })
  const by = finance.caller
  const off = (tx: Tx) => takeBackContract(tx, clock, by, receipt, '关联有误')
  const on = (tx: Tx, to: string) =>
    assignContract(tx, clock, by, receipt, { contract: to, reason: '更正' })
  expect(await changed(off)).toBe('refund-of-no-contract')
  expect(await asSystem(db, institution, (tx) => on(tx, contract))).toMatchObject({
    kind: 'accepted',
  })
  const moved = async (tx: Tx) => {
    await off(tx)
    await on(tx, other)
  }
  expect(await changed(moved)).toBe('has-no-contract')
})

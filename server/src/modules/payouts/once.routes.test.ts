import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Task } from '../../platform/jobs.ts'
import type { Person, TestApp } from '../../platform/testing/app.ts'
import { gatherCases } from './gather.commands.ts'
import { settleCases } from './settle.commands.ts'
import { type OneCase, orderFor, PayingHouse, proofOf } from './testing/paying.ts'

// Nobody is paid twice, whoever clicks, and whatever breaks.

let paying: PayingHouse
let house: TestApp
let institution: string
let finance: Person
beforeAll(async () => {
  paying = await PayingHouse.open()
  ;({ house, institution, finance } = paying)
})
afterAll(() => house?.close())

test('two who click at once, and one who clicks twice, order every payment once', async () => {
  const [one, other] = [await paying.payable(), await paying.payable()]
  const [mine, yours] = [orderFor([one, other]), orderFor([other, one])]
  const orders = [mine, mine, yours, mine]
  const made = await Promise.all(orders.map((each) => finance.send('POST', '/payouts', each)))
  expect(made.map(({ status }) => status)).toEqual([202, 202, 202, 202])
  // Both batches are gathered in two transactions side by side.
  const cases = [one.id, other.id].toSorted()
  const gather = gatherCases(house.context)
  const job = (id: string) => ({ institution, payload: { batch: id, cases } })
  const { db } = house.context
  await Promise.all(
    [mine, yours].map(({ id }) => asSystem(db, institution, (tx) => gather(tx, job(id)))),
  )
  const rows = await house.database.asOwner(
    'select case_id, line, count(*)::int as times from payment_order where case_id = any($1) group by 1, 2',
    [cases],
  )
  expect(rows.map(({ times }) => times)).toEqual([1, 1, 1, 1])
  const states = (await Promise.all([mine, yours].map(({ id }) => paying.batch(id)))).map(
    (each) => {
      return [
        each.state,
        each.orders,
        each.leftOut.map((out: { problem: { code: string } }) => out.problem.code),
      ]
    },
  )
  expect(states.toSorted()).toEqual([
    ['cancelled', 0, ['ordered-before', 'ordered-before']],
    ['made', 4, []],
  ])
  // The database itself lets no second attempt in beside one that is under way.
  const twice = house.database.asOwner(
    `insert into payment_order (institution_id, case_id, plan_seq, line, attempt, plan_id, batch_id,
       number, name, way, amount_fen, state)
     select institution_id, case_id, plan_seq, line, 2, plan_id, batch_id, 99, name, way, amount_fen,
       'ordered' from payment_order where case_id = $1 limit 1`,
    [one.id],
  )
  await expect(twice).rejects.toThrow('payment_order_once')
})

test('a crash between payout and proof pays nobody twice, and writes all of a proof or nothing', async () => {
  const one = await paying.payable(['6222000000003333', '6222000000004444'])
  const id = await paying.sent([one])
  // The server is gone after the file was made: what was sent is sent, and in no other file or batch.
  const fresh = orderFor([one])
  await finance.send('POST', '/payouts', fresh)
  await house.workOff()
  expect((await finance.send('POST', `/payouts/${id}/files`)).body.code).toBe('no-payment-to-send')
  expect((await finance.get(`/payouts/${fresh.id}`)).status).toBe(404)
  const taken = proofOf('all-paid')
  const sentTwice = [1, 2].map(() => finance.send('POST', `/payouts/${id}/proofs`, taken))
  expect((await Promise.all(sentTwice)).map(({ status }) => status)).toEqual([202, 202])
  // The worker is killed while it writes: its connection ends in the middle of the transaction.
  const settle = settleCases(house.context)
  const job = { institution, payload: { proof: taken.id, cases: [one.id] } }
  const { db } = house.context
  const killed = asSystem(db, institution, async (tx) => {
    await settle(tx, job)
    await killConnection(tx)
    await settle(tx, job)
  })
  await expect(killed).rejects.toThrow()
  expect(await paying.actsOf(one)).toEqual([])
  expect(await paying.cash(one.id)).toBe('0')
  expect((await paying.payments(id)).map(({ state }: { state: string }) => state)).toEqual([
    'sent',
    'sent',
  ])
  // Two workers take it up again at once.
  await Promise.all([1, 2].map(() => asSystem(db, institution, (tx) => settle(tx, job))))
  await house.workOff()
  expect(await paying.actsOf(one)).toHaveLength(1)
  expect(await paying.cash(one.id)).toBe('70000000')
  expect((await paying.batch(id)).proofs).toMatchObject([{ cases: 1, done: 1, lines: 2 }])
})

test('parts of a batch that are worked at side by side come to the same end', async () => {
  const cases: OneCase[] = []
  for (const at of [1, 2, 3]) {
    cases.push(await paying.payable([`622200000009000${at}`, `622200000009100${at}`]))
  }
  const order = orderFor(cases)
  await finance.send('POST', '/payouts', order)
  const { db } = house.context
  const sideBySide = (task: Task, payload: object) =>
    Promise.all(
      cases.map(({ id }) =>
        asSystem(db, institution, (tx) =>
          task(tx, { institution, payload: { ...payload, cases: [id] } }),
        ),
      ),
    )
  await sideBySide(gatherCases(house.context), { batch: order.id })
  expect(await paying.batch(order.id)).toMatchObject({ state: 'made', orders: 6, leftOut: [] })
  const payments: readonly { readonly reference: string }[] = await paying.payments(order.id)
  expect(new Set(payments.map(({ reference }) => reference)).size).toBe(6)
  await paying.leader.send('POST', `/payouts/${order.id}/decision`, { approve: true })
  await finance.send('POST', `/payouts/${order.id}/files`)
  const taken = proofOf('all-paid')
  const took = await finance.send('POST', `/payouts/${order.id}/proofs`, taken)
  expect(took.status, took.text).toBe(202)
  await sideBySide(settleCases(house.context), { proof: taken.id })
  expect(await paying.batch(order.id)).toMatchObject({
    state: 'settled',
    proofs: [{ cases: 3, done: 3 }],
  })
  for (const one of cases) expect(await paying.actsOf(one)).toHaveLength(1)
})

test('a batch is settled by its last part, also where a later proof overtook that part', async () => {
  const [one, other] = [
    await paying.payable(['6222000000009301', '6222000000009302']),
    await paying.payable(['6222000000009303', '6222000000009304']),
  ]
  const id = await paying.sent([one, other])
  const { db } = house.context
  const settle = settleCases(house.context)
  const settled = (proof: string, { id: caseId }: OneCase) =>
    asSystem(db, institution, (tx) =>
      settle(tx, { institution, payload: { proof, cases: [caseId] } }),
    )
  const first = proofOf('all-paid')
  await finance.send('POST', `/payouts/${id}/proofs`, first)
  const lines = (await paying.payments(id)).filter((each: { caseId: string }) => {
    return each.caseId === other.id
  })
  const back = lines.map(({ reference, amountFen }: { reference: string; amountFen: string }) => {
    return { reference, amountFen, outcome: 'returned', reason: '户名不符' }
  })
  const later = proofOf(back)
  const took = await finance.send('POST', `/payouts/${id}/proofs`, later)
  expect(took.status, took.text).toBe(202)
  await settled(later.id, other)
  await settled(first.id, one)
  expect(await paying.batch(id)).toMatchObject({ state: 'approved' })
  await settled(first.id, other)
  const { state, proofs } = await paying.batch(id)
  expect(state).toBe('settled')
  expect(proofs.map(({ cases, done }: { cases: number; done: number }) => [cases, done])).toEqual(
    expect.arrayContaining([
      [2, 2],
      [1, 1],
    ]),
  )
})

test('what was said to be paid is neither sent nor taken back before that is written', async () => {
  const [one, other] = [
    await paying.payable(['6222000000005555', '6222000000006666']),
    await paying.payable(['6222000000007777', '6222000000008888']),
  ]
  const handedOver = async (id: string) => {
    const [{ reference, amountFen }] = await paying.payments(id)
    const told = [{ reference, amountFen, outcome: 'paid' }]
    const took = await finance.send('POST', `/payouts/${id}/proofs`, proofOf(told))
    expect(took.status, took.text).toBe(202)
  }
  const states = async (id: string) =>
    (await paying.payments(id)).map(({ state }: { state: string }) => state)
  const sent = await paying.approved([one])
  await handedOver(sent)
  expect((await finance.send('POST', `/payouts/${sent}/files`)).body.orders).toBe(1)
  const dropped = await paying.approved([other])
  await handedOver(dropped)
  await finance.send('POST', `/payouts/${dropped}/cancel`, { reason: '重新制单' })
  await house.workOff()
  expect(await states(sent)).toEqual(['paid', 'sent'])
  expect(await states(dropped)).toEqual(['paid', 'dropped'])
  expect((await paying.batch(dropped)).state).toBe('settled')
})

test('a batch that is given up while it is put together lets its cases go', async () => {
  const [one, other] = [await paying.payable(), await paying.payable()]
  const gather = gatherCases(house.context)
  const part = (batch: string, { id }: { id: string }) =>
    asSystem(house.context.db, institution, (tx) =>
      gather(tx, { institution, payload: { batch, cases: [id] } }),
    )
  // Whoever made it is gone when the second part comes up.
  const maker = await house.person(['finance'], institution)
  const theirs = orderFor([one, other])
  await maker.send('POST', '/payouts', theirs)
  await part(theirs.id, one)
  await house.database.asOwner('update account set disabled_at = now() where id = $1', [
    maker.caller.account,
  ])
  await part(theirs.id, other)
  expect(await paying.batch(theirs.id)).toMatchObject({ state: 'cancelled', ordered: 0 })
  // Or somebody takes it back meanwhile.
  const mine = orderFor([one, other])
  await finance.send('POST', '/payouts', mine)
  await part(mine.id, one)
  const cancelled = await finance.send('POST', `/payouts/${mine.id}/cancel`, { reason: '重新制单' })
  expect(cancelled.status, cancelled.text).toBe(200)
  await house.workOff()
  const last = orderFor([one, other])
  await finance.send('POST', '/payouts', last)
  await house.workOff()
  expect(await paying.batch(last.id)).toMatchObject({ state: 'made', orders: 4, leftOut: [] })
})

/** Ends the connection of a transaction in its midst, as when the process dies that holds it. */
async function killConnection(tx: Tx): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  await house.database.asOwner('select pg_terminate_backend($1)', [rows[0]?.pid])
}

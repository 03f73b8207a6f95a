import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { type PayingHouse, proofOf } from '../../payouts/testing/paying.ts'
import { AwardingHouse, reward } from '../testing/awarding.ts'
import { holdRecord } from './batch.commands.ts'
import { settleAwards } from './settle.commands.ts'

// Who comes at the same time with the same order, or while somebody holds what a proof is about.

let house: AwardingHouse
let paying: PayingHouse
let officer: Person
let finance: Person
let helper: string

beforeAll(async () => {
  house = await AwardingHouse.open()
  ;({ paying, officer, helper } = house)
  ;({ finance } = paying)
})
afterAll(() => paying?.house.close())

test('one order sent twice at the same time is one batch, and both hear of it', async () => {
  await house.filled()
  for (let time = 0; time < 3; time++) {
    const award = await house.awarded([reward(helper, '10')])
    const mine = newId()
    const both = await Promise.all([house.order([award], mine), house.order([award], mine)])
    expect(both.map(({ status, body }) => [status, body.id])).toEqual([
      [201, mine],
      [201, mine],
    ])
  }
})

test('a proof waits for whoever holds the award before it touches its orders', async () => {
  await house.filled()
  const { house: app, institution } = paying
  const { db } = app.context
  const award = await house.awarded([reward(helper, '3000')])
  const id = await house.sent([award])
  const taken = proofOf('all-paid')
  expect((await finance.send('POST', `/payouts/${id}/proofs`, taken)).status).toBe(202)
  const settle = settleAwards(app.context)
  const job = { institution, payload: { proof: taken.id, cases: [award.id] } }
  const isWaiting = async () =>
    (await app.database.asOwner(`select from pg_locks where not granted`)).length > 0
  let settled: Promise<void> | undefined
  await asSystem(db, institution, async (tx) => {
    await holdRecord(tx, institution, { source: 'staff_award', id: award.id })
    settled = asSystem(db, institution, (later) => settle(later, job))
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20))
    // Nobody waits for somebody who waits for them: the orders are free.
    await sql`select from award_order where record_id = ${award.id} for update nowait`.execute(tx)
  })
  await settled
  expect((await officer.get(award.path)).body).toMatchObject({ paidFen: '3000', state: 'paid' })
})

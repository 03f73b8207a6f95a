import { accept, refuse } from '@yizhuan/kit'
import { isUnderWay, latestOf } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Actor, holdRecords, performAct, toProblem } from '../cases/index.ts'
import { type Answer, changeBatch } from './batch.commands.ts'
import { lockBatch, standingOfBatch } from './batch.queries.ts'
import { overturned } from './fallen.queries.ts'
import { freeHolds } from './hold.commands.ts'
import { type OrderRow, ordersOfCases } from './order.queries.ts'
import { isOnRecord, payoutHolder } from './payout.ts'
import { movePlans } from './settle.queries.ts'

// An objection that is upheld overturns a plan (`gd-2025#a14.p1.i3`, `gd-2025#a18.p2`). What was paid by it by
// then stands: the case takes it in, and the plan that follows sets it off. What was not sent is dropped.

/** Has a case take in what a plan paid that fell, and lets the plan go. */
export async function takeInFallen(
  tx: Tx,
  clock: Clock,
  by: Actor,
  id: string,
): Promise<Answer<{ takenInFen: string }>> {
  const { institution } = by
  const plan = await tx
    .selectFrom('payoutPlan')
    .select(['caseId', 'batchId'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!plan) return refuse('no-such-plan', {})
  const { caseId } = plan
  const batches = await batchesOf(tx, institution, id)
  for (const batch of batches) await lockBatch(tx, institution, batch)
  const held = (await holdRecords(tx, clock, institution, [caseId])).get(caseId)
  const [stands] = await overturned(tx, institution, sql`plan.id = ${id}`)
  if (!stands || !held) return refuse('plan-not-overturned', {})
  const known = await ordersOfCases(tx, institution, [caseId])
  // What is owed already and under way would be set off beside its being paid.
  const count = stands.withBank + known.filter(isRepeating).length
  if (count > 0) return refuse('payments-with-bank', { count: `${count}` })

  // From here on the plan is let go.
  await sql`update payment_order set state = 'dropped'
    where institution_id = ${institution} and plan_id = ${id} and state = 'ordered'`.execute(tx)
  const orders = await ordersOfCases(tx, institution, [caseId])
  const paid = latestOf(orders.filter(({ planId }) => planId === id)).filter(
    ({ state }) => state === 'paid',
  )
  const takenInFen = `${paid.reduce((sum, one) => sum + BigInt(one.amountFen), 0n)}`
  if (paid.length === 0) await movePlans(tx, institution, [{ id, state: 'dropped' }])
  else {
    const title = (await lockBatch(tx, institution, plan.batchId))?.title ?? ''
    const lines = paid.map(({ name, way, amountFen: amount }) => {
      return { name, award: way === 'equity' ? 'equity' : 'cash', amount }
    })
    const outcome = await performAct(tx, held.desk, by, caseId, {
      ...{ type: 'fallenPlanTakenIn', data: { lines, proof: title }, files: [] },
      byHolder: { holder: payoutHolder, data: { reference: title.slice(0, 60) } },
    })
    // What the case does not take is no part of it: nothing is written.
    if (outcome.kind === 'refused') throw toProblem(outcome)
    await movePlans(tx, institution, [{ id, state: 'fallen', actSeq: outcome.seq }])
  }
  await freeHolds(tx, institution, [caseId])
  for (const batch of batches) {
    const { ordered, sent } = await standingOfBatch(tx, institution, batch)
    const isOver = ordered + sent === 0
    const state = (await lockBatch(tx, institution, batch))?.state
    const fields = isOver && state === 'approved' ? { state: 'settled' } : {}
    await changeBatch(tx, clock, by, batch, fields, { planTakenIn: held.number, takenInFen })
  }
  return accept({ takenInFen })
}

/** Whether it came back of a plan on record, and is being made again. */
const isRepeating = ({ planState, state }: OrderRow): boolean =>
  isOnRecord(planState) && isUnderWay(state) && state !== 'paid'

/** The batches in which payments of a plan were ordered, in one order for everybody. */
async function batchesOf(tx: Tx, institution: string, plan: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('paymentOrder')
    .select('batchId')
    .distinct()
    .where('institutionId', '=', institution)
    .where('planId', '=', plan)
    .orderBy('batchId')
    .execute()
  return rows.map(({ batchId }) => batchId)
}

import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { ToldProblem } from '../../platform/told-problem.ts'
import './payout.table.ts'
import type { PlanState } from './payout.ts'

/** A payment that just turned. */
export interface TurnedOrder {
  readonly caseId: string
  readonly planId: string
  readonly name: string
  readonly way: string
  readonly amountFen: string
  /** What of it was withheld for tax; null where nobody said. */
  readonly withheldFen: string | null
  /** What of that was set off since its distribution was reversed: it does not come back with the payment. */
  readonly setOffFen: string
  readonly outcome: 'paid' | 'returned'
  /** Whether it had been paid: then its money comes back. */
  readonly wasPaid: boolean
  readonly on: string
  readonly posting: number
  /** Its place in its batch, and how its plan stood. */
  readonly batchId: string
  readonly number: number
  readonly planState: PlanState
  readonly reason: string | null
}

/** What of the tax of a payment `one` was set off. */
export const setOffOf = sql`(select coalesce(sum(off.amount_fen), 0)::text from tax_set_off as off
  where off.institution_id = one.institution_id and off.case_id = one.case_id
    and off.plan_seq = one.plan_seq and off.line = one.line and off.attempt = one.attempt)`

/**
 * Turns the payments of some cases to what a proof said of them, each once: what it said is forgotten with
 * it. What moves money of a plan in this turn bears the next number of the plan's postings. That number is
 * read beside the payment: joined to the plans that were counted up, each payment would be held against each.
 */
export async function turnTold(
  tx: Tx,
  institution: string,
  proof: string,
  cases: readonly string[],
): Promise<readonly TurnedOrder[]> {
  const { rows } = await sql<TurnedOrder>`
    with known as (
      select one.case_id, one.plan_seq, one.line, one.attempt, one.state, one.told, one.told_on,
        one.told_reason, plan.id as plan_id, plan.state as plan_state, plan.postings + 1 as posting
      from payment_order as one
      join payout_plan as plan on plan.institution_id = one.institution_id and plan.id = one.plan_id
      where one.institution_id = ${institution} and one.told_proof = ${proof} and one.told is not null
        and one.case_id = any(${[...cases]}::uuid[])
      order by one.case_id, one.plan_seq, one.line, one.attempt for update),
    numbered as (
      update payout_plan as plan set postings = plan.postings + 1
      where plan.institution_id = ${institution} and plan.id in (select plan_id from known)),
    turned as (
      update payment_order as one set state = known.told, told = null,
        paid_on = case when known.told = 'paid' then known.told_on else one.paid_on end,
        paid_proof = case when known.told = 'paid' then ${proof}::uuid else one.paid_proof end,
        paid_posting = case when known.told = 'paid' then known.posting else one.paid_posting end,
        returned_on = case when known.told = 'returned' then known.told_on else one.returned_on end,
        returned_reason = case when known.told = 'returned' then known.told_reason else one.returned_reason end,
        returned_proof = case when known.told = 'returned' then ${proof}::uuid else one.returned_proof end,
        returned_posting = case when known.told = 'returned' and known.state = 'paid'
          then known.posting else one.returned_posting end
      from known
      where one.institution_id = ${institution} and one.case_id = known.case_id
        and one.plan_seq = known.plan_seq and one.line = known.line
        and one.attempt = known.attempt
      returning one.case_id, one.plan_id, one.name, one.way, one.amount_fen, one.withheld_fen,
        ${setOffOf} as set_off_fen,
        one.line,
        one.batch_id, one.number, known.plan_state, known.told_reason as reason,
        known.told as outcome, known.state = 'paid' as was_paid, known.told_on as on_day,
        known.posting)
    select case_id, plan_id, name, way, amount_fen, withheld_fen, set_off_fen, outcome, was_paid, on_day as "on", posting,
      batch_id, number, plan_state, reason
    from turned order by case_id, plan_id, line
  `.execute(tx)
  return rows
}

/** A plan that waits for its last payment, or for its case to take the act. */
export interface PlanRow {
  readonly id: string
  readonly caseId: string
  readonly orderedAt: number
  readonly lines: readonly { readonly name: string; readonly amount: string }[]
}

/** The plans of some cases that are not recorded as paid. */
export async function plansToPay(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<readonly PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select id, case_id, ordered_at, lines from payout_plan
    where institution_id = ${institution} and case_id = any(${[...cases]}::uuid[])
      and state in ('ordered', 'waiting')
    order by case_id
  `.execute(tx)
  return rows
}

/** What becomes of a plan once everybody has their money. */
export interface PlanMove {
  readonly id: string
  readonly state: PlanState
  readonly actSeq?: number
  readonly problem?: ToldProblem
}

export async function movePlans(
  tx: Tx,
  institution: string,
  moves: readonly PlanMove[],
): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ id, state, actSeq = null, problem = null }) => ({
    ...{ id, state, act_seq: actSeq, problem },
  }))
  await sql`
    update payout_plan set state = moved.state, act_seq = moved.act_seq, problem = moved.problem
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as moved (id uuid, state text, act_seq int, problem jsonb)
    where payout_plan.institution_id = ${institution} and payout_plan.id = moved.id
  `.execute(tx)
}

/**
 * Notes for how many cases a proof is written: those of which nothing it said waits any more, whether it was
 * written or a later proof says otherwise. @returns whether that is all of them.
 *
 * Where all of a part turned, its cases are added: to count what waits reads the whole batch.
 */
export async function noteDone(
  tx: Tx,
  institution: string,
  { id, batchId }: { readonly id: string; readonly batchId: string },
  part: readonly string[],
  turned: readonly TurnedOrder[],
): Promise<boolean> {
  const isWhole = new Set(turned.map(({ caseId }) => caseId)).size === part.length
  const done = isWhole
    ? sql`done + ${part.length}`
    : sql`cases - (
      select count(distinct case_id) from payment_order as one
      where one.institution_id = ${institution} and one.batch_id = ${batchId}
        and one.told_proof = ${id} and one.told is not null)`
  const { rows } = await sql<{ readonly isLast: boolean }>`
    update payout_proof set done = ${done}
    where institution_id = ${institution} and id = ${id}
    returning done = cases as is_last`.execute(tx)
  return rows[0]?.isLast ?? false
}

/** By what the last payment of a plan was shown, and how its batch treats it. */
export async function lastProof(tx: Tx, institution: string, plan: string) {
  const row = await tx
    .selectFrom('paymentOrder')
    .innerJoin('payoutProof', (join) =>
      join
        .onRef('payoutProof.institutionId', '=', 'paymentOrder.institutionId')
        .onRef('payoutProof.id', '=', 'paymentOrder.paidProof'),
    )
    .innerJoin('payoutBatch', (join) =>
      join
        .onRef('payoutBatch.institutionId', '=', 'paymentOrder.institutionId')
        .onRef('payoutBatch.id', '=', 'paymentOrder.batchId'),
    )
    .select(['document', 'file', 'payoutBatch.title', 'treatment'])
    .where('paymentOrder.institutionId', '=', institution)
    .where('paymentOrder.planId', '=', plan)
    .where('paymentOrder.state', '=', 'paid')
    .orderBy('paymentOrder.paidOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { document, file, title, treatment } = row
  return { batch: { title, treatment }, document, file }
}

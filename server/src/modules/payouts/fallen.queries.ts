import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** A plan whose payments are under way and that an objection overturned. */
export interface Overturned {
  readonly plan: string
  readonly caseId: string
  readonly number: string
  readonly title: string
  /** What of it is paid, and how many payments the bank has not answered for. */
  readonly paidFen: string
  readonly withBank: number
}

/** Plans under way that a finding overturned after they were drafted, the first hundred. */
export async function overturned(
  tx: Tx,
  institution: string,
  which: RawBuilder<unknown>,
): Promise<readonly Overturned[]> {
  const { rows } = await sql<Overturned>`
    select plan.id as plan, plan.case_id, one.number, one.title,
      coalesce(sum(payment.amount_fen) filter (where payment.state = 'paid'), 0)::text as paid_fen,
      count(*) filter (where payment.state = 'sent' or payment.told is not null)::int as with_bank
    from payout_plan as plan
    join transfer_case as one on one.institution_id = plan.institution_id and one.id = plan.case_id
    join payment_order as payment on payment.institution_id = plan.institution_id
      and payment.plan_id = plan.id
    where plan.institution_id = ${institution} and plan.state in ('ordered', 'waiting')
      and ${which} and ${isOverturned}
    group by plan.id, plan.case_id, one.number, one.title order by one.number limit 100
  `.execute(tx)
  return rows
}

/** The latest word on an objection that came after the plan was drafted asks for another plan. */
const isOverturned = sql`exists (
  select from act as finding where finding.institution_id = plan.institution_id
    and finding.case_id = plan.case_id and finding.type = 'planObjectionFound'
    and finding.seq > plan.plan_seq and finding.entry -> 'data' ->> 'outcome' = 'amend')`

/** The plans of which payments stand in a batch. */
export const inBatch = (institution: string, batch: string) => sql`plan.id in (
  select plan_id from payment_order where institution_id = ${institution} and batch_id = ${batch})`

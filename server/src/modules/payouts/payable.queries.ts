import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { kindOf, payableCases } from './batch.queries.ts'
import type { PayableWire } from './payout.wire.ts'

const mostShown = 200

/** What could be paid now: the first of the cases, each with what its plan gives to people. */
export async function payable(tx: Tx, institution: string): Promise<Omit<PayableWire, 'today'>> {
  const cases = await payableCases(tx, institution, 'all')
  const { rows } = await sql<PayableWire['items'][number]>`
    select one.id as case_id, one.number, one.title, ${kindOf('one')} as kind,
      coalesce(owed.fen, planned.fen, 0)::text as amount_fen, owed.fen is not null as is_again
    from transfer_case as one
    cross join lateral (
      select sum(amount_fen) as fen from plan_line
      where plan_line.institution_id = one.institution_id and plan_line.case_id = one.id
        and party = 'person' and seq = (
          select max(seq) from plan_line as newest
          where newest.institution_id = one.institution_id and newest.case_id = one.id)) as planned
    cross join lateral (
      select sum(amount_fen) as fen from payment_order as back
      join payout_plan as plan on plan.institution_id = back.institution_id
        and plan.id = back.plan_id and plan.state in ('ordered', 'waiting')
      where back.institution_id = one.institution_id and back.case_id = one.id
        and back.state in ('returned', 'dropped') and not exists (
          select from payment_order as later where later.institution_id = back.institution_id
            and later.case_id = back.case_id and later.plan_seq = back.plan_seq
            and later.line = back.line and later.attempt > back.attempt)) as unpaid
    cross join lateral (
      select -sum(balance_fen) as fen from payee_balance as balance
      where balance.institution_id = one.institution_id and balance.case_id = one.id
        and balance_fen < 0) as due
    cross join lateral (
      select nullif(coalesce(unpaid.fen, 0) + coalesce(due.fen, 0), 0) as fen) as owed
    where one.institution_id = ${institution}
      and one.id = any(${cases.slice(0, mostShown)}::uuid[])
    order by one.number
  `.execute(tx)
  return { items: [...rows], total: cases.length }
}

import { sql } from 'kysely'
import { type Tx, withSightOfHouse } from '../../platform/database.ts'
import '../payouts/index.ts'
import './tax.table.ts'
import type { MonthSums } from './tax.ts'

/**
 * The months in which rewards were paid with tax, or of which tax was paid over; the newest first. They are sums of
 * the whole house, also to whoever may not read all of its cases.
 */
export async function monthsOf(
  tx: Tx,
  institution: string,
  only?: string,
): Promise<readonly MonthSums[]> {
  const { rows } = await sql<MonthSums>`
    select * from tax_months(${institution}, ${only ?? null}::text) order by month desc
  `.execute(tx)
  return rows
}

/** A month of which nothing was paid or said. */
export const noMonth = (month: string): MonthSums => ({
  ...{ month, withheldFen: '0', cameBackFen: '0', setOffFen: '0', paidOverFen: '0' },
  ...{ underWayFen: '0', askedBackFen: '0', unknown: 0 },
})

export async function monthSums(tx: Tx, institution: string, month: string): Promise<MonthSums> {
  return (await monthsOf(tx, institution, month))[0] ?? noMonth(month)
}

/**
 * Whether a person said late what was withheld from a payment of a month: nobody has looked at that figure since.
 * What they said stays said where the case was closed to them meanwhile.
 */
export async function saidLate(
  tx: Tx,
  institution: string,
  month: string,
  person: string,
): Promise<boolean> {
  const said = sql`
    select from payout_late_tax as late
    join payment_order as one on one.institution_id = late.institution_id
      and one.case_id = late.case_id and one.plan_seq = late.plan_seq and one.line = late.line
      and one.attempt = late.attempt
    where late.institution_id = ${institution} and late.made_by = ${person}
      and to_char(one.paid_on, 'YYYY-MM') = ${month}
    union all
    select from hand_payment_tax as said
    join hand_payment as one on one.institution_id = said.institution_id
      and one.id = said.payment_id
    where said.institution_id = ${institution} and said.made_by = ${person}
      and to_char(one.paid_on, 'YYYY-MM') = ${month} and not exists (
        -- What a batch brought with it was known when it was paid.
        select from award_order as known where known.institution_id = one.institution_id
          and known.source = one.source and known.record_id = one.record_id
          and known.place = one.line and known.turn = one.seq and known.withheld_fen is not null)
    limit 1`
  const { rows } = await withSightOfHouse(tx, () => said.execute(tx))
  return rows.length > 0
}

/** A payment with tax to somebody who has too much of its case since a distribution was reversed. */
export interface ToSetOff {
  readonly batchId: string
  readonly number: number
  readonly caseId: string
  readonly caseNumber: string
  readonly planSeq: number
  readonly line: number
  readonly attempt: number
  readonly name: string
  readonly paidOn: string
  readonly amountFen: string
  readonly withheldFen: string
  readonly setOffFen: string
  /** What is ordered to be set off of it, and nobody agreed to yet. */
  readonly underWayFen: string
  /** What the person has too much of the case. */
  readonly heldFen: string
}

/** Each reversal takes back the last payout that stands: the one whose payouts since are all reversed before it. */
const isReversed = sql`exists (
  select from act as reversal
  where reversal.institution_id = plan.institution_id and reversal.case_id = plan.case_id
    and reversal.type in ('distributionReversed', 'rewardReversed') and reversal.seq > plan.act_seq
    and 0 = (
      select count(*) filter (where type in ('paid', 'rewardPaid'))
        - count(*) filter (where type not in ('paid', 'rewardPaid'))
      from act as since
      where since.institution_id = plan.institution_id and since.case_id = plan.case_id
        and since.type in ('paid', 'rewardPaid', 'distributionReversed', 'rewardReversed')
        and since.seq > plan.act_seq and since.seq < reversal.seq))`

export async function taxToSetOff(
  tx: Tx,
  institution: string,
  one?: { readonly batch: string; readonly number: number },
): Promise<readonly ToSetOff[]> {
  const { rows } = await sql<ToSetOff>`
    select one.batch_id, one.number, one.case_id, transfer_case.number as case_number, one.plan_seq,
      one.line, one.attempt, one.name, one.paid_on, one.amount_fen, one.withheld_fen,
      coalesce(off.fen, 0)::text as set_off_fen, balance.balance_fen as held_fen,
      (select coalesce(sum(amount_fen), 0)::text from tax_set_off_order as ordered
        where ordered.institution_id = one.institution_id and ordered.case_id = one.case_id
          and ordered.plan_seq = one.plan_seq and ordered.line = one.line
          and ordered.attempt = one.attempt and ordered.state = 'made') as under_way_fen
    from payment_order as one
    join payee_balance as balance on balance.institution_id = one.institution_id
      and balance.case_id = one.case_id and balance.name = one.name and balance.award = 'cash'
      and balance.balance_fen > 0
    join transfer_case on transfer_case.institution_id = one.institution_id
      and transfer_case.id = one.case_id
    cross join lateral (
      select sum(amount_fen) as fen from tax_set_off as off
      where off.institution_id = one.institution_id and off.case_id = one.case_id
        and off.plan_seq = one.plan_seq and off.line = one.line and off.attempt = one.attempt) as off
    join payout_plan as plan on plan.institution_id = one.institution_id and plan.id = one.plan_id
    where one.institution_id = ${institution} and one.state = 'paid' and one.told is null
      and (plan.state = 'fallen' or ${isReversed})
      and one.way <> 'equity' and one.withheld_fen > coalesce(off.fen, 0)
      and ${one ? sql`one.batch_id = ${one.batch} and one.number = ${one.number}` : sql`true`}
    order by one.paid_on, transfer_case.number, one.line
  `.execute(tx)
  return rows
}

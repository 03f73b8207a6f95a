import { groupBy } from '@yizhuan/kit'
import type { Held, PaymentState } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './payout.table.ts'
import type { PlanState } from './payout.ts'

/** A payment as its case knows it. */
export interface OrderRow {
  readonly caseId: string
  readonly planSeq: number
  readonly planId: string
  readonly line: number
  readonly attempt: number
  readonly personId: string | null
  readonly name: string
  readonly way: 'bank' | 'payroll' | 'project' | 'equity'
  readonly amountFen: string
  readonly withheldFen: string | null
  readonly withheldBy: string | null
  readonly state: PaymentState
  readonly planState: PlanState
  readonly paidOn: string | null
}

/** All payments of the plans of some cases that were not given up. */
export async function ordersOfCases(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<readonly OrderRow[]> {
  if (cases.length === 0) return []
  const { rows } = await sql<OrderRow>`
    select one.case_id, one.plan_seq, one.plan_id, one.line, one.attempt, one.person_id, one.name,
      one.way, one.amount_fen, one.withheld_fen, one.withheld_by, one.state, plan.state as plan_state, one.paid_on
    from payment_order as one
    join payout_plan as plan on plan.institution_id = one.institution_id and plan.id = one.plan_id
    where one.institution_id = ${institution} and one.case_id = any(${[...cases]}::uuid[])
      and plan.state <> 'dropped'
    order by one.case_id, one.plan_seq, one.line, one.attempt
  `.execute(tx)
  return rows
}

/** What is under way in a case. */
export interface Standing {
  readonly caseId: string
  /** A plan has payments, and its case took no act on it yet. */
  readonly isPaying: boolean
  /** Of a plan that is on record a payment is made again. */
  readonly isRepeating: boolean
}

/** Cases in which payments are under way; of one line no more than its newest attempt is (`payment_order_once`). */
export async function standingOfCases(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<readonly Standing[]> {
  if (cases.length === 0) return []
  const { rows } = await sql<Standing>`
    select * from (
      select one.case_id, bool_or(plan.state in ('ordered', 'waiting')) as is_paying,
        bool_or(plan.state in ('settled', 'fallen') and one.state in ('ordered', 'sent')) as is_repeating
      from payment_order as one
      join payout_plan as plan on plan.institution_id = one.institution_id and plan.id = one.plan_id
      where one.institution_id = ${institution} and one.case_id = any(${[...cases]}::uuid[])
        and plan.state <> 'dropped'
      group by one.case_id) as standing
    where is_paying or is_repeating order by case_id
  `.execute(tx)
  return rows
}

/** What came back and is owed still to persons of some cases, as the records say. */
export async function owedInCases(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  const rows = await tx
    .selectFrom('payeeBalance')
    .select(['caseId', 'name', 'award', 'balanceFen'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', sql<string>`any(${[...cases]}::uuid[])`)
    .where('balanceFen', '<', '0')
    .execute()
  const sums = (of: readonly (typeof rows)[number][], award: string) =>
    new Map(
      of
        .filter((one) => one.award === award)
        .map(({ name, balanceFen }) => [name, -BigInt(balanceFen)] as const),
    )
  return new Map(
    [...groupBy(rows, ({ caseId }) => caseId)].map(([id, of]) => [
      id,
      { cash: sums(of, 'cash'), equity: sums(of, 'equity') },
    ]),
  )
}

/** How often each line of some cases' plans was ordered by now, also in batches that were given up. */
export async function attemptsOf(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<Pick<OrderRow, 'caseId' | 'planSeq' | 'line' | 'attempt'>>`
    select case_id, plan_seq, line, max(attempt) as attempt from payment_order
    where institution_id = ${institution} and case_id = any(${[...cases]}::uuid[])
    group by case_id, plan_seq, line
  `.execute(tx)
  return new Map(rows.map((row) => [lineKey(row), row.attempt]))
}

/** A line of a plan. */
export const lineKey = ({
  caseId,
  planSeq,
  line,
}: Pick<OrderRow, 'caseId' | 'planSeq' | 'line'>): string => `${caseId}/${planSeq}/${line}`

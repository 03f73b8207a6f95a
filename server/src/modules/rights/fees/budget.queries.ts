import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import './batch.table.ts'
import type { DepartmentBudgetsWire } from './batch.wire.ts'

/** The budgets that were stated, the newest first: so many, or all of them. */
export function budgetsStated(tx: Tx, institution: string, most: number | null) {
  const stated = tx
    .selectFrom('feeBudget')
    .select(['id', 'year', 'department', 'fen', 'document', 'statedOn', 'statedName'])
    .where('institutionId', '=', institution)
    .orderBy('id', 'desc')
  return (most === null ? stated : stated.limit(most)).execute()
}

/** The budget of a year, and what its approved batches take of it: the amounts paid, and those still open. */
export interface YearBudget {
  readonly year: number
  readonly budgetFen: string | null
  readonly committedFen: string
}

/**
 * The budgets of some years in a row.
 *
 * @param besides  a batch that is not counted: the one that is compared.
 */
export async function budgetsOfYears(
  tx: Tx,
  institution: string,
  { from, years, besides = null }: { from: number; years: number; besides?: string | null },
): Promise<readonly YearBudget[]> {
  const { rows } = await sql<YearBudget>`
    select span.year,
      (select fen::text from fee_budget stated
        where stated.institution_id = ${institution} and stated.year = span.year
          and stated.department is null
        order by stated.id desc limit 1) as "budgetFen",
      (select coalesce(sum(case line.state when 'paid' then line.paid_fen
          when 'open' then line.fee_fen + line.surcharge_fen else 0 end), 0)::text
        from fee_batch batch join fee_batch_line line
          on line.institution_id = ${institution} and line.batch_id = batch.id
        where batch.institution_id = ${institution} and batch.state in ('approved', 'settled')
          and extract(year from batch.pay_on) = span.year
          and batch.id is distinct from ${besides}::uuid) as "committedFen"
    from generate_series(${from}::int, ${from + years - 1}::int) as span (year)
    order by span.year
  `.execute(tx)
  return rows
}

/**
 * The budgets of departments in a year beside what the fees of their rights come to: those still to be paid that
 * fall due in it and stand in no approved batch, and what such batches take. A right counts with its first department.
 */
export async function departmentBudgets(
  tx: Tx,
  institution: string,
  year: number,
): Promise<DepartmentBudgetsWire['items']> {
  const { rows } = await sql<DepartmentBudgetsWire['items'][number]>`
    with taken as (
      select line.right_id, line.year, line.clock from fee_batch_line line
      join fee_batch batch on batch.institution_id = ${institution} and batch.id = line.batch_id
        and batch.state = 'approved'
      where line.institution_id = ${institution} and line.state = 'open'
    ), planned as (
      select right_id, greatest(fee_fen - paid_fen, 0) as fen from right_fee fee
        where institution_id = ${institution} and extract(year from due_on) = ${year}
          and not exists (select from taken where taken.right_id = fee.right_id
            and taken.year = fee.year and taken.clock = '')
      union all
      select right_id, coalesce(fee_fen, 0) from right_clock clock
        where institution_id = ${institution} and fee_id is not null and type = 'deadline'
          and fee_after is null and extract(year from ends_on) = ${year}
          and not exists (select from taken where taken.right_id = clock.right_id
            and taken.clock = clock.key)
    ), committed as (
      select line.right_id, case line.state when 'paid' then line.paid_fen
          when 'open' then line.fee_fen + line.surcharge_fen else 0 end as fen
        from fee_batch batch join fee_batch_line line
          on line.institution_id = ${institution} and line.batch_id = batch.id
        where batch.institution_id = ${institution} and batch.state in ('approved', 'settled')
          and extract(year from batch.pay_on) = ${year}
    ), sums as (
      select ip_right.departments[1] as department, sum(each.planned) as planned,
        sum(each.committed) as committed
      from (
        select right_id, fen as planned, 0::bigint as committed from planned
        union all select right_id, 0, fen from committed) each
      join ip_right on ip_right.institution_id = ${institution} and ip_right.id = each.right_id
      where ip_right.departments[1] is not null group by 1
    ), stated as (
      select distinct on (department) department, fen from fee_budget
      where institution_id = ${institution} and year = ${year} and department is not null
      order by department, id desc
    )
    select coalesce(sums.department, stated.department) as department,
      stated.fen::text as "budgetFen", coalesce(sums.planned, 0)::text as "plannedFen",
      coalesce(sums.committed, 0)::text as "committedFen"
    from sums full join stated on stated.department = sums.department
    order by 1`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import './batch.table.ts'

/** Every budget that was stated, the newest first. */
export function budgetsStated(tx: Tx, institution: string) {
  return tx
    .selectFrom('feeBudget')
    .select(['id', 'year', 'fen', 'document', 'statedOn', 'statedName'])
    .where('institutionId', '=', institution)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
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

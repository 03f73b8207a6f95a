import { sql } from 'kysely'
import { type Tx, withSightOfHouse } from '../../../platform/database.ts'
import '../payout.table.ts'
import { type Kept, type KeptAct, keptBy } from './retained.ts'

/** What was kept of the distributions of a year that stand, also of cases that are closed to the caller. */
export async function keptIn(tx: Tx, institution: string, year: string): Promise<Kept[]> {
  const acts = sql<KeptAct>`
    select case_id, type, on_day::text as on, entry #>> '{data,toInstitution}' as kept,
      entry #> '{data,purposes}' as purposes
    from act
    where institution_id = ${institution}
      and type in ('planDrafted', 'paid', 'distributionReversed')
      and case_id in (
        select case_id from payout where institution_id = ${institution}
          and paid_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date)
    order by case_id, seq`
  const { rows } = await withSightOfHouse(tx, () => acts.execute(tx))
  return keptBy(rows).filter(({ on, fen }) => on.startsWith(year) && fen > 0n)
}

/** The years of which something was paid out, the latest first. */
export async function yearsPaid(tx: Tx, institution: string): Promise<readonly string[]> {
  const years = sql<{ readonly year: string }>`
    select distinct extract(year from paid_on)::text as year from payout
    where institution_id = ${institution} order by 1 desc`
  const { rows } = await withSightOfHouse(tx, () => years.execute(tx))
  return rows.map(({ year }) => year)
}

/** Those of some cases that the caller may know of. */
export async function casesSeen(tx: Tx, institution: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

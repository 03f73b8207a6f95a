import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { edition } from '../../platform/findable.ts'

/** How many of the records that an import entered are not found by their words yet; mostly none. */
export async function notYetFound(tx: Tx, institution: string, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with waiting as materialized (
      select id from search_document
      where institution_id = ${institution} and edition < ${sql.lit(edition)})
    select count(*)::int as count from import_row
    where institution_id = ${institution} and import_id = ${id} and state = 'new'
      and exists (select from waiting) and record_id in (select id from waiting)
  `.execute(tx)
  return rows[0]?.count ?? 0
}

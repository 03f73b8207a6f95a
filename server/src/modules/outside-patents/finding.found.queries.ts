import { sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { readsAll } from './finding.access.ts'
import './finding.table.ts'

// Officers find every patent of others; everybody else those that may name them, as on its page.

/** Of some findings those that may not be known of, each with the nothing that is known of it. */
export async function linesFor(
  tx: Tx,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (readsAll(caller.roles)) return new Map()
  const mine = await tx
    .selectFrom('outsidePatent')
    .select('id')
    .where('institutionId', '=', caller.institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(names(caller))
    .execute()
  const known = new Set(mine.map(({ id }) => id))
  return new Map(ids.filter((id) => !known.has(id)).map((id) => [id, '']))
}

/** How many the caller may learn that a search finds, up to a number; undefined for all there are. */
export async function countFound(
  tx: Tx,
  caller: Caller,
  sought: string,
  most: number,
): Promise<number | undefined> {
  if (readsAll(caller.roles)) return undefined
  const rows = await tx
    .selectFrom('outsidePatent')
    .select('id')
    .where('institutionId', '=', caller.institution)
    .where(isFoundBy('outsidePatent.id', caller.institution, 'outside-patent', sought))
    .where(names(caller))
    .limit(most)
    .execute()
  return rows.length
}

const names = ({ person }: Pick<Caller, 'person'>) =>
  sql<boolean>`matches @> ${JSON.stringify([{ personId: person }])}::jsonb`

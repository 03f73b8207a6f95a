import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { edition } from '../../platform/findable.ts'
import { addJobs, type Job } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import type { Searchable } from '../../platform/search.ts'

export const findAnewTask = 'search.findAnew'

/** How many records are made findable anew in one transaction. */
const atATime = 200

/**
 * Makes the records of an institution findable by the newest rules, some at a time, until none is left
 * that was written under older ones. A migration that comes with new rules adds the first job.
 */
export async function findAnew(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  searchables: readonly Searchable[],
  { institution }: Job,
): Promise<void> {
  const older = await tx
    .selectFrom('searchDocument')
    .select(['kind', 'id'])
    .where('institutionId', '=', institution)
    // Spelled out, so that the index of what is older serves it.
    .where('edition', '<', sql.lit(edition))
    .orderBy('kind')
    .orderBy('id')
    .limit(atATime)
    .execute()
  for (const one of searchables) {
    const ids = older.filter(({ kind }) => kind === one.kind).map(({ id }) => id)
    if (ids.length > 0) await one.findAnew(tx, clock, institution, ids)
  }
  // What has no record any more stays as it is.
  await tx
    .updateTable('searchDocument')
    .set({ edition })
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${older.map(({ id }) => id)}::uuid[])`)
    .where('edition', '<', sql.lit(edition))
    .execute()
  if (older.length < atATime) return
  const next = { institution, payload: {}, at: clock.now() }
  await addJobs(tx, [{ ...next, task: findAnewTask, key: findAnewTask }])
}

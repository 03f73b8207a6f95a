import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { findAnewTask } from '../../platform/find-later.ts'
import { edition } from '../../platform/findable.ts'
import { addJobs, type Job } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import type { Searchable } from '../../platform/search.ts'

/** How many records are made findable in one transaction. */
const atATime = 200

/** A record of the search; who goes on begins after it. */
interface Place {
  readonly kind: string
  readonly id: string
}

/**
 * Makes the records of an institution findable that are not yet so by the newest rules, some at a time,
 * until none is left: those of a large import, and all after a migration that comes with new rules. Each
 * adds the first job.
 *
 * What one turn has done stays done, whenever the service stops.
 */
export async function findAnew(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  searchables: readonly Searchable[],
  { institution, payload }: Job,
): Promise<void> {
  const after = payload['after'] as Place | undefined
  const older = await olderRecords(tx, institution, after)
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
  const next = { institution, task: findAnewTask, key: findAnewTask }
  const now = clock.now()
  if (older.length === atATime) {
    await addJobs(tx, [{ ...next, payload: { after: older.at(-1) }, at: now }])
  } else if (after) {
    // An import may have ended meanwhile whose records stand before these: the last turn is from the front.
    await addJobs(tx, [{ ...next, payload: {}, at: now }])
  } else if (await isAnyOlder(tx, institution)) {
    // Somebody is at it: either it is findable or gone soon, or it is our turn after all.
    await addJobs(tx, [{ ...next, payload: {}, at: new Date(now.getTime() + restMs) }])
  }
}

/** How long those are left alone that somebody else is at. */
const restMs = 10_000

/**
 * Some records that are not findable by the newest rules, held so that nobody takes one out meanwhile; one
 * that somebody holds is passed over, so that nobody waits for us who has what we wait for.
 */
async function olderRecords(tx: Tx, institution: string, after?: Place): Promise<readonly Place[]> {
  let query = olderThanNow(tx, institution).select(['kind', 'id'])
  if (after) {
    query = query.where(sql<boolean>`(kind, id) > (${after.kind}, ${after.id}::uuid)`)
  }
  return query.orderBy('kind').orderBy('id').limit(atATime).forUpdate().skipLocked().execute()
}

async function isAnyOlder(tx: Tx, institution: string): Promise<boolean> {
  const found = await olderThanNow(tx, institution).select('id').limit(1).executeTakeFirst()
  return found !== undefined
}

function olderThanNow(tx: Tx, institution: string) {
  return (
    tx
      .selectFrom('searchDocument')
      .where('institutionId', '=', institution)
      // Spelled out, so that the index of what is older serves it.
      .where('edition', '<', sql.lit(edition))
  )
}

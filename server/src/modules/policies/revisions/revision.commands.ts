import type { Clock } from '../../../platform/clock.ts'
import { asSystem, type Db, systemPerson } from '../../../platform/database.ts'
import { readPacks, recordedRevisions, shippedPacks } from '../packs/packs.ts'
import { insertShipped, refreshRevisions } from './revision.queries.ts'
import { fateOf } from './revision.ts'

/**
 * Records the files of this release, so that cases that open under them are judged by them for good.
 *
 * Files that meet a revision published here, or that changed without a new number, are not recorded:
 * they wait, and the page of revisions says so.
 */
async function recordRelease(db: Db, clock: Clock): Promise<void> {
  await readPacks()
  // Packs belong to no institution; the system itself records them.
  await asSystem(db, systemPerson, async (tx) => {
    await refreshRevisions(tx)
    const fresh = shippedPacks().filter((one) => fateOf(one, recordedRevisions()) === 'to-record')
    for (const one of fresh) {
      await insertShipped(tx, one, one.content, { on: clock.today(), at: clock.now() })
    }
    if (fresh.length > 0) await refreshRevisions(tx)
  })
}

const recordings = new WeakMap<Db, Promise<void>>()

/** The same once per process: whoever needs it recorded waits; a try that failed is made again. */
export function releaseRecorded(db: Db, clock: Clock): Promise<void> {
  const known = recordings.get(db)
  if (known) return known
  const recording = recordRelease(db, clock)
  recordings.set(db, recording)
  recording.catch(() => recordings.delete(db))
  return recording
}

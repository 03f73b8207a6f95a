import { asReader, type Caller } from '../../../platform/database.ts'
import type { Context } from '../../../platform/module.ts'
import { newestTextAt } from '../library/policy.queries.ts'
import { allCalendars, allPacks } from '../packs/packs.ts'
import { type Check, checking, type Progress, type Running, start } from './amendment.check.ts'
import { basesOf, documentsOf, textsFor } from './amendment.documents.ts'
import type { Amendment } from './amendment.ts'

/** Checks of this process, the newest last: whoever asks again gets the same answer. */
const checks = new Map<string, Running & { check?: Check }>()
const kept = 24

/** The check of an amendment as it stands: started when it is first asked for. */
export async function checkOf(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  caller: Caller,
  amendment: Amendment,
): Promise<{ progress: Progress; check: Check | undefined; result: Promise<Check> }> {
  const pack = allPacks().find(({ id }) => id === amendment.pack)
  const { institution } = caller
  const today = clock.today()
  const textAt = await asReader(db, caller, (tx) => newestTextAt(tx, institution))
  const key = [amendment.id, amendment.seq, pack?.revision, textAt, today].join('/')
  const known = checks.get(key)
  if (known) return { progress: known.progress, check: known.check, result: known.result }
  const { before, after, texts } = await asReader(db, caller, async (tx) => ({
    ...documentsOf(amendment),
    texts: pack ? await textsFor(tx, institution, pack) : new Map(),
  }))
  const ground = { bases: pack ? basesOf(pack) : [], calendars: allCalendars(), texts, today }
  const running: Running & { check?: Check } = start(checking(after, before, ground))
  checks.set(key, running)
  running.result.then(
    (check) => {
      running.check = check
    },
    () => checks.delete(key), // A check that broke down is made again.
  )
  for (const old of [...checks.keys()].slice(0, -kept)) checks.delete(old)
  return { progress: running.progress, check: undefined, result: running.result }
}

import { addDays, type Day } from '@yizhuan/kit'
import { type Clock, startOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { addJobs } from '../../platform/jobs.ts'
import { lookAtBooks } from './closing.queries.ts'
import type { Found } from './closing.ts'

// The whole journal is made anew to compare it: at night, when somebody asks for it, and when months are about to
// be closed. Whoever only opens the page reads what was found last.

/** Compares the books with all records and keeps what was found. */
export async function look(tx: Tx, clock: Clock, institution: string): Promise<readonly Found[]> {
  const found = await lookAtBooks(tx, institution)
  const row = { lookedAt: clock.now(), found: JSON.stringify(found) }
  await tx
    .insertInto('closingLook')
    .values({ institutionId: institution, ...row })
    .onConflict((on) => on.column('institutionId').doUpdateSet(row))
    .execute()
  return found
}

/** The task that compares the books at the start of each day. */
export const lookTask = 'closing.look'

/** Sets the daily task of an institution. */
export async function setLookTask(tx: Tx, institution: string, at: Date): Promise<void> {
  await addJobs(tx, [{ institution, task: lookTask, payload: {}, at, key: lookTask }])
}

/** Compares the books and sets the task for the start of tomorrow. */
export async function lookDaily(tx: Tx, clock: Clock, institution: string): Promise<void> {
  await setLookTask(tx, institution, startOf(addDays(clock.today() as Day, 1)))
  await look(tx, clock, institution)
}

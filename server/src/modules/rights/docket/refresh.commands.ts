import { addDays } from '@yizhuan/kit'
import { type Clock, startOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { addJobs } from '../../../platform/jobs.ts'
import { countDockets } from './count.commands.ts'
import { countedOtherwise } from './docket.queries.ts'
import { docketGround } from './law.ts'

/** The task that keeps the dockets of an institution in step with the data and the days. */
export const docketTask = 'rights/docket'

/** How many rights are counted in one go; the rest follows at once. */
const atOnce = 500

/** Sets the daily task of an institution. */
export async function setDocketTask(tx: Tx, institution: string, at: Date): Promise<void> {
  await addJobs(tx, [{ institution, task: docketTask, payload: {}, at, key: docketTask }])
}

/**
 * Counts anew what was counted with other fees, periods or calendars, and forgets clocks that asked for
 * nothing and have run out.
 */
export async function refreshDockets(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const today = clock.today()
  const stale = await countedOtherwise(tx, institution, docketGround().basis, atOnce)
  await countDockets(tx, clock, institution, stale)
  await tx
    .deleteFrom('rightClock')
    .where('institutionId', '=', institution)
    .where('type', '<>', 'deadline')
    .where('endsOn', '<', today)
    .execute()
  const isDone = stale.length < atOnce
  await setDocketTask(tx, institution, isDone ? startOf(addDays(today, 1)) : clock.now())
}

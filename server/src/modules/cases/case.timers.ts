import type { Day } from '@yizhuan/kit'
import { startOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { addJobs, cancelJob, type NewJob } from '../../platform/jobs.ts'
import { nextTurn, type Turn } from './case.dues.ts'

/** The task that looks at a case again when a day has turned. */
export const turnTask = 'cases/turn'

/**
 * Sets the one timer of a case to the start, in China, of the next day on which time alone changes
 * what the law says of it; takes it back when there is no such day.
 */
export async function setTimer(
  tx: Tx,
  institution: string,
  id: string,
  turns: readonly Turn[],
  today: Day,
): Promise<void> {
  const timer = timerOf(institution, id, turns, today)
  await (timer ? addJobs(tx, [timer]) : cancelJob(tx, institution, timerKey(id)))
}

/** The one timer of a case. */
export const timerKey = (id: string) => `${turnTask}/${id}`

/** The timer that a case needs; none where no day changes it. */
export function timerOf(
  institution: string,
  id: string,
  turns: readonly Turn[],
  today: Day,
): NewJob | undefined {
  const turn = nextTurn(turns, today)
  if (turn === undefined) return undefined
  const key = timerKey(id)
  return { institution, task: turnTask, payload: { case: id }, at: startOf(turn), key }
}

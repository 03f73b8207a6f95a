import { addDays } from '@yizhuan/kit'
import { type Clock, startOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { addJobs } from '../../platform/jobs.ts'
import type { Signer } from '../../platform/signing.ts'
import { checkpointUpTo, insertCheckpoint, keepLeaves, leavesOn } from './checkpoint.queries.ts'
import { hashOfStatement, noCheckpoint, proofOf, signed } from './checkpoint.ts'
import type { InclusionProofWire } from './checkpoint.wire.ts'

/** The task that makes the checkpoint of a day. */
export const checkpointTask = 'evidence/checkpoint'

/** Sets the daily task of an institution. */
export async function setDailyCheckpoint(tx: Tx, institution: string, at: Date): Promise<void> {
  const key = checkpointTask
  await addJobs(tx, [{ institution, task: checkpointTask, payload: {}, at, key }])
}

/**
 * Makes the checkpoint of today, unless there is one or nothing was ever recorded, and sets the task
 * for the start of tomorrow. Days on which nothing ran have none: the next one covers them.
 */
export async function makeCheckpoint(
  tx: Tx,
  { clock, signer }: { readonly clock: Clock; readonly signer: Signer },
  institution: string,
): Promise<void> {
  const day = clock.today()
  await setDailyCheckpoint(tx, institution, startOf(addDays(day, 1)))
  const last = await checkpointUpTo(tx, institution, day)
  if (last?.statement.day === day) return
  await keepLeaves(tx, institution, day)
  const leaves = await leavesOn(tx, institution, day)
  if (leaves.length === 0) return
  const previous = last ? hashOfStatement(last.statement) : noCheckpoint
  const about = { institution, day, madeAt: clock.now().toISOString(), previous }
  await insertCheckpoint(tx, signed(leaves, about, signer))
}

/** The proof that a chain stood in the newest checkpoint up to a day; undefined when it did not. */
export async function proveChain(
  tx: Tx,
  institution: string,
  chain: string,
  upTo: string,
): Promise<InclusionProofWire | undefined> {
  const checkpoint = await checkpointUpTo(tx, institution, upTo)
  if (!checkpoint) return undefined
  return proofOf(checkpoint, await leavesOn(tx, institution, checkpoint.statement.day), chain)
}

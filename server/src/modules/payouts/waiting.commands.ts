import { accept, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Actor, holdRecords } from '../cases/index.ts'
import type { Answer } from './batch.commands.ts'
import { freeHolds } from './hold.commands.ts'
import { recordPaid } from './settle.commands.ts'
import { lastProof } from './settle.queries.ts'

/**
 * Records as paid a plan of which everybody has their money and whose case did not take the act: now that
 * what stood in its way is settled. Where it still stands, the plan waits on, and says why.
 */
export async function recordWaiting(
  tx: Tx,
  clock: Clock,
  by: Actor,
  id: string,
): Promise<Answer<{ isRecorded: boolean }>> {
  const { institution } = by
  const plan = await tx
    .selectFrom('payoutPlan')
    .select(['id', 'caseId', 'orderedAt', 'lines', 'batchId'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!plan) return refuse('no-such-plan', {})
  const held = await holdRecords(tx, clock, institution, [plan.caseId])
  const now = await tx
    .selectFrom('payoutPlan')
    .select('state')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  const source = await lastProof(tx, institution, id)
  if (now?.state !== 'waiting' || !source) return refuse('plan-not-waiting', {})

  // From here on it is tried again.
  const [move] = await recordPaid(tx, clock, by, { held, plans: [plan], source })
  await freeHolds(tx, institution, [plan.caseId])
  return accept({ isRecorded: move?.state === 'settled' })
}

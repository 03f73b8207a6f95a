import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import { moveClearing } from './booking.commands.ts'
import type { MovedDay } from './booking.ts'
import { lockedReceipt, matchesOf } from './matching.queries.ts'

/** Books what a receipt had cleared on the day on which it truly came. */
export async function followDay(
  tx: Tx,
  clock: Clock,
  institution: string,
  moved: MovedDay,
): Promise<void> {
  await lockedReceipt(tx, institution, moved.receipt)
  const matches = await matchesOf(tx, institution, { receipt: moved.receipt })
  const contracts = [...new Set(matches.map(({ contractId }) => contractId))].toSorted()
  for (const contract of contracts) {
    await lockChain(tx, { institution, name: chainOf(contractRegister, contract) })
  }
  for (const contract of contracts) await moveClearing(tx, clock, institution, contract, moved)
}

import type { Clock } from '../../platform/clock.ts'
import { systemPerson, type Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import { rebookReceipts } from '../proceeds/index.ts'
import { bookClaims } from './booking.commands.ts'

/** Books receipts and claims of a contract by the kind it is of now. */
export async function followKind(
  tx: Tx,
  clock: Clock,
  institution: string,
  contract: string,
): Promise<void> {
  const by = { institution, person: systemPerson, name: '系统' }
  await rebookReceipts(tx, clock, by, contract)
  await lockChain(tx, { institution, name: chainOf(contractRegister, contract) })
  await bookClaims(tx, clock, institution, contract)
}

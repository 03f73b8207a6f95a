import type { Tx } from '../../platform/database.ts'
import { historyOf } from '../../platform/history.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from './contract.table.ts'
import type { ContractStatus } from './contract.ts'

/**
 * How a contract stood before its register said last that it has ended. One of which nobody said how it stood, or that
 * came into the register as ended, was performed before, as every contract is.
 */
export async function statusBeforeEnd(
  tx: Tx,
  institution: string,
  id: string,
): Promise<ContractStatus> {
  const { items } = await historyOf(tx, { institution, name: chainOf(contractRegister, id) })
  const ends = items.flatMap(({ changes }) =>
    changes.filter((one) => one.field === 'status' && one.to === 'terminated' && 'from' in one),
  )
  const last = ends.at(-1)
  return (last?.from ?? 'performing') as ContractStatus
}

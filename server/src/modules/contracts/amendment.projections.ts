import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { differences, type FieldChange, type Given, recordOf } from '../../platform/register.ts'
import { withCode, writeAmendment } from './amendment.commands.ts'
import type { FileRef } from './amendment.table.ts'
import { contractRegister } from './contract.table.ts'
import type { ContractFields } from './contract.ts'

/** What an act of a case says that amends the contract it signed. */
export interface AmendmentOfCase {
  readonly institution: string
  readonly case: string
  readonly seq: number
  readonly on: string
  readonly by: { readonly person: string; readonly name: string }
  readonly files: readonly FileRef[]
  readonly number: string
  readonly summary: string
  readonly fields: Given<ContractFields>
  /** What changes that the register has no field for, as how it is paid. */
  readonly beside: readonly FieldChange[]
}

/** Projects an amendment: the act is the truth and is never refused here. */
export async function projectContractAmendment(
  tx: Tx,
  clock: Clock,
  { institution, fields, beside, ...of }: AmendmentOfCase,
): Promise<void> {
  const contract = await tx
    .selectFrom('contract')
    .select(['id', 'counterparty'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', of.case)
    .executeTakeFirst()
  if (!contract) return
  const stored = (await recordOf(tx, contractRegister, institution, contract.id)) ?? {}
  await writeAmendment(tx, clock, { institution, ...of.by }, contract.id, {
    ...{ on: of.on, number: of.number, summary: of.summary, files: of.files, takesBack: null },
    changes: [...differences(stored, withCode(contract.counterparty, fields)), ...beside],
    act: { case: of.case, seq: of.seq },
  })
}

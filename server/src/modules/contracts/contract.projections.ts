import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { makeRecordsFindable } from '../../platform/register.ts'
import { link } from './contract.commands.ts'
import { contractRegister, fieldColumns, type OtherHolder } from './contract.table.ts'
import { blankContract, type ContractFields, type Registration } from './contract.ts'

// What the acts of a case say of the contract it signed: the act is the truth and is never refused here.

/** The contract that a case signed, as its act says. */
export interface SignedContract {
  readonly institution: string
  readonly case: string
  readonly seq: number
  readonly signedOn: string
  readonly title: string
  readonly counterparty: string
  readonly counterpartyUscc?: string
  readonly amountFen: string
  readonly mode: ContractFields['mode']
  readonly pricing: ContractFields['pricing']
  readonly achievement: string | null
  /** The platform company signed it: what is owed is owed to the company. */
  readonly claimOfCompany?: boolean
  /** Other holders of title for whom this house collects. */
  readonly others?: readonly OtherHolder[]
  /** What it is about, where it is no transfer. */
  readonly kind?: ContractFields['kind']
  readonly number?: string
  readonly termFrom?: string
  readonly termTo?: string
  /** What a licence grants, as the terms on the table say it. */
  readonly exclusivity?: ContractFields['exclusivity']
  readonly field?: string
  readonly territory?: string
}

/** Projects the signing of a case's contract; signed again, the terms are replaced. */
export async function projectSigning(tx: Tx, signed: SignedContract): Promise<void> {
  const { institution, case: caseId, achievement, kind = 'transfer', others, ...said } = signed
  const held = JSON.stringify(others ?? [])
  const row = { ...said, others: held, status: 'performing' as const }
  const { id, ...fields } = await tx
    .insertInto('contract')
    .values({
      ...blankContract,
      parties: sql`'[]'::jsonb`,
      ...row,
      kind,
      institutionId: institution,
      id: newId(),
      caseId,
    })
    .onConflict((on) => on.columns(['institutionId', 'caseId']).doUpdateSet(row))
    .returning(['id', ...fieldColumns])
    .executeTakeFirstOrThrow()
  await makeRecordsFindable(tx, contractRegister, institution, [{ id, fields }])
  await link(tx, institution, achievement === null ? [] : [{ contract: id, achievement }])
}

/** Projects what the registration of a case's contract came to. */
export async function projectRegistration(
  tx: Tx,
  of: { readonly institution: string; readonly case: string },
  said: {
    readonly registration: Registration
    readonly registrationNo: string | null
    readonly registeredOn: string
  },
): Promise<void> {
  // What was refused was registered on no day.
  const registeredOn = said.registration === 'registered' ? said.registeredOn : null
  const rows = await tx
    .updateTable('contract')
    .set({ ...said, registeredOn })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .returning(['id', ...fieldColumns])
    .execute()
  const records = rows.map(({ id, ...fields }) => ({ id, fields }))
  await makeRecordsFindable(tx, contractRegister, of.institution, records)
}

/** Projects that the registration of a case's contract was cancelled; its number and day stay known. */
export async function projectCancellation(
  tx: Tx,
  of: { readonly institution: string; readonly case: string },
): Promise<void> {
  await tx
    .updateTable('contract')
    .set({ registration: 'cancelled' })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .execute()
}

/** Projects that a case recorded an outcome by mistake: nothing is registered. */
export async function projectUnregistered(
  tx: Tx,
  of: { readonly institution: string; readonly case: string },
): Promise<void> {
  const rows = await tx
    .updateTable('contract')
    .set({ registration: 'unregistered', registrationNo: null, registeredOn: null })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .returning(['id', ...fieldColumns])
    .execute()
  const records = rows.map(({ id, ...fields }) => ({ id, fields }))
  await makeRecordsFindable(tx, contractRegister, of.institution, records)
}

/** Projects that a cancellation was recorded by mistake: number and day were known all the time. */
export async function projectUncancelled(
  tx: Tx,
  of: { readonly institution: string; readonly case: string },
): Promise<void> {
  await tx
    .updateTable('contract')
    .set({ registration: 'registered' })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .where('registration', '=', 'cancelled')
    .execute()
}

/** Projects that a case ended its contract before its time. */
export async function projectTermination(
  tx: Tx,
  of: { readonly institution: string; readonly case: string },
  terminatedOn: string,
): Promise<void> {
  await tx
    .updateTable('contract')
    .set({ status: 'terminated', terminatedOn })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .execute()
}

/** Projects the end of a case: its contract, if there is one that was not ended, is performed. */
export async function projectCompletion(
  tx: Tx,
  of: { readonly institution: string; readonly case: string },
): Promise<void> {
  await tx
    .updateTable('contract')
    .set({ status: 'completed' })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .where('terminatedOn', 'is', null)
    .execute()
}

import type { Clock } from '../../platform/clock.ts'
import { systemPerson, type Tx } from '../../platform/database.ts'
import type { AuditBody } from '../../platform/evidence.ts'
import { type Author, amendRecord, chainOf, type Given } from '../../platform/register.ts'
import { contractRegister, type OtherHolder } from './contract.table.ts'
import type { ContractFields } from './contract.ts'

// A contract that was concluded before its case: from its takeover on it stands in the case, as if signed there.

/** What a takeover says of a contract of the register. */
export interface TakenOverContract {
  readonly by: Author
  readonly contract: string
  readonly case: string
  readonly caseNumber: string
  readonly seq: number
  readonly fields: Given<ContractFields>
  readonly claimOfCompany: boolean
  readonly others: readonly OtherHolder[]
  /** The documents that show it. */
  readonly reason: string
}

/** Projects that a case took a contract over; told anew, what was told is replaced. */
export async function projectTakeover(tx: Tx, clock: Clock, of: TakenOverContract): Promise<void> {
  const { by, contract, fields, reason } = of
  const standing = await standingOf(tx, by.institution, contract)
  const status = standing?.status ?? 'performing'
  const beside =
    standing?.caseId === of.case ? [] : [{ field: 'case', from: null, to: of.caseNumber }]
  const change = { fields: { ...fields, status }, beside, reason }
  await amendRecord(tx, contractRegister, clock, by, contract, change)
  await tx
    .updateTable('contract')
    .set({
      ...{ caseId: of.case, seq: of.seq, claimOfCompany: of.claimOfCompany },
      others: JSON.stringify(of.others),
    })
    .where('institutionId', '=', by.institution)
    .where('id', '=', contract)
    .execute()
}

/** Projects that a takeover was given up: the contract stands in the register alone, as it was told. @returns whether it stood in that case. */
export async function projectReleased(
  tx: Tx,
  clock: Clock,
  of: Pick<TakenOverContract, 'by' | 'contract' | 'case' | 'caseNumber' | 'reason'>,
): Promise<boolean> {
  const { by, contract, reason } = of
  const standing = await standingOf(tx, by.institution, contract)
  if (standing?.caseId !== of.case) return false
  const beside = [{ field: 'case', from: of.caseNumber, to: null }]
  await amendRecord(tx, contractRegister, clock, by, contract, { fields: {}, beside, reason })
  await tx
    .updateTable('contract')
    .set({ caseId: null, seq: null, claimOfCompany: false, others: '[]' })
    .where('institutionId', '=', by.institution)
    .where('id', '=', contract)
    .execute()
  return true
}

const standingOf = (tx: Tx, institution: string, id: string) =>
  tx
    .selectFrom('contract')
    .select(['caseId', 'status'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()

/** Of two cases that take a contract over at once the second waits, and then finds it taken. */
export async function holdContract(tx: Tx, institution: string, id: string) {
  return await tx
    .selectFrom('contract')
    .select(['id', 'caseId', 'kind', 'status', 'terminatedOn'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Who entered a contract in the register or changed it there: they do not confirm what is told of it. */
export async function typistsOf(tx: Tx, institution: string, id: string) {
  const rows = await tx
    .selectFrom('auditEntry')
    .select('entry')
    .where('institutionId', '=', institution)
    .where('chain', '=', chainOf(contractRegister, id))
    .orderBy('seq')
    .execute()
  const people = rows.map(({ entry }) => (entry as Pick<AuditBody, 'by'>).by)
  return [...new Map(people.map(({ person, name }) => [person, { person, name }])).values()]
    .filter(({ person }) => person !== systemPerson)
    .slice(0, 50)
}

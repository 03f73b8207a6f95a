import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { ContractFields, Party } from './contract.ts'

/** A holder of title beside this house, and the share that is theirs. */
export interface OtherHolder {
  readonly holder: string
  readonly share: string
}

interface ContractTable extends Omit<ContractFields, 'parties'> {
  institutionId: string
  id: string
  /** The case that led to it and the act that signed it; null for one entered from a ledger. */
  caseId: string | null
  seq: number | null
  parties: ColumnType<readonly Party[], string | undefined, string>
  /** The platform company signed it: what is owed is owed to the company. */
  claimOfCompany: Generated<boolean>
  /** Other holders of title for whom this house collects, with their shares. */
  others: ColumnType<readonly OtherHolder[], string | undefined, string>
  datedOn: GeneratedAlways<string>
}

interface ContractAchievementTable {
  institutionId: string
  contractId: string
  achievementId: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    contract: ContractTable
    contractAchievement: ContractAchievementTable
  }
}

/** The columns people fill, in the order histories and exports show them. */
export const fieldColumns = [
  'kind',
  'number',
  'title',
  'counterparty',
  'counterpartyUscc',
  'parties',
  'mode',
  'exclusivity',
  'pricing',
  'amountFen',
  'firstPaymentFen',
  'royaltyText',
  'appraisedFen',
  'signedOn',
  'termFrom',
  'termTo',
  'noticeFrom',
  'noticeTo',
  'rightsGranted',
  'field',
  'territory',
  'keyTerms',
  'decision',
  'registration',
  'registrationNo',
  'registeredOn',
  'status',
  'terminatedOn',
  'lead',
  'departments',
  'patentNumbers',
  'ledgerAchievements',
  'statedReceivedFen',
  'remark',
] as const satisfies readonly (keyof ContractFields)[]

/** The register of contracts. */
export const contractRegister: Register = {
  name: 'contract',
  table: 'contract',
  columns: fieldColumns,
  json: new Set(['parties']),
  foundBy: (fields) => {
    const { number, title, counterparty, registrationNo, lead, remark, ...rest } =
      fields as unknown as ContractFields
    const parties = (rest.parties ?? []).flatMap(({ name, uscc }) => [name, uscc ?? ''])
    const names = [rest.departments, rest.patentNumbers, parties].map((some) => some.join('、'))
    const scope = [rest.rightsGranted, rest.field, rest.territory]
    const told = [counterparty, rest.counterpartyUscc, registrationNo, lead, ...names, remark]
    const texts = [...told, ...scope]
    return { label: number, title, texts, names: lead === null ? [] : [lead] }
  },
}

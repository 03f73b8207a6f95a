import type { Generated, GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { OtherParty } from './other-parties.ts'
import {
  formFields,
  type RegistrationForm,
  type RegistrationState,
  type Step,
  type VerificationState,
} from './registration.ts'

/** A file as evidence stands beside what it proves. */
export type FileRef = { readonly sha256: string; readonly name: string; readonly size: number }

/** An attempt as the register holds it: the form, and what it came to. */
export interface RegistrationFields extends RegistrationForm {
  readonly state: RegistrationState
  readonly number: string | null
  readonly decidedOn: string | null
  readonly recognisedFen: string | null
  readonly certificate: readonly FileRef[]
  readonly reason: string | null
}

interface RegistrationTable extends Omit<RegistrationFields, 'certificate' | 'otherParties'> {
  institutionId: string
  id: string
  contractId: string
  attempt: number
  certificate: Json<readonly FileRef[]>
  otherParties: Json<readonly OtherParty[]>
  datedOn: GeneratedAlways<string>
}

interface RegistrationEventTable {
  institutionId: string
  registrationId: string
  seq: number
  step: Step
  onDay: string
  words: string | null
  files: Json<readonly FileRef[]>
  caseId: string | null
  actSeq: number | null
  madeAt: Date
  madeBy: string
  madeName: string
}

/** What one person is to have as a reward. */
export type RewardLine = { readonly name: string; readonly fen: string }

interface IncomeVerificationTable {
  institutionId: string
  id: string
  registrationId: string
  seq: number
  state: VerificationState
  drawnOn: string
  amountFen: string
  rewards: Json<readonly RewardLine[]>
  rewardFen: string
  remark: string | null
  approvalRule: string | null
  drawnBy: string
  drawnName: string
  approvedAt: Date | null
  approvedBy: string | null
  approvedName: string | null
  verifiedOn: string | null
  number: string | null
  files: Json<readonly FileRef[]>
  voidReason: string | null
}

interface IncomeVerificationLineTable {
  institutionId: string
  verificationId: string
  receiptId: string
  fen: string
  isVoid: Generated<boolean>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    registration: RegistrationTable
    registrationEvent: RegistrationEventTable
    incomeVerification: IncomeVerificationTable
    incomeVerificationLine: IncomeVerificationLineTable
  }
}

/** The columns of an attempt, in the order histories show them. */
export const fieldColumns = [
  'state',
  ...formFields,
  'otherParties',
  'number',
  'decidedOn',
  'recognisedFen',
  'certificate',
  'reason',
] as const satisfies readonly (keyof RegistrationFields)[]

/** The register of attempts. */
export const registrationRegister: Register = {
  name: 'registration',
  table: 'registration',
  columns: fieldColumns,
  json: new Set(['certificate', 'otherParties']),
  lasting: ['contractId', 'attempt'],
  foundBy: (fields) => {
    const one = fields as unknown as RegistrationFields
    const others = (one.otherParties ?? []).flatMap(({ name, uscc }) => [name, uscc])
    const parties = [one.sellerName, one.buyerName, one.buyerUscc, ...others]
    return { label: one.number, title: one.title, texts: [...parties, one.registrar, one.remark] }
  },
}

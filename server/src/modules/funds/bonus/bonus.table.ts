import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../../platform/register.ts'
import type { Json } from '../../../platform/tables.ts'
import type { FileRef } from '../../cases/index.ts'
import type { Basis, BonusKind, BonusState, PaymentKind } from './bonus.ts'

export interface BonusFields {
  readonly rightId: string
  readonly rightKind: BonusKind
  readonly rightNumber: string | null
  readonly rightTitle: string
  readonly grantedOn: string
  readonly dueOn: string
  readonly basis: Basis
  readonly rule: string | null
  readonly despite: string | null
  readonly amountFen: string
  readonly state: BonusState
  readonly files: readonly FileRef[]
  readonly remark: string | null
  readonly proposedOn: string
  readonly proposedBy: string
  readonly proposedName: string
  readonly approvedOn: string | null
  readonly approvedBy: string | null
  readonly approvedName: string | null
  readonly withdrawnFor: string | null
  readonly paidOn: string | null
  readonly eventId: string | null
}

interface BonusTable extends Omit<BonusFields, 'files'> {
  institutionId: string
  id: string
  files: Json<readonly FileRef[]>
  datedOn: GeneratedAlways<string>
}

interface BonusShareTable {
  institutionId: string
  bonusId: string
  place: number
  name: string
  /** Who it is in the register, where that knows them. */
  personId: string | null
  amountFen: string
}

interface BonusPaymentTable {
  institutionId: string
  id: string
  bonusId: string
  place: number
  turn: number
  kind: PaymentKind
  onDay: string
  amountFen: string
  reference: string
  files: Json<readonly FileRef[]>
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    grantBonus: BonusTable
    grantBonusShare: BonusShareTable
    grantBonusPayment: BonusPaymentTable
  }
}

/** The columns of a bonus, in the order histories and exports show them. */
export const fieldColumns = [
  'rightId',
  'rightKind',
  'rightNumber',
  'rightTitle',
  'grantedOn',
  'dueOn',
  'basis',
  'rule',
  'despite',
  'amountFen',
  'state',
  'files',
  'remark',
  'proposedOn',
  'proposedBy',
  'proposedName',
  'approvedOn',
  'approvedBy',
  'approvedName',
  'withdrawnFor',
  'paidOn',
  'eventId',
] as const satisfies readonly (keyof BonusFields)[]

/** The register of bonuses at grant. */
export const bonusRegister: Register = {
  name: 'grant-bonus',
  table: 'grantBonus',
  columns: fieldColumns,
  json: new Set(['files']),
  foundBy: (fields) => {
    const one = fields as unknown as BonusFields
    return { label: one.rightNumber, title: one.rightTitle, texts: [one.rule, one.remark] }
  },
}

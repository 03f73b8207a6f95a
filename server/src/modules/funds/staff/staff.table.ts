import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../../platform/register.ts'
import type { Json } from '../../../platform/tables.ts'
import type { FileRef } from '../../cases/index.ts'
import type { PaymentKind } from '../bonus/bonus.ts'
import type { AwardPurpose, AwardState } from './staff.ts'

export interface AwardFields {
  readonly title: string
  readonly basis: string
  readonly files: readonly FileRef[]
  readonly amountFen: string
  readonly state: AwardState
  readonly proposedOn: string
  readonly proposedBy: string
  readonly proposedName: string
  readonly approvedOn: string | null
  readonly approvedBy: string | null
  readonly approvedName: string | null
  readonly withdrawnFor: string | null
  readonly paidOn: string | null
}

interface AwardTable extends Omit<AwardFields, 'files'> {
  institutionId: string
  id: string
  files: Json<readonly FileRef[]>
  datedOn: GeneratedAlways<string>
}

interface AwardLineTable {
  institutionId: string
  awardId: string
  place: number
  purpose: AwardPurpose
  personId: string | null
  name: string
  amountFen: string
}

interface AwardPaymentTable {
  institutionId: string
  id: string
  awardId: string
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
    staffAward: AwardTable
    staffAwardLine: AwardLineTable
    staffAwardPayment: AwardPaymentTable
  }
}

/** The columns of an award, in the order histories show them. */
export const awardColumns = [
  'title',
  'basis',
  'files',
  'amountFen',
  'state',
  'proposedOn',
  'proposedBy',
  'proposedName',
  'approvedOn',
  'approvedBy',
  'approvedName',
  'withdrawnFor',
  'paidOn',
] as const satisfies readonly (keyof AwardFields)[]

/** The register of awards from the staff part. */
export const awardRegister: Register = {
  name: 'staff-award',
  table: 'staffAward',
  columns: awardColumns,
  json: new Set(['files']),
  foundBy: (fields) => {
    const { title, basis } = fields as unknown as AwardFields
    return { label: null, title, texts: [basis] }
  },
}

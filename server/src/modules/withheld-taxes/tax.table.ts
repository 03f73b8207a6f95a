import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { RemittanceKind, RemittanceState } from './tax.ts'

interface TaxRemittanceTable {
  institutionId: string
  id: string
  month: string
  kind: RemittanceKind
  amountFen: string
  state: RemittanceState
  remark: string | null
  madeBy: string
  madeName: string
  madeOn: string
  decidedBy: string | null
  decidedName: string | null
  decidedOn: string | null
  settledOn: string | null
  document: string | null
  files: Json<readonly FileRef[]>
  settledName: string | null
  reversedOn: string | null
  reversedFor: string | null
  reversedBy: string | null
  reversedName: string | null
  datedOn: GeneratedAlways<string>
}

interface TaxSetOffTable {
  institutionId: string
  caseId: string
  planSeq: number
  line: number
  attempt: number
  actSeq: number
  month: string
  amountFen: string
  isClaim: boolean
  onDay: string
  document: string
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    taxRemittance: TaxRemittanceTable
    taxSetOff: TaxSetOffTable
  }
}

/** The register of tax paid over: who made, approved, proved and reversed what. */
export const remittanceRegister: Register = {
  name: 'tax_remittance',
  table: 'taxRemittance',
  columns: [
    'month',
    'kind',
    'amountFen',
    'state',
    'remark',
    'madeBy',
    'madeName',
    'madeOn',
    'decidedBy',
    'decidedName',
    'decidedOn',
    'settledOn',
    'document',
    'files',
    'settledName',
    'reversedOn',
    'reversedFor',
    'reversedBy',
    'reversedName',
  ],
  json: new Set(['files']),
}

import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { RemittanceKind, RemittanceState, SetOffState } from './tax.ts'

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
  /** Below nought where it takes another line back. */
  amountFen: string
  isClaim: boolean
  takesBack: number | null
  onDay: string
  document: string
  madeAt: Date
  madeBy: string
  madeName: string
}

interface TaxSetOffOrderTable {
  institutionId: string
  id: string
  caseId: string
  planSeq: number
  line: number
  attempt: number
  batchId: string
  number: number
  month: string
  amountFen: string
  document: string
  state: SetOffState
  remark: string | null
  madeBy: string
  madeName: string
  madeOn: string
  decidedBy: string | null
  decidedName: string | null
  decidedOn: string | null
  actSeq: number | null
  isClaim: boolean | null
  reversedBy: string | null
  reversedName: string | null
  reversedOn: string | null
  reversedFor: string | null
  datedOn: GeneratedAlways<string>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    taxRemittance: TaxRemittanceTable
    taxSetOff: TaxSetOffTable
    taxSetOffOrder: TaxSetOffOrderTable
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

/** The register of tax to set off: who ordered it, who agreed, and who took it back. */
export const setOffRegister: Register = {
  name: 'tax_set_off',
  table: 'taxSetOffOrder',
  columns: [
    'month',
    'amountFen',
    'document',
    'state',
    'remark',
    'madeBy',
    'madeName',
    'madeOn',
    'decidedBy',
    'decidedName',
    'decidedOn',
    'actSeq',
    'isClaim',
    'reversedBy',
    'reversedName',
    'reversedOn',
    'reversedFor',
  ],
  lasting: ['caseId', 'planSeq', 'line', 'attempt', 'batchId', 'number'],
}

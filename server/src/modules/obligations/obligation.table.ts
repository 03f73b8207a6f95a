import type { ColumnType } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { ObligationFields, ObligationFile } from './obligation.ts'

interface ObligationTable extends Omit<ObligationFields, 'files'> {
  institutionId: string
  id: string
  files: ColumnType<readonly ObligationFile[], string, string>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    obligation: ObligationTable
  }
}

/** The columns people fill, in the order histories show them. */
export const fieldColumns = [
  'contractId',
  'kind',
  'obligor',
  'title',
  'clause',
  'dueOn',
  'firstDueOn',
  'consequence',
  'consequenceText',
  'outcome',
  'outcomeOn',
  'outcomeText',
  'files',
] as const satisfies readonly (keyof ObligationFields)[]

/** The register of what contracts oblige to. */
export const obligationRegister: Register = {
  name: 'obligation',
  table: 'obligation',
  columns: fieldColumns,
  json: new Set(['files']),
}

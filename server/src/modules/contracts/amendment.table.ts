import type { FieldChange } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'

/** A file as evidence stands beside what it proves. */
export interface FileRef {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

interface ContractAmendmentTable {
  institutionId: string
  contractId: string
  version: number
  onDay: string
  number: string | null
  summary: string
  changes: Json<readonly FieldChange[]>
  files: Json<readonly FileRef[]>
  /** The amendment that never was, where this line takes one back. */
  takesBack: number | null
  caseId: string | null
  actSeq: number | null
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    contractAmendment: ContractAmendmentTable
  }
}

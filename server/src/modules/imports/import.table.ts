import type { Words } from '@yizhuan/kit'
import type { FieldChange } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { RowState } from './plan.ts'
import type { RegisterName } from './table-row.ts'

interface LedgerImportTable {
  institutionId: string
  id: string
  fileName: string
  fileSha256: string
  fileSize: number
  state: 'draft' | 'confirmed' | 'discarded' | 'undone'
  version: number
  asOf: string
  uploadedBy: string
  uploadedByName: string
  uploadedAt: Date
  settledBy: string | null
  settledByName: string | null
  settledAt: Date | null
  undoneBy: string | null
  undoneByName: string | null
  undoneAt: Date | null
  undoneReason: string | null
  contentSealed: string | null
  mapping: Json<Mapping>
  counts: Json<Counts>
}

/** How a workbook was understood: its tables with their columns, and what was left aside. */
export interface Mapping {
  readonly tables: readonly TableMapping[]
  readonly ignoredSheets: readonly { readonly name: string; readonly why: string }[]
  readonly comments: readonly {
    readonly sheet: string
    readonly cell: string
    readonly text: string
  }[]
}

export interface TableMapping {
  readonly sheet: string
  readonly table: string
  readonly headerRows: readonly number[]
  readonly firstDataRow: number
  readonly lastDataRow: number
  readonly columns: readonly {
    readonly column: string
    readonly header: string
    readonly field: string | null
    readonly unit?: string
    readonly hidden?: true
  }[]
  readonly notData: Readonly<Record<string, number>>
  readonly sumsFen: Readonly<
    Record<string, { readonly all: string; readonly withoutErrors: string }>
  >
}

/** How many rows of a table stand in each state, and how many of them confirming writes. */
export interface TableCounts {
  readonly table: string
  readonly states: Readonly<Partial<Record<RowState, number>>>
  readonly written: number
}

export interface Counts {
  readonly tables: readonly TableCounts[]
  readonly written: number
  readonly problems: readonly {
    readonly code: string
    readonly severity: 'error' | 'warning'
    readonly count: number
    readonly open: number
  }[]
}

interface InImport {
  institutionId: string
  importId: string
}

interface ImportRowTable extends InImport {
  n: number
  sheet: string
  tableName: string
  row: number
  key: string
  title: string | null
  state: RowState
  accepted: boolean
  reason: Json<Words> | null
  changes: Json<readonly FieldChange[]>
  record: Json<Readonly<Record<string, unknown>>>
  recordId: string | null
  errors: number
  warnings: number
  fingerprint: string
  openErrors: number
  idSealed: string | null
}

/** Who settled a problem, and when. */
export interface Settled {
  readonly by: string
  readonly at: string
}

interface ImportProblemTable extends InImport {
  n: number
  sheet: string
  tableName: string
  row: number
  columnLetter: string
  header: string
  field: string
  code: string
  severity: 'error' | 'warning'
  raw: string
  otherRow: number | null
  message: Json<Words>
  answers: Json<readonly Answer[]>
  settled: Json<Settled> | null
}

/** What a person may choose for a cell with one click: what it is then read as. */
export interface Answer {
  readonly value: string
  readonly label: Words
}

interface ImportDecisionTable extends InImport {
  seq: number
  kind: 'cell' | 'row' | 'problem'
  sheet: string
  row: number
  columnLetter: string | null
  code: string | null
  choice: 'correct' | 'accept' | 'exclude' | 'undo'
  valueSealed: string | null
  byPerson: string
  byName: string
  at: Date
}

interface ImportOriginTable extends InImport {
  register: RegisterName
  key: string
  recordId: string
  fingerprint: string
  sheet: string
  row: number
}

interface ImportAmendedTable extends InImport {
  register: RegisterName
  recordId: string
  firstSeq: number
  lastSeq: number
}

interface SaidTable {
  institutionId: string
  tableName: string
  byPerson: string
  byName: string
  at: Date
}

interface ImportHeadingTable extends SaidTable {
  heading: string
  field: string | null
}

interface ImportWordTable extends SaidTable {
  field: string
  word: string
  code: string
}

interface ImportProgressTable extends InImport {
  fileName: string
  phase: string
  done: number
  total: number
  at: Date
}

declare module '../../platform/tables.ts' {
  interface Tables {
    ledgerImport: LedgerImportTable
    importRow: ImportRowTable
    importProblem: ImportProblemTable
    importDecision: ImportDecisionTable
    importOrigin: ImportOriginTable
    importAmended: ImportAmendedTable
    importHeading: ImportHeadingTable
    importWord: ImportWordTable
    importProgress: ImportProgressTable
  }
}

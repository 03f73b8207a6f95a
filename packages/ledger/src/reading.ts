import type { Fen, Words } from '@yizhuan/kit'
import type { ProblemCode, Severity } from './problem-codes.ts'
import type {
  AchievementRecord,
  ContractRecord,
  PatentRecord,
  PreparationRecord,
  ReceiptRecord,
  ServiceContractRecord,
  SoftwareRecord,
} from './records.ts'
import type { EvaluationRecord } from './records-of-evaluations.ts'
import type { InternalRuleRecord, SpinOffRecord } from './records-of-house.ts'
import type {
  KnowHowRecord,
  LayoutRecord,
  TrademarkRecord,
  VarietyRecord,
} from './records-of-marks.ts'
import type { PersonRecord, PostRecord, UnitRecord } from './records-of-people.ts'
import type { CostRecord, ProjectEntryRecord, ProjectRecord } from './records-of-projects.ts'
import type { CarrierRecord, CredentialRecord } from './records-of-standing.ts'
import type { StockAnswerRecord } from './records-of-stock.ts'
import type { InterestRecord } from './records-of-ties.ts'
import type { TrusteeshipRecord } from './records-of-trust.ts'

/** Which record a table of a ledger holds. */
export interface RecordOf {
  readonly achievements: AchievementRecord
  readonly patents: PatentRecord
  readonly software: SoftwareRecord
  readonly preparations: PreparationRecord
  readonly trademarks: TrademarkRecord
  readonly layouts: LayoutRecord
  readonly varieties: VarietyRecord
  readonly knowHow: KnowHowRecord
  readonly contracts: ContractRecord
  readonly receipts: ReceiptRecord
  readonly serviceContracts: ServiceContractRecord
  readonly units: UnitRecord
  readonly people: PersonRecord
  readonly posts: PostRecord
  readonly projects: ProjectRecord
  readonly projectEntries: ProjectEntryRecord
  readonly costs: CostRecord
  readonly carriers: CarrierRecord
  readonly credentials: CredentialRecord
  readonly trusteeships: TrusteeshipRecord
  readonly internalRules: InternalRuleRecord
  readonly spinOffs: SpinOffRecord
  readonly interests: InterestRecord
  readonly evaluations: EvaluationRecord
  readonly stockAnswers: StockAnswerRecord
}

/** The tables a ledger may hold. */
export type TableName = keyof RecordOf

export type EntityName =
  | 'achievement'
  | 'right'
  | 'contract'
  | 'receipt'
  | 'serviceContract'
  | 'unit'
  | 'person'
  | 'post'
  | 'project'
  | 'projectEntry'
  | 'cost'
  | 'carrier'
  | 'credential'
  | 'trusteeship'
  | 'internalRule'
  | 'spin-off'
  | 'interest'
  | 'evaluation'
  | 'stockAnswer'

/** What was found in a workbook as of a day; nothing in it has been written anywhere. */
export interface LedgerReading {
  readonly asOf: string
  readonly tables: readonly AnyTableReading[]
  readonly problems: readonly Problem[]
  readonly ignoredSheets: readonly { readonly name: string; readonly why: string }[]
  readonly comments: readonly SheetComment[]
}

export type AnyTableReading = { [T in TableName]: TableReading<T> }[TableName]

/** One table of one sheet: where it stands, what its columns mean, and its rows as read. */
export interface TableReading<T extends TableName> {
  readonly sheet: string
  readonly table: T
  readonly entity: EntityName
  readonly titleRows: readonly number[]
  readonly headerRows: readonly number[]
  readonly firstDataRow: number
  readonly lastDataRow: number
  readonly columns: readonly ColumnReading[]
  /** Rows between and below the data that are no data, and why. */
  readonly notData: readonly { readonly row: number; readonly why: NotData }[]
  /** Every data row, also those with problems: the value as read, null where it cannot be read. */
  readonly records: readonly RecordOf[T][]
  readonly counts: TableCounts
  readonly sumsFen: Readonly<Record<string, FieldSum>>
}

export interface ColumnReading {
  /** The letter of the column. */
  readonly column: string
  /** The path of its header: `价款（万元）/合同总额`. */
  readonly header: string
  /** The field it fills; null when nothing is known under this header. */
  readonly field: string | null
  readonly unit?: string
  readonly hidden?: true
}

export type NotData =
  | 'blank'
  | 'blank with borders'
  | 'blank with spaces'
  | 'serial number only'
  | 'example'
  | 'repeated header'
  | 'subtotal'
  | 'grand total'
  | 'footer'

export interface TableCounts {
  readonly dataRows: number
  readonly exactDuplicates: number
  /** Data rows without exact duplicates. */
  readonly records: number
  readonly recordsWithErrors: number
  readonly recordsWithWarningsOnly: number
  readonly recordsWithoutProblems: number
  readonly notData: Readonly<Partial<Record<NotData, number>>>
}

/** The sum of a money column: of all records, and of those that may go in without a decision. */
export interface FieldSum {
  readonly all: Fen
  readonly withoutErrors: Fen
  readonly filled: number
}

/** Something a person must be told, at its place in the workbook. */
export interface Problem {
  readonly sheet: string
  readonly table: TableName
  readonly row: number
  readonly column: string
  readonly header: string
  readonly field: string
  readonly code: ProblemCode
  /** error: the row stays out until a person decides; warning: it may go in. */
  readonly severity: Severity
  /** What the cell holds. */
  readonly raw: string
  /** The earlier row this one collides with. */
  readonly otherRow?: number
  /** Its sheet, when it is not this one. */
  readonly otherSheet?: string
  /** What the cell would hold if it were computed; whole fen. */
  readonly value?: Fen
  /** What is wrong and what to do. */
  readonly message: Words
}

/** A note somebody left on a cell. */
export interface SheetComment {
  readonly sheet: string
  readonly cell: string
  readonly text: string
}

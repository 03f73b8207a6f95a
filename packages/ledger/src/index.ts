export { acceptedRows } from './accepted.ts'
export {
  type Cell,
  columnLetter,
  columnNumber,
  type Merge,
  type Sheet,
  type SheetRow,
  type Struck,
} from './cell.ts'
export { fieldsOf, isPersonal, type TableField } from './fields-of.ts'
export { ownerKey } from './hospital.ts'
export { notDataLabels, tableLabels } from './labels.ts'
export { parseDay as parseLedgerDay } from './ledger-day.ts'
export { headingKey, type Mapped, nothingMapped, wordKey } from './mapped.ts'
export { parseCreditCode } from './numbers.ts'
export { type ProblemCode, type Severity, severityOf } from './problem-codes.ts'
export { rangesOf } from './ranges.ts'
export { readLedger } from './read-ledger.ts'
export type {
  AnyTableReading,
  ColumnReading,
  EntityName,
  FieldSum,
  LedgerReading,
  NotData,
  Problem,
  RecordOf,
  SheetComment,
  TableCounts,
  TableName,
  TableReading,
} from './reading.ts'
export type {
  AchievementKind,
  AchievementRecord,
  BasisPoints,
  ContractRecord,
  LedgerDay,
  PatentKind,
  PatentRecord,
  PatentStatus,
  PreparationRecord,
  ReceiptRecord,
  RecordMarks,
  ServiceContractRecord,
  SoftwareRecord,
  SplitPart,
  ToldApart,
} from './records.ts'
export type { EvaluationRecord } from './records-of-evaluations.ts'
export type { CompanyMember, InternalRuleRecord, SpinOffRecord } from './records-of-house.ts'
export type {
  KnowHowRecord,
  LayoutRecord,
  TrademarkRecord,
  VarietyRecord,
} from './records-of-marks.ts'
export type { PersonRecord, PostRecord, UnitRecord } from './records-of-people.ts'
export type { CostRecord, ProjectEntryRecord, ProjectRecord } from './records-of-projects.ts'
export type { CarrierRecord, CredentialRecord } from './records-of-standing.ts'
export type { StockAnswerRecord } from './records-of-stock.ts'
export type { InterestRecord } from './records-of-ties.ts'
export type {
  ReducedUntil,
  ReductionColumns,
  TitleColumns,
  TitleShare,
} from './records-of-titles.ts'
export type { TrusteeshipRecord } from './records-of-trust.ts'
export { ownWord } from './tables/titles.ts'
export { exampleMark, type TemplateColumn, templateOf } from './template.ts'
export { readingToJson } from './to-json.ts'

import type {
  AchievementRecord,
  AnyTableReading,
  CarrierRecord,
  ContractRecord,
  CostRecord,
  CredentialRecord,
  EvaluationRecord,
  InterestRecord,
  InternalRuleRecord,
  KnowHowRecord,
  LayoutRecord,
  PatentRecord,
  PersonRecord,
  PostRecord,
  PreparationRecord,
  ProjectEntryRecord,
  ProjectRecord,
  ReceiptRecord,
  ServiceContractRecord,
  SoftwareRecord,
  SpinOffRecord,
  StockAnswerRecord,
  TableName,
  TrademarkRecord,
  TrusteeshipRecord,
  UnitRecord,
  VarietyRecord,
} from '@yizhuan/ledger'

import { type RegisterName, registerNames } from './register-names.ts'

// What the thread needs that reads a workbook: it loads no register, which would take its memory.

export { type RegisterName, registerNames }

/** A record of any table, with the table it is of. */
export type TableRow =
  | { readonly table: 'achievements'; readonly record: AchievementRecord }
  | { readonly table: 'patents'; readonly record: PatentRecord }
  | { readonly table: 'software'; readonly record: SoftwareRecord }
  | { readonly table: 'preparations'; readonly record: PreparationRecord }
  | { readonly table: 'trademarks'; readonly record: TrademarkRecord }
  | { readonly table: 'layouts'; readonly record: LayoutRecord }
  | { readonly table: 'varieties'; readonly record: VarietyRecord }
  | { readonly table: 'knowHow'; readonly record: KnowHowRecord }
  | { readonly table: 'contracts'; readonly record: ContractRecord }
  | { readonly table: 'receipts'; readonly record: ReceiptRecord }
  | { readonly table: 'serviceContracts'; readonly record: ServiceContractRecord }
  | { readonly table: 'units'; readonly record: UnitRecord }
  | { readonly table: 'people'; readonly record: PersonRecord }
  | { readonly table: 'posts'; readonly record: PostRecord }
  | { readonly table: 'costs'; readonly record: CostRecord }
  | { readonly table: 'carriers'; readonly record: CarrierRecord }
  | { readonly table: 'credentials'; readonly record: CredentialRecord }
  | { readonly table: 'trusteeships'; readonly record: TrusteeshipRecord }
  | { readonly table: 'internalRules'; readonly record: InternalRuleRecord }
  | { readonly table: 'spinOffs'; readonly record: SpinOffRecord }
  | { readonly table: 'interests'; readonly record: InterestRecord }
  | { readonly table: 'evaluations'; readonly record: EvaluationRecord }
  | { readonly table: 'stockAnswers'; readonly record: StockAnswerRecord }
  | { readonly table: 'projects'; readonly record: ProjectRecord }
  | { readonly table: 'projectEntries'; readonly record: ProjectEntryRecord }

/** The register that a table's rows belong to. */
export const registerOf: Readonly<Record<TableName, RegisterName>> = {
  achievements: 'achievement',
  patents: 'right',
  software: 'right',
  preparations: 'right',
  trademarks: 'right',
  layouts: 'right',
  varieties: 'right',
  knowHow: 'right',
  contracts: 'contract',
  serviceContracts: 'contract',
  receipts: 'receipt',
  units: 'unit',
  people: 'person',
  posts: 'post',
  projects: 'project',
  projectEntries: 'projectEntry',
  costs: 'cost',
  carriers: 'carrier',
  credentials: 'credential',
  trusteeships: 'trusteeship',
  internalRules: 'internalRule',
  spinOffs: 'spin-off',
  interests: 'interest',
  evaluations: 'evaluation',
  stockAnswers: 'stockAnswer',
}

/** A number for each register, none yet. */
export function noneOfEach(): Record<RegisterName, number> {
  return Object.fromEntries(registerNames.map((name) => [name, 0])) as Record<RegisterName, number>
}

/** Where a row stands, for people: file, sheet and row. */
export function sourceOf(
  file: string,
  { place }: { readonly place: { readonly sheet: string; readonly row: number } },
): string {
  return `${file} · ${place.sheet} · ${place.row}`
}

/** The rows of one table with the table's name beside each, so that the compiler tells them apart. */
export function rowsOf(
  { table, records }: AnyTableReading,
  from = 0,
  to = records.length,
): readonly TableRow[] {
  return records.slice(from, to).map((record) => ({ table, record }) as TableRow) // A reading pairs them.
}

/** A record as JSON holds it: whole fen as digits. */
export function inJson(
  record: object,
  without: ReadonlySet<string> = nothing,
): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(record)) {
    if (!without.has(field)) fields[field] = valueInJson(value)
  }
  return fields
}

const nothing: ReadonlySet<string> = new Set()

function valueInJson(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(valueInJson)
  return typeof value === 'object' && value !== null ? inJson(value) : value
}

/** A record as it was before JSON held it. */
export function fromJson(record: Readonly<Record<string, unknown>>): object {
  const fields: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(record)) {
    if (typeof value === 'string') fields[field] = isInFen(field) ? BigInt(value) : value
    else fields[field] = Array.isArray(value) ? value.map(oneFromJson) : value
  }
  return fields
}

function oneFromJson(value: unknown): unknown {
  const isPlain = typeof value !== 'object' || value === null
  return isPlain ? value : fromJson(value as Readonly<Record<string, unknown>>)
}

const isInFen = (field: string) => /fen$/i.test(field)

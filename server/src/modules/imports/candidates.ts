import type { AnyTableReading } from '@yizhuan/ledger'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Decided } from './decision.ts'
import { type Entry, type TableRow, toEntry } from './entry.ts'
import type { Candidate } from './plan.ts'
import type { ReadLine } from './reading.ts'

/** A row to be decided, with the record it was read from. */
export interface ReadRow extends Candidate {
  readonly record: TableRow['record']
  readonly errors: number
  readonly warnings: number
}

/** Makes candidates of the rows of a reading, in their order, with what people decided about them. */
export function candidateMaker(keys: FieldKeys, decided: Decided): (line: ReadLine) => ReadRow {
  const ordinals = new Map<string, number>()
  return (line) => {
    const { sheet, table, record, said, errors, warnings } = line
    const { row, duplicateOf } = record
    const entry = toEntry(line)
    const fingerprint = keys.blindIndex(said, 'importRow')
    const choice = decided.row(sheet, row)?.choice
    const open = errors.filter((problem) => !decided.problem({ sheet, row, ...problem }))
    return {
      place: { sheet, table, row },
      record,
      entry,
      fingerprint,
      key: duplicateOf === undefined ? keyOf(entry, fingerprint, ordinals) : `=${duplicateOf}`,
      openErrors: open.length,
      errors: errors.length,
      warnings,
      ...(duplicateOf !== undefined && { duplicateOf }),
      ...((choice === 'accept' || choice === 'exclude') && { choice }),
    }
  }
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

/**
 * By what a record is found again: its number. A receipt has none: its contract, instalment, day and
 * voucher stand for it, and its place among equals. Where nothing tells it apart, what it says does.
 */
function keyOf(entry: Entry, fingerprint: string, ordinals: Map<string, number>): string {
  if (entry.to !== 'receipt') return entry.number ?? `~${fingerprint}`
  const { contractNumber, instalment, receivedOn, voucher } = entry.fields
  const parts = [contractNumber, instalment, receivedOn, voucher]
  if (parts.every((part) => part === null)) return `~${fingerprint}`
  const name = parts.map((part) => part ?? '').join('|')
  const before = ordinals.get(name) ?? 0
  ordinals.set(name, before + 1)
  return before === 0 ? name : `${name}#${before + 1}`
}

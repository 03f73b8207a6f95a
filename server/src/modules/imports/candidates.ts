import { canonicalJson } from '@yizhuan/kit'
import type { AnyTableReading, LedgerReading, Problem } from '@yizhuan/ledger'
import type { Decided } from './decision.ts'
import { type Entry, registerOf, type TableRow, toEntry } from './entry.ts'
import type { Candidate } from './plan.ts'

/** A row to be decided, with the record it was read from. */
export interface ReadRow extends Candidate {
  readonly record: TableRow['record']
}

/** The rows of a reading, in the order of the workbook, with what people decided about them. */
export function candidatesOf(
  reading: LedgerReading,
  decided: Decided,
  fingerprintOf: (sheet: string, row: TableRow) => string,
): readonly ReadRow[] {
  const open = openErrors(reading.problems, decided)
  const ordinals = new Map<string, number>()
  return reading.tables.flatMap((table) =>
    rowsOf(table).map((row) => {
      const { record } = row
      const place = { sheet: table.sheet, table: table.table, row: record.row }
      const entry = toEntry(row)
      const fingerprint = fingerprintOf(table.sheet, row)
      const isTwin = record.duplicateOf !== undefined
      const choice = decided.row(table.sheet, record.row)?.choice
      return {
        place,
        record,
        entry,
        fingerprint,
        key: isTwin ? `=${record.duplicateOf}` : keyOf(entry, fingerprint, ordinals),
        openErrors: open.get(`${table.sheet}\n${record.row}`) ?? 0,
        ...(record.duplicateOf !== undefined && { duplicateOf: record.duplicateOf }),
        ...((choice === 'accept' || choice === 'exclude') && { choice }),
      }
    }),
  )
}

/** The rows of one table with the table's name beside each, so that the compiler tells them apart. */
export function rowsOf({ table, records }: AnyTableReading): readonly TableRow[] {
  return records.map((record) => ({ table, record }) as TableRow) // A reading pairs them.
}

/** What a row's fingerprint covers: everything it says, not where it stands or how it is drawn. */
export function saidBy({ table, record }: TableRow): string {
  const { row: _row, duplicateOf: _twin, struckOut: _struck, hiddenRow: _hidden, ...said } = record
  return canonicalJson([registerOf[table], inJson(said)])
}

/** A record as JSON holds it: whole fen as digits. */
export function inJson(record: object): Readonly<Record<string, unknown>> {
  return JSON.parse(
    JSON.stringify(record, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
  ) as Readonly<Record<string, unknown>>
}

function openErrors(problems: readonly Problem[], decided: Decided): ReadonlyMap<string, number> {
  const open = new Map<string, number>()
  for (const problem of problems) {
    if (problem.severity !== 'error' || decided.problem(problem)) continue
    const place = `${problem.sheet}\n${problem.row}`
    open.set(place, (open.get(place) ?? 0) + 1)
  }
  return open
}

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

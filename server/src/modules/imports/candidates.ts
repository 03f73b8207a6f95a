import type { FieldKeys } from '../../platform/crypto.ts'
import { rightKey } from '../rights/index.ts'
import type { Decided } from './decision.ts'
import { type Entry, toEntry } from './entry.ts'
import { keyWithHolder } from './interests.ts'
import type { Candidate } from './plan.ts'
import type { ReadLine } from './reading.ts'
import type { TableRow } from './table-row.ts'

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
      key:
        duplicateOf === undefined ? keyOf(keys, entry, fingerprint, ordinals) : `=${duplicateOf}`,
      openErrors: open.length,
      errors: errors.length,
      warnings,
      ...(duplicateOf !== undefined && { duplicateOf }),
      ...((choice === 'accept' || choice === 'exclude') && { choice }),
    }
  }
}

/**
 * By what a record is found again: its number. A receipt has none: its contract, instalment, day and
 * voucher stand for it, and its place among equals. Where nothing tells it apart, what it says does.
 */
function keyOf(
  keys: FieldKeys,
  entry: Entry,
  fingerprint: string,
  ordinals: Map<string, number>,
): string {
  if (entry.to === 'interest' && entry.number !== null) {
    return keyWithHolder(keys, entry.number, entry.holder)
  }
  if (entry.to === 'right' && entry.number !== null) {
    return rightKey({ country: entry.fields.country, number: entry.number })
  }
  if (entry.to !== 'receipt') return entry.number ?? `~${fingerprint}`
  const { contractNumber, instalment, receivedOn, voucher } = entry.fields
  const parts = [contractNumber, instalment, receivedOn, voucher]
  if (parts.every((part) => part === null)) return `~${fingerprint}`
  const name = parts.map((part) => part ?? '').join('|')
  const before = ordinals.get(name) ?? 0
  ordinals.set(name, before + 1)
  return before === 0 ? name : `${name}#${before + 1}`
}

import type { Day } from '@yizhuan/kit'
import { type LedgerReading, readLedger, type Sheet } from '@yizhuan/ledger'
import type { FieldKeys } from '../../platform/crypto.ts'
import { candidatesOf, type ReadRow, rowsOf, saidBy } from './candidates.ts'
import { corrected } from './correction.ts'
import type { Decided } from './decision.ts'
import type { TableRow } from './entry.ts'

/** A workbook as read with everything people decided about it. */
export interface Read {
  readonly reading: LedgerReading
  readonly rows: readonly ReadRow[]
}

/**
 * Reads a workbook with the cells as people corrected them.
 *
 * Every check runs again on the whole, so a correction settles its own problem and those it caused
 * elsewhere. Fingerprints are of the rows as the file has them: the same file is known again, also
 * where a cell of it was corrected on its way in.
 */
export function readWith(
  keys: FieldKeys,
  sheets: readonly Sheet[],
  asOf: Day,
  decided: Decided,
): Read {
  const reading = readLedger(corrected(sheets, decided.corrections), asOf)
  const original =
    decided.corrections.length === 0 ? new Map<string, TableRow>() : rowsByPlace(sheets, asOf)
  const fingerprintOf = (sheet: string, row: TableRow) =>
    keys.blindIndex(saidBy(original.get(placeOf(sheet, row)) ?? row), 'importRow')
  return { reading, rows: candidatesOf(reading, decided, fingerprintOf) }
}

function rowsByPlace(sheets: readonly Sheet[], asOf: Day): Map<string, TableRow> {
  const rows = readLedger(sheets, asOf).tables.flatMap((table) =>
    rowsOf(table).map((row) => [placeOf(table.sheet, row), row] as const),
  )
  return new Map(rows)
}

function placeOf(sheet: string, { table, record }: TableRow): string {
  return [sheet, table, record.row].join('\n')
}

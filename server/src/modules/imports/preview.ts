import { type LedgerReading, readLedger } from '@yizhuan/ledger'
import { noTable } from './workbook.refusals.ts'
import { readWorkbook } from './workbook.ts'

/**
 * What a file would bring in: its tables, every row as read, and what a person must be told.
 * Writes nothing.
 *
 * @param name  the name of the file.
 * @param asOf  the day of the ledger.
 * @throws {InputError}  when the file cannot be read or holds no table we know.
 */
export async function previewLedger(
  bytes: Buffer,
  name: string,
  asOf: string,
): Promise<LedgerReading> {
  const reading = readLedger(await readWorkbook(bytes, name), asOf)
  if (reading.tables.length === 0) throw noTable()
  return reading
}

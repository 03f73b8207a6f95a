import { InputError, type Words } from '@yizhuan/kit'
import { type LedgerReading, readLedger, type Sheet } from '@yizhuan/ledger'
import { type Correction, corrected } from './correction.ts'
import { harmless } from './harmless.ts'
import { mostRows, noTable, tooManyRows } from './workbook.refusals.ts'
import { readWorkbook } from './workbook.ts'

/** A workbook to be read, and what people say some of its cells hold. */
export interface Request {
  readonly name: string
  readonly bytes: Uint8Array
  readonly asOf: string
  readonly corrections: readonly Correction[]
}

/** A workbook as read; with corrections also as the file alone has it. */
export interface Reading {
  readonly reading: LedgerReading
  readonly original: LedgerReading
}

/** What reading came to, in a form that passes from one thread to another. */
export type Answer =
  | ({ readonly kind: 'read' } & Reading)
  | {
      readonly kind: 'refused'
      readonly field: string
      readonly rule: string
      readonly words: Words
    }

/**
 * Reads a workbook with the cells as people corrected them.
 *
 * Every check runs again on the whole, so a correction settles its own problem and those it caused
 * elsewhere. Pure: the same request has the same answer.
 */
export async function answer({ name, bytes, asOf, corrections }: Request): Promise<Answer> {
  try {
    const sheets = harmless(await readWorkbook(Buffer.from(bytes), name))
    const original = limited(sheets, asOf)
    const reading =
      corrections.length === 0 ? original : readLedger(corrected(sheets, corrections), asOf)
    return { kind: 'read', reading, original }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { field, rule, words } = error
    return { kind: 'refused', field, rule, words }
  }
}

function limited(sheets: readonly Sheet[], asOf: string): LedgerReading {
  const reading = readLedger(sheets, asOf)
  if (reading.tables.length === 0) throw noTable()
  const rows = reading.tables.reduce((sum, { records }) => sum + records.length, 0)
  if (rows > mostRows) throw tooManyRows(rows)
  return reading
}

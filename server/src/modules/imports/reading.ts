import { hash } from 'node:crypto'
import { canonicalJson, InputError, type Words } from '@yizhuan/kit'
import {
  type AnyTableReading,
  type LedgerReading,
  type Mapped,
  type Problem,
  readLedger,
  type Sheet,
} from '@yizhuan/ledger'
import { bufferOn } from '../../platform/thread.ts'
import { type Correction, corrected } from './correction.ts'
import { harmless } from './harmless.ts'
import { type Brought, bearersIn } from './namesakes.ts'
import { inJson, registerOf, rowsOf, type TableRow } from './table-row.ts'
import { mostRows, noTable, tooManyRows } from './workbook.refusals.ts'
import { readWorkbook } from './workbook.ts'

/** A workbook to be read, and what people say some of its cells hold. */
export interface Request {
  readonly name: string
  readonly bytes: Uint8Array
  readonly asOf: string
  readonly corrections: readonly Correction[]
  /** What people have said of headings and words. */
  readonly mapped: Mapped
  /** What the house is called among the owners of rights; found out from the file where nobody says. */
  readonly ownNames?: readonly string[]
  /** Where it is counted how many rows were read so far, for whoever waits in another thread. */
  readonly progress?: SharedArrayBuffer
}

/** How a workbook was understood, without its rows. */
export interface Understood {
  readonly tables: readonly Omit<AnyTableReading, 'records'>[]
  readonly ignoredSheets: LedgerReading['ignoredSheets']
  readonly comments: LedgerReading['comments']
  /** The people it brings of whom a department behind a name may speak. */
  readonly brought: readonly Brought[]
}

/** A row as read, with what is wrong with it. */
export type ReadLine = TableRow & {
  readonly sheet: string
  /** A hash of what the file alone says here, without anybody's correction. */
  readonly said: string
  readonly errors: readonly Pick<Problem, 'column' | 'code'>[]
  readonly warnings: number
}

/** Some rows or some problems of a workbook, in its order; the rows come first. */
export type Piece =
  | { readonly kind: 'rows'; readonly lines: readonly ReadLine[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** What reading came to, in a form that passes from one thread to another. */
export type Answer =
  | ({ readonly kind: 'read' } & Understood)
  | {
      readonly kind: 'refused'
      readonly field: string
      readonly rule: string
      readonly words: Words
    }

/** An answer, and the pieces that it is about; each is made when it is asked for. */
export interface Reading {
  readonly answer: Answer
  readonly pieces: Iterator<Piece, undefined>
}

/** Rows or problems of one piece. */
const perPiece = 200

/**
 * Reads a workbook with the cells as people corrected them.
 *
 * Every check runs again on the whole, so a correction settles its own problem and those it caused
 * elsewhere. Pure: the same request has the same answer.
 */
export async function readingOf(request: Request): Promise<Reading> {
  const { name, bytes, asOf, corrections, mapped, ownNames, progress } = request
  const counted = progress && new Int32Array(progress)
  const onRow = () => void (counted && Atomics.add(counted, 0, 1))
  try {
    const sheets = harmless(await readWorkbook(bufferOn(bytes), name, onRow))
    let reading = limited(sheets, asOf, mapped, ownNames)
    let original: ReadonlyMap<string, string> | undefined
    if (corrections.length > 0) {
      original = hashesOf(reading)
      reading = readLedger(corrected(sheets, corrections), asOf, mapped, ownNames)
    }
    const { ignoredSheets, comments } = reading
    const tables = reading.tables.map(({ records: _rows, ...table }) => table)
    const brought = bearersIn(reading.tables)
    const answer = { kind: 'read' as const, tables, ignoredSheets, comments, brought }
    return { answer, pieces: piecesOf(reading, original) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { field, rule, words } = error
    return { answer: { kind: 'refused', field, rule, words }, pieces: [][Symbol.iterator]() }
  }
}

function limited(
  sheets: readonly Sheet[],
  asOf: string,
  mapped: Mapped,
  ownNames: readonly string[] | undefined,
): LedgerReading {
  const reading = readLedger(sheets, asOf, mapped, ownNames)
  if (reading.tables.length === 0) throw noTable()
  const rows = reading.tables.reduce((sum, { records }) => sum + records.length, 0)
  if (rows > mostRows) throw tooManyRows(rows)
  return reading
}

function* piecesOf(
  { tables, problems }: LedgerReading,
  original: ReadonlyMap<string, string> | undefined,
): Generator<Piece, undefined> {
  const ofRow = new Map<string, Problem[]>()
  for (const problem of problems) {
    const place = `${problem.sheet}\n${problem.row}`
    const known = ofRow.get(place)
    if (known) known.push(problem)
    else ofRow.set(place, [problem])
  }
  for (const table of tables) {
    for (let from = 0; from < table.records.length; from += perPiece) {
      const rows = rowsOf(table, from, from + perPiece)
      const lines = rows.map((row): ReadLine => {
        const found = ofRow.get(`${table.sheet}\n${row.record.row}`) ?? []
        const errors = found.filter(({ severity }) => severity === 'error')
        return {
          ...row,
          sheet: table.sheet,
          said: original?.get(placeOf(table.sheet, row)) ?? hashOf(row),
          errors: errors.map(({ column, code }) => ({ column, code })),
          warnings: found.length - errors.length,
        }
      })
      yield { kind: 'rows', lines }
    }
  }
  for (let from = 0; from < problems.length; from += perPiece) {
    yield { kind: 'problems', problems: problems.slice(from, from + perPiece) }
  }
}

function hashesOf({ tables }: LedgerReading): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>()
  for (const table of tables) {
    for (const row of rowsOf(table)) hashes.set(placeOf(table.sheet, row), hashOf(row))
  }
  return hashes
}

function placeOf(sheet: string, { table, record }: TableRow): string {
  return [sheet, table, record.row].join('\n')
}

/** Of everything a row says, not where it stands or how it is drawn. */
function hashOf({ table, record }: TableRow): string {
  return hash('sha256', canonicalJson([registerOf[table], inJson(record, marks)]), 'hex')
}

const marks = new Set(['row', 'duplicateOf', 'struckOut', 'hiddenRow'])

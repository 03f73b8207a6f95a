import { type Cell, columnLetter, type Merge, type Sheet, type SheetRow } from '@yizhuan/ledger'
import type { GridCell, GridSheet } from '../../platform/xlsx-grid.ts'
import { type Correction, corrected } from './correction.ts'
import { harmless } from './harmless.ts'
import type { TableMapping } from './import.table.ts'
import { readWorkbook } from './workbook.ts'

// The file that goes back to whoever keeps a ledger: the rows that stay out, under the headings they had,
// with what is wrong beside each. It is read like any ledger, so it can be corrected and uploaded again.

/** Which rows of which file go back. */
export interface Asked {
  readonly name: string
  readonly bytes: Uint8Array
  readonly corrections: readonly Correction[]
  readonly tables: readonly AskedTable[]
  /** Sheets that the others are read by, such as the list of departments. */
  readonly lists: readonly string[]
  readonly rows: readonly Remark[]
  /** What the column of remarks is called; a file that came back with one has it once. */
  readonly heading: string
  readonly headings: readonly string[]
}

/** Where a table stands. */
export type AskedTable = Pick<TableMapping, 'sheet' | 'headerRows' | 'lastDataRow'> & {
  /** The letters of the columns that go back, where the others may hold what must not lie about. */
  readonly only?: readonly string[]
}

/** What is wrong with a row, in words. */
export interface Remark {
  readonly sheet: string
  readonly row: number
  readonly words: string
}

/** Picks them out of the file. Pure: the same request has the same answer. */
export async function sheetsToCorrect(asked: Asked): Promise<readonly GridSheet[]> {
  const { name, bytes, corrections } = asked
  const sheets = corrected(harmless(await readWorkbook(Buffer.from(bytes), name)), corrections)
  return sheets.flatMap((sheet) => {
    if (asked.lists.includes(sheet.name)) return [gridOf(sheet, sheet.rows)]
    const remarks = new Map(
      asked.rows.filter((one) => one.sheet === sheet.name).map(({ row, words }) => [row, words]),
    )
    return remarks.size === 0 ? [] : [withRemarks(sheet, asked, remarks)]
  })
}

function withRemarks(whole: Sheet, asked: Asked, remarks: ReadonlyMap<number, string>): GridSheet {
  const sheet = withoutUnread(whole, asked.tables)
  const tables = asked.tables
    .filter((table) => table.sheet === sheet.name)
    .toSorted((one, other) => one.lastDataRow - other.lastDataRow)
  const kept: SheetRow[] = []
  const heads = new Set<number>()
  let above = 0
  for (const { headerRows, lastDataRow } of tables) {
    const head = headerRows.at(-1) ?? above
    const rows = sheet.rows.filter(
      ({ row }) => row > head && row <= lastDataRow && remarks.has(row),
    )
    if (rows.length > 0) {
      // Titles and the words about units stand above the headings.
      kept.push(...sheet.rows.filter(({ row }) => row > above && row <= head), ...rows)
      heads.add(head)
    }
    above = lastDataRow
  }
  const isRemarks = (cell: Cell | undefined) => asked.headings.includes(cell?.text ?? '')
  const known = kept
    .filter(({ row }) => heads.has(row))
    .map(({ cells }) => cells.findIndex(isRemarks))
  const free = Math.max(0, ...kept.map(({ cells }) => cells.length))
  const at = known.find((column) => column >= 0) ?? free
  const said = (row: number) => (heads.has(row) ? asked.heading : remarks.get(row))
  const lines = kept.map((row) => {
    const words = said(row.row)
    if (words === undefined) return row
    const cells = [...row.cells]
    cells[at] = { kind: 'text', text: words }
    return { ...row, cells }
  })
  return { ...gridOf(sheet, lines), wide: at }
}

/** A sheet without what its tables do not read, where that must not lie about. */
function withoutUnread(sheet: Sheet, tables: readonly AskedTable[]): Sheet {
  const closed = tables.filter(({ sheet: name, only }) => name === sheet.name && only)
  if (closed.length === 0) return sheet
  const rows = sheet.rows.map((row) => {
    const table = closed.find(
      ({ headerRows, lastDataRow }) =>
        row.row >= (headerRows[0] ?? 0) && row.row <= Math.max(lastDataRow, ...headerRows),
    )
    if (!table) return row
    const isRead = (at: number) => table.only?.includes(columnLetter(at)) ?? true
    return { ...row, cells: row.cells.map((cell, at) => (isRead(at) ? cell : undefined)) }
  })
  return { ...sheet, rows }
}

/** Rows one below the other; a range that was one cell stays so where it is whole. */
function gridOf(sheet: Sheet, rows: readonly SheetRow[]): GridSheet {
  const place = new Map(rows.map(({ row }, at) => [row, at + 1]))
  const cells = new Map(sheet.rows.map((row) => [row.row, row.cells]))
  const cut = sheet.merges.filter((merge) => !isWhole(merge, place))
  const filled = rows.map(({ row, cells: own }) => {
    const all = Array.from(own, (cell) => cell && shownCell(cell))
    // Of a range that is cut every row says what the range said.
    for (const { top, left, bottom } of cut) {
      const said = cells.get(top)?.[left]
      if (row > top && row <= bottom && said) all[left] ??= shownCell(said)
    }
    return all
  })
  const merges = sheet.merges.flatMap((merge) => {
    const [top, bottom] = [place.get(merge.top), place.get(merge.bottom)]
    if (!isWhole(merge, place) || !top || !bottom) return []
    return [`${columnLetter(merge.left)}${top}:${columnLetter(merge.right)}${bottom}`]
  })
  return { name: sheet.name, rows: filled, merges }
}

function isWhole({ top, bottom }: Merge, place: ReadonlyMap<number, number>): boolean {
  const [first, last] = [place.get(top), place.get(bottom)]
  return first !== undefined && last !== undefined && last - first === bottom - top
}

/**
 * A cell with the result of its formula, or as an error where it has none: left empty, it would be read as
 * nothing. What is struck out of a part of a cell does not count.
 */
function shownCell({ kind, text, format, struck }: Cell): GridCell | undefined {
  if (kind === 'none') return { kind: 'error', text: '#N/A' }
  const isWhole = struck?.kept === ''
  return {
    kind,
    text: struck && !isWhole ? struck.kept : text,
    ...(format !== undefined && { format }),
    ...(isWhole && { isStruck: true as const }),
  }
}

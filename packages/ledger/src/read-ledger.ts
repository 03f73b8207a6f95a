import type { Fen } from '@yizhuan/kit'
import type { Cell, Sheet } from './cell.ts'
import { checkRows } from './checks/index.ts'
import { type DepartmentList, departmentsOf } from './departments.ts'
import { findDuplicates } from './duplicates.ts'
import type { Field, OwnNames, Place, Values } from './field.ts'
import { findTables } from './find-tables.ts'
import { computeFormula } from './formula.ts'
import { gridOf, shown } from './grid.ts'
import { hospitalNamesIn } from './hospital.ts'
import { type ByHand, byHand, type Mapped, nothingMapped } from './mapped.ts'
import type { ProblemCode } from './problem-codes.ts'
import type { LedgerReading, NotData } from './reading.ts'
import { kindOfRow } from './row-kinds.ts'
import { ignoredSheetsOf, tableReadingOf } from './summary.ts'
import { cellOf, type Row, type TableData, tableData, tell } from './table-data.ts'
import { saysNothing } from './text.ts'
import { checkTotals } from './totals.ts'
import { unitOfColumn } from './units.ts'

/**
 * Reads a hospital's ledger: which tables stand on its sheets, what every row says, and what a
 * person must be told. Nothing is fitted to a file: tables are known by the words of their headers.
 *
 * @param asOf    the day of the ledger; a day of the past after it is wrong.
 * @param mapped  what people have said of headings and words that nothing else is known of.
 * @param ownNames  what the house is called among the owners of rights; found out where nobody says.
 */
export function readLedger(
  sheets: readonly Sheet[],
  asOf: string,
  mapped: Mapped = nothingMapped,
  ownNames?: readonly string[],
): LedgerReading {
  const hand = byHand(mapped)
  const grids = sheets.map(gridOf)
  const tables = grids.flatMap((grid) =>
    findTables(grid, hand).map((found) => tableData(grid, found)),
  )
  const departments = departmentsOf(grids)
  const hospital = ownNames
    ? { names: new Set(ownNames) }
    : hospitalNamesIn(tables, mapped.houseNames)
  for (const table of tables) readRows(table, { asOf, departments, hospital, hand })
  for (const kind of new Set(tables.map(({ found }) => found.table)))
    findDuplicates(tables.filter(({ found }) => found.table === kind))
  checkRows(tables)
  for (const table of tables) checkTotals(table)
  return {
    asOf,
    tables: tables.map(tableReadingOf),
    problems: tables.flatMap(problemsOf),
    ignoredSheets: ignoredSheetsOf(grids, tables, departments.sheets),
    comments: grids.flatMap(({ sheet }) =>
      sheet.comments.map(({ cell, text }) => ({ sheet: sheet.name, cell, text })),
    ),
  }
}

interface Known {
  readonly asOf: string
  readonly departments: DepartmentList
  readonly hospital: OwnNames
  readonly hand: ByHand
}

/** Sorts the rows of a table into data and the rest, and reads the data. */
function readRows(table: TableData, known: Known): void {
  const { grid, found } = table
  const columns = found.table.fields.flatMap((field) => readerOf(table, field, known))
  const waiting: typeof table.notData = []
  let blank: string | undefined
  for (let row = found.start; row <= found.end; row += 1) {
    const kind = kindOfRow(grid, found, row)
    if (kind.startsWith('blank') && found.end === grid.lastRow) {
      // Blank rows below the last filled one are no part of the table.
      if (waiting.length < mostBlankRows) waiting.push({ row, why: kind as NotData })
      continue
    }
    for (const blank of waiting.splice(0)) table.notData.push(blank)
    if (kind === 'data') {
      const read = readRow(table, row, columns, blank)
      blank ??= blankOf(read)
      table.rows.push(read)
    } else table.notData.push({ row, why: kind })
  }
}

/**
 * A row as text, with every field and no value. An object that is parsed with its fields holds them in a
 * third of the room that it takes when they come to it one by one: among many rows that counts.
 */
function blankOf({ values }: Row): string {
  return JSON.stringify(Object.fromEntries(Object.keys(values).map((name) => [name, null])))
}

/** A gap of more rows than this is not listed row by row. */
const mostBlankRows = 1000

/** A day, an amount or a list of names is never longer than this. */
const longestValue = 2000

/** Reads one field of a row into its values. */
type ReadField = (row: Row, isStruck: boolean) => void

/** What a reader said of a cell: the values, and what it reported. */
interface Said {
  readonly values: Values
  readonly reports: readonly (readonly [ProblemCode, Fen | undefined])[]
}

/** The reader of a field where it stands in this table; a field without a column reads nothing. */
function readerOf(table: TableData, field: Field, known: Known): readonly ReadField[] {
  const { read, name } = field
  const column = table.columnOf.get(name)
  if (!read || (field.isExtra && !column)) return []
  let reports: [ProblemCode, Fen | undefined][] = []
  const place: Place = {
    asOf: known.asOf,
    unit: column ? unitOfColumn(table.found, column) : '元',
    departments: known.departments.find,
    hospital: known.hospital,
    codeOf: (word) => known.hand.codeOf(table.found.table.name, name, word),
    report: (code, computed) => void reports.push([code, computed]),
    compute: ({ formula = '' }) => computeFormula(table.grid, formula)?.toString(),
  }
  const saidOf = onceEach((cell: Cell | undefined): Said => {
    reports = []
    return { values: read(cell, place), reports }
  })
  const readField: ReadField = (row, isStruck) => {
    const cell = column && table.grid.filledDown(row.row, column.column)
    const isPartlyStruck = cell?.struck !== undefined && !isStruck
    if (isPartlyStruck) tell(row, name, 'partly_struck_out')
    const isTooLong = !field.isText && (cell?.text.length ?? 0) > longestValue
    if (isTooLong) tell(row, name, 'value_unknown')
    const seen = isPartlyStruck ? withoutStruck(cell) : cell
    const said = saidOf(isTooLong ? undefined : seen)
    for (const [code, computed] of said.reports) tell(row, name, code, { computed })
    for (const value in said.values) row.values[value] = said.values[value]
  }
  return [readField]
}

/** Texts of a column that are remembered, and how long they may be. */
const [mostRemembered, longestRemembered] = [5000, 40]

/**
 * The same with short texts read once: ledgers repeat themselves, and what a text means in a column
 * hangs on nothing but the text. What was read of it is one value in all its rows.
 */
function onceEach(read: (cell: Cell | undefined) => Said): (cell: Cell | undefined) => Said {
  const remembered = new Map<string, Said>()
  let empty: Said | undefined
  return (cell) => {
    if (cell === undefined) {
      empty ??= read(cell)
      return empty
    }
    if (cell.kind !== 'text' || cell.text.length > longestRemembered) return read(cell)
    const known = remembered.get(cell.text)
    if (known) return known
    const said = read(cell)
    if (remembered.size < mostRemembered) remembered.set(cell.text, said)
    return said
  }
}

function readRow(table: TableData, at: number, columns: readonly ReadField[], blank = '{}'): Row {
  const values = JSON.parse(blank) as Row['values']
  values['row'] = at
  const row: Row = { row: at, table, values, problems: [] }
  const isStruck = isRowStruck(table, at)
  for (const readField of columns) readField(row, isStruck)
  table.found.table.complete?.(row)
  for (const field of table.found.table.required) checkRequired(row, field)
  if (isStruck) {
    row.struckOut = true
    tell(row, table.found.table.names, 'row_struck_out')
  }
  if (table.grid.rowAt(at)?.hidden) row.hiddenRow = true
  return row
}

/** A row is struck through when everything is that is read of it: a remark beside it is no part of it. */
function isRowStruck({ grid, found }: TableData, at: number): boolean {
  const read = found.columns.filter(({ field }) => field)
  const cells = read.map(({ column }) => grid.at(at, column))
  const filled = cells.filter((cell) => cell !== undefined && shown(cell) !== '')
  return filled.length > 0 && filled.every((cell) => cell?.struck?.kept === '')
}

/** What is left of a cell when what is struck through is taken away. */
function withoutStruck(cell: Cell): Cell {
  return { kind: 'text', text: cell.struck?.kept ?? '' }
}

/** An empty cell that must be filled; one that cannot be read has been told already. */
function checkRequired(row: Row, field: string): void {
  if (!row.table.columnOf.has(field)) return
  const cell = cellOf(row.table, row.row, field)
  // A word that says nothing elsewhere was read as something here.
  if (typeof row.values[field] === 'string') return
  const isFailed = cell?.kind === 'error' || (cell?.kind === 'none' && cell.formula !== undefined)
  if (!isFailed && saysNothing(cell?.text ?? '')) tell(row, field, 'required_missing')
}

function problemsOf(table: TableData): LedgerReading['problems'] {
  const order = new Map(table.found.columns.map(({ letter }, at) => [letter, at]))
  const place = (letter: string) => order.get(letter) ?? -1
  return [...table.rows.flatMap(({ problems }) => problems), ...table.problems].sort(
    (a, b) => a.row - b.row || place(a.column) - place(b.column),
  )
}

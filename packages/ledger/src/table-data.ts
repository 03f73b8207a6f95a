import type { Fen } from '@yizhuan/kit'
import type { Cell } from './cell.ts'
import type { FoundTable } from './find-tables.ts'
import type { Grid } from './grid.ts'
import type { TableColumn } from './headers.ts'
import { isDayFormat, parseDay } from './ledger-day.ts'
import { messageOf } from './messages.ts'
import { type ProblemCode, severityOf } from './problem-codes.ts'
import type { NotData, Problem } from './reading.ts'

/** One data row while it is read and checked. */
export interface Row {
  readonly row: number
  readonly table: TableData
  /** The record: its row and the values as read. */
  readonly values: Record<string, unknown>
  readonly problems: Problem[]
  /** The names that stand beside the shares of inventors. */
  shareNames?: readonly string[]
  struckOut?: true
  hiddenRow?: true
  duplicateOf?: Row
}

/** More about a problem than its place and its code. */
export interface More {
  readonly other?: Row
  readonly computed?: Fen | undefined
  /** What the message names: amounts, persons, numbers. */
  readonly facts?: readonly string[]
}

/** A table while it is read and checked. */
export interface TableData {
  readonly grid: Grid
  readonly found: FoundTable
  readonly rows: Row[]
  readonly notData: { readonly row: number; readonly why: NotData }[]
  /** Problems of rows that are no data: subtotals and totals. */
  readonly problems: Problem[]
  readonly columnOf: ReadonlyMap<string, TableColumn>
}

export function tableData(grid: Grid, found: FoundTable): TableData {
  const columnOf = new Map(
    found.columns.flatMap((column) => (column.field ? [[column.field.name, column] as const] : [])),
  )
  return { grid, found, rows: [], notData: [], problems: [], columnOf }
}

/** The cell of a field in a row; merged cells are filled downward. */
export function cellOf(table: TableData, row: number, field: string): Cell | undefined {
  const column = table.columnOf.get(field)
  return column && table.grid.filledDown(row, column.column)
}

/** Tells a problem of a data row. */
export function tell(row: Row, field: string, code: ProblemCode, more: More = {}): void {
  row.problems.push(problemAt(row.table, row.row, field, code, more))
}

/** Whether a problem of the field has been told. */
export function isTold(row: Row, field: string, ...codes: readonly ProblemCode[]): boolean {
  return row.problems.some((problem) => problem.field === field && codes.includes(problem.code))
}

/** A problem at its place. A field that has no column is told at the first column. */
export function problemAt(
  table: TableData,
  row: number,
  field: string,
  code: ProblemCode,
  { other, computed, facts = [] }: More = {},
): Problem {
  const { found, grid } = table
  const column = table.columnOf.get(field) ?? found.columns[0]
  // A problem told at a column that is not read, or of a number that must not stand there, does not show it.
  const isUnread = found.table.isPersonal === true && !column?.field?.read
  const isHidden = isUnread || code === 'staff_no_is_identity'
  const raw = isHidden ? '' : rawOf(column && grid.filledDown(row, column.column))
  const otherSheet = other && other.table.grid !== grid ? other.table.grid.sheet.name : undefined
  return {
    sheet: grid.sheet.name,
    table: found.table.name,
    row,
    column: column?.letter ?? '',
    header: column?.path ?? '',
    field,
    code,
    severity: severityOf[code],
    raw,
    ...(other === undefined ? {} : { otherRow: other.row }),
    ...(otherSheet === undefined ? {} : { otherSheet }),
    ...(computed === undefined ? {} : { value: computed }),
    message: messageOf(code, { raw, otherRow: other?.row, otherSheet, computed, facts }),
  }
}

/** What a cell holds, for a person who looks for it: a day as a day, a failed formula as such. */
function rawOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  const failed = cell.kind === 'error' || cell.kind === 'none'
  if (failed && cell.formula !== undefined) return `=${cell.formula}`
  if (cell.kind === 'number' && isDayFormat(cell.format)) return parseDay(cell).value ?? cell.text
  return cell.text
}

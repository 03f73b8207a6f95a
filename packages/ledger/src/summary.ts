import { fen } from '@yizhuan/kit'
import { rowText } from './find-tables.ts'
import type { Grid } from './grid.ts'
import type {
  AnyTableReading,
  ColumnReading,
  FieldSum,
  LedgerReading,
  NotData,
  TableCounts,
} from './reading.ts'
import type { Row, TableData } from './table-data.ts'
import { unitOfColumn } from './units.ts'

/** A table as it is told: where it stands, its columns, its records, and what they add up to. */
export function tableReadingOf(table: TableData): AnyTableReading {
  const { found, grid, rows, notData } = table
  return {
    sheet: grid.sheet.name,
    table: found.table.name,
    entity: found.table.entity,
    titleRows: found.titleRows,
    headerRows: found.rows,
    firstDataRow: rows[0]?.row ?? found.start,
    lastDataRow: rows.at(-1)?.row ?? found.start - 1,
    columns: columnsOf(table),
    notData,
    records: rows.map(recordOf),
    counts: countsOf(rows, notData),
    sumsFen: sumsOf(table),
    // The fields of a declaration fill the record of its table; the compiler cannot see that.
  } as unknown as AnyTableReading
}

/** The values of a row with its marks; by now nothing changes them any more. */
function recordOf({ values, duplicateOf, struckOut, hiddenRow }: Row) {
  if (duplicateOf) values['duplicateOf'] = duplicateOf.row
  if (struckOut) values['struckOut'] = struckOut
  if (hiddenRow) values['hiddenRow'] = hiddenRow
  return values
}

function columnsOf({ found, grid }: TableData): readonly ColumnReading[] {
  return found.columns.map((column) => ({
    column: column.letter,
    header: column.path,
    field: column.field?.name ?? null,
    ...(column.field?.isMoney ? { unit: unitOfColumn(found, column) } : {}),
    ...(grid.sheet.hiddenColumns.has(column.column) ? { hidden: true as const } : {}),
  }))
}

function countsOf(rows: readonly Row[], notData: TableData['notData']): TableCounts {
  const records = rows.filter(({ duplicateOf }) => !duplicateOf)
  const withErrors = records.filter(hasError).length
  const without = records.filter(({ problems }) => problems.length === 0).length
  const reasons: Partial<Record<NotData, number>> = {}
  for (const { why } of notData) reasons[why] = (reasons[why] ?? 0) + 1
  return {
    dataRows: rows.length,
    exactDuplicates: rows.length - records.length,
    records: records.length,
    recordsWithErrors: withErrors,
    recordsWithWarningsOnly: records.length - withErrors - without,
    recordsWithoutProblems: without,
    notData: reasons,
  }
}

const hasError = ({ problems }: Row) => problems.some(({ severity }) => severity === 'error')

function sumsOf({ found, rows }: TableData): Readonly<Record<string, FieldSum>> {
  const records = rows.filter(({ duplicateOf }) => !duplicateOf)
  const money = found.columns.flatMap(({ field }) => (field?.isMoney ? field.name : []))
  return Object.fromEntries(money.map((name) => [name, sumOf(records, name)]))
}

function sumOf(records: readonly Row[], name: string): FieldSum {
  let [all, withoutErrors, filled] = [0n, 0n, 0]
  for (const row of records) {
    const value = row.values[name]
    if (typeof value !== 'bigint') continue
    all += value
    filled += 1
    if (!hasError(row)) withoutErrors += value
  }
  return { all: fen(all), withoutErrors: fen(withoutErrors), filled }
}

/** The sheets without a known table, and what they seem to be. */
export function ignoredSheetsOf(
  grids: readonly Grid[],
  tables: readonly TableData[],
  lists: ReadonlySet<string>,
): LedgerReading['ignoredSheets'] {
  const used = new Set(tables.map(({ grid }) => grid))
  return grids
    .filter((grid) => !used.has(grid))
    .map((grid) => ({ name: grid.sheet.name, why: whyIgnored(grid, lists) }))
}

function whyIgnored(grid: Grid, lists: ReadonlySet<string>): string {
  const { name, rows } = grid.sheet
  const texts = rows.map(({ row }) => rowText(grid, row)).filter((text) => text !== '')
  if (texts.length === 0) return 'empty'
  if (lists.has(name)) return 'lists: departments and their other names are read from it'
  if (/说明|须知|填表|说 明/.test(`${name}${texts[0]}`.replace(/\s+/g, ''))) return 'instructions'
  return /汇总|统计/.test(name) ? 'statistics' : 'no known table'
}

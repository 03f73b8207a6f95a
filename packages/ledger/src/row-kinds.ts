import type { Cell } from './cell.ts'
import { type FoundTable, isFooterText } from './find-tables.ts'
import { type Grid, shown } from './grid.ts'
import type { NotData } from './reading.ts'
import { tightText } from './text.ts'

/** What a row of a table is: data, or why it is none. */
export function kindOfRow(grid: Grid, table: FoundTable, row: number): NotData | 'data' {
  if (grid.rowAt(row) === undefined) return 'blank'
  if (table.repeats.has(row)) return 'repeated header'
  const filled = filledCells(grid, table, row)
  if (filled.length === 0) return blankKind(grid, table, row)
  const total = totalKind(filled)
  if (total) return total
  if (isSerialOnly(filled)) return 'serial number only'
  if (isExample(filled)) return 'example'
  return isFooter(filled) ? 'footer' : 'data'
}

interface Filled {
  readonly cell: Cell
  readonly field: string | undefined
}

function filledCells(grid: Grid, { columns }: FoundTable, row: number): readonly Filled[] {
  const filled: Filled[] = []
  for (const { column, field } of columns) {
    const cell = grid.at(row, column)
    if (cell && shown(cell) !== '') filled.push({ cell, field: field?.name })
  }
  return filled
}

function blankKind(grid: Grid, { columns }: FoundTable, row: number): NotData {
  const cells = columns.map(({ column }) => grid.at(row, column))
  if (cells.some((cell) => cell !== undefined && cell.kind === 'text' && cell.text !== ''))
    return 'blank with spaces'
  return grid.rowAt(row)?.bordered ? 'blank with borders' : 'blank'
}

const subtotal = /^.{0,14}小计.{0,4}$/
const grandTotal = /^(总计|合计|总合计|累计|共计)([:：].*)?$|^.{0,10}(合计|总计)$/
const count = /^共?\d+[项件个笔份条]$/

/** A row of a total holds its label, numbers, and perhaps how many rows there are. */
function totalKind(filled: readonly Filled[]): NotData | undefined {
  // Every label of a total says this; hardly any other row does.
  if (!filled.some(({ cell }) => cell.text.includes('计'))) return undefined
  const texts = filled
    .filter(({ cell }) => cell.kind === 'text')
    .map(({ cell }) => tightText(cell.text))
  const label = texts.find((text) => subtotal.test(text) || grandTotal.test(text))
  if (label === undefined || label.includes('大写')) return undefined
  const others = texts.filter((text) => text !== label && !count.test(text) && !isFigure(text))
  if (others.length > 0) return undefined
  return subtotal.test(label) ? 'subtotal' : 'grand total'
}

const isFigure = (text: string) => /^[¥￥]?-?[\d,.]+(万?元|万)?$|^[-/]$/.test(text)

function isSerialOnly(filled: readonly Filled[]): boolean {
  return (
    filled.every(({ field }) => field === 'seq') &&
    /^\d+$/.test(tightText(filled[0]?.cell.text ?? ''))
  )
}

/** The line of a template that shows how to fill it in. */
function isExample(filled: readonly Filled[]): boolean {
  const [first] = filled
  return first?.field === 'seq' && /^(示例|样例|范例|example)$/i.test(tightText(first.cell.text))
}

function isFooter(filled: readonly Filled[]): boolean {
  if (filled.some(({ cell }) => cell.kind !== 'text')) return false
  const [first] = filled
  if (!first) return false
  if (filled.length === 1 && first.field === 'seq') return true
  return filled.length <= 3 && isFooterText(first.cell.text)
}

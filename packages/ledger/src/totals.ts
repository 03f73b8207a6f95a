import { fen as asFen, yuanText } from '@yizhuan/kit'
import { parseAmount } from './amount.ts'
import type { FoundTable } from './find-tables.ts'
import type { TableColumn } from './headers.ts'
import { problemAt, type TableData } from './table-data.ts'
import { unitOfColumn } from './units.ts'

/**
 * Compares subtotals with the rows of their block as read (exact duplicates included) and totals
 * with all rows.
 */
export function checkTotals(table: TableData): void {
  let last = 0
  for (const { row, why } of table.notData) {
    if (why !== 'subtotal' && why !== 'grand total') continue
    const block = why === 'subtotal' ? blockAbove(table, last, row) : table.rows
    for (const column of moneyColumns(table.found)) compare(table, row, column, block)
    if (why === 'subtotal') last = row
  }
}

type Block = TableData['rows']

/** The rows since the last subtotal; where a block is one contract, only that contract's. */
function blockAbove({ rows, found }: TableData, after: number, before: number): Block {
  const block = rows.filter(({ row }) => row > after && row < before)
  const by = found.table.blockBy
  if (by === undefined) return block
  const own = block.at(-1)?.values[by]
  const start = block.findLastIndex(({ values }) => values[by] !== own)
  return block.slice(start + 1)
}

const moneyColumns = ({ columns }: FoundTable) => columns.filter(({ field }) => field?.isMoney)

function compare(table: TableData, row: number, column: TableColumn, block: Block): void {
  const name = column.field?.name ?? ''
  const cell = table.grid.at(row, column.column)
  if (cell?.kind === 'error') {
    table.problems.push({ ...problemAt(table, row, name, 'formula_error'), raw: cell.text })
    return
  }
  const stored = parseAmount(cell, unitOfColumn(table.found, column)).fen
  if (stored === null) return
  const sum = block.reduce((total, { values }) => total + fenOf(values[name]), 0n)
  if (sum === stored) return
  const facts = [stored, asFen(sum)].map(yuanText)
  table.problems.push(problemAt(table, row, name, 'subtotal_mismatch', { facts }))
}

const fenOf = (value: unknown) => (typeof value === 'bigint' ? value : 0n)

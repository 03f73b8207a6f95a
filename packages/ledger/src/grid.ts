import type { Cell, Merge, Sheet, SheetRow } from './cell.ts'

/** A sheet by row and column, with merged cells filled. Rows from 1, columns from 0. */
export interface Grid {
  readonly sheet: Sheet
  readonly lastRow: number
  rowAt(row: number): SheetRow | undefined
  /** The cell itself. */
  at(row: number, column: number): Cell | undefined
  /** The cell, or the one it is merged with above. */
  filledDown(row: number, column: number): Cell | undefined
  /** The cell, or the one it is merged with in any direction. */
  filled(row: number, column: number): Cell | undefined
}

export function gridOf(sheet: Sheet): Grid {
  const rows = new Map(sheet.rows.map((row) => [row.row, row]))
  const merged = mergesByCell(sheet.merges)
  const at = (row: number, column: number) => rows.get(row)?.cells[column]
  const masterOf = (row: number, column: number) => merged.get(row * width + column)
  return {
    sheet,
    lastRow: sheet.rows.at(-1)?.row ?? 0,
    rowAt: (row) => rows.get(row),
    at,
    filledDown(row, column) {
      const own = at(row, column)
      if (shown(own) !== '') return own
      const merge = masterOf(row, column)
      return merge && merge.top !== row && merge.left === column ? at(merge.top, column) : own
    },
    filled(row, column) {
      const own = at(row, column)
      if (shown(own) !== '') return own
      const merge = masterOf(row, column)
      return merge ? at(merge.top, merge.left) : own
    },
  }
}

const width = 16_384
/** A merge over more cells than this is a background, not a value. */
const largestMerge = 20_000
const mostMergedCells = 2_000_000

function mergesByCell(merges: readonly Merge[]): ReadonlyMap<number, Merge> {
  const byCell = new Map<number, Merge>()
  let cells = 0
  for (const merge of merges) {
    const { top, left, bottom, right } = merge
    const size = (bottom - top + 1) * (right - left + 1)
    if (size > largestMerge || cells + size > mostMergedCells) continue
    cells += size
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) byCell.set(row * width + column, merge)
  }
  return byCell
}

/** What a cell shows at first glance; nothing for blanks. */
export function shown(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return cell.kind === 'none' && cell.formula !== undefined ? `=${cell.formula}` : cell.text.trim()
}

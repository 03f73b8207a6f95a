import type { Cell, Sheet, SheetRow } from '../cell.ts'

/** What a test may write for a cell. */
export type Shorthand = string | number | boolean | null | undefined | Cell

/** A sheet from rows of values; an empty row is a hole. */
export function sheetOf(
  name: string,
  rows: readonly (readonly Shorthand[])[],
  more: Partial<Sheet> = {},
): Sheet {
  const filled = rows.map((cells, at): SheetRow => ({ row: at + 1, cells: cells.map(cellOf) }))
  return {
    name,
    rows: filled.filter(({ cells }) => cells.length > 0),
    merges: [],
    hiddenColumns: new Set(),
    comments: [],
    ...more,
  }
}

function cellOf(value: Shorthand): Cell | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'object') return value
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' }
  return { kind: 'number', text: String(value) }
}

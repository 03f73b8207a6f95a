import { rowText } from './find-tables.ts'
import { shown } from './grid.ts'
import type { TableData } from './table-data.ts'
import { ownersIn } from './tables/rights.ts'

/**
 * The hospital's own names among the owners of patents: those a title of the workbook bears;
 * otherwise the one that owns most.
 */
export function hospitalNamesIn(tables: readonly TableData[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const table of tables)
    for (const owner of ownersOf(table)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  const titles = tables.flatMap(({ grid, found }) =>
    found.titleRows.map((row) => rowText(grid, row)),
  )
  const inTitles = [...counts.keys()].filter((owner) =>
    titles.some((title) => title.includes(owner)),
  )
  if (inTitles.length > 0) return new Set(inTitles)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return new Set(most ? [most[0]] : [])
}

function ownersOf({ grid, found, columnOf }: TableData): readonly string[] {
  const column = columnOf.get('owners')
  if (!column) return []
  return grid.sheet.rows
    .filter(({ row }) => row >= found.start && row <= found.end && !found.repeats.has(row))
    .flatMap(({ row }) => ownersIn(shown(grid.at(row, column.column))))
}

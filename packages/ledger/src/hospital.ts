import type { OwnNames } from './field.ts'
import { rowText } from './find-tables.ts'
import { shown } from './grid.ts'
import type { TableData } from './table-data.ts'
import { ownersIn } from './tables/rights.ts'

/**
 * The hospital's own names among the owners of patents: those it is known by and those a title of the
 * workbook bears; otherwise the one that owns most, which is a guess.
 */
export function hospitalNamesIn(
  tables: readonly TableData[],
  houseNames: readonly string[] = [],
): OwnNames {
  const counts = new Map<string, number>()
  for (const table of tables)
    for (const owner of ownersOf(table)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  const titles = tables.flatMap(({ grid, found }) =>
    found.titleRows.map((row) => rowText(grid, row)),
  )
  const known = new Set(houseNames.map(ownerKey))
  const named = [...counts.keys()].filter(
    (owner) => known.has(ownerKey(owner)) || titles.some((title) => title.includes(owner)),
  )
  const sure = houseNames.length > 0 ? { sure: new Set(named) } : {}
  if (named.length > 0) return { names: new Set(named), ...sure }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return { names: new Set(most ? [most[0]] : []), ...sure }
}

/** The name of an owner as it is compared. */
export function ownerKey(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function ownersOf({ grid, found, columnOf }: TableData): readonly string[] {
  const column = columnOf.get('owners')
  if (!column) return []
  return grid.sheet.rows
    .filter(({ row }) => row >= found.start && row <= found.end && !found.repeats.has(row))
    .flatMap(({ row }) => ownersIn(shown(grid.at(row, column.column))))
}

import { unitIn } from './amount.ts'
import type { Grid } from './grid.ts'
import { headerWord } from './header-word.ts'
import { headerAt, type TableHeader } from './headers.ts'
import type { ByHand } from './mapped.ts'

/** A table where it stands on its sheet; `end` is the last row that may belong to it. */
export interface FoundTable extends TableHeader {
  readonly titleRows: readonly number[]
  readonly repeats: ReadonlySet<number>
  readonly start: number
  readonly end: number
  /** The unit of money that the title names, for columns that name none. */
  readonly titleUnit: string | undefined
}

/** The tables of a sheet from top to bottom; a header that comes again is part of its table. */
export function findTables(grid: Grid, hand: ByHand): readonly FoundTable[] {
  const headers = headersOf(grid, hand)
  const groups: TableHeader[][] = []
  for (const header of headers) {
    const group = groups.at(-1)
    if (group?.[0] && isSame(group[0], header)) group.push(header)
    else groups.push([header])
  }
  const titles = groups.map(([first], at) => {
    const lower = groups[at - 1]?.at(-1)?.rows.at(-1) ?? 0
    return first ? titleRowsOf(grid, first, lower) : []
  })
  return groups.flatMap(([first, ...again], at) => {
    if (!first) return []
    const next = groups[at + 1]?.[0]
    const end = next ? (titles[at + 1]?.[0] ?? next.rows[0] ?? 0) - 1 : grid.lastRow
    const titleRows = titles[at] ?? []
    const titleUnit = titleRows.map((row) => unitIn(rowText(grid, row))).find((unit) => unit)
    const repeats = new Set(again.flatMap(({ rows }) => rows))
    return [{ ...first, titleRows, repeats, start: (first.rows.at(-1) ?? 0) + 1, end, titleUnit }]
  })
}

function headersOf(grid: Grid, hand: ByHand): readonly TableHeader[] {
  const headers: TableHeader[] = []
  for (let at = 0; at < grid.sheet.rows.length; at += 1) {
    const row = grid.sheet.rows[at]?.row ?? 0
    if ((headers.at(-1)?.rows.at(-1) ?? 0) >= row) continue
    const header = headerAt(grid, row, hand)
    if (header) headers.push(header)
  }
  return headers
}

/** The same table with its columns in the same places. */
function isSame(a: TableHeader, b: TableHeader): boolean {
  const wordsOf = ({ columns }: TableHeader) =>
    columns.map(({ column, levels }) => `${column}:${headerWord(levels.at(-1) ?? '')}`).join(' ')
  return a.table === b.table && wordsOf(a) === wordsOf(b)
}

const mostTitleRows = 8

/**
 * The lines above a header that are its title. Under another table they must touch each other and
 * stand at most one blank row above the header.
 */
function titleRowsOf(grid: Grid, header: TableHeader, above: number): readonly number[] {
  const top = header.rows[0] ?? 1
  const isStacked = above > 0
  const rows: number[] = []
  for (let row = top - 1; row > above && rows.length < mostTitleRows; row -= 1) {
    const isBlank = rowText(grid, row) === ''
    if (isBlank && isStacked && (rows.length > 0 || row < top - 1)) break
    if (isBlank) continue
    if (isStacked && !isTitle(grid, row)) break
    rows.unshift(row)
  }
  return rows
}

/** A title is one text, and neither the last note nor the total of the table above. */
function isTitle(grid: Grid, row: number): boolean {
  const cells = (grid.rowAt(row)?.cells ?? []).filter((cell) => cell && cell.text.trim() !== '')
  if (cells.length > 2 || cells.some((cell) => cell?.kind !== 'text')) return false
  return !isFooterText(rowText(grid, row))
}

const signature =
  /^(制表|填表|填报|审核|复核|审批|负责|财务|经办|日期|单位|主管|联系|科室|盖章)[^:：]{0,12}[:：]|人[:：]/
const note = /^(说明|注|备注|\*|※)|大写|^(小计|合计|总计)/

/** Whether a line says who made the table, or a note about it. */
export function isFooterText(text: string): boolean {
  const tight = text.replace(/\s+/g, '')
  return signature.test(tight) || note.test(tight)
}

export function rowText(grid: Grid, row: number): string {
  return (grid.rowAt(row)?.cells ?? [])
    .map((cell) => cell?.text.trim() ?? '')
    .filter((text) => text !== '')
    .join(' ')
}

import { columnLetter } from './cell.ts'
import type { Field } from './field.ts'
import { type Grid, shown } from './grid.ts'
import { headerWord } from './header-word.ts'
import type { ByHand } from './mapped.ts'
import type { Table } from './table.ts'
import { tables } from './tables/index.ts'

/** A header of one column: its levels from the top, as written but for blanks. */
interface Header {
  readonly column: number
  readonly levels: readonly string[]
}

/** A column of a recognised table. */
export interface TableColumn extends Header {
  readonly letter: string
  readonly path: string
  readonly field: Field | undefined
}

/** A header that names a known table. */
export interface TableHeader {
  readonly table: Table
  readonly rows: readonly number[]
  readonly columns: readonly TableColumn[]
}

const lookups = new Map(tables.map((table) => [table, wordsOf(table)]))
const everyWord = new Set([...lookups.values()].flatMap((words) => [...words.keys()]))

function wordsOf(table: Table): ReadonlyMap<string, readonly Field[]> {
  const words = new Map<string, Field[]>()
  for (const field of table.fields)
    for (const word of field.headers.split(' ').map(headerWord))
      words.set(word, [...(words.get(word) ?? []), field])
  return words
}

/** The table whose header begins at this row, if any: one row of words, or two with groups. */
export function headerAt(grid: Grid, row: number, hand: ByHand): TableHeader | undefined {
  if (!isHeaderRow(grid, row, 2)) return undefined
  const one = best(levelsOf(grid, [row]), [row], hand)
  const two = isHeaderRow(grid, row + 1, 1)
    ? best(levelsOf(grid, [row, row + 1]), [row, row + 1], hand)
    : undefined
  if (two && (!one || fieldsOf(two) > fieldsOf(one))) return two
  return one
}

const fieldsOf = (header: TableHeader) => header.columns.filter(({ field }) => field).length

/** A row of a header holds words only, and enough of them are known. */
function isHeaderRow(grid: Grid, row: number, least: number): boolean {
  let [filled, known] = [0, 0]
  for (const cell of grid.rowAt(row)?.cells ?? []) {
    if (cell === undefined || cell.text.trim() === '') continue
    if (cell.kind !== 'text' || figure.test(cell.text)) return false
    filled += 1
    if (cell.text.length < longestWord && isKnownWord(cell.text)) known += 1
    // A long row of unknown words is data.
    if (filled - known > 12 && known * 3 < filled) return false
  }
  return known >= least && known * 3 >= filled
}

const longestWord = 40

/** Whether a text of a cell is a word of a header. Every cell of a ledger is asked: they repeat themselves. */
function isKnownWord(text: string): boolean {
  const before = knownWords.get(text)
  if (before !== undefined) return before
  const isKnown = everyWord.has(headerWord(text))
  if (knownWords.size < mostKnownWords) knownWords.set(text, isKnown)
  return isKnown
}

const knownWords = new Map<string, boolean>()
const mostKnownWords = 5000
const figure = /^[\d.,:/%-]+$/

/** The header of every column, level by level; a group spreads over the columns merged with it. */
function levelsOf(grid: Grid, rows: readonly number[]): readonly Header[] {
  const headers: Header[] = []
  const last = Math.max(...rows.map((row) => (grid.rowAt(row)?.cells.length ?? 0) - 1))
  for (let column = 0; column <= last; column += 1) {
    const levels: string[] = []
    for (const row of rows) {
      const text = textAt(grid, row, column) || groupLeftOf(grid, rows, row, column)
      if (text !== '' && levels.at(-1) !== text) levels.push(text)
    }
    if (levels.length > 0) headers.push({ column, levels })
  }
  return headers
}

const textAt = (grid: Grid, row: number, column: number) =>
  (grid.filled(row, column)?.text ?? '').replace(/\s+/g, '')

/** Without merged cells, a group stands over the columns to its right that have a word below. */
function groupLeftOf(grid: Grid, rows: readonly number[], row: number, column: number): string {
  const below = rows[1]
  if (below === undefined || row !== rows[0]) return ''
  for (let at = column; at >= 0; at -= 1) {
    if (textAt(grid, below, at) === '' || isMergedDown(grid, row, at)) return ''
    const text = textAt(grid, row, at)
    if (text !== '') return text
  }
  return ''
}

const isMergedDown = (grid: Grid, row: number, column: number) =>
  shown(grid.at(row + 1, column)) === '' && shown(grid.filled(row + 1, column)) !== ''

/** The table that fits best: the most of its fields named, its core among them. */
function best(
  headers: readonly Header[],
  rows: readonly number[],
  hand: ByHand,
): TableHeader | undefined {
  let found: TableHeader | undefined
  for (const table of tables) {
    const columns = columnsOf(table, headers, hand)
    const named = new Set(columns.flatMap(({ field }) => field?.name ?? []))
    const isWhole = table.core.every((group) => group.some((name) => named.has(name)))
    if (!isWhole || named.size < 3 || named.size < columns.length / 3) continue
    const header = { table, rows, columns }
    if (!found || fieldsOf(header) > fieldsOf(found)) found = header
  }
  return found
}

/**
 * Gives each column its field and each field one column: what people have said of its heading first,
 * then exact words, then near ones.
 */
function columnsOf(table: Table, headers: readonly Header[], hand: ByHand): readonly TableColumn[] {
  const taken = new Map<number, Field | undefined>()
  const free = (field: Field) => ![...taken.values()].includes(field)
  for (const { column, levels } of headers) {
    const said = hand.fieldOf(table.name, levels.join('/'))
    const field = table.fields.find(({ name }) => name === said)
    if (said === null) taken.set(column, undefined)
    else if (field && free(field)) taken.set(column, field)
  }
  for (const match of [byGroup, byWord, byNearWord]) {
    for (const header of headers) {
      if (taken.has(header.column)) continue
      const field = match(table, header, free)
      if (field) taken.set(header.column, field)
    }
  }
  return headers.map(({ column, levels }) => ({
    column,
    levels,
    letter: columnLetter(column),
    path: levels.join('/'),
    field: taken.get(column),
  }))
}

type Match = (table: Table, header: Header, free: (field: Field) => boolean) => Field | undefined

const leafOf = ({ levels }: Header) => headerWord(levels.at(-1) ?? '')
const groupOf = ({ levels }: Header) => headerWord(levels.slice(0, -1).join(''))

/** The whole path is a known word: 扣除费用 over 小计. */
const byGroup: Match = (table, header, free) =>
  lookups
    .get(table)
    ?.get(headerWord(header.levels.join('')))
    ?.find((field) => free(field) && fitsGroup(field, header))

const byWord: Match = (table, header, free) =>
  lookups
    .get(table)
    ?.get(leafOf(header))
    ?.find((field) => free(field) && fitsGroup(field, header))

const fitsGroup = ({ under }: Field, header: Header) =>
  under === undefined || under.test(groupOf(header))

/** A word with something before or behind it: 第一完成人（必填）姓名, 本项目研发投入. */
const byNearWord: Match = (table, header, free) => {
  const leaf = leafOf(header)
  let [found, length]: [Field | undefined, number] = [undefined, 2]
  for (const [word, fields] of lookups.get(table) ?? []) {
    if (word.length <= length || !(leaf.startsWith(word) || leaf.endsWith(word))) continue
    const field = fields.find((each) => free(each) && fitsGroup(each, header))
    if (field) [found, length] = [field, word.length]
  }
  return found
}

import type { Cell, SheetRow } from '@yizhuan/ledger'
import { notWorkbook, unreadableText } from './workbook.refusals.ts'

/**
 * Reads a text of values parted by commas, semicolons or tabs, as spreadsheets write it.
 *
 * The text is decoded and parted piece by piece: it is never there as a whole beside its rows.
 *
 * @param onRow  is told of every row that was read.
 */
export function readCsv(bytes: Buffer, onRow: () => void = () => undefined): readonly SheetRow[] {
  const encoding = encodingOf(bytes)
  const [head = ''] = piecesOf(bytes, encoding)
  const rows: SheetRow[] = []
  for (const row of rowsOf(piecesOf(bytes, encoding), separatorOf(head))) {
    rows.push(row)
    onRow()
  }
  return rows
}

/** Small enough for the room of what is thrown away soon: three times through a text it adds up. */
const pieceBytes = 32 * 1024

/** UTF-8 with or without its mark, UTF-16 with its mark, otherwise GB18030. */
function encodingOf(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0
  if (mark === 0xfffe) return 'utf-16le'
  if (mark === 0xfeff) return 'utf-16be'
  if (bytes.includes(0)) throw notWorkbook()
  const fitting = ['utf-8', 'gb18030'].find((encoding) => isIn(bytes, encoding))
  if (fitting === undefined) throw unreadableText()
  return fitting
}

function isIn(bytes: Buffer, encoding: string): boolean {
  try {
    for (const _piece of piecesOf(bytes, encoding, true));
    return true
  } catch {
    return false
  }
}

/** The text in pieces; no character is cut in two. */
function* piecesOf(bytes: Buffer, encoding: string, fatal = false): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal })
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true })
  }
  yield decoder.decode()
}

/** The sign that parts most of the first lines, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((sign) => [sign, head.split(sign).length] as const)
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0]
}

/** RFC 4180: fields may be quoted, quotes doubled, and quoted fields may hold line breaks. */
function* rowsOf(pieces: Iterator<string>, separator: string): Generator<SheetRow> {
  const known = new Map<string, Cell>()
  let text = ''
  let isWhole = false
  let [at, number] = [0, 0]
  for (;;) {
    const row = rowAt(text, at, separator, isWhole, known)
    if (row === undefined) {
      // A quote that is never closed is looked for to the end; by twice as much each time, that is not long.
      const wanted = 2 * (text.length - at)
      text = text.slice(at)
      at = 0
      do {
        const { done, value } = pieces.next()
        if (done) isWhole = true
        else text += value
      } while (!isWhole && text.length < wanted)
      continue
    }
    if (row.end === at) return
    at = row.end
    number += 1
    if (row.cells.length > 0) yield { row: number, cells: row.cells }
  }
}

interface RowText {
  readonly cells: readonly (Cell | undefined)[]
  /** Where the next row begins. */
  readonly end: number
}

/** The row at a place; undefined where the text may go on differently. */
function rowAt(
  text: string,
  start: number,
  separator: string,
  isWhole: boolean,
  known: Map<string, Cell>,
): RowText | undefined {
  const cells: (Cell | undefined)[] = []
  let at = start
  for (let column = 0; at < text.length; column += 1) {
    const field = fieldAt(text, at, separator, isWhole)
    if (!field) return undefined
    if (field.value !== '') cells[column] = cellOf(field.value, known)
    at = field.end
    if (text[at] === separator) {
      at += 1
      continue
    }
    // A line that ends with a return may go on with the feed that belongs to it.
    if (at + 1 >= text.length && !isWhole) return undefined
    return { cells, end: Math.min(text.length, at + (text.startsWith('\r\n', at) ? 2 : 1)) }
  }
  return isWhole ? { cells, end: at } : undefined
}

interface FieldText {
  readonly value: string
  readonly end: number
}

function fieldAt(
  text: string,
  start: number,
  separator: string,
  isWhole: boolean,
): FieldText | undefined {
  if (text[start] === '"') {
    const quoted = quotedField(text, start)
    if (quoted && (isWhole || quoted.end < text.length)) return quoted
    if (!isWhole) return undefined
  }
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end += 1
  return { value: text.slice(start, end), end }
}

/** A quote that is never closed is an ordinary character. */
function quotedField(text: string, start: number): FieldText | undefined {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return undefined
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

/** Ledgers repeat themselves; one text is one cell. */
function cellOf(text: string, known: Map<string, Cell>): Cell {
  const cell = known.get(text) ?? { kind: 'text', text }
  if (text.length < 12 && known.size < 20_000) known.set(text, cell)
  return cell
}

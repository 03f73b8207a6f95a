import type { Cell, SheetRow } from '@yizhuan/ledger'
import { notWorkbook, unreadableText } from './workbook.refusals.ts'

/** Reads a text of values parted by commas, semicolons or tabs, as spreadsheets write it. */
export function readCsv(bytes: Buffer): readonly SheetRow[] {
  const text = decode(bytes)
  return rowsOf(text, separatorOf(text))
}

/** UTF-8 with or without its mark, UTF-16 with its mark, otherwise GB18030. */
function decode(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) throw notWorkbook()
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this encoding; the next one may fit.
    }
  }
  throw unreadableText()
}

/** The sign that parts most of the first lines, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((sign) => [sign, head.split(sign).length] as const)
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0]
}

/** RFC 4180: fields may be quoted, quotes doubled, and quoted fields may hold line breaks. */
function rowsOf(text: string, separator: string): readonly SheetRow[] {
  const rows: SheetRow[] = []
  const known = new Map<string, Cell>()
  let cells: (Cell | undefined)[] = []
  let [at, row, column] = [0, 1, 0]
  while (at < text.length) {
    const { value, end } = fieldAt(text, at, separator)
    if (value !== '') cells[column] = cellOf(value, known)
    column += 1
    at = end
    if (text[at] === separator) {
      at += 1
      continue
    }
    if (cells.length > 0) rows.push({ row, cells })
    cells = []
    column = 0
    row += 1
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  if (cells.length > 0) rows.push({ row, cells })
  return rows
}

interface FieldText {
  readonly value: string
  readonly end: number
}

function fieldAt(text: string, start: number, separator: string): FieldText {
  if (text[start] === '"') {
    const quoted = quotedField(text, start)
    if (quoted) return quoted
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

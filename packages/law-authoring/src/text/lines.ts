import type { Doubt } from './law-text.ts'

/** One printed line without indentation and font leftovers, with its place in the original. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly indented: boolean
}

/** The lines of a text and the width of a full one. */
export interface Lines {
  readonly lines: readonly Line[]
  readonly fullWidth: number
  readonly wrapped: boolean
}

/** Above this many Chinese characters a line was not broken to fit a page. */
const PAGE_WIDTH = 46

/** Printed width: a Chinese character counts one, a Latin one half. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.5
  return width
}

/** Cuts a text into lines; page numbers and private-use glyphs are set aside as doubts. */
export function linesOf(raw: string, doubts: Doubt[]): Lines {
  const lines: Line[] = []
  for (let from = 0; from <= raw.length; ) {
    const newline = raw.indexOf('\n', from)
    const to = newline < 0 ? raw.length : newline
    const line = lineOf(raw.slice(from, to), from, doubts)
    if (line) lines.push(line)
    from = to + 1
  }
  const widths = lines.map((line) => widthOf(line.text)).sort((a, b) => a - b)
  const fullWidth = widths[Math.floor(widths.length * 0.9)] ?? 0
  return { lines, fullWidth, wrapped: fullWidth <= PAGE_WIDTH }
}

function lineOf(source: string, offset: number, doubts: Doubt[]): Line | undefined {
  const lead = /^[\s\p{Co}\p{Cf}]*(?:#+\s+)?/u.exec(source)?.[0] ?? ''
  // Private-use glyphs and zero-width marks would hide the punctuation that closes a paragraph.
  const text = source.slice(lead.length).replace(/[\s\p{Co}\p{Cf}]+$/u, '')
  const glyph = /\p{Co}/u.exec(source)
  if (glyph) doubts.push({ kind: 'odd-character', at: offset, note: JSON.stringify(glyph[0]) })
  if (text === '' || /^<!--.*-->$/.test(text)) return undefined
  const start = offset + lead.length
  if (/^[0-9]{1,3}$/.test(text)) {
    doubts.push({ kind: 'page-number', at: start, note: text })
    return undefined
  }
  return { text, start, end: start + text.length, indented: /　{2}/.test(lead) }
}

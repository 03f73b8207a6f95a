import type { Doubt } from './law-text.ts'
import { CLOSED, MARKED, PAGE_NUMBER, SPACED_MARKER } from './markers.ts'

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
  /** What belongs to the page: numbers, heads, lines read twice. */
  readonly setAside: readonly Line[]
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

/**
 * Cuts a text into lines. What belongs to the page and not to the text - page numbers, running heads,
 * lines read twice, private-use glyphs - is set aside, each as a doubt.
 */
export function linesOf(raw: string, doubts: Doubt[]): Lines {
  const all: Line[] = []
  for (let from = 0; from <= raw.length; ) {
    const newline = raw.indexOf('\n', from)
    const to = newline < 0 ? raw.length : newline
    const line = lineOf(raw.slice(from, to), from, doubts)
    if (line) all.push(line)
    from = to + 1
  }
  const lines = withoutPages(all, doubts)
  const kept = new Set(lines)
  const setAside = all.filter((line) => !kept.has(line))
  const widths = lines.map((line) => widthOf(line.text)).sort((a, b) => a - b)
  const fullWidth = widths[Math.floor(widths.length * 0.9)] ?? 0
  return { lines, setAside, fullWidth, wrapped: fullWidth <= PAGE_WIDTH }
}

function lineOf(source: string, offset: number, doubts: Doubt[]): Line | undefined {
  const lead = /^[\s\p{Co}\p{Cf}]*(?:#+\s+)?/u.exec(source)?.[0] ?? ''
  // Private-use glyphs and zero-width marks would hide the punctuation that closes a paragraph.
  const text = source.slice(lead.length).replace(/[\s\p{Co}\p{Cf}]+$/u, '')
  const glyph = /\p{Co}/u.exec(source)
  if (glyph) doubts.push({ kind: 'odd-character', at: offset, note: JSON.stringify(glyph[0]) })
  if (text === '' || /^<!--.*-->$/.test(text)) return undefined
  const start = offset + lead.length
  const end = start + text.length
  return { text: text.replace(SPACED_MARKER, closedUp), start, end, indented: /　{2}/.test(lead) }
}

/** 第 十 条 and （ 一 ） as some printers set them. */
const closedUp = (marker: string): string => marker.replace(/\s/g, '')

/** The lines without page numbers, the heads that run beside them, and lines that were read twice. */
function withoutPages(lines: readonly Line[], doubts: Doubt[]): readonly Line[] {
  const isNumber = lines.map(({ text }) => PAGE_NUMBER.test(text))
  const isBesideNumber = (at: number) => isNumber[at - 1] === true || isNumber[at + 1] === true
  const heads = headsOf(lines.filter((_, at) => isBesideNumber(at)).map(({ text }) => text))
  const kept: Line[] = []
  for (const [at, line] of lines.entries()) {
    const { text, start } = line
    const isHead = isBesideNumber(at) && heads.has(text)
    // A page may have ended between a line and itself: what counts is the last line of the text.
    const isTwice = text === kept.at(-1)?.text && widthOf(text) >= LEAST_REPEATED
    const ofPage = isNumber[at] ? 'page-number' : isHead ? 'page-head' : undefined
    const kind = ofPage ?? (isTwice ? 'repeated-line' : undefined)
    if (kind) doubts.push({ kind, at: start, note: text.slice(0, 16) })
    else kept.push(line)
  }
  return kept
}

/** The texts that stand beside a good part of all page numbers; left and right pages may differ. */
function headsOf(beside: readonly string[]): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const text of beside) times.set(text, (times.get(text) ?? 0) + 1)
  const enough = Math.max(2, beside.length / 6)
  // The end of a sentence, or the head of an item, is of the text however often it stands there.
  const isOfText = (text: string) => MARKED.test(text) || CLOSED.test(text)
  const found = [...times].filter(([text, count]) => count >= enough && !isOfText(text))
  return new Set(found.map(([text]) => text))
}

/** What is shorter may well stand twice, as in the cells of a table. */
const LEAST_REPEATED = 8

import type { Doubt, LawNode, LawText, Level, Patch } from './law-text.ts'
import { type Line, linesOf, widthOf } from './lines.ts'
import {
  ANNEX,
  ARTICLE,
  CAPTION,
  CHAPTER,
  CLOSED,
  HEADING,
  ITEM,
  REFERENCE,
  SUB,
} from './markers.ts'
import { parseNumeral } from './numerals.ts'
import { NUMBERS_START, type Reader } from './reader.ts'

/**
 * Reads a Chinese legal text into a tree of addresses. A marker needs both the form (第X条, 一、,
 * （一）, 1.) and the expected number; whatever stays open is recorded as a doubt.
 */
export function parseLawText(raw: string, patches: readonly Patch[] = []): LawText {
  const doubts: Doubt[] = []
  const { lines, setAside, fullWidth, wrapped } = linesOf(raw, doubts)
  const root: LawNode = {
    path: '',
    level: 'part',
    n: 0,
    text: '',
    start: 0,
    end: raw.length,
    children: [],
  }
  const reader: Reader = {
    raw,
    root,
    byPath: new Map(),
    doubts,
    fullWidth,
    wrapped,
    part: root,
    prefix: '',
    chapter: undefined,
    article: undefined,
    heading: undefined,
    item: undefined,
    sub: undefined,
    para: undefined,
    current: undefined,
    listHost: undefined,
    previous: undefined,
    title: '',
    last: { ...NUMBERS_START },
  }
  const answers = new Map(patches.map((patch) => [patch.at, patch.is]))
  for (const line of lines) {
    const answer = answers.get(line.start)
    const forced = answer === 'not-a-marker' || answer === 'continuation'
    if (forced || !readMarker(reader, line)) readWords(reader, line, answer)
    extend(reader, line)
    reader.previous = line
  }
  return { title: reader.title, root, byPath: reader.byPath, doubts, wrapped, raw, setAside }
}

const readMarker = (reader: Reader, line: Line): boolean =>
  readAnnex(reader, line) ||
  readChapter(reader, line) ||
  readArticle(reader, line) ||
  readHeading(reader, line) ||
  readItem(reader, line) ||
  readSub(reader, line)

interface Found {
  readonly level: Level
  readonly n: number
  readonly segment: string
  readonly text: string
  readonly caption?: string | undefined
}

function add(reader: Reader, parent: LawNode, line: Pick<Line, 'start' | 'end'>, found: Found) {
  const base = parent === reader.part || parent.path === '' ? reader.prefix : `${parent.path}.`
  const node: LawNode = {
    path: base + found.segment,
    level: found.level,
    n: found.n,
    text: found.text,
    start: line.start,
    end: line.end,
    children: [],
    ...(found.caption === undefined ? {} : { caption: found.caption }),
  }
  parent.children.push(node)
  reader.byPath.set(node.path, node)
  reader.current = node
  return node
}

function close(reader: Reader, ...levels: ('article' | 'heading' | 'item' | 'sub' | 'para')[]) {
  for (const level of levels) reader[level] = undefined
}

function readAnnex(reader: Reader, line: Line): boolean {
  const match = ANNEX.exec(line.text)
  if (!match) return false
  const id = (match[1] ?? String(reader.root.children.length))
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[－—]/g, '-')
  // Before anything else was read, the line is the head of the document itself, not of an annex.
  if (reader.byPath.size > 0) {
    reader.prefix = `${id}/`
    reader.part = {
      path: id,
      level: 'part',
      n: 0,
      text: line.text,
      start: line.start,
      end: line.end,
      children: [],
    }
    reader.root.children.push(reader.part)
    reader.byPath.set(id, reader.part)
  }
  reader.chapter = undefined
  reader.current = undefined
  close(reader, 'article', 'heading', 'item', 'sub', 'para')
  reader.last = { ...NUMBERS_START }
  return true
}

function readChapter(reader: Reader, line: Line): boolean {
  const match = CHAPTER.exec(line.text)
  const n = parseNumeral(match?.[1] ?? '')
  if (!match || n !== reader.last.chapter + 1 || widthOf(line.text) >= 25) return false
  reader.last.chapter = n
  const text = (match[2] ?? '').trim()
  reader.chapter = add(reader, reader.part, line, { level: 'chapter', n, segment: `c${n}`, text })
  close(reader, 'article', 'item', 'sub', 'para')
  return true
}

function readArticle(reader: Reader, line: Line): boolean {
  const match = ARTICLE.exec(line.text)
  if (!match) return false
  const n = parseNumeral(match[1] ?? '')
  const insert = match[2]
  const rest = match[3] ?? ''
  const expected = n === reader.last.article + 1
  if (REFERENCE.test(rest) || (!expected && !insert && !/^[\s　（(]/.test(rest))) {
    reader.doubts.push({
      kind: 'cross-reference-at-line-start',
      at: line.start,
      note: line.text.slice(0, 16),
    })
    return false
  }
  if (!expected && !insert)
    reader.doubts.push({
      kind: 'numbering',
      at: line.start,
      note: `expected article ${reader.last.article + 1}, found ${n}`,
    })
  reader.last.article = n
  const caption = CAPTION.exec(rest)
  const body = rest.slice(caption?.[0].length ?? 0).trim()
  const segment = insert ? `a${n}-${parseNumeral(insert)}` : `a${n}`
  reader.listHost = undefined
  const article = add(reader, reader.part, line, {
    level: 'article',
    n,
    segment,
    text: '',
    caption: caption?.[1],
  })
  close(reader, 'item', 'sub', 'heading')
  reader.article = article
  reader.last.item = 0
  reader.last.sub = 0
  const start = line.end - body.length
  const found: Found = { level: 'para', n: 1, segment: 'p1', text: body }
  reader.para = add(reader, article, { start, end: line.end }, found)
  return true
}

function readHeading(reader: Reader, line: Line): boolean {
  const match = reader.article ? null : HEADING.exec(line.text)
  const n = parseNumeral(match?.[1] ?? '')
  if (!match || n !== reader.last.heading + 1) return false
  reader.last.heading = n
  const text = (match[2] ?? '').trim()
  reader.heading = add(reader, reader.part, line, { level: 'heading', n, segment: `h${n}`, text })
  close(reader, 'item', 'sub', 'para')
  reader.last.item = 0
  return true
}

function readItem(reader: Reader, line: Line): boolean {
  const match = ITEM.exec(line.text)
  if (!match) return false
  const n = parseNumeral(match[1] ?? '')
  const host = reader.listHost
  const count = host?.children.filter((child) => child.level === 'item').length ?? 0
  const resumed = n > 1 && reader.last.item === 0 && host !== undefined && n === count + 1
  if (n !== reader.last.item + 1 && n !== 1 && !resumed) {
    const note = `expected item ${reader.last.item + 1}, found ${n}`
    reader.doubts.push({ kind: 'numbering', at: line.start, note })
    return false
  }
  if (resumed)
    reader.doubts.push({
      kind: 'paragraph-boundary',
      at: line.start,
      note: `item ${n} resumes a list that a paragraph interrupted`,
    })
  reader.last.item = n
  reader.sub = undefined
  const parent = resumed ? host : listParent(reader)
  reader.listHost = parent
  const text = (match[2] ?? '').trim()
  reader.item = add(reader, parent, line, { level: 'item', n, segment: `i${n}`, text })
  if (!reader.article) reader.para = undefined
  return true
}

function listParent(reader: Reader): LawNode {
  if (!reader.article) return reader.heading ?? reader.part
  return reader.article.children.filter((child) => child.level === 'para').at(-1) ?? reader.article
}

function readSub(reader: Reader, line: Line): boolean {
  const match = SUB.exec(line.text)
  const n = parseNumeral(match?.[1] ?? '')
  if (!match || (n !== reader.last.sub + 1 && n !== 1)) return false
  reader.last.sub = n
  const parent = reader.item ?? reader.para ?? owner(reader)
  const text = (match[2] ?? '').trim()
  reader.sub = add(reader, parent, line, { level: 'sub', n, segment: `n${n}`, text })
  return true
}

/** A bare sub-heading: nothing closes it and it is clearly shorter than a full line. */
const isCaption = (reader: Reader, node: LawNode): boolean =>
  node.children.every((child) => child.level === 'para') &&
  !CLOSED.test(node.text) &&
  widthOf(node.text) + 3 < reader.fullWidth * 0.8

/** The node that owns the next paragraph. */
function owner(reader: Reader): LawNode {
  if (reader.article) return reader.article
  if (reader.item && isCaption(reader, reader.item)) return reader.item
  return reader.heading ?? reader.part
}

function readWords(reader: Reader, line: Line, answer: Patch['is'] | undefined) {
  const open = reader.current?.level === 'chapter' ? undefined : reader.current
  const joined = answer === undefined ? continues(reader, open, line) : answer === 'continuation'
  if (joined && open) {
    open.text = continued(reader, open.text, line)
    return
  }
  if (!reader.title && !open) reader.title = line.text
  startParagraph(reader, line)
}

/** Words and those of the next line. The hyphen that parts a word in Latin letters goes, with a doubt. */
function continued({ doubts }: Reader, text: string, line: Line): string {
  if (!/[A-Za-z]-$/.test(text) || !/^[a-z]/.test(line.text)) return text + line.text
  doubts.push({ kind: 'hyphen', at: line.start, note: text.slice(-8) + line.text.slice(0, 8) })
  return text.slice(0, -1) + line.text
}

function continues(reader: Reader, open: LawNode | undefined, line: Line): boolean {
  if (!open || !reader.wrapped || line.indented) return false
  const before = reader.previous
  const closed = !before || CLOSED.test(before.text)
  const short = !before || widthOf(before.text) < reader.fullWidth - 3
  if (closed && short) return false
  if (!closed && open.level !== 'para' && isCaption(reader, open)) return false
  if (closed)
    reader.doubts.push({
      kind: 'paragraph-boundary',
      at: line.start,
      note: `…${before?.text.slice(-8) ?? ''}⏎${line.text.slice(0, 8)}…`,
    })
  return true
}

function startParagraph(reader: Reader, line: Line) {
  const parent = owner(reader)
  const n = parent.children.filter((child) => child.level === 'para').length + 1
  const found: Found = { level: 'para', n, segment: `p${n}`, text: line.text }
  reader.para = add(reader, parent, line, found)
  reader.sub = undefined
  if (parent !== reader.item) {
    reader.item = undefined
    reader.last.item = 0
  }
}

function extend(reader: Reader, line: Line) {
  const { sub, item, para, article, heading, chapter, part } = reader
  for (const node of [sub ?? item ?? para, item, para, article, heading, chapter, part])
    if (node) node.end = Math.max(node.end, line.end)
}

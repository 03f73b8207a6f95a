import { damaged } from './workbook.refusals.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlReader {
  /** Names come without their prefix. */
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Reads a part of a workbook from front to back. Knows what such parts contain: elements,
 * attributes, text, comments and CDATA. A document type is refused: it is only ever an attack.
 */
export function readXml(xml: string, reader: XmlReader): void {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    if (open > at) reader.text?.(decoded(xml.slice(at, open)))
    at = readMarkup(xml, open, reader)
  }
}

/** Reads one tag, comment, CDATA section or declaration; returns where the next thing begins. */
function readMarkup(xml: string, open: number, reader: XmlReader): number {
  const next = xml.charCodeAt(open + 1)
  if (next === EXCLAMATION) {
    if (xml.startsWith('<!--', open)) return after(xml, '-->', open)
    if (!xml.startsWith('<![CDATA[', open)) throw damaged()
    const end = after(xml, ']]>', open)
    reader.text?.(xml.slice(open + 9, end - 3))
    return end
  }
  if (next === QUESTION) return after(xml, '?>', open)
  const end = endOfTag(xml, open)
  if (next === SLASH) reader.close?.(localName(xml.slice(open + 2, end - 1).trim()))
  else openTag(xml.slice(open + 1, end - 1), reader)
  return end
}

function openTag(tag: string, reader: XmlReader): void {
  const isEmpty = tag.endsWith('/')
  const space = tag.search(/[\s/]/)
  const name = localName(space < 0 ? tag : tag.slice(0, space))
  reader.open?.(name, space < 0 ? none : attributesOf(tag.slice(space)))
  if (isEmpty) reader.close?.(name)
}

const none: Attributes = {}
const pattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributesOf(text: string): Attributes {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(pattern))
    attributes[localName(name)] = decoded(double ?? single ?? '')
  return attributes
}

/** A `>` may stand inside an attribute. */
function endOfTag(xml: string, open: number): number {
  let quote = 0
  for (let at = open + 1; at < xml.length; at += 1) {
    const character = xml.charCodeAt(at)
    if (quote !== 0) {
      if (character === quote) quote = 0
    } else if (character === DOUBLE || character === SINGLE) quote = character
    else if (character === GREATER) return at + 1
  }
  throw damaged()
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw damaged()
  return at + mark.length
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : +name.slice(1)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const [EXCLAMATION, QUESTION, SLASH, DOUBLE, SINGLE, GREATER] = [33, 63, 47, 34, 39, 62]

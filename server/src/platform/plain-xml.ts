import type { Attributes, XmlReader } from './xml.ts'

/**
 * What is read here has something that plain XML has not; whoever reads it asks the general parser,
 * which also says whether it is XML at all.
 */
export class NotPlain extends Error {}

/**
 * Reads XML as programs write it, from bytes: elements, attributes in double quotes, texts, the five
 * entities and characters by number. It is many times faster than a parser that knows all of XML.
 *
 * Each text is made of its own bytes: one cut out of a longer text would keep all of that in memory.
 *
 * @throws {NotPlain}  at anything else; what the reader was told so far is void then.
 */
export async function readPlainXml(
  pieces: AsyncIterable<Uint8Array>,
  reader: XmlReader,
): Promise<void> {
  const scanner = new Scanner(reader)
  for await (const piece of pieces) scanner.write(piece)
  scanner.close()
}

const [lt, gt, slash, quote, equals, amp, colon, question, bang] = [
  ...Buffer.from('<>/"=&:?!'),
] as [number, number, number, number, number, number, number, number, number]

/** A tag or a text longer than this is none of a table's. */
const longest = 1024 * 1024

class Scanner {
  readonly #reader: XmlReader
  readonly #open: string[] = []
  #bytes: Buffer = Buffer.alloc(0)
  #at = 0
  #isBegun = false
  #isOver = false

  constructor(reader: XmlReader) {
    this.#reader = reader
  }

  write(piece: Uint8Array): void {
    const rest = this.#bytes.subarray(this.#at)
    if (rest.length > longest) throw new NotPlain()
    this.#bytes = Buffer.concat([rest, piece])
    this.#at = 0
    if (!this.#isBegun) {
      if (this.#bytes.length < 3) return
      this.#isBegun = true
      // The mark of byte order.
      if (this.#bytes.readUIntBE(0, 3) === 0xef_bb_bf) this.#at = 3
    }
    while (this.#text() && this.#tag());
  }

  close(): void {
    if (this.#at < this.#bytes.length || !this.#isOver) throw new NotPlain()
  }

  /** Passes over what stands before the next tag. @returns whether there is one. */
  #text(): boolean {
    const [bytes, start] = [this.#bytes, this.#at]
    let end = start
    let isBlank = true
    let isEscaped = false
    for (; end < bytes.length; end += 1) {
      const byte = bytes[end] as number
      if (byte === lt) break
      if (byte > 0x20) isBlank = false
      if (byte === amp) isEscaped = true
      // A return is told as it stands; what else is below a blank is no XML.
      if (byte < 0x20 && !isSpace(byte)) throw new NotPlain()
    }
    if (end === bytes.length) {
      // Blanks behind the root are all there is to come.
      if (this.#isOver && isBlank) this.#at = end
      return false
    }
    this.#at = end
    if (end === start) return true
    if (this.#open.length > 0) this.#reader.text?.(textOf(bytes, start, end, isEscaped))
    else if (!isBlank) throw new NotPlain()
    return true
  }

  /** Reads the tag that begins here. @returns whether it is here as a whole. */
  #tag(): boolean {
    const [bytes, start] = [this.#bytes, this.#at + 1]
    const first = bytes[start]
    if (first === undefined) return false
    const end = endOfTag(bytes, start)
    if (end < 0) return false
    this.#at = end + 1
    if (first === question) this.#declaration(start, end)
    else if (first === bang || this.#isOver) throw new NotPlain()
    else if (first === slash) this.#closeTag(start + 1, end)
    else this.#openTag(start, end)
    return true
  }

  /** Nothing but the declaration of XML, at its place. */
  #declaration(start: number, end: number): void {
    const text = this.#bytes.toString('latin1', start, end)
    if (this.#open.length > 0 || this.#isOver || !/^\?xml\s[^<>?]*\?$/.test(text))
      throw new NotPlain()
  }

  #closeTag(start: number, end: number): void {
    const name = this.#bytes.toString('latin1', start, end)
    const open = this.#open.pop()
    if (open === undefined || open !== name.trimEnd()) throw new NotPlain()
    this.#reader.close?.(localName(open))
    this.#isOver = this.#open.length === 0
  }

  #openTag(start: number, last: number): void {
    const bytes = this.#bytes
    const isEmpty = bytes[last - 1] === slash
    const end = isEmpty ? last - 1 : last
    let at = start
    while (at < end && isOfName(bytes[at] as number)) at += 1
    if (at === start) throw new NotPlain()
    const name = nameAt(bytes, start, at)
    const attributes = at === end ? none : attributesOf(bytes, at, end)
    const local = localName(name)
    this.#reader.open?.(local, attributes)
    if (isEmpty) this.#reader.close?.(local)
    else this.#open.push(name)
    this.#isOver = this.#open.length === 0
  }
}

const none: Attributes = {}

/** Where a tag ends: a sign in quotes ends none. */
function endOfTag(bytes: Buffer, start: number): number {
  let isQuoted = false
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quote) isQuoted = !isQuoted
    else if (byte === gt && !isQuoted) return at
    else if (byte === lt) throw new NotPlain()
  }
  return -1
}

function attributesOf(bytes: Buffer, start: number, end: number): Attributes {
  const attributes: Record<string, string> = {}
  let at = start
  for (;;) {
    const before = at
    while (at < end && isBlank(bytes[at] as number)) at += 1
    if (at === end) return attributes
    // Each is parted from what stands before it.
    if (at === before) throw new NotPlain()
    const from = at
    while (at < end && isOfName(bytes[at] as number)) at += 1
    if (at === from || bytes[at] !== equals || bytes[at + 1] !== quote) throw new NotPlain()
    const name = localName(nameAt(bytes, from, at))
    const value = at + 2
    let isEscaped = false
    for (at = value; at < end && bytes[at] !== quote; at += 1) {
      const byte = bytes[at] as number
      if (byte === amp) isEscaped = true
      if (byte < 0x20) throw new NotPlain()
    }
    if (at === end || name in attributes) throw new NotPlain()
    attributes[name] = textOf(bytes, value, at, isEscaped)
    at += 1
  }
}

const isSpace = (code: number) => code === 0x0a || code === 0x0d || code === 0x09
const isBlank = (byte: number) => byte === 0x20 || isSpace(byte)

/** Letters, digits and the signs that names are made of; a name in other letters is not plain. */
const ofNames = new Uint8Array(256)
for (const byte of Buffer.from(
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-',
))
  ofNames[byte] = 1
const isOfName = (byte: number) => ofNames[byte] === 1

const signs = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

function nameAt(bytes: Buffer, start: number, end: number): string {
  const name =
    end - start === 1 ? (signs[bytes[start] as number] ?? '') : bytes.toString('latin1', start, end)
  if (!/^[a-z_]/i.test(name)) throw new NotPlain()
  return name
}

function localName(name: string): string {
  return name.length === 1 ? name : name.slice(name.indexOf(String.fromCharCode(colon)) + 1)
}

function textOf(bytes: Buffer, start: number, end: number, isEscaped: boolean): string {
  if (end - start === 1 && !isEscaped) return signs[bytes[start] as number] ?? '\ufffd'
  const text = bytes.toString('utf8', start, end)
  return isEscaped ? unescaped(text) : text
}

// No plain object: it would know `constructor` as well.
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function unescaped(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) throw new NotPlain()
    return entities.get(name) ?? characterOf(name)
  })
}

function characterOf(name: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16)
  const isHalf = code >= 0xd8_00 && code <= 0xdf_ff
  if (!(code >= 0x20 && code <= 0x10_ff_ff) && !isSpace(code)) throw new NotPlain()
  if (isHalf) throw new NotPlain()
  return String.fromCodePoint(code)
}

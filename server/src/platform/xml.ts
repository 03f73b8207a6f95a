import sax from 'sax'
import { NotPlain, readPlainXml } from './plain-xml.ts'
import { type Pieces, UnreadableFile } from './zip.ts'

export type Attributes = Readonly<Record<string, string>>

export interface XmlReader {
  /** Names come without their prefix. */
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  /** A long text comes in several pieces. */
  text?(text: string): void
}

/**
 * Reads XML from front to back.
 *
 * @throws {UnreadableFile}  when it is no XML, or declares a document type: that is only ever an attack.
 */
export function readXml(xml: string, reader: XmlReader): void {
  parserFor(reader).write(xml).close()
}

/** The same while the bytes (UTF-8) come in, so that no more of them is held than one piece. */
export async function readXmlPieces(
  pieces: AsyncIterable<Uint8Array>,
  reader: XmlReader,
  rules: XmlRules = {},
): Promise<void> {
  const parser = parserFor(reader, rules)
  const decoder = new TextDecoder()
  for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }))
  parser.write(decoder.decode()).close()
}

/**
 * The same for what may be very large: XML as programs write it is read many times faster, and only what is
 * otherwise is read by the general parser, from its beginning.
 *
 * @param makeReader  makes the reader that is told; what one was told before that is void.
 * @returns the reader that was told everything.
 */
export async function readLargeXml<Reader extends XmlReader>(
  pieces: Pieces,
  makeReader: () => Reader,
): Promise<Reader> {
  const reader = makeReader()
  try {
    await readPlainXml(pieces(), reader)
    return reader
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error
  }
  const general = makeReader()
  await readXmlPieces(pieces(), general)
  return general
}

/** What a kind of files may have although others may not. */
export interface XmlRules {
  /** Whether a document type is fine; it is never followed, and entities are never expanded. */
  readonly isDoctypeFine?: (doctype: string) => boolean
}

function parserFor(reader: XmlReader, { isDoctypeFine }: XmlRules = {}): sax.SAXParser {
  const parser = sax.parser(true)
  const refuse = () => {
    throw new UnreadableFile('damaged')
  }
  parser.onerror = refuse
  parser.ondoctype = (doctype) => {
    if (!isDoctypeFine?.(doctype)) refuse()
  }
  parser.onopentag = ({ name, attributes }) =>
    reader.open?.(localName(name), withoutPrefixes(attributes as Attributes))
  parser.onclosetag = (name) => reader.close?.(localName(name))
  parser.ontext = (text) => reader.text?.(text)
  parser.oncdata = (text) => reader.text?.(text)
  return parser
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function withoutPrefixes(attributes: Attributes): Attributes {
  const plain: Record<string, string> = {}
  for (const name in attributes) plain[localName(name)] = attributes[name] ?? ''
  return plain
}

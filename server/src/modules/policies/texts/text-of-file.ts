// Reads the words out of a file, line by line as they are printed. Nothing in a file is executed.
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { docxText } from './docx-text.ts'
import { htmlText } from './html-text.ts'
import { pdfText } from './pdf-text.ts'
import { formatOf, type TextFormat, type TextRefusals } from './text-import.ts'

/** The text of a file and what the file was. */
export interface FileText {
  readonly format: TextFormat
  readonly text: string
}

/** Reads a file of one of the formats in which offices publish. */
export async function textOfFile(
  name: string,
  bytes: Buffer,
): Promise<Outcome<FileText, TextRefusals>> {
  if (bytes.length === 0) return refuse('text-empty', {})
  if (isLockedWord(name, bytes)) return refuse('text-encrypted', {})
  const format = formatOf(name, bytes)
  if (format === undefined) return refuse('text-format-unknown', { name })
  const read = await readAs(format, bytes)
  return read.kind === 'refused' ? read : accept({ format, text: tidied(read.value) })
}

/** Word puts a locked document into a container of the old form. */
function isLockedWord(name: string, bytes: Buffer): boolean {
  return /\.docx$/i.test(name) && bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1'
}

async function readAs(format: TextFormat, bytes: Buffer): Promise<Outcome<string, TextRefusals>> {
  if (format === 'docx') return docxText(bytes)
  if (format === 'pdf') return pdfText(bytes)
  const text = decoded(bytes)
  return accept(format === 'html' ? htmlText(text) : text)
}

/** Official texts come as UTF-8, UTF-16 or in the older Chinese coding. */
export function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const declared = /charset=["']?\s*(gb\w*)/i.exec(
    Buffer.from(bytes.subarray(0, 2048)).toString('latin1'),
  )
  if (declared) return new TextDecoder('gb18030').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Ends of lines as ours, no control characters; everything else stays as it was received. */
function tidied(text: string): string {
  return text
    .replace(/\r\n?|\f/g, '\n')
    .replace(/\ufeff/g, '')
    .replace(/[^\P{Cc}\t\n]/gu, '')
}

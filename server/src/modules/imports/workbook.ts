import type { Sheet } from '@yizhuan/ledger'
import { isZip } from '../../platform/zip.ts'
import { readCsv } from './csv.ts'
import { isXml, readPatentXml } from './patent-xml.ts'
import {
  emptyFile,
  notWorkbook,
  oldFormat,
  overLimit,
  passwordProtected,
} from './workbook.refusals.ts'
import { readXlsx } from './xlsx.ts'

/** Is told of every row that was read. */
export type OnRow = () => void

/** The most bytes a workbook may have. */
export const workbookLimitBytes = 64 * 1024 * 1024

/**
 * Reads the sheets of a file by what it holds, not by how it is called: an Excel workbook, text with
 * commas, or patents in the XML of an office.
 *
 * @param name  the name of the file; a text has one sheet, named after it.
 * @param onRow  is told of every row that was read.
 * @throws {InputError}  when the file is empty, too large, protected, old, damaged or no ledger.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  onRow: OnRow = () => undefined,
): Promise<readonly Sheet[]> {
  if (bytes.length === 0) throw emptyFile()
  if (bytes.length > workbookLimitBytes) throw overLimit(workbookLimitBytes)
  if (isZip(bytes)) return readXlsx(bytes, onRow)
  if (bytes.subarray(0, 8).equals(compoundFile)) throw compoundRefusal(bytes)
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') throw notWorkbook()
  const title = name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  if (isXml(bytes)) return [await readPatentXml(bytes, title)]
  return [
    {
      name: title,
      rows: readCsv(bytes, onRow),
      merges: [],
      hiddenColumns: new Set(),
      comments: [],
    },
  ]
}

/** How old office files and protected new ones begin. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** A new workbook with a password is an old container around an encrypted package. */
function compoundRefusal(bytes: Buffer): Error {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return passwordProtected()
  return holds('Workbook') || holds('Book') ? oldFormat() : notWorkbook()
}

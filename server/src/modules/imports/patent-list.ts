import { nothingMapped, type PatentRecord } from '@yizhuan/ledger'
import { openWorkbook } from './read-workbook.ts'

/**
 * Reads the export of a patent register, as a sheet or in the XML of an office, with every owner it
 * names: nobody is taken for the house because most of the patents are theirs.
 *
 * @throws {InputError} when the file is none, or holds no table we know.
 */
export async function readPatentList(
  file: { readonly name: string; readonly bytes: Uint8Array },
  asOf: string,
): Promise<readonly PatentRecord[]> {
  const read = await openWorkbook({
    ...file,
    asOf,
    corrections: [],
    mapped: nothingMapped,
    ownNames: [],
  })
  const patents: PatentRecord[] = []
  try {
    for await (const piece of read.pieces()) {
      if (piece.kind !== 'rows') continue
      for (const line of piece.lines) if (line.table === 'patents') patents.push(line.record)
    }
  } finally {
    read.end()
  }
  return patents
}

import { Writable } from 'node:stream'
import { type GridCell, writeGrids } from '../../../platform/xlsx-grid.ts'

/** Sheets of texts by their names. */
export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>

/** A workbook of sheets of texts, as a person would save it. */
export async function workbook(sheets: Sheets): Promise<Buffer> {
  const parts: Buffer[] = []
  const out = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(Buffer.from(part))
      done()
    },
  })
  const cell = (text: string): GridCell | undefined =>
    text === '' ? undefined : { kind: 'text', text }
  await writeGrids(
    out,
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map((row) => row.map(cell)),
      merges: [],
    })),
  )
  return Buffer.concat(parts)
}

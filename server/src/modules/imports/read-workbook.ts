import { Worker } from 'node:worker_threads'
import { InputError } from '@yizhuan/kit'
import type { FieldKeys } from '../../platform/crypto.ts'
import { candidatesOf, type ReadRow, rowsOf, saidBy } from './candidates.ts'
import type { Decided } from './decision.ts'
import type { TableRow } from './entry.ts'
import { type Answer, answer, type Reading, type Request } from './reading.ts'

/** A workbook as read, with everything people decided about its rows. */
export interface Read {
  readonly reading: Reading['reading']
  readonly rows: readonly ReadRow[]
}

/**
 * Reads a workbook with the decisions about it.
 *
 * Fingerprints are of the rows as the file has them: the same file is known again, also where a cell
 * of it was corrected on its way in.
 *
 * @throws {InputError} when the file is no workbook, or holds no table we know.
 */
export async function readWith(
  keys: FieldKeys,
  file: Omit<Request, 'corrections'>,
  decided: Decided,
): Promise<Read> {
  const answered = await inThread({ ...file, corrections: decided.corrections })
  if (answered.kind === 'refused') {
    throw new InputError(answered.field, answered.rule, answered.words)
  }
  const { reading, original } = answered
  const rows = decided.corrections.length === 0 ? new Map() : rowsByPlace(original)
  const fingerprintOf = (sheet: string, row: TableRow) =>
    keys.blindIndex(saidBy(rows.get(placeOf(sheet, row)) ?? row), 'importRow')
  return { reading, rows: candidatesOf(reading, decided, fingerprintOf) }
}

/** Reading is work for a processor: in a thread of its own it keeps nobody else waiting. */
function inThread(request: Request): Promise<Answer> {
  // A thread loads compiled files only; sources run by a test are read where they are.
  if (import.meta.url.endsWith('.ts')) return answer(request)
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./reading.thread.js', import.meta.url), {
      workerData: request,
    })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`The reading thread ended with ${code}.`)))
  })
}

function rowsByPlace(reading: Reading['original']): Map<string, TableRow> {
  const rows = reading.tables.flatMap((table) =>
    rowsOf(table).map((row) => [placeOf(table.sheet, row), row] as const),
  )
  return new Map(rows)
}

function placeOf(sheet: string, { table, record }: TableRow): string {
  return [sheet, table, record.row].join('\n')
}

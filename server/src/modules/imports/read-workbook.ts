import { InputError } from '@yizhuan/kit'
import type { FieldKeys } from '../../platform/crypto.ts'
import { inThread, ThreadExhausted, type ThreadLimits, threadFile } from '../../platform/thread.ts'
import { candidatesOf, type ReadRow, rowsOf, saidBy } from './candidates.ts'
import type { Decided } from './decision.ts'
import type { TableRow } from './entry.ts'
import { type Answer, answer, type Reading, type Request } from './reading.ts'
import { tooHeavy } from './workbook.refusals.ts'

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
  const read = await answered({ ...file, corrections: decided.corrections })
  if (read.kind === 'refused') throw new InputError(read.field, read.rule, read.words)
  const { reading, original } = read
  const rows = decided.corrections.length === 0 ? new Map() : rowsByPlace(original)
  const fingerprintOf = (sheet: string, row: TableRow) =>
    keys.blindIndex(saidBy(rows.get(placeOf(sheet, row)) ?? row), 'importRow')
  return { reading, rows: candidatesOf(reading, decided, fingerprintOf) }
}

/** What reading the largest ledger may use. */
const limits: ThreadLimits = { seconds: 120, megabytes: 1500 }

/** Reading is work for a processor: in a thread of its own it keeps nobody else waiting. */
async function answered(request: Request): Promise<Answer> {
  const file = threadFile(import.meta.url, 'reading.thread')
  try {
    return await (file ? inThread<Answer>(file, request, limits) : answer(request))
  } catch (error) {
    throw error instanceof ThreadExhausted ? tooHeavy() : error
  }
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

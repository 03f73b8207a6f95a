import { InputError, type Words } from '@yizhuan/kit'
import { frugally } from '../../platform/frugal.ts'
import { inThread, ThreadExhausted, threadFile } from '../../platform/thread.ts'
import { readingLimits } from './read-workbook.ts'
import { tooHeavy } from './workbook.refusals.ts'
import { readWorkbook } from './workbook.ts'

/** A row of a list as its cells say it; row numbers count from 1. */
export interface PlainRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** The rows of a sheet that has any, by its name; a text has one, named after it. */
export interface PlainSheet {
  readonly name: string
  readonly rows: readonly PlainRow[]
}

/** A file whose rows are asked for. */
export interface AskedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The rows of each sheet that has any, or why there are none: an error does not leave a thread as what it is. */
export type PlainAnswer =
  | { readonly kind: 'read'; readonly sheets: readonly PlainSheet[] }
  | {
      readonly kind: 'refused'
      readonly field: string
      readonly rule: string
      readonly words: Words
    }

/**
 * Reads the rows of a file, be it a workbook or a text, sheet by sheet: for a list whose columns its reader knows.
 *
 * @throws {InputError} when the file is none of them, damaged or too large.
 */
export async function readPlainRows(asked: AskedFile): Promise<readonly PlainSheet[]> {
  const answer = await frugally(() => read(asked))
  if (answer.kind === 'read') return answer.sheets
  throw new InputError(answer.field, answer.rule, answer.words)
}

async function read(asked: AskedFile): Promise<PlainAnswer> {
  const file = threadFile(import.meta.url, 'plain-rows.thread')
  if (!file) return plainRowsOf(asked)
  try {
    return await inThread<PlainAnswer>(file, asked, readingLimits)
  } catch (error) {
    throw error instanceof ThreadExhausted ? tooHeavy() : error
  }
}

/** What the thread does. */
export async function plainRowsOf({ name, bytes }: AskedFile): Promise<PlainAnswer> {
  try {
    const sheets = await readWorkbook(Buffer.from(bytes), name)
    const filled = sheets.map(({ name: sheet, rows }) => ({
      name: sheet,
      rows: rows
        .map(({ row, cells }) => ({ row, cells: Array.from(cells, (cell) => cell?.text ?? '') }))
        .filter(({ cells }) => cells.some((text) => text.trim() !== '')),
    }))
    return { kind: 'read', sheets: filled.filter(({ rows }) => rows.length > 0) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { kind: 'refused', field: error.field, rule: error.rule, words: error.words }
  }
}

import type { Words } from '@yizhuan/kit'
import type { Composed } from '@yizhuan/procedures'
import type { z } from 'zod'
import type { Access } from './access.ts'
import type { Clock } from './clock.ts'
import type { Caller, Tx } from './database.ts'
import { Problem } from './problem.ts'

/**
 * A paper of a register's record, printed as it stands when somebody asks for it.
 *
 * A case makes papers that are kept beside its acts; what a register prints can be printed again from
 * its record, and says which entry of the record it was made after.
 */
export interface Printable {
  /** `/registrations/:id/form` makes `/registrations/:id/form/pdf` and `/docx`; `:part` may follow. */
  readonly path: `/${string}`
  readonly tag: string
  readonly access: Access
  /** The paper; undefined where there is no such record. */
  composed(
    tx: Tx,
    caller: Caller,
    of: { readonly id: string; readonly part: string | undefined; readonly clock: Clock },
  ): Promise<Composed | undefined>
}

/** A list of a register as a paper to be signed, as it is filtered when somebody asks for it. */
export interface PrintableList<Filter> {
  /** `/assets` makes `/assets.pdf` and `/assets.docx`. */
  readonly path: `/${string}`
  readonly tag: string
  readonly access: Access
  readonly filter: z.ZodType<Filter>
  /** What it is called where it is noted that it left. */
  readonly name: Words
  readonly isPersonal?: true
  /** @throws {Problem} where what the filter finds is no paper. */
  composed(tx: Tx, caller: Caller, filter: Filter, clock: Clock): Promise<PrintedList>
}

/** The paper, and how many lines of the list stand in it. */
export interface PrintedList {
  readonly paper: Composed
  readonly rows: number
}

/** More lines than somebody signs; a workbook holds them. */
const mostLines = 2000

/** @throws {Problem} 422 where a list is too long for a paper. */
export function refuseTooLong(rows: number): void {
  if (rows <= mostLines) return
  throw new Problem(
    422,
    'too-many-lines-to-print',
    { zh: '行数过多，不宜打印', en: 'Too many lines for a paper' },
    {
      zh: `打印件最多 ${mostLines} 行，本次筛选有 ${rows} 行。请缩小筛选范围，或导出 Excel。`,
      en: `A paper holds at most ${mostLines} lines; the filter finds ${rows}. Narrow it, or take the workbook.`,
    },
    { facts: { most: mostLines, rows } },
  )
}

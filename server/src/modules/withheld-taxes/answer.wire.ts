import { z } from 'zod'
import { FileRefWire } from './tax.wire.ts'

/** What travels of the bank's answer as a file: its rows, for the page to find the columns. */

export const ReadAnswerWire = z.strictObject({ file: FileRefWire })
export type ReadAnswerWire = z.input<typeof ReadAnswerWire>

export const AnswerRowsWire = z.object({
  sheets: z.array(
    z.object({ rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })) }),
  ),
})
export type AnswerRowsWire = z.infer<typeof AnswerRowsWire>

import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'
import { lineStates } from './matching.ts'

/** What travels of lists of receipts for annual fees. */

const Words = z.object({ zh: z.string(), en: z.string() })

const FileRef = z.strictObject({
  name: text(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(1),
})

export const PreviewReceiptsWire = z.strictObject({ file: FileRef })
export type PreviewReceiptsWire = z.input<typeof PreviewReceiptsWire>

export const TakeReceiptsWire = PreviewReceiptsWire.extend({
  /** The client's own: sent twice it is taken once. */
  id: idText().optional(),
  /** Also what was receipted with another amount than the batch says. */
  withDiffering: z.boolean().default(false),
})
export type TakeReceiptsWire = z.input<typeof TakeReceiptsWire>

export const UndoReceiptsWire = z.strictObject({ reason: text(500) })

/** Every line of the file and what it comes to. */
export const ReceiptPreviewWire = z.object({
  counts: z.partialRecord(z.enum(lineStates), z.int()),
  /** What is taken, without what differs; and that. */
  sumFen: z.string(),
  differingFen: z.string(),
  lines: z.array(
    z.object({
      sheet: z.string().nullable(),
      row: z.int(),
      number: z.string(),
      title: z.string().nullable(),
      fee: z.string(),
      year: z.int().nullable(),
      typed: z.string(),
      fen: z.string().nullable(),
      expectedFen: z.string().nullable(),
      receipt: z.string(),
      paidOn: z.string().nullable(),
      state: z.enum(lineStates),
      fault: Words.nullable(),
    }),
  ),
})
export type ReceiptPreviewWire = z.infer<typeof ReceiptPreviewWire>

export const ReceiptListLineWire = z.object({
  id: z.string(),
  name: z.string(),
  lines: z.int(),
  sumFen: z.string(),
  state: z.enum(['taken', 'undone']),
  takenOn: z.string(),
  takenName: z.string(),
  undoneOn: z.string().nullable(),
  undoneName: z.string().nullable(),
  undoReason: z.string().nullable(),
})
export type ReceiptListLineWire = z.infer<typeof ReceiptListLineWire>

export const ReceiptListPageWire = z.object({
  items: z.array(ReceiptListLineWire),
  nextCursor: z.string().optional(),
})

export const ReceiptListFilterWire = z.object({ state: z.enum(['taken', 'undone']).optional() })
export type ReceiptListFilterWire = z.output<typeof ReceiptListFilterWire>
export const ReceiptListQueryWire = ReceiptListFilterWire.extend({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ReceiptListQueryWire = z.output<typeof ReceiptListQueryWire>

/** One list with the fees it settled. */
export const ReceiptListWire = ReceiptListLineWire.extend({
  sha256: z.string(),
  fees: z.array(
    z.object({
      right: z.string(),
      number: z.string().nullable(),
      title: z.string(),
      batch: z.string(),
      batchTitle: z.string(),
      year: z.int(),
      row: z.int(),
      fen: z.string(),
      receipt: z.string(),
      paidOn: z.string(),
      /** It was struck since, by itself or with the list. */
      isStruck: z.boolean(),
    }),
  ),
})
export type ReceiptListWire = z.infer<typeof ReceiptListWire>

import { z } from 'zod'
import { text } from '../../platform/text.ts'
import { MonthText } from '../journal/journal.wire.ts'
import { checkNames } from './closing.ts'

/** What travels of the closing of months. */

export const CheckWire = z.object({
  name: z.enum(checkNames),
  state: z.enum(['good', 'look', 'bad']),
  count: z.int(),
})
export type CheckWire = z.infer<typeof CheckWire>

export const PeriodActWire = z.object({
  seq: z.int(),
  kind: z.enum(['proposed', 'withdrawn', 'closed', 'reopened']),
  month: z.string(),
  /** Through which month the books were closed before. */
  closedBefore: z.string().nullable(),
  remark: z.string().nullable(),
  proposedName: z.string().nullable(),
  digest: z.string().nullable(),
  entries: z.int().nullable(),
  madeAt: z.string(),
  madeName: z.string(),
  /** Whether it is a closing that stands. */
  stands: z.boolean(),
})
export type PeriodActWire = z.infer<typeof PeriodActWire>

export const ClosingsWire = z.object({
  today: z.string(),
  closedThrough: z.string().nullable(),
  /** The month that is asked about: the last one that is over, unless another is. */
  month: z.string(),
  /** Whether that month can be closed: it is over, and not closed yet. */
  mayClose: z.boolean(),
  /** By which day finance closes it, as the calendar reminds. */
  dueOn: z.string(),
  /** What stands in the books of the months that would be closed. */
  entries: z.int(),
  checks: z.array(CheckWire),
  /** When the books were last compared with all records; it is done anew before months are closed. */
  lookedAt: z.string().nullable(),
  /** What of receipts would be held as received in advance, since it may be income twice. */
  heldFen: z.string(),
  /** The proposal that waits for a second person. */
  proposal: z
    .object({
      month: z.string(),
      madeName: z.string(),
      madeAt: z.string(),
      remark: z.string().nullable(),
      isMine: z.boolean(),
    })
    .nullable(),
  items: z.array(PeriodActWire),
})
export type ClosingsWire = z.infer<typeof ClosingsWire>

export const ClosingsQueryWire = z.object({ month: MonthText.optional() })

export const ProposeWire = z.strictObject({
  month: MonthText,
  /** Why months are closed although something was left to look at. */
  remark: text(1000).nullable().default(null),
})
export type ProposeWire = z.input<typeof ProposeWire>

export const ReopenWire = z.strictObject({ reason: text(1000) })
export type ReopenWire = z.input<typeof ReopenWire>

export const LookedWire = z.object({ count: z.int() })

export const DoneWire = z.object({ seq: z.int(), month: z.string() })

import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'

/** What travels of the views of lists that people keep. */

const List = z.string().regex(/^[a-z-]{1,40}$/)

export const ListParamsWire = z.strictObject({ list: List })
export const ViewParamsWire = z.strictObject({ id: idText() })

/**
 * What stands behind the question mark of a list's address: filters, order, columns. A scenario of the
 * simulator is kept the same way, and is longer than a filter.
 */
const Params = z
  .record(z.string().min(1).max(40), z.string().max(8000))
  .refine((params) => Object.keys(params).length <= 30, {
    error: '筛选条件过多 / too many filters',
    params: { rule: 'most-filters' },
  })

export const ViewWire = z.object({
  id: z.string(),
  name: z.string(),
  params: z.record(z.string(), z.string()),
  isShared: z.boolean(),
  isMine: z.boolean(),
  by: z.string(),
  /** The list opens with it for me. */
  isDefault: z.boolean(),
})
export type ViewWire = z.infer<typeof ViewWire>

export const ViewsWire = z.object({ mayShare: z.boolean(), items: z.array(ViewWire) })
export type ViewsWire = z.infer<typeof ViewsWire>

export const SaveViewWire = z.strictObject({
  name: text(60),
  params: Params,
  isShared: z.boolean().default(false),
})
export type SaveViewWire = z.input<typeof SaveViewWire>

/** A view renamed, filled anew, shared or no longer; what is not given stays. */
export const ChangeViewWire = z.strictObject({
  name: text(60).optional(),
  params: Params.optional(),
  isShared: z.boolean().optional(),
})
export type ChangeViewWire = z.input<typeof ChangeViewWire>

/** The view a list opens with; none where it is null. */
export const DefaultViewWire = z.strictObject({ view: idText().nullable() })

export const SavedViewWire = z.object({ id: z.string() })

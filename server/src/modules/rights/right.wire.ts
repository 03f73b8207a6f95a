import { countries } from '@yizhuan/docket'
import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { rightKinds, rightStatuses } from './right.ts'

/** What travels of rights. */

const names = z.array(text(200)).max(100)

const fields = {
  status: z.enum(rightStatuses).nullable().optional(),
  /** The country or office abroad; none of China itself. */
  country: z.enum(countries).nullable().optional(),
  number: text(60).nullable().optional(),
  publicationNo: text(60).nullable().optional(),
  /** Of a plant variety: of vines or trees. */
  woody: z.boolean().nullable().optional(),
  /** Of a program: `软著登字第1234567号`. */
  certificateNo: text(60).nullable().optional(),
  version: text(60).nullable().optional(),
  dosageForm: text(60).nullable().optional(),
  completedOn: dayText().nullable().optional(),
  firstPublishedOn: dayText().nullable().optional(),
  filedOn: dayText().nullable().optional(),
  grantedOn: dayText().nullable().optional(),
  validTo: dayText().nullable().optional(),
  inventors: names.optional(),
  coOwners: names.optional(),
  departments: names.optional(),
  agency: text(200).nullable().optional(),
  feeDueOn: dayText().nullable().optional(),
  feePaidYear: z.int().min(1).max(30).nullable().optional(),
  achievementId: idText().nullable().optional(),
  remark: text(2000).nullable().optional(),
}

/** Why it is so although its number tells another year than its day. */
const despite = text(500).optional()

/** A new right. */
export const CreateRightWire = z.strictObject({
  kind: z.enum(rightKinds),
  title: text(300),
  ...fields,
  despite,
})
export type CreateRightWire = z.input<typeof CreateRightWire>

/** A correction or a new state of affairs: the fields given replace what is there. */
export const AmendRightWire = z.strictObject({
  expectedSeq: z.int().min(1),
  reason: text(500),
  kind: z.enum(rightKinds).optional(),
  title: text(300).optional(),
  ...fields,
  despite,
})
export type AmendRightWire = z.input<typeof AmendRightWire>

export const CreatedRightWire = z.object({ id: z.string() })
export const AmendedRightWire = z.object({ seq: z.int() })

/** One line of the register. */
export const RightLineWire = z.object({
  id: z.string(),
  kind: z.string(),
  country: z.enum(countries).nullable(),
  number: z.string().nullable(),
  title: z.string(),
  status: z.string().nullable(),
  filedOn: z.string().nullable(),
  grantedOn: z.string().nullable(),
  validTo: z.string().nullable(),
  departments: z.array(z.string()),
  feeDueOn: z.string().nullable(),
  achievementId: z.string().nullable(),
  achievementNumber: z.string().nullable(),
})
export type RightLineWire = z.infer<typeof RightLineWire>

/** A right with everything the register holds. `seq` is what an amendment expects. */
export const RightWire = RightLineWire.extend({
  seq: z.int(),
  /** Its office writes numbers in a way that nobody checks here, or this one in no usual way. */
  isNumberUnchecked: z.boolean(),
  publicationNo: z.string().nullable(),
  woody: z.boolean().nullable(),
  /** Its status follows from its timeline: nobody types it. */
  isStatusDerived: z.boolean(),
  certificateNo: z.string().nullable(),
  version: z.string().nullable(),
  dosageForm: z.string().nullable(),
  completedOn: z.string().nullable(),
  firstPublishedOn: z.string().nullable(),
  inventors: z.array(z.string()),
  coOwners: z.array(z.string()),
  agency: z.string().nullable(),
  feePaidYear: z.int().nullable(),
  achievementTitle: z.string().nullable(),
  ledgerAchievement: z.string().nullable(),
  remark: z.string().nullable(),
})
export type RightWire = z.infer<typeof RightWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(rightKinds).optional(),
  /** A country or office abroad, or China itself. */
  country: z.enum(['CN', ...countries]).optional(),
  status: z.enum(rightStatuses).optional(),
  department: z.string().trim().min(1).max(100).optional(),
  achievement: idText().optional(),
  /** Fees due on or before this day. */
  feeDueBy: dayText().optional(),
}

export const RightFilterWire = z.object(filters)
export type RightFilterWire = z.output<typeof RightFilterWire>

export const RightQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RightQueryWire = z.output<typeof RightQueryWire>

export const RightPageWire = z.object({
  items: z.array(RightLineWire),
  nextCursor: z.string().optional(),
})
export type RightPageWire = z.infer<typeof RightPageWire>

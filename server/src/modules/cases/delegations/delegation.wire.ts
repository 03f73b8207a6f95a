import { z } from 'zod'
import { dayText, idText, text } from '../../../platform/text.ts'
import { FileRefWire } from '../case.wire.ts'

/** What travels about tasks that others do in the institution's name. */

const Task = z.enum(['title', 'negotiation', 'registration', 'signing'])

/** Which task, to whom, for which case, by which letter, from when until which last day. */
export const DelegateWire = z.strictObject({
  task: Task,
  delegate: text(200),
  isCompany: z.boolean(),
  caseId: idText().nullable(),
  letterNumber: text(100),
  letter: FileRefWire,
  from: dayText(),
  until: dayText().nullable(),
  reason: text(500),
})
export type DelegateWire = z.input<typeof DelegateWire>

/** Narrows the list to what concerns one case. */
export const DelegationQueryWire = z.strictObject({ case: idText().optional() })

/** Addresses one delegation. */
export const DelegationParamsWire = z.strictObject({ id: idText() })

/** Why it is withdrawn. */
export const WithdrawWire = z.strictObject({ reason: text(500) })

/** All delegations, the newest first. */
export const DelegationsWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      task: Task,
      delegate: z.string(),
      isCompany: z.boolean(),
      caseId: z.string().nullable(),
      letterNumber: z.string(),
      letter: z.object({ name: z.string(), sha256: z.string(), size: z.int() }),
      from: z.string(),
      until: z.string().nullable(),
      withdrawnOn: z.string().nullable(),
      /** Whether it holds today. */
      holds: z.boolean(),
    }),
  ),
})
export type DelegationsWire = z.infer<typeof DelegationsWire>

/** The delegation that was entered or withdrawn. */
export const DelegatedWire = z.object({ id: z.string() })

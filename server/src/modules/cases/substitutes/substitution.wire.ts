import { z } from 'zod'
import { dayText, idText, text } from '../../../platform/text.ts'

/** What travels about who acts for whom while somebody is away. */

/** Who acts for whom, in which roles, in which cases, from when until which last day. */
export const NameSubstituteWire = z.strictObject({
  person: idText(),
  substitute: idText(),
  roles: z.array(z.string().max(40)).min(1).max(10),
  scope: z.enum(['all', 'own']),
  from: dayText(),
  until: dayText(),
  reason: text(500),
})
export type NameSubstituteWire = z.input<typeof NameSubstituteWire>

/** Addresses one substitution. */
export const SubstitutionParamsWire = z.strictObject({ id: idText() })

/** What an administrator decides. */
export const DecideSubstitutionWire = z.strictObject({ outcome: z.enum(['approved', 'refused']) })

/** Whether substitutes act without an approval. */
export const SubstitutionSettingWire = z.strictObject({ automatic: z.boolean() })

/** All substitutions, the newest first, and what the caller may do about each. */
export const SubstitutionsWire = z.object({
  automatic: z.boolean(),
  items: z.array(
    z.object({
      id: z.string(),
      person: z.object({ id: z.string(), name: z.string() }),
      substitute: z.object({ id: z.string(), name: z.string() }),
      roles: z.array(z.string()),
      scope: z.enum(['all', 'own']),
      from: z.string(),
      until: z.string(),
      reason: z.string(),
      /** A time that is over, or not begun, is told from one that runs. */
      standing: z.enum(['named', 'ahead', 'running', 'over', 'refused', 'ended']),
      mayDecide: z.boolean(),
      mayEnd: z.boolean(),
    }),
  ),
})
export type SubstitutionsWire = z.infer<typeof SubstitutionsWire>

/** The substitution that was named or moved on. */
export const SubstitutionNamedWire = z.object({ id: z.string() })

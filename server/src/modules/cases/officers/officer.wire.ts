import { z } from 'zod'
import { idText, text } from '../../../platform/text.ts'

/** What travels about who answers for cases. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Part = z.enum(['lead', 'support'])

/** The officers of a case, the one in charge first. */
export const OfficersWire = z.object({
  items: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      part: Part,
      since: z.string(),
      /** Whether the account is closed or holds no role that does work: the case needs another. */
      isGone: z.boolean(),
    }),
  ),
  /** Whether the caller may say who works on it. */
  mayName: z.boolean(),
})
export type OfficersWire = z.infer<typeof OfficersWire>

/** All officers of a case from now on. */
export const NameOfficersWire = z.strictObject({
  lead: idText(),
  support: z.array(idText()).max(20).default([]),
  reason: text(500),
})
export type NameOfficersWire = z.input<typeof NameOfficersWire>

/** Everybody who may carry cases, or still does, with how many that are not over. */
export const StaffWire = z.object({
  items: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      lead: z.int(),
      support: z.int(),
      /** Whether cases can be given to them. */
      canBeOfficer: z.boolean(),
    }),
  ),
  /** Those who carry cases and can no longer work on them. */
  stranded: z.array(z.object({ person: z.string(), name: z.string(), cases: z.int() })),
})
export type StaffWire = z.infer<typeof StaffWire>

/** Whose cases go to whom: those named, or all that are not over. */
export const ForeseeHandoverWire = z.strictObject({
  from: idText(),
  to: idText(),
  cases: z.array(idText()).min(1).max(500).optional(),
})

/** The hand-over itself, with its reason. */
export const HandoverWire = ForeseeHandoverWire.extend({ reason: text(500) })
export type HandoverWire = z.input<typeof HandoverWire>

/** What would move, and where the law keeps the successor from an act. */
export const HandoverPlanWire = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      part: Part,
      becomes: Part,
      bars: z.array(
        z.object({
          act: z.string(),
          label: Words,
          norms: z.array(
            z.object({
              norm: z.string(),
              title: Words,
              cites: z.array(z.object({ source: z.string(), at: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type HandoverPlanWire = z.infer<typeof HandoverPlanWire>

/** How many cases were handed over. */
export const HandedOverWire = z.object({ id: z.string(), moved: z.int() })
export type HandedOverWire = z.infer<typeof HandedOverWire>

/** That the officers are named. */
export const NamedWire = z.object({ id: z.string() })

import { z } from 'zod'
import { dayText, text } from '../../platform/text.ts'

/** What travels of achievements. */

/** The kinds of hospital achievements. */
export const achievementKinds = [
  'drug',
  'device',
  'diagnostic_reagent',
  'preparation',
  'clinical_technique',
  'digital',
  'data',
  'know_how',
  'other',
] as const

/** A share as "70%" or "7/10". */
const Share = z.string().regex(/^(\d{1,3}(\.\d{1,6})?%|\d{1,6}\/\d{1,6})$/, 'share')

export const InventorWire = z.strictObject({
  name: text(100),
  share: Share,
  isChief: z.boolean().default(false),
  holdsLeadingPost: z.boolean().default(false),
})

/** The seven groups that an inventor tells the office. */
export const DisclosureWire = z.strictObject({
  type: text(2000),
  maturity: text(2000),
  stateOfTheArt: text(4000),
  market: text(4000),
  risks: text(4000),
  benefit: text(4000),
  need: text(2000),
})

/** A new achievement. The inventors' shares make exactly one. */
export const CreateAchievementWire = z.strictObject({
  title: text(300),
  kind: z.enum(achievementKinds),
  department: text(100).optional(),
  disclosedOn: dayText().optional(),
  disclosure: DisclosureWire,
  inventors: z.array(InventorWire).min(1).max(100),
})
export type CreateAchievementWire = z.input<typeof CreateAchievementWire>

/** One line of the register. */
export const AchievementLineWire = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  department: z.string().nullable(),
  disclosedOn: z.string(),
})
export type AchievementLineWire = z.infer<typeof AchievementLineWire>

/** An achievement with its disclosure and inventors. */
export const AchievementWire = AchievementLineWire.extend({
  disclosure: z.record(z.string(), z.string()),
  inventors: z.array(
    z.object({
      name: z.string(),
      share: z.string(),
      isChief: z.boolean(),
      holdsLeadingPost: z.boolean(),
    }),
  ),
})
export type AchievementWire = z.infer<typeof AchievementWire>

export const AchievementQueryWire = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(achievementKinds).optional(),
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AchievementQueryWire = z.output<typeof AchievementQueryWire>

export const AchievementPageWire = z.object({
  items: z.array(AchievementLineWire),
  nextCursor: z.string().optional(),
})
export type AchievementPageWire = z.infer<typeof AchievementPageWire>

export const CreatedAchievementWire = z.object({ id: z.string(), number: z.string() })

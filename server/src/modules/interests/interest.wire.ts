import { z } from 'zod'
import { idText, text } from '../../platform/text.ts'

/** What travels of ties to enterprises. */

const Words = z.object({ zh: z.string(), en: z.string() })

/** One tie, as the person fills it in. */
const NewItem = z.strictObject({
  tie: text(40),
  through: text(40),
  /** Through whom, where it is not oneself; sealed at once. */
  holder: text(60).nullable().default(null),
  enterprise: text(200),
  uscc: text(18).nullable().default(null),
  detail: text(300).nullable().default(null),
})

/** A whole declaration; with no items the person says that there are none. */
export const DeclareWire = z.strictObject({
  items: z.array(NewItem).max(50),
  /** That the list is whole, or that there is nothing to declare. */
  isWhole: z.literal(true, {
    error: '请确认申报完整 / confirm that the declaration is whole',
  }),
})
export type DeclareWire = z.input<typeof DeclareWire>
export const DeclaredWire = z.object({ id: z.string(), validUntil: z.string() })

const ItemWire = z.object({
  line: z.int(),
  tie: z.string(),
  through: z.string(),
  /** The name as it may be shown: whole to the person alone. */
  holder: z.string().nullable(),
  enterprise: z.string(),
  uscc: z.string().nullable(),
  detail: z.string().nullable(),
})

export const DeclarationWire = z.object({
  id: z.string(),
  declaredOn: z.string(),
  validUntil: z.string(),
  hasNone: z.boolean(),
  /** Who entered what the person had signed on paper; none where they declared it here. */
  enteredBy: z.string().nullable(),
  items: z.array(ItemWire),
})
export type DeclarationWire = z.infer<typeof DeclarationWire>

const State = z.enum(['none', 'expired', 'valid'])

/** What one person declared, the newest first. */
export const PersonInterestsWire = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  state: State,
  declarations: z.array(DeclarationWire),
  /** How long a declaration is good; no text gives it. */
  months: z.int(),
})
export type PersonInterestsWire = z.infer<typeof PersonInterestsWire>

export const InterestLineWire = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  unit: z.string().nullable(),
  state: State,
  declaredOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  enterprises: z.array(z.string()),
})
export type InterestLineWire = z.infer<typeof InterestLineWire>

export const InterestQueryWire = z.strictObject({
  state: State.optional(),
  q: text(100).optional(),
})
export const InterestPageWire = z.object({
  items: z.array(InterestLineWire),
  counts: z.object({ none: z.int(), expired: z.int(), valid: z.int() }),
})
export type InterestPageWire = z.infer<typeof InterestPageWire>

export const InterestParamsWire = z.strictObject({ id: idText() })

/** Opens the name of a relative for a purpose that is recorded. */
export const RevealHolderWire = z.strictObject({
  declaration: idText(),
  line: z.int().min(1),
  purpose: text(500),
})
export const RevealedHolderWire = z.object({ value: z.string() })

/** What a deal has to do with its people: ties to the other side, and who has declared nothing. */
export const DealInterestsWire = z.object({
  parties: z.array(z.object({ name: z.string(), uscc: z.string().nullable() })),
  matches: z.array(
    z.object({
      person: z.object({ id: z.string(), name: z.string() }),
      /** What they have to do with the deal; empty where nothing. */
      parts: z.array(z.enum(['inventor', 'officer', 'actor', 'leader'])),
      party: z.string(),
      enterprise: z.string(),
      tie: Words,
      through: Words,
      by: z.enum(['uscc', 'name']),
      declaredOn: z.string(),
      state: State,
    }),
  ),
  /** Those with a part of whom nothing valid is on file: unknown, never no. */
  undeclared: z.array(
    z.object({
      person: z.object({ id: z.string(), name: z.string() }),
      parts: z.array(z.enum(['inventor', 'officer', 'actor', 'leader'])),
      state: State,
    }),
  ),
  /** The articles that ask for it. */
  articles: z.array(z.object({ source: z.string(), at: z.string(), label: Words, title: Words })),
})
export type DealInterestsWire = z.infer<typeof DealInterestsWire>

import { z } from 'zod'
import { CitingNormWire } from './policy.wire.ts'

/** What travels of one norm: the rule in words, what it rests on, its examples, and its kin. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Cite = z.object({ source: z.string(), at: z.string() })

/** A pack by its name. */
const PackName = z.object({
  id: z.string(),
  title: Words,
  revision: z.int(),
  isDraft: z.boolean(),
})

/** One layer of a number: a value with its days, where it comes from and whether it was compared. */
const ParameterLayer = z.object({
  pack: z.string(),
  packTitle: Words,
  isDraft: z.boolean(),
  bound: z.string(),
  value: Words,
  from: z.string().optional(),
  to: z.string().optional(),
  provenance: z.string(),
  verified: z.boolean(),
  cite: Cite,
})

/** What another value of one fact would make of an example. */
const Flip = z.object({ fact: Words, value: Words, status: z.string() })

/** A worked example: the facts that the norm asks for, what was found, and what would change it. */
const ExampleWire = z.object({
  name: Words,
  asOf: z.string(),
  status: z.string(),
  facts: z.array(z.object({ id: z.string(), label: Words, value: Words })),
  missing: z.array(Words),
  readings: z.array(z.object({ label: Words, text: Words })),
  flips: z.array(Flip),
  /** The arithmetic in yuan, one equation a line; `up` and `down` round to the fen. */
  sums: z.array(z.string()),
})
export type ExampleWire = z.infer<typeof ExampleWire>

const Rule = CitingNormWire.omit({ at: true, examples: true })

/** A norm, whole. */
export const NormViewWire = Rule.extend({
  pack: PackName,
  topic: z.string(),
  isProhibition: z.boolean(),
  cites: z.array(
    Cite.extend({ document: Words, digest: Words.optional(), isExternal: z.boolean() }),
  ),
  acts: z.array(Words),
  settledBy: Words.optional(),
  replaces: z.array(z.object({ id: z.string(), title: Words })),
  replacedBy: z.array(z.object({ id: z.string(), title: Words })),
  parameters: z.array(z.object({ id: z.string(), label: Words, layers: z.array(ParameterLayer) })),
  readings: z.array(
    z.object({
      id: z.string(),
      label: Words,
      question: Words,
      rationale: Words,
      cite: Cite,
      choices: z.array(z.object({ id: z.string(), text: Words, isDefault: z.boolean() })),
    }),
  ),
  terms: z.array(z.object({ id: z.string(), label: Words, meaning: Words, cite: Cite })),
  examples: z.array(ExampleWire),
  /** Norms on the same topic in other packs. */
  kin: z.array(Rule.extend({ pack: PackName })),
})
export type NormViewWire = z.infer<typeof NormViewWire>

import { z } from 'zod'

/** What travels so that a browser can judge by itself: stacks of packs, their rules and their texts. */

const Words = z.object({ zh: z.string(), en: z.string() })
const Open = z.record(z.string(), z.unknown())

/** The law of one place: a pack on those it stands on, base first. */
export const StackWire = z.object({
  id: z.string(),
  packs: z.array(z.string()),
  title: Words,
  place: Words,
  jurisdiction: z.string(),
  revision: z.int(),
  /** Every revision at hand, the newest first. */
  revisions: z.array(z.int()),
  isDraft: z.boolean(),
  /** None of its sources was compared with the official text. */
  isExternal: z.boolean(),
  /** It says how a distribution is calculated. */
  hasMoney: z.boolean(),
})
export type StackWire = z.infer<typeof StackWire>

/** A table of income tax as packs hold it. */
const TaxTableWire = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  verified: z.boolean(),
  title: Words,
  cite: z.string(),
  bands: z.array(z.object({ over: z.union([z.string(), z.number()]), rate: z.string() })),
})

/** The stacks that can be judged by, and what goes with them. */
export const StackPageWire = z.object({
  items: z.array(StackWire),
  taxTables: z.array(TaxTableWire),
})
export type StackPageWire = z.infer<typeof StackPageWire>

/** The rules of a stack: `Rules` of the kernel. */
export const RulesWire = Open

/** The texts of a stack in one language: `Texts` of the kernel. */
export const TextsWire = z.object({
  hash: z.string(),
  lang: z.enum(['zh', 'en']),
  texts: z.array(z.string()),
})

import { z } from 'zod'
import { dayText, idText } from '../../platform/text.ts'
import { ImpactWire } from './impact.wire.ts'

/** What travels of the question: which live cases would look different under an amendment? */

const Words = z.object({ zh: z.string(), en: z.string() })

export const AmendmentImpactQuestionWire = z.strictObject({
  amendment: idText(),
  /** A later day to look from, for values that begin only then. */
  on: dayText().optional(),
})

/** The live cases that would look different, and own rules that would be laxer than the law. */
export const AmendmentImpactWire = ImpactWire.extend({
  /** Whether the pack is part of the law of the caller's institution at all. */
  concerns: z.boolean(),
  rules: z.array(z.object({ id: z.string(), label: Words, choice: z.string(), text: Words })),
})
export type AmendmentImpactWire = z.infer<typeof AmendmentImpactWire>

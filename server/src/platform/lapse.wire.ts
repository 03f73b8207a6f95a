import { z } from 'zod'

/** A law of which no text is in force on the day something was looked at. */
export const LapseWire = z.object({
  source: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  when: z.enum(['before', 'after']),
  day: z.string(),
})
export type LapseWire = z.infer<typeof LapseWire>

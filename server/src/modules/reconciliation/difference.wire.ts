import { z } from 'zod'

/** What travels of the comparison of the journal with the records. */
export const DifferencesWire = z.object({
  /** Accounts of records that were compared. */
  compared: z.int(),
  items: z.array(
    z.object({
      record: z.string(),
      account: z.string(),
      person: z.string(),
      recordedFen: z.string(),
      postedFen: z.string(),
    }),
  ),
})
export type DifferencesWire = z.infer<typeof DifferencesWire>

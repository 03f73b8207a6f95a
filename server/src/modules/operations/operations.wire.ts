import { z } from 'zod'

const Words = z.object({ zh: z.string(), en: z.string() })

/** How the service runs, as far as the caller's institution is concerned. */
export const OperationsWire = z.object({
  checks: z.array(
    z.object({
      id: z.enum(['facts', 'jobs', 'deliveries', 'checkpoint', 'disk']),
      status: z.enum(['ok', 'watch', 'bad']),
      text: Words,
    }),
  ),
  /** Jobs that failed and are tried again by themselves. */
  troubled: z.array(
    z.object({
      task: z.string(),
      attempts: z.int(),
      trouble: z.string(),
      nextTry: z.string(),
    }),
  ),
})
export type OperationsWire = z.infer<typeof OperationsWire>

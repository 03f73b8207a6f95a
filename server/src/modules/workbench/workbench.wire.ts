import { z } from 'zod'

/** One thing to do or to wait for, and the article that says so. */
export const DueWire = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  act: z.string().nullable(),
  norm: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  due: z.string().optional(),
  opens: z.string().optional(),
  daysLeft: z.int(),
  status: z.enum(['overdue', 'today', 'soon', 'waiting']),
  article: z.object({ source: z.string(), at: z.string(), label: z.string() }),
  waitingFor: z.string().optional(),
})
export type DueWire = z.infer<typeof DueWire>

/** What an officer sees first: what is due today, and where the cases stand. */
export const WorkbenchWire = z.object({
  today: z.string(),
  due: z.array(DueWire),
  counts: z.array(z.object({ stage: z.string(), count: z.int() })),
  suspended: z.int(),
  received: z.string(),
  distributed: z.string(),
  distributedShare: z.string().nullable(),
  months: z.array(z.object({ month: z.string(), received: z.string(), distributed: z.string() })),
})
export type WorkbenchWire = z.infer<typeof WorkbenchWire>

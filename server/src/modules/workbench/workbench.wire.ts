import { z } from 'zod'
import { LapseWire } from '../../platform/lapse.wire.ts'
import { idText } from '../../platform/text.ts'
import { PassedWire, SnoozeWire } from '../calendar/calendar.wire.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** One thing to do or to wait for: by when, by which article, and whose turn it is. */
export const DueWire = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  act: z.string().nullable(),
  /** The norm that sets the deadline; an act that merely comes next has none. */
  norm: z.string().nullable(),
  title: Words,
  due: z.string().optional(),
  opens: z.string().optional(),
  /** Null where no day is set. */
  daysLeft: z.int().nullable(),
  status: z.enum(['overdue', 'today', 'soon', 'open', 'waiting']),
  article: z.object({ source: z.string(), at: z.string(), label: z.string() }).nullable(),
  /** Whether the caller may do it; else who it waits for. */
  mine: z.boolean(),
  who: z.array(z.string()),
  roles: z.array(z.string()),
  /** The person who is away, where it is the caller's only in their roles. */
  actFor: z.object({ person: z.string(), name: z.string() }).optional(),
  /** What the calendar calls it; an act that merely comes next is in no calendar. */
  key: z.string().nullable(),
  snoozes: z.array(SnoozeWire),
  passed: z.array(PassedWire),
})
export type DueWire = z.infer<typeof DueWire>

/** What there is before the first case, so that a new institution is told where to begin. */
export const BeginningWire = z.object({
  /** Whether it has said where it is, and so which law applies. */
  isPlaced: z.boolean(),
  people: z.int(),
  texts: z.int(),
  achievements: z.int(),
})
export type BeginningWire = z.infer<typeof BeginningWire>

/** Whose cases: all of the institution, or those a person is in charge of or helps with. */
export const WorkbenchQueryWire = z.strictObject({ officer: idText().optional() })

/** What an officer sees first: what is due today, and where the cases stand. */
export const WorkbenchWire = z.object({
  today: z.string(),
  /** Laws of the place that are not in force today. */
  lapses: z.array(LapseWire),
  due: z.array(DueWire),
  counts: z.array(z.object({ stage: z.string(), count: z.int() })),
  suspended: z.int(),
  /** Of this calendar year. */
  received: z.string(),
  distributed: z.string(),
  months: z.array(z.object({ month: z.string(), received: z.string(), distributed: z.string() })),
  beginning: BeginningWire.optional(),
})
export type WorkbenchWire = z.infer<typeof WorkbenchWire>

import { z } from 'zod'
import { dueKinds, dueRecordKinds } from '../../platform/dues.ts'
import { dayText, idText, text } from '../../platform/text.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

/** From what day a day was counted, and whether rest days moved it. */
export const CountedWire = z.object({
  from: z.string(),
  last: z.string(),
  ends: z.string(),
  unit: z.enum(['days', 'workdays', 'months', 'years']),
  length: z.int(),
  calendarMissing: z.array(z.int()),
})
export type CountedWire = z.infer<typeof CountedWire>

/** A reminder that somebody put off, and why. */
export const SnoozeWire = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether the caller put it off, and may be reminded again. */
  mine: z.boolean(),
  until: z.string(),
  reason: z.string(),
})
export type SnoozeWire = z.infer<typeof SnoozeWire>

/** Whom lateness was passed on to, after how many working days. */
export const PassedWire = z.object({
  level: z.enum(['reviewer', 'leaders']),
  toldOn: z.string(),
  workdays: z.int(),
})
export type PassedWire = z.infer<typeof PassedWire>

/** One due in the calendar. */
export const CalendarDueWire = z.object({
  key: z.string(),
  kind: z.enum(dueKinds),
  day: z.string(),
  daysLeft: z.int(),
  status: z.enum(['overdue', 'today', 'soon', 'open', 'waiting']),
  title: Words,
  record: z.object({
    kind: z.enum(dueRecordKinds),
    id: z.string(),
    number: z.string().nullable(),
    title: z.string(),
  }),
  article: z.object({ source: z.string(), at: z.string(), label: z.string() }).nullable(),
  counted: CountedWire.nullable(),
  act: z.string().nullable(),
  roles: z.array(z.string()),
  /** Who is asked to act: those who know the record, else all who hold the role. */
  who: z.array(z.object({ person: z.string(), name: z.string() })),
  /** Whether the caller is one of them. */
  mine: z.boolean(),
  snoozes: z.array(SnoozeWire),
  passed: z.array(PassedWire),
})
export type CalendarDueWire = z.infer<typeof CalendarDueWire>

/** The days asked for; what is overdue is told whatever the days are. */
export const CalendarQueryWire = z.strictObject({
  from: dayText().optional(),
  to: dayText().optional(),
  kind: z.enum(dueKinds).optional(),
  person: idText().optional(),
  role: text(40).optional(),
  /** Only what is late. */
  overdue: z.stringbool().optional(),
  /** Of one record. */
  record: idText().optional(),
})
export type CalendarQueryWire = z.infer<typeof CalendarQueryWire>

/** What is due, and which days of the span are rest days. */
export const CalendarWire = z.object({
  today: z.string(),
  from: z.string(),
  to: z.string(),
  items: z.array(CalendarDueWire),
  /** How many more there are than are sent. */
  leftOut: z.int(),
  restDays: z.array(z.string()),
  /** Years of the span whose rest days are not announced: weekends alone count as rest. */
  calendarMissing: z.array(z.int()),
  /** Who has something to do in it, for the filter. */
  people: z.array(z.object({ person: z.string(), name: z.string() })),
})
export type CalendarWire = z.infer<typeof CalendarWire>

export const SnoozeOrderWire = z.strictObject({
  /** As the calendar names the due: register, record, matter. */
  key: text(200).regex(/^[a-z-]+\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/[\w.-]+){0,4}$/, {
    error: '期限标识无效，请从日历中选择 / names no due; choose one in the calendar',
  }),
  until: dayText(),
  reason: text(500),
})
export type SnoozeOrderWire = z.input<typeof SnoozeOrderWire>
export const SnoozedWire = z.object({ id: z.string() })
export const SnoozeParamsWire = z.strictObject({ id: idText() })

/** The caller's own feed, without its address. */
export const FeedWire = z.object({
  feed: z
    .object({
      scope: z.enum(['mine', 'all']),
      alarmDays: z.array(z.int()),
      madeAt: z.string(),
      /** From when on its address is refused. */
      expiresAt: z.string(),
      isExpired: z.boolean(),
      lastUsedAt: z.string().nullable(),
    })
    .nullable(),
})
export type FeedWire = z.infer<typeof FeedWire>

export const MakeFeedWire = z.strictObject({
  scope: z.enum(['mine', 'all']).default('mine'),
  /** How many days before the calendar program reminds; none for no reminder. */
  alarmDays: z.array(z.int().min(0).max(30)).max(3).default([1]),
})
export type MakeFeedWire = z.input<typeof MakeFeedWire>

/** The address, shown once. */
export const FeedAddressWire = z.object({ url: z.string() })
export type FeedAddressWire = z.infer<typeof FeedAddressWire>

export const FeedParamsWire = z.strictObject({
  institution: idText(),
  file: z.string().regex(/^[\w-]{20,100}\.ics$/),
})

/** After how many working days lateness is passed on: the house's own setting. */
export const LateRuleWire = z.object({
  reviewerAfter: z.int(),
  leadersAfter: z.int(),
  /** Whether the house chose it; else it is what holds where nobody chose. */
  isOwn: z.boolean(),
})
export type LateRuleWire = z.infer<typeof LateRuleWire>
export const SetLateRuleWire = z.strictObject({
  reviewerAfter: z.int().min(0).max(60),
  leadersAfter: z.int().min(0).max(120),
})
export type SetLateRuleWire = z.input<typeof SetLateRuleWire>

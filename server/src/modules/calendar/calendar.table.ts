interface DueSnoozeTable {
  institutionId: string
  id: string
  dueKey: string
  personId: string
  personName: string
  until: string
  reason: string
  madeAt: Date
  undoneAt: Date | null
}

interface DueEscalationTable {
  institutionId: string
  dueKey: string
  dueOn: string
  level: 'reviewer' | 'leaders'
  toldOn: string
  workdays: number
}

interface LateRuleTable {
  institutionId: string
  reviewerAfter: number
  leadersAfter: number
}

interface CalendarFeedTable {
  institutionId: string
  id: string
  personId: string
  tokenHash: string
  scope: 'mine' | 'all'
  alarmDays: number[]
  madeAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

interface CalendarEventTable {
  institutionId: string
  feedId: string
  dueKey: string
  contentHash: string
  sequence: number
  modifiedAt: Date
}

declare module '../../platform/tables.ts' {
  interface Tables {
    dueSnooze: DueSnoozeTable
    dueEscalation: DueEscalationTable
    lateRule: LateRuleTable
    calendarFeed: CalendarFeedTable
    calendarEvent: CalendarEventTable
  }
}

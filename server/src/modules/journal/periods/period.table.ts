import type { Json } from '../../../platform/tables.ts'

interface JournalPeriodTable {
  institutionId: string
  closedThrough: string | null
}

/** What was looked at before months are closed, and how it stands. */
export interface KeptCheck {
  readonly name: string
  readonly state: 'good' | 'look' | 'bad'
  readonly count: number
  /** What was found, by its id and a name; the oldest acts kept the count only. */
  readonly found?: readonly { readonly id: string; readonly label: string }[]
}

interface PeriodActTable {
  institutionId: string
  seq: number
  id: string
  kind: 'proposed' | 'withdrawn' | 'closed' | 'reopened'
  month: string
  closedBefore: string | null
  remark: string | null
  checks: Json<readonly KeptCheck[]>
  proposedBy: string | null
  proposedName: string | null
  vouchers: string | null
  digest: string | null
  entries: number | null
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    journalPeriod: JournalPeriodTable
    periodAct: PeriodActTable
  }
}

import type { Book, Side } from '@yizhuan/money'

interface JournalEntryTable {
  institutionId: string
  id: string
  datedOn: string
  /** The day on which it happened, where its month was closed by then. */
  actedOn: string | null
  kind: string
  source: JournalSource
  sourceId: string
  sourceSeq: number
  recordId: string
  caseId: string | null
  achievementId: string | null
  subject: string
  reference: string | null
  reverses: string | null
  chart: string
  lines: number
  postedAt: Date
}

interface JournalLineTable {
  institutionId: string
  entryId: string
  line: number
  lines: number
  book: Book
  side: Side
  account: string
  /** A 64-bit number stays a text. */
  amountFen: string
  person: string | null
}

interface AccountNameTable {
  institutionId: string
  account: string
  seq: number
  number: string
  name: string
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    journalEntry: JournalEntryTable
    journalLine: JournalLineTable
    accountName: AccountNameTable
  }
}

/** Where what was posted is recorded. */
export const journalSources = [
  'case',
  'receipt',
  'asset',
  'asset_booking',
  'fee_batch',
  'right_fee',
  'fee_share',
  'payout',
  'grant_bonus',
  'staff_award',
  'fund',
  'receivable',
  'closing',
  'tax_remittance',
  'vat_settlement',
  'receipt_hold',
] as const
export type JournalSource = (typeof journalSources)[number]

import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'

/** What travels of the journal. */

const Words = z.object({ zh: z.string(), en: z.string() })
const sources = [
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
const books = ['financial', 'budget'] as const

/** One debit or credit of an entry; below nought where the entry takes another one back. */
export const JournalLineWire = z.object({
  book: z.enum(books),
  side: z.enum(['debit', 'credit']),
  account: z.string(),
  amountFen: z.string(),
  person: z.string().nullable(),
})
export type JournalLineWire = z.infer<typeof JournalLineWire>

export const JournalEntryWire = z.object({
  id: z.string(),
  datedOn: z.string(),
  /** The day on which it happened, where its month was closed by then. */
  actedOn: z.string().nullable(),
  kind: z.string(),
  /** What happened, as the posting rules call it. */
  event: z.string(),
  label: Words,
  isReversal: z.boolean(),
  source: z.enum(sources),
  recordId: z.string(),
  caseId: z.string().nullable(),
  achievementId: z.string().nullable(),
  subject: z.string(),
  reference: z.string().nullable(),
  reverses: z.string().nullable(),
  department: z.string().nullable(),
  lines: z.array(JournalLineWire),
})
export type JournalEntryWire = z.infer<typeof JournalEntryWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  from: dayText().optional(),
  to: dayText().optional(),
  account: text(40).optional(),
  source: z.enum(sources).optional(),
  case: idText().optional(),
}

export const JournalFilterWire = z.object(filters)
export type JournalFilterWire = z.output<typeof JournalFilterWire>

export const JournalQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type JournalQueryWire = z.output<typeof JournalQueryWire>

export const JournalPageWire = z.object({
  items: z.array(JournalEntryWire),
  nextCursor: z.string().optional(),
  /** Of everything the filter finds; with the first page only. */
  totals: z.object({ count: z.int(), financialFen: z.string(), budgetFen: z.string() }).optional(),
})
export type JournalPageWire = z.infer<typeof JournalPageWire>

/** An account of the chart, with the number and name of the institution's own books where it gave them. */
export const AccountWire = z.object({
  account: z.string(),
  name: Words,
  kind: z.string(),
  book: z.enum(books),
  own: z
    .object({ number: z.string(), name: z.string(), madeAt: z.string(), madeName: z.string() })
    .nullable(),
})
export type AccountWire = z.infer<typeof AccountWire>

/** The chart of accounts that counts today, and how each event of money is posted to it. */
export const ChartWire = z.object({
  from: z.string(),
  verified: z.boolean(),
  title: Words,
  source: z.string(),
  accounts: z.array(AccountWire),
  rules: z.array(
    z.object({
      kind: z.string(),
      label: Words,
      lines: z.array(z.object({ debit: z.string(), credit: z.string() })),
    }),
  ),
  unposted: z.array(Words),
})
export type ChartWire = z.infer<typeof ChartWire>

export const AccountParamsWire = z.object({ account: text(40) })

export const NameAccountWire = z.object({ number: text(40), name: text(100) })
export type NameAccountWire = z.input<typeof NameAccountWire>

export const AccountNamesWire = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      number: z.string(),
      name: z.string(),
      madeAt: z.string(),
      madeName: z.string(),
    }),
  ),
})

/** A month as addresses name it. */
export const MonthText = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, {
  error: '须为月份（YYYY-MM） / must be a month (YYYY-MM)',
})

export const BalanceQueryWire = z.object({ month: MonthText.optional() })

export const BalanceRowWire = z.object({
  account: z.string(),
  name: Words,
  book: z.enum(books),
  openingFen: z.string(),
  debitFen: z.string(),
  creditFen: z.string(),
  closingFen: z.string(),
})
export type BalanceRowWire = z.infer<typeof BalanceRowWire>

const Total = z.object({ debitFen: z.string(), creditFen: z.string() })

/** The trial balance of a month; a balance below nought stands on the other side of its account. */
export const TrialBalanceWire = z.object({
  month: z.string(),
  rows: z.array(BalanceRowWire),
  totals: z.object({ financial: Total, budget: Total }),
})
export type TrialBalanceWire = z.infer<typeof TrialBalanceWire>

export const SheetQueryWire = z.object({ month: MonthText.optional() })

/** The sheet of an account for a month: each line with the balance after it. */
export const AccountSheetWire = z.object({
  account: AccountWire,
  month: z.string(),
  openingFen: z.string(),
  lines: z.array(
    z.object({
      entry: z.string(),
      datedOn: z.string(),
      event: z.string(),
      label: Words,
      isReversal: z.boolean(),
      source: z.enum(sources),
      recordId: z.string(),
      caseId: z.string().nullable(),
      subject: z.string(),
      reference: z.string().nullable(),
      person: z.string().nullable(),
      debitFen: z.string(),
      creditFen: z.string(),
      balanceFen: z.string(),
    }),
  ),
  /** How many more lines the month has than a page shows; the export has them all. */
  leftOut: z.int(),
  closingFen: z.string(),
})
export type AccountSheetWire = z.infer<typeof AccountSheetWire>

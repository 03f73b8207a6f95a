import { accountOf, type Book, bookOf, type Chart, growsByDebit } from './chart.ts'

/** What moved in an account, in all before a period and within it. */
export interface Movement {
  readonly account: string
  readonly debitBefore: bigint
  readonly creditBefore: bigint
  readonly debit: bigint
  readonly credit: bigint
}

/** A row of a trial balance. A balance stands on the side on which its account grows; below zero on the other. */
export interface BalanceRow {
  readonly account: string
  readonly book: Book
  readonly opening: bigint
  readonly debit: bigint
  readonly credit: bigint
  readonly closing: bigint
}

export interface TrialBalance {
  readonly rows: readonly BalanceRow[]
  /** For each book: debits and credits of the period, which are equal. */
  readonly totals: Readonly<Record<Book, { readonly debit: bigint; readonly credit: bigint }>>
}

/** The trial balance of what moved, by the numbers of the accounts. */
export function trialBalance(chart: Chart, moved: readonly Movement[]): TrialBalance {
  const rows = moved
    .map((one): BalanceRow => {
      const { kind } = accountOf(chart, one.account)
      const signed = (net: bigint) => (growsByDebit(kind) ? net : -net)
      const before = one.debitBefore - one.creditBefore
      return {
        account: one.account,
        book: bookOf(kind),
        opening: signed(before),
        debit: one.debit,
        credit: one.credit,
        closing: signed(before + one.debit - one.credit),
      }
    })
    .toSorted((one, other) => (one.account < other.account ? -1 : 1))
  const total = (book: Book) => ({
    debit: sum(rows.filter((row) => row.book === book).map(({ debit }) => debit)),
    credit: sum(rows.filter((row) => row.book === book).map(({ credit }) => credit)),
  })
  return { rows, totals: { financial: total('financial'), budget: total('budget') } }
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n)

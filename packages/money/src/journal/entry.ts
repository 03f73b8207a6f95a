import {
  accountOf,
  type Book,
  bookOf,
  type Chart,
  type MoneyEventKind,
  type PostingLine,
} from './chart.ts'

/** A part of an event's money; whose it is, where that is told apart. Below zero it takes back. */
export interface PartAmount {
  readonly fen: bigint
  readonly person?: string | undefined
}

/** Something that happened to money on a day, in parts that a posting rule knows by name. */
export interface MoneyEvent {
  readonly kind: MoneyEventKind
  readonly on: string
  readonly parts: Readonly<Record<string, readonly PartAmount[]>>
}

export type Side = 'debit' | 'credit'

/** One line of an entry; never nought, and below it where the entry takes another one back in red. */
export interface JournalLine {
  readonly book: Book
  readonly side: Side
  readonly account: string
  readonly fen: bigint
  readonly person?: string | undefined
}

/**
 * What an event comes to in the books: debits first, financial accounting before that of the budget.
 *
 * Every line of a rule debits what it credits, so each book balances whatever the amounts are.
 * @returns no line where nothing moves.
 */
export function linesOf(chart: Chart, { kind, parts }: MoneyEvent): readonly JournalLine[] {
  const lines = chart.rules[kind].lines.flatMap((line) => posted(chart, line, parts))
  return merged(lines).toSorted((one, other) => rank(one) - rank(other))
}

function posted(
  chart: Chart,
  { part, debit, credit }: PostingLine,
  parts: MoneyEvent['parts'],
): readonly JournalLine[] {
  return (parts[part] ?? []).flatMap(({ fen, person }) =>
    (['debit', 'credit'] as const).map((side) => {
      const account = accountOf(chart, side === 'debit' ? debit : credit)
      const whose = account.byPerson && person !== undefined ? { person } : {}
      return { book: bookOf(account.kind), side, account: account.number, fen, ...whose }
    }),
  )
}

/** One line for each account, side and person. */
function merged(lines: readonly JournalLine[]): readonly JournalLine[] {
  const sums = new Map<string, JournalLine>()
  for (const line of lines) {
    const key = JSON.stringify([line.account, line.side, line.person])
    const known = sums.get(key)
    sums.set(key, known ? { ...known, fen: known.fen + line.fen } : line)
  }
  return [...sums.values()].filter(({ fen }) => fen !== 0n)
}

const rank = ({ book, side }: JournalLine) =>
  (book === 'financial' ? 0 : 2) + (side === 'debit' ? 0 : 1)

/** What takes an entry back: the same lines in red, so that what moved in an account is right as well. */
export function inRed(lines: readonly JournalLine[]): readonly JournalLine[] {
  return lines.map((line) => ({ ...line, fen: -line.fen }))
}

/** By how much the debits of a book exceed its credits; nought in every entry. */
export function imbalance(lines: readonly JournalLine[], book: Book): bigint {
  return lines
    .filter((line) => line.book === book)
    .reduce((sum, { side, fen }) => sum + (side === 'debit' ? fen : -fen), 0n)
}

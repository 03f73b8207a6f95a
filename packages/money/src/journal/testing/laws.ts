import fc from 'fast-check'
import { accountOf, bookOf, books } from '../chart.ts'
import { imbalance, inRed, type JournalLine, linesOf } from '../entry.ts'
import { type Movement, trialBalance } from '../trial-balance.ts'
import { anyEvent, smallChart } from './arbitrary.ts'

/** What holds of every journal, said once and run a few times by day, many times by night. */
export const journalLaws: Readonly<Record<string, (runs: number) => void>> = {
  'every entry balances, for each book': (numRuns) =>
    fc.assert(
      fc.property(anyEvent, (event) => {
        const lines = linesOf(smallChart, event)
        return books.every((book) => imbalance(lines, book) === 0n)
      }),
      { numRuns },
    ),
  'an entry has one line for each account, side and person, and none of nought': (numRuns) =>
    fc.assert(
      fc.property(anyEvent, (event) => {
        const lines = linesOf(smallChart, event)
        const keys = lines.map(({ account, side, person }) => [account, side, person].join())
        return new Set(keys).size === keys.length && lines.every(({ fen }) => fen !== 0n)
      }),
      { numRuns },
    ),
  'nothing of an amount is lost on its way into the books': (numRuns) =>
    fc.assert(
      fc.property(anyEvent, (event) => {
        const debits = sum(linesOf(smallChart, event).filter(({ side }) => side === 'debit'))
        const moved = smallChart.rules[event.kind].lines.map(({ part }) => event.parts[part] ?? [])
        return debits === sum(moved.flat())
      }),
      { numRuns },
    ),
  'an entry and what takes it back leave every account as it was': (numRuns) =>
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 6 }), anyEvent, (events, wrong) => {
        const before = events.flatMap((event) => linesOf(smallChart, event))
        const lines = linesOf(smallChart, wrong)
        const after = balances([...before, ...lines, ...inRed(lines)])
        const was = balances(before)
        return [...after].every(([account, net]) => net === (was.get(account) ?? 0n))
      }),
      { numRuns },
    ),
  'a trial balance sums to nought before, within and after its period': (numRuns) =>
    fc.assert(
      fc.property(fc.array(anyEvent), fc.array(anyEvent), (before, within) => {
        const { rows, totals } = trialBalance(smallChart, movements(before, within))
        const net = (of: (row: (typeof rows)[number]) => bigint, book: string) =>
          rows
            .filter((row) => row.book === book)
            .reduce((all, row) => all + sign(row.account) * of(row), 0n)
        return books.every(
          (book) =>
            totals[book].debit === totals[book].credit &&
            net(({ opening }) => opening, book) === 0n &&
            net(({ closing }) => closing, book) === 0n,
        )
      }),
      { numRuns },
    ),
}

const sum = (lines: readonly { readonly fen: bigint }[]) =>
  lines.reduce((all, { fen }) => all + fen, 0n)

const sign = (account: string) =>
  ['asset', 'expense', 'budget_expenditure', 'budget_funds'].includes(
    accountOf(smallChart, account).kind,
  )
    ? 1n
    : -1n

function balances(lines: readonly JournalLine[]): ReadonlyMap<string, bigint> {
  const nets = new Map<string, bigint>()
  for (const { account, person, side, fen } of lines) {
    const key = `${account} ${person ?? ''}`
    nets.set(key, (nets.get(key) ?? 0n) + (side === 'debit' ? fen : -fen))
  }
  return nets
}

type Events = readonly Parameters<typeof linesOf>[1][]

function movements(before: Events, within: Events): readonly Movement[] {
  const of = (events: Events, account: string, side: string) =>
    sum(
      events
        .flatMap((event) => linesOf(smallChart, event))
        .filter((line) => line.account === account && line.side === side),
    )
  return smallChart.accounts.map(({ number, kind }) => {
    if (!books.includes(bookOf(kind))) throw new TypeError('An account is in a book.')
    return {
      account: number,
      debitBefore: of(before, number, 'debit'),
      creditBefore: of(before, number, 'credit'),
      debit: of(within, number, 'debit'),
      credit: of(within, number, 'credit'),
    }
  })
}

import { type JournalLine, linesOf, type MoneyEvent } from '@yizhuan/money'
import { rewardsOf } from '@yizhuan/procedures'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  heldOf,
  owedOf,
} from '../../../../packages/procedures/src/transfer-case/correction/accounts.ts'
import {
  names,
  playMoney,
  stories,
} from '../../../../packages/procedures/src/transfer-case/correction/testing/money-story.ts'
import { law } from '../../../../packages/procedures/src/transfer-case/testing/main-line.ts'
import { chartsOfAccounts } from '../policies/index.ts'
import { moneyOf } from './money-events.ts'

// After whatever was paid, came back, was made again, reversed, overturned, given back or written off: the
// record, the books and what each person is told say the same, and it is what reached them, to the fen.

/** The nightly suite says how many; every day fewer, the dearer the fewer. */
const runs = (everyDay: number) => Number(process.env['YIZHUAN_RUNS'] ?? everyDay)
const [chart] = chartsOfAccounts()
if (!chart) throw new TypeError('There is no chart of accounts.')

const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((all, one) => all + one, 0n)

/** The balance of an account, above nought where it is debited more; of one person, where one is named. */
function balance(lines: readonly JournalLine[], account: string, person?: string): bigint {
  const of = lines.filter(
    (line) => line.account === account && (person === undefined || line.person === person),
  )
  return sum(of.map(({ side, fen }) => (side === 'debit' ? fen : -fen)))
}

test('the books are what the record says, and both are what reached whom', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { entries, accounts, reached, moved, lines: planned } = playMoney(story)
      const events: MoneyEvent[] = [
        ...moneyOf(entries).map(({ event }) => event),
        ...moved.map(({ kind, name: person, fen }): MoneyEvent => {
          const part = kind === 'rewardPaid' ? 'cash' : 'returned'
          return { kind, on: '2026-07-01', parts: { [part]: [{ person, fen }] } }
        }),
      ]
      const lines = events.flatMap((event) => linesOf(chart, event))
      const [held, owed] = [heldOf(accounts.now).cash, owedOf(accounts.now).cash]
      for (const name of names) {
        expect(balance(lines, '1218', name)).toBe(held.get(name) ?? 0n)
        // What a plan whose notice is over gives is owed as well.
        const next = planned.find((line) => line.name === name && line.award === 'cash')
        const due = BigInt(next?.amount ?? 0)
        expect(balance(lines, '2201', name)).toBe(-(owed.get(name) ?? 0n) - due)
      }
      expect(balance(lines, '1002')).toBe(-sum(reached.cash.values()))
      expect(balance(lines, '8001')).toBe(-sum(reached.cash.values()))
    }),
    { numRuns: runs(150) },
  )
})

test('what each person is told sums to what reached them', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { entries, reached, writtenOff } = playMoney(story)
      for (const [at, name] of names.entries()) {
        const told = rewardsOf(entries, { law }, { person: `person-${at}` })
        const paid = told.rewards.map(({ share, inShares, had }) => share - inShares - had)
        const turned = told.turns
          .filter(({ award }) => award === 'cash')
          .map(({ kind, amount }) => (kind === 'returned' ? -amount : amount))
        const recovered = told.recoveries.filter(({ award }) => award === 'cash')
        const back = (way: string) =>
          sum(recovered.filter((one) => one.way === way).map(({ amount }) => amount))
        expect(sum([...paid, ...turned]) - back('repaid')).toBe(reached.cash.get(name) ?? 0n)
        expect(back('written_off')).toBe(writtenOff.cash.get(name) ?? 0n)
      }
    }),
    { numRuns: runs(8) },
  )
}, 3_600_000)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Balances, heldOf, owedOf, sumsIn } from './accounts.ts'
import { settlementOf } from './settlement.ts'
import { names, playMoney, stories } from './testing/money-story.ts'

// Whatever happens to money, in whatever order: what somebody has too much, or is owed, is what reached them
// less what the payouts that stand give them and what was written off, to the fen.

const { numRuns = 200 } = fc.readConfigureGlobal()

test('the accounts of a record are what reached each person less what they are to have', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { accounts, reached, given, writtenOff } = playMoney(story)
      // It travels to the page of the case.
      expect(JSON.parse(JSON.stringify(accounts))).toEqual(accounts)
      for (const award of ['cash', 'equity'] as const) {
        for (const name of names) {
          const of = (sums: Balances) => sums[award].get(name) ?? 0n
          expect(of(sumsIn(accounts.now))).toBe(of(reached) - of(given) - of(writtenOff))
        }
      }
    }),
    { numRuns },
  )
})

test('a payout pays the difference, of money and of shares each for itself', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { accounts, lines } = playMoney(story)
      const held = heldOf(accounts.now)
      const settled = settlementOf(lines, held)
      const sum = (of: Iterable<bigint>) => [...of].reduce((all, one) => all + one, 0n)
      for (const award of ['cash', 'equity'] as const) {
        const own = settled.filter((one) => one.award === award)
        expect(sum(own.map(({ toPay, toReturn }) => toPay - toReturn))).toBe(
          sum(own.map(({ due, had }) => due - had)),
        )
        expect(sum(own.map(({ had }) => had))).toBe(sum(held[award].values()))
        // Nobody both has too much and is owed something.
        for (const name of owedOf(accounts.now)[award].keys())
          expect(held[award].has(name)).toBe(false)
      }
    }),
    { numRuns },
  )
})

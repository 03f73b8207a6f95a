// Random deals, forecast, made and paid out; then taken back and in part recovered. What the statement of
// each person says is what was forecast, and what the record says they owe, to the fen.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Entry } from '../../procedure/entry.ts'
import { heldBack } from '../../transfer-case/correction/settlement.ts'
import { rewardsOf } from '../../transfer-case/rewards.ts'
import { law } from '../../transfer-case/testing/main-line.ts'
import type { Outcome } from '../outcome.ts'
import { type Deal, deals, plainDeals } from './deals.ts'
import { after, forecast, type Made, madeRecord, names } from './forecasts.ts'

/** How much of what they have each gives back, in thousandths, and in which way. */
const recoveries = fc.array(fc.record({ part: fc.bigInt(0n, 1000n), isRepaid: fc.boolean() }), {
  minLength: 4,
  maxLength: 4,
})

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n)
const statementOf = ({ acts }: Made, at: number, rules: Deal['own'] = []) =>
  rewardsOf(acts as readonly Entry[], { law, rules }, { person: `person-${at}` })

/** Holds the statements of so many deals to their forecasts; at least so many must have been shared out. */
export function holdStatements(runs: number, atLeast: number): void {
  let shared = 0
  fc.assert(
    fc.property(plainDeals, recoveries, (deal, back) => {
      const said = forecast(deal)
      if (said.isUsedUp) return
      shared += 1
      const paid = madeRecord(deal)
      const shares = said.members.map((_member, at) => holdReward(paid, at, said))
      expect(shares).toEqual(said.members.map(({ amount }) => amount))
      holdRecoveries(paid, shares, back)
    }),
    { numRuns: runs },
  )
  expect(shared).toBeGreaterThanOrEqual(atLeast)
}

/** Holds the statements of deals of every make: one line for each payment that shared something out. */
export function holdStatementsOfCourses(runs: number, atLeast: number): void {
  let shared = 0
  fc.assert(
    fc.property(deals, (deal) => {
      const said = forecast(deal)
      if (said.isUsedUp) return
      shared += 1
      holdCourse(deal, said, madeRecord(deal))
    }),
    { numRuns: runs },
  )
  expect(shared).toBeGreaterThanOrEqual(atLeast)
}

/** The statements of everybody of one deal: one line for each payment that shared something out. */
export function holdCourse({ own }: Deal, said: Outcome, paid: Made): void {
  const now = said.course.flatMap((one) => (one.shared ? [{ on: one.on, ...one.shared }] : []))
  for (const at of said.members.keys()) {
    const { rewards } = statementOf(paid, at, own)
    expect(rewards.map(({ on, net, share }) => ({ on, net, share }))).toEqual(
      now.map(({ on, net, parts }) => ({ on, net, share: parts.members[at] })),
    )
    expect(sum(rewards.map(({ share }) => share))).toBe(said.members[at]?.amount)
  }
}

/** One reward, whose lines come from the receipts down to the share, with nothing lost between. */
function holdReward(paid: Made, at: number, said: Outcome): bigint {
  const { rewards, recoveries: none } = statementOf(paid, at)
  expect([rewards.length, none]).toEqual([1, []])
  const [reward] = rewards
  if (!reward) throw new TypeError('Nobody of the plan goes without a statement.')
  expect(reward.net).toBe(said.money?.net)
  expect(sum(reward.layers.map(({ amount }) => amount))).toBe(reward.net)
  const contributors = reward.layers.find(({ id }) => id === 'contributors')?.amount
  expect(sum(reward.shares.map(({ amount }) => amount))).toBe(contributors)
  const own = reward.shares.filter(({ isOwn }) => isOwn).map(({ amount }) => amount)
  expect([sum(own), reward.inShares, reward.had]).toEqual([reward.share, 0n, 0n])
  return reward.share
}

/** Reversed, everybody owes what they had; what they give back or is written off stands on their statement. */
function holdRecoveries(
  paid: Made,
  shares: readonly bigint[],
  back: readonly { readonly part: bigint; readonly isRepaid: boolean }[],
): void {
  let made = after(paid, 'distributionReversed', {
    ...{ cause: 'refund', account: '示例', resolution: '院发（示例）8号' },
  })
  const given = shares.map((share, at) => (share * (back[at]?.part ?? 0n)) / 1000n)
  for (const [at, amount] of given.entries()) {
    if (amount === 0n) continue
    const way = back[at]?.isRepaid ? 'repaid' : 'written_off'
    const said = { name: names[at], award: 'cash', amount: `${amount}`, way, proof: `收-${at}` }
    made = after(made, 'recoveryRecorded', said)
  }
  for (const [at, share] of shares.entries()) {
    const { rewards, recoveries: told } = statementOf(made, at)
    expect(rewards[0]?.reversedOn).toBe('2026-07-02')
    expect(sum(told.map(({ amount }) => amount))).toBe(given[at])
    const owes = heldBack(made.state).cash.get(names[at] ?? '') ?? 0n
    expect(share - sum(told.map(({ amount }) => amount))).toBe(owes)
  }
}

import { compare, parseRatio, percent, type Ratio, ratio, roundDown } from '@yizhuan/kit'
import { type SplitRule, takenBy } from './rule.ts'

// The reward of a service contract by the rule of the house: what it gives the team of the net income so far.
// Every statement adds to what is settled, so all of it counts; by each of its own, step by step.

/** How much of which net income a rule had given by the last payout. */
export interface RewardBefore {
  readonly net: bigint
  readonly most: bigint
}

/** The most that a rule gives of all that is settled, rounded down; never less than nothing. */
export function mostByRule(
  { basis, layers }: SplitRule,
  net: bigint,
  before: RewardBefore = { net: 0n, most: 0n },
): bigint {
  const steps = layers.contributors ?? []
  if (net <= 0n) return 0n
  if (basis === 'total') return roundDown(takenBy(steps, net))
  const more = net - before.net
  return before.most + (more > 0n ? roundDown(takenBy(steps, more)) : 0n)
}

/** Which share of the net income that is: as the rule says it, where it has one share for all of it. */
export function rewardShare({ layers }: SplitRule, net: bigint, most: bigint): string {
  const [only, ...others] = layers.contributors ?? []
  if (only && others.length === 0 && only.fixed === 0n) return shareText(only.share)
  // A rule of sums may give more than came in; nobody is paid more than all of it.
  if (net <= 0n || most >= net) return shareText(ratio(net <= 0n ? 0n : 1n))
  return shareText(ratio(most, net))
}

/** As people write it, where that is exact. */
function shareText(share: Ratio): string {
  const said = percent(share)
  return compare(parseRatio(said), share) === 0 ? said : `${share.n}/${share.d}`
}

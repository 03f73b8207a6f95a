// The reward of a service contract as its record has it: the plan that stands, who of the team agreed to it, and
// the payouts that stand (gd-2025#a19.p2, sh-draft-2024#a11.p1.i4).
import { add, allocate, compare, type Fen, parseRatio, ratio } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, placeOf, readers } from '../procedure/acts-state.ts'
import type { Recorded } from '../procedure/state.ts'
import { actData } from './acts.ts'
import { settledIn, sumOf } from './settled.ts'

const { latest, all } = readers(actData)

export type RewardPlan = z.infer<typeof actData.rewardPlanned>
export type RewardPayout = z.infer<typeof actData.rewardPaid>

/** What a plan gives one person, in whole fen. */
export interface RewardPart {
  readonly name: string
  readonly person?: string | undefined
  readonly amount: string
}

/** The payouts that stand: each reversal takes back the last of those before it. */
export function payoutsIn(state: ActsState): readonly Recorded<RewardPayout>[] {
  const reversals = all(state, 'rewardReversed')
  const standing: Recorded<RewardPayout>[] = []
  let next = 0
  for (const payout of all(state, 'rewardPaid')) {
    for (; next < reversals.length && (reversals[next]?.seq ?? 0) < payout.seq; next += 1) {
      standing.pop()
    }
    standing.push(payout)
  }
  return standing.slice(0, Math.max(0, standing.length - (reversals.length - next)))
}

/** What a plan does not outlive: it was paid, what was paid before it was reversed, or money it rests on went back. */
const overtakes = ['rewardPaid', 'rewardReversed', 'receiptRefunded'] as const

/** The plan that waits to be paid: a payout leaves none behind, and neither does a correction. */
export function planOf(state: ActsState): Recorded<RewardPlan> | undefined {
  const plan = latest(state, 'rewardPlanned')
  return plan && overtakes.every((type) => placeOf(state, type) < plan.seq) ? plan : undefined
}

/** The plan that a payout paid; undefined where it was paid without one, as was once possible. */
export function planPaidBy(state: ActsState, seq: number): Recorded<RewardPlan> | undefined {
  const before = all(state, 'rewardPaid').findLast((one) => one.seq < seq)?.seq ?? 0
  const plan = all(state, 'rewardPlanned').findLast((one) => one.seq < seq)
  return plan && plan.seq > before ? plan : undefined
}

/** The rule of the plan that stands, or of the last payout: it says so, or its plan did. */
export function ruleSaid(state: ActsState): Pick<RewardPlan, 'rule' | 'ruleInForceOn' | 'share'> {
  const last = payoutsIn(state).at(-1)
  const said = planOf(state)?.data ?? (last?.data.share === undefined ? undefined : last.data)
  return said ?? (last && planPaidBy(state, last.seq)?.data) ?? {}
}

/**
 * What the house's rule had given of which net income by the last payout that was planned by it; undefined where
 * none was. A payout since that named another rule takes nothing of that back.
 */
export function ruleBefore(state: ActsState): { net: bigint; most: bigint } | undefined {
  const rule = payoutsIn(state)
    .map(({ seq }) => planPaidBy(state, seq)?.data.houseRule)
    .findLast((one) => one !== undefined)
  return rule && { net: BigInt(rule.net), most: BigInt(rule.most) }
}

/** The parts of a plan by the method of largest remainder, in the order of its lines: they sum to its pool. */
export function partsOf({ pool, lines }: RewardPlan): readonly RewardPart[] {
  const shares = lines.map(({ share }) => parseRatio(share))
  const total = BigInt(pool ?? '0')
  const isSplit = total > 0n && shares.some(({ n }) => n > 0n)
  const parts = isSplit ? allocate(total as Fen, shares).parts : []
  return lines.map(({ name, person }, at) => ({ name, person, amount: `${parts[at] ?? 0n}` }))
}

/** Whether the shares of a plan make the whole. */
export function isWhole({ lines }: RewardPlan): boolean {
  return compare(lines.map(({ share }) => parseRatio(share)).reduce(add, ratio(0)), ratio(1)) === 0
}

/** Those of the plan that stands who have not agreed to it. */
export function awaitedIn(state: ActsState): readonly string[] {
  const plan = planOf(state)
  if (!plan) return []
  const agreed = all(state, 'rewardAgreed').filter(({ seq }) => seq > plan.seq)
  return plan.data.lines
    .map(({ name }) => name)
    .filter((name) => !agreed.some(({ data }) => data.member === name))
}

/** The last decision on the plan that stands. */
export function rewardDecisionOf(state: ActsState) {
  const plan = planOf(state)
  return plan && all(state, 'rewardPlanDecided').findLast(({ seq }) => seq > plan.seq)
}

/** The plan waits for the decision that the rule of the house asks for. */
export const awaitsRewardDecision = (state: ActsState): boolean =>
  planOf(state)?.data.decisionAsked !== undefined &&
  rewardDecisionOf(state)?.data.result !== 'passed'

/** Everything that was paid as reward and stands. */
export const rewardedIn = (state: ActsState): bigint =>
  sumOf(
    payoutsIn(state).flatMap(({ data }) => data.lines),
    ({ amount }) => BigInt(amount),
  )

/** Whether something was settled that no plan and no payout that stands came after. */
export function isToPlan(state: ActsState): boolean {
  if (rewardDecisionOf(state)?.data.result === 'rejected') return true
  const settled = placeOf(state, 'netSettled')
  const isPaid = settled <= (payoutsIn(state).at(-1)?.seq ?? 0)
  return !isPaid && planOf(state) === undefined && (settledIn(state)?.net ?? 1n) > 0n
}

/** Whether somebody of a plan leads: what they get is shown in the open before it is paid. */
export const hasLeaders = ({ lines }: Pick<RewardPlan, 'lines'>): boolean =>
  lines.some(({ holdsLeadingPost }) => holdsLeadingPost)

/** Whether what those who lead get by a plan was shown in the open: the plan says so, or an act since. */
export function isDisclosed(state: ActsState, plan: Recorded<RewardPlan>): boolean {
  if (plan.data.leadersDisclosed === true) return true
  const shown = all(state, 'rewardDisclosed').findLast(({ seq }) => seq > plan.seq)
  const next = all(state, 'rewardPlanned').find(({ seq }) => seq > plan.seq)?.seq
  return shown !== undefined && shown.seq < (next ?? Number.POSITIVE_INFINITY)
}

/** A plan as the one before had it, else of the team whole: what a form begins with. */
export function sharedSoFar(state: ActsState): Readonly<Record<string, unknown>> {
  const before = latest(state, 'rewardPlanned')?.data
  const team = latest(state, 'serviceOpened')?.data.team ?? []
  const shareOf = ({ name, person }: (typeof team)[number]) =>
    (
      before?.lines.find((one) => person !== undefined && one.person === person) ??
      before?.lines.find((one) => one.person === undefined && one.name === name)
    )?.share
  const { rule, ruleInForceOn, share } = before ?? latest(state, 'rewardPaid')?.data ?? {}
  const alone = team.length === 1 ? '100%' : undefined
  return {
    lines: team.map((one) => ({ ...one, share: shareOf(one) ?? alone })),
    ...(before?.houseRule === undefined && { rule, ruleInForceOn, share }),
  }
}

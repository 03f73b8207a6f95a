// The payout of the reward by its plan, and what came back of it. How much each gets the rule of the house and the
// word of the team say (gd-2025#a19.p2): both stand in the plan, so nothing is paid without one, by whatever hand.
import type { z } from 'zod'
import { type ActsState, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import { isNobody, sumsIn } from '../transfer-case/correction/accounts.ts'
import { moreThanOwed, moreThanPaid, onlyOne } from '../transfer-case/correction/returns.ts'
import { actData } from './acts.ts'
import { stranger, unplanned } from './plan-steps.ts'
import { awaitedIn, awaitsRewardDecision, partsOf, planOf } from './reward.ts'
import { rewardAccounts, rewardOwed } from './reward-accounts.ts'
import { rewardUndecided } from './reward-decision.ts'
import { onPaying, onPlanning, reason, unaccepted, unsettled } from './reward-rules.ts'
import { isStranger, teamOf } from './team.ts'

const { latest } = readers(actData)

type Paid = z.infer<typeof actData.rewardPaid>
type Turned = z.infer<typeof actData.paymentReturned>

const unagreed = when<ActsState>(
  (state) => awaitedIn(state).length > 0,
  'reward-not-agreed',
  '奖酬方案还有成员没有确认；请等全部成员确认后再发放。',
  'Members of the team have not agreed to the plan of the reward; pay once all have.',
)
/** Closing would leave behind what is planned or owed. */
export const unpaid = when<ActsState>(
  (state) => planOf(state) !== undefined,
  'reward-waits',
  '奖酬方案尚未发放；发放或者撤回方案后方可结案。',
  'The plan of the reward waits to be paid; pay it or take it back, and close after it.',
)
export const returnWaits = when<ActsState>(
  (state) => !isNobody(rewardOwed(state)),
  'reward-return-open',
  '有退回的奖酬尚未补付，补付后方可结案。',
  'A reward that came back is not paid again yet; close after it.',
)
export const neverPaid = when<ActsState>(
  (state) => !has(state, 'rewardPaid'),
  'no-reward-paid',
  '本合同还没有发放过奖酬金。',
  'No reward of this contract was paid yet.',
)
const nothingOwed = when<ActsState>(
  (state) => isNobody(rewardOwed(state)),
  'no-reward-owed',
  '没有退回后待补付的奖酬。',
  'No reward that came back is owed to anybody.',
)

const unlikePlan = reason(
  'reward-unlike-plan',
  '发放明细与待发放的奖酬方案不一致；请按方案发放，或者先重新提交方案。',
  'The payments are not those of the plan that waits; pay by it, or draw up another plan first.',
)

function wrongPayout(state: ActsState | undefined, { lines }: Paid): OutOfOrder | undefined {
  if (!state) return undefined
  const team = teamOf(state)
  const plan = planOf(state)
  if (!plan) return lines.some((line) => isStranger(team, line)) ? stranger : unplanned
  const parts = partsOf(plan.data)
  const isLike = (line: (typeof lines)[number], at: number) =>
    parts[at]?.name === line.name && BigInt(parts[at]?.amount ?? 0) === BigInt(line.amount)
  return lines.length === parts.length && lines.every(isLike) ? undefined : unlikePlan
}

const isWithin = (amount: string, most = 0n): boolean =>
  BigInt(amount) > 0n && BigInt(amount) <= most

/** What payment orders tell is so; by hand nothing comes back that was not handed over. */
function wrongReturn(state: ActsState | undefined, { name, award, amount, reference }: Turned) {
  if (reference !== undefined || !state) return undefined
  const byHand = sumsIn(rewardAccounts(state).byHand)[award].get(name)
  return isWithin(amount, byHand) ? undefined : moreThanPaid
}

function wrongRepeat(state: ActsState | undefined, { name, award, amount, reference }: Turned) {
  if (reference !== undefined || !state) return undefined
  return isWithin(amount, rewardOwed(state)[award].get(name)) ? undefined : moreThanOwed
}

export const payoutSteps = {
  rewardPaid: {
    label: label('发放奖酬金', 'Pay the reward'),
    who: ['finance'],
    data: actData.rewardPaid,
    action: 'payServiceReward',
    stage: 'reward',
    ahead: [unaccepted, unsettled, unplanned, unagreed, rewardUndecided],
    rests: onPlanning,
    needed: (state) => planOf(state) !== undefined && !awaitsRewardDecision(state),
    // The plan says by which rule.
    fits: () => ({ hides: ['rule', 'ruleInForceOn', 'share'], wants: [] }),
    wrongs: [stranger, unplanned, unlikePlan],
    wrong: (state, data) => wrongPayout(state, data as Paid),
    suggests: (state) => ({ lines: linesSuggested(state) }),
    proves: ['serviceReward', 'serviceRewardShare', 'serviceRewardRuled'],
  },
  paymentReturned: {
    label: label('登记付款退回', 'Record a payment that came back'),
    who: ['finance', 'system'],
    data: actData.paymentReturned,
    stage: 'reward',
    ahead: [neverPaid],
    rests: onPaying,
    gathers: 'handReturn',
    wrongs: [moreThanPaid],
    wrong: (state, data) => wrongReturn(state, data as Turned),
  },
  paymentRepeated: {
    label: label('登记退回后补付', 'Record that it was paid again'),
    who: ['finance', 'system'],
    data: actData.paymentRepeated,
    stage: 'reward',
    ahead: [nothingOwed],
    rests: onPaying,
    // What payment orders paid is ordered again; only what was paid by hand waits for this act.
    needed: (state) => !isNobody(rewardOwed(state)) && !isByOrders(state),
    wrongs: [moreThanOwed],
    wrong: (state, data) => wrongRepeat(state, data as Turned),
    suggests: (state) => onlyOne(rewardOwed(state)),
  },
} as const satisfies Readonly<Record<string, StepRule>>

const isByOrders = (state: ActsState): boolean =>
  latest(state, 'rewardPaid')?.data.orderedAt !== undefined

function linesSuggested(state: ActsState) {
  const plan = planOf(state)
  return plan && partsOf(plan.data).map(({ name, amount }) => ({ name, amount }))
}

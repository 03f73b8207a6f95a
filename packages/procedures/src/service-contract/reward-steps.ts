// The acts of the reward: the plan of who gets which share of it, its members' word, the payout, and what came
// back of it. The institution's own rule says how much there is (gd-2025#a19.p2); who gets which part of that
// no article says, so those who did the work agree to it, each for themselves.
import type { z } from 'zod'
import { type ActsState, has, readers, type StepRule } from '../procedure/acts-state.ts'
import type { Author } from '../procedure/entry.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import { insiders, tto } from '../procedure/roles.ts'
import { isNobody, sumsIn } from '../transfer-case/correction/accounts.ts'
import { moreThanOwed, moreThanPaid, onlyOne } from '../transfer-case/correction/returns.ts'
import { actData } from './acts.ts'
import {
  awaitedIn,
  isToPlan,
  isWhole,
  partsOf,
  planOf,
  type RewardPlan,
  rewardAccounts,
  rewardOwed,
  sharedSoFar,
} from './reward.ts'

const { latest } = readers(actData)

type Paid = z.infer<typeof actData.rewardPaid>
type Agreed = z.infer<typeof actData.rewardAgreed>
type Turned = z.infer<typeof actData.paymentReturned>

export const unaccepted = when<ActsState>(
  (state) => !has(state, 'serviceAccepted'),
  'not-accepted',
  '请先登记验收。',
  'Record the acceptance first.',
)
const unsettled = when<ActsState>(
  (state) => !has(state, 'netSettled'),
  'net-not-settled',
  '请先结算净收入。',
  'Settle the net income first.',
)
const unplanned = when<ActsState>(
  (state) => planOf(state) === undefined,
  'no-reward-plan',
  '没有待确认、待发放的奖酬方案，请先提交方案。',
  'No plan of the reward waits; draw one up first.',
)
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
const neverPaid = when<ActsState>(
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

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

const stranger = reason(
  'not-of-the-team',
  '发放明细中有项目组以外的人；请核对姓名。',
  'Somebody who is paid is not of the team; compare the names.',
)
const unlikePlan = reason(
  'reward-unlike-plan',
  '发放明细与待发放的奖酬方案不一致；请按方案发放，或者先重新提交方案。',
  'The payments are not those of the plan that waits; pay by it, or draw up another plan first.',
)
const noPool = reason(
  'reward-pool-missing',
  '请填写本次发放总额；没有登记三技分配办法的，不能由办法算出。',
  'Say how much is paid out; without a rule for service contracts in the register nothing gives it.',
)
const notThePerson = reason(
  'reward-person-unlike-team',
  '项目组中此人已从人员库选定；奖酬方案须是同一人，请从人员库重新选择，不要改写或留空。',
  'The team names this person of the register; the plan must name the same one, so choose them again there.',
)
const nameTwice = reason(
  'reward-name-twice',
  '奖酬方案中同一人写了两次，请合并。',
  'Somebody stands twice in the plan of the reward; put the lines together.',
)
const notWhole = reason(
  'reward-shares-not-whole',
  '各人的分配比例合计须为100%。',
  'The shares of all must add up to 100%.',
)
const notInPlan = reason(
  'not-in-reward-plan',
  '奖酬方案中没有此人，请核对姓名。',
  'This person is not in the plan of the reward; check the name.',
)
const agreedBefore = reason(
  'reward-agreed-before',
  '此人已确认奖酬方案。',
  'This person has agreed to the plan of the reward.',
)
const byAnother = reason(
  'reward-agreed-by-another',
  '奖酬方案由成员本人登录确认；没有账号的成员，请写明其签字件。',
  'Members agree by their own account; of one without an account name the paper they signed.',
)

type Team = z.infer<typeof actData.serviceOpened>['team']

/**
 * Whoever the team has from the register is who they are by that, and may be called otherwise by now. A name
 * alone would let the money and the word of one go to another, or a paper stand for an account.
 */
function isMember(team: Team, { name, person }: RewardPlan['lines'][number]): boolean {
  const own = team.find((one) => person !== undefined && one.person === person)
  const named = team.filter((one) => one.name === name)
  return own ? named.every((one) => one === own) : named.some((one) => one.person === undefined)
}

/** A plan goes to the team, each of them once, and leaves nothing over. */
function wrongPlan(state: ActsState | undefined, plan: RewardPlan): OutOfOrder | undefined {
  const { pool, lines } = plan
  const names = lines.map(({ name }) => name)
  const team = (state && latest(state, 'serviceOpened')?.data.team) ?? []
  const others = lines.filter((line) => !isMember(team, line))
  if (isForStrangers(state, others)) return stranger
  if (others.length > 0) return notThePerson
  if (new Set(names).size < names.length) return nameTwice
  if (!isWhole(plan)) return notWhole
  return pool === undefined || BigInt(pool) === 0n ? noPool : undefined
}

/** The reward goes to those who did the work. */
function isForStrangers(state: ActsState | undefined, lines: readonly { readonly name: string }[]) {
  const team = state && latest(state, 'serviceOpened')?.data.team.map(({ name }) => name)
  return team !== undefined && !lines.every(({ name }) => team.includes(name))
}

const signsAlone = ({ person, signsOnPaper }: RewardPlan['lines'][number]): boolean =>
  person !== undefined && signsOnPaper !== true

function hasAccount(state: ActsState | undefined, member: unknown): boolean {
  const line = state && planOf(state)?.data.lines.find(({ name }) => name === member)
  return line === undefined || signsAlone(line)
}

/** Whose account it is agrees for them; anybody records the paper of who has none. */
function wrongWord(state: ActsState | undefined, { member, paper }: Agreed, by?: Author) {
  const plan = state && planOf(state)
  const line = plan?.data.lines.find(({ name }) => name === member)
  if (!state || !plan) return undefined
  if (!line) return notInPlan
  if (!awaitedIn(state).includes(member)) return agreedBefore
  const isProven = signsAlone(line) ? line.person === by?.person : paper !== undefined
  return isProven ? undefined : byAnother
}

function wrongPayout(state: ActsState | undefined, { lines }: Paid): OutOfOrder | undefined {
  const plan = state && planOf(state)
  if (!plan) return isForStrangers(state, lines) ? stranger : undefined
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

const onSettling = (state: ActsState) => [latest(state, 'netSettled')?.on]
const onPlanning = (state: ActsState) => [...onSettling(state), planOf(state)?.on]
const onPaying = (state: ActsState) => [latest(state, 'rewardPaid')?.on]

export const rewardSteps = {
  rewardPlanned: {
    label: label('提交奖酬方案', 'Draw up the plan of the reward'),
    who: ['team_rep', ...tto],
    data: actData.rewardPlanned,
    action: 'planServiceReward',
    stage: 'reward',
    gathers: 'rewardRule',
    ahead: [unaccepted, unsettled],
    rests: onSettling,
    needed: isToPlan,
    // Whoever leads is named in the open with what they get.
    fits: (_state, { lines }) => ({
      hides: hasLeaders(lines) ? [] : ['leadersDisclosed'],
      wants: [],
    }),
    wrongs: [stranger, notThePerson, nameTwice, notWhole, noPool],
    wrong: (state, data) => wrongPlan(state, data as RewardPlan),
    suggests: sharedSoFar,
    proves: ['serviceReward', 'serviceRewardShare', 'serviceRewardRuled'],
  },
  rewardAgreed: {
    label: label('成员确认奖酬方案', 'Agree to the plan of the reward'),
    who: insiders,
    data: actData.rewardAgreed,
    stage: 'reward',
    ahead: [unplanned],
    rests: onPlanning,
    needed: (state) => awaitedIn(state).length > 0,
    // Who has an account says it by that; of anybody else the paper is named.
    fits: (state, { member }) =>
      hasAccount(state, member) ? { hides: ['paper'], wants: [] } : { hides: [], wants: ['paper'] },
    wrongs: [notInPlan, agreedBefore, byAnother],
    wrong: (state, data, by) => wrongWord(state, data as Agreed, by),
    suggests: (state) => ({ member: awaitedIn(state)[0] }),
  },
  rewardPlanTakenBack: {
    label: label('撤回奖酬方案', 'Take back the plan of the reward'),
    who: ['team_rep', ...tto],
    data: actData.rewardPlanTakenBack,
    stage: 'reward',
    ahead: [unplanned],
    rests: onPlanning,
    takesBack: () => ['rewardPlanned'],
    // Plans that were paid stay what their payouts rest on.
    keepsUpTo: (state) => latest(state, 'rewardPaid')?.seq ?? 0,
  },
  rewardPaid: {
    label: label('发放奖酬金', 'Pay the reward'),
    who: ['finance'],
    data: actData.rewardPaid,
    action: 'payServiceReward',
    stage: 'reward',
    ahead: [unaccepted, unsettled, unagreed],
    rests: onPlanning,
    needed: (state) => planOf(state) !== undefined,
    // The plan says by which rule; without one the payout does.
    fits: (state) =>
      state && planOf(state)
        ? { hides: ['rule', 'ruleInForceOn', 'share'], wants: [] }
        : { hides: [], wants: ['share'] },
    wrongs: [stranger, unlikePlan],
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
  if (plan) return partsOf(plan.data).map(({ name, amount }) => ({ name, amount }))
  return latest(state, 'serviceOpened')?.data.team.map(({ name }) => ({ name }))
}

function hasLeaders(lines: unknown): boolean {
  return (
    Array.isArray(lines) &&
    lines.some((line: { holdsLeadingPost?: unknown } | null) => line?.holdsLeadingPost === true)
  )
}

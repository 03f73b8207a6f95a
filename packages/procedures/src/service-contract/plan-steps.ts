// The plan of the reward: who gets which share of it, and its members' word. The institution's own rule says how
// much there is (gd-2025#a19.p2); who gets which part of that no article says, so those who did the work agree to
// it, each for themselves. What those get who lead is shown in the open before it is paid (gd-2025#a14.p1.i3).
import type { z } from 'zod'
import { type ActsState, placeOf, type StepRule } from '../procedure/acts-state.ts'
import type { Author } from '../procedure/entry.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import { insiders, tto } from '../procedure/roles.ts'
import { actData } from './acts.ts'
import {
  awaitedIn,
  hasLeaders,
  isDisclosed,
  isToPlan,
  isWhole,
  planOf,
  type RewardPlan,
  sharedSoFar,
} from './reward.ts'
import { onPlanning, onSettling, reason, unaccepted, unsettled } from './reward-rules.ts'
import { isUnsettled } from './settled.ts'
import { isMember, isStranger, teamOf } from './team.ts'

type Agreed = z.infer<typeof actData.rewardAgreed>

export const unplanned = when<ActsState>(
  (state) => planOf(state) === undefined,
  'no-reward-plan',
  '没有待确认、待发放的奖酬方案，请先提交方案。',
  'No plan of the reward waits; draw one up first.',
)
const refundUnsettled = when<ActsState>(
  isUnsettled,
  'refund-not-settled',
  '结算后有到账退款或更正，请先更正结算单，再提交奖酬方案。',
  'A receipt was refunded or put right since the statement; settle again before the reward is planned.',
)
const noLeaders = when<ActsState>(
  (state) => {
    const plan = planOf(state)
    return plan === undefined || !hasLeaders(plan.data)
  },
  'no-leaders-planned',
  '待发放的奖酬方案中没有领导人员。',
  'Nobody who leads stands in the plan that waits.',
)
const disclosedBefore = when<ActsState>(
  (state) => {
    const plan = planOf(state)
    return plan !== undefined && isDisclosed(state, plan)
  },
  'leaders-disclosed-before',
  '本方案领导人员所得及占比已登记公开。',
  'What those who lead get by this plan is on record as shown.',
)

export const stranger = reason(
  'not-of-the-team',
  '发放明细中有项目组以外的人；请核对姓名。',
  'Somebody who is paid is not of the team; compare the names.',
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
  '奖酬方案中同一人写了两次，请合并；两人同名的，请都从人员库选择。',
  'Somebody stands twice in the plan of the reward; put the lines together, and choose namesakes from the register.',
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

/** A plan goes to the team, each of them once, and leaves nothing over. */
function wrongPlan(state: ActsState | undefined, plan: RewardPlan): OutOfOrder | undefined {
  const { pool, lines } = plan
  const names = lines.map(({ name }) => name)
  const team = teamOf(state)
  const others = lines.filter((line) => !isMember(team, line))
  if (state && others.some((line) => isStranger(team, line))) return stranger
  if (others.length > 0) return notThePerson
  if (new Set(names).size < names.length) return nameTwice
  if (!isWhole(plan)) return notWhole
  return pool === undefined || BigInt(pool) === 0n ? noPool : undefined
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

function leads(lines: unknown): boolean {
  return (
    Array.isArray(lines) &&
    lines.some((line: { holdsLeadingPost?: unknown } | null) => line?.holdsLeadingPost === true)
  )
}

export const planSteps = {
  rewardPlanned: {
    label: label('提交奖酬方案', 'Draw up the plan of the reward'),
    who: ['team_rep', ...tto],
    data: actData.rewardPlanned,
    action: 'planServiceReward',
    stage: 'reward',
    gathers: 'rewardRule',
    ahead: [unaccepted, unsettled, refundUnsettled],
    rests: onSettling,
    needed: isToPlan,
    fits: (_state, { lines }) => ({
      hides: leads(lines) ? [] : ['leadersDisclosed'],
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
  rewardDisclosed: {
    label: label('登记领导人员奖酬公开', "Record that leaders' rewards are open"),
    who: tto,
    data: actData.rewardDisclosed,
    action: 'discloseServiceReward',
    stage: 'reward',
    done: [disclosedBefore],
    ahead: [unplanned, noLeaders],
    rests: onPlanning,
    needed: (state) => {
      const plan = planOf(state)
      return plan !== undefined && hasLeaders(plan.data) && !isDisclosed(state, plan)
    },
    proves: ['serviceLeadersDisclosed'],
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
    keepsUpTo: (state) => placeOf(state, 'rewardPaid'),
  },
} as const satisfies Readonly<Record<string, StepRule>>

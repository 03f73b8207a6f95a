// Where the house's own rule asks for it, a plan is decided collectively before it is paid. No law that is known here
// demands that (sh-draft-2024, gd-2025: the deal is decided, the plan is agreed and shown); it is the house's stricter rule.
import type { z } from 'zod'
import { decisionData, wrongCount } from '../../procedure/decision-step.ts'
import { label } from '../../procedure/fields.ts'
import { lacks, type OutOfOrder } from '../../procedure/order.ts'
import { awaited, type CaseState } from '../state.ts'
import { type CaseStep, when } from '../step.ts'

/** What is said of a decision on a plan: what is said of any. */
const planDecided = decisionData.decided
export type PlanDecision = z.infer<typeof planDecided>

/** The plan waits for the decision that the rule of the house asks for. */
export const awaitsDecision = ({ plan }: CaseState): boolean =>
  plan?.data.decisionAsked !== undefined && plan.decision?.data.result !== 'passed'

/** It is payable only once it was decided for. */
export const planUndecided = when(
  awaitsDecision,
  'plan-undecided',
  '本单位分配办法要求分配方案经集体决策，通过后方可发放；未通过的请重新提交方案。',
  "The house's rule asks for a collective decision on the plan: it is paid once that has passed. A plan that was rejected is drafted anew.",
)

const unasked = when(
  ({ plan }) => plan !== undefined && plan.data.decisionAsked === undefined,
  'plan-decision-not-asked',
  '方案提交时施行的本单位分配办法没有要求集体决策，不用登记。',
  "The house's rule of the day on which the plan was drafted asks for no decision on it.",
)
const decided = when(
  ({ plan }) => plan?.decision?.data.result === 'passed',
  'plan-already-decided',
  '分配方案已经集体决策通过。',
  'The plan has been decided for.',
)
const rejected = when(
  ({ plan }) => plan?.decision?.data.result === 'rejected',
  'plan-rejected',
  '分配方案未获通过，请重新提交方案。',
  'The plan was rejected; draft another one.',
)
const unagreed = when(
  (s) => awaited(s).length > 0,
  'plan-not-agreed',
  '还有成员没有确认分配方案。',
  'Not every member has agreed to the plan yet.',
)
const noticeRuns = when(
  ({ plan }) => plan?.notice !== undefined && plan.lastShownOn === undefined,
  'plan-notice-runs',
  '分配方案正在公示，期满并出具证明后再上会。',
  'The notice of the plan runs; decide once its end is certified.',
)
const inDispute = when(
  ({ plan }) => plan?.objections.some(({ finding }) => finding === undefined) === true,
  'plan-in-dispute',
  '对分配方案的异议尚待核实，核实后再上会。',
  'An objection to the plan waits for its finding; decide after it.',
)
const unsound: OutOfOrder = {
  code: 'plan-decision-unsound',
  detail: {
    zh: '没有书面记录、到会人数或表决不合规、应回避人员没有回避的，不能登记为通过。',
    en: 'What is not minuted, short of quorum or majority, or decided without the recusals is not recorded as passed.',
  },
}

export const planDecisionSteps = {
  planDecided: {
    label: label('集体决策分配方案', 'Record the decision on the plan'),
    who: ['leaders'],
    data: planDecided,
    inBulk: true,
    stage: 'performance',
    done: [decided, rejected],
    ahead: [
      lacks<CaseState>(
        (s) => s.plan,
        'no-plan',
        '请先提交分配方案。',
        'Draft the distribution plan first.',
      ),
      unasked,
      unagreed,
      inDispute,
      noticeRuns,
    ],
    rests: ({ plan }) => [
      plan?.on,
      ...(plan?.agreed.map(({ on }) => on) ?? []),
      plan?.lastShownOn,
      ...(plan?.objections.map(({ finding }) => finding?.on) ?? []),
    ],
    needed: (s) => awaitsDecision(s) && s.plan?.decision?.data.result !== 'rejected',
    wrongs: [unsound],
    wrong: (_state, data) => wrongDecision(data as PlanDecision),
    changes: (data, { plan }, { seq, on }) =>
      plan ? { plan: { ...plan, decision: { seq, on, data: data as PlanDecision } } } : {},
  },
} as const satisfies Readonly<Record<string, CaseStep>>

function wrongDecision(decision: PlanDecision): OutOfOrder | undefined {
  const { result, minuted, quorate, recusalObserved } = decision
  const isSound = minuted && quorate && recusalObserved
  return wrongCount(decision) ?? (result === 'passed' && !isSound ? unsound : undefined)
}

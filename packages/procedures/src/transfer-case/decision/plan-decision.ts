// Where the house's own rule asks for it, a plan is decided collectively before it is paid. No law that is known here
// demands that (sh-draft-2024, gd-2025: the deal is decided, the plan is agreed and shown); it is the house's stricter rule.
import type { z } from 'zod'
import { decisionData } from '../../procedure/decision-step.ts'
import { label } from '../../procedure/fields.ts'
import { lacks, type OutOfOrder } from '../../procedure/order.ts'
import { awaited, type CaseState } from '../state.ts'
import { type CaseStep, when } from '../step.ts'
import * as words from './plan-decision-words.ts'

/** What is said of a decision on a plan: what is said of any. */
const planDecided = decisionData.decided
export type PlanDecision = z.infer<typeof planDecided>

/** The plan waits for the decision that the rule of the house asks for. */
export const awaitsDecision = ({ plan }: CaseState): boolean =>
  plan?.data.decisionAsked !== undefined && plan.decision?.data.result !== 'passed'

const stop = (stops: (state: CaseState) => boolean, { code, detail }: OutOfOrder) =>
  when(stops, code, detail.zh, detail.en)

/** It is payable only once it was decided for. */
export const planUndecided = stop(awaitsDecision, words.planUndecided)

const unasked = stop(
  ({ plan }) => plan !== undefined && plan.data.decisionAsked === undefined,
  words.unasked,
)
const decided = stop(({ plan }) => plan?.decision?.data.result === 'passed', words.decided)
const rejected = stop(({ plan }) => plan?.decision?.data.result === 'rejected', words.rejected)
const unagreed = stop((s) => awaited(s).length > 0, words.unagreed)
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
    wrongs: [words.unsound],
    wrong: (_state, data) => words.wrongPlanDecision(data as PlanDecision),
    changes: (data, { plan }, { seq, on }) =>
      plan ? { plan: { ...plan, decision: { seq, on, data: data as PlanDecision } } } : {},
  },
} as const satisfies Readonly<Record<string, CaseStep>>

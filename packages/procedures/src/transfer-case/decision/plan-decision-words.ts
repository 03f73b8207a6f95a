// What stops a decision on a plan, or the payment of one that was not decided on, whatever procedure the plan is of.
import type { z } from 'zod'
import { type decisionData, wrongCount } from '../../procedure/decision-step.ts'
import type { OutOfOrder } from '../../procedure/order.ts'

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

/** It is payable only once it was decided for. */
export const planUndecided = reason(
  'plan-undecided',
  '本单位分配办法要求分配方案经集体决策，通过后方可发放；未通过的请重新提交方案。',
  "The house's rule asks for a collective decision on the plan: it is paid once that has passed. A plan that was rejected is drafted anew.",
)
export const unasked = reason(
  'plan-decision-not-asked',
  '方案提交时施行的本单位分配办法没有要求集体决策，不用登记。',
  "The house's rule of the day on which the plan was drafted asks for no decision on it.",
)
export const decided = reason(
  'plan-already-decided',
  '分配方案已经集体决策通过。',
  'The plan has been decided for.',
)
export const rejected = reason(
  'plan-rejected',
  '分配方案未获通过，请重新提交方案。',
  'The plan was rejected; draft another one.',
)
export const unagreed = reason(
  'plan-not-agreed',
  '还有成员没有确认分配方案。',
  'Not every member has agreed to the plan yet.',
)
export const unsound = reason(
  'plan-decision-unsound',
  '没有书面记录、到会人数或表决不合规、应回避人员没有回避的，不能登记为通过。',
  'What is not minuted, short of quorum or majority, or decided without the recusals is not recorded as passed.',
)

/** What is wrong with a decision as it is told. */
export function wrongPlanDecision(
  decision: z.infer<typeof decisionData.decided>,
): OutOfOrder | undefined {
  const { result, minuted, quorate, recusalObserved } = decision
  const isSound = minuted && quorate && recusalObserved
  return wrongCount(decision) ?? (result === 'passed' && !isSound ? unsound : undefined)
}

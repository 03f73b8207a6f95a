// Where the house's own rule has plans decided collectively, the plan of a reward of commissioned work is decided before
// it is paid, as the plan of a transfer is. No law that is known here demands that; it is the house's stricter rule.
import type { z } from 'zod'
import { type ActsState, readers, type StepRule } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import { when } from '../procedure/order.ts'
import {
  decided,
  planUndecided,
  rejected,
  unagreed,
  unasked,
  unsound,
  wrongPlanDecision,
} from '../transfer-case/decision/plan-decision-words.ts'
import { actData } from './acts.ts'
import { unplanned } from './plan-steps.ts'
import { awaitedIn, awaitsRewardDecision, planOf, rewardDecisionOf } from './reward.ts'
import { onPlanning } from './reward-rules.ts'

const { all } = readers(actData)

export const rewardUndecided = when<ActsState>(
  awaitsRewardDecision,
  planUndecided.code,
  planUndecided.detail.zh,
  planUndecided.detail.en,
)

const resultIn = (state: ActsState) => rewardDecisionOf(state)?.data.result

const stop = (
  stops: (state: ActsState) => boolean,
  { code, detail }: { readonly code: string; readonly detail: { zh: string; en: string } },
) => when<ActsState>(stops, code, detail.zh, detail.en)

export const decisionSteps = {
  rewardPlanDecided: {
    label: label('集体决策奖酬方案', 'Record the decision on the plan of the reward'),
    who: ['leaders'],
    data: actData.rewardPlanDecided,
    inBulk: true,
    stage: 'reward',
    done: [
      stop((state) => resultIn(state) === 'passed', decided),
      stop((state) => resultIn(state) === 'rejected', rejected),
    ],
    ahead: [
      unplanned,
      stop((state) => {
        const plan = planOf(state)
        return plan !== undefined && plan.data.decisionAsked === undefined
      }, unasked),
      stop((state) => awaitedIn(state).length > 0, unagreed),
    ],
    rests: (state) => [...onPlanning(state), ...all(state, 'rewardAgreed').map(({ on }) => on)],
    needed: (state) =>
      awaitsRewardDecision(state) &&
      awaitedIn(state).length === 0 &&
      resultIn(state) !== 'rejected',
    wrongs: [unsound],
    wrong: (_state, data) => wrongPlanDecision(data as z.infer<typeof actData.rewardPlanDecided>),
  },
} as const satisfies Readonly<Record<string, StepRule>>

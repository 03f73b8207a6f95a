// Use first and pay, or cooperate, later: an enterprise tries an achievement before it commits itself.
import { type ActsState, foldSteps, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { isDecided } from '../procedure/decision-step.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import { when } from '../procedure/order.ts'
import type { CaseLine, Procedure } from '../procedure/procedure.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { useFirstData } from './acts.ts'
import { useFirstFacts } from './facts.ts'
import { supportOf } from './facts-contract.ts'
import { requestSteps, signedAlready } from './request-steps.ts'
import { termsSteps } from './terms-steps.ts'
import { isSettled, useSteps } from './use-steps.ts'

const { latest } = readers(useFirstData)

const steps: Readonly<Record<string, StepRule>> = {
  ...requestSteps,
  ...termsSteps,
  ...useSteps,
  ...endingSteps({
    stage: 'conversion',
    inEffect: [signedAlready],
    undone: [
      when(
        (state) => !isSettled(state),
        'use-unsettled',
        '使用尚无结果。',
        'The use is not settled yet.',
      ),
      when(
        (state) => has(state, 'useEnded') && !has(state, 'returned'),
        'not-returned',
        '资料尚未退回。',
        'What was handed over has not come back.',
      ),
    ],
  }),
}

const stages: readonly StageRule[] = [
  { id: 'request', label: label('申请筛查', 'Request'), endedBy: ['screened'] },
  { id: 'review', label: label('方案审核', 'Terms and review'), endedBy: ['reviewed'] },
  { id: 'notice', label: label('公示', 'Notice'), endedBy: ['noticeCertified'] },
  {
    id: 'decision',
    label: label('集体决策', 'Decision'),
    endedBy: ['decided'],
    isEnded: isDecided,
  },
  { id: 'signing', label: label('签约报告', 'Contract and report'), endedBy: ['reported'] },
  { id: 'use', label: label('使用评估', 'Use'), endedBy: ['assessed'] },
  { id: 'conversion', label: label('转化或退回', 'Conversion'), endedBy: ['closed'] },
]

export const useFirst: Procedure<ActsState> = {
  id: 'use_first',
  label: label('先用后转', 'Use first, pay later'),
  purpose: {
    words: label(
      '企业先免费或低费使用成果，达到约定条件后再付费或合作；适合中小微企业。',
      'An enterprise uses the achievement first and pays or cooperates once it works.',
    ),
    cites: ['gd-2025#a25.p3'],
  },
  opening: 'useFirstOffered',
  acts: steps,
  whenSuspended: ['objectionFound'],
  stageWords: wordsOf(stages),
  notice: { kind: 'use_first', certifies: 'certifyNotice' },
  evolve: foldSteps(steps),
  facts: useFirstFacts,
  stages: (state) => stagesIn(stages, state),
  line: lineOf,
}

function lineOf(state: ActsState): CaseLine {
  const opened = state.opened.data as ReturnType<typeof useFirstData.useFirstOffered.parse>
  const { title, achievementId, achievement, team } = opened
  const requested = latest(state, 'requested')?.data
  const price =
    latest(state, 'convertedToPay')?.data.price ?? latest(state, 'proposed')?.data.fixedPrice
  const support = supportOf(state)
  return {
    title,
    ...(achievementId !== undefined && { achievementId }),
    about: [
      achievement,
      ...team.map(({ name }) => name),
      ...(support > 0n ? ['引导资金支持'] : []),
    ],
    stage: stageIn(stages, state),
    ...(requested && { counterparty: requested.enterprise }),
    ...(price !== undefined && { price }),
  }
}

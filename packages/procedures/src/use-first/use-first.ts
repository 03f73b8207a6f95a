// Use first and pay, or cooperate, later: an enterprise tries an achievement before it commits itself.
import { type ActsState, foldSteps, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { decisionIn, decisionStep, isDecided, notDecided } from '../procedure/decision-step.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import { notCertified, noticeSteps } from '../procedure/notice-steps.ts'
import { type OutOfOrder, type Rule, when } from '../procedure/order.ts'
import type { CaseLine, Procedure } from '../procedure/procedure.ts'
import { tto } from '../procedure/roles.ts'
import { approvalOutgrown, needs, once } from '../procedure/step-rules.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { useFirstData } from './acts.ts'
import { supportOf, useFirstFacts } from './facts.ts'

const { latest } = readers(useFirstData)
const onOf = (state: ActsState, type: string) => state.acts[type]?.at(-1)?.on

const notRequested = needs('requested', 'not-requested', '尚无企业申请使用。', 'Nobody has asked.')
const notScreened = needs('screened', 'not-screened', '请先完成筛查。', 'Screen it first.')
const notProposed = needs('proposed', 'no-proposal', '请先提交方案建议。', 'Submit the proposal.')
const notSigned = needs('signed', 'not-signed', '使用合同尚未签署。', 'The contract is not signed.')
const notInUse = needs('useBegan', 'not-in-use', '使用尚未开始。', 'The use has not begun.')
const signedAlready = once('signed', 'already-signed', '合同已签署。', 'The contract is signed.')
const notPassed: Rule<ActsState> = when(
  (state) => latest(state, 'reviewed')?.data.outcome !== 'passed',
  'not-reviewed',
  '方案尚未审核通过。',
  'The review has not passed the proposal.',
)
const isSettled = (state: ActsState) =>
  has(state, 'convertedToPay') || has(state, 'convertedToCooperate') || has(state, 'useEnded')
const settled = when<ActsState>(isSettled, 'use-settled', '使用已有结果。', 'The use is settled.')

/** What an assessment must have said for the use to go on so. */
const assessedAs = (outcome: 'converts' | 'extends' | 'ends'): Rule<ActsState> =>
  when(
    (state) => latest(state, 'assessed')?.data.outcome !== outcome,
    `not-assessed-${outcome}`,
    '使用评估没有这样的结论，请先评估。',
    'The assessment does not say so; assess the use first.',
  )

const newNotice: OutOfOrder = {
  code: 'not-as-published',
  detail: {
    zh: '与公示的价格、办法或条件不一致；请另立转化项目，公示后签约。',
    en: 'It differs from what was published; open a transfer and publish it there.',
  },
}
const asPublished = ({ asPublished: same, transferCase }: Readonly<Record<string, unknown>>) =>
  same === true || transferCase !== undefined ? undefined : newNotice

const restsOn =
  (...types: readonly string[]) =>
  (state: ActsState) =>
    types.map((type) => onOf(state, type))

const notice = noticeSteps({
  stage: 'notice',
  after: [notPassed],
  rests: restsOn('reviewed'),
  until: 'signed',
  amends: ['proposed', 'reviewed', 'decided'],
  publishes: 'publishNotice',
  certifies: 'certifyNotice',
})

const steps: Readonly<Record<string, StepRule>> = {
  useFirstOffered: {
    label: label('登记先用后转', 'Offer for use'),
    who: tto,
    data: useFirstData.useFirstOffered,
    stage: 'request',
  },
  requested: {
    label: label('登记企业申请', 'Record the request'),
    who: tto,
    data: useFirstData.requested,
    stage: 'request',
    done: [signedAlready],
    rests: ({ opened }) => [opened.on],
    needed: (state) => !has(state, 'requested'),
    takesBack: () => ['requested', 'accepted', 'proposed', 'reviewed'],
    proves: ['enterpriseSize'],
  },
  screened: {
    label: label('处置筛查', 'Screen'),
    who: ['tto_reviewer'],
    data: useFirstData.screened,
    stage: 'request',
    action: 'screen',
    rests: restsOn('requested'),
    ahead: [notRequested],
    needed: (state) => has(state, 'requested') && !has(state, 'screened'),
    takesBack: approvalOutgrown,
  },
  specialApprovalRecorded: {
    label: label('登记专门审批', 'Record the special approval'),
    who: tto,
    data: useFirstData.specialApprovalRecorded,
    stage: 'request',
    ahead: [notScreened],
    rests: restsOn('screened'),
  },
  accepted: {
    label: label('受理并启动商谈', 'Accept the request'),
    who: ['tto_negotiator'],
    data: useFirstData.accepted,
    stage: 'review',
    action: 'negotiate',
    done: [signedAlready],
    ahead: [notRequested],
    rests: restsOn('requested', 'screened'),
    needed: (state) => has(state, 'screened') && !has(state, 'accepted'),
  },
  proposed: {
    label: label('提交使用方案', 'Propose the terms of use'),
    who: ['tto_negotiator'],
    data: useFirstData.proposed,
    stage: 'review',
    action: 'propose',
    done: [signedAlready],
    ahead: [needs('accepted', 'not-negotiating', '请先受理申请。', 'Accept the request first.')],
    rests: restsOn('accepted'),
    needed: (state) => has(state, 'accepted') && !has(state, 'proposed'),
    // Other terms are reviewed, published and decided anew.
    takesBack: () => ['proposed', 'reviewed', 'noticePublished', 'noticeCertified', 'decided'],
  },
  reviewed: {
    label: label('审核使用方案', 'Review the terms'),
    who: ['tto_reviewer'],
    data: useFirstData.reviewed,
    stage: 'review',
    action: 'review',
    done: [signedAlready],
    ahead: [notProposed],
    rests: restsOn('proposed'),
    needed: (state) => has(state, 'proposed') && !has(state, 'reviewed'),
    takesBack: ({ outcome }) => (outcome === 'returned' ? ['proposed', 'reviewed'] : ['reviewed']),
  },
  ...notice,
  // Its fields are those of a deal (gd-2025#a14.p1.i3).
  noticePublished: { ...notice.noticePublished, data: useFirstData.noticePublished },
  ...decisionStep({
    stage: 'decision',
    after: [...notCertified()],
    rests: restsOn('noticeCertified'),
    action: 'decide',
  }),
  signed: {
    label: label('签署使用合同', 'Sign the contract of use'),
    who: [...tto, 'platform_company'],
    data: useFirstData.signed,
    stage: 'signing',
    action: 'sign',
    done: [signedAlready],
    ahead: [notDecided],
    rests: (state) => [decisionIn(state)?.on, onOf(state, 'noticeCertified')],
    needed: (state) => isDecided(state) && !has(state, 'signed'),
    suggests: (state) => {
      const { period, fee, field, trigger, conversion } = latest(state, 'proposed')?.data ?? {}
      return { period, fee, field, trigger, conversion }
    },
  },
  contractRegistered: {
    label: label('合同认定登记', 'Register the contract'),
    who: tto,
    data: useFirstData.contractRegistered,
    stage: 'signing',
    action: 'registerContract',
    ahead: [notSigned],
    rests: restsOn('signed'),
    needed: (state) =>
      has(state, 'signed') &&
      !['registered', 'not_technology'].includes(
        latest(state, 'contractRegistered')?.data.outcome ?? '',
      ),
  },
  universityReviewed: {
    label: label('高校审核', 'Review by the university'),
    who: tto,
    data: useFirstData.universityReviewed,
    stage: 'signing',
    ahead: [notSigned],
    rests: restsOn('signed'),
  },
  reported: {
    label: label('向省级卫健部门报告', 'Report to the province'),
    who: tto,
    data: useFirstData.reported,
    stage: 'signing',
    action: 'report',
    done: [once('reported', 'already-reported', '已报告。', 'It was reported.')],
    ahead: [notSigned],
    rests: restsOn('signed'),
    needed: (state) => has(state, 'signed') && !has(state, 'reported'),
  },
  useBegan: {
    label: label('移交并开始使用', 'Hand over, the use begins'),
    who: tto,
    data: useFirstData.useBegan,
    stage: 'use',
    done: [once('useBegan', 'in-use', '使用已开始。', 'The use has begun.')],
    ahead: [notSigned],
    rests: restsOn('signed'),
    needed: (state) => has(state, 'signed') && !has(state, 'useBegan'),
  },
  supportPaid: {
    label: label('登记引导资金支出', 'Record support from the fund'),
    who: ['finance'],
    data: useFirstData.supportPaid,
    stage: 'use',
    done: [
      when(
        (state) => !(state.opened.data as { fundSet: boolean }).fundSet,
        'no-fund',
        '本单位没有设立引导资金，不能列支。',
        'The institution has no guidance fund to pay from.',
      ),
    ],
    ahead: [notInUse],
    rests: restsOn('useBegan'),
  },
  assessed: {
    label: label('评估使用情况', 'Assess the use'),
    who: tto,
    data: useFirstData.assessed,
    stage: 'use',
    done: [settled],
    ahead: [notInUse],
    rests: restsOn('useBegan'),
    needed: (state) => has(state, 'useBegan') && !isSettled(state) && !has(state, 'assessed'),
  },
  convertedToPay: {
    label: label('转为付费', 'Convert to payment'),
    who: [...tto, 'platform_company'],
    data: useFirstData.convertedToPay,
    stage: 'conversion',
    done: [settled],
    ahead: [assessedAs('converts')],
    rests: restsOn('assessed'),
    needed: (state) => isToConvert(state, 'pay'),
    wrong: (_state, data) => asPublished(data),
  },
  convertedToCooperate: {
    label: label('转为合作', 'Convert to cooperation'),
    who: [...tto, 'platform_company'],
    data: useFirstData.convertedToCooperate,
    stage: 'conversion',
    done: [settled],
    ahead: [assessedAs('converts')],
    rests: restsOn('assessed'),
    needed: (state) => isToConvert(state, 'cooperate'),
    wrong: (_state, data) => asPublished(data),
  },
  useExtended: {
    label: label('延长使用期', 'Extend the use'),
    who: tto,
    data: useFirstData.useExtended,
    stage: 'use',
    done: [settled],
    ahead: [assessedAs('extends')],
    rests: restsOn('assessed'),
    needed: (state) => latest(state, 'assessed')?.data.outcome === 'extends',
    // The use goes on and is assessed again.
    takesBack: () => ['assessed'],
  },
  useEnded: {
    label: label('结束使用', 'End the use'),
    who: tto,
    data: useFirstData.useEnded,
    stage: 'conversion',
    done: [settled],
    ahead: [assessedAs('ends')],
    rests: restsOn('assessed'),
    needed: (state) => latest(state, 'assessed')?.data.outcome === 'ends' && !isSettled(state),
  },
  returned: {
    label: label('登记资料退回', 'Record the return'),
    who: tto,
    data: useFirstData.returned,
    stage: 'conversion',
    ahead: [needs('useEnded', 'use-runs', '使用尚未结束。', 'The use has not ended.')],
    rests: restsOn('useEnded'),
    needed: (state) => has(state, 'useEnded') && !has(state, 'returned'),
  },
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

function isToConvert(state: ActsState, way: 'pay' | 'cooperate'): boolean {
  return (
    latest(state, 'assessed')?.data.outcome === 'converts' &&
    latest(state, 'requested')?.data.way === way &&
    !isSettled(state)
  )
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
  const price = latest(state, 'convertedToPay')?.data.price ?? latest(state, 'proposed')?.data.price
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

// From the accepted request to the report: talks, proposal, review, notice, decision and contract.
import { type ActsState, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { decisionIn, decisionStep, isDecided, notDecided } from '../procedure/decision-step.ts'
import { label } from '../procedure/fields.ts'
import { notCertified, noticeSteps } from '../procedure/notice-steps.ts'
import { type Rule, when } from '../procedure/order.ts'
import type { Fit } from '../procedure/procedure.ts'
import { tto } from '../procedure/roles.ts'
import { needs, once } from '../procedure/step-rules.ts'
import { useFirstData } from './acts.ts'
import { notRequested, signedAlready } from './request-steps.ts'
import { differsFromPublished, pricingFit, termsOf, unpriced, wrongPricing } from './terms.ts'

const { latest } = readers(useFirstData)
const talks = ['tto_negotiator', 'platform_company'] as const
const restsOn =
  (...types: readonly string[]) =>
  (state: ActsState) =>
    types.map((type) => state.acts[type]?.at(-1)?.on)

const notProposed = needs('proposed', 'no-proposal', '请先提交方案建议。', 'Submit the proposal.')
/** Stops an act while there is no contract of use. */
export const notSigned = needs(
  'signed',
  'not-signed',
  '使用合同尚未签署。',
  'The contract is not signed.',
)
const notPassed: Rule<ActsState> = when(
  (state) => latest(state, 'reviewed')?.data.outcome !== 'passed',
  'not-reviewed',
  '方案尚未审核通过。',
  'The review has not passed the proposal.',
)

const notice = noticeSteps({
  stage: 'notice',
  after: [notPassed],
  rests: restsOn('reviewed'),
  until: 'signed',
  amends: ['proposed', 'reviewed', 'decided'],
  publishes: 'publishNotice',
  certifies: 'certifyNotice',
})

export const termsSteps: Readonly<Record<string, StepRule>> = {
  accepted: {
    label: label('受理并启动商谈', 'Accept the request'),
    who: talks,
    data: useFirstData.accepted,
    stage: 'review',
    action: 'negotiate',
    done: [signedAlready],
    ahead: [notRequested],
    rests: restsOn('requested', 'screened'),
    needed: (state) => has(state, 'screened') && !has(state, 'accepted'),
    // Whoever takes the talks up anew starts from the terms again.
    takesBack: () => [
      'accepted',
      'proposed',
      'reviewed',
      'noticePublished',
      'noticeCertified',
      'decided',
    ],
    fits: (state, data) => partnerFit(state as ActsState | undefined, data),
  },
  proposed: {
    label: label('提交使用方案', 'Propose the terms of use'),
    who: talks,
    data: useFirstData.proposed,
    stage: 'review',
    action: 'propose',
    done: [signedAlready],
    ahead: [needs('accepted', 'not-negotiating', '请先受理申请。', 'Accept the request first.')],
    rests: restsOn('accepted'),
    needed: (state) => has(state, 'accepted') && !has(state, 'proposed'),
    fits: (_state, data) => pricingFit(data),
    wrongs: [unpriced],
    wrong: (_state, data) => wrongPricing(data),
    suggests: (state) => latest(state, 'proposed')?.data ?? {},
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
  // Its fields are those of a deal (gd-2025#a14.p1.i3), as they were proposed.
  noticePublished: {
    ...notice.noticePublished,
    data: useFirstData.noticePublished,
    fits: (state, data) => {
      const { hides, wants } = pricingFit(data)
      const { viaPlatformCompany } = (state?.opened.data ?? {}) as Partial<Offered>
      return { hides: viaPlatformCompany === true ? hides : [...hides, 'atCompany'], wants }
    },
    suggests: (state) => {
      const { achievement, team } = state.opened.data as typeof state.opened.data & Offered
      return {
        achievement,
        team: team.map(({ name }) => name).join('、'),
        ...termsOf(state),
        leaders: team
          .filter(({ holdsLeadingPost }) => holdsLeadingPost)
          .map(({ name }) => ({ name })),
      }
    },
  },
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
    ahead: [notPassed, notDecided, ...notCertified()],
    rests: (state) => [decisionIn(state)?.on, latest(state, 'noticeCertified')?.on],
    needed: (state) => isDecided(state) && !has(state, 'signed'),
    fits: (_state, data) => {
      const { hides, wants } = pricingFit(data)
      const byCompany = data['byPlatformCompany'] === true
      return {
        hides: [...hides, ...(byCompany ? [] : ['authorised'])],
        wants: [...wants, ...(byCompany ? ['authorised'] : [])],
      }
    },
    wrongs: [unpriced],
    wrong: (_state, data) => wrongPricing(data),
    differs: differsFromPublished,
    suggests: (state) => {
      const { way: _way, distribution: _distribution, ...terms } = termsOf(state) ?? {}
      return terms
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
  reportReturned: {
    label: label('报告被退回', 'Record a returned report'),
    who: [...tto, 'health_prov'],
    data: useFirstData.reportReturned,
    stage: 'signing',
    ahead: [notReported()],
    rests: restsOn('reported'),
  },
  reportSupplemented: {
    label: label('补充报告', 'Supplement the report'),
    who: tto,
    data: useFirstData.reportSupplemented,
    stage: 'signing',
    action: 'supplementReport',
    ahead: [notReported()],
    rests: restsOn('reported', 'reportReturned'),
  },
}

type Offered = ReturnType<typeof useFirstData.useFirstOffered.parse>

function notReported(): Rule<ActsState> {
  return needs('reported', 'not-reported', '尚未报告。', 'It has not been reported.')
}

/** Whether to appraise is a question of a licence to somebody who is not wholly state-owned. */
function partnerFit(
  state: ActsState | undefined,
  { stateOwned, appraisal }: Readonly<Record<string, unknown>>,
): Fit {
  const isJoint = state && latest(state, 'requested')?.data.way === 'cooperate'
  const asked = !isJoint && stateOwned === false
  return {
    hides: [
      ...(stateOwned === true ? [] : ['stateOwnershipProof']),
      ...(asked ? [] : ['appraisal']),
      ...(asked && appraisal === 'waived' ? [] : ['appraisalReason', 'appraisalDecidedBy']),
    ],
    wants: [
      ...(stateOwned === true ? ['stateOwnershipProof'] : []),
      ...(asked ? ['appraisal'] : []),
      ...(asked && appraisal === 'waived' ? ['appraisalReason', 'appraisalDecidedBy'] : []),
    ],
  }
}

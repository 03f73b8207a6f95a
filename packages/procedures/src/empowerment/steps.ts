// The steps that both kinds of empowerment share: from the application to the agreement.
import { add, parseRatio, ratio, ratioText } from '@yizhuan/kit'
import { type ActsState, has, type StepRule } from '../procedure/acts-state.ts'
import { decisionIn, decisionStep, isDecided, notDecided } from '../procedure/decision-step.ts'
import { label } from '../procedure/fields.ts'
import { notCertified, noticeSteps } from '../procedure/notice-steps.ts'
import { type OutOfOrder, type Rule, when } from '../procedure/order.ts'
import { tto } from '../procedure/roles.ts'
import { approvalOutgrown, needs, once } from '../procedure/step-rules.ts'
import { ownershipData, type useData } from './acts.ts'
import { wrongEmpowerment } from './grants.ts'

type Data = Readonly<Record<string, unknown>>

const notApplied = needs('applied', 'not-applied', '请先提交赋权申请。', 'Apply first.')
const notScreened = needs('screened', 'not-screened', '请先完成赋权筛查。', 'Screen it first.')
/** Stops an act until the agreement is signed. */
export const notAgreed = needs(
  'agreed',
  'not-agreed',
  '请先签订赋权协议。',
  'Sign the agreement first.',
)
const agreedAlready = once(
  'agreed',
  'agreement-signed',
  '赋权协议已签订。',
  'The agreement is signed already.',
)

const onOf = (state: ActsState, type: string) => state.acts[type]?.at(-1)?.on

/** Shares within a team are of one whole. */
export function wrongTeam(data: Data): OutOfOrder | undefined {
  const team = (data['team'] ?? []) as readonly { readonly name: string }[]
  const names = team.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice === undefined) return undefined
  return {
    code: 'member-named-twice',
    detail: {
      zh: `“${twice}”列了两次；同名的请注明以区分。`,
      en: `“${twice}” stands there twice; tell namesakes apart.`,
    },
  }
}

/** What the shares of a team add up to. */
export function sumOfShares(team: readonly { readonly share: string }[]): string {
  return ratioText(team.map(({ share }) => parseRatio(share)).reduce(add, ratio(0)))
}

/** The steps up to the agreement, of the ownership or of the use. */
export function stepsToAgreement(data: {
  readonly applied: (typeof ownershipData | typeof useData)['applied']
  readonly agreed: (typeof ownershipData | typeof useData)['agreed']
  /** What of the agreement must be as it was applied for and published. */
  readonly sameAsApplied: 'ownershipShare' | 'endsOn'
  /** Acts after which the terms of the agreement stand. */
  readonly inEffect: Rule<ActsState>
  /** Acts after which the matter is published once more. */
  readonly again?: string
  readonly until: readonly string[]
}): Readonly<Record<string, StepRule>> {
  const { sameAsApplied, again } = data
  return {
    applied: {
      label: label('提交赋权申请', 'Apply for the empowerment'),
      who: ['team_rep', 'inventor', ...tto],
      data: data.applied,
      stage: 'application',
      action: 'applyEmpowerment',
      done: [
        when(isDecided, 'already-decided', '该事项已经集体决策。', 'The matter has been decided.'),
      ],
      rests: ({ opened }) => [opened.on],
      needed: (state) => !has(state, 'applied'),
      // Whoever applies afresh is screened afresh; what the meeting put off was another application.
      takesBack: () => ['applied', 'screened', 'specialApprovalRecorded', 'decided'],
      proves: ['empowermentPlanMade', 'implementationPlanMade'],
    },
    screened: {
      label: label('赋权筛查', 'Screen for empowerment'),
      who: ['tto_reviewer'],
      data: ownershipData.screened,
      stage: 'screening',
      ahead: [notApplied],
      done: [agreedAlready],
      rests: (state) => [onOf(state, 'applied')],
      needed: (state) => has(state, 'applied') && !has(state, 'screened'),
      takesBack: approvalOutgrown,
      proves: ['affectedInterests', 'involvesStateSecret'],
    },
    specialApprovalRecorded: {
      label: label('登记专门审批', 'Record the special approval'),
      who: tto,
      data: ownershipData.specialApprovalRecorded,
      stage: 'screening',
      ahead: [notScreened],
      rests: (state) => [onOf(state, 'screened')],
    },
    refused: {
      label: label('不予赋权', 'Refuse the empowerment'),
      who: ['tto_reviewer', 'leaders'],
      data: ownershipData.refused,
      stage: 'decision',
      ahead: [notScreened],
      done: [agreedAlready],
      rests: (state) => [onOf(state, 'screened')],
      leads: () => 'rejected',
    },
    ...decisionStep({
      stage: 'decision',
      after: [notScreened],
      rests: (state) => [onOf(state, 'screened')],
      action: 'decide',
    }),
    ...noticeSteps({
      stage: 'notice',
      after: again === undefined ? [notDecided] : [notDecided, ...extensionReady(again)],
      rests: (state) => [decisionIn(state)?.on, onOf(state, again ?? 'decided')],
      until: data.until,
      ...(again !== undefined && { again }),
      // What is decided anew after an objection is published anew as well.
      amends: ['decided'],
      publishes: 'publishNotice',
      certifies: 'certifyNotice',
    }),
    agreed: {
      label: label('签订赋权协议', 'Sign the agreement'),
      who: [...tto, 'leaders'],
      data: data.agreed,
      stage: 'agreement',
      action: 'empower',
      done: [agreedAlready],
      ahead: [notDecided, ...notCertified()],
      rests: (state) => [decisionIn(state)?.on, onOf(state, 'noticeCertified')],
      needed: (state) => has(state, 'noticeCertified') && !has(state, 'agreed'),
      wrong: (state, given, _by, on) =>
        (state && notAsApplied(state, given, sameAsApplied)) ?? wrongEmpowerment(given, on),
      suggests: (state) => {
        const applied = state.acts['applied']?.at(-1)?.data
        return { [sameAsApplied]: applied?.[sameAsApplied] }
      },
      proves: ['agreementStatesIncome', 'completersOwnershipShare'],
    },
    termsChanged: {
      label: label('变更赋权条款', 'Change the terms'),
      who: tto,
      data: ownershipData.termsChanged,
      stage: 'agreement',
      done: [data.inEffect],
      ahead: [notAgreed],
      rests: (state) => [onOf(state, 'agreed')],
      // Other terms are applied for, decided and published again, and agreed anew.
      takesBack: () => [
        'applied',
        'screened',
        'specialApprovalRecorded',
        'decided',
        'noticePublished',
        'noticeCertified',
        'agreed',
      ],
    },
  }
}

/** In an extension it is evaluated before it is published. */
function extensionReady(again: string): readonly Rule<ActsState>[] {
  return [
    when(
      (state) => has(state, again) && !isAfter(state, 'extensionEvaluated', again),
      'not-evaluated',
      '请先评估使用权的履行情况。',
      'Evaluate how the use went first.',
    ),
  ]
}

/** Whether the latest act of a kind comes after the latest of another. */
export function isAfter(state: ActsState, type: string, other: string): boolean {
  return (state.acts[type]?.at(-1)?.seq ?? 0) > (state.acts[other]?.at(-1)?.seq ?? 0)
}

function notAsApplied(state: ActsState, given: Data, field: string): OutOfOrder | undefined {
  const applied = state.acts['applied']?.at(-1)?.data[field]
  if (applied === undefined || applied === given[field]) return undefined
  return {
    code: 'not-as-published',
    detail: {
      zh: `协议与申请、公示的不一致（${String(applied)}）；要改的，请重新申请并公示。`,
      en: `The agreement differs from what was applied for and published (${String(applied)}); to change it, apply and publish again.`,
    },
  }
}

/** What was reported of the income, as long as the agreement stands. */
export const incomeReported: StepRule = {
  label: label('报告转化收益', 'Report the income'),
  who: ['team_rep', 'inventor', ...tto, 'finance'],
  data: ownershipData.incomeReported,
  stage: 'performance',
  ahead: [notAgreed],
  rests: (state) => [onOf(state, 'agreed')],
}

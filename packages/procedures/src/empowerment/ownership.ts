// Ownership given to inventors: application, screening, decision, notice, agreement, registration.
import { compare, parseRatio, percent, type Ratio, ratio, sub } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, foldSteps, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { isDecided } from '../procedure/decision-step.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, when } from '../procedure/order.ts'
import type { CaseLine, Procedure } from '../procedure/procedure.ts'
import { tto } from '../procedure/roles.ts'
import { needs, once } from '../procedure/step-rules.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { ownershipData } from './acts.ts'
import { ownershipFacts } from './facts.ts'
import { incomeReported, notAgreed, stepsToAgreement, wrongTeam } from './steps.ts'

const { latest } = readers(ownershipData)

const isWhole = (state: ActsState) => compare(restOf(state), ratio(0)) === 0

const registeredAlready = once(
  'registered',
  'already-registered',
  '权利人变更已登记。',
  'The change is registered already.',
)
const notRegistered = needs(
  'registered',
  'not-registered',
  '请先办理权利人变更登记。',
  'Register the change of the right-holder first.',
)

const steps: Readonly<Record<string, StepRule>> = {
  ownershipPrepared: {
    label: label('登记团队约定', 'Record the agreement of the team'),
    who: ['team_rep', 'inventor', ...tto],
    data: ownershipData.ownershipPrepared,
    stage: 'application',
    wrong: (_state, data) => wrongTeam(data),
    proves: ['teamIncomeAgreed', 'teamRepresentativeNamed'],
  },
  ...stepsToAgreement({
    applied: ownershipData.applied,
    agreed: ownershipData.agreed,
    sameAsApplied: 'ownershipShare',
    inEffect: registeredAlready,
    until: ['agreed'],
  }),
  registered: {
    label: label('办理权利人变更登记', 'Register the change of right-holder'),
    who: tto,
    data: ownershipData.registered,
    stage: 'registration',
    done: [registeredAlready],
    ahead: [notAgreed],
    rests: (state) => [latest(state, 'agreed')?.on],
    needed: (state) => has(state, 'agreed') && !has(state, 'registered'),
  },
  coOwned: {
    label: label('登记共有关系', 'Record the co-ownership'),
    who: tto,
    data: ownershipData.coOwned,
    stage: 'registration',
    done: [
      once('coOwned', 'already-co-owned', '共有关系已登记。', 'The co-ownership is recorded.'),
      when(isWhole, 'nothing-kept', '单位没有留存份额。', 'The institution kept no share.'),
    ],
    ahead: [notRegistered],
    rests: (state) => [latest(state, 'registered')?.on],
    needed: (state) => has(state, 'registered') && !isWhole(state) && !has(state, 'coOwned'),
    wrong: (state, data) => state && sharesNotWhole(state, String(data['unitShare'])),
    suggests: (state) => ({ unitShare: percent(restOf(state)) }),
  },
  retainedShareCeded: {
    label: label('让渡留存份额', 'Cede the retained share'),
    who: tto,
    data: ownershipData.retainedShareCeded,
    gathers: 'namedTransfer',
    stage: 'performance',
    action: 'cedeShare',
    done: [
      once(
        'retainedShareCeded',
        'already-ceded',
        '留存份额已让渡。',
        'The share is ceded already.',
      ),
    ],
    ahead: [
      needs('coOwned', 'not-co-owned', '请先登记共有关系。', 'Record the co-ownership first.'),
    ],
    rests: (state) => [latest(state, 'coOwned')?.on],
  },
  fullyOwned: {
    label: label('登记完成人取得全部所有权', 'Record that the inventors own it all'),
    who: tto,
    data: ownershipData.fullyOwned,
    stage: 'performance',
    done: [
      once('fullyOwned', 'already-owned', '已登记取得全部所有权。', 'It is recorded already.'),
    ],
    ahead: [
      needs(
        'retainedShareCeded',
        'share-not-ceded',
        '请先办理留存份额的让渡。',
        'Cede the retained share first.',
      ),
    ],
    rests: (state) => [latest(state, 'retainedShareCeded')?.on],
    needed: (state) => has(state, 'retainedShareCeded') && !has(state, 'fullyOwned'),
    wrong: (_state, data) => (data['paymentMet'] === true ? undefined : notPaid),
  },
  incomeReported,
  ventureFailed: {
    label: label('登记创业失败', 'Record that the venture failed'),
    who: ['team_rep', ...tto],
    data: ownershipData.ventureFailed,
    stage: 'performance',
    ahead: [notRegistered],
    rests: (state) => [latest(state, 'registered')?.on],
  },
  ...endingSteps({
    stage: 'performance',
    inEffect: [
      once('agreed', 'in-effect', '协议已签订，不能撤回。', 'What was signed is not withdrawn.'),
    ],
    undone: [
      notRegistered,
      when(
        (state) => has(state, 'retainedShareCeded') && !has(state, 'fullyOwned'),
        'ceding-unfinished',
        '留存份额的让渡尚未办结。',
        'The ceding of the retained share is not finished.',
      ),
      needs(
        'incomeReported',
        'income-not-reported',
        '请先报告转化收益。',
        'Report the income first.',
      ),
    ],
  }),
}

const notPaid: OutOfOrder = {
  code: 'price-not-paid',
  detail: {
    zh: '留存份额的价款尚未按约付清，暂不登记全部所有权。',
    en: 'The price of the retained share is not paid as agreed yet.',
  },
}

/** What is left to the institution of the share agreed. */
function restOf(state: ActsState): Ratio {
  return sub(ratio(1), parseRatio(latest(state, 'agreed')?.data.ownershipShare ?? '0%'))
}

function sharesNotWhole(state: ActsState, unitShare: string): OutOfOrder | undefined {
  const rest = restOf(state)
  if (compare(parseRatio(unitShare), rest) === 0) return undefined
  return {
    code: 'shares-not-whole',
    detail: {
      zh: `协议给完成人以外的份额是${percent(rest)}，与填写的单位留存份额${unitShare}不符。`,
      en: `The agreement leaves ${percent(rest)} to the institution, not ${unitShare}.`,
    },
  }
}

const stages: readonly StageRule[] = [
  { id: 'application', label: label('约定申请', 'Application'), endedBy: ['applied'] },
  { id: 'screening', label: label('赋权筛查', 'Screening'), endedBy: ['screened'] },
  {
    id: 'decision',
    label: label('集体决策', 'Decision'),
    endedBy: ['decided'],
    isEnded: isDecided,
  },
  { id: 'notice', label: label('公示', 'Notice'), endedBy: ['noticeCertified'] },
  { id: 'agreement', label: label('赋权协议', 'Agreement'), endedBy: ['agreed'] },
  { id: 'registration', label: label('变更登记', 'Registration'), endedBy: ['registered'] },
  { id: 'performance', label: label('转化收益', 'Transfer and income'), endedBy: ['closed'] },
]

export const empowermentOwnership: Procedure<ActsState> = {
  id: 'empowerment_ownership',
  label: label('赋予所有权', 'Empowerment: ownership'),
  purpose: {
    words: label(
      '把职务科技成果的所有权赋予完成人，由团队去转化，单位留存份额或收益。',
      'Give inventors a share of the ownership, for the team to transfer the achievement.',
    ),
    cites: ['gd-2025#a25.p1', 'sh-pilot#h2.i1.p1'],
  },
  opening: 'ownershipPrepared',
  acts: steps,
  whenSuspended: ['objectionFound'],
  stageWords: wordsOf(stages),
  notice: { kind: 'empowerment', certifies: 'empower' },
  evolve: foldSteps(steps),
  facts: ownershipFacts,
  stages: (state) => stagesIn(stages, state),
  line: (state) => lineOf(state, stageIn(stages, state)),
}

/** What a list shows of an empowerment. */
export function lineOf(state: ActsState, stage: string): CaseLine {
  const opened = state.opened.data as z.infer<typeof ownershipData.ownershipPrepared>
  const { title, achievementId, achievement, team, right } = opened
  return {
    title,
    ...(achievementId !== undefined && { achievementId }),
    about: [achievement, ...team.map(({ name }) => name), ...(right === undefined ? [] : [right])],
    stage,
  }
}

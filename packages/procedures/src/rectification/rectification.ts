// Putting right that a firm was founded on service achievements before the pilot.
import { type Day, day } from '@yizhuan/kit'
import {
  type ActsState,
  foldSteps,
  has,
  placeOf,
  readers,
  type StepRule,
} from '../procedure/acts-state.ts'
import {
  decisionFacts,
  decisionIn,
  decisionStep,
  isDecided,
  notDecided,
} from '../procedure/decision-step.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import { notCertified, noticeIn, noticeSteps } from '../procedure/notice-steps.ts'
import { type OutOfOrder, type Rule, when } from '../procedure/order.ts'
import type { CaseFacts, CaseLine, Procedure } from '../procedure/procedure.ts'
import { tto } from '../procedure/roles.ts'
import { needs, once } from '../procedure/step-rules.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { rectificationData } from './acts.ts'

const { latest, all } = readers(rectificationData)
const restsOn =
  (...types: readonly string[]) =>
  (state: ActsState) =>
    types.map((type) => state.acts[type]?.at(-1)?.on)

const notTraced = needs('traced', 'not-traced', '请先查清所用成果。', 'Trace what was used first.')
const notScreened = needs('screened', 'not-screened', '请先完成筛查。', 'Screen it first.')
const notProposed = needs('proposed', 'no-proposal', '请先提出整改方案。', 'Propose the terms.')
const notAgreed = needs('agreed', 'not-agreed', '请先签订整改协议。', 'Sign the agreement first.')
const agreedAlready = once('agreed', 'agreement-signed', '整改协议已签订。', 'It is signed.')

/** What was referred waits for its answer; what was found amiss is referred first. */
const referralOpen: Rule<ActsState> = when(
  (state) => {
    const asks = latest(state, 'screened')?.data.appropriated === true || has(state, 'referred')
    const answer = latest(state, 'referralAnswered')
    const isAnswered = placeOf(state, 'referralAnswered') > placeOf(state, 'referred')
    return asks && !(isAnswered && answer?.data.outcome === 'clears')
  },
  'referral-open',
  '存在侵占、隐匿等线索，须先移送并得到排除的答复。',
  'Signs of taking or hiding are referred first; it waits for an answer that clears them.',
)

const lateDeclared = {
  code: 'declared-late',
  detail: {
    zh: '申报截止日早于企业成立日，请核对两个日期。',
    en: 'The last day to declare lies before the founding; compare the two days.',
  },
}
const notAsPublished: OutOfOrder = {
  code: 'not-as-published',
  detail: {
    zh: '协议与公示不一致；请重新提出方案、决策并公示。',
    en: 'It differs from what was published; propose, decide and publish again.',
  },
}

const notExecuted = needs('executed', 'not-executed', '整改尚未办结。', 'It is not in effect yet.')

const ending = endingSteps({
  stage: 'monitoring',
  inEffect: [agreedAlready],
  undone: [notExecuted, referralOpen],
})

const steps: Readonly<Record<string, StepRule>> = {
  foundingDeclared: {
    label: label('申报过往创办情况', 'Declare the founding'),
    who: ['inventor', 'team_rep', ...tto],
    data: rectificationData.foundingDeclared,
    stage: 'declaration',
    wrong: (_state, { windowEndsOn, foundedOn }) =>
      windowEndsOn !== undefined && String(windowEndsOn) < String(foundedOn)
        ? lateDeclared
        : undefined,
    proves: ['pastFoundingDeclared'],
  },
  traced: {
    label: label('查清成果和权属', 'Trace use and title'),
    who: [...tto, 'legal'],
    data: rectificationData.traced,
    action: 'traceFounding',
    stage: 'tracing',
    done: [agreedAlready],
    rests: ({ opened }) => [opened.on],
    needed: (state) => !has(state, 'traced'),
    proves: ['pastUseTraced'],
  },
  screened: {
    label: label('筛查', 'Screen'),
    who: ['tto_reviewer'],
    data: rectificationData.screened,
    stage: 'screening',
    done: [agreedAlready],
    ahead: [notTraced],
    rests: restsOn('traced'),
    needed: (state) => has(state, 'traced') && !has(state, 'screened'),
  },
  referred: {
    label: label('移送线索', 'Refer the leads'),
    who: ['discipline', 'tto_reviewer'],
    data: rectificationData.referred,
    stage: 'screening',
    ahead: [notScreened],
    rests: restsOn('screened'),
    needed: (state) =>
      latest(state, 'screened')?.data.appropriated === true && !has(state, 'referred'),
  },
  referralAnswered: {
    label: label('登记移送答复', 'Record the answer'),
    who: ['discipline'],
    data: rectificationData.referralAnswered,
    stage: 'screening',
    ahead: [needs('referred', 'not-referred', '没有移送过线索。', 'Nothing was referred.')],
    rests: restsOn('referred'),
    needed: (state) =>
      has(state, 'referred') && placeOf(state, 'referralAnswered') < placeOf(state, 'referred'),
    leads: ({ outcome }) => (outcome === 'bars' ? 'rejected' : undefined),
  },
  proposed: {
    label: label('提出整改方案', 'Propose the terms'),
    who: tto,
    data: rectificationData.proposed,
    stage: 'decision',
    done: [agreedAlready],
    ahead: [notScreened, referralOpen],
    rests: restsOn('screened', 'referralAnswered'),
    needed: (state) =>
      has(state, 'screened') && !referralOpen.stops(state) && !has(state, 'proposed'),
    takesBack: () => ['proposed', 'decided', 'noticePublished', 'noticeCertified'],
  },
  ...decisionStep({
    stage: 'decision',
    after: [notProposed, referralOpen],
    rests: restsOn('proposed'),
    action: 'decide',
  }),
  ...noticeSteps({
    stage: 'notice',
    after: [notDecided, referralOpen],
    rests: (state) => [decisionIn(state)?.on],
    until: 'agreed',
    amends: ['proposed', 'decided'],
    publishes: 'publishNotice',
    certifies: 'certifyNotice',
  }),
  agreed: {
    label: label('签订整改协议', 'Sign the agreement'),
    who: [...tto, 'leaders'],
    data: rectificationData.agreed,
    stage: 'agreement',
    done: [agreedAlready],
    ahead: [notDecided, ...notCertified(), referralOpen],
    rests: restsOn('noticeCertified'),
    needed: (state) => has(state, 'noticeCertified') && !has(state, 'agreed'),
    wrong: (_state, { asPublished }) => (asPublished === true ? undefined : notAsPublished),
    proves: ['rectificationAgreed'],
  },
  executed: {
    label: label('办结整改', 'Put it into effect'),
    who: [...tto, 'finance'],
    data: rectificationData.executed,
    stage: 'agreement',
    action: 'rectifyFounding',
    done: [once('executed', 'already-executed', '整改已办结。', 'It was put into effect.')],
    ahead: [notAgreed, referralOpen],
    rests: restsOn('agreed'),
    needed: (state) => has(state, 'agreed') && !has(state, 'executed'),
    proves: ['pastUseSettled'],
  },
  checked: {
    label: label('年度检查', 'Check of the year'),
    who: tto,
    data: rectificationData.checked,
    stage: 'monitoring',
    ahead: [notExecuted],
    rests: restsOn('executed'),
    needed: (state) => has(state, 'executed'),
    suggests: (state) => ({ year: all(state, 'checked').length + 1 }),
  },
  refused: {
    label: label('不予整改', 'Refuse'),
    who: ['leaders'],
    data: rectificationData.refused,
    stage: 'decision',
    done: [agreedAlready],
    rests: ({ opened }) => [opened.on],
    leads: () => 'rejected',
  },
  ...ending,
  closed: { ...ending.closed, action: 'close' },
}

const stages: readonly StageRule[] = [
  { id: 'declaration', label: label('申报', 'Declaration'), endedBy: ['foundingDeclared'] },
  { id: 'tracing', label: label('查清', 'Tracing'), endedBy: ['traced'] },
  { id: 'screening', label: label('筛查', 'Screening'), endedBy: ['screened'] },
  {
    id: 'decision',
    label: label('方案决策', 'Terms and decision'),
    endedBy: ['decided'],
    isEnded: isDecided,
  },
  { id: 'notice', label: label('公示', 'Notice'), endedBy: ['noticeCertified'] },
  { id: 'agreement', label: label('协议执行', 'Agreement'), endedBy: ['executed'] },
  { id: 'monitoring', label: label('年度检查', 'Yearly checks'), endedBy: ['closed'] },
]

export const rectification: Procedure<ActsState> = {
  id: 'rectification',
  label: label('创办企业合规整改', 'Rectification of a founding'),
  purpose: {
    words: label(
      '过往利用职务成果创办的企业自愿申报，查清并结清单位权益后，依协议继续使用。',
      'A firm founded on service achievements before is declared, settled and put right.',
    ),
    cites: ['sh-pilot#h2.i6.p1'],
  },
  opening: 'foundingDeclared',
  acts: steps,
  whenSuspended: ['objectionFound'],
  stageWords: wordsOf(stages),
  notice: { kind: 'rectification', certifies: 'certifyNotice' },
  evolve: foldSteps(steps),
  facts: factsOf,
  stages: (state) => stagesIn(stages, state),
  line: lineOf,
}

type Declared = ReturnType<typeof rectificationData.foundingDeclared.parse>

function factsOf(state: ActsState): CaseFacts {
  const opened = state.opened.data as Declared
  const { publishedOn, lastShownOn } = noticeIn(state)
  const listedOn: Day | null = opened.pilotListedOn ? day(opened.pilotListedOn) : null
  return {
    matter: 'founding',
    pilotUnit: opened.pilotUnit,
    optedIn: false,
    pilotListedOn: listedOn,
    pilotStartedOn: null,
    researcherFirmFoundedOn: opened.foundedOn,
    foundingConsentOn: null,
    empoweredOn: null,
    pastFoundingDeclared: true,
    rectificationChecks: new Set(all(state, 'checked').map(({ data }) => data.year)).size,
    ...screeningFacts(state),
    foundingDeclaredOn: state.opened.on,
    pastUseTracedOn: latest(state, 'traced')?.on ?? null,
    pastUseTraced: latest(state, 'traced')?.data.complete ?? false,
    pastUseSettled: latest(state, 'executed')?.data.paid ?? false,
    rectificationAgreed: has(state, 'agreed'),
    noticeOn: publishedOn ?? null,
    noticeEndedOn: lastShownOn ?? null,
    ...decisionFacts(state),
  }
}

function screeningFacts(state: ActsState): CaseFacts {
  const screened = latest(state, 'screened')?.data
  if (!screened) return {}
  return { involvesStateSecret: screened.stateSecret, affectedInterests: screened.affected }
}

function lineOf(state: ActsState): CaseLine {
  const { title, achievementId, researcher, company } = state.opened.data as Declared
  const amount = latest(state, 'proposed')?.data.amount
  return {
    title,
    ...(achievementId !== undefined && { achievementId }),
    about: [researcher, company],
    stage: stageIn(stages, state),
    counterparty: company,
    ...(amount !== undefined && { price: amount }),
  }
}

// Long-term use given to inventors: from the application to the end of the term, with its extension.
import { addDays, day } from '@yizhuan/kit'
import { type ActsState, foldSteps, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { isDecided } from '../procedure/decision-step.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import { notCertified } from '../procedure/notice-steps.ts'
import { type Rule, when } from '../procedure/order.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { tto } from '../procedure/roles.ts'
import { needs, once } from '../procedure/step-rules.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { useData } from './acts.ts'
import { useFacts } from './facts.ts'
import { termEnd } from './grants.ts'
import { lineOf } from './ownership.ts'
import { incomeReported, isAfter, notAgreed, stepsToAgreement, wrongTeam } from './steps.ts'

const { latest } = readers(useData)

const request = 'extensionRequested'
const notInUse = needs('useBegan', 'not-in-use', '使用权尚未生效。', 'The use has not begun.')
const hasEnded = (state: ActsState) => has(state, 'useExpired') || has(state, 'useTerminated')
const useOver = when<ActsState>(hasEnded, 'use-ended', '使用权已终止。', 'The use has ended.')
const dayAfter = (last: string | undefined) =>
  last === undefined ? undefined : addDays(day(last), 1)
const isRequested = (state: ActsState) =>
  has(state, request) &&
  !isAfter(state, 'extended', request) &&
  !isAfter(state, 'extensionRefused', request)
const notRequested: Rule<ActsState> = when(
  (state) => !isRequested(state),
  'no-extension-request',
  '没有待办的延长申请。',
  'No request for an extension is open.',
)

const steps: Readonly<Record<string, StepRule>> = {
  usePrepared: {
    label: label('登记团队约定', 'Record the agreement of the team'),
    who: ['team_rep', 'inventor', ...tto],
    data: useData.usePrepared,
    stage: 'application',
    wrong: (_state, data) => wrongTeam(data),
    proves: ['teamIncomeAgreed', 'teamRepresentativeNamed'],
  },
  ...stepsToAgreement({
    applied: useData.applied,
    agreed: useData.agreed,
    sameAsApplied: 'endsOn',
    inEffect: once('useBegan', 'in-use', '使用权已生效。', 'The use has begun.'),
    until: ['agreed', 'extended', 'extensionRefused'],
    again: request,
  }),
  useBegan: {
    label: label('使用权生效登记', 'Record that the use begins'),
    who: tto,
    data: useData.useBegan,
    stage: 'use',
    done: [once('useBegan', 'in-use', '使用权已生效。', 'The use has begun.')],
    ahead: [notAgreed],
    rests: (state) => [latest(state, 'agreed')?.on],
    needed: (state) => has(state, 'agreed') && !has(state, 'useBegan'),
  },
  sublicensed: {
    label: label('登记再许可', 'Record a sublicence'),
    who: ['team_rep', ...tto],
    data: useData.sublicensed,
    stage: 'use',
    action: 'sublicense',
    done: [useOver],
    ahead: [
      notInUse,
      when(
        (state) => latest(state, 'agreed')?.data.sublicence === 'sublicence_barred',
        'sublicence-barred',
        '协议约定不得再许可。',
        'The agreement bars sublicences.',
      ),
    ],
    rests: (state) => [latest(state, 'useBegan')?.on],
    wrong: (state, { consented }) =>
      state &&
      latest(state, 'agreed')?.data.sublicence === 'sublicence_consent' &&
      consented !== true
        ? {
            code: 'consent-agreed',
            detail: {
              zh: '协议约定再许可须经单位同意。',
              en: 'The agreement asks for the consent of the institution.',
            },
          }
        : undefined,
  },
  [request]: {
    label: label('申请延长使用期限', 'Request an extension'),
    who: ['team_rep', 'inventor', ...tto],
    data: useData.extensionRequested,
    action: 'requestExtension',
    stage: 'use',
    done: [
      useOver,
      when(isRequested, 'extension-open', '已有待办的延长申请。', 'A request is open already.'),
    ],
    ahead: [notInUse],
    rests: (state) => [latest(state, 'useBegan')?.on],
    wrong: (state, { endsOn }) =>
      state && String(endsOn) <= (termEnd(state) ?? '')
        ? {
            code: 'no-extension',
            detail: {
              zh: `延长后的届满日应晚于现届满日${termEnd(state)}。`,
              en: `The new last day must lie after the present one, ${termEnd(state)}.`,
            },
          }
        : undefined,
  },
  extensionEvaluated: {
    label: label('评估延长条件', 'Evaluate the extension'),
    who: tto,
    data: useData.extensionEvaluated,
    stage: 'use',
    ahead: [notRequested],
    rests: (state) => [latest(state, 'extensionRequested')?.on],
    needed: (state) => isRequested(state) && !isAfter(state, 'extensionEvaluated', request),
    proves: ['agreementPerformed', 'transferProgressing', 'transferIncomeGood'],
  },
  extended: {
    label: label('决定延长使用期限', 'Extend the term'),
    who: ['leaders'],
    data: useData.extended,
    stage: 'use',
    action: 'extendUse',
    done: [useOver],
    ahead: [notRequested, ...notCertified(request)],
    rests: (state) => [latest(state, 'noticeCertified')?.on],
    needed: (state) => isRequested(state) && isAfter(state, 'noticeCertified', request),
    wrong: (state, { endsOn }) => {
      const wanted = state && latest(state, 'extensionRequested')?.data.endsOn
      return wanted === undefined || wanted === endsOn
        ? undefined
        : {
            code: 'not-as-published',
            detail: {
              zh: `公示的届满日是${wanted}；要改的，请重新申请并公示。`,
              en: `${wanted} was published; to change it, request and publish again.`,
            },
          }
    },
    suggests: (state) => ({ endsOn: latest(state, 'extensionRequested')?.data.endsOn }),
  },
  extensionRefused: {
    label: label('不予延长', 'Refuse the extension'),
    who: ['leaders'],
    data: useData.extensionRefused,
    stage: 'use',
    ahead: [notRequested],
    rests: (state) => [latest(state, 'extensionRequested')?.on],
  },
  incomeReported,
  pilotEnded: {
    label: label('记录试点结束', 'Note that the pilot ended'),
    who: tto,
    data: useData.pilotEnded,
    stage: 'use',
    done: [once('pilotEnded', 'pilot-noted', '已记录试点结束。', 'It is noted already.')],
    ahead: [notAgreed],
    rests: (state) => [latest(state, 'agreed')?.on],
  },
  useExpired: {
    label: label('使用期限届满', 'The term ends'),
    who: tto,
    data: useData.useExpired,
    stage: 'use',
    done: [useOver],
    ahead: [notInUse],
    // The last day of the term is a day of use.
    rests: (state) => [dayAfter(termEnd(state))],
  },
  useTerminated: {
    label: label('提前终止使用权', 'End the use early'),
    who: tto,
    data: useData.useTerminated,
    stage: 'use',
    action: 'endUse',
    done: [useOver],
    ahead: [notInUse],
    rests: (state) => [latest(state, 'useBegan')?.on],
  },
  ...endingSteps({
    stage: 'performance',
    inEffect: [
      once('agreed', 'in-effect', '协议已签订，不能撤回。', 'What was signed is not withdrawn.'),
    ],
    undone: [
      when((state) => !hasEnded(state), 'use-runs', '使用权尚未终止。', 'The use has not ended.'),
      needs(
        'incomeReported',
        'income-not-reported',
        '请先报告转化收益。',
        'Report the income first.',
      ),
    ],
  }),
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
  { id: 'agreement', label: label('使用权协议', 'Agreement'), endedBy: ['agreed'] },
  {
    id: 'use',
    label: label('使用与延长', 'Use and extension'),
    endedBy: ['useExpired', 'useTerminated'],
  },
  { id: 'performance', label: label('结案', 'Closing'), endedBy: ['closed'] },
]

export const empowermentUse: Procedure<ActsState> = {
  id: 'empowerment_use',
  label: label('赋予长期使用权', 'Empowerment: long-term use'),
  purpose: {
    words: label(
      '把职务科技成果的长期使用权赋予完成人，所有权仍归单位，期满收回或延长。',
      'Give inventors the long-term use; the institution stays the owner.',
    ),
    cites: ['gd-2025#a25.p1', 'sh-pilot#h2.i2.p1'],
  },
  opening: 'usePrepared',
  acts: steps,
  whenSuspended: ['objectionFound'],
  stageWords: wordsOf(stages),
  notice: {
    kind: 'empowerment',
    certifies: 'empower',
    certifiesAgain: (state) => (isRequested(state) ? 'extendUse' : undefined),
  },
  evolve: foldSteps(steps),
  facts: useFacts,
  stages: (state) => stagesIn(stages, state),
  line: (state) => lineOf(state, stageIn(stages, state)),
}

// The steps to a platform company (gd-2025#a5.p3, a6.p1, a7.p1, a7.p2, a8.p1): counted, decided,
// applied for, registered first as state assets and then as a company, and put to work.
import { type ActsState, has, readers, type StepRule } from '../procedure/acts-state.ts'
import { decisionIn, decisionStep } from '../procedure/decision-step.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { label } from '../procedure/fields.ts'
import { type Rule, when } from '../procedure/order.ts'
import { tto } from '../procedure/roles.ts'
import { companyData as data } from './acts.ts'

type Steps = Readonly<Record<keyof typeof data, StepRule>>

const { latest } = readers(data)

/** A rule that an act comes once. */
const once = (type: string, code: string, zh: string, en: string): Rule<ActsState> =>
  when((state) => has(state, type), code, zh, en)

/** A rule that an act comes after another. */
const after = (type: string, code: string, zh: string, en: string): Rule<ActsState> =>
  when((state) => !has(state, type), code, zh, en)

const notApplied = after('applied', 'not-applied', '尚未提交申请。', 'It is not applied for yet.')
const notRegistered = after(
  'companyRegistered',
  'company-not-registered',
  '公司尚未登记。',
  'The company is not registered yet.',
)
const unanswered = when<ActsState>(
  (state) => latest(state, 'healthAnswered')?.data.outcome !== 'consented',
  'no-consent',
  '卫健部门尚未同意。',
  'The health department has not consented yet.',
)

const { withdrawn } = endingSteps({
  stage: 'counted',
  inEffect: [once('companyRegistered', 'company-registered', '公司已登记。', 'It is registered.')],
  undone: [],
})

const preparing: Pick<
  Steps,
  | 'companyPlanned'
  | 'conditionsCounted'
  | 'decided'
  | 'universityReviewed'
  | 'countsConfirmed'
  | 'applied'
  | 'healthAnswered'
> = {
  companyPlanned: {
    label: label('清点设立条件', 'Count the conditions'),
    who: tto,
    data: data.companyPlanned,
    stage: 'counted',
    gathers: 'companyConditions',
    proves: ['transferPlans', 'riskRuleOn', 'stateAssetRuleOn'],
  },
  conditionsCounted: {
    label: label('重新清点', 'Count anew'),
    who: [...tto, 'finance'],
    data: data.conditionsCounted,
    stage: 'counted',
    gathers: 'companyConditions',
    done: [once('applied', 'already-applied', '已提交申请。', 'It is applied for already.')],
  },
  ...decisionStep({
    stage: 'decided',
    after: [],
    rests: (state) => [latest(state, 'companyPlanned')?.on],
    action: 'decide',
  }),
  universityReviewed: {
    label: label('登记高校审核意见', 'Record the review by the university'),
    who: tto,
    data: data.universityReviewed,
    stage: 'decided',
    done: [
      once('universityReviewed', 'already-reviewed', '已经审核。', 'It is reviewed already.'),
      when(
        (state) => latest(state, 'companyPlanned')?.data.universityAffiliated !== true,
        'not-affiliated',
        '本单位不是高校附属机构，无需高校审核。',
        'The institution is affiliated to no university.',
      ),
    ],
    rests: (state) => [decisionIn(state)?.on],
    needed: (state) => decisionIn(state) !== undefined,
    proves: ['companyUniversityReviewedOn'],
    leads: ({ passed }) => (passed ? undefined : 'rejected'),
  },
  countsConfirmed: {
    label: label('登记合并计算的书面认可', 'Record the consent to count both together'),
    who: tto,
    data: data.countsConfirmed,
    stage: 'decided',
    done: [once('countsConfirmed', 'already-confirmed', '已经认可。', 'It is accepted already.')],
    proves: ['countsConfirmedOn'],
  },
  applied: {
    label: label('提交设立申请', 'Apply'),
    who: tto,
    data: data.applied,
    action: 'applyCompany',
    stage: 'applied',
    gathers: 'companyConditions',
    done: [once('applied', 'already-applied', '已提交申请。', 'It is applied for already.')],
    rests: (state) => [decisionIn(state)?.on, latest(state, 'universityReviewed')?.on],
    needed: (state) => decisionIn(state) !== undefined,
    proves: ['companyAppliedOn'],
  },
  healthAnswered: {
    label: label('登记卫健部门审核结果', 'Record the answer of the health department'),
    who: tto,
    data: data.healthAnswered,
    stage: 'consented',
    done: [
      when(
        (state) => latest(state, 'healthAnswered')?.data.outcome === 'consented',
        'already-consented',
        '卫健部门已同意。',
        'The health department has consented.',
      ),
    ],
    ahead: [notApplied],
    rests: (state) => [latest(state, 'applied')?.on],
    needed: () => true,
    proves: ['healthConsentOn', 'consentLevel'],
    leads: ({ outcome }) => (outcome === 'not_consented' ? 'rejected' : undefined),
  },
}

const registering: Pick<Steps, 'financeApplied' | 'occupancyRegistered' | 'companyRegistered'> = {
  financeApplied: {
    label: label('登记卫健部门向财政申请', 'Record the application to finance'),
    who: [...tto, 'finance'],
    data: data.financeApplied,
    stage: 'occupancy',
    done: [
      once('financeApplied', 'already-at-finance', '已向财政申请。', 'Finance has it already.'),
    ],
    ahead: [unanswered],
    rests: (state) => [latest(state, 'healthAnswered')?.on],
    needed: () => true,
    proves: ['financeAppliedOn'],
  },
  occupancyRegistered: {
    label: label('登记占有产权', 'Register the state assets'),
    who: [...tto, 'finance'],
    data: data.occupancyRegistered,
    action: 'registerOccupancy',
    stage: 'occupancy',
    done: [
      once('occupancyRegistered', 'occupancy-registered', '产权已登记。', 'They are registered.'),
    ],
    rests: (state) => [latest(state, 'financeApplied')?.on],
    needed: (state) => has(state, 'financeApplied'),
    proves: ['occupancyRegisteredOn'],
  },
  companyRegistered: {
    label: label('办理公司登记', 'Register the company'),
    who: tto,
    data: data.companyRegistered,
    action: 'registerCompany',
    stage: 'company',
    done: [once('companyRegistered', 'company-registered', '公司已登记。', 'It is registered.')],
    rests: (state) => [latest(state, 'occupancyRegistered')?.on],
    needed: (state) => has(state, 'occupancyRegistered'),
    proves: ['companyRegisteredOn', 'companyOwnership', 'companyIsLegalPerson', 'companyParents'],
  },
}

const working: Pick<Steps, 'supervisorNamed' | 'delegated' | 'companyChanged' | 'dissolved'> = {
  supervisorNamed: {
    label: label('明确监管部门', 'Name the supervisor'),
    who: [...tto, 'leaders'],
    data: data.supervisorNamed,
    stage: 'active',
    ahead: [notRegistered],
    rests: (state) => [latest(state, 'companyRegistered')?.on],
    needed: (state) => !has(state, 'supervisorNamed'),
    proves: ['companySupervisor'],
  },
  delegated: {
    label: label('委托实施转化', 'Delegate stages of transfers'),
    who: ['leaders', ...tto],
    data: data.delegated,
    action: 'delegateCompany',
    stage: 'active',
    rests: (state) => [
      latest(state, 'supervisorNamed')?.on,
      latest(state, 'companyRegistered')?.on,
    ],
    needed: (state) => has(state, 'supervisorNamed') && !has(state, 'delegated'),
  },
  companyChanged: {
    label: label('登记公司变更', 'Record a change of the company'),
    who: tto,
    data: data.companyChanged,
    stage: 'active',
    ahead: [notRegistered],
    rests: (state) => [latest(state, 'companyRegistered')?.on],
  },
  dissolved: {
    label: label('登记公司解散', 'Record the dissolution'),
    who: ['leaders', ...tto],
    data: data.dissolved,
    stage: 'active',
    ahead: [notRegistered],
    rests: ({ lastOn }) => [lastOn],
    leads: () => 'closed',
  },
}

export const companySteps: Steps = { ...preparing, ...registering, ...working, withdrawn }

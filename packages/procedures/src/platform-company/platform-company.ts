// Setting up a platform company: its conditions counted from the registers, its way to registration,
// and what it then is charged with.
import { type ActsState, foldSteps, readers } from '../procedure/acts-state.ts'
import { decisionFacts, decisionIn } from '../procedure/decision-step.ts'
import type { CaseFacts, CaseLine, Procedure } from '../procedure/procedure.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'
import { companyData } from './acts.ts'
import { conditionFacts } from './conditions.ts'
import { companySteps } from './steps.ts'

const { latest } = readers(companyData)

const stages: readonly StageRule[] = [
  { id: 'counted', label: { zh: '条件清点', en: 'Conditions' }, endedBy: ['companyPlanned'] },
  { id: 'decided', label: { zh: '集体决策', en: 'Decision' }, endedBy: ['decided'] },
  { id: 'applied', label: { zh: '申请', en: 'Application' }, endedBy: ['applied'] },
  { id: 'consented', label: { zh: '卫健审核', en: 'Consent' }, endedBy: ['healthAnswered'] },
  { id: 'occupancy', label: { zh: '产权登记', en: 'Assets' }, endedBy: ['occupancyRegistered'] },
  { id: 'company', label: { zh: '公司登记', en: 'Company' }, endedBy: ['companyRegistered'] },
  { id: 'active', label: { zh: '监管和委托', en: 'At work' }, endedBy: ['delegated'] },
]

export const platformCompany: Procedure<ActsState> = {
  id: 'platform_company',
  label: { zh: '设立平台公司', en: 'Setting up a platform company' },
  opening: 'companyPlanned',
  acts: companySteps,
  whenSuspended: [],
  stageWords: wordsOf(stages),
  evolve: foldSteps(companySteps),
  facts: factsOf,
  stages: (state) => stagesIn(stages, state),
  line: lineOf,
}

/** The conditions as counted last: for the application, on the day before it. */
export function conditionsIn(state: ActsState) {
  const counted = ['applied', 'conditionsCounted', 'companyPlanned'] as const
  return counted.flatMap((type) => latest(state, type) ?? []).sort((a, b) => b.seq - a.seq)[0]?.data
}

function factsOf(state: ActsState): CaseFacts {
  const plan = latest(state, 'companyPlanned')?.data
  const applied = latest(state, 'applied')
  const answer = latest(state, 'healthAnswered')
  const registration = latest(state, 'companyRegistered')
  const supervisor = latest(state, 'supervisorNamed')?.data.supervisor
  return {
    matter: 'platform_company',
    universityAffiliated: plan?.universityAffiliated ?? false,
    ...(plan && { institutionLevel: plan.level, companyPlaceLevel: plan.placeLevel }),
    // Until it is applied for, it is counted as if that were done on the day of the latest act.
    companyAppliedOn: applied?.on ?? state.lastOn,
    ...conditionFacts(conditionsIn(state)),
    ...(plan && { transferPlans: plan.plans, workSchemeMade: plan.workSchemeMade }),
    countsConfirmedOn: latest(state, 'countsConfirmed')?.on ?? null,
    riskRuleOn: plan?.riskRuleOn ?? null,
    stateAssetRuleOn: plan?.stateAssetRuleOn ?? null,
    companyDecidedOn: decisionIn(state)?.on ?? null,
    ...decisionFacts(state),
    companyUniversityReviewedOn: latest(state, 'universityReviewed')?.on ?? null,
    healthConsentOn: answer?.data.outcome === 'consented' ? answer.on : null,
    ...(answer && { consentLevel: answer.data.level }),
    financeAppliedOn: latest(state, 'financeApplied')?.on ?? null,
    occupancyRegisteredOn: latest(state, 'occupancyRegistered')?.on ?? null,
    companyRegisteredOn: registration?.on ?? null,
    ...(registration && {
      companyOwnership: registration.data.ownership,
      companyIsLegalPerson: registration.data.isLegalPerson,
      companyParents: registration.data.parents,
    }),
    companySupervisor: supervisor === undefined ? null : supervisorFact[supervisor],
  }
}

const supervisorFact = { health_prov: 'health_prov', other_body: 'other' } as const

function lineOf(state: ActsState): CaseLine {
  const plan = latest(state, 'companyPlanned')?.data
  const registered = latest(state, 'companyRegistered')?.data
  return {
    title: plan?.title ?? '',
    about: [registered?.name ?? plan?.company ?? '', ...(registered ? [registered.code] : [])],
    stage: stageIn(stages, state),
  }
}

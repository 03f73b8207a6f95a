// What the record of an empowerment says, in the words of the law (packs/_shared/facts).
import type { z } from 'zod'
import { type ActsState, placeOf, readers } from '../procedure/acts-state.ts'
import { decisionFacts, decisionIn } from '../procedure/decision-step.ts'
import { noticeIn, openObjections } from '../procedure/notice-steps.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import { ownershipData, useData } from './acts.ts'
import { sumOfShares } from './steps.ts'

const ownership = readers(ownershipData)
const use = readers(useData)

/** What is the same for ownership and use. */
function commonFacts(state: ActsState): CaseFacts {
  const opened = state.opened.data as z.infer<typeof ownershipData.ownershipPrepared>
  const agreed = ownership.latest(state, 'agreed')
  // The notice of the empowerment itself: an extension has one of its own.
  const { publishedOn, lastShownOn } = noticeIn(state, { to: extensionFrom(state) })
  return {
    matter: 'empowerment',
    // None of it is a contract with others.
    signedOn: null,
    mode: null,
    pricing: null,
    teamIncomeAgreed: opened.agreedInWriting,
    teamSharesSum: sumOfShares(opened.team),
    teamRepresentativeNamed: opened.representative !== '',
    ...applicationFacts(state),
    ...screeningFacts(state),
    ...decisionFacts(state),
    empowermentApprovedOn: decisionIn(state)?.on ?? null,
    empowermentNoticeOn: publishedOn ?? null,
    empowermentNoticeEndedOn: lastShownOn ?? null,
    // What is put up here is put up in the institution; a venue outside comes on top.
    empowermentShownInHouse: publishedOn !== undefined,
    empowermentObjectionOpen: openObjections(state) > 0,
    ...(agreed && {
      agreementStatesIncome: agreed.data.statesIncome,
      agreementStatesDecision: agreed.data.statesDecision,
      agreementStatesCosts: agreed.data.statesCosts,
      agreementStatesUpkeep: agreed.data.statesUpkeep,
      agreementStatesDuties: agreed.data.statesDuties,
    }),
    empoweredOn: agreed?.on ?? null,
    retainedShareCeded: false,
  }
}

const extensionFrom = (state: ActsState) =>
  placeOf(state, 'extensionRequested') || Number.POSITIVE_INFINITY

function applicationFacts(state: ActsState): CaseFacts {
  const applied = ownership.latest(state, 'applied')?.data
  if (!applied) return { pilotListedOn: null, pilotStartedOn: null }
  return {
    empowermentEnabled: applied.enabled,
    empowermentPlanMade: applied.planMade,
    responsibilitiesDivided: applied.divided,
    pilotUnit: applied.pilotUnit,
    optedIn: applied.optedIn,
    pilotListedOn: applied.pilotListedOn ?? null,
    pilotStartedOn: applied.pilotStartedOn ?? null,
    implementationPlanMade: applied.plan !== undefined,
    unitInterestClear: applied.unitInterest !== undefined,
    completersIncomeShare: applied.incomeShare ?? null,
    completersEquityShare: applied.equityShare ?? null,
  }
}

function screeningFacts(state: ActsState): CaseFacts {
  const screened = ownership.latest(state, 'screened')
  const approval = ownership.latest(state, 'specialApprovalRecorded')?.on ?? null
  if (!screened) return { specialApprovalOn: approval, screenedOn: null, declassifiedOn: null }
  const { data } = screened
  return {
    screenedOn: screened.on,
    specialApprovalOn: approval,
    declassifiedOn: data.declassifiedOn ?? null,
    // "Unsure" counts as yes until somebody is sure.
    involvesStateSecret: data.stateSecret !== 'no',
    involvesNationalSecurity: data.nationalSecurity !== 'no',
    involvesKeyTechnology: data.keyTechnology !== 'no',
    affectedInterests: data.affected,
    titleStatus: data.titleRegistered ? 'registered' : 'open',
    titleDisputed: data.titleDisputed,
    applicationProspectClear: data.prospectClear,
    recipientIdentified: data.recipientKnown,
    transferWillStrong: data.willStrong,
    ethicsReview: data.ethics,
  }
}

/** The facts of giving ownership. */
export function ownershipFacts(state: ActsState): CaseFacts {
  const ceded = ownership.latest(state, 'retainedShareCeded')?.data
  const applied = ownership.latest(state, 'applied')?.data
  return {
    ...commonFacts(state),
    empowermentKind: 'ownership',
    completersOwnershipShare: applied?.ownershipShare ?? null,
    useTermEndsOn: null,
    sublicensedOn: null,
    useExtendedOn: null,
    useEndGround: null,
    retainedShareCeded: ceded !== undefined,
    ...(ceded && { retainedSharePriced: ceded.priced, retainedShareNoticed: ceded.noticed }),
  }
}

function endGround(state: ActsState): string | null {
  const ground = use.latest(state, 'useTerminated')?.data.ground
  if (ground === undefined) return use.latest(state, 'useExpired') ? 'term' : null
  return ground === 'mutual_consent' ? 'agreement' : ground
}

/** When the extension of the present term was asked for; a term that was extended waits for its own. */
function requestedOn(state: ActsState): string | null {
  const isOfThisTerm = placeOf(state, 'extensionRequested') > placeOf(state, 'extended')
  return isOfThisTerm ? (use.latest(state, 'extensionRequested')?.on ?? null) : null
}

/** The facts of giving long-term use. */
export function useFacts(state: ActsState): CaseFacts {
  const opened = state.opened.data as z.infer<typeof useData.usePrepared>
  const agreed = use.latest(state, 'agreed')
  const extended = use.latest(state, 'extended')
  const sublicence = use.latest(state, 'sublicensed')
  const evaluated = use.latest(state, 'extensionEvaluated')?.data
  const extension = noticeIn(state, { from: extensionFrom(state) })
  return {
    ...commonFacts(state),
    empowermentKind: 'long_term_use',
    completersOwnershipShare: null,
    patentEndsOn: opened.rightEndsOn ?? null,
    useTermEndsOn: extended?.data.endsOn ?? agreed?.data.endsOn ?? null,
    extensionRequestedOn: requestedOn(state),
    sublicensedOn: sublicence?.on ?? null,
    sublicenceEndsOn: sublicence?.data.endsOn ?? null,
    ...(sublicence && {
      sublicenceNotified: sublicence.data.notified,
      sublicenceConsented: sublicence.data.consented,
    }),
    ...(evaluated && {
      agreementPerformed: evaluated.performed,
      transferProgressing: evaluated.progressing,
      transferIncomeGood: evaluated.incomeGood,
    }),
    extensionNoticeOn: extension.publishedOn ?? null,
    extensionNoticeEndedOn: extension.lastShownOn ?? null,
    useExtendedOn: extended?.on ?? null,
    useEndGround: endGround(state),
  }
}

// The facts of decision, contract, registration and report.
import type { CaseFacts } from '../procedure/procedure.ts'
import { contractPriceOf } from './amended.ts'
import { contractAnswers } from './recipients/asked.ts'
import { isRegistrationBehind } from './registration/taken-back.ts'
import { type CaseState, universityReviewOf } from './state.ts'

/** The facts of stages 4 to 7 and of an early end. */
export function contractFacts(state: CaseState): readonly CaseFacts[] {
  return [
    decisionFacts(state),
    signingFacts(state),
    registrationFacts(state),
    endFacts(state),
    reportFacts(state),
  ]
}

function decisionFacts({ decision, papers }: CaseState): CaseFacts {
  return {
    decidedOn: decision?.on ?? null,
    decisionResult: decision?.data.result ?? null,
    ...(decision && {
      decisionMinuted: decision.data.minuted,
      decisionPapersFiled: (papers['decided'] ?? []).length > 0,
      decisionQuorate: decision.data.quorate,
      recusalObserved: decision.data.recusalObserved,
      decisionVotesFor: decision.data.votesFor,
      ...(decision.data.members !== undefined && { decisionMembers: decision.data.members }),
      ...(decision.data.present !== undefined && { decisionPresent: decision.data.present }),
      ...(decision.data.body !== undefined && { decisionBody: decision.data.body }),
    }),
  }
}

function signingFacts(state: CaseState): CaseFacts {
  const { signing } = state
  const contract = signing?.data
  return {
    signedOn: signing?.on ?? null,
    firstSignedOn: contract?.firstSignedOn ?? null,
    contractEffectiveOn: contract?.effectiveOn ?? null,
    ...(contract && {
      signedByInstitution: contract.byInstitution,
      signedByPlatformCompany: contract.byPlatformCompany,
      signedByInventor: contract.byInventor,
      signingAuthorised: contract.authorised ?? false,
      contractStatesMode: contract.statesMode,
      contractStatesPrice: contract.statesPrice,
      contractStatesMilestones: contract.statesMilestones,
      contractStatesJointDevelopment: contract.statesJointDevelopment,
      contractStatesCooperation: contract.statesCooperation,
      contractPrice: contractPriceOf(state),
      ...(contract.contributorsShare !== undefined && {
        contributorsEquityShare: contract.contributorsShare,
      }),
      ...contractAnswers(contract),
    }),
  }
}

/** What the registrar said of the contract. */
export function registrationFacts({ registration, registrationReportedOn }: CaseState): CaseFacts {
  const outcome = registration?.data.outcome
  return {
    registrationOutcome: outcome ?? null,
    // A refusal registers nothing: mend the contract and file again.
    registeredOn: outcome === undefined || outcome === 'refused' ? null : registration?.on,
    registrationReportedOn: registrationReportedOn ?? null,
  }
}

/** An early end, and what follows of it; what was amended before it is no answer to it. */
export function endFacts(state: CaseState): CaseFacts {
  const { termination, registrationAmendedOn } = state
  const isAnswered = !isRegistrationBehind(state)
  return {
    terminatedOn: termination?.on ?? null,
    registrationAmendedOn: (isAnswered && registrationAmendedOn) || null,
  }
}

/** What was reported to the province. */
export function reportFacts(state: CaseState): CaseFacts {
  const { report, reportReturned, reportSupplement } = state
  const papers = (reportSupplement ?? report)?.data
  return {
    universityReviewedOn: universityReviewOf(state, report?.seq)?.on ?? null,
    supplementReviewedOn:
      universityReviewOf(state, reportSupplement?.seq, report?.seq ?? Number.POSITIVE_INFINITY)
        ?.on ?? null,
    reportedOn: report?.on ?? null,
    platformFiledOn: report?.data.through === 'platform' ? report.on : null,
    reportReturnedOn: reportReturned?.on ?? null,
    reportSupplementedOn: reportSupplement?.on ?? null,
    ...(report && {
      reportProvisional: report.data.provisional && reportSupplement?.data.final !== true,
    }),
    ...(papers && {
      reportHasDecisions: papers.hasDecisions,
      reportHasContract: papers.hasContract,
      reportHasIncome: papers.hasIncome,
    }),
  }
}

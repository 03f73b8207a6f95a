// The facts of the contract of use: signed, registered, reported, ended.
import type { z } from 'zod'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import { useFirstData } from './acts.ts'

const { latest, all } = readers(useFirstData)

/** The facts from the signing on. */
export function contractFacts(state: ActsState): CaseFacts {
  return { ...signingFacts(state), ...registrationFacts(state), ...reportFacts(state) }
}

function signingFacts(state: ActsState): CaseFacts {
  const signed = latest(state, 'signed')
  const contract = signed?.data
  return {
    signedOn: signed?.on ?? null,
    decisionPapersFiled: (state.papers['decided']?.length ?? 0) > 0,
    // What is paid later is paid, and distributed, in the case of the transfer that follows.
    receivedTotal: '0',
    writtenOffTotal: '0',
    ...(contract && {
      signedByInstitution: contract.byInstitution,
      signedByPlatformCompany: contract.byPlatformCompany,
      signedByInventor: contract.byInventor,
      ...(contract.authorised !== undefined && { signingAuthorised: contract.authorised }),
      contractStatesMode: contract.statesMode,
      contractStatesPrice: contract.statesPrice,
      contractStatesMilestones: contract.statesMilestones,
      contractStatesJointDevelopment: contract.statesJointDevelopment,
      contractStatesCooperation: contract.statesCooperation,
      useTermsSettled: isSettled(contract),
    }),
  }
}

const isSettled = ({
  confidentiality,
  liability,
  returns,
}: z.infer<typeof useFirstData.signed>): boolean => confidentiality && liability && returns

/** The last day of the use as it stands. */
export function lastDayOfUse(state: ActsState): string | undefined {
  return latest(state, 'useExtended')?.data.period ?? latest(state, 'signed')?.data.period
}

function registrationFacts(state: ActsState): CaseFacts {
  const registered = latest(state, 'contractRegistered')
  const ended = latest(state, 'useEnded')
  const isEarly = ended !== undefined && ended.on < (lastDayOfUse(state) ?? '')
  return {
    registrationOutcome: registered?.data.outcome ?? null,
    registeredOn: registered?.data.outcome === 'registered' ? registered.on : null,
    registrationReportedOn: registered?.on ?? null,
    // What runs to its last day is not ended early.
    terminatedOn: isEarly ? ended.on : null,
    useEndedOn: ended?.on ?? null,
    useReturnedOn: latest(state, 'returned')?.on ?? null,
    registrationAmendedOn: latest(state, 'registrationAmended')?.on ?? null,
  }
}

function reportFacts(state: ActsState): CaseFacts {
  const report = latest(state, 'reported')
  const supplement = latest(state, 'reportSupplemented')
  const papers = (supplement ?? report)?.data
  const reviews = all(state, 'universityReviewed')
  const before = reviews.filter(({ seq }) => seq < (report?.seq ?? Number.POSITIVE_INFINITY))
  const again = reviews.filter(
    ({ seq }) => report && seq > report.seq && seq < (supplement?.seq ?? Number.POSITIVE_INFINITY),
  )
  return {
    universityReviewedOn: before.at(-1)?.on ?? null,
    supplementReviewedOn: again.at(-1)?.on ?? null,
    reportedOn: report?.on ?? null,
    platformFiledOn: report?.data.through === 'platform' ? report.on : null,
    reportReturnedOn: latest(state, 'reportReturned')?.on ?? null,
    reportSupplementedOn: supplement?.on ?? null,
    ...(report && {
      reportProvisional: report.data.provisional && supplement?.data.final !== true,
    }),
    ...(papers && {
      reportHasDecisions: papers.hasDecisions,
      reportHasContract: papers.hasContract,
      reportHasIncome: papers.hasIncome,
    }),
  }
}

/** What the guidance fund has paid for the case. */
export const supportOf = (state: ActsState): bigint =>
  all(state, 'supportPaid').reduce((sum, { data }) => sum + BigInt(data.amount), 0n)

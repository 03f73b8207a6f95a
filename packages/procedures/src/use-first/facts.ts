// What the record of a use-first deal says, in the words of the law: it is a deal (gd-2025#a25.p3).
import { add, parseRatio, ratio, ratioText } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { decisionFacts } from '../procedure/decision-step.ts'
import { noticeIn, openObjections } from '../procedure/notice-steps.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import type { Recorded } from '../procedure/state.ts'
import { useFirstData } from './acts.ts'

const { latest, all } = readers(useFirstData)

/** All facts of the case as its record shows them. */
export function useFirstFacts(state: ActsState): CaseFacts {
  return {
    ...offerFacts(state),
    ...partnerFacts(state),
    ...proposalFacts(state),
    ...noticeFacts(state),
    ...decisionFacts(state),
    decisionMayComeFirst: false,
    ...contractFacts(state),
  }
}

function offerFacts(state: ActsState): CaseFacts {
  const told = state.opened.data as z.infer<typeof useFirstData.useFirstOffered>
  const screened = latest(state, 'screened')
  const { team, holders, disclosedInFull: full } = told
  return {
    matter: 'deal',
    universityAffiliated: told.universityAffiliated,
    viaPlatformCompany: false,
    viaProvincialPlatform: false,
    workloadLedgerKept: told.workloadLedgerKept,
    hasLeadingPersons: team.some(({ holdsLeadingPost }) => holdsLeadingPost),
    hasChiefs: team.some(({ isChief }) => isChief),
    achievementMadeOn: told.madeOn,
    disclosedOn: told.disclosedOn,
    achievementOnTask: told.onTask,
    achievementWithMeans: false,
    handledByReference: !told.onTask,
    disclosesType: full,
    disclosesMaturity: full,
    disclosesStateOfTheArt: full,
    disclosesMarket: full,
    disclosesRisks: full,
    disclosesBenefit: full,
    disclosesNeed: full,
    titleStatus: 'registered',
    titleOpenReason: null,
    titleDisputed: told.titleDisputed,
    titleByCompany: false,
    titleDelegated: false,
    titleShareSum: ratioText(holders.map(({ share }) => parseRatio(share)).reduce(add, ratio(0))),
    useFirstRuled: told.ruled,
    guidanceFundSet: told.fundSet,
    screenedOn: screened?.on ?? null,
    ...(screened && {
      // "Unsure" counts as yes until somebody is sure.
      involvesStateSecret: screened.data.stateSecret !== 'no',
      involvesNationalSecurity: screened.data.nationalSecurity !== 'no',
      involvesKeyTechnology: screened.data.keyTechnology !== 'no',
    }),
    specialApprovalOn: latest(state, 'specialApprovalRecorded')?.on ?? null,
  }
}

function partnerFacts(state: ActsState): CaseFacts {
  const requested = latest(state, 'requested')?.data
  const accepted = latest(state, 'accepted')
  return {
    useFirst: requested?.way ?? null,
    mode: requested?.way === 'cooperate' ? 'cooperation' : 'license',
    pricing: 'agreement',
    dealer: 'institution',
    negotiationStartedOn: accepted?.on ?? null,
    ...(requested && {
      counterparty: requested.enterprise,
      counterpartyVetted: true,
      enterpriseSize: requested.size,
    }),
    ...(accepted && {
      counterpartyStateOwned: accepted.data.stateOwned,
      stateOwnershipProven: accepted.data.stateOwnershipProof !== undefined,
      appraisal: accepted.data.appraisal ?? null,
      appraisalReason: accepted.data.appraisalReason ?? null,
      appraisalDecidedBy: accepted.data.appraisalDecidedBy ?? null,
      relatedPartiesDeclared: accepted.data.relatedPartiesDeclared,
      negotiatedByCompany: false,
    }),
  }
}

function proposalFacts(state: ActsState): CaseFacts {
  const proposal = latest(state, 'proposed')
  const review = latest(state, 'reviewed')
  return {
    negotiator: personOf(proposal?.by),
    negotiationRecorded: proposal !== undefined,
    evaluated: false,
    siteVisited: false,
    proposedOn: proposal?.on ?? null,
    ...(proposal?.data.price !== undefined && { agreedPrice: proposal.data.price }),
    reviewer: personOf(review?.by),
    reviewedOn: review?.on ?? null,
    reviewOutcome: review?.data.outcome ?? null,
    ethicsReview: review?.data.ethics ?? null,
    complianceReview: review?.data.compliance ?? null,
    riskReview: review?.data.risk ?? null,
  }
}

const personOf = (by: Recorded<unknown>['by'] | undefined) =>
  by ? `${by.name} (${by.person.slice(-8)})` : null

function noticeFacts(state: ActsState): CaseFacts {
  const { publishedOn, lastShownOn } = noticeIn(state)
  const notice = latest(state, 'noticePublished')?.data
  const { team } = state.opened.data as z.infer<typeof useFirstData.useFirstOffered>
  const leading = team.filter(({ holdsLeadingPost }) => holdsLeadingPost)
  return {
    noticeOn: publishedOn ?? null,
    noticeEndedOn: lastShownOn ?? null,
    exchangeNoticeEndedOn: null,
    termsChangedOn: null,
    ...(notice && {
      noticeNamesAchievement: notice.achievement !== undefined,
      noticeNamesTeam: notice.team !== undefined,
      noticeNamesMode: notice.mode !== undefined,
      noticeNamesCounterparty: notice.counterparty !== undefined,
      noticeNamesPrice: notice.price !== undefined,
      noticeNamesDistribution: notice.distribution !== undefined,
      objectionProcedurePublic: notice.objectionProcedure !== undefined,
      noticeShownInHouse: true,
      leadersDisclosed: leading.every(({ name }) =>
        notice.leaders.some((leader) => leader.name === name),
      ),
      termsMatchNotice:
        isAsPublished(state) &&
        // The enterprise that the public read of is the one that asked.
        [undefined, latest(state, 'requested')?.data.enterprise].includes(notice.counterparty),
    }),
    ...objectionFacts(state),
  }
}

/** Signed terms are those that were proposed, reviewed and published. */
function isAsPublished(state: ActsState): boolean {
  const signed = latest(state, 'signed')?.data
  const proposed = latest(state, 'proposed')?.data
  if (!signed || !proposed) return true
  return (['period', 'fee', 'field', 'trigger', 'conversion'] as const).every(
    (term) => signed[term] === proposed[term],
  )
}

function objectionFacts(state: ActsState): CaseFacts {
  const filed = latest(state, 'objectionFiled')
  const abnormality = latest(state, 'abnormalityFound')
  const raised = [filed, abnormality].flatMap((one) => one ?? []).toSorted((a, b) => a.seq - b.seq)
  const last = raised.at(-1)
  const found = latest(state, 'objectionFound')
  const notice = latest(state, 'noticePublished')
  return {
    objectionRaisedOn: last?.on ?? null,
    objectionFindingOn: found && openObjections(state) === 0 ? found.on : null,
    freshNoticeAfterFinding: last ? (notice?.seq ?? 0) > (found?.seq ?? 0) && !!found : null,
    objectionNotice: last ? 'deal' : null,
    objectionKind: last ? (last.seq === filed?.seq ? 'objection' : 'abnormality') : null,
    ...(filed && {
      objectionNamed: true,
      objectionInWriting: filed.data.inWriting,
      objectionToDepartment: filed.data.toDepartment,
    }),
  }
}

function contractFacts(state: ActsState): CaseFacts {
  const signed = latest(state, 'signed')
  const registered = latest(state, 'contractRegistered')
  const reported = latest(state, 'reported')
  return {
    signedOn: signed?.on ?? null,
    terminatedOn: latest(state, 'useEnded')?.on ?? null,
    registrationOutcome: registered?.data.outcome ?? null,
    registeredOn: registered?.data.outcome === 'registered' ? registered.on : null,
    registrationReportedOn: registered?.on ?? null,
    registrationAmendedOn: null,
    universityReviewedOn: latest(state, 'universityReviewed')?.on ?? null,
    reportedOn: reported?.on ?? null,
    reportReturnedOn: null,
    reportSupplementedOn: null,
    reportProvisional: false,
    platformFiledOn: null,
    decisionPapersFiled: (state.papers['decided']?.length ?? 0) > 0,
    ...(reported && {
      reportHasDecisions: reported.data.hasDecisions,
      reportHasContract: reported.data.hasContract,
      reportHasIncome: reported.data.hasIncome,
    }),
    // What is paid later is paid, and distributed, in the case of the transfer that follows.
    receivedTotal: '0',
    writtenOffTotal: '0',
    ...(signed && {
      signedByInstitution: signed.data.byInstitution,
      signedByPlatformCompany: signed.data.byPlatformCompany,
      signedByInventor: signed.data.byInventor,
      signingAuthorised: false,
      contractStatesMode: true,
      contractStatesPrice: true,
      contractStatesMilestones: signed.data.statesMilestones,
      contractStatesJointDevelopment: signed.data.statesJointDevelopment,
      contractStatesCooperation: signed.data.statesCooperation,
      useTermsSettled: isSettled(signed.data),
    }),
  }
}

const isSettled = ({
  confidentiality,
  liability,
  returns,
}: z.infer<typeof useFirstData.signed>): boolean => confidentiality && liability && returns

/** What the guidance fund has paid for the case. */
export const supportOf = (state: ActsState): bigint =>
  all(state, 'supportPaid').reduce((sum, { data }) => sum + BigInt(data.amount), 0n)

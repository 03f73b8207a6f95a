// What the record of a use-first deal says, in the words of the law: it is a deal (gd-2025#a25.p3).
// A fact is left out while only a form can tell it; it is null when the record shows it did not happen.
import type { z } from 'zod'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { decisionFacts } from '../procedure/decision-step.ts'
import { disclosureFacts, titleFacts } from '../procedure/disclosure.ts'
import { noticeIn, openObjections } from '../procedure/notice-steps.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import type { Recorded } from '../procedure/state.ts'
import { useFirstData } from './acts.ts'
import { contractFacts } from './facts-contract.ts'
import { isPriceShown, isShownAsProposed, isSignedAsProposed } from './terms.ts'

const { latest } = readers(useFirstData)

/** All facts of the case as its record shows them. */
export function useFirstFacts(state: ActsState): CaseFacts {
  return {
    ...offerFacts(state),
    ...screeningFacts(state),
    ...partnerFacts(state),
    ...proposalFacts(state),
    ...noticeFacts(state),
    ...objectionFacts(state),
    ...decisionFacts(state),
    decisionMayComeFirst: false,
    ...contractFacts(state),
  }
}

function offerFacts(state: ActsState): CaseFacts {
  const offered = state.opened.data as z.infer<typeof useFirstData.useFirstOffered>
  const disclosed = latest(state, 'disclosed')
  return {
    matter: 'deal',
    universityAffiliated: offered.universityAffiliated,
    viaPlatformCompany: offered.viaPlatformCompany,
    viaProvincialPlatform: offered.viaProvincialPlatform,
    workloadLedgerKept: offered.workloadLedgerKept,
    hasLeadingPersons: offered.team.some(({ holdsLeadingPost }) => holdsLeadingPost),
    hasChiefs: offered.team.some(({ isChief }) => isChief),
    useFirstRuled: offered.ruled,
    guidanceFundSet: offered.fundSet,
    disclosedOn: disclosed?.on ?? null,
    ...(disclosed ? disclosureFacts(disclosed.data) : { achievementMadeOn: null }),
    ...titleFacts(latest(state, 'titleRegistered') ?? latest(state, 'titleLeftOpen')),
  }
}

function screeningFacts(state: ActsState): CaseFacts {
  const screened = latest(state, 'screened')
  return {
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
  const requested = latest(state, 'requested')
  const accepted = latest(state, 'accepted')
  return {
    useFirst: requested?.data.way ?? null,
    // Nobody is let use it under a third way: a licence, or a cooperation that both carry.
    ...(requested && { mode: requested.data.way === 'cooperate' ? 'cooperation' : 'license' }),
    pricing: 'agreement',
    dealer: 'institution',
    negotiationStartedOn: accepted?.on ?? null,
    ...(requested && {
      counterparty: requested.data.enterprise,
      // Another enterprise means that the talks begin anew.
      counterpartyVetted: accepted !== undefined && accepted.seq > requested.seq,
      enterpriseSize: requested.data.size,
    }),
    ...(accepted && {
      counterpartyStateOwned: accepted.data.stateOwned,
      stateOwnershipProven: accepted.data.stateOwnershipProof !== undefined,
      appraisal: accepted.data.appraisal ?? null,
      appraisalReason: accepted.data.appraisalReason ?? null,
      appraisalDecidedBy: accepted.data.appraisalDecidedBy ?? null,
      relatedPartiesDeclared: accepted.data.relatedPartiesDeclared,
      negotiatedByCompany: accepted.by.role === 'platform_company',
    }),
  }
}

function proposalFacts(state: ActsState): CaseFacts {
  const proposal = latest(state, 'proposed')
  const review = latest(state, 'reviewed')
  const { fixedPrice } = proposal?.data ?? {}
  return {
    negotiator: personOf(proposal?.by),
    negotiationRecorded: proposal !== undefined,
    proposedOn: proposal?.on ?? null,
    ...(fixedPrice !== undefined && { agreedPrice: fixedPrice }),
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
    // Other terms are proposed anew; there is no notice of a change, and nobody objects to one.
    termsChangedOn: null,
    changeNoticeOn: null,
    changeNoticeEndedOn: null,
    changeObjectionRaisedOn: null,
    freshChangeNoticeAfterFinding: null,
    ...(notice && {
      noticeNamesAchievement: notice.achievement !== undefined,
      noticeNamesTeam: notice.team !== undefined,
      noticeNamesMode: notice.way !== undefined,
      noticeNamesCounterparty: notice.counterparty !== undefined,
      noticeNamesPrice: isPriceShown(notice),
      noticeNamesDistribution: notice.distribution !== undefined,
      objectionProcedurePublic: notice.objectionProcedure !== undefined,
      // What is published here is shown in the institution.
      noticeShownInHouse: true,
      noticeShownAtCompany: notice.atCompany,
      leadersDisclosed: leading.every(({ name }) =>
        notice.leaders.some((leader) => leader.name === name),
      ),
      termsMatchNotice: isShownAsProposed(state) && isSignedAsProposed(state),
    }),
  }
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
      objectionNamed: filed.data.name !== '',
      objectionInWriting: filed.data.inWriting,
      objectionToDepartment: filed.data.toDepartment,
    }),
  }
}

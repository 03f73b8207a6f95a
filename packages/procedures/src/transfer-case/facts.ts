// What the record says, in the words of the law's vocabulary (packs/_shared/facts.yaml).
// A fact is left out while only a form can tell it; it is null when the record shows it did not happen.
import { add, parseRatio, ratio, ratioText } from '@yizhuan/kit'
import {
  type CaseState,
  type Cost,
  lastFindingSeq,
  latestNotice,
  latestObjection,
  openObjection,
  type PlanState,
  pendingReceipts,
  type Receipt,
  sameTerms,
} from './state.ts'

/** Facts as JSON, ready for `parseFacts`. */
export type CaseFacts = Readonly<Record<string, unknown>>

/** All facts of a case as its record shows them. */
export function factsOf(state: CaseState): CaseFacts {
  return {
    ...openingFacts(state),
    ...negotiationFacts(state),
    ...noticeFacts(state),
    ...contractFacts(state),
    ...moneyFacts(state),
  }
}

function openingFacts(state: CaseState): CaseFacts {
  const { opened, disclosure, title, titleOpen, screening, specialApproval } = state
  const {
    universityAffiliated,
    viaPlatformCompany,
    viaProvincialPlatform,
    workloadLedgerKept,
    team,
  } = opened.data
  const told = disclosure?.data
  return {
    universityAffiliated,
    viaPlatformCompany,
    viaProvincialPlatform,
    workloadLedgerKept,
    hasLeadingPersons: team.some(({ holdsLeadingPost }) => holdsLeadingPost),
    disclosedOn: disclosure?.on ?? null,
    ...(told && {
      disclosesType: has(told.type),
      disclosesMaturity: has(told.maturity),
      disclosesStateOfTheArt: has(told.stateOfTheArt),
      disclosesMarket: has(told.market),
      disclosesRisks: has(told.risks),
      disclosesBenefit: has(told.benefit),
      disclosesNeed: has(told.need),
    }),
    titleStatus: title ? 'registered' : titleOpen ? 'open' : null,
    titleOpenReason: titleOpen?.data.reason ?? null,
    ...((title || titleOpen) && { titleDisputed: title?.data.disputed ?? false }),
    titleShareSum: title
      ? ratioText(title.data.holders.map(({ share }) => parseRatio(share)).reduce(add, ratio(0)))
      : null,
    screenedOn: screening?.on ?? null,
    ...(screening && {
      // "Unsure" counts as yes until somebody is sure.
      involvesStateSecret: screening.data.stateSecret !== 'no',
      involvesNationalSecurity: screening.data.nationalSecurity !== 'no',
      involvesKeyTechnology: screening.data.keyTechnology !== 'no',
    }),
    specialApprovalOn: specialApproval?.on ?? null,
  }
}

const has = (text: string | undefined): boolean => text !== undefined && text !== ''

function negotiationFacts(state: CaseState): CaseFacts {
  const { negotiation, proposal, review, terms } = state
  return {
    ...(negotiation && {
      mode: terms?.mode ?? negotiation.data.mode,
      pricing: negotiation.data.pricing,
      counterparty: terms?.counterparty ?? negotiation.data.counterparty,
      counterpartyStateOwned: negotiation.data.counterpartyStateOwned,
      appraisal: negotiation.data.appraisal ?? null,
      appraisalReason: negotiation.data.appraisalReason ?? null,
      relatedPartiesDeclared: negotiation.data.relatedPartiesDeclared,
      negotiationRecorded: state.talks > 0,
    }),
    negotiationStartedOn: negotiation?.on ?? null,
    negotiator: personOf(negotiatorOf(state)),
    proposedOn: proposal?.on ?? null,
    reviewer: personOf(review?.by),
    reviewedOn: review?.on ?? null,
    reviewOutcome: review?.data.outcome ?? null,
    ethicsReview: review?.data.ethics ?? null,
    complianceReview: review?.data.compliance ?? null,
    riskReview: review?.data.risk ?? null,
  }
}

/** Who negotiated; of several, the one who would also be the reviewer. */
function negotiatorOf({ negotiation, proposal, review }: CaseState) {
  const all = [proposal?.by, negotiation?.by].filter((by) => by !== undefined)
  return all.find(({ person }) => person === review?.by.person) ?? all[0]
}

/** A person, told apart from others of the same name. */
function personOf(
  by: { readonly person: string; readonly name: string } | undefined,
): string | null {
  return by ? `${by.name} (${by.person.slice(-8)})` : null
}

function noticeFacts(state: CaseState): CaseFacts {
  const notice = latestNotice(state)
  const objection = openObjection(state) ?? latestObjection(state)
  const shown = notice?.data
  const leading = state.opened.data.team.filter(({ holdsLeadingPost }) => holdsLeadingPost)
  return {
    noticeOn: notice?.on ?? null,
    noticeEndedOn: notice?.lastShownOn ?? null,
    ...(shown && {
      noticeNamesAchievement: has(shown.achievement),
      noticeNamesTeam: has(shown.team),
      noticeNamesMode: has(shown.mode),
      noticeNamesCounterparty: has(shown.counterparty),
      noticeNamesPrice: has(shown.price),
      noticeNamesDistribution: has(shown.distribution),
      objectionProcedurePublic: has(shown.objectionProcedure),
      leadersDisclosed: leading.every(({ name }) =>
        shown.leaders.some((leader) => leader.name === name),
      ),
      termsMatchNotice: sameTerms(notice?.terms, state.terms) && signedAsPublished(state),
    }),
    objectionRaisedOn: objection?.on ?? null,
    objectionFindingOn: objection?.finding?.on ?? null,
    freshNoticeAfterFinding: objection
      ? objection.finding !== undefined && (notice?.seq ?? 0) > lastFindingSeq(state)
      : null,
  }
}

/** The contract says what was published; before signing there is nothing to compare. */
function signedAsPublished({ signing, notices }: CaseState): boolean {
  const published = notices.at(-1)?.terms
  if (!signing || !published) return true
  return (
    signing.data.price === published.price && signing.data.counterparty === published.counterparty
  )
}

function contractFacts(state: CaseState): CaseFacts {
  const { decision, signing, registration, report, change, changeNotice } = state
  const contract = signing?.data
  return {
    decidedOn: decision?.on ?? null,
    decisionResult: decision?.data.result ?? null,
    ...(decision && {
      decisionMinuted: decision.data.minuted,
      decisionQuorate: decision.data.quorate,
      recusalObserved: decision.data.recusalObserved,
    }),
    signedOn: signing?.on ?? null,
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
    }),
    registrationOutcome: registration?.data.outcome ?? null,
    registeredOn: registration?.on ?? null,
    registrationReportedOn: state.registrationReportedOn ?? null,
    universityReviewedOn: state.universityReviewedOn ?? null,
    reportedOn: report?.on ?? null,
    ...(report && {
      reportHasDecisions: report.data.hasDecisions,
      reportHasContract: report.data.hasContract,
      reportHasIncome: report.data.hasIncome,
    }),
    termsChangedOn: change?.on ?? null,
    changeNoticeOn: changeNotice?.on ?? null,
    changeNoticeEndedOn: changeNotice?.lastShownOn ?? null,
  }
}

function moneyFacts(state: CaseState): CaseFacts {
  const pending = pendingReceipts(state)
  const last = state.distributions.at(-1)
  const isOpen = pending.length > 0 || last === undefined
  const index = state.distributions.length - 1
  const taken = (line: Receipt | Cost): boolean =>
    line.distribution === (isOpen ? undefined : index)
  const plan = isOpen ? state.plan : last?.plan
  const receipts = state.receipts.filter(taken)
  return {
    ...(receipts.length > 0 && {
      grossIncome: sum(receipts.map(({ data }) => data.amount)),
      costs: state.costs.filter(taken).map(({ data }) => ({
        kind: data.kind,
        amount: data.amount,
        label: data.remark ?? data.voucher,
      })),
      incomeInBudget: receipts.every(({ data }) => data.inBudget),
    }),
    paidOn: isOpen ? null : (last?.payment.on ?? null),
    allReceiptsDistributed: state.receipts.length > 0 && pending.length === 0,
    ...planFacts(state, plan),
  }
}

function planFacts(state: CaseState, plan: PlanState | undefined): CaseFacts {
  if (!plan) return { planNoticeOn: null, planNoticeEndedOn: null }
  const { lines, toTto, toTtoStaff, toInstitution, waived } = plan.data
  const covered = new Set([
    ...waived,
    ...lines.filter(({ amount }) => BigInt(amount) > 0n).map(({ name }) => name),
  ])
  return {
    toContributors: sum(lines.map(({ amount }) => amount)),
    toTto,
    toTtoStaff,
    toInstitution,
    recipients: lines.map(({ name, isInventor, isChief, holdsLeadingPost, award, amount }) => ({
      who: name,
      isInventor,
      isChief,
      holdsLeadingPost,
      award,
      amount,
    })),
    everyInventorCovered: state.opened.data.team.every(
      ({ name, isInventor }) => !isInventor || covered.has(name),
    ),
    teamAgreed: lines.every(({ name }) => plan.agreed.includes(name)),
    planNoticeOn: plan.notice?.on ?? null,
    planNoticeEndedOn: plan.lastShownOn ?? null,
    planObjectionOpen: plan.objectionOpen,
    ...(plan.notice && {
      planMatchesNotice: !plan.mustAmend,
      planLeadersDisclosed: plan.notice.data.leadersDisclosed,
    }),
  }
}

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total + BigInt(amount), 0n).toString()
}

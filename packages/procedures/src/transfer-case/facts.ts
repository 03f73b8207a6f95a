// What the record says, in the words of the law's vocabulary (packs/_shared/facts).
// A fact is left out while only a form can tell it; it is null when the record shows it did not happen.
import { add, parseRatio, ratio, ratioText } from '@yizhuan/kit'
import type { Author } from '../procedure/entry.ts'
import type { CaseFacts } from '../procedure/procedure.ts'
import { deferralFacts } from './deferral/deferral.ts'
import { contractFacts, endFacts, registrationFacts, reportFacts } from './facts-contract.ts'
import { moneyFacts } from './facts-money.ts'
import { changeFacts, publicFacts } from './facts-public.ts'
import { modeFacts } from './modes/facts.ts'
import { toldFacts } from './modes/told.ts'
import { agreedTerms, isOpenToBids, offerFacts } from './pricing/deal.ts'
import type { CaseState } from './state.ts'
import { takenOverFacts, unlessNone } from './taken-over/taken-over.ts'

/** All facts of a case as its record shows them. */
export function factsOf(state: CaseState): CaseFacts {
  return state.takenOver ? factsAfterTakeover(state) : factsOfWhole(state)
}

function factsOfWhole(state: CaseState): CaseFacts {
  return together([
    toldFacts(state),
    openingFacts(state),
    titleFacts(state),
    negotiationFacts(state),
    reviewFacts(state),
    publicFacts(state),
    offerFacts(state),
    modeFacts(state),
    deferralFacts(state),
    ...contractFacts(state),
    ...moneyFacts(state),
  ])
}

/** What was done before is told or unknown: that the record has no act of it says nothing. */
function factsAfterTakeover(state: CaseState): CaseFacts {
  return together([
    toldFacts(state),
    houseFacts(state),
    changeFacts(state),
    unlessNone(modeFacts(state)),
    deferralFacts(state),
    unlessNone(registrationFacts(state)),
    endFacts(state),
    unlessNone(reportFacts(state)),
    ...moneyFacts(state),
    takenOverFacts(state),
  ])
}

/** All facts in one object; of two that tell the same the later holds. */
function together(parts: readonly CaseFacts[]): CaseFacts {
  // There are hundreds: an object that starts without a shape takes them ten times as fast as a literal.
  const facts: Record<string, CaseFacts[string]> = Object.create(null)
  for (const part of parts) for (const id of Object.keys(part)) facts[id] = part[id]
  return facts
}

function houseFacts({ opened }: CaseState): CaseFacts {
  const { universityAffiliated, viaPlatformCompany, viaProvincialPlatform } = opened.data
  return {
    matter: 'deal',
    universityAffiliated,
    viaPlatformCompany,
    viaProvincialPlatform,
    workloadLedgerKept: opened.data.workloadLedgerKept,
    hasLeadingPersons: opened.data.team.some(({ holdsLeadingPost }) => holdsLeadingPost),
    hasChiefs: opened.data.team.some(({ isChief }) => isChief),
  }
}

function openingFacts(state: CaseState): CaseFacts {
  const { disclosure, screening, specialApproval } = state
  const told = disclosure?.data
  return {
    ...houseFacts(state),
    achievementMadeOn: told?.madeOn ?? null,
    disclosedOn: disclosure?.on ?? null,
    ...(told && {
      // Whose it is stays open as far as nobody said: what is not ticked is no answer.
      ...(told.onTask !== undefined && { achievementOnTask: told.onTask }),
      ...(told.withMeans !== undefined && { achievementWithMeans: told.withMeans }),
      ...(told.byReference !== undefined && { handledByReference: told.byReference }),
      disclosesType: has(told.type),
      disclosesMaturity: has(told.maturity),
      disclosesStateOfTheArt: has(told.stateOfTheArt),
      disclosesMarket: has(told.market),
      disclosesRisks: has(told.risks),
      disclosesBenefit: has(told.benefit),
      disclosesNeed: has(told.need),
    }),
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

function titleFacts({ title, titleOpen }: CaseState): CaseFacts {
  return {
    titleStatus: title ? 'registered' : titleOpen ? 'open' : null,
    titleOpenReason: titleOpen?.data.reason ?? null,
    ...((title || titleOpen) && {
      titleDisputed: title?.data.disputed ?? titleOpen?.data.disputed ?? false,
      titleByCompany: (title ?? titleOpen)?.by.role === 'platform_company',
    }),
    titleDelegated: has(title?.data.delegation),
    titleShareSum: title
      ? ratioText(title.data.holders.map(({ share }) => parseRatio(share)).reduce(add, ratio(0)))
      : null,
  }
}

function negotiationFacts(state: CaseState): CaseFacts {
  const { negotiation, talks } = state
  const start = negotiation?.data
  const terms = agreedTerms(state)
  const isLogged = (kind: string) => talks.some(({ data }) => data.kind === kind)
  return {
    ...(start && {
      mode: terms?.mode ?? start.mode,
      pricing: start.pricing ?? null,
      counterparty: terms?.counterparty ?? start.counterparty ?? null,
      counterpartyVetted:
        isOpenToBids(state) || terms === undefined || terms.counterparty === start.counterparty,
      // Whoever may buy need not be state-owned: as long as nobody is known, nobody is.
      counterpartyStateOwned: start.counterpartyStateOwned ?? false,
      stateOwnershipProven: has(start.stateOwnershipProof),
      appraisal: start.appraisal ?? null,
      appraisalReason: start.appraisalReason ?? null,
      appraisalDecidedBy: start.appraisalDecidedBy ?? null,
      relatedPartiesDeclared: start.relatedPartiesDeclared,
      ...(start.enterpriseSize && { enterpriseSize: start.enterpriseSize }),
      negotiatedByCompany: negotiation.by.role === 'platform_company',
      // An empowered inventor who deals is a matter of the empowerment, not of this record.
      dealer: 'institution',
      negotiationRecorded: isLogged('talks'),
      evaluated: isLogged('evaluation'),
      siteVisited: isLogged('site_visit'),
      ...(terms?.price !== undefined && { agreedPrice: terms.price }),
    }),
    useFirst: start?.useFirst ?? null,
    // A use before the deal has a case of its own.
    useEndedOn: null,
    negotiationStartedOn: negotiation?.on ?? null,
  }
}

function reviewFacts(state: CaseState): CaseFacts {
  const { proposal, review } = state
  return {
    negotiator: personOf(negotiatorOf(state)),
    proposedOn: proposal?.on ?? null,
    reviewer: personOf(reviewerOf(state)),
    reviewedOn: review?.on ?? null,
    reviewOutcome: review?.data.outcome ?? null,
    ethicsReview: review?.data.ethics ?? null,
    complianceReview: review?.data.compliance ?? null,
    riskReview: review?.data.risk ?? null,
  }
}

type Party = Pick<Author, 'person' | 'name'>

/** Who had a hand in an act: whoever recorded it, and the person they acted for. */
function partiesTo(act: { readonly by: Author } | undefined): readonly Party[] {
  return act ? [act.by, ...(act.by.actingFor ? [act.by.actingFor] : [])] : []
}

const negotiators = ({ negotiation, proposal, talks }: CaseState) =>
  [proposal, negotiation, ...talks].flatMap(partiesTo)

/** Who both negotiated and reviewed, themselves or through a substitute. */
function bothIn(state: CaseState): Party | undefined {
  const reviewers = partiesTo(state.review)
  // The same person is the same whatever name they were recorded under.
  return reviewers.find(({ person }) => negotiators(state).some((one) => one.person === person))
}

/** Who negotiated; of several, the one who is also the reviewer. */
function negotiatorOf(state: CaseState): Party | undefined {
  return bothIn(state) ?? negotiators(state)[0]
}

/** Who reviewed; of two, the one who also negotiated. */
function reviewerOf(state: CaseState): Party | undefined {
  return bothIn(state) ?? state.review?.by
}

/** A person, told apart from others of the same name. */
function personOf(by: Party | undefined): string | null {
  return by ? `${by.name} (${by.person.slice(-8)})` : null
}

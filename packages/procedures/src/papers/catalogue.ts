// All papers, by the procedure they belong to, in the order in which a case makes them.
import type { ActsState } from '../procedure/acts-state.ts'
import type { Procedure } from '../procedure/procedure.ts'
import { procedures } from '../procedures.ts'
import type { CaseState } from '../transfer-case/state.ts'
import { ofAbandonment } from './abandonment.ts'
import { fieldsOf } from './compose.ts'
import { ofOwnership } from './empowerment/ownership.ts'
import { ofUse } from './empowerment/use.ts'
import { ofEquityHolding } from './equity-holding.ts'
import { ofExemption } from './exemption.ts'
import type { Paper } from './paper.ts'
import { ofPlatformCompany } from './platform-company.ts'
import { ofRectification } from './rectification.ts'
import { ofServiceContract } from './service-contract.ts'
import { sheetsOf } from './sheets.ts'
import { keyTerms, registrationForm, report } from './transfer-case/contract.ts'
import { agenda, minutes, resolution } from './transfer-case/decision.ts'
import { contract } from './transfer-case/model-contract.ts'
import { calculation, closingReport, distributionTable, planNotice } from './transfer-case/money.ts'
import {
  auctionConfirmation,
  auctionSheet,
  dealNotice,
  listingConfirmation,
  listingSheet,
} from './transfer-case/offers.ts'
import { payoutList } from './transfer-case/payout.ts'
import {
  amendment,
  authorisation,
  handover,
  openLicence,
  royalty,
  settlement,
  termination,
} from './transfer-case/performance.ts'
import {
  disclosureForm,
  mandate,
  negotiationRecord,
  proposal,
  reviewOpinion,
  screeningForm,
  titleRecord,
} from './transfer-case/preparation.ts'
import {
  changeCertificate,
  changeNotice,
  noticeCertificate,
  objectionFinding,
  objectionReceipt,
  planCertificate,
  publicNotice,
} from './transfer-case/publicity.ts'
import { ofUseFirst } from './use-first.ts'

const ofTransferCase: readonly Paper<CaseState>[] = [
  disclosureForm,
  titleRecord,
  screeningForm,
  mandate,
  negotiationRecord,
  proposal,
  reviewOpinion,
  publicNotice,
  objectionReceipt,
  objectionFinding,
  noticeCertificate,
  agenda,
  minutes,
  resolution,
  listingSheet,
  auctionSheet,
  listingConfirmation,
  auctionConfirmation,
  dealNotice,
  openLicence,
  authorisation,
  contract,
  keyTerms,
  registrationForm,
  report,
  calculation,
  distributionTable,
  planNotice,
  planCertificate,
  changeNotice,
  changeCertificate,
  amendment,
  handover,
  royalty,
  settlement,
  payoutList,
  termination,
  closingReport,
]

/** A paper of any procedure; which state it reads is known to who composes it. */
// biome-ignore lint/suspicious/noExplicitAny: the state goes with the procedure, which the case names.
export type AnyPaper = Paper<any>

/** The papers written for a procedure. */
const own: Readonly<Record<string, readonly AnyPaper[]>> = {
  transfer: ofTransferCase,
  equity_holding: ofEquityHolding,
  abandonment: ofAbandonment,
  empowerment_ownership: ofOwnership,
  empowerment_use: ofUse,
  exemption: ofExemption,
  service_contract: ofServiceContract,
  platform_company: ofPlatformCompany,
  use_first: ofUseFirst,
  rectification: ofRectification,
}

/** The papers of each procedure; one without papers of its own has a sheet of all its steps. */
export const papersOfProcedure: Readonly<Record<string, readonly AnyPaper[]>> = Object.fromEntries(
  procedures.map((procedure) => [
    procedure.id,
    own[procedure.id] ?? sheetsOf(procedure as Procedure<ActsState>),
  ]),
)

/** A paper by its id, or undefined. */
export function paperOf(id: string): AnyPaper | undefined {
  return Object.values(papersOfProcedure)
    .flat()
    .find((paper) => paper.id === id)
}

/** A placeholder of a paper as institutions read it. */
export interface Placeholder {
  readonly name: string
  readonly en: string
  /** The placeholders of each row; absent for a single value. */
  readonly columns?: readonly { readonly name: string; readonly en: string }[]
  readonly isByHand: boolean
}

/** The placeholders that a template of a paper may use. */
export function placeholdersOf(paper: AnyPaper): readonly Placeholder[] {
  return Object.entries(fieldsOf(paper)).map(([name, field]) => ({
    name,
    en: field.en,
    isByHand: field.kind === 'hand',
    ...(field.kind === 'rows' && {
      columns: Object.entries(field.columns).map(([column, en]) => ({ name: column, en })),
    }),
  }))
}

/**
 * The papers that may be made now: of acts that are in the record, and of those that may come next.
 *
 * @param next  the acts that neither the law nor the record forbids today.
 */
export function papersNow<State>(
  papers: readonly Paper<State>[],
  recorded: ReadonlySet<string>,
  next: ReadonlySet<string>,
  state: State,
): readonly Paper<State>[] {
  return papers.filter(
    (paper) =>
      (recorded.has(paper.act) || (next.has(paper.act) && !paper.isAfter)) &&
      !paper.isIdle?.(state),
  )
}

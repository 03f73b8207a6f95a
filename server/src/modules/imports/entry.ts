import type {
  AchievementRecord,
  BasisPoints,
  ContractRecord,
  SplitPart as LedgerSplit,
  ReceiptRecord,
  ServiceContractRecord,
} from '@yizhuan/ledger'
import {
  type AchievementFields,
  type AchievementInventor,
  blankAchievement,
} from '../achievements/index.ts'
import { blankContract, type ContractFields } from '../contracts/index.ts'
import { blankReceipt, type ReceiptFields, type SplitPart } from '../proceeds/index.ts'
import { type CarrierEntry, toCarrier } from './carriers.ts'
import { type CostEntry, toCost } from './costs.ts'
import { type CredentialEntry, toCredential } from './credentials.ts'
import { type PeopleEntry, toPerson, toPost, toUnit } from './entry-people.ts'
import { type ProjectsEntry, toProject, toWork } from './entry-projects.ts'
import {
  type RightEntry,
  toKnowHow,
  toLayout,
  toPatent,
  toPreparation,
  toSoftware,
  toTrademark,
  toVariety,
} from './entry-rights.ts'
import { type EvaluationEntry, toEvaluation } from './evaluations.ts'
import { type InterestEntry, toInterest } from './interests.ts'
import { type RuleEntry, toInternalRule } from './internal-rules.ts'
import { unplacedIn } from './namesakes.ts'
import { type SpinOffEntry, toSpinOff } from './spin-offs.ts'
import { type AnswerEntry, toStockAnswer } from './stock-answers.ts'
import type { TableRow } from './table-row.ts'
import { type TrustEntry, toTrusteeship } from './trusteeships.ts'

// From what a ledger says to what a register holds. Pure: nothing is looked up and nothing refused
// here; a value the ledger does not give stays null.

/** A row as its register would hold it. */
export type Entry =
  | {
      readonly to: 'achievement'
      readonly number: string | null
      readonly fields: Titled<AchievementFields>
      readonly leadIdNumber: string | null
      /** A namesake in a department, whose staff number nobody knows: which one is meant is asked. */
      readonly unplaced?: string
    }
  | RightEntry
  | {
      readonly to: 'contract'
      readonly number: string | null
      readonly fields: Titled<ContractFields>
    }
  | { readonly to: 'receipt'; readonly number: null; readonly fields: ReceiptFields }
  | PeopleEntry
  | ProjectsEntry
  | CostEntry
  | CarrierEntry
  | CredentialEntry
  | TrustEntry
  | RuleEntry
  | SpinOffEntry
  | InterestEntry
  | EvaluationEntry
  | AnswerEntry

/** The fields of a record whose title may still be missing. */
export type Titled<Fields> = Omit<Fields, 'title'> & { readonly title: string | null }

/** A row of any table as its register would hold it. */
export function toEntry(row: TableRow): Entry {
  switch (row.table) {
    case 'achievements':
      return toAchievement(row.record)
    case 'patents':
      return toPatent(row.record)
    case 'software':
      return toSoftware(row.record)
    case 'preparations':
      return toPreparation(row.record)
    case 'trademarks':
      return toTrademark(row.record)
    case 'layouts':
      return toLayout(row.record)
    case 'varieties':
      return toVariety(row.record)
    case 'knowHow':
      return toKnowHow(row.record)
    case 'contracts':
      return toContract(row.record)
    case 'receipts':
      return { to: 'receipt', number: null, fields: toReceipt(row.record) }
    case 'serviceContracts':
      return toServiceContract(row.record)
    case 'units':
      return toUnit(row.record)
    case 'people':
      return toPerson(row.record)
    case 'posts':
      return toPost(row.record)
    case 'projects':
      return toProject(row.record)
    case 'projectEntries':
      return toWork(row.record)
    case 'costs':
      return toCost(row.record)
    case 'carriers':
      return toCarrier(row.record)
    case 'credentials':
      return toCredential(row.record)
    case 'trusteeships':
      return toTrusteeship(row.record)
    case 'internalRules':
      return toInternalRule(row.record)
    case 'spinOffs':
      return toSpinOff(row.record)
    case 'interests':
      return toInterest(row.record)
    case 'evaluations':
      return toEvaluation(row.record)
    case 'stockAnswers':
      return toStockAnswer(row.record)
  }
}

// Field by field: to copy the blank of a record and to write over it is several times slower, once for each row.

function toAchievement(record: AchievementRecord): Entry {
  const { code, idNumber, departments } = record
  const fields: Titled<AchievementFields> = {
    kind: record.kind,
    department: departments.length > 0 ? departments.join('、') : null,
    disclosedOn: record.disclosedOn,
    registeredOn: record.registeredOn,
    fundingKind: null,
    fundingSource: record.fundingSource,
    projectNo: record.projectNo,
    serviceBasis: null,
    madeOn: null,
    statedAttribute: record.attribute,
    statedStage: record.stage,
    statedConversion: record.conversion,
    statedConversionCount: record.conversionCount,
    maturityScale: null,
    maturityLevel: record.trl,
    estimatedValueFen: fenText(record.estimatedValueFen),
    rdCostFen: fenText(record.rdCostFen),
    disclosure: blankAchievement.disclosure,
    inventors: inventorsOf(record),
    publicity: null,
    publications: blankAchievement.publications,
    thirdParties: blankAchievement.thirdParties,
    transferFields: blankAchievement.transferFields,
    files: blankAchievement.files,
    holdings: blankAchievement.holdings,
    disputes: blankAchievement.disputes,
    remark: record.remark,
    title: record.title,
  }
  const unplaced = unplacedIn(record)
  return {
    ...{ to: 'achievement', number: code, leadIdNumber: idNumber, fields },
    ...(unplaced !== undefined && { unplaced }),
  }
}

/**
 * The inventors in their order; the first is always among them, shares only if each has one. The staff number of the
 * lead is that of one of them, whoever else bears the name.
 */
function inventorsOf(record: AchievementRecord): readonly AchievementInventor[] {
  const { leadInventor, inventors, shares, staffNo, toldApart } = record
  const isComplete = shares.length === inventors.length
  const leads = inventors.indexOf(leadInventor ?? '')
  const listed = inventors.map((name, at) =>
    inventor(
      name,
      isComplete ? percentText(shares[at]) : null,
      toldApart ? (toldApart[at]?.staffNo ?? null) : at === leads ? staffNo : null,
    ),
  )
  const isMissing = leadInventor !== null && leads < 0
  return isMissing ? [inventor(leadInventor, null, staffNo), ...listed] : listed
}

const inventor = (name: string, share: string | null, staffNo: string | null) => ({
  ...{ name, share, staffNo, isChief: false, holdsLeadingPost: false },
})

function toContract(record: ContractRecord): Entry {
  const { contractNo, registrationNo } = record
  return {
    to: 'contract',
    number: contractNo,
    fields: {
      ...blankContract,
      kind: 'transfer',
      number: contractNo,
      title: record.title,
      counterparty: record.counterparty,
      counterpartyUscc: record.counterpartyUscc,
      mode: record.mode,
      exclusivity: record.exclusivity,
      pricing: record.pricing,
      amountFen: fenText(record.amountFen),
      firstPaymentFen: fenText(record.firstPaymentFen),
      royaltyText: record.royaltyText,
      appraisedFen: fenText(record.appraisedFen),
      signedOn: record.signedOn,
      termFrom: record.termFrom,
      termTo: record.termTo,
      noticeFrom: record.noticeFrom,
      noticeTo: record.noticeTo,
      decision: record.decision,
      registration: registrationNo === null ? null : 'registered',
      registrationNo,
      registeredOn: record.registeredOn,
      status: record.status,
      patentNumbers: record.patentNos,
      ledgerAchievements: record.achievementCodes,
      remark: record.remark,
    },
  }
}

function toServiceContract(record: ServiceContractRecord): Entry {
  const { contractNo, registered } = record
  return {
    to: 'contract',
    number: contractNo,
    fields: {
      ...blankContract,
      kind: record.kind ?? 'service_unclear',
      number: contractNo,
      title: record.title,
      counterparty: record.client,
      amountFen: fenText(record.amountFen),
      statedReceivedFen: fenText(record.receivedFen),
      signedOn: record.signedOn,
      termFrom: record.termFrom,
      termTo: record.termTo,
      registration: registered === null ? null : registered ? 'registered' : 'unregistered',
      status: record.status,
      lead: record.lead,
      departments: record.departments,
      remark: record.remark,
    },
  }
}

function toReceipt(record: ReceiptRecord): ReceiptFields {
  return {
    ...blankReceipt,
    contractNumber: record.contractNo,
    payer: record.payer,
    instalment: record.stage,
    receivedOn: record.receivedOn,
    amountFen: fenText(record.amountFen),
    taxFen: fenText(record.taxFen),
    appraisalFen: fenText(record.appraisalFen),
    agencyFen: fenText(record.agencyFen),
    costFen: fenText(record.costFen),
    netFen: fenText(record.netFen),
    rewardShare: percentText(record.rewardRatio),
    rewardFen: fenText(record.rewardFen),
    ttoFen: fenText(record.officeFen),
    institutionFen: fenText(record.hospitalFen),
    split: record.split.map(partOf),
    paidOn: record.paidOn,
    voucher: record.voucherNo,
    remark: record.remark,
  }
}

/** Accounts and payments go by what somebody is called: namesakes are called apart. */
function partOf(part: LedgerSplit): SplitPart {
  const name = part.beside === undefined ? part.name : `${part.name}（${part.beside}）`
  if ('bp' in part) return { name, share: percentText(part.bp) ?? '' }
  return 'fen' in part ? { name, fen: String(part.fen) } : { name, equal: true }
}

function fenText(fen: bigint | null): string | null {
  return fen === null ? null : String(fen)
}

/** Basis points as a percentage: 7000 is `70%`, 3333 is `33.33%`. */
function percentText(bp: BasisPoints | null | undefined): string | null {
  if (bp === null || bp === undefined) return null
  const cents = String(Math.round(bp)).padStart(3, '0')
  const decimals = cents.slice(-2).replace(/0+$/, '')
  return `${Number(cents.slice(0, -2))}${decimals === '' ? '' : `.${decimals}`}%`
}

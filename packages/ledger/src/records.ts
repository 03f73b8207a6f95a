import type { Fen } from '@yizhuan/kit'
import type { ReductionColumns, TitleColumns } from './records-of-titles.ts'

/** A day as precisely as the ledger gives it: `2024-03-05`, `2024-03` or `2024`. */
export type LedgerDay = string

/** Basis points: 7000 is 70 %. */
export type BasisPoints = number

/** What every record carries besides its fields. */
export interface RecordMarks {
  /** The row of the sheet, counted from 1. */
  readonly row: number
  /** The earlier row that says the same; this record is left out. */
  readonly duplicateOf?: number
  /** The whole row is struck through: void, or perhaps not. A person decides. */
  readonly struckOut?: true
  readonly hiddenRow?: true
}

export type AchievementKind =
  | 'patent_invention'
  | 'patent_utility_model'
  | 'patent_design'
  | 'software'
  | 'preparation'
  | 'know_how'
  | 'method'
  | 'clinical_technique'
  | 'data'
  | 'product'

/** Who of a team somebody is: by the staff number, or by what else stands beside the name. */
export interface ToldApart {
  readonly staffNo: string | null
  readonly words: string | null
}

/** A line of the ledger of achievements (科技成果台账). */
export interface AchievementRecord extends RecordMarks {
  readonly code: string | null
  readonly title: string | null
  readonly kind: AchievementKind | null
  readonly leadInventor: string | null
  readonly staffNo: string | null
  readonly idNumber: string | null
  readonly inventors: readonly string[]
  /** Of each inventor, in their order; only where two bear one name, or staff numbers stand for several. */
  readonly toldApart?: readonly ToldApart[]
  /** What stands in words behind the name of each; only where somebody's name is told no other way. */
  readonly besides?: readonly (string | null)[]
  readonly shares: readonly BasisPoints[]
  readonly departments: readonly string[]
  readonly disclosedOn: LedgerDay | null
  readonly registeredOn: LedgerDay | null
  readonly fundingSource: string | null
  readonly projectNo: string | null
  /** Authorised (granted, registered) or not yet. */
  readonly attribute: 'authorised' | 'unauthorised' | null
  readonly stage: 'research' | 'development' | 'inseparable' | null
  readonly conversion: 'none' | 'intended' | 'converted' | null
  readonly conversionCount: number | null
  readonly trl: number | null
  readonly estimatedValueFen: Fen | null
  readonly rdCostFen: Fen | null
  readonly remark: string | null
}

export type PatentKind = 'invention' | 'utility_model' | 'design' | 'pct'

export type PatentStatus =
  | 'granted'
  | 'pending'
  | 'pending_accepted'
  | 'pending_published'
  | 'pending_examination'
  | 'rejected'
  | 'withdrawn'
  | 'deemed_withdrawn'
  | 'lapsed'
  | 'lapsed_unpaid'
  | 'lapsed_waived'
  | 'lapsed_expired'
  | 'invalidated'
  | 'transferred'

/** A line of the ledger of patents (专利台账). */
export interface PatentRecord extends RecordMarks, TitleColumns, ReductionColumns {
  readonly title: string | null
  readonly kind: PatentKind | null
  /** `202117654321.X` without CN or ZL, or `PCT/CN2022/123456`. */
  readonly applicationNo: string | null
  readonly publicationNo: string | null
  readonly filedOn: LedgerDay | null
  readonly grantedOn: LedgerDay | null
  readonly inventors: readonly string[]
  /** Owners besides the hospital itself. */
  readonly coOwners: readonly string[]
  readonly departments: readonly string[]
  readonly status: PatentStatus | null
  readonly feeDueOn: LedgerDay | null
  readonly feePaidYear: number | null
  readonly agency: string | null
  readonly achievementCode: string | null
  readonly remark: string | null
  /** The country or office abroad as its cell says it in a code; none of China, absent without a column for it. */
  readonly country?: string | null
  /** The numbers of earlier applications it claims the priority of; absent without a column for them. */
  readonly priorities?: readonly string[]
}

/** A line of the ledger of software copyrights (软件著作权). */
export interface SoftwareRecord extends RecordMarks, TitleColumns {
  readonly title: string | null
  readonly version: string | null
  readonly registrationNo: string | null
  /** `软著登字第1234567号` of its certificate. */
  readonly certificateNo: string | null
  readonly completedOn: LedgerDay | null
  readonly firstPublishedOn: LedgerDay | null
  readonly registeredOn: LedgerDay | null
  readonly inventors: readonly string[]
  readonly departments: readonly string[]
  readonly achievementCode: string | null
  readonly remark: string | null
}

/** A line of the ledger of preparations of the hospital (医疗机构制剂). */
export interface PreparationRecord extends RecordMarks {
  readonly title: string | null
  readonly approvalNo: string | null
  readonly dosageForm: string | null
  readonly approvedOn: LedgerDay | null
  readonly validTo: LedgerDay | null
  readonly lead: string | null
  readonly departments: readonly string[]
  readonly achievementCode: string | null
  readonly status: 'valid' | 'expired' | 'cancelled' | null
  readonly remark: string | null
}

/** A line of the ledger of transfer contracts (转化合同台账). */
export interface ContractRecord extends RecordMarks {
  readonly contractNo: string | null
  readonly title: string | null
  readonly achievementCodes: readonly string[]
  readonly patentNos: readonly string[]
  readonly counterparty: string | null
  readonly counterpartyUscc: string | null
  readonly mode:
    | 'assignment'
    | 'license'
    | 'cooperation'
    | 'equity_contribution'
    | 'self_implementation'
    | 'other'
    | null
  readonly exclusivity: 'exclusive' | 'sole' | 'plain' | null
  readonly amountFen: Fen | null
  readonly firstPaymentFen: Fen | null
  readonly royaltyText: string | null
  readonly pricing: 'agreement' | 'listing' | 'auction' | null
  readonly appraisedFen: Fen | null
  readonly signedOn: LedgerDay | null
  readonly termFrom: LedgerDay | null
  readonly termTo: LedgerDay | null
  readonly noticeFrom: LedgerDay | null
  readonly noticeTo: LedgerDay | null
  readonly decision: string | null
  readonly registrationNo: string | null
  readonly registeredOn: LedgerDay | null
  readonly status: 'performing' | 'completed' | 'terminated' | 'not_effective' | null
  readonly remark: string | null
}

/** One person's part of the team's reward: a share, an amount, or an equal part. */
export type SplitPart = (
  | { readonly bp: BasisPoints }
  | { readonly fen: Fen }
  | { readonly equal: true }
) & {
  readonly name: string
  /** The staff number or department that tells them from others of the name in the same split. */
  readonly beside?: string
}

/** A line of the ledger of receipts and their distribution (到账与分配). */
export interface ReceiptRecord extends RecordMarks {
  readonly contractNo: string | null
  readonly payer: string | null
  readonly stage: string | null
  readonly receivedOn: LedgerDay | null
  readonly amountFen: Fen | null
  readonly taxFen: Fen | null
  readonly appraisalFen: Fen | null
  readonly agencyFen: Fen | null
  readonly costFen: Fen | null
  readonly netFen: Fen | null
  readonly rewardRatio: BasisPoints | null
  readonly rewardFen: Fen | null
  readonly officeFen: Fen | null
  readonly hospitalFen: Fen | null
  readonly split: readonly SplitPart[]
  readonly paidOn: LedgerDay | null
  readonly voucherNo: string | null
  readonly remark: string | null
}

/** A line of the ledger of commissioned development, consulting and services (横向三技合同). */
export interface ServiceContractRecord extends RecordMarks {
  readonly contractNo: string | null
  readonly title: string | null
  readonly kind: 'development' | 'consulting' | 'service' | null
  readonly client: string | null
  readonly lead: string | null
  readonly departments: readonly string[]
  readonly amountFen: Fen | null
  readonly receivedFen: Fen | null
  readonly signedOn: LedgerDay | null
  readonly termFrom: LedgerDay | null
  readonly termTo: LedgerDay | null
  readonly registered: boolean | null
  readonly status: 'performing' | 'completed' | 'terminated' | 'not_effective' | null
  readonly remark: string | null
}

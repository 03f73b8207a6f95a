import type { Fen } from '@yizhuan/kit'
import type { LedgerDay, RecordMarks } from './records.ts'

/** A line of the list of rules that a house made for itself (内部制度). */
export interface InternalRuleRecord extends RecordMarks {
  readonly ruleTitle: string | null
  readonly ruleTopic: string | null
  readonly ruleNumber: string | null
  readonly ruleApprover: string | null
  readonly ruleApprovedOn: LedgerDay | null
  readonly ruleFrom: LedgerDay | null
  /** First day on which it no longer holds, by its own term. */
  readonly ruleTo: LedgerDay | null
  /** First day on which it no longer holds, since it was repealed. */
  readonly ruleEnded: LedgerDay | null
  readonly ruleReview: LedgerDay | null
  readonly remark: string | null
}

/** Somebody of the house in a company, as a cell tells of them. */
export interface CompanyMember {
  readonly name: string
  readonly role: string
  readonly way: string
  readonly fromDay: LedgerDay
  readonly toDay: LedgerDay | null
}

/** A line of the list of companies founded on achievements (衍生企业). */
export interface SpinOffRecord extends RecordMarks {
  readonly companyName: string | null
  readonly companyUscc: string | null
  readonly companyState: string | null
  readonly companySince: LedgerDay | null
  readonly companyFounded: LedgerDay | null
  readonly companyBusiness: string | null
  readonly companyCapitalFen: Fen | null
  /** The number of the holding of the house in it. */
  readonly companyHolding: string | null
  readonly companyAchievements: readonly string[]
  readonly companyContracts: readonly string[]
  readonly companyPeople: readonly CompanyMember[]
  readonly remark: string | null
}

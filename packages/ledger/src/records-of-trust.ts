import type { Fen } from '@yizhuan/kit'
import type { LedgerDay, RecordMarks } from './records.ts'

/** Who takes the income of what is held in trust, and how much of it: `70%` or `7/10`. */
export interface IncomePart {
  readonly name: string
  readonly share: string
}

/** A line of the list of agreements of trusteeship (知识产权托管). */
export interface TrusteeshipRecord extends RecordMarks {
  readonly trustNumber: string | null
  readonly trustTitle: string | null
  readonly trustee: string | null
  readonly trusteeUscc: string | null
  readonly trusteeKind: string | null
  /** Numbers of achievements and of rights that are held in trust. */
  readonly trustAchievements: readonly string[]
  readonly trustRights: readonly string[]
  readonly trustOwners: readonly string[]
  readonly trustOperators: readonly string[]
  readonly trustIncome: readonly IncomePart[]
  readonly trustPayer: 'third_party' | 'institution' | null
  readonly trustFrom: LedgerDay | null
  readonly trustTo: LedgerDay | null
  readonly trustDuties: string | null
  readonly trustFeeFen: Fen | null
  readonly trustFeeWords: string | null
  readonly trustApprover: string | null
  readonly trustApprovedOn: LedgerDay | null
  /** Why it stands beside what speaks against it. */
  readonly trustDespite: string | null
  readonly remark: string | null
}

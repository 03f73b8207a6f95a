import type { Fen } from '@yizhuan/kit'
import type { BasisPoints, LedgerDay, RecordMarks } from './records.ts'

/** A line of the list of research projects (科研项目), with one source of its money. */
export interface ProjectRecord extends RecordMarks {
  readonly projectNumber: string | null
  readonly projectTitle: string | null
  readonly projectLeader: string | null
  readonly leaderStaffNo: string | null
  readonly fundingKind: 'public' | 'enterprise' | 'own' | null
  readonly fundingName: string | null
  readonly fundingFen: Fen | null
  /** When research with this money began. */
  readonly fundingStart: LedgerDay | null
  readonly projectFrom: LedgerDay | null
  readonly projectTo: LedgerDay | null
  readonly projectAchievements: readonly string[]
  readonly remark: string | null
}

/** A line of the ledger of work (工作量台账): one entry about one person. */
export interface ProjectEntryRecord extends RecordMarks {
  readonly projectNumber: string | null
  readonly entryKind: 'joined' | 'left' | 'division' | 'progress' | 'result' | 'share' | null
  readonly entryDay: LedgerDay | null
  readonly staffNo: string | null
  readonly personName: string | null
  readonly entryWords: string | null
  readonly entryShare: BasisPoints | null
}

/** A line of the costs of achievements (研发成本归集). */
export interface CostRecord extends RecordMarks {
  readonly costAchievement: string | null
  readonly costDay: LedgerDay | null
  readonly costKind: string | null
  readonly spentFen: Fen | null
  readonly costFunding: 'public' | 'enterprise' | 'own' | null
  readonly costVoucher: string | null
  /** What the whole voucher comes to, where several share it. */
  readonly voucherWholeFen: Fen | null
  readonly costWords: string | null
}

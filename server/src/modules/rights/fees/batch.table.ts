import type { Words } from '@yizhuan/kit'
import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../../platform/register.ts'
import type { Json } from '../../../platform/tables.ts'

/** What becomes of a batch. */
export const batchStates = ['proposed', 'approved', 'refused', 'cancelled', 'settled'] as const
export type BatchState = (typeof batchStates)[number]

interface FeeBatchTable {
  institutionId: string
  id: string
  title: string
  budget: string
  budgetFen: string | null
  payOn: string
  reading: string
  state: BatchState
  madeBy: string
  madeName: string
  madeOn: string
  decidedBy: string | null
  decidedName: string | null
  decidedOn: string | null
  remark: string | null
  overReason: string | null
  datedOn: GeneratedAlways<string>
}

/** What may be spent on annual fees in a year, by whom it was stated; the newest counts. */
interface FeeBudgetTable {
  institutionId: string
  id: string
  year: number
  /** Whose it is; null where it is the institution's. */
  department: string | null
  fen: string
  document: string
  statedOn: string
  statedBy: string
  statedName: string
}

interface FeeBatchLineTable {
  institutionId: string
  batchId: string
  rightId: string
  /** Nought of the fee of a clock, which has no year. */
  year: number
  /** The clock that asks for it; empty of an annual fee. */
  clock: string
  feeTitle: Json<Words> | null
  feeFen: string
  surchargeFen: string
  state: 'open' | 'paid' | 'dropped'
  paidOn: string | null
  paidFen: string | null
  receipt: string | null
  eventId: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    feeBatch: FeeBatchTable
    feeBatchLine: FeeBatchLineTable
    feeBudget: FeeBudgetTable
  }
}

/** The register of batches: who put together, approved and paid what. */
export const batchRegister: Register = {
  name: 'fee_batch',
  table: 'feeBatch',
  columns: [
    'title',
    'budget',
    'budgetFen',
    'payOn',
    'reading',
    'state',
    'madeBy',
    'madeName',
    'madeOn',
    'decidedBy',
    'decidedName',
    'decidedOn',
    'remark',
    'overReason',
  ],
}

import type { PaymentState, PaymentWay } from '@yizhuan/money'
import type { Generated, GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { ToldProblem } from '../../platform/told-problem.ts'
import type { BatchState, PlanState, ProofFile, Treatment } from './payout.ts'

interface PayoutBatchTable {
  institutionId: string
  id: string
  title: string
  way: Exclude<PaymentWay, 'equity'>
  payOn: string
  state: BatchState
  chosen: number
  gathered: number
  orders: number
  treatment: Json<Treatment>
  madeBy: string
  madeName: string
  madeOn: string
  decidedBy: string | null
  decidedName: string | null
  decidedOn: string | null
  remark: string | null
  datedOn: GeneratedAlways<string>
}

interface PayoutPlanTable {
  institutionId: string
  id: string
  batchId: string
  caseId: string
  planSeq: number
  orderedAt: number
  lines: Json<readonly { readonly name: string; readonly amount: string }[]>
  totalFen: string
  takenInFen: string
  state: PlanState
  problem: Json<ToldProblem> | null
  actSeq: number | null
  postings: number
}

interface PaymentOrderTable {
  institutionId: string
  caseId: string
  planSeq: number
  line: number
  attempt: number
  planId: string
  batchId: string
  number: number
  personId: string | null
  name: string
  way: PaymentWay
  projectNumber: Generated<string | null>
  projectAccount: Generated<string | null>
  /** Who said that it goes another way than its batch. */
  wayBy: Generated<string | null>
  amountFen: string
  withheldFen: string | null
  /** Who said so; it goes along where the payment is made again. */
  withheldBy: string | null
  filedWithheldFen: string | null
  toldFen: string | null
  taxedLate: boolean
  state: PaymentState
  fileNumber: number | null
  sentOn: string | null
  bankName: string | null
  accountMasked: string | null
  accountSealed: string | null
  told: 'paid' | 'returned' | null
  toldOn: string | null
  toldReason: string | null
  toldProof: string | null
  paidOn: string | null
  paidProof: string | null
  paidPosting: number | null
  returnedOn: string | null
  returnedReason: string | null
  returnedProof: string | null
  returnedPosting: number | null
}

/** What a payment is made of that no plan gives: the bonus at a grant, or an award from the staff part. */
export type AwardSource = 'grant_bonus' | 'staff_award'

/** A payment of a bonus or award; it is told as those of plans are. */
interface AwardOrderTable
  extends Omit<
    PaymentOrderTable,
    | ('caseId' | 'planSeq' | 'line' | 'attempt' | 'planId' | 'personId' | 'withheldFen')
    | ('withheldBy' | 'taxedLate' | 'paidPosting' | 'returnedPosting' | 'way')
  > {
  source: AwardSource
  recordId: string
  place: number
  turn: number
  title: string
  personId: string
  way: Exclude<PaymentWay, 'equity'>
  withheldFen: Generated<string | null>
  withheldBy: Generated<string | null>
}

interface PayoutLeftOutTable {
  institutionId: string
  batchId: string
  caseId: string
  problem: Json<ToldProblem>
}

interface PayoutFileTable {
  institutionId: string
  batchId: string
  number: number
  digest: string
  orders: number
  totalFen: string
  madeAt: Date
  madeBy: string
  madeName: string
}

interface PayoutProofTable {
  institutionId: string
  id: string
  batchId: string
  document: string
  file: Json<ProofFile> | null
  lines: number
  paidFen: string
  /** What is known to be withheld of it; null where nobody has said it of any payment. */
  withheldFen: string | null
  returnedFen: string
  cases: number
  done: number
  takenAt: Date
  takenBy: string
  takenName: string
}

interface PayoutLateTaxTable {
  institutionId: string
  caseId: string
  planSeq: number
  line: number
  attempt: number
  planId: string
  posting: number
  fromFen: string | null
  toFen: string
  onDay: string
  document: string
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    payoutBatch: PayoutBatchTable
    payoutPlan: PayoutPlanTable
    paymentOrder: PaymentOrderTable
    awardOrder: AwardOrderTable
    payoutLeftOut: PayoutLeftOutTable
    payoutFile: PayoutFileTable
    payoutProof: PayoutProofTable
    payoutLateTax: PayoutLateTaxTable
  }
}

/** The register of batches: who made, approved, sent and proved what. */
export const batchRegister: Register = {
  name: 'payout_batch',
  table: 'payoutBatch',
  columns: [
    'title',
    'way',
    'payOn',
    'state',
    'chosen',
    'treatment',
    'madeBy',
    'madeName',
    'madeOn',
    'decidedBy',
    'decidedName',
    'decidedOn',
    'remark',
  ],
  json: new Set(['treatment']),
}

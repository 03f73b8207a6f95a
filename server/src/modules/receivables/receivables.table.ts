import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Json } from '../../platform/tables.ts'
import type { WrittenEvent } from './booking.queries.ts'
import type { DunningLineWire } from './dunning.wire.ts'
import type { voidGrounds } from './invoice.wire.ts'
import type { linkBases } from './refund.wire.ts'
import type { TermWire } from './terms.wire.ts'

/** A file as evidence stands beside what it proves. */
export type FileRef = { readonly sha256: string; readonly name: string; readonly size: number }

interface Made {
  madeAt: Date
  madeBy: string
  madeName: string
}

/** What became of one receivable when terms changed, as it was shown. */
export interface ToldChange {
  readonly is: 'added' | 'changed' | 'dropped' | 'fixed' | 'leftOut'
  readonly key: string
  readonly label: string
  readonly from: { readonly minor: string | null; readonly dueOn: string | null } | null
  readonly to: { readonly minor: string | null; readonly dueOn: string | null } | null
}

interface PaymentTermsTable extends Made {
  institutionId: string
  contractId: string
  version: number
  kind: 'agreed' | 'amended' | 'ended' | 'resumed'
  effectiveOn: string
  currency: string
  planRate: string | null
  terms: Json<readonly TermWire[]>
  changes: Json<readonly ToldChange[]>
  reason: string | null
  files: Json<readonly FileRef[]>
  /** Of one that ended: whether what was due on that very day is owed. */
  owesLastDay: Generated<boolean>
}

interface MilestoneReachedTable extends Made {
  institutionId: string
  contractId: string
  term: string
  /** What was taken back may be reached again. */
  nth: Generated<number>
  reachedOn: string
  words: string
  files: Json<readonly FileRef[]>
}

interface MilestoneTakenBackTable extends Made {
  institutionId: string
  contractId: string
  term: string
  nth: number
  reason: string
}

interface ReceivableTable {
  institutionId: string
  id: string
  contractId: string
  key: string
  term: string
  kind: 'fixed' | 'milestone' | 'royalty' | 'audit'
  /** The audit that found it. */
  auditId: ColumnType<string | null, string | null | undefined, never>
  label: string
  currency: string
  minor: string | null
  dueOn: string | null
  periodFrom: string | null
  periodTo: string | null
  statementOn: string | null
  isStated: Generated<boolean>
  isCancelled: Generated<boolean>
  planN: string
  planD: string
  matchedMinor: Generated<string>
  writtenOffMinor: Generated<string>
  openMinor: GeneratedAlways<string>
  openFen: GeneratedAlways<string>
  datedOn: GeneratedAlways<string>
  /** What of it stands on its account in the books. */
  bookedFen: Generated<string>
  /** What tax of its invoices stands there. */
  bookedVatFen: Generated<string>
}

interface ReceivableBookingTable {
  institutionId: string
  receivableId: string
  seq: number
  events: Json<readonly WrittenEvent[]>
  madeAt: Date
}

interface ReceiptMoneyTable {
  institutionId: string
  receiptId: string
  currency: string
  minor: string
  fen: string
  rate: string | null
  rateSource: string | null
  matchedMinor: Generated<string>
  matchedFen: Generated<string>
  refundedMinor: Generated<string>
  refundedFen: Generated<string>
}

interface ReceivableMatchTable extends Made {
  institutionId: string
  id: string
  receivableId: string
  receiptId: string
  minor: string
  fen: string
  /** What of a foreign receipt was used for a receivable in yuan. */
  usedMinor: string | null
  takesBack: string | null
  reason: string | null
}

/** What a void invoice was: one that was mistyped, or one that the tax office has as void. */
export type VoidGround = (typeof voidGrounds)[number]

/** Why a refund was linked with a receipt. */
export type LinkBasis = (typeof linkBases)[number]

interface ReceiptRefundTable extends Made {
  institutionId: string
  refundId: string
  receiptId: string
  /** Odd lines link, even ones take the line before back. */
  seq: number
  minor: string
  fen: string
  basis: LinkBasis | 'taken-back'
  reason: string | null
}

interface ReceivableWriteOffTable extends Made {
  institutionId: string
  id: string
  receivableId: string
  minor: string
  writtenOn: string
  reason: string
  /** Of a line that takes another one back; it is below nought. */
  takesBack: ColumnType<string | null, string | null | undefined, never>
  caseId: string | null
  seq: number | null
}

interface WriteOffProposalTable extends Made {
  institutionId: string
  id: string
  receivableId: string
  minor: string
  writtenOn: string
  reason: string
  files: Json<readonly FileRef[]>
  outcome: ColumnType<'confirmed' | 'withdrawn' | null, never, 'confirmed' | 'withdrawn'>
  endedAt: ColumnType<Date | null, never, Date>
  endedBy: ColumnType<string | null, never, string>
  endedName: ColumnType<string | null, never, string>
  endedReason: ColumnType<string | null, never, string>
  writeOffId: ColumnType<string | null, never, string>
}

interface RoyaltyStatementTable extends Made {
  institutionId: string
  id: string
  contractId: string
  term: string
  periodFrom: string
  baseMinor: string
  /** What was counted, where it is pieces and no amount. */
  baseUnit: string | null
  statedMinor: string | null
  earnedMinor: string
  dueMinor: string
  receivedOn: string
  words: string | null
  files: Json<readonly FileRef[]>
  supersedes: string | null
  /** The act of the case that says it. */
  caseId: ColumnType<string | null, string | null | undefined, never>
  seq: ColumnType<number | null, number | null | undefined, never>
}

interface RoyaltyAuditTable extends Made {
  institutionId: string
  id: string
  contractId: string
  onDay: string
  outcome: 'announced' | 'refused' | 'agreed' | 'difference'
  /** Above nought what was stated too little, below nought what was stated too much. */
  differenceMinor: string | null
  term: string | null
  periodFrom: string | null
  dueOn: string | null
  words: string
  files: Json<readonly FileRef[]>
}

interface RoyaltyAuditTakenBackTable extends Made {
  institutionId: string
  auditId: string
  reason: string
}

interface RoyaltyAuditDecisionTable extends Made {
  institutionId: string
  auditId: string
  way: 'refund' | 'credit'
  onDay: string
  reason: string
}

interface RoyaltyCreditTable {
  institutionId: string
  auditId: string
  seq: number
  receivableId: string
  /** Below nought where it is taken off again. */
  minor: string
}

interface InvoiceTable {
  institutionId: string
  id: string
  contractId: string
  state: 'draft' | 'issued' | 'void'
  buyer: string
  amountFen: string
  /** A rate, or `exempt`. */
  vatRate: string
  vatReason: ColumnType<string | null, string | null | undefined, string | null>
  vatFen: string
  /** Of a red-letter invoice: which one it takes back. Its sums are below nought. */
  redOf: ColumnType<string | null, string | null | undefined, never>
  number: string | null
  issuedOn: string | null
  files: Json<readonly FileRef[]>
  voidReason: string | null
  /** Why it is void, where it had a number: it was entered by mistake, or it is void itself. */
  voidGround: ColumnType<VoidGround | null, never, VoidGround | null>
  datedOn: GeneratedAlways<string>
  remark: string | null
}

interface InvoiceLineTable {
  institutionId: string
  invoiceId: string
  receivableId: string
  fen: string
  /** Of a foreign receivable: what it asks for in that currency; none said is all of it. */
  minor: ColumnType<string | null, string | null | undefined, never>
}

interface ReceiptHoldTable {
  institutionId: string
  receiptId: string
  seq: number
  onDay: string
  part: 'transfer' | 'service'
  /** Above nought where it is held, below where it is let go. */
  fen: string
  caseId: string | null
  subject: string
  madeAt: Date
}

interface DunningLetterTable {
  institutionId: string
  id: string
  contractId: string
  stage: number
  writtenOn: string
  payBy: string
  way: 'post' | 'email' | 'hand' | 'other'
  lines: Json<readonly DunningLineWire[]>
  words: string | null
  madeAt: Date
  madeBy: string
  madeName: string
  struckOn: Generated<string | null>
  struckReason: Generated<string | null>
  struckName: Generated<string | null>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    dunningLetter: DunningLetterTable
    receiptHold: ReceiptHoldTable
    paymentTerms: PaymentTermsTable
    milestoneReached: MilestoneReachedTable
    milestoneTakenBack: MilestoneTakenBackTable
    receivable: ReceivableTable
    receiptMoney: ReceiptMoneyTable
    receivableMatch: ReceivableMatchTable
    receiptRefund: ReceiptRefundTable
    receivableWriteOff: ReceivableWriteOffTable
    writeOffProposal: WriteOffProposalTable
    royaltyStatement: RoyaltyStatementTable
    royaltyAudit: RoyaltyAuditTable
    royaltyAuditTakenBack: RoyaltyAuditTakenBackTable
    royaltyAuditDecision: RoyaltyAuditDecisionTable
    royaltyCredit: RoyaltyCreditTable
    receivableBooking: ReceivableBookingTable
    invoice: InvoiceTable
    invoiceLine: InvoiceLineTable
  }
}

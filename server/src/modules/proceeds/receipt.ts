/** One person's part of the team's reward: a share, an amount, or an equal part. */
export interface SplitPart {
  readonly name: string
  readonly share?: string
  readonly fen?: string
  readonly equal?: true
}

/** What the register holds of a receipt. A refund is below zero. Amounts are whole fen. */
export interface ReceiptFields {
  readonly contractId: string | null
  /** The number of the contract as the ledger gives it, also where no such contract is known. */
  readonly contractNumber: string | null
  readonly payer: string | null
  readonly instalment: string | null
  readonly receivedOn: string | null
  readonly amountFen: string | null
  readonly taxFen: string | null
  readonly appraisalFen: string | null
  readonly agencyFen: string | null
  readonly costFen: string | null
  readonly netFen: string | null
  /** The part of the net income that goes to the team, as a percentage: `70%`. */
  readonly rewardShare: string | null
  readonly rewardFen: string | null
  readonly ttoFen: string | null
  readonly institutionFen: string | null
  readonly split: readonly SplitPart[]
  readonly paidOn: string | null
  readonly voucher: string | null
  /** The account of the house it came to. */
  readonly account: string | null
  readonly remark: string | null
}

/** A receipt of which nothing is known. */
export const blankReceipt: ReceiptFields = {
  contractId: null,
  contractNumber: null,
  payer: null,
  instalment: null,
  receivedOn: null,
  amountFen: null,
  taxFen: null,
  appraisalFen: null,
  agencyFen: null,
  costFen: null,
  netFen: null,
  rewardShare: null,
  rewardFen: null,
  ttoFen: null,
  institutionFen: null,
  split: [],
  paidOn: null,
  voucher: null,
  account: null,
  remark: null,
}

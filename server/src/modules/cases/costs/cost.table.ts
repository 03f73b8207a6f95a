interface CostDeductionTable {
  institutionId: string
  caseId: string
  /** The act that recorded the cost, and the payout or reversal. */
  costSeq: number
  seq: number
  onDay: string
  amountFen: string
  counts: boolean
}

interface CostReimbursementTable {
  institutionId: string
  caseId: string
  /** The act that recorded the cost, and the one that says what came back of it. */
  costSeq: number
  seq: number
  onDay: string
  amountFen: string
  voucher: string
  reason: string
}

interface StatementCostTable {
  institutionId: string
  caseId: string
  seq: number
  line: number
  statement: string
  voucher: string
  amountFen: string
  voucherFen: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    costDeduction: CostDeductionTable
    costReimbursement: CostReimbursementTable
    statementCost: StatementCostTable
  }
}

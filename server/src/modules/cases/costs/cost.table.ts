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

declare module '../../../platform/tables.ts' {
  interface Tables {
    costDeduction: CostDeductionTable
  }
}

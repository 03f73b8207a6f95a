interface VoucherRunTable {
  institutionId: string
  id: string
  fromDay: string
  toDay: string
  isAgain: boolean
  entries: number
  madeAt: Date
  madeBy: string
  madeName: string
}

interface VoucherTable {
  institutionId: string
  runId: string
  entryId: string
  month: string
  number: number
  isAgain: boolean
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    voucherRun: VoucherRunTable
    voucher: VoucherTable
  }
}

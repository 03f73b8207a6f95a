import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { ReceiptFields, SplitPart } from './receipt.ts'

interface ReceiptTable extends Omit<ReceiptFields, 'split'> {
  institutionId: string
  id: string
  /** The case and the act that recorded it; null for one entered from a ledger. */
  caseId: string | null
  seq: number | null
  /** What of it belongs to other holders of title; held for them, no income here. */
  othersFen: ColumnType<string, string | undefined, string>
  /** What came in as a whole under its voucher, where it is recorded in parts. */
  voucherFen: ColumnType<string | null, string | null | undefined, string | null>
  split: Json<readonly SplitPart[]>
  /** The case whose takeover told that it was shared out before, where no ledger did. */
  toldBy: ColumnType<string | null, string | null | undefined, string | null>
  /** The contract it was taken off: no ledger links it there again. */
  takenOff: ColumnType<string | null, never, string | null>
  /** No case and no ledger brought it: somebody entered it. */
  byHand: ColumnType<boolean, never, boolean>
  /** Why it was taken back, where it was entered by mistake: it came to nothing. */
  takenBack: ColumnType<string | null, never, string>
  datedOn: GeneratedAlways<string>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    receipt: ReceiptTable
  }
}

/** The columns people fill, in the order histories and exports show them. */
export const fieldColumns = [
  'contractId',
  'contractNumber',
  'payer',
  'instalment',
  'receivedOn',
  'amountFen',
  'taxFen',
  'appraisalFen',
  'agencyFen',
  'costFen',
  'netFen',
  'rewardShare',
  'rewardFen',
  'ttoFen',
  'institutionFen',
  'split',
  'paidOn',
  'voucher',
  'account',
  'remark',
] as const satisfies readonly (keyof ReceiptFields)[]

/** The register of receipts. */
export const receiptRegister: Register = {
  name: 'receipt',
  table: 'receipt',
  columns: fieldColumns,
  json: new Set(['split']),
  foundBy: (fields) => {
    const { contractNumber, payer, voucher, remark, split } = fields as unknown as ReceiptFields
    const title = [payer, contractNumber, voucher].find((said) => said !== null) ?? ''
    const names = split.map(({ name }) => name)
    return { label: voucher, title, texts: [contractNumber, names.join('、'), remark], names }
  },
}

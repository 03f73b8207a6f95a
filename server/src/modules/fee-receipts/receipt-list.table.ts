import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'

interface FeeReceiptListTable {
  institutionId: string
  id: string
  name: string
  sha256: string
  size: string
  lines: number
  sumFen: string
  state: 'taken' | 'undone'
  takenOn: string
  takenName: string
  undoReason: string | null
  undoneOn: string | null
  undoneName: string | null
  datedOn: GeneratedAlways<string>
}

interface FeeReceiptLineTable {
  institutionId: string
  listId: string
  eventId: string
  rightId: string
  batchId: string
  year: number
  row: number
  fen: string
  receipt: string
  paidOn: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    feeReceiptList: FeeReceiptListTable
    feeReceiptLine: FeeReceiptLineTable
  }
}

/** The lists of receipts that were taken. */
export const receiptRegister: Register = {
  name: 'fee_receipt_list',
  table: 'feeReceiptList',
  columns: [
    'name',
    'sha256',
    'size',
    'lines',
    'sumFen',
    'state',
    'takenOn',
    'takenName',
    'undoReason',
    'undoneOn',
    'undoneName',
  ],
}

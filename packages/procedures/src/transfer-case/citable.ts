import { deductedCosts, reimbursementsThatWait } from './correction/reimbursed.ts'
import { type CaseState, leftOf, pendingCosts, pendingReceipts } from './state.ts'

/** A receipt or a cost on record that a later act may name; nobody copies the number of a voucher. */
export interface Citable {
  readonly on: string
  readonly voucher: string
  /** Whole fen of it that are left. */
  readonly left: string
  /** What kind of cost it is. */
  readonly kind?: string
}

/** What an act names a line of the record as. */
export type CitableKind = 'receipt' | 'cost' | 'deducted' | 'reimbursement'

/**
 * What an act may name of a kind, the latest first: receipts that can go back, costs that wait whole to be
 * deducted and so can be withdrawn, and those that were deducted, with what may come back of each. A receipt of
 * which only what others hold is left can go back as well.
 */
export function citableIn(state: CaseState, kind: CitableKind): readonly Citable[] {
  if (kind === 'deducted') return deductedCosts(state).map(citableCost).reverse()
  if (kind === 'reimbursement') return reimbursementsThatWait(state).map(citableReceipt).reverse()
  const lines = kind === 'cost' ? pendingCosts(state).filter(isWhole) : receiptsThatMayGoBack(state)
  return lines
    .map((line) => ({
      ...{ on: line.on, voucher: line.data.voucher, left: `${leftOf(line)}` },
      ...('kind' in line.data && { kind: line.data.kind }),
    }))
    .reverse()
}

const citableCost = ({ on, voucher, kind, left }: ReturnType<typeof deductedCosts>[number]) => ({
  ...{ on, voucher, kind, left: `${left}` },
})
const citableReceipt = (line: CaseState['receipts'][number]) => ({
  ...{ on: line.on, voucher: line.data.voucher, left: `${leftOf(line)}` },
})

const isWhole = ({ part }: { readonly part?: string }): boolean => part === undefined

/** By voucher a refund finds the last that bears it; so only that one is offered. */
function receiptsThatMayGoBack(state: CaseState) {
  const waiting = new Set(pendingReceipts(state))
  const able = state.receipts.filter(
    (one) => one.reimburses === undefined && (waiting.has(one) || one.data.forOthers !== undefined),
  )
  return [...new Map(able.map((one) => [one.data.voucher, one])).values()]
}

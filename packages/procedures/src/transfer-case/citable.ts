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

/**
 * What an act may name of a kind, the latest first: receipts that can go back, costs that wait whole to be
 * deducted and so can be withdrawn. A receipt of which only what others hold is left can go back as well.
 */
export function citableIn(state: CaseState, kind: 'receipt' | 'cost'): readonly Citable[] {
  const lines = kind === 'cost' ? pendingCosts(state).filter(isWhole) : receiptsThatMayGoBack(state)
  return lines
    .map((line) => ({
      ...{ on: line.on, voucher: line.data.voucher, left: `${leftOf(line)}` },
      ...('kind' in line.data && { kind: line.data.kind }),
    }))
    .reverse()
}

const isWhole = ({ part }: { readonly part?: string }): boolean => part === undefined

/** By voucher a refund finds the last that bears it; so only that one is offered. */
function receiptsThatMayGoBack(state: CaseState) {
  const waiting = new Set(pendingReceipts(state))
  const able = state.receipts.filter((one) => waiting.has(one) || one.data.forOthers !== undefined)
  return [...new Map(able.map((one) => [one.data.voucher, one])).values()]
}

// Which receipt a refund gave back. Where its case, its contract and the sum leave one choice, it is that
// one; otherwise the likeliest come first and somebody says which.

/** A receipt as a refund may have come from it. */
export interface Refundable {
  readonly id: string
  readonly contract: string
  readonly case: string | null
  readonly receivedOn: string | null
  /** What of it was not given back. */
  readonly kept: bigint
  /** What of that pays no receivable: only so much can be linked before a match is taken back. */
  readonly free: bigint
}

/** Money that went back, by its amount. */
export interface Refund {
  readonly id: string
  readonly contract: string
  readonly case: string | null
  readonly on: string | null
  readonly fen: bigint
}

export type RefundBasis = 'only' | 'same-amount' | 'of-contract'

/** A receipt that a refund may have given back, and what speaks for it. */
export interface RefundChoice {
  readonly receipt: string
  readonly basis: RefundBasis
  /** Nothing has to be taken back before it is linked. */
  readonly isFree: boolean
}

/** The receipts that may be meant, the likeliest first; of those alike, what can be linked at once. */
export function refundChoices(
  refund: Refund,
  receipts: readonly Refundable[],
): readonly RefundChoice[] {
  const found = receipts
    .filter((one) => mayBe(refund, one))
    .toSorted(
      (a, b) =>
        Number(b.kept === refund.fen) - Number(a.kept === refund.fen) ||
        Number(b.free >= refund.fen) - Number(a.free >= refund.fen) ||
        order(b.receivedOn ?? '', a.receivedOn ?? '') ||
        order(a.id, b.id),
    )
  return found.map(({ id, kept, free }) => ({
    receipt: id,
    basis: found.length === 1 ? 'only' : kept === refund.fen ? 'same-amount' : 'of-contract',
    isFree: free >= refund.fen,
  }))
}

/** A refund and the receipt it gave back. */
export interface RefundLink {
  readonly refund: string
  readonly receipt: string
}

/** The refunds that leave one choice, the earliest first; each takes from what the next may give back. */
export function loneRefunds(
  refunds: readonly Refund[],
  receipts: readonly Refundable[],
): readonly RefundLink[] {
  const left = new Map(receipts.map((one) => [one.id, one]))
  const links: RefundLink[] = []
  const inTime = refunds.toSorted((a, b) => order(a.on ?? '', b.on ?? '') || order(a.id, b.id))
  for (const refund of inTime) {
    const [only, ...others] = refundChoices(refund, [...left.values()])
    const receipt = only && left.get(only.receipt)
    if (!receipt || others.length > 0 || !only.isFree) continue
    links.push({ refund: refund.id, receipt: receipt.id })
    const { kept, free } = receipt
    left.set(receipt.id, { ...receipt, kept: kept - refund.fen, free: free - refund.fen })
  }
  return links
}

function mayBe(refund: Refund, { contract, case: of, kept, receivedOn }: Refundable): boolean {
  if (contract !== refund.contract || kept < refund.fen) return false
  if (refund.case !== null && of !== refund.case) return false
  const areDays = receivedOn?.length === 10 && refund.on?.length === 10
  // Nothing is given back before it came.
  return !areDays || (receivedOn ?? '') <= (refund.on ?? '')
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))

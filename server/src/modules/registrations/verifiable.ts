import { loneRefunds, type Refund, type Refundable, type RefundLink } from '@yizhuan/money'

// How much of a contract's income can be verified: of each receipt what is the institution's own and stayed,
// and of all together no more than covers the refunds of which nobody has said whence they went back.

/** A receipt as it may be verified. */
export interface ReceiptToVerify {
  readonly id: string
  /** What of it is the institution's own and was not given back. */
  readonly left: bigint
  /** What of it stands on a list already; undefined where it stands on none. */
  readonly verified: bigint | undefined
}

/** A refund that waits to be linked, and what of it is the institution's own. */
export interface WaitingOwn extends Refund {
  readonly ownFen: bigint
  /** Somebody took back what it was linked with: a person says of which receipt it is. */
  readonly isTakenBack?: boolean
}

export interface Verifiable {
  readonly left: ReadonlyMap<string, bigint>
  /** The most that can be verified of all receipts together. */
  readonly most: bigint
  /** The institution's part of the refunds that still wait. */
  readonly waiting: bigint
  /** The refunds that leave one choice: they are linked with what is verified next. */
  readonly links: readonly RefundLink[]
}

/** What is left to verify once the refunds that leave one choice are taken off their receipts. */
export function verifiableOf(
  receipts: readonly ReceiptToVerify[],
  refunds: readonly WaitingOwn[],
  refundables: readonly Refundable[],
): Verifiable {
  const links = loneRefunds(
    refunds.filter(({ isTakenBack = false }) => !isTakenBack),
    refundables,
  )
  const own = new Map(refunds.map(({ id, ownFen }) => [id, ownFen]))
  const left = new Map(
    receipts.map(({ id, left: stays }) => {
      const gone = links
        .filter(({ receipt }) => receipt === id)
        .reduce((sum, { refund }) => sum + (own.get(refund) ?? 0n), 0n)
      return [id, notBelowNought(stays - gone)]
    }),
  )
  const linked = new Set(links.map(({ refund }) => refund))
  const waiting = refunds
    .filter(({ id }) => !linked.has(id))
    .reduce((sum, { ownFen }) => sum + ownFen, 0n)
  const open = receipts.reduce(
    (sum, { id, verified = 0n }) => sum + notBelowNought((left.get(id) ?? 0n) - verified),
    0n,
  )
  return { left, most: notBelowNought(open - waiting), waiting, links }
}

const notBelowNought = (fen: bigint) => (fen > 0n ? fen : 0n)

import { div, mul, type Ratio, ratio, roundDown, sub } from '@yizhuan/kit'

// What became of the equity of an institution: what it cost, what parts of it brought, what is left.

/** A part that was given up: how much of the own part it was, what came for it and what that cost. */
export interface Disposal {
  /** The own part before and after, as fractions of the company. */
  readonly before: Ratio
  readonly after: Ratio
  readonly price: bigint
  readonly costs: bigint
  /** What of the cost was written down since the disposal before: it is lost already. */
  readonly writtenDown?: bigint
}

export interface Result {
  /** The part of what the equity cost that went with it. */
  readonly basis: bigint
  /** Price less costs: what arrives. Below nought where the costs are more. */
  readonly net: bigint
  /** What arrives less what it had cost: a gain, or below nought a loss. */
  readonly result: bigint
}

/**
 * What the own part had cost: of the agreed value of the contribution so much as the own part is of all
 * that was given for it.
 */
export function ownCost(value: bigint, own: Ratio, forContribution: Ratio): bigint {
  return forContribution.n === 0n ? 0n : roundDown(div(mul(ratio(value), own), forContribution))
}

/**
 * The results of parts given up one after the other. What is left of the cost is kept to the fraction, so
 * that with the last part nothing of it is left over, however often what went was rounded.
 */
export function resultsOf(cost: bigint, disposals: readonly Disposal[]): readonly Result[] {
  let book = ratio(cost)
  return disposals.map(({ before, after, price, costs, writtenDown = 0n }) => {
    const less = sub(book, ratio(writtenDown))
    const carried = less.n < 0n ? ratio(0) : less
    book = before.n === 0n ? carried : mul(carried, div(after, before))
    const basis = roundDown(carried) - roundDown(book)
    const net = price - costs
    return { basis, net, result: net - basis }
  })
}

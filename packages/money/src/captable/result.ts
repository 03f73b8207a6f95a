import { add, div, mul, type Ratio, ratio, roundDown, sub } from '@yizhuan/kit'

// What became of what the equity of an institution cost: what was added to it, what of it was written
// down, what went with the parts that were given up, what is left.

/** What one event does to the cost. */
export interface CostStep {
  /** The own part before and after, as fractions of the company; the same where none was given up. */
  readonly before: Ratio
  readonly after: Ratio
  /** What was paid for more of it. */
  readonly bought?: bigint
  /** What of the cost was written down: it is lost already when the part is sold. */
  readonly writtenDown?: bigint
}

/** What of the cost went in an event, and what is on the books after it. */
export interface Carried {
  /** What could be written down: no more than there was. */
  readonly writtenDown: bigint
  /** The part of the cost that went with what was given up. */
  readonly basis: bigint
  readonly left: bigint
}

const nothing = ratio(0)

/**
 * What the own part had cost: of the agreed value of the contribution so much as the own part is of all
 * that was given for it.
 */
export function ownCost(value: bigint, own: Ratio, forContribution: Ratio): bigint {
  return forContribution.n === 0n ? 0n : roundDown(div(mul(ratio(value), own), forContribution))
}

/**
 * The cost through the events of a holding. What is left of it is kept to the fraction, so that with the
 * last part nothing of it is left over, however often what went was rounded.
 */
export function carriedOver(cost: bigint, steps: readonly CostStep[]): readonly Carried[] {
  let book = ratio(cost)
  return steps.map(({ before, after, bought = 0n, writtenDown = 0n }) => {
    const full = add(book, ratio(bought))
    const less = sub(full, ratio(writtenDown))
    const carried = less.n < 0n ? nothing : less
    book = before.n === 0n ? carried : mul(carried, div(after, before))
    return {
      writtenDown: roundDown(full) - roundDown(carried),
      basis: roundDown(carried) - roundDown(book),
      left: roundDown(book),
    }
  })
}

import { compare, type Day, div, mul, parseRatio, type Ratio, ratio, sub } from '@yizhuan/kit'

/** What somebody gave up of what they held, and when last. */
export interface GivenUp {
  readonly on: Day
  /** Of all they held before it. */
  readonly part: Ratio
}

interface Period {
  readonly since: string
  readonly matter: string
  readonly holders: readonly { readonly name: string; readonly share: string }[]
}

/**
 * What a holder gave up over time. A round dilutes: nothing is given up in it.
 *
 * @param settledOn  the day up to which its tax was paid: what was given up by then is not told again.
 */
export function givenUpBy(
  name: string,
  periods: readonly Period[],
  settledOn?: Day,
): GivenUp | undefined {
  let kept = ratio(1)
  let left = ratio(1)
  let on: Day | undefined
  for (const [at, period] of periods.entries()) {
    const before = shareOf(name, periods[at - 1])
    const after = shareOf(name, period)
    if (before.n === 0n || period.matter === 'increase' || compare(after, before) >= 0) continue
    left = mul(left, div(after, before))
    if (settledOn !== undefined && period.since <= settledOn) kept = left
    else on = period.since as Day
  }
  return on === undefined ? undefined : { on, part: sub(kept, left) }
}

function shareOf(name: string, period: Period | undefined): Ratio {
  const found = period?.holders.find((one) => one.name === name)
  return found ? parseRatio(found.share) : ratio(0)
}

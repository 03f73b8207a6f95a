import { type Fen, fen, mul, ratio, roundDown } from '@yizhuan/kit'
import { type Currency, nearest } from '../currency/exchange.ts'

// Which receivable a receipt pays. Amounts are in the currency of the receivable: that of the receipt, or yuan. The
// yuan that arrived are kept beside, so that what is matched of a foreign receipt sums to what the bank booked; of a
// receivable in yuan it pays just these, at the rate of its day, and no difference of rates is left.

/** What is left of a receipt: in its currency, and in yuan. */
export interface Money {
  readonly currency: Currency
  readonly minor: bigint
  readonly fen: Fen
}

/** What is open of a receivable. */
export interface Open {
  readonly id: string
  readonly currency: Currency
  readonly minor: bigint
  readonly dueOn: string | null
}

/** So much of a receipt pays so much of a receivable. */
export interface Match {
  readonly receivable: string
  readonly minor: bigint
  readonly fen: Fen
  /** What of the receipt was used for it, in the currency of the receipt. */
  readonly used: bigint
}

export type MatchFault =
  | 'nothing'
  | 'twice'
  | 'unknown'
  | 'other-currency'
  | 'above-receivable'
  | 'above-receipt'

/** Proposes which receivables a receipt pays: the one of exactly its amount, else the oldest first. */
export function proposeMatches(left: Money, open: readonly Open[]): readonly Match[] {
  const byDay = open
    .filter((line) => mayPay(left, line) && line.minor > 0n)
    .toSorted((a, b) => order(a.dueOn ?? '~', b.dueOn ?? '~') || order(a.id, b.id))
  const exact = byDay.find((line) => line.minor === restFor(left, line))
  const matches: Match[] = []
  let rest = left
  for (const line of exact ? [exact] : byDay) {
    const most = restFor(rest, line)
    if (most <= 0n) continue
    const match = priced(rest, line, lesser(line.minor, most))
    matches.push(match)
    rest = less(rest, match)
  }
  return matches
}

/** Whether a receipt can pay a receivable: in its own currency, or in yuan with the yuan that arrived. */
const mayPay = (left: Money, { currency }: Open) => currency === left.currency || currency === 'CNY'

/** What of a receipt is left for a receivable, in the currency of the receivable. */
const restFor = (rest: Money, { currency }: Open): bigint =>
  currency === rest.currency ? rest.minor : rest.fen

const less = (rest: Money, { used, fen: part }: Match): Money => ({
  ...rest,
  minor: rest.minor - used,
  fen: fen(rest.fen - part),
})

/** Decides what somebody wants to match; nothing is matched beyond the receipt or a receivable. */
export function decideMatches(
  left: Money,
  open: readonly Open[],
  wanted: readonly { readonly receivable: string; readonly minor: bigint }[],
): { readonly matches: readonly Match[] } | { readonly fault: MatchFault; readonly at: number } {
  if (wanted.length === 0) return { fault: 'nothing', at: 0 }
  let rest = left
  const matches: Match[] = []
  const seen = new Set<string>()
  for (const [at, { receivable, minor }] of wanted.entries()) {
    const line = open.find(({ id }) => id === receivable)
    if (!line) return { fault: 'unknown', at }
    if (seen.has(receivable)) return { fault: 'twice', at }
    seen.add(receivable)
    if (minor <= 0n) return { fault: 'nothing', at }
    if (!mayPay(left, line)) return { fault: 'other-currency', at }
    if (minor > line.minor) return { fault: 'above-receivable', at }
    if (minor > restFor(rest, line)) return { fault: 'above-receipt', at }
    const match = priced(rest, line, minor)
    matches.push(match)
    rest = less(rest, match)
  }
  return { matches }
}

/**
 * What a part is in yuan and what of the receipt it uses: its share of what is left, the last of a receipt takes the
 * rest. Of yuan the share of the foreign amount is rounded down, so that something of it is left while yuan are.
 */
function priced(rest: Money, line: Open, minor: bigint): Match {
  const receivable = line.id
  if (line.currency === rest.currency) {
    const part =
      minor === rest.minor ? rest.fen : nearest(mul(ratio(minor, rest.minor), ratio(rest.fen)))
    return { receivable, minor, fen: fen(part), used: minor }
  }
  const used =
    minor === rest.fen ? rest.minor : roundDown(mul(ratio(minor, rest.fen), ratio(rest.minor)))
  return { receivable, minor, fen: fen(minor), used }
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a
  return b
}

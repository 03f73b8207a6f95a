import { type Fen, fen, mul, ratio } from '@yizhuan/kit'
import { type Currency, nearest } from '../currency/exchange.ts'

// Which receivable a receipt pays. Amounts are in the currency of both; the yuan that arrived for them
// are kept beside, so that what is matched of a foreign receipt sums to what the bank booked.

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
    .filter(({ currency, minor }) => currency === left.currency && minor > 0n)
    .toSorted((a, b) => order(a.dueOn ?? '~', b.dueOn ?? '~') || order(a.id, b.id))
  const exact = byDay.find(({ minor }) => minor === left.minor)
  const wanted: { receivable: string; minor: bigint }[] = []
  let rest = left.minor
  for (const { id, minor } of exact ? [exact] : byDay) {
    if (rest <= 0n) break
    const part = lesser(minor, rest)
    wanted.push({ receivable: id, minor: part })
    rest -= part
  }
  return priced(left, wanted)
}

/** Decides what somebody wants to match; nothing is matched beyond the receipt or a receivable. */
export function decideMatches(
  left: Money,
  open: readonly Open[],
  wanted: readonly { readonly receivable: string; readonly minor: bigint }[],
): { readonly matches: readonly Match[] } | { readonly fault: MatchFault; readonly at: number } {
  if (wanted.length === 0) return { fault: 'nothing', at: 0 }
  let rest = left.minor
  const seen = new Set<string>()
  for (const [at, { receivable, minor }] of wanted.entries()) {
    const line = open.find(({ id }) => id === receivable)
    if (!line) return { fault: 'unknown', at }
    if (seen.has(receivable)) return { fault: 'twice', at }
    seen.add(receivable)
    if (minor <= 0n) return { fault: 'nothing', at }
    if (line.currency !== left.currency) return { fault: 'other-currency', at }
    if (minor > line.minor) return { fault: 'above-receivable', at }
    rest -= minor
    if (rest < 0n) return { fault: 'above-receipt', at }
  }
  return { matches: priced(left, wanted) }
}

/** The yuan of each part: its share of what is left, the last of a receipt takes the rest. */
function priced(
  left: Money,
  wanted: readonly { readonly receivable: string; readonly minor: bigint }[],
): readonly Match[] {
  let [restMinor, restFen]: [bigint, bigint] = [left.minor, left.fen]
  return wanted.map(({ receivable, minor }) => {
    const part =
      minor === restMinor ? restFen : nearest(mul(ratio(minor, restMinor), ratio(restFen)))
    restMinor -= minor
    restFen -= part
    return { receivable, minor, fen: fen(part) }
  })
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a
  return b
}

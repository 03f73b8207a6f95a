import { allocate, type Day, type Fen, mul, type Ratio, ratio, sub } from '@yizhuan/kit'
import { nearest } from '../currency/exchange.ts'
import type { ClaimRule } from '../journal/chart.ts'
import type { PartAmount } from '../journal/entry.ts'

// What a receivable comes to in the books, made of what is recorded of it. Income stands in the books with
// what arrives; until then it stands there as owed, from the day on which the chart recognises a claim. So
// what pays a claim takes it off again, and nothing is income twice.

/** So much of a receivable, with the yuan it came with, on the day it was received. */
export interface PaidPart {
  readonly minor: bigint
  readonly fen: bigint
  readonly on: string
  /** The receipt that brought it, where one did. */
  readonly receipt?: string
  /** By which line it was matched. */
  readonly match?: string
}

/** A receivable as far as the books follow from it, in the smallest unit of its currency. */
export interface Claim {
  readonly open: bigint
  /** Fen for one smallest unit, by the rate of its terms. */
  readonly worth: Ratio
  readonly recognisedOn: string | null
  /** A line that takes another back is below nought, and of the same day. */
  readonly paid: readonly PaidPart[]
  readonly writtenOff: readonly Omit<PaidPart, 'fen'>[]
  /** Other holders of title, each with the share that is theirs: of no income here. */
  readonly others: readonly { readonly holder: string; readonly share: Ratio }[]
}

/** What of a claim stands in the books, by the parts that its posting rules know. */
export interface BookedClaim {
  readonly due: readonly PartAmount[]
  readonly cleared: readonly PartAmount[]
  readonly writtenOff: readonly PartAmount[]
  /** What more, or less, arrived in yuan than the own part of the claim stood for. */
  readonly gained: bigint
  readonly lost: bigint
  /** What is left on the account of receivables. */
  readonly standing: bigint
}

const nothing: BookedClaim = {
  ...{ due: [], cleared: [], writtenOff: [] },
  ...{ gained: 0n, lost: 0n, standing: 0n },
}

/** The first day on which one of what the chart counts came about, if that day is there by now. */
export function recognisedOn(
  rules: readonly ClaimRule[],
  days: Readonly<Record<ClaimRule, string | null>>,
  today: Day,
): string | null {
  const reached = rules.map((rule) => days[rule]).filter((on) => on !== null && on <= today)
  return reached.toSorted()[0] ?? null
}

/**
 * What a claim comes to in the books. What paid it or was written off before the claim was recognised never
 * stood there as owed: it lessens what is recognised.
 */
export function bookedOf(claim: Claim): BookedClaim {
  const { open, worth, recognisedOn: from, paid, writtenOff, others } = claim
  if (from === null) return nothing
  const since = <Part extends { readonly on: string }>(parts: readonly Part[]) =>
    parts.filter(({ on }) => on >= from)
  const inFen = (minor: bigint) => nearest(mul(ratio(minor), worth))
  const wentOff = sumOf(since(writtenOff).map(({ minor }) => minor))
  const came = sumOf(since(paid).map(({ minor }) => minor))
  // Of what is open and what was taken off since, each is the difference of two rounded sums: they add up.
  const standing = inFen(open)
  const cleared = inFen(open + came) - standing
  const off = inFen(open + came + wentOff) - inFen(open + came)
  const more = sumOf(since(paid).map(({ fen }) => fen)) - cleared
  const divided = (fen: bigint) => shared(fen, others)
  return {
    due: divided(standing + cleared + off),
    cleared: less(divided(standing + cleared + off), divided(standing + off)),
    writtenOff: less(divided(standing + off), divided(standing)),
    // Of other holders' part the exchange is theirs: the receipt holds for them what arrived.
    gained: more > 0n ? ownOf(divided(more)) : 0n,
    lost: more < 0n ? ownOf(divided(-more)) : 0n,
    standing,
  }
}

/** An amount in the own part, which has no name, and those of other holders. */
function shared(fen: bigint, others: Claim['others']): readonly PartAmount[] {
  if (others.length === 0) return fen === 0n ? [] : [{ fen }]
  const own = others.reduce((rest, { share }) => sub(rest, share), ratio(1))
  const { parts } = allocate(fen as Fen, [own, ...others.map(({ share }) => share)])
  return parts.map((part, at) => {
    const holder = others[at - 1]?.holder
    return holder === undefined ? { fen: part } : { fen: part, person: holder }
  })
}

/** What of an amount of one claim is the house's own in the books: each claim is divided for itself. */
export const ownPartOf = (fen: bigint, others: Claim['others']): bigint =>
  ownOf(shared(fen, others))

const ownOf = (parts: readonly PartAmount[]) =>
  parts.find(({ person }) => person === undefined)?.fen ?? 0n

/** What is to be posted, so that what stands becomes what should: the difference for each person. */
export function less(
  wanted: readonly PartAmount[],
  standing: readonly PartAmount[],
): readonly PartAmount[] {
  const sums = new Map<string | undefined, bigint>()
  for (const { fen, person } of wanted) sums.set(person, (sums.get(person) ?? 0n) + fen)
  for (const { fen, person } of standing) sums.set(person, (sums.get(person) ?? 0n) - fen)
  return [...sums]
    .filter(([, fen]) => fen !== 0n)
    .map(([person, fen]) => (person === undefined ? { fen } : { fen, person }))
}

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n)

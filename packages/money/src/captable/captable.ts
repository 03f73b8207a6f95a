import {
  accept,
  add,
  allocate,
  compare,
  div,
  type Fen,
  mul,
  type Outcome,
  type Ratio,
  ratio,
  ratioText,
  refuse,
  sub,
} from '@yizhuan/kit'

// Who holds what part of a company. Parts are exact fractions of the whole, so that however many rounds
// dilute them they are the whole together; only what is paid in money is rounded, once, to the fen.

/** A part of a company and whose it is. */
export interface Stake {
  readonly holder: string
  readonly share: Ratio
}

/** Everybody who holds a part, in the order they came; the parts are the whole. */
export type CapTable = readonly Stake[]

/** New money for new shares: what the company was agreed to be worth before it came. */
export interface Round {
  readonly preMoney: bigint
  readonly money: readonly { readonly holder: string; readonly fen: bigint }[]
}

/** A part that goes from one holder to another; all of it where no part is named. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly share?: Ratio | undefined
}

/** A part that is given back to the company; all of it where no part is named. */
export interface Cancel {
  readonly from: string
  readonly share?: Ratio | undefined
}

/** Why a table does not become another one. */
export interface CapFaults {
  'round-without-value': Record<string, never>
  'round-without-money': Record<string, never>
  'named-twice': { readonly holder: string }
  'not-a-holder': { readonly holder: string }
  'holds-less': { readonly holder: string; readonly holds: string }
  'moves-to-itself': { readonly holder: string }
  'nothing-left': Record<string, never>
}

const whole = ratio(1)
const none = ratio(0)

/** All parts together. */
export function sumOf(table: CapTable): Ratio {
  return table.map(({ share }) => share).reduce(add, none)
}

/** What some of the holders hold together. */
export function heldBy(table: CapTable, isOne: (holder: string) => boolean): Ratio {
  return sumOf(table.filter(({ holder }) => isOne(holder)))
}

/**
 * The table after a round. Everybody keeps what they were worth: each part of before is diluted by what
 * the company was worth before over what it is worth after, and new money buys the rest.
 */
export function afterRound(table: CapTable, round: Round): Outcome<CapTable, CapFaults> {
  const { preMoney, money } = round
  if (preMoney <= 0n) return refuse('round-without-value', {})
  if (money.length === 0 || money.some(({ fen }) => fen <= 0n)) {
    return refuse('round-without-money', {})
  }
  const twice = money.find(({ holder }, at) => money.findIndex((m) => m.holder === holder) < at)
  if (twice) return refuse('named-twice', { holder: twice.holder })
  const post = money.reduce((sum, { fen }) => sum + fen, preMoney)
  const diluted = table.map(({ holder, share }) => ({
    holder,
    share: mul(share, ratio(preMoney, post)),
  }))
  const bought = money.map(({ holder, fen }) => ({ holder, share: ratio(fen, post) }))
  return accept(joined([...diluted, ...bought]))
}

/** By what every part shrinks in a round. */
export function dilutionOf({ preMoney, money }: Round): Ratio {
  return ratio(
    preMoney,
    money.reduce((sum, { fen }) => sum + fen, preMoney),
  )
}

/** The registered capital after a round: it grows as the parts of before shrink. */
export function capitalAfter(capital: Ratio, round: Round): Ratio {
  return div(capital, dilutionOf(round))
}

/** The table after a part went to somebody else, for a price or for none. */
export function afterMove(
  table: CapTable,
  { from, to, share }: Move,
): Outcome<CapTable, CapFaults> {
  if (from === to) return refuse('moves-to-itself', { holder: from })
  const taken = takenFrom(table, from, share)
  if (taken.kind === 'refused') return taken
  return accept(joined([...taken.value.rest, { holder: to, share: taken.value.part }]))
}

/** The table after a part was given back and its capital cancelled: all other parts grow alike. */
export function afterCancel(
  table: CapTable,
  { from, share }: Cancel,
): Outcome<CapTable, CapFaults> {
  const taken = takenFrom(table, from, share)
  if (taken.kind === 'refused') return taken
  const left = sub(sumOf(table), taken.value.part)
  if (left.n <= 0n) return refuse('nothing-left', {})
  return accept(taken.value.rest.map((one) => ({ ...one, share: div(one.share, left) })))
}

function takenFrom(
  table: CapTable,
  holder: string,
  share: Ratio | undefined,
): Outcome<{ readonly rest: CapTable; readonly part: Ratio }, CapFaults> {
  const held = table.find((one) => one.holder === holder)
  if (!held) return refuse('not-a-holder', { holder })
  const part = share ?? held.share
  if (part.n <= 0n || compare(part, held.share) > 0) {
    return refuse('holds-less', { holder, holds: ratioText(held.share) })
  }
  const rest = table.map((one) =>
    one.holder === holder ? { holder, share: sub(one.share, part) } : one,
  )
  return accept({ rest: rest.filter((one) => one.share.n > 0n), part })
}

/** One line a holder, at the place of the first; whoever holds nothing any more stands there no longer. */
function joined(stakes: CapTable): CapTable {
  const byHolder = new Map<string, Ratio>()
  for (const { holder, share } of stakes) {
    byHolder.set(holder, add(byHolder.get(holder) ?? none, share))
  }
  return [...byHolder]
    .map(([holder, share]) => ({ holder, share }))
    .filter((one) => one.share.n > 0n)
}

/** Whether the parts are the whole, nobody stands there twice and nobody holds less than nothing. */
export function isWhole(table: CapTable): boolean {
  const holders = new Set(table.map(({ holder }) => holder))
  const isSound = holders.size === table.length && table.every(({ share }) => share.n > 0n)
  return isSound && compare(sumOf(table), whole) === 0
}

/** An amount divided among the holders by their parts; to the fen it is what there was. */
export function divided(
  table: CapTable,
  amount: bigint,
): readonly { holder: string; fen: bigint }[] {
  const { parts } = allocate(
    amount as Fen,
    table.map(({ share }) => share),
  )
  return table.map(({ holder }, at) => ({ holder, fen: parts[at] ?? 0n }))
}

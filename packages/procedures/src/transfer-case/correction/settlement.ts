// What persons had of distributions that were reversed, and what of it a later payout did not take in.
import type { CaseState, Distribution } from '../state.ts'

/** What one person has to have, had already, is still to get, and has to give back. Whole fen. */
export interface Settlement {
  readonly name: string
  readonly due: bigint
  readonly had: bigint
  readonly toPay: bigint
  readonly toReturn: bigint
}

/**
 * What persons hold of payouts that no longer stand, whole fen by name; nobody who holds nothing.
 *
 * @param before  as it was before an act of that place.
 */
export function heldBack(
  state: CaseState,
  before = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, bigint> {
  const held = new Map<string, bigint>()
  const move = (name: string, amount: bigint) => held.set(name, (held.get(name) ?? 0n) + amount)
  for (const happen of inOrder(state, before)) happen(move, (name) => held.get(name) ?? 0n)
  return new Map([...held].filter(([, amount]) => amount > 0n))
}

/** What the payout to be made, or the last one, comes to where a reversal went before it; undefined elsewhere. */
export function correctedPayout(state: CaseState): readonly Settlement[] | undefined {
  const payment = state.plan ? undefined : state.distributions.at(-1)?.payment
  const held = heldBack(state, payment?.seq)
  const lines = state.plan?.data.lines ?? payment?.data.lines
  return lines && held.size > 0 ? settlementOf(lines, held) : undefined
}

/** How a payout by a plan comes out against what was paid before it, for everybody it concerns. */
export function settlementOf(
  plan: { readonly name: string; readonly amount: string }[] | readonly Line[],
  held: ReadonlyMap<string, bigint>,
): readonly Settlement[] {
  const names = new Set([...plan.map(({ name }) => name), ...held.keys()])
  return [...names].map((name) => {
    const due = totalOf(plan.filter((line) => line.name === name))
    const had = held.get(name) ?? 0n
    const difference = due - had
    return {
      name,
      due,
      had,
      toPay: difference > 0n ? difference : 0n,
      toReturn: difference < 0n ? -difference : 0n,
    }
  })
}

interface Line {
  readonly name: string
  readonly amount: string
}

const totalOf = (lines: readonly Line[]): bigint =>
  lines.reduce((total, { amount }) => total + BigInt(amount), 0n)

type Happening = (move: (name: string, by: bigint) => unknown, of: (name: string) => bigint) => void

/** Reversals put what was paid on account, payouts take from it, recoveries settle it: as recorded. */
function inOrder(
  { distributions, reversed, acts }: CaseState,
  before: number,
): readonly Happening[] {
  const takes = ({ payment }: Distribution): [number, Happening] => [
    payment.seq,
    (move, of) => {
      for (const { name, amount } of payment.data.lines) {
        const held = of(name)
        move(name, -(held < BigInt(amount) ? held : BigInt(amount)))
      }
    },
  ]
  const puts = (acts['distributionReversed'] ?? []).map(({ seq }, at): [number, Happening] => [
    seq,
    (move) => {
      for (const { name, amount } of reversed?.[at]?.payment.data.lines ?? [])
        move(name, BigInt(amount))
    },
  ])
  const settles = (acts['recoveryRecorded'] ?? []).map(({ seq, data }): [number, Happening] => [
    seq,
    (move) => move(String(data['name']), -BigInt(String(data['amount']))),
  ])
  return [...[...distributions, ...(reversed ?? [])].map(takes), ...puts, ...settles]
    .filter(([seq]) => seq < before)
    .toSorted(([a], [b]) => a - b)
    .map(([, happen]) => happen)
}

import { assert } from './assert.ts'
import type { Fen } from './fen.ts'
import { add, compare, div, mul, type Ratio, ratio, roundDown, sub } from './ratio.ts'

/** The parts of a whole, and which of them received a fen left over by rounding. */
export interface Allocation {
  readonly parts: readonly Fen[]
  readonly extra: readonly number[]
}

/**
 * Divides an amount by weights with the method of largest remainder.
 *
 * The parts sum to the whole exactly; each is its exact share rounded by less than one fen; equal
 * remainders go to the earlier line, and a line with an exact share never receives one.
 *
 * @param total    not negative.
 * @param weights  not negative, not all zero; they need not sum to one.
 */
export function allocate(total: Fen, weights: readonly Ratio[]): Allocation {
  const sum = weights.reduce(add, ratio(0))
  assert(total >= 0n, 'only what is there is divided')
  assert(sum.n > 0n && weights.every((w) => w.n >= 0n), 'weights are not negative and not all zero')
  const exact = weights.map((weight) => div(mul(ratio(total), weight), sum))
  const parts: bigint[] = exact.map(roundDown)
  let left = total - parts.reduce((a, b) => a + b, 0n)
  const byRemainder = exact
    .map((share, line) => ({ line, lost: sub(share, ratio(parts[line] ?? 0n)) }))
    .sort((a, b) => compare(b.lost, a.lost) || a.line - b.line)
  const extra: number[] = []
  for (const { line } of byRemainder) {
    if (left === 0n) break
    parts[line] = (parts[line] ?? 0n) + 1n
    left -= 1n
    extra.push(line)
  }
  return { parts: parts as Fen[], extra }
}

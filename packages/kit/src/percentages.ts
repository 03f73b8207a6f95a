import { allocate } from './allocate.ts'
import type { Fen } from './fen.ts'
import { ratio } from './ratio.ts'

/**
 * Parts of a whole in hundredths of a per cent, as a table shows them: they sum to what all of them are
 * together, rounded down. What rounding leaves goes to the largest remainders, the earlier line first.
 *
 * @param parts  not negative; together at most the whole, or more where the whole is exceeded.
 * @param whole  positive.
 */
export function percentages(parts: readonly bigint[], whole: bigint): readonly bigint[] {
  const all = parts.reduce((sum, part) => sum + part, 0n)
  if (all === 0n) return parts.map(() => 0n)
  const weights = parts.map((part) => ratio(part))
  return allocate(((all * 10_000n) / whole) as Fen, weights).parts
}

import { div, mul, ratio } from '@yizhuan/kit'
import { nearest } from '@yizhuan/money'

/** What a line of an invoice asks for, in fen and in the currency of a foreign receivable. */
interface Asked {
  readonly fen: bigint
  readonly minor: bigint | null
}

/**
 * What a red letter takes back in the currency of a foreign receivable, at the rate that its invoice keeps: what all
 * of it comes to so far, less what the ones before took, so that a part below the smallest unit takes none, and of an
 * invoice that is gone nothing is left.
 */
export function foreignBack(
  { whole, ...left }: Asked & { readonly whole: Asked },
  fen: bigint,
): bigint | null {
  if (whole.minor === null || left.minor === null) return null
  const before = whole.minor - left.minor
  const share = div(ratio(whole.fen - left.fen + fen), ratio(whole.fen))
  const due = nearest(mul(ratio(whole.minor), share)) - before
  if (due < 0n) return 0n
  if (due > left.minor) return left.minor
  return due
}

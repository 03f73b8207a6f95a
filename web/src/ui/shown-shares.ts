import { parseRatio, percentages } from '@yizhuan/kit'

/**
 * The shares of a table in per cent with up to four decimals: they sum to what their total shows. What is
 * exact stays as it is; what rounding leaves goes to the largest remainders, the earlier line first.
 */
export function shownShares(shares: readonly string[]): readonly string[] {
  const exact = shares.map((share) => parseRatio(share))
  const whole = exact.reduce((product, { d }) => product * d, 1n)
  // A hundred times the part in hundredths of a per cent is the part in ten-thousandths.
  const parts = exact.map(({ n, d }) => (n * whole * 100n) / d)
  return percentages(parts, whole).map(percentText)
}

function percentText(tenThousandths: bigint): string {
  const decimals = `${tenThousandths % 10_000n}`.padStart(4, '0').replace(/0+$/, '')
  return `${tenThousandths / 10_000n}${decimals === '' ? '' : `.${decimals}`}%`
}

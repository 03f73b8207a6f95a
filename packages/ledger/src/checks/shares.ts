import { sumOfShares } from '../shares.ts'
import { type Row, tell } from '../table-data.ts'

/** Tells shares that do not make a whole. */
export function tellSum(row: Row, field: string, shares: readonly number[]): void {
  const sum = sumOfShares(shares)
  if (sum === 'whole') return
  const percent = `${shares.reduce((total, share) => total + share, 0) / 100}%`
  const code = sum === 'wrong' ? 'share_sum' : 'share_sum_rounding'
  tell(row, field, code, { facts: [percent] })
}

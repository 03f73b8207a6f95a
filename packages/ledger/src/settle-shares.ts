import { namesIn } from './checks/values.ts'
import { type Shares, sumOfShares } from './shares.ts'
import { isTold, type Row, tell } from './table-data.ts'

/** Gives every inventor his share in their order, and tells what does not fit. */
export function settleShares(row: Row): void {
  const { shares, names, equal } = row.values['shares'] as Shares
  const inventors = namesIn(row, 'inventors')
  row.values['shares'] = equal ? equalShares(inventors.length) : inOrder(shares, names, inventors)
  if (shares.length === 0) return
  const sum = sumOfShares(shares)
  const percent = `${shares.reduce((total, share) => total + share, 0) / 100}%`
  if (sum === 'wrong') tell(row, 'shares', 'share_sum', { facts: [percent] })
  if (sum === 'rounded') tell(row, 'shares', 'share_sum_rounding', { facts: [percent] })
  const isList = !isTold(row, 'inventors', 'names_incomplete', 'names_not_separated')
  if (isList && inventors.length > 0 && shares.length !== inventors.length) {
    const facts = [String(shares.length), String(inventors.length)]
    tell(row, 'shares', 'share_count_mismatch', { facts })
  }
  const strangers = names.filter((name) => !inventors.includes(name))
  if (isList && inventors.length > 0 && strangers.length > 0)
    tell(row, 'shares', 'share_person_unknown', { facts: [strangers.join('、')] })
}

/** Shares with names follow the inventors when they are the same persons. */
function inOrder(
  shares: Shares['shares'],
  names: readonly string[],
  inventors: readonly string[],
): readonly number[] {
  const isSameTeam =
    names.length === inventors.length && names.every((name) => inventors.includes(name))
  if (names.length === 0 || !isSameTeam) return shares
  return inventors.map((inventor) => shares[names.indexOf(inventor)] ?? 0)
}

/** The whole in equal parts; what rounding leaves goes to the first. */
function equalShares(count: number): readonly number[] {
  const part = count === 0 ? 0 : Math.floor(10_000 / count)
  return Array.from({ length: count }, (_, at) => part + (at < 10_000 - part * count ? 1 : 0))
}

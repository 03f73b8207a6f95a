import { namesIn } from './checks/values.ts'
import type { Shares } from './shares.ts'
import type { Row } from './table-data.ts'

/** Gives every inventor his share in their order. */
export function settleShares(row: Row): void {
  const { shares, names, equal } = row.values['shares'] as Shares
  const inventors = namesIn(row, 'inventors')
  row.values['shares'] = equal ? equalShares(inventors.length) : inOrder(shares, names, inventors)
  row.shareNames = names
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

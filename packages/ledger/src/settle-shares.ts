import { namesIn } from './checks/values.ts'
import { rawText } from './field.ts'
import { besideNames } from './names.ts'
import type { ToldApart } from './records.ts'
import type { Shares } from './shares.ts'
import { cellOf, type Row } from './table-data.ts'
import { isShared, markOf, tellAlike } from './who-is-who.ts'

/** Gives every inventor his share in their order. */
export function settleShares(row: Row): void {
  const { shares, names, equal } = row.values['shares'] as Shares
  const inventors = namesIn(row, 'inventors')
  row.values['shares'] = equal
    ? equalShares(inventors.length)
    : inOrder(row, shares, names, inventors)
  row.shareNames = names
}

/** Shares with names follow the inventors when they are the same persons. */
function inOrder(
  row: Row,
  shares: Shares['shares'],
  names: readonly string[],
  inventors: readonly string[],
): readonly number[] {
  if (names.length === 0 || !isSameTeam(names, inventors)) return shares
  const namesakes = inventors.find((name) => isShared(name, inventors))
  if (namesakes === undefined) return inventors.map((name) => shares[names.indexOf(name)] ?? 0)
  const places = placesOf(row, names, inventors)
  if (!places) tellAlike(row, 'shares', namesakes)
  return (places ?? byName(names, inventors)).map((at) => shares[at] ?? 0)
}

const isSameTeam = (names: readonly string[], inventors: readonly string[]) =>
  names.toSorted().join('\n') === inventors.toSorted().join('\n')

/** Where the share of each inventor stands; undefined where namesakes are not told apart there as in the team. */
function placesOf(
  row: Row,
  names: readonly string[],
  inventors: readonly string[],
): readonly number[] | undefined {
  const team = (row.values['toldApart'] ?? []) as readonly ToldApart[]
  const beside = besideNames(rawText(cellOf(row.table, row.row, 'shares')), names)
  const marks = names.map((_, at) => markOf(row, 'shares', beside[at] ?? null))
  const idOf = (mark: ToldApart | undefined) => mark?.staffNo ?? mark?.words ?? null
  const places = inventors.map((name, at) => {
    if (!isShared(name, inventors)) return names.indexOf(name)
    const id = idOf(team[at])
    return id === null ? -1 : names.findIndex((n, to) => n === name && idOf(marks[to]) === id)
  })
  return new Set(places).size === names.length && !places.includes(-1) ? places : undefined
}

/** The same with namesakes in the order in which they stand. */
function byName(names: readonly string[], inventors: readonly string[]): readonly number[] {
  return inventors.map((name, at) => {
    const before = inventors.slice(0, at).filter((other) => other === name).length
    return names.flatMap((other, to) => (other === name ? to : []))[before] ?? -1
  })
}

/** The whole in equal parts; what rounding leaves goes to the first. */
function equalShares(count: number): readonly number[] {
  const part = count === 0 ? 0 : Math.floor(10_000 / count)
  return Array.from({ length: count }, (_, at) => part + (at < 10_000 - part * count ? 1 : 0))
}

import { parseRatio } from '@yizhuan/kit'
import type { ToldHolding } from '../cases/index.ts'

// What of a holding is somebody's own: their part from which day on, and what fell on it of dividends.

export interface OwnEquity {
  readonly share: string
  readonly periods: readonly {
    readonly since: string
    readonly matter: string
    readonly share: string
  }[]
  readonly dividends: readonly {
    readonly year: string
    readonly on: string
    readonly resolution: string
    readonly fen: string
  }[]
}

/** Who asks: by their record, or by a name that nobody else of the house bears. */
export interface Own {
  readonly person: string
  readonly name: string
  readonly hasNamesake: boolean
}

/** The part of a contributor over time; undefined where they never held one. */
export function ownEquityIn(
  { periods, dividends }: Pick<ToldHolding, 'periods' | 'dividends'>,
  own: Own,
): OwnEquity | undefined {
  const parts = periods.map(({ since, matter, holders }) => {
    const one = holders.find((holder) => isOwn(holder, own))
    return { since, matter, name: one?.name, share: one?.share ?? '0%' }
  })
  if (parts.every(({ name }) => name === undefined)) return undefined
  const first = parts.findIndex(({ share }) => parseRatio(share).n > 0n)
  const changes = parts
    .slice(first)
    .filter(({ share }, at, all) => at === 0 || share !== all[at - 1]?.share)
    .map(({ since, matter, share }) => ({ since, matter, share }))
  return {
    share: parts.at(-1)?.share ?? '0%',
    periods: changes,
    dividends: dividends.flatMap(({ year, on, resolution, parts: all }) => {
      // A part bears a name only: whose it is, the holders of that day say. Another may bear the name by now.
      const name = parts.findLast(({ since }) => since <= on)?.name
      const part = all.find((one) => !one.isOwn && one.name === name)
      return part ? [{ year, on, resolution, fen: part.fen }] : []
    }),
  }
}

function isOwn(
  { kind, name, person }: ToldHolding['periods'][number]['holders'][number],
  own: Own,
): boolean {
  if (kind !== 'contributor') return false
  if (person !== undefined) return person === own.person
  return name === own.name && !own.hasNamesake
}

import type { Bench, Figure } from './figure.ts'
import { compare, turnsOf } from './load.ts'

/** A page of twenty achievements: filtered by kind, newest first, from a place in the middle. */
export async function run({ full, ground }: Bench): Promise<readonly Figure[]> {
  const { ours, floor, officer, seeded } = await ground()
  const pages = seeded.achievements
    .slice(-200)
    .map(({ number }) => `kind=device&limit=20&cursor=${number}`)
  const list = await compare(
    'list of 20 achievements, filtered, next page',
    {
      url: ours,
      headers: officer,
      requests: pages.map((page) => ({ path: `/api/v1/achievements?${page}` })),
    },
    {
      url: floor,
      headers: {},
      requests: pages.map((page) => ({
        path: `/achievements?institution=${seeded.institution}&${page}`,
      })),
    },
    turnsOf(full),
  )
  return [{ ...list, target: { ratio: 0.8 } }]
}

import type { Bench, Figure } from './figure.ts'
import { compare, turnsOf } from './load.ts'
import { searchWords } from './seed/titles.ts'
import { waits } from './waits.ts'

/** Two characters of Chinese, in the list of achievements and over all registers. */
export async function run({ full, million, ground }: Bench): Promise<readonly Figure[]> {
  if (million) return waits(await ground())
  const { ours, floor, officer, seeded } = await ground()
  const { institution } = seeded
  const turns = turnsOf(full)
  const figures: Figure[] = []
  for (const [how, words] of Object.entries(searchWords)) {
    const asked = words.map((word) => encodeURIComponent(word))
    const list = await compare(
      `list of achievements by a ${how} word`,
      {
        url: ours,
        headers: officer,
        requests: asked.map((q) => ({ path: `/api/v1/achievements?limit=20&q=${q}` })),
      },
      {
        url: floor,
        headers: {},
        requests: asked.map((q) => ({
          path: `/achievements/found?institution=${institution}&q=${q}`,
        })),
      },
      turns,
    )
    const all = await compare(
      `search of all registers by a ${how} word`,
      {
        url: ours,
        headers: officer,
        requests: asked.map((q) => ({ path: `/api/v1/search?limit=20&q=${q}` })),
      },
      {
        url: floor,
        headers: {},
        requests: asked.map((q) => ({ path: `/search?institution=${institution}&q=${q}` })),
      },
      turns,
    )
    figures.push({ ...list, target: { ratio: 0.8 } }, { ...all, target: { ratio: 0.8 } })
  }
  return figures
}

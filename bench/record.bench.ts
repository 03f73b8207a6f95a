import type { Bench, Figure } from './figure.ts'
import { compare, turnsOf } from './load.ts'

/** One record by its id. */
export async function run({ full, ground }: Bench): Promise<readonly Figure[]> {
  const { ours, floor, officer, seeded } = await ground()
  const ids = seeded.achievements.slice(-200).map(({ id }) => id)
  const record = await compare(
    'one achievement',
    {
      url: ours,
      headers: officer,
      requests: ids.map((id) => ({ path: `/api/v1/achievements/${id}` })),
    },
    {
      url: floor,
      headers: {},
      requests: ids.map((id) => ({ path: `/achievements/${seeded.institution}/${id}` })),
    },
    turnsOf(full),
  )
  return [{ ...record, target: { ratio: 0.8 } }]
}

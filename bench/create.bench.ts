import type { Bench, Figure } from './figure.ts'
import { compare, type Turn, turnsOf } from './load.ts'
import { orderOf } from './seed/achievements.ts'
import type { Seeded } from './seed/seed.ts'
import { searchWords } from './seed/titles.ts'

/** Records with evidence: an achievement with the first entry of its chain, and an act of a case. */
export async function run({ full, ground }: Bench): Promise<readonly Figure[]> {
  const { ours, floor, officer, seeded } = await ground()
  const { institution } = seeded
  const turns = turnsOf(full)
  const orders = searchWords.common.map((word) => {
    const order = orderOf(`示例${word}方法`, 'device')
    return { method: 'POST', body: JSON.stringify(order) } as const
  })
  const created = await compare(
    'create an achievement with its evidence chain',
    {
      url: ours,
      headers: officer,
      requests: orders.map((order) => ({ ...order, path: '/api/v1/achievements' })),
    },
    {
      url: floor,
      headers: {},
      requests: orders.map((order) => ({ ...order, path: `/achievements/${institution}` })),
    },
    turns,
  )
  // The floor writes acts that no record allows, so it has cases of its own.
  const [mine, theirs] = [0, 1].map((rest) => seeded.talks.filter((_, at) => at % 2 === rest))
  const acted = await compare(
    'record an act of a case, judged by the law, with its evidence chain',
    { url: ours, headers: officer, requests: talking(mine, (id) => `/api/v1/cases/${id}/acts`) },
    {
      url: floor,
      headers: {},
      requests: talking(theirs, (id) => `/cases/${institution}/${id}/acts`),
    },
    turns,
  )
  return [{ ...created, target: { ratio: 0.6 } }, acted]
}

/** One more talk in a case after the other; whoever acts says up to which act the record was read. */
function talking(talks: Seeded['talks'] = [], pathOf: (id: string) => string): Turn {
  const free = [...talks]
  return {
    next() {
      const place = free.shift()
      if (!place) throw new Error('There are not enough cases whose parties are talking.')
      const data = { summary: '就价款与里程碑再谈一轮（演示）' }
      const order = { type: 'negotiationLogged', data, files: [], expectedSeq: place.seq }
      return {
        method: 'POST',
        path: pathOf(place.id),
        body: JSON.stringify(order),
        heard: (answer) => free.push({ id: place.id, seq: JSON.parse(answer).seq }),
      }
    },
  }
}

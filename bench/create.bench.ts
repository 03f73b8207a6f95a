import type { Bench, Figure } from './figure.ts'
import { compare, type Turn, turnsOf } from './load.ts'
import { orderOf } from './seed/achievements.ts'
import { searchWords } from './seed/titles.ts'

/** Records with evidence: an achievement with the first entry of its chain, and an act of a case. */
export async function run({ full, ground }: Bench): Promise<readonly Figure[]> {
  const { ours, floor, officer, neighbours, seeded, owner } = await ground()
  const { institution } = seeded
  const turns = turnsOf(full)
  const orders = searchWords.common.map((word) =>
    JSON.stringify(orderOf(`示例${word}方法`, 'device')),
  )
  const bodyOf = (at: number) => ({
    method: 'POST' as const,
    body: orders[at % orders.length] ?? '',
  })
  const alone = await compare(
    'create achievements with their chains, in one institution',
    {
      url: ours,
      headers: officer,
      requests: orders.map((_, at) => ({ ...bodyOf(at), path: '/api/v1/achievements' })),
    },
    {
      url: floor,
      headers: {},
      requests: orders.map((_, at) => ({ ...bodyOf(at), path: `/achievements/${institution}` })),
    },
    turns,
  )
  const created = await compare(
    'create achievements with their chains, in 16 institutions',
    {
      url: ours,
      headers: {},
      requests: neighbours.map((headers, at) => ({
        ...bodyOf(at),
        path: '/api/v1/achievements',
        headers,
      })),
    },
    {
      url: floor,
      headers: {},
      requests: seeded.others.map((other, at) => ({
        ...bodyOf(at),
        path: `/achievements/${other.institution}`,
      })),
    },
    turns,
  )
  // The floor writes acts that no record allows, so it has cases of its own.
  const { rows: talks } = await owner.query<Talk>(
    'select case_id as id, max(seq) as seq from act where case_id = any($1) group by 1 order by 1',
    [seeded.talks],
  )
  const [mine, theirs] = [0, 1].map((rest) => talks.filter((_, at) => at % 2 === rest))
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
  // Numbers have no gaps, so within one institution one creation waits for the other's commit.
  return [alone, { ...created, target: { ratio: 0.6 } }, acted]
}

/** A case whose parties are talking, and its last act. */
interface Talk {
  readonly id: string
  readonly seq: number
}

/** One more talk in a case after the other; whoever acts says up to which act the record was read. */
function talking(talks: readonly Talk[] = [], pathOf: (id: string) => string): Turn {
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

import type { Bench, Figure } from './figure.ts'
import { compare, rate, turnsOf } from './load.ts'

/** Pages over cases: the list, a case of sixty acts, and the desk of an institution with thousands. */
export async function run({ full, ground }: Bench): Promise<readonly Figure[]> {
  const { ours, floor, officer, seeded } = await ground()
  const turns = turnsOf(full)
  const query = 'limit=20&stage=negotiation&cursor=XM-2020'
  const list = await compare(
    'list of 20 cases, filtered, next page',
    { url: ours, headers: officer, requests: [{ path: `/api/v1/cases?${query}` }] },
    {
      url: floor,
      headers: {},
      requests: [{ path: `/cases?institution=${seeded.institution}&${query}` }],
    },
    turns,
  )
  const alone = { ...turns, connections: 1 }
  const page = async (what: string, path: string, atMost: number): Promise<Figure> => {
    const answers = await rate({ url: ours, headers: officer, requests: [{ path }] }, alone)
    return { what, unit: 'ms', value: 1000 / answers, target: { atMost } }
  }
  return [
    { ...list, target: { ratio: 0.8 } },
    await page('case page of 60 acts, one reader', `/api/v1/cases/${seeded.longCase}`, 20),
    await page('desk of an institution, one reader', '/api/v1/workbench', 20),
  ]
}

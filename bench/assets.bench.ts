import type pg from 'pg'
import type { Bench, Figure } from './figure.ts'
import { partOf, waited } from './waits.ts'

/** What one waits at most for, of a hundred pages, in ninety-five. */
const target = { atMost: 100 }

/** How often each page is asked for. */
const rounds = 15

/**
 * How long one waits for the ledger of assets: its first page, which also counts all that a filter finds, the
 * pages after it, and the first page after something was told of many achievements.
 */
export async function run({ ground }: Bench): Promise<readonly Figure[]> {
  const { ours, officer, owner, seeded } = await ground()
  await withEvidence(owner, seeded.institution)
  const ask = (path: string) => waited(`${ours}/api/v1/${path}`, officer)
  const anew = await ask('assets')
  const pages = {
    'first page, with counts and sums': ['assets?limit=50'],
    'first page by a tag': [
      'assets?attribute=authorised',
      'assets?attribute=lapsed',
      'assets?conversion=converted',
      'assets?conversion=intended',
      'assets?stage=research',
    ],
    'first page of a day long past': ['assets?on=2018-06-30', 'assets?on=2022-12-31'],
    'first page by words': [`assets?q=${encodeURIComponent('肝癌')}`],
    'next page': seeded.achievements
      .slice(0, 200)
      .filter((_, at) => at % 40 === 0)
      .flatMap(({ number }) => [
        `assets?cursor=${number}`,
        `assets?attribute=lapsed&cursor=${number}`,
      ]),
  }
  const figures: Figure[] = [{ what: 'all tags worked out anew, once', unit: 'ms', value: anew }]
  for (const [what, paths] of Object.entries(pages)) {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      for (const path of paths) times.push(await ask(path))
    }
    const middle = `p50 ${partOf(times, 0.5).toFixed(1)} ms`
    figures.push({
      what: `${what} (p95; ${middle})`,
      unit: 'ms',
      value: partOf(times, 0.95),
      target,
    })
  }
  return figures
}

/** Rights of every third achievement, contracts of every twentieth, costs of every other. */
async function withEvidence(owner: pg.Pool, institution: string): Promise<void> {
  const { rows } = await owner.query(
    'select from asset_cost where institution_id = $1 offset 1000 limit 1',
    [institution],
  )
  if (rows.length > 0) return
  const every = (few: number) => `
    from (select id, disclosed_on, row_number() over (order by number) as at from achievement
      where institution_id = $1) as each where at % ${few} = 0 and length(disclosed_on) = 10`
  await owner.query(
    `insert into ip_right (institution_id, id, kind, title, status, granted_on, achievement_id)
     select $1, gen_random_uuid(), 'invention', '演示', case when at % 30 = 0 then 'lapsed_unpaid'
       else 'granted' end, disclosed_on, id ${every(3)}`,
    [institution],
  )
  await owner.query(
    `with made as (
       insert into contract (institution_id, id, kind, title, status, signed_on)
       select $1, id, 'transfer', '演示', 'performing', disclosed_on ${every(20)} returning id)
     insert into contract_achievement select $1, id, id from made`,
    [institution],
  )
  await owner.query(
    `insert into asset_cost (institution_id, id, achievement_id, spent_on, kind, amount_fen, funding,
       voucher, files, made_at, made_by, made_name)
     select $1, gen_random_uuid(), id, disclosed_on::date, 'testing', 10000 + at, 'own', 'V-' || at, '[]',
       now(), gen_random_uuid(), '演示' ${every(2)}`,
    [institution],
  )
  await owner.query('vacuum (analyze)')
}

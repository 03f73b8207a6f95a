import { afterAll, beforeAll, expect, test } from 'vitest'
import { moving } from '../../modules/archives/testing/moving.ts'
import { modules } from '../../modules/index.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { loadDemo } from './load.ts'
import { payableCases } from './payouts.ts'
import { destinations } from './plan.ts'

let house: TestApp

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})

afterAll(() => house?.close())

test('the demonstration loads once, in every state, and every chain is whole', async () => {
  const printed = await loadDemo(house.context)
  expect(await loadDemo(house.context)).toEqual(printed)
  const cases = await house.database.asOwner(
    'select institution_id, id, number, procedure, stage, status, seq from transfer_case order by number',
  )
  const transfers = cases.filter(({ procedure }) => procedure === 'transfer')
  const led = destinations.reduce((total, [, count]) => total + count, payableCases)
  expect(transfers).toHaveLength(led)
  expect(new Set(cases.map(({ procedure }) => procedure))).toEqual(
    new Set([
      'transfer',
      'empowerment_ownership',
      'empowerment_use',
      'use_first',
      'rectification',
      'preparation',
      'exemption',
      'ip_inventory',
      'platform_company',
      'abandonment',
      'asset_ledger',
      'equity_holding',
      'service_contract',
    ]),
  )
  const acts = await house.database.asOwner('select count(*)::int as count from act')
  expect(acts[0]?.['count']).toBe(cases.reduce((total, { seq }) => total + Number(seq), 0))
  expect(cases.filter(({ status }) => status === 'suspended')).toHaveLength(1)
  const inventions = await house.database.asOwner('select id from achievement')
  expect(inventions).toHaveLength(206)
  const overdue = await house.database.asOwner(
    "select norm from case_due where due < '2026-11-24' and norm = 'gd.report.in-time'",
  )
  expect(overdue).toHaveLength(1)

  const orphans = await house.database.asOwner(
    `select count(*)::int as n from receipt where contract_id is null`,
  )
  // One is there to be linked.
  expect(orphans[0]?.['n']).toBe(1)
  const states = await house.database.asOwner('select distinct state from registration')
  expect(states).toHaveLength(10)
  const uneven = await house.database.asOwner(
    `select id from receipt where net_fen is not null and (net_fen <> amount_fen - others_fen - cost_fen
       or net_fen <> reward_fen + tto_fen + institution_fen)`,
  )
  expect(uneven).toEqual([])
  const [owned] = await house.database.asOwner(
    `select count(*)::int as n, count(achievement_id)::int as linked from ip_right`,
  )
  expect(owned?.['n']).toBeGreaterThan(100)
  expect(owned?.['linked']).toBeGreaterThan(60)
  const late = await house.database.asOwner(
    `select year from right_fee where payable_until < '2026-11-24' and grace_until >= '2026-11-24'`,
  )
  expect(late.length).toBeGreaterThan(0)
  const batches = await house.database.asOwner('select state from fee_batch')
  expect(batches).toEqual([{ state: 'approved' }])

  const bookings = await house.database.asOwner(
    "select treatment, amount_fen::text as fen from asset_booking where outcome = 'accepted'",
  )
  expect(bookings).toEqual([{ treatment: 'expense', fen: '5110000' }])

  const login = /a-officer\s+(\S+)/.exec(printed.join('\n'))?.[1]
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-yizhuan-csrf': '1' },
    payload: { login: 'a-officer', password: login },
  })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const get = async (url: string) =>
    (await house.app.inject({ url: `/api/v1${url}`, headers: { cookie } })).json()
  const list = await get('/cases?limit=100')
  expect(list.items.length).toBeGreaterThan(10)
  for (const { id } of list.items) {
    const shown = await get(`/cases/${id}`)
    expect(shown.chain).toMatchObject({ ok: true, length: shown.timeline.length })
  }
  const bench = await get('/workbench')
  expect(bench.due.length).toBeGreaterThan(0)
  const notices = await get('/public/notices')
  expect(notices.items.length).toBeGreaterThan(3)
  const described = await get('/openapi.json')
  expect(Object.keys(described.paths)).toContain('/api/v1/cases/{id}/acts')
}, 180_000)

test('every sign-in is a person with a post, and what the second hospital decided governs its cases', async () => {
  const lonely = await house.database.asOwner(
    `select login from account left join person on person.institution_id = account.institution_id
       and person.id = account.person_id
     where person.staff_number is null and login not like '%-admin' or person.id is null`,
  )
  expect(lonely).toEqual([])
  const chiefs = await house.database.asOwner(
    `select count(*)::int as n from post where kind = 'chief' and to_day is null`,
  )
  expect(chiefs).toEqual([{ n: 8 }])
  const teams = await house.database.asOwner(
    `select entry->'data'->'team'->0 as first from act where type = 'caseOpened'`,
  )
  for (const { first } of teams) {
    expect(first).toMatchObject({ posts: [], signsOnPaper: true, isChief: false })
  }
  const decided = await house.database.asOwner(
    `select distinct subject, outcome, institution.name from own_rule
     join own_rule_decision on rule_id = id and own_rule.institution_id = own_rule_decision.institution_id
     join institution on institution.id = own_rule.institution_id order by subject`,
  )
  expect(decided).toMatchObject([
    { subject: 'gd.plan.merged', outcome: 'approved', name: expect.stringContaining('附属医院') },
    { subject: 'inventor.floor', outcome: 'approved' },
  ])
})

/** What somebody reads of everything they may. */
async function readBy(by: Person) {
  const { items } = (await by.get('/cases?limit=100')).body as { items: { id: string }[] }
  const cases = []
  for (const { id } of items) cases.push((await by.get(`/cases/${id}`)).body)
  const lists = []
  for (const list of ['achievements', 'rights', 'people', 'calendar']) {
    lists.push((await by.get(`/${list}.csv`)).text)
  }
  const totals = [(await by.get('/contracts')).body, (await by.get('/receipts')).body]
  const found = (await by.get(`/search?q=${encodeURIComponent('系统')}`)).body
  return { cases, lists, totals, found }
}

/** Where a paper can be made, and its name. */
async function firstPaper(by: Person, paths: readonly string[]): Promise<[string, string]> {
  for (const path of paths) {
    const [paper] = (await by.get(path)).body.now as { id: string }[]
    if (paper) return [path, paper.id]
  }
  throw new TypeError('The demonstration has a paper to be made.')
}

test('a hospital leaves with everything and arrives elsewhere as it was', async () => {
  const [officer] = (await house.database.asOwner(
    `select id as account, institution_id as institution, person_id as person, name, roles, lang
      from account where login = 'a-officer'`,
  )) as unknown as Person['caller'][]
  if (!officer) throw new TypeError('The demonstration has an officer.')
  const there = await openTestApp(modules, { at: '2026-11-24' })
  const files = moving()
  try {
    const left = await files.leave(house, officer.institution, 'a')
    const arrived = await files.arrive(there, 'a')
    expect(arrived.entries).toBeGreaterThan(500)
    // Row by row: each table's bytes are hashed in the manifest of what leaves there again.
    const again = await files.leave(there, officer.institution, 'again')
    expect(again.tables).toEqual(left.tables)
    expect(again.files).toEqual(left.files)

    const as = (app: TestApp) => app.signInAgain({ caller: officer } as Person)
    const here = await readBy(await as(house))
    expect(here.cases.length).toBeGreaterThan(10)
    expect(here.found.items.length).toBeGreaterThan(0)
    const reader = await as(there)
    expect(await readBy(reader)).toEqual(here)

    // Papers print there, and each timer that came along fires once.
    const paths = here.cases.map(({ case: { id } }) => `/cases/${id}/papers`)
    const [path, paper] = await firstPaper(reader, paths)
    const printed = await reader.send('POST', `${path}/${paper}`, { format: 'pdf' })
    expect(printed.status).toBe(201)
    await there.workOff()
    const [acts] = await there.database.asOwner('select count(*)::int as n from act')
    const [waiting] = await there.database.asOwner('select count(*)::int as n from job')
    expect(waiting?.['n']).toBeGreaterThan(0)
    await there.workOff()
    expect(await there.database.asOwner('select count(*)::int as n from act')).toEqual([acts])
  } finally {
    files.end()
    await there.close()
  }
}, 120_000)

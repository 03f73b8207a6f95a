import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

test('what the ledger counts is counted from an index, and no row of an achievement is read', async () => {
  const office = await app.person(['tto_negotiator'], await app.institution())
  const { institution } = office.caller
  await app.database.asOwner(`
    insert into achievement (institution_id, id, number, title, registered_on, disclosure, inventors,
      funding_kind, intake)
    select '${institution}', gen_random_uuid(), 'CG' || n, '示例成果' || n, '2024-02-01',
      jsonb_build_object('words', repeat('词', 400)), '[]', (array['public', 'own'])[1 + n % 2],
      (array[null, 'accepted', 'returned', 'accepted'])[1 + n % 4]
    from generate_series(1, 5000) as n`)
  await app.database.asOwner('vacuum analyze achievement')
  // The conditions of a line, as the ledger asks them.
  const plan = await app.database.asOwner(`
    explain select count(*) from achievement where institution_id = '${institution}'
      and (intake is null or intake = 'accepted')
      and coalesce(registered_on, disclosed_on, '') collate "C" <= '2025-06-30'`)
  const lines = plan.map((line) => line['QUERY PLAN']).join('\n')
  expect(lines).toContain('Index Only Scan using achievement_in_ledger')

  const counted = async (filter: string) => {
    const { totals } = (await office.get(`/assets${filter}`)).body
    return [totals.count, totals.counts.attribute.unauthorised]
  }
  expect(await counted('')).toEqual([3750, 3750])
  expect(await counted('?funding=own')).toEqual([2500, 2500])
  expect(await counted('?attribute=authorised')).toEqual([0, 0])
})

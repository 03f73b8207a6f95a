import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const make = async (fields: object) =>
    (await officer.send('POST', '/rights', { title: '一种示例', ...fields })).body.id as string
  return { institution, officer, make }
}

const mark = { kind: 'trademark', status: 'registered', filedOn: '2015-02-01' }

test('a trademark in its months of grace can still be renewed, and is reminded of', async () => {
  const { officer, make } = await office()
  const id = await make({ ...mark, grantedOn: '2016-05-20' })
  const docket = (await officer.get(`/rights/${id}/docket`)).body
  expect(docket.clocks.map((one: { key: string; ends: string }) => [one.key, one.ends])).toEqual([
    ['trademark-renewal-late', '2026-11-19'],
  ])
  const dues = (await officer.get('/calendar?from=2026-11-01&to=2026-12-31')).body.items
  expect(dues).toMatchObject([
    // Ten years and six months less a day, counted in days.
    { day: '2026-11-19', counted: { from: '2016-05-20', unit: 'days', length: 3835 } },
  ])
  const renewal = { kind: 'renewed', on: '2026-11-02', source: '续展证明' }
  expect((await officer.send('POST', `/rights/${id}/events`, renewal)).status).toBe(201)
  const after = (await officer.get(`/rights/${id}/docket`)).body
  expect(after.term).toMatchObject({ from: '2026-05-20', endsOn: '2036-05-20' })
})

test('a fee that could be paid no more when the right came here is missed, but no neglect', async () => {
  const { officer, make } = await office()
  const lost = { kind: 'invention', status: 'granted', filedOn: '2019-03-10' }
  await make({ ...lost, grantedOn: '2021-04-06', feePaidYear: 7 })
  const figures = (await officer.get('/docket/figures')).body
  expect(figures).toMatchObject({ missed: 1, lost: 0, lostThisYear: 0 })
})

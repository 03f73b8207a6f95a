import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../../achievements/index.ts'
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

async function achievementOf({ caller }: Person): Promise<string> {
  const { db } = app.context
  const fields = { ...blankAchievement, title: '一种示例', disclosedOn: '2006-01-20' }
  const [id = ''] = await asCaller(db, caller, (tx) =>
    enterAchievements(tx, app.context, caller, [
      { number: null, leadIdNumber: null, fields, source: '试验台账' },
    ]),
  )
  return id
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

test('a right past its term is over everywhere, though nobody typed that', async () => {
  const { officer, make } = await office()
  const at = (id: string) => officer.get(`/rights/${id}`).then(({ body }) => body)
  const achievement = await achievementOf(officer)
  const old = {
    kind: 'invention',
    status: 'granted',
    filedOn: '2006-10-30',
    grantedOn: '2009-01-07',
  }
  const id = await make({ ...old, feePaidYear: 20, achievementId: achievement })
  const right = await at(id)
  expect([right.status, right.isStatusDerived]).toEqual(['lapsed_expired', true])
  const docket = (await officer.get(`/rights/${id}/docket`)).body
  expect(docket).toMatchObject({ state: 'terminated', ending: 'expired', since: '2026-10-30' })
  expect(docket.clocks).toEqual([])
  const found = async (query: string) =>
    (await officer.get(`/rights?${query}`)).body.items.map((one: { id: string }) => one.id)
  expect(await found('status=granted')).toEqual([])
  expect(await found('status=lapsed_expired')).toEqual([id])
  expect((await officer.get('/rights.csv')).text).toContain('期限届满')
  expect((await officer.get('/sleeping-patents?years=3')).body.items).toEqual([])
  const asset = (await officer.get('/assets')).body.items
  expect(asset.map((one: { attribute: string }) => one.attribute)).toEqual(['lapsed'])
  // What is amended beside it leaves the status alone; typed, it is refused.
  const patch = (body: object) => officer.send('PATCH', `/rights/${id}`, body)
  const remark = { expectedSeq: 1, reason: '补充', remark: '备注', status: 'lapsed_expired' }
  expect((await patch(remark)).status).toBe(200)
  const changes = (await officer.get(`/rights/${id}/history`)).body.items[1].changes
  expect(changes.map((one: { field: string }) => one.field)).toEqual(['remark'])
  const typed = await patch({ expectedSeq: 2, reason: '更正', status: 'granted' })
  expect(typed.body.errors).toMatchObject([{ rule: 'status-by-timeline' }])
  // A term that was compensated lasts longer: then it is in force, without anybody setting it back.
  const longer = { kind: 'termCompensated', on: '2026-01-05', source: '决定', days: 400 }
  expect((await officer.send('POST', `/rights/${id}/events`, longer)).status).toBe(201)
  expect((await at(id)).status).toBe('granted')
  expect((await officer.get('/assets')).body.items[0].attribute).toBe('authorised')
  expect(await found('status=granted')).toEqual([id])
})

test('the end of a term is told before it comes, to the office', async () => {
  const { officer, make } = await office()
  const id = await make({
    ...{ kind: 'utility_model', status: 'granted' },
    ...{ filedOn: '2017-01-20', grantedOn: '2017-09-05', feePaidYear: 10 },
  })
  const dues = (await officer.get('/calendar?from=2027-01-01&to=2027-01-31')).body.items
  expect(dues).toMatchObject([
    {
      ...{ day: '2027-01-20', kind: 'term', roles: ['tto_negotiator', 'tto_reviewer'] },
      record: { id },
      counted: { from: '2017-01-20', ends: '2027-01-20' },
    },
  ])
})

test('a licence that was recorded late meets the right as it was on its day', async () => {
  const { officer, make } = await office()
  const id = await make({
    ...{ kind: 'utility_model', status: 'granted' },
    ...{ filedOn: '2016-01-20', grantedOn: '2016-09-05', feePaidYear: 10 },
  })
  const late = { kind: 'openLicencePublished', on: '2025-06-02', source: '公告' }
  expect((await officer.send('POST', `/rights/${id}/events`, late)).status).toBe(201)
  const now = { kind: 'openLicencePublished', on: '2026-06-02', source: '公告' }
  const refused = await officer.send('POST', `/rights/${id}/events`, now)
  expect(refused.body.code).toBe('event-not-expected')
})

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
  const relate = (right: string, relation: object) =>
    officer.send('POST', `/rights/${right}/family`, relation)
  const docketOf = async (id: string) => (await officer.get(`/rights/${id}/docket`)).body
  return { officer, make, relate, docketOf }
}

type Counted = { key: string; ends: string }
const ends = (docket: { clocks: Counted[] }) =>
  Object.fromEntries(docket.clocks.map((one) => [one.key, one.ends]))
const rulesOf = ({ body }: { body: { errors?: { pointer: string; rule: string }[] } }) =>
  body.errors?.map(({ pointer, rule }) => `${pointer} ${rule}`)

test('a divisional entered with its own day runs from the filing of what it was divided from', async () => {
  const { officer, make, relate, docketOf } = await office()
  const parent = await make({ kind: 'invention', filedOn: '2022-01-10' })
  const id = await make({ kind: 'invention', filedOn: '2026-11-01' })
  expect((await relate(id, { earlier: parent, kind: 'divisional' })).status).toBe(200)
  const docket = await docketOf(id)
  expect(docket.term).toMatchObject({ from: '2022-01-10', endsOn: '2042-01-10' })
  // Two months from the submission, over the holiday of the new year; no priority is open.
  const last = docket.clocks.find((one: Counted) => one.key === 'application-fee').ends
  expect(last >= '2027-01-01' && last <= '2027-01-04').toBe(true)
  expect(ends(docket)).toEqual({
    'application-fee': last,
    'examination-request': last,
    'examination-fee': last,
  })
  expect(docket.events.map((one: { kind: string; on: string }) => [one.kind, one.on])).toEqual([
    ['filed', '2022-01-10'],
    ['divided', '2026-11-01'],
  ])
  expect((await officer.get(`/rights/${id}`)).body.filedOn).toBe('2022-01-10')
  const dues = (await officer.get('/calendar?from=2026-12-01&to=2027-01-31')).body.items
  expect(dues.filter((due: { record: { id: string } }) => due.record.id === id)).toHaveLength(3)
  // Granted in the fifth year, it pays the fees of that year and of those that follow.
  const grant = { kind: 'granted', on: '2026-11-02', source: '公报', expectedSeq: 2 }
  const granted = await officer.send('POST', `/rights/${id}/events`, {
    ...grant,
    despite: '示例',
  })
  expect(granted.status).toBe(201)
  const fees = (await docketOf(id)).annuities
  expect(fees.map((one: { year: number }) => one.year).slice(0, 2)).toEqual([5, 6])
  expect(fees[1]).toMatchObject({ dueOn: '2027-01-10' })
})

test('a divisional follows its parent: a corrected day, a priority, and a relation taken back', async () => {
  const { officer, make, relate, docketOf } = await office()
  const first = await make({ kind: 'invention', filedOn: '2023-06-01' })
  const parent = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const id = await make({ kind: 'invention' })
  const last = await make({ kind: 'invention' })
  const divided = { earlier: parent, kind: 'divisional', day: '2026-03-23' }
  expect((await relate(id, divided)).status).toBe(200)
  const again = { earlier: id, kind: 'divisional', day: '2026-10-12' }
  expect((await relate(last, again)).status).toBe(200)
  expect((await docketOf(last)).term.endsOn).toBe('2044-05-20')
  expect(ends(await docketOf(last))['examination-request']).toBe('2027-05-20')
  // The parent claims a priority: its divisionals, and theirs, have it too.
  await relate(parent, { earlier: first, kind: 'priority' })
  expect((await docketOf(last)).priorityOn).toBe('2023-06-01')
  expect(ends(await docketOf(last))['examination-request']).toBe('2026-12-14')
  const amended = await officer.send('PATCH', `/rights/${parent}`, {
    ...{ expectedSeq: 2, reason: '更正', filedOn: '2024-05-21' },
  })
  expect(amended.status).toBe(200)
  const dues = (await officer.get('/calendar?from=2026-11-01&to=2026-12-31')).body.items
  const own = dues.filter((due: { record: { id: string } }) => due.record.id === last)
  expect(own.map((due: { day: string }) => due.day)).toContain('2026-12-14')
  expect((await docketOf(last)).term.endsOn).toBe('2044-05-21')
  // Taken back, it is an application of its own.
  await officer.send('DELETE', `/rights/${id}/family/${parent}`)
  expect((await docketOf(id)).term.endsOn).toBe('2046-03-23')
})

test('a divisional needs the day of its submission, between the filing and today', async () => {
  const { make, relate, officer } = await office()
  const parent = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const id = await make({ kind: 'invention', filedOn: '2024-05-20' })
  const attempt = async (more: object) => rulesOf(await relate(id, { earlier: parent, ...more }))
  expect(await attempt({ kind: 'divisional' })).toEqual(['#/day relation-day-needed'])
  expect(await attempt({ kind: 'divisional', day: '2026-11-03' })).toEqual([
    '#/day relation-day-in-future',
  ])
  expect(await attempt({ kind: 'divisional', day: '2024-05-19' })).toEqual([
    '#/day relation-day-before-filing',
  ])
  expect(await attempt({ kind: 'priority', day: '2024-05-21' })).toEqual([
    '#/day relation-day-not-asked',
  ])
  expect((await officer.get(`/rights/${id}`)).body.seq).toBe(1)
  expect(await attempt({ kind: 'divisional', day: '2024-05-20' })).toBeUndefined()
  expect(await attempt({ kind: 'divisional', day: '2024-05-20' })).toEqual([
    '#/earlier related-already',
  ])
})

test('a national phase tells its international application that it was entered', async () => {
  const { officer, make, relate, docketOf } = await office()
  const pct = await make({ kind: 'pct', filedOn: '2024-07-01' })
  const national = await make({ kind: 'invention', filedOn: '2024-07-01', number: null })
  expect(Object.keys(ends(await docketOf(pct)))).toEqual(['pct-entry', 'pct-entry-late'])
  expect(rulesOf(await relate(national, { earlier: pct, kind: 'national' }))).toEqual([
    '#/day relation-day-needed',
  ])
  const entered = { earlier: pct, kind: 'national', day: '2026-10-20' }
  expect((await relate(national, entered)).status).toBe(200)
  const docket = await docketOf(pct)
  expect(docket.clocks).toEqual([])
  expect(docket.events.at(-1)).toMatchObject({ kind: 'nationalEntered', on: '2026-10-20' })
  const dues = (await officer.get('/calendar?from=2026-11-01&to=2027-06-30')).body.items
  expect(dues.filter((due: { record: { id: string } }) => due.record.id === pct)).toEqual([])
  // Deemed withdrawn elsewhere it is no neglect; and without the relation it waits again.
  await officer.send('DELETE', `/rights/${national}/family/${pct}`)
  expect(Object.keys(ends(await docketOf(pct)))).toEqual(['pct-entry', 'pct-entry-late'])
})

test('a national phase has the filing day and the priority of its international application', async () => {
  const { officer, make, relate, docketOf } = await office()
  const first = await make({ kind: 'invention', filedOn: '2024-02-01' })
  const pct = await make({ kind: 'pct', filedOn: '2025-01-20' })
  const national = await make({ kind: 'invention', filedOn: '2026-08-10' })
  expect((await relate(national, { earlier: pct, kind: 'national' })).status).toBe(200)
  expect((await docketOf(national)).term).toMatchObject({ from: '2025-01-20' })
  expect((await officer.get(`/rights/${national}`)).body.filedOn).toBe('2025-01-20')
  expect((await relate(pct, { earlier: first, kind: 'priority' })).status).toBe(200)
  const docket = await docketOf(national)
  expect(docket.priorityOn).toBe('2024-02-01')
  expect(ends(docket)['examination-request']).toBe('2027-02-01')
  // The calendar, too: what befalls the international application is told to what entered from it.
  const dues = (await officer.get('/calendar?from=2027-01-25&to=2027-02-05')).body.items
  expect(dues.some((due: { record: { id: string } }) => due.record.id === national)).toBe(true)
  await officer.send('DELETE', `/rights/${national}/family/${pct}`)
  expect((await officer.get(`/rights/${national}`)).body.filedOn).toBe('2026-08-10')
})

test('an entry abroad leaves the time to enter China', async () => {
  const { make, relate, docketOf } = await office()
  const pct = await make({ kind: 'pct', filedOn: '2024-07-01' })
  const abroad = await make({ kind: 'invention', country: 'US', filedOn: '2024-07-01' })
  const entered = { earlier: pct, kind: 'national', day: '2026-10-20' }
  expect((await relate(abroad, entered)).status).toBe(200)
  expect(Object.keys(ends(await docketOf(pct)))).toEqual(['pct-entry', 'pct-entry-late'])
})

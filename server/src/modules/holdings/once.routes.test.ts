import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { holders, houseIn, opened } from './testing/house.ts'

// A holding, its entry on the separate list and its certificate stand in the records of a house once.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

const told = (formedOn: string) => ({
  ...{ company: '示例医械 （虚构）', achievement: '可吸收止血材料（虚构）', holders, formedOn },
  ...{ value: '300000000', taxOption: 'tax_deferred' },
})
const open = (by: Person, formedOn: string) =>
  by.send('POST', '/cases', {
    ...{ procedure: 'equity_holding', on: formedOn, files: [], data: told(formedOn) },
  })

/** Records an act of a holding, whatever comes of it. */
async function enter(by: Person, id: string, type: string, data: object) {
  const { body } = await by.get(`/cases/${id}`)
  const act = { type, on: '2026-06-20', data, files: [] }
  return by.send('POST', `/cases/${id}/acts`, { ...act, expectedSeq: body.timeline.at(-1).seq })
}
const ruleOf = (answer: { body: { errors?: { rule: string }[] } }) => answer.body.errors?.[0]?.rule

test('a holding is recorded once, of two at once as well', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  await opened(officer)
  const { number } = (await finance.get('/cases')).body.items[0]
  const again = await open(officer, '2026-02-01')
  expect(ruleOf(again)).toBe('holding-known')
  expect(again.text).toContain(number)
  const both = await Promise.all([open(officer, '2026-04-01'), open(officer, '2026-04-01')])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
})

test('a correction makes no holding the same as another, and what it corrected is free', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  await opened(officer)
  const other = await opened(officer, '2026-03-01')
  const corrected = (formedOn: string) => ({ ...told(formedOn), reason: '日期误登' })
  const same = await enter(finance, other.id, 'openingCorrected', corrected('2026-02-01'))
  expect(ruleOf(same)).toBe('holding-known')
  const right = await enter(finance, other.id, 'openingCorrected', corrected('2026-03-02'))
  expect(right.status, right.text).toBe(201)
  expect((await open(officer, '2026-03-02')).status).toBe(400)
  expect((await open(officer, '2026-03-01')).status).toBe(201)
})

test('an entry of the list and a certificate are of one holding', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  const first = await opened(officer)
  await first.record(finance, 'listed', { entry: '单-9' })
  await first.record(finance, 'propertyRegistered', { certificate: '证-9' })
  const { id } = await opened(officer, '2026-03-01')
  expect(ruleOf(await enter(finance, id, 'listed', { entry: '单－9' }))).toBe('entry-of-another')
  const certificate = await enter(finance, id, 'propertyRegistered', { certificate: '证-9' })
  expect(ruleOf(certificate)).toBe('entry-of-another')
  // Struck as a mistake, it is free again.
  await first.record(finance, 'entryStruck', { entry: 2, reason: '误登记' })
  expect((await enter(finance, id, 'listed', { entry: '单-9' })).status).toBe(201)
})

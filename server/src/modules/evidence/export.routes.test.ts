import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules)
})
afterAll(() => app.close())

test('the auditor and the administrator see which lists left, those about people apart', async () => {
  const institution = await app.institution()
  const person = await app.person(['tto_negotiator', 'hr'], institution)
  const onlookers = [
    await app.person(['auditor'], institution),
    await app.person(['admin'], institution),
  ]
  await person.get('/achievements.csv?kind=drug')
  expect((await person.get('/people.xlsx?lang=zh')).status).toBe(200)
  for (const onlooker of onlookers) {
    const { items } = (await onlooker.get('/exports')).body
    expect(items).toMatchObject([
      { list: { zh: '人员' }, format: 'xlsx', by: person.caller.name, isPersonal: true },
      { list: { zh: '成果' }, format: 'csv', filter: { kind: 'drug' }, rows: 0, isPersonal: false },
    ])
    const first = (await onlooker.get('/exports?limit=1')).body
    const second = (await onlooker.get(`/exports?limit=1&cursor=${first.nextCursor}`)).body
    expect([...first.items, ...second.items]).toEqual(items)
    expect(second.nextCursor).toBeUndefined()
    const personal = (await onlooker.get('/exports?personal=true')).body.items
    expect(personal).toEqual(items.slice(0, 1))
  }
  const sheet = await onlookers[0]?.get('/exports.csv?lang=en')
  expect(sheet?.text).toContain('kind=drug')
  expect((await person.get('/exports')).status).toBe(403)
  const stranger = await app.person(['auditor'], await app.institution())
  expect((await stranger.get('/exports')).body).toEqual({ items: [] })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules)
})
afterAll(() => app.close())

const params = { status: 'granted', sort: 'newest', hide: 'agency,column-of-tomorrow' }
const save = (who: Person, name: string, more = {}) =>
  who.send('POST', '/views/rights', { name, params, ...more })
const names = async (who: Person) =>
  (await who.get('/views/rights')).body.items.map(({ name }: { name: string }) => name)

test('a view is one’s own until it is shared, and comes back as it was kept', async () => {
  const [officer, inventor] = [await app.person(['tto_negotiator']), await app.person(['inventor'])]
  const { body } = await save(officer, '已授权')
  expect(await names(inventor)).toEqual([])
  const [own] = (await officer.get('/views/rights')).body.items
  expect(own).toMatchObject({ name: '已授权', params, isMine: true, isDefault: false })
  const shared = await officer.send('PATCH', `/saved-views/${body.id}`, { isShared: true })
  expect(shared.status).toBe(200)
  expect((await inventor.get('/views/rights')).body).toMatchObject({
    mayShare: false,
    items: [{ name: '已授权', params, isMine: false, isShared: true }],
  })
  expect(await names(await app.person(['tto_negotiator'], await app.institution()))).toEqual([])
  expect((await save(inventor, '我的', { isShared: true })).status).toBe(403)
  const foreign = await inventor.send('PATCH', `/saved-views/${body.id}`, { name: '别名' })
  expect(foreign.status).toBe(403)
  const admin = await app.person(['admin'])
  expect((await admin.send('DELETE', `/saved-views/${body.id}`)).status).toBe(200)
})

test('a view that is taken away comes back, still the one its list opens with', async () => {
  const officer = await app.person(['tto_reviewer'])
  const { id } = (await save(officer, '年费')).body
  const twice = await save(officer, '年费')
  expect(twice.body.errors[0]).toMatchObject({ pointer: '#/name', rule: 'name-taken' })
  expect((await officer.send('PUT', '/views/rights/default', { view: id })).status).toBe(200)
  await officer.send('DELETE', `/saved-views/${id}`)
  expect(await names(officer)).not.toContain('年费')
  expect((await officer.send('DELETE', `/saved-views/${id}`)).status).toBe(404)
  await officer.send('POST', `/saved-views/${id}/return`)
  const mine = (await officer.get('/views/rights')).body.items
  expect(mine.find((one: { id: string }) => one.id === id)).toMatchObject({ isDefault: true })
  await officer.send('PUT', '/views/rights/default', { view: null })
  const after = (await officer.get('/views/rights')).body.items
  expect(after.some(({ isDefault }: { isDefault: boolean }) => isDefault)).toBe(false)
  const foreign = await officer.send('PUT', '/views/contracts/default', { view: id })
  expect(foreign.status).toBe(404)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const enter = (body: object) => officer.send('POST', '/rights', { title: '示例敷料', ...body })
  return { officer, enter }
}

test('a right abroad has its country, one notation, and is found in any', async () => {
  const { officer, enter } = await office()
  const us = { kind: 'invention', country: 'US', number: '16/123,456', filedOn: '2019-03-10' }
  const made = await enter({ ...us, grantedOn: '2021-04-06', status: 'granted' })
  expect(made.status, made.text).toBe(201)
  const right = (await officer.get(`/rights/${made.body.id}`)).body
  expect(right).toMatchObject({ country: 'US', number: 'US16/123456', isNumberUnchecked: false })
  expect((await enter({ ...us, number: 'US 16/123456' })).body.code).toBe('number-taken')
  for (const q of ['16/123,456', 'US16/123456', '16123456', 'us 16/123,456']) {
    const { items } = (await officer.get(`/rights?q=${encodeURIComponent(q)}`)).body
    expect([q, items.length]).toEqual([q, 1])
  }
  const jp = await enter({ kind: 'invention', country: 'JP', number: '特願2020-123456' })
  const { items } = (await officer.get(`/rights?q=${encodeURIComponent('特願2020-123456')}`)).body
  expect(items).toMatchObject([{ id: jp.body.id, number: 'JP2020-123456' }])
  expect((await officer.get('/rights?country=US')).body.items).toHaveLength(1)
  expect((await officer.get('/rights?country=CN')).body.items).toHaveLength(0)
  const sheet = await officer.get('/rights.csv?lang=zh')
  expect(sheet.text).toContain('美国')
})

test('its fees and periods are not kept, and its deadlines are what people set', async () => {
  const { officer, enter } = await office()
  const { body } = await enter({
    ...{ kind: 'invention', country: 'EP', number: 'EP18275163.6' },
    ...{ filedOn: '2018-10-17', grantedOn: '2021-04-06', status: 'granted' },
  })
  const path = `/rights/${body.id}`
  const docket = (await officer.get(`${path}/docket`)).body
  expect(docket).toMatchObject({
    abroad: 'EP',
    state: 'granted',
    annuities: [],
    clocks: [],
    term: null,
  })
  expect((await officer.get('/docket/fees')).body.items).toEqual([])
  const deadline = { title: '欧洲年费', dueOn: '2026-10-31', personName: '示例代理' }
  expect((await officer.send('POST', `${path}/deadlines`, deadline)).status).toBe(201)
})

test('a number is checked where its office is known, and kept as written where not', async () => {
  const { officer, enter } = await office()
  const wrong = await enter({ kind: 'invention', country: 'EP', number: '18275163.5' })
  expect(wrong.body.errors).toMatchObject([{ pointer: '#/number', rule: 'check-digit' }])
  const bare = await enter({ kind: 'invention', country: 'US', number: '16123456' })
  expect(bare.body.errors).toMatchObject([{ pointer: '#/number', rule: 'number-abroad' }])
  const pct = await enter({ kind: 'pct', country: 'US', number: 'PCT/CN2024/123456' })
  expect(pct.body.errors).toMatchObject([{ pointer: '#/country', rule: 'kind-not-abroad' }])
  const { body } = await enter({ kind: 'design', country: 'DE', number: '40 2020 123456.7' })
  expect((await officer.get(`/rights/${body.id}`)).body).toMatchObject({
    number: '40 2020 123456.7',
    isNumberUnchecked: true,
  })
  // Moved to another country, its number is read anew.
  const move = { expectedSeq: 1, reason: '登记有误', country: 'US' }
  const refused = await officer.send('PATCH', `/rights/${body.id}`, move)
  expect(refused.body.errors).toMatchObject([{ rule: 'number-abroad' }])
  const both = { ...move, number: '29/123,456' }
  expect((await officer.send('PATCH', `/rights/${body.id}`, both)).status).toBe(200)
  expect((await officer.get(`/rights/${body.id}`)).body.number).toBe('US29/123456')
})

test('a family shows the countries of its members', async () => {
  const { officer, enter } = await office()
  const first = (await enter({ kind: 'invention', filedOn: '2018-10-17' })).body.id
  const abroad = (await enter({ kind: 'invention', country: 'US', number: '16/654,321' })).body.id
  const related = await officer.send('POST', `/rights/${abroad}/family`, {
    earlier: first,
    kind: 'priority',
  })
  expect(related.status).toBe(200)
  const { family } = (await officer.get(`/rights/${first}/docket`)).body
  expect(family.members.map(({ country }: { country: string }) => country).toSorted()).toEqual([
    'US',
    null,
  ])
})

test('filed abroad without the examination for secrecy it says so, until the record tells it', async () => {
  const { officer, enter } = await office()
  const abroad = { kind: 'invention', country: 'US', filedOn: '2026-05-08' }
  const { id } = (await enter(abroad)).body
  const home = (await enter({ kind: 'invention', filedOn: '2026-05-01' })).body.id
  const isUnexamined = async (right: string) =>
    (await officer.get(`/rights/${right}/docket`)).body.isUnexamined
  expect([await isUnexamined(id), await isUnexamined(home)]).toEqual([true, false])
  const relation = { earlier: home, kind: 'priority' }
  expect((await officer.send('POST', `/rights/${id}/family`, relation)).status).toBe(200)
  const asked = { kind: 'secrecyRequested', on: '2026-05-02', source: '请求书', expectedSeq: 1 }
  const recorded = await officer.send('POST', `/rights/${home}/events`, asked)
  expect(recorded.status, recorded.text).toBe(201)
  expect(await isUnexamined(id)).toBe(false)
  const { clocks } = (await officer.get(`/rights/${home}/docket`)).body
  expect(clocks.map(({ key }: { key: string }) => key)).toContain('secrecy-decision')
})

test('the parts of one European patent bear its number, each in its own country', async () => {
  const { officer, enter } = await office()
  const part = { kind: 'invention', number: 'EP1234567B1', filedOn: '2018-10-17' }
  const german = await enter({ ...part, country: 'DE' })
  expect(german.status, german.text).toBe(201)
  const french = await enter({ ...part, country: 'FR' })
  expect(french.status, french.text).toBe(201)
  const again = await enter({ ...part, country: 'DE', title: '另一件' })
  expect([again.status, again.body.code]).toEqual([409, 'number-taken'])
  // Moved to the country of another part, it would be that one.
  const move = { expectedSeq: 1, reason: '更正', country: 'DE' }
  const moved = await officer.send('PATCH', `/rights/${french.body.id}`, move)
  expect([moved.status, moved.body.code]).toEqual([409, 'number-taken'])
  expect((await officer.get('/rights?q=EP1234567B1')).body.items).toHaveLength(2)
  const { items } = (await officer.get('/search?q=EP1234567B1')).body
  expect(items.map(({ label }: { label: string }) => label).toSorted()).toEqual([
    'DE EP1234567B1',
    'FR EP1234567B1',
  ])
  // Each is the part of one country in the patent of the office.
  const patent = await enter({ ...part, country: 'EP' })
  const family = { earlier: patent.body.id, kind: 'national', day: '2021-04-06' }
  for (const { body } of [german, french]) {
    expect((await officer.send('POST', `/rights/${body.id}/family`, family)).status).toBe(200)
  }
})

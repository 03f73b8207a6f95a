import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp
let admin: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  admin = await house.person(['admin'])
  await admin.send('PATCH', '/institution', { expectedSeq: 0, province: 'CN-SH' })
})
afterAll(() => house?.close())

const enter = (body: object) => admin.send('POST', '/institution/standings', body)
const lawOn = async (on: string) =>
  (await admin.get(`/institution/checklist?on=${on}`)).body.law as string

test('the law of a day follows the pilot of that day', async () => {
  const document = '试点名单第一批（虚构）'
  const made = await enter({ aspect: 'pilot', value: 'listed', from: '2026-04-01', document })
  expect(made.status, made.text).toBe(201)
  expect((await admin.get('/institution')).body.pilot).toBe('listed')
  expect(await lawOn('2026-04-01')).toContain('cn-sh-pilot-draft')
  expect(await lawOn('2026-03-31')).not.toContain('cn-sh-pilot-draft')
})

test('who leaves by the form leaves from today on', async () => {
  const { seq } = (await admin.get('/institution')).body
  await admin.send('PATCH', '/institution', { expectedSeq: seq, pilot: null })
  expect(await lawOn('2026-06-01')).not.toContain('cn-sh-pilot-draft')
  expect(await lawOn('2026-05-31')).toContain('cn-sh-pilot-draft')
  const { items } = (await admin.get('/institution/standings')).body
  expect(items).toMatchObject([
    { aspect: 'pilot', value: null, from: '2026-06-01', to: null },
    { aspect: 'pilot', value: 'listed', from: '2026-04-01', to: '2026-06-01' },
  ])
})

test('an entry made in error is annulled, and the one before holds again', async () => {
  const [newest] = (await admin.get('/institution/standings')).body.items
  const path = `/institution/standings/${newest.id}/annul`
  expect((await admin.send('POST', path, { reason: '误操作' })).status).toBe(200)
  expect((await admin.get('/institution')).body.pilot).toBe('listed')
  const { items } = (await admin.get('/institution/history')).body
  expect(items.at(-1)).toMatchObject({
    action: 'institution.standingAnnulled',
    reason: '误操作',
  })
})

test.each([
  ['a day ahead', { aspect: 'level', value: 'city', from: '2026-06-02' }, 400, 'not-ahead'],
  [
    'an unknown code',
    { aspect: 'level', value: 'galactic', from: '2026-01-01' },
    400,
    'known-code',
  ],
  ['a day told twice', { aspect: 'pilot', value: null, from: '2026-04-01' }, 409, 'told-once'],
])('%s is refused, and nothing is written', async (_what, body, status, rule) => {
  const count = async () =>
    (await house.database.asOwner('select count(*)::int as n from institution_standing'))[0]?.['n']
  const before = await count()
  const answer = await enter(body)
  expect([answer.status, answer.body.errors[0].rule]).toEqual([status, rule])
  expect(await count()).toBe(before)
})

test('a unit is named that answers for something, and the checklist knows it', async () => {
  const document = '机构职能文件（虚构）'
  const unit = { aspect: 'ipOperation', value: '科技转化办公室', from: '2026-05-01', document }
  expect((await enter(unit)).status).toBe(201)
  const known = async (on: string) =>
    (await admin.get(`/institution/checklist?on=${on}`)).body.known.find(
      ({ fact }: { fact: string }) => fact === 'ipOperationUnitNamed',
    )
  expect(await known('2026-05-01')).toMatchObject({ value: { zh: '是' }, document })
  expect(await known('2026-04-30')).toBeUndefined()
  expect((await enter({ ...unit, value: null, from: '2026-05-20' })).status).toBe(201)
  expect(await known('2026-06-01')).toMatchObject({ value: { zh: '否' } })
})

test('only an administrator enters it', async () => {
  const officer = await house.person(['tto_reviewer'])
  const body = { aspect: 'level', value: 'city', from: '2026-01-01' }
  expect((await officer.send('POST', '/institution/standings', body)).status).toBe(403)
})

test('a carrier is entered, ended with a reason, and kept apart by its name', async () => {
  const body = { kind: 'incubator', name: '示例孵化器（虚构）', fromDay: '2025-01-01' }
  const made = await admin.send('POST', '/carriers', body)
  expect(made.status, made.text).toBe(201)
  const again = await admin.send('POST', '/carriers', body)
  expect(again.body.errors[0]).toMatchObject({ pointer: '#/name', rule: 'unique' })
  const path = `/carriers/${made.body.id}`
  const wrong = await admin.send('PATCH', path, { toDay: '2025-01-01', reason: '结束' })
  expect(wrong.body.errors[0].pointer).toBe('#/toDay')
  expect((await admin.send('PATCH', path, { toDay: '2026-01-01', reason: '结束' })).status).toBe(
    200,
  )
  expect((await admin.get('/carriers')).body.items).toMatchObject([{ toDay: '2026-01-01' }])
  expect((await admin.get(`${path}/history`)).body.items.at(-1)).toMatchObject({ reason: '结束' })
})

test('the turns leave as a sheet, each in words, with the day on which the next holds', async () => {
  const { items } = (await admin.get('/institution/standings')).body
  const sheet = await admin.get('/institution/standings.csv')
  const lines = sheet.text.trim().split('\r\n')
  expect(lines).toHaveLength(items.length + 1)
  expect(sheet.text).toContain('创新改革试点,在经批准的试点名单上,2026-04-01')
  const stranger = await house.person(['admin'], await house.institution('别院（虚构）'))
  expect((await stranger.get('/institution/standings.csv')).text).not.toContain('试点名单')
})

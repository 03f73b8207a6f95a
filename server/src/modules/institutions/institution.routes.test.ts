import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { institutions } from './index.ts'

let house: TestApp
let admin: Person

beforeAll(async () => {
  house = await openTestApp([institutions])
  await house.institution('示例医院（虚构）')
  admin = await house.person(['admin'])
})
afterAll(() => house?.close())

const change = (body: object, who = admin) => who.send('PATCH', '/institution', body)
const entries = async () =>
  Number((await house.database.asOwner('select count(*)::int as n from audit_entry'))[0]?.['n'])

test('an institution that said nothing is known by its name', async () => {
  expect((await admin.get('/institution')).body).toMatchObject({
    seq: 0,
    name: '示例医院（虚构）',
    province: null,
    universityAffiliated: null,
  })
})

test('what it says of itself is changed field by field, with a history', async () => {
  const first = await change({ expectedSeq: 0, province: 'CN-GD', universityAffiliated: true })
  expect(first.body).toMatchObject({ seq: 1, province: 'CN-GD', universityAffiliated: true })
  const second = await change({
    expectedSeq: 1,
    name: '示例大学附属医院（虚构）',
    province: 'CN-GD',
  })
  expect(second.body).toMatchObject({ seq: 2, name: '示例大学附属医院（虚构）' })
  const { items, chain } = (await admin.get('/institution/history')).body
  expect(chain).toMatchObject({ ok: true, length: 2 })
  expect(items[1].changes).toEqual([
    { field: 'name', from: '示例医院（虚构）', to: '示例大学附属医院（虚构）' },
  ])
})

test('nothing that differs is nothing recorded', async () => {
  const before = await entries()
  expect((await change({ expectedSeq: 2, province: 'CN-GD' })).body.seq).toBe(2)
  expect(await entries()).toBe(before)
})

test('of two administrators the second is told what the first changed', async () => {
  const other = await house.person(['admin'])
  const answers = await Promise.all([
    change({ expectedSeq: 2, noticeDepartment: '转化办公室' }),
    change({ expectedSeq: 2, noticeDepartment: '科研处' }, other),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const late = answers.find(({ status }) => status === 409)
  expect(late?.body.changed).toMatchObject([{ changes: [{ field: 'noticeDepartment' }] }])
})

test.each([
  ['a province that does not exist', { province: 'CN-XX' }, '#/province'],
  ['an empty name', { name: ' ' }, '#/name'],
  ['a field that does not exist', { colour: 'red' }, '#/colour'],
])('%s is refused by field, and nothing is written', async (_what, body, pointer) => {
  const before = await entries()
  const answer = await change({ expectedSeq: 3, ...body })
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].pointer).toBe(pointer)
  expect(await entries()).toBe(before)
})

test('only an administrator changes it, and only the own one', async () => {
  const officer = await house.person(['tto_negotiator'])
  expect((await change({ expectedSeq: 3, name: '改名' }, officer)).status).toBe(403)
  const stranger = await house.person(['admin'], await house.institution('别院（虚构）'))
  expect((await change({ expectedSeq: 0, name: '改名院（虚构）' }, stranger)).status).toBe(200)
  expect((await admin.get('/institution')).body.name).toBe('示例大学附属医院（虚构）')
})

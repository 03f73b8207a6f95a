import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp
let admin: Person
let nurse: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  admin = await house.person(['admin'])
  nurse = await house.person(['inventor'])
  await admin.send('PATCH', '/institution', {
    expectedSeq: 0,
    province: 'CN-GD',
    kind: 'hospital',
  })
  for (const [aspect, value] of [
    ['level', 'city'],
    ['ownership', 'public'],
    ['research', 'yes'],
  ]) {
    await admin.send('POST', '/institution/standings', { aspect, value, from: '2020-01-01' })
  }
})
afterAll(() => house?.close())

const rule = { topic: 'disclosure', title: '成果披露管理办法（虚构）', inForceOn: '2025-01-01' }
const demand = async (norm: string) =>
  (await admin.get('/institution/checklist')).body.demands.find(
    (one: { norm: string }) => one.norm === norm,
  )

test('before anything is entered a demand is missing, and nothing is known of it', async () => {
  expect(await demand('gd.rules.disclosure')).toMatchObject({
    state: 'missing',
    status: 'unknown',
    force: 'must',
    topics: ['disclosure'],
    articles: [{ source: 'gd-2025', at: 'a5.p1' }],
  })
})

test('a rule in force meets its demand; the others are missing and not met', async () => {
  const made = await admin.send('POST', '/internal-rules', rule)
  expect(made.status, made.text).toBe(201)
  expect(await demand('gd.rules.disclosure')).toMatchObject({
    state: 'in_force',
    status: 'met',
    rules: [made.body.id],
  })
  const other = await demand('gd.rules.disposal')
  expect(other.state).toBe('missing')
  expect(other.status).not.toBe('met')
})

test('a transfer post answers for the office', async () => {
  expect((await demand('gd.office')).status).toBe('unknown')
  const { id } = (await admin.send('POST', '/people', { name: '顾言（虚构）' })).body
  const post = { title: '转化专员', kind: 'other', from: '2026-01-01', forTransfer: true }
  await admin.send('POST', `/people/${id}/posts`, post)
  expect((await demand('gd.office')).status).toBe('met')
})

test('a rule falls due for review, and ends with a reason in its history', async () => {
  const body = { ...rule, topic: 'disposal', title: '处置办法（虚构）', reviewOn: '2026-06-15' }
  const { id } = (await admin.send('POST', '/internal-rules', body)).body
  const dues = async () =>
    (await admin.get('/calendar?from=2026-06-01&to=2026-06-30')).body.items.filter(
      ({ record }: { record: { id: string } }) => record.id === id,
    )
  expect(await dues()).toMatchObject([{ day: '2026-06-15', record: { kind: 'internal-rule' } }])
  const end = { endedOn: '2026-06-01', reason: '由新办法代替' }
  expect((await admin.send('PATCH', `/internal-rules/${id}`, end)).status).toBe(200)
  expect(await dues()).toEqual([])
  expect((await nurse.get(`/internal-rules/${id}`)).body.state).toBe('ended')
  const { items } = (await nurse.get(`/internal-rules/${id}/history`)).body
  expect(items.at(-1)).toMatchObject({ reason: '由新办法代替' })
})

test.each([
  ['an unknown topic', { topic: 'weather' }, '#/topic'],
  ['an end before its beginning', { validTo: '2024-12-31' }, '#/validTo'],
  ['a file nobody stored', { file: { name: 'a.pdf', sha256: 'a'.repeat(64), size: 1 } }, '#/file'],
])('%s is refused at its field, and nothing is written', async (_what, wrong, pointer) => {
  const count = async () => (await admin.get('/internal-rules')).body.items.length
  const before = await count()
  const answer = await admin.send('POST', '/internal-rules', { ...rule, ...wrong })
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer])
  expect(await count()).toBe(before)
})

test('the sheet says the same; who works on wards reads and does not write', async () => {
  const sheet = await nurse.get('/internal-rules.csv')
  expect(sheet.text).toContain('成果披露管理办法（虚构）')
  expect((await nurse.send('POST', '/internal-rules', rule)).status).toBe(403)
})

test('another institution sees nothing of it', async () => {
  const stranger = await house.person(['admin'], await house.institution('别院（虚构）'))
  expect((await stranger.get('/internal-rules')).body.items).toEqual([])
})

test('the checklist leaves as a sheet: what is asked, by which article, and what there is', async () => {
  const { demands } = (await nurse.get('/institution/checklist')).body
  const sheet = await nurse.get('/institution/checklist.csv')
  expect(sheet.status, sheet.text).toBe(200)
  const [head, ...lines] = sheet.text.trim().split('\r\n')
  expect(head).toContain('要求,力度,草案,依据,状态')
  expect(lines).toHaveLength(demands.length)
  for (const [at, { title, articles }] of demands.entries()) {
    expect(lines[at]).toContain(title.zh)
    for (const { label } of articles) expect(lines[at]).toContain(label.zh)
  }
  expect(sheet.text).toContain('未登记')
  const english = await nurse.get('/institution/checklist.csv?lang=en&on=2026-02-01')
  expect(english.text).toContain('Asked for')
  expect((await nurse.get('/institution/checklist.csv?on=2026-02-30')).status).toBe(400)
  expect((await nurse.get('/institution/checklist.xlsx')).status).toBe(200)
})

test('a rule was approved by today, and is looked at again once it is in force', async () => {
  const refused = async (more: object) =>
    (await admin.send('POST', '/internal-rules', { ...rule, ...more })).body.errors
  expect(await refused({ approvedOn: '2026-06-02' })).toMatchObject([
    { pointer: '#/approvedOn', rule: 'not-in-future' },
  ])
  expect(await refused({ approvedOn: '0206-06-02' })).toMatchObject([{ rule: 'day-too-early' }])
  expect(await refused({ reviewOn: '2024-12-31' })).toMatchObject([
    { pointer: '#/reviewOn', rule: 'after-first-day' },
  ])
})

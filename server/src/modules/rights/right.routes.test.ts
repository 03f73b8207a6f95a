import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { achievements } from '../achievements/index.ts'
import { contracts } from '../contracts/index.ts'
import { proceeds } from '../proceeds/index.ts'
import { rights } from './index.ts'

const body = {
  kind: 'utility_model',
  number: '202429000001.2',
  title: '一种示例引流装置',
  status: 'granted',
  filedOn: '2024-03-01',
  grantedOn: '2024-11-05',
  inventors: ['示例甲', '示例乙'],
  coOwners: ['示例大学（虚构）'],
  departments: ['示例外科'],
  feeDueOn: '2026-03-01',
  feePaidYear: 2,
}

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([achievements, rights, contracts, proceeds])
})
afterAll(() => app.close())

async function office() {
  const institution = await app.institution()
  return { institution, officer: await app.person(['tto_negotiator'], institution) }
}

test('a right is entered, found by number, title and inventor, and read whole', async () => {
  const { officer } = await office()
  const created = await officer.send('POST', '/rights', body)
  expect(created.status).toBe(201)
  for (const q of ['202429000001', '引流', '示例乙']) {
    const found = await officer.get(`/rights?q=${encodeURIComponent(q)}`)
    expect(found.body.items, q).toHaveLength(1)
  }
  const read = (await officer.get(`/rights/${created.body.id}`)).body
  expect(read).toMatchObject({ ...body, seq: 1, achievementId: null })
})

test('a program is found by its certificate, which nothing else has', async () => {
  const { officer } = await office()
  const program = {
    ...{ kind: 'software', title: '示例评估软件', number: '2024SR0123456' },
    certificateNo: '软著登字 第7654321号',
  }
  const { body: made } = await officer.send('POST', '/rights', program)
  expect((await officer.get(`/rights/${made.id}`)).body.certificateNo).toBe('软著登字第7654321号')
  for (const q of ['软著登字第7654321号', '7654321']) {
    const found = await officer.get(`/rights?q=${encodeURIComponent(q)}`)
    expect(found.body.items, q).toMatchObject([{ id: made.id }])
  }
  const patch = { expectedSeq: 1, reason: '更正', certificateNo: '2024SR0123456' }
  const malformed = await officer.send('PATCH', `/rights/${made.id}`, patch)
  expect(malformed.body.errors).toMatchObject([
    { pointer: '#/certificateNo', rule: 'certificate-number-form' },
  ])
  const moved = { expectedSeq: 1, reason: '更正', kind: 'know_how' }
  expect((await officer.send('PATCH', `/rights/${made.id}`, moved)).body.errors).toMatchObject([
    { pointer: '#/certificateNo', rule: 'certificate-of-software' },
  ])
  const patent = { ...body, number: null, certificateNo: '软著登字第7654321号' }
  expect((await officer.send('POST', '/rights', patent)).status).toBe(400)
  const emptied = { expectedSeq: 1, reason: '更正', certificateNo: null }
  expect((await officer.send('PATCH', `/rights/${made.id}`, emptied)).status).toBe(200)
  expect((await officer.get('/rights.csv')).text).toContain('证书号')
})

test('pages follow each other without gap or repetition, newest first', async () => {
  const { officer } = await office()
  for (let one = 1; one <= 7; one += 1) {
    // Three of one day: only the id orders them.
    const filedOn = one <= 3 ? '2024-01-01' : `2024-02-0${one}`
    const digits = `20242900000${one}`
    const number = `${digits}.${patentCheckCharacter(digits)}`
    await officer.send('POST', '/rights', { ...body, number, filedOn, title: `第${one}件` })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await officer.get(`/rights?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...page.body.items.map(({ title }: { title: string }) => title))
    cursor = page.body.nextCursor
  } while (cursor)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
  expect(seen.slice(0, 4)).toEqual(['第7件', '第6件', '第5件', '第4件'])
  expect((await officer.get('/rights?cursor=nonsense')).status).toBe(400)
})

test('filters by kind, status, department and fee', async () => {
  const { officer } = await office()
  await officer.send('POST', '/rights', body)
  const count = async (query: string) => (await officer.get(`/rights?${query}`)).body.items.length
  expect(await count('kind=utility_model')).toBe(1)
  expect(await count('kind=invention')).toBe(0)
  expect(await count('status=granted')).toBe(1)
  expect(await count('status=lapsed')).toBe(0)
  expect(await count(`department=${encodeURIComponent('示例外科')}`)).toBe(1)
  expect(await count(`department=${encodeURIComponent('示例内科')}`)).toBe(0)
  expect(await count('feeDueBy=2026-03-01')).toBe(1)
  expect(await count('feeDueBy=2026-02-28')).toBe(0)
})

test.each([
  ['a grant before the filing', { grantedOn: '2023-01-01' }, 400, '#/grantedOn'],
  [
    'an achievement that is not there',
    { achievementId: crypto.randomUUID() },
    400,
    '#/achievementId',
  ],
  ['an unknown kind', { kind: 'song' }, 400, '#/kind'],
  ['a day that does not exist', { filedOn: '2024-02-30' }, 400, '#/filedOn'],
])('%s is refused and writes nothing', async (_name, change, status, pointer) => {
  const { officer } = await office()
  const answer = await officer.send('POST', '/rights', { ...body, ...change })
  expect(answer.status).toBe(status)
  expect(answer.body.errors[0].pointer).toBe(pointer)
  expect((await officer.get('/rights')).body.items).toHaveLength(0)
})

test('a number is borne by one right only', async () => {
  const { officer } = await office()
  await officer.send('POST', '/rights', body)
  const again = await officer.send('POST', '/rights', { ...body, title: '另一件' })
  expect(again).toMatchObject({ status: 409, body: { code: 'number-taken' } })
  expect(again.body.detail).toContain(body.title)
  const other = await officer.send('POST', '/rights', { ...body, number: '202429000002.7' })
  const change = { expectedSeq: 1, reason: '更正', number: body.number }
  expect((await officer.send('PATCH', `/rights/${other.body.id}`, change)).status).toBe(409)
  // The same number in another hospital's register is nobody's business here.
  const { officer: stranger } = await office()
  expect((await stranger.send('POST', '/rights', body)).status).toBe(201)
})

test('an amendment is recorded with who, what and why', async () => {
  const { officer } = await office()
  const { body: created } = await officer.send('POST', '/rights', body)
  const path = `/rights/${created.id}`
  const change = { status: 'lapsed_unpaid', feeDueOn: null }
  const answer = await officer.send('PATCH', path, {
    expectedSeq: 1,
    reason: '未缴年费',
    ...change,
  })
  expect(answer.body).toEqual({ seq: 2 })
  const { items, chain } = (await officer.get(`${path}/history`)).body
  expect(chain).toEqual({ ok: true, length: 2 })
  expect(items[1]).toMatchObject({
    action: 'right.amended',
    reason: '未缴年费',
    by: officer.caller.name,
    changes: [
      { field: 'status', from: 'granted', to: 'lapsed_unpaid' },
      { field: 'feeDueOn', from: '2026-03-01', to: null },
    ],
  })
})

test('the database refuses to change an entry of the history', async () => {
  await expect(
    app.database.asOwner(`update audit_entry set action = 'x' where action = 'right.amended'`),
  ).rejects.toThrow('append-only')
})

test('an export opens in a spreadsheet and runs nothing', async () => {
  const { officer } = await office()
  await officer.send('POST', '/rights', { ...body, title: '=cmd|calc' })
  const file = await officer.get('/rights.csv')
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(file.text.startsWith('\uFEFF类型,编号,名称')).toBe(true)
  expect(file.text).toContain(`实用新型,202429000001.2,'=cmd|calc,授权有效`)
  const english = await officer.get('/rights.csv', { 'accept-language': 'en' })
  expect(english.text).toContain('Utility model')
})

test('another institution sees and changes nothing; an auditor reads only', async () => {
  const { officer, institution } = await office()
  const { body: created } = await officer.send('POST', '/rights', body)
  const path = `/rights/${created.id}`
  const { officer: stranger } = await office()
  expect((await stranger.get('/rights')).body.items).toEqual([])
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get(`${path}/history`)).status).toBe(404)
  const change = { expectedSeq: 1, reason: '更正', title: '他人' }
  expect((await stranger.send('PATCH', path, change)).status).toBe(404)
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.get(path)).body.title).toBe(body.title)
  expect((await auditor.send('PATCH', path, change)).status).toBe(403)
})

const numbered = (digits: string) => `${digits}.${patentCheckCharacter(digits)}`

test('a number of another year than its day is entered with a reason only', async () => {
  const { officer } = await office()
  const odd = { ...body, number: numbered('201920000009'), grantedOn: null }
  const asked = await officer.send('POST', '/rights', odd)
  expect([asked.status, asked.body.errors]).toMatchObject([
    400,
    [{ pointer: '#/despite', rule: 'number-of-other-year' }],
  ])
  expect(asked.body.errors[0].detail).toContain('2019')
  expect((await officer.get('/rights')).body.items).toEqual([])
  const despite = '分案申请，号码为递交年份'
  const { status, body: made } = await officer.send('POST', '/rights', { ...odd, despite })
  expect(status).toBe(201)
  const path = `/rights/${made.id}`
  const told = async () => JSON.stringify((await officer.get(`${path}/history`)).body.items)
  expect(await told()).toContain(despite)
  // What was said once is not asked for again, while number and day stay.
  const change = { expectedSeq: 1, reason: '更正', agency: '示例代理' }
  expect((await officer.send('PATCH', path, change)).status).toBe(200)
  const moved = { expectedSeq: 2, reason: '更正', filedOn: '2022-03-01' }
  expect((await officer.send('PATCH', path, moved)).body.errors).toMatchObject([
    { pointer: '#/despite', rule: 'number-of-other-year' },
  ])
  const kept = await officer.send('PATCH', path, { ...moved, despite: '受理通知书如此' })
  expect(kept.status).toBe(200)
  expect(await told()).toContain('受理通知书如此')
  const right = { ...moved, expectedSeq: 3, filedOn: '2019-03-01' }
  expect((await officer.send('PATCH', path, right)).status).toBe(200)
})

test.each([
  ['an entry of an international application', 'invention', '202480000009', '2021-05-06', 201],
  ['an entry before its filing', 'invention', '201980000009', '2021-05-06', 400],
  ['an old number of its year', 'invention', '98100001', '1998-05-06', 201],
  ['an old number of another year', 'invention', '98100001', '1999-05-06', 400],
])('%s: %s %s %s is %i', async (_name, kind, digits, filedOn, expected) => {
  const { officer } = await office()
  const right = { kind, title: '示例', number: numbered(digits), filedOn }
  const answer = await officer.send('POST', '/rights', right)
  expect(answer.status, answer.text).toBe(expected)
})

test.each([
  ['pct', 'PCT/CN2022/123456', { filedOn: '2021-05-06' }, 400],
  ['pct', 'PCT/CN2021/123456', { filedOn: '2021-05-06' }, 201],
  ['software', '2022SR0123456', { filedOn: '2020-05-06', grantedOn: '2021-05-06' }, 400],
  ['software', '2021SR0123456', { filedOn: '2020-05-06', grantedOn: '2021-05-06' }, 201],
  ['trademark', '20123456', { filedOn: '2021-05-06' }, 201],
  ['variety', '20123456', { filedOn: '2021-05-06' }, 201],
])('of a %s the number %s beside %j is %i', async (kind, number, days, expected) => {
  const { officer } = await office()
  const answer = await officer.send('POST', '/rights', { kind, title: '示例', number, ...days })
  expect(answer.status, answer.text).toBe(expected)
})

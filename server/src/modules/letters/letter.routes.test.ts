import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankRight, enterRights } from '../rights/index.ts'
import { mailOf } from './testing/mail.ts'

let app: TestApp
let officer: Person
let colleague: Person
let inventor: Person
let right: string
let contract: string

beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-03-20T02:00:00Z' })
  officer = await app.person(['tto_negotiator'])
  colleague = await app.person(['tto_reviewer'])
  inventor = await app.person(['inventor'])
  const { caller } = officer
  await asSystem(app.context.db, caller.institution, async (tx) => {
    const fields = { ...blankRight, kind: 'invention' as const, title: '一种装置' }
    const rights = [{ fields: { ...fields, number: '202110012350.X' }, source: '台账' }]
    ;[right = ''] = await enterRights(tx, app.clock, caller, rights as never)
    const deal = { ...blankContract, kind: 'transfer' as const, title: '甲合同' }
    ;[contract = ''] = await enterContracts(tx, app.clock, caller, [
      { fields: { ...deal, number: '粤技合〔2025〕12号' }, achievements: [], source: '台账' },
    ])
  })
})
afterAll(() => app.close())

let count = 0
function mail(told: Partial<Parameters<typeof mailOf>[0]> = {}) {
  count += 1
  return mailOf({ subject: '答复', id: `<${count}@agency.example>`, text: '请查收。', ...told })
}

async function bring(by: Person, content: string, to?: object) {
  const { sha256, name } = await storedFile(app, by, '来信.eml', content)
  const answer = await by.send('POST', '/letters', { files: [{ sha256, name }], ...(to && { to }) })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.items[0] as { id: string; outcome: string }
}

const attached = [{ name: '审查意见.pdf', type: 'application/pdf', content: '%PDF-1.7 意见' }]

test('a message is proposed to the right it names, confirmed, and stands among what is said of it', async () => {
  const { id, outcome } = await bring(
    officer,
    mail({ subject: 'ZL 2021 1 0012350.X 年费', text: '合同 粤技合〔2025〕12号', files: attached }),
  )
  expect(outcome).toBe('waiting')
  const one = (await colleague.get(`/letters/${id}`)).body
  expect(one).toMatchObject({
    state: 'waiting',
    from: '代理人 <agent@agency.example>',
    files: [{ name: '审查意见.pdf' }],
    proposals: [{ kind: 'right', id: right, by: '202110012350.X', place: 'subject' }],
    settled: null,
  })
  const filed = await colleague.send('POST', `/letters/${id}/file`, { kind: 'right', id: right })
  expect(filed.status, filed.text).toBe(200)
  const { items } = (await colleague.get(`/comments/right/${right}`)).body
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    by: colleague.caller.name,
    files: [{ name: '来信.eml' }, { name: '审查意见.pdf' }],
  })
  expect(items[0].body).toContain('代理人 <agent@agency.example>')
  for (const { sha256 } of items[0].files) {
    expect((await inventor.get(`/files/${sha256}`)).status).toBe(200)
  }
  const again = await officer.send('POST', `/letters/${id}/file`, { kind: 'right', id: right })
  expect([again.status, again.body.code]).toEqual([409, 'letter-settled'])
  expect((await officer.get('/letters?state=settled')).body.items).toMatchObject([{ id }])
})

test('a contract is found by its number as its parties wrote it, in the name of a file too', async () => {
  const files = [
    { ...attached[0], name: '粤技合〔2025〕12号 补充协议.pdf', type: 'x/y', content: 'z' },
  ]
  const { id } = await bring(officer, mail({ subject: '补充协议', files }))
  expect((await officer.get(`/letters/${id}`)).body.proposals).toMatchObject([
    { kind: 'contract', id: contract, place: 'attachment' },
  ])
})

test('the same message is brought once, by whomever and however often at a time', async () => {
  const content = mail()
  const first = await bring(officer, content)
  expect(await bring(officer, content)).toEqual({ ...first, name: '来信.eml', outcome: 'known' })
  expect(await bring(inventor, content)).toMatchObject({ outcome: 'known', id: null })
  const other = mail()
  const both = await Promise.all([bring(officer, other), bring(colleague, other)])
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['known', 'waiting'])
})

test('dropped on a record it is filed with it at once; on one that is not theirs nothing is written', async () => {
  const dropped = await bring(officer, mail(), { kind: 'contract', id: contract })
  expect(dropped.outcome).toBe('filed')
  expect((await officer.get(`/comments/contract/${contract}`)).body.items).toHaveLength(1)
  const { sha256, name } = await storedFile(app, inventor, '来信.eml', mail())
  const order = { files: [{ sha256, name }], to: { kind: 'contract', id: contract } }
  const refused = await inventor.send('POST', '/letters', order)
  expect(refused.body.errors).toMatchObject([{ pointer: '#/id', rule: 'no-such-record' }])
  expect((await inventor.get('/letters')).body.items).toEqual([])
})

test('everybody sees their own mail, the office all, and no other institution any', async () => {
  const { id } = await bring(inventor, mail({ subject: '一项成果', files: attached }))
  const { id: other } = await bring(officer, mail())
  expect((await inventor.get('/letters')).body.items.map((one: { id: string }) => one.id)).toEqual([
    id,
  ])
  expect((await officer.get(`/letters/${id}`)).status).toBe(200)
  expect((await inventor.get(`/letters/${other}`)).status).toBe(404)
  const finance = await app.person(['finance'])
  expect((await finance.get(`/letters/${id}`)).status).toBe(404)
  const take = { kind: 'right', id: right }
  expect((await finance.send('POST', `/letters/${id}/file`, take)).status).toBe(404)
  const stranger = await app.person(['tto_reviewer', 'admin'], await app.institution('别的医院'))
  expect((await stranger.get(`/letters/${id}`)).status).toBe(404)
  expect((await stranger.get('/letters')).body.items).toEqual([])
  // The list leaves as it is seen.
  expect((await inventor.get('/letters.csv')).text).toContain('一项成果')
  expect((await stranger.get('/letters.csv')).text).not.toContain('一项成果')

  const begun = await inventor.send('POST', `/letters/${id}/disclosure-begun`)
  expect(begun.status, begun.text).toBe(200)
  expect((await inventor.get(`/letters/${id}`)).body).toMatchObject({ state: 'drafted' })
})

test('what was done with a message is taken back, and the comment is struck', async () => {
  const { id } = await bring(officer, mail(), { kind: 'contract', id: contract })
  const back = `/letters/${id}/take-back`
  const others = await colleague.send('POST', back, { reason: '归错' })
  expect([others.status, others.body.code]).toEqual([409, 'letter-of-others'])
  expect((await officer.send('POST', back, { reason: '归错' })).status).toBe(200)
  const twice = await officer.send('POST', back, { reason: '归错' })
  expect([twice.status, twice.body.code]).toEqual([409, 'letter-waits'])
  const { items } = (await officer.get(`/comments/contract/${contract}`)).body
  expect(items.at(-1).struck).not.toBeNull()
  const aside = await officer.send('POST', `/letters/${id}/set-aside`, { reason: '广告' })
  expect(aside.status).toBe(200)
  expect((await officer.get(`/letters/${id}`)).body.settled).toMatchObject({ reason: '广告' })
  const chain = await app.database.asOwner(
    `select action from audit_entry where chain = 'letter/${id}' order by seq`,
  )
  expect(chain.map((row) => row['action'])).toEqual([
    ...['letter.brought', 'letter.filed', 'letter.takenBack', 'letter.aside'],
  ])
})

test('two who file one message at a time file it once', async () => {
  const { id } = await bring(officer, mail())
  const order = { kind: 'right', id: right }
  const both = await Promise.all(
    [officer, colleague].map((who) => who.send('POST', `/letters/${id}/file`, order)),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('what is no mail, what is not there, and a personal number', async () => {
  expect(await bring(officer, '合同文本')).toMatchObject({ outcome: 'notMail', id: null })
  const lost = { files: [{ sha256: 'b'.repeat(64), name: '来信.eml' }] }
  expect((await officer.send('POST', '/letters', lost)).body.items).toMatchObject([
    { outcome: 'notStored' },
  ])
  const many = mail({
    files: Array.from({ length: 51 }, (_, at) => ({
      ...attached[0],
      name: `${at}.pdf`,
      type: 'a/b',
      content: `${at}`,
    })),
  })
  expect(await bring(officer, many)).toMatchObject({ outcome: 'tooMany', id: null })
  const text = '身份证 110101199003070011'
  const files = [{ name: '110101199003070011.pdf', type: 'application/pdf', content: 'x' }]
  const dropped = await bring(officer, mail({ text, files }), { kind: 'right', id: right })
  expect(dropped.outcome).toBe('filed')
  const said = JSON.stringify((await officer.get(`/comments/right/${right}`)).body)
  expect(said).not.toContain('19900307')
  expect((await officer.get(`/letters/${newId()}`)).status).toBe(404)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { policies } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([policies], { at: '2026-06-30' })
})
afterAll(() => app.close())

const facts = {
  mode: 'license',
  grossIncome: '100000000',
  costs: [
    { kind: 'tax', amount: '6000000' },
    { kind: 'appraisal', amount: '2000000' },
    { kind: 'upkeep', amount: '3000000' },
    { kind: 'third_party', amount: '4000000' },
  ],
  toContributors: '61600000',
  toTto: '13200000',
  toInstitution: '13200000',
}

test('the library shows each article with its digest, its norms and its numbers', async () => {
  const reader = await app.person(['auditor'])
  const list = await reader.get('/policies')
  expect(list.body.items[0]).toMatchObject({
    id: 'gd-2025',
    articles: 39,
    status: 'in-force',
    isExternal: false,
  })
  const document = await reader.get('/policies/gd-2025')
  const article = document.body.list.find((one: { at: string }) => one.at === 'a18')
  expect(article.parameters.map((one: { value: string }) => one.value)).toContain('70%')
  expect(article.norms.length).toBeGreaterThan(2)
  expect(article.fingerprint).toBe('not-imported')
})

test('an imported text is kept and compared; a text without articles is refused', async () => {
  const officer = await app.person(['legal'])
  const wrong = await officer.send('POST', '/policies/gd-2025/text', {
    text: '这里没有任何条文。'.repeat(5),
  })
  expect(wrong.status).toBe(422)
  const text = '示例指引\n第一条 为测试制定本文。\n第二条 本文仅供测试使用。\n'
  const imported = await officer.send('POST', '/policies/gd-2025/text', { text })
  expect(imported.body.articles).toBe(2)
  const { body } = await officer.get('/policies/gd-2025')
  expect(body.list[0]).toMatchObject({ at: 'a1', fingerprint: 'differs' })
  expect(body.list[0].text).toContain('为测试制定')
})

test('a plan is imported by its parts, and an annex by its own articles', async () => {
  const officer = await app.person(['legal'])
  const text =
    '示例方案\n一、要求\n（一）对象\n面向示例单位。\n二、任务\n（一）赋权\n示例单位可以赋权。\n' +
    '附件1-1\n示例指引\n第一条 为测试制定本文。\n第二条 本文仅供测试使用。\n'
  const put = (id: string) => officer.send('POST', `/policies/${id}/text`, { text })
  expect((await put('sh-pilot')).body.articles).toBe(2)
  expect((await put('sh-pilot-exemption')).body.articles).toBe(2)
  // It has no annex 1-2.
  expect((await put('sh-pilot-ledger')).status).toBe(422)
  const read = async (id: string, at: string) => {
    const { body } = await officer.get(`/policies/${id}`)
    return body.list.find((one: { at: string }) => one.at === at)
  }
  expect((await read('sh-pilot', 'h2.i1')).text).toContain('示例单位可以赋权')
  expect((await read('sh-pilot-exemption', '1-1/a1')).text).toContain('为测试制定')
})

test('assess answers in fen, and refuses half of one with the field', async () => {
  const officer = await app.person(['finance'])
  const question = { packs: ['cn-gd-2025'], facts, asOf: '2026-06-30' }
  const { body } = await officer.send('POST', '/law/assess', question)
  expect(body.money).toMatchObject({ net: '88000000', unassigned: '0' })
  const half = { ...question, facts: { grossIncome: '1.5' } }
  const answer = await officer.send('POST', '/law/assess', half)
  expect(answer.status).toBe(400)
  expect(answer.text).toContain('grossIncome')
  const rules = [
    { param: 'inventor.floor', from: '2026-03-01', value: '60%', by: '示例医院', basis: '第九条' },
  ]
  const laxer = await officer.send('POST', '/law/assess', { ...question, rules })
  expect(laxer.status).toBe(422)
  expect(laxer.text).toContain('a18')
})

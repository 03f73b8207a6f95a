import { fieldsOf } from '@yizhuan/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { institutionLists } from '../../platform/institution-lists.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { topicsIn } from '../internal-rules/internal-rule.ts'
import { lawInForce } from '../policies/index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// The rules a house made for itself, and the companies founded on its achievements, come from their lists.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const upload = (by: Person, sheets: Sheets, name = '清单.xlsx') => uploadBook(app, by, name, sheets)

const accept = async (
  by: Person,
  draft: { id: string; version: number },
  ...rows: (readonly [string, number])[]
) => {
  const decisions = rows.map(([sheet, row]) => ({ kind: 'row', sheet, row, choice: 'accept' }))
  const { version } = draft
  const decided = await by.send('POST', `/imports/${draft.id}/decisions`, { version, decisions })
  expect(decided.status, decided.text).toBe(200)
  return confirmDraft(by, decided.body)
}

const undo = (by: Person, id: string, records: number) =>
  by.send('POST', `/imports/${id}/undo`, { records, reason: '误传' })

async function house() {
  const institution = await app.institution()
  const office = await app.person(['tto_reviewer'], institution)
  const list = async (path: string) => (await office.get(path)).body.items
  return { institution, office, list }
}

test('the words of the tables are those of the lists of the registers', () => {
  const codes = (table: 'internalRules' | 'spinOffs', field: string) =>
    fieldsOf(table).find(({ name }) => name === field)?.codes
  expect(codes('internalRules', 'ruleTopic')?.toSorted()).toEqual(
    Object.keys(topicsIn(lawInForce())).sort(),
  )
  expect(codes('spinOffs', 'companyState')?.toSorted()).toEqual(
    Object.keys(institutionLists().equity.companyStates).sort(),
  )
})

const rules = ['制度名称', '主题', '文号', '审议机构', '施行日期', '有效期止', '废止日期', '备注']
const rule = (given: Partial<Record<number, string>> = {}) =>
  ['示例处置办法', '成果处置', '示例发〔2024〕1号', '示例会议', '2024-01-01', '', '', ''].map(
    (text, at) => given[at] ?? text,
  )

test('internal rules go in, are known by title and first day, and are amended once accepted', async () => {
  const { institution, office, list } = await house()
  const ledger = {
    制度: [
      rules,
      rule(),
      rule({ 0: '示例分配办法', 1: '收益分配', 5: '2023-12-31' }),
      rule({ 0: '示例披露办法', 1: '披露与其他' }),
      rule({ 0: '示例考核办法', 1: '考核', 4: '2024-01' }),
      rule({ 4: '2025-01-01', 2: '示例发〔2025〕1号' }),
    ],
  }
  const draft = await upload(office, ledger)
  expect(draft.counts).toEqual([
    { table: 'internalRules', states: { new: 2, refused: 3 }, written: 2 },
  ])
  const problems = (await office.get(`/imports/${draft.id}/problems`)).body.items
  expect(problems.map(({ code }: { code: string }) => code)).toEqual([
    ...['period_reversed', 'word_unknown', 'date_precision_month', 'day_incomplete'],
  ])
  expect((await confirmDraft(office, draft)).body).toMatchObject({ entered: { internalRule: 2 } })
  expect(await list('/internal-rules')).toMatchObject([
    { title: '示例处置办法', topic: 'disposal', inForceOn: '2025-01-01' },
    { title: '示例处置办法', number: '示例发〔2024〕1号', inForceOn: '2024-01-01' },
  ])
  const again = await upload(office, ledger, '再一次.xlsx')
  expect(again).toMatchObject({ written: 0 })
  expect(again.counts[0].states).toEqual({ present: 2, refused: 3 })

  const repealed = await upload(office, { 制度: [rules, rule({ 6: '2025-01-01' })] }, '废止.xlsx')
  expect(repealed.counts[0]).toMatchObject({ states: { changed: 1 }, written: 0 })
  const done = await accept(office, repealed, ['制度', 2])
  expect(done.body).toMatchObject({ amended: { internalRule: 1 } })
  const [, old] = await list('/internal-rules')
  expect(old).toMatchObject({ endedOn: '2025-01-01', state: 'ended' })
  const history = (await office.get(`/internal-rules/${old.id}/history`)).body
  expect(JSON.stringify(history.items)).toContain('废止.xlsx')

  const plan = (await office.get(`/imports/${draft.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'internalRule', why: 'changed' }])
  expect((await undo(office, repealed.id, 1)).body).toMatchObject({ putBack: { internalRule: 1 } })
  expect((await list('/internal-rules'))[1]).toMatchObject({ endedOn: null })

  const officer = await app.person(['tto_negotiator'], institution)
  expect((await upload(officer, ledger, '他人.xlsx')).status).toBe(403)
})

test('an import of rules is taken back whole', async () => {
  const { office, list } = await house()
  const draft = await upload(office, { 制度: [rules, rule()] })
  expect((await confirmDraft(office, draft)).status).toBe(200)
  expect((await undo(office, draft.id, 1)).body).toMatchObject({ withdrawn: { internalRule: 1 } })
  expect(await list('/internal-rules')).toEqual([])
  const third = await upload(office, { 制度: [rules, rule()] }, '第三次.xlsx')
  expect(third.written).toBe(1)
})

const companies = [
  ...['企业名称', '企业状态', '状态起始日', '成立日期', '主营业务', '注册资本', '成果编号'],
  ...['任职人员', '单列清单编号'],
]
const company = (given: Partial<Record<number, string>> = {}) =>
  [
    ...['示例转化有限公司', '经营中', '2024-03-01', '2024-03-01', '示例器械研发', '1,000,000'],
    ...[
      'CG2024-0001',
      '示例甲 创办人 离岗创业 2024-03-01至2027-02-28；示例乙 顾问 兼职 2024-05-01',
      '',
    ],
  ].map((text, at) => given[at] ?? text)

const achievements = {
  成果: [
    ['成果编号', '成果名称', '成果类型', '第一完成人', '披露日期'],
    ['CG2024-0001', '示例引流装置', '实用新型', '示例甲', '2024-03-05'],
  ],
}

test('companies rest on what is registered, and each row is held against their register', async () => {
  const { institution, office, list } = await house()
  const before = await upload(office, achievements, '成果.xlsx')
  expect((await confirmDraft(office, before)).status).toBe(200)
  const ledger = {
    企业: [
      companies,
      company(),
      company({ 0: '示例甲有限公司', 6: 'CG2024-9999' }),
      company({ 0: '示例乙有限公司', 1: '筹建中' }),
      company({ 0: '示例丙有限公司', 7: '示例丙 创办人' }),
      company({ 0: '示例丁有限公司', 8: 'GQ-9999' }),
    ],
  }
  const draft = await upload(office, ledger)
  expect(draft.counts).toEqual([{ table: 'spinOffs', states: { new: 1, refused: 4 }, written: 1 }])
  const { items } = (await office.get(`/imports/${draft.id}/rows?state=refused`)).body
  expect(items.map(({ reason }: { reason: { zh: string } | null }) => reason?.zh ?? null)).toEqual([
    ...[expect.stringMatching(/“CG2024-9999”不在/), expect.stringMatching(/尚未成立/)],
    ...[null, expect.stringMatching(/“GQ-9999”不在/)],
  ])
  expect((await confirmDraft(office, draft)).body).toMatchObject({ entered: { 'spin-off': 1 } })
  const [line] = await list('/spin-offs')
  const one = async () => (await office.get(`/spin-offs/${line.id}`)).body
  expect(await one()).toMatchObject({
    ...{ name: '示例转化有限公司', state: 'active', capitalFen: '100000000' },
    links: [{ kind: 'achievement', number: 'CG2024-0001' }],
    people: [
      { name: '示例甲', role: 'founder', way: 'leave', toDay: '2027-02-28' },
      { name: '示例乙', role: 'adviser', way: 'part_time', toDay: null },
    ],
    unapproved: ['示例甲', '示例乙'],
  })
  expect((await upload(office, ledger, '再一次.xlsx')).written).toBe(0)
  const hindered = (await office.get(`/imports/${before.id}/undo`)).body
  expect(hindered.hindrances).toMatchObject([{ register: 'achievement', why: 'spin_off' }])

  const admin = await app.person(['admin'], institution)
  expect((await upload(admin, ledger, '管理员.xlsx')).status).toBe(403)
  expect((await admin.get(`/imports/${draft.id}/rows`)).status).toBe(403)
  expect((await undo(office, draft.id, 1)).body).toMatchObject({ withdrawn: { 'spin-off': 1 } })
  expect(await list('/spin-offs')).toEqual([])
})

test('a row about a company keeps what it says nothing of, and is put back', async () => {
  const { office, list } = await house()
  expect((await confirmDraft(office, await upload(office, achievements, '成果.xlsx'))).status).toBe(
    200,
  )
  expect(
    (await confirmDraft(office, await upload(office, { 企业: [companies, company()] }))).status,
  ).toBe(200)
  const [{ id }] = await list('/spin-offs')
  const read = async () => (await office.get(`/spin-offs/${id}`)).body
  const { people, seq } = await read()
  const approved = people.map((one: object) => ({
    ...{ ...one, approvedBy: '示例会议', approvedOn: '2024-02-01' },
  }))
  const amended = await office.send('PATCH', `/spin-offs/${id}`, {
    ...{ people: approved, reason: '补登批准', expectedSeq: seq },
  })
  expect(amended.status, amended.text).toBe(200)

  const later = company({
    1: '停业',
    2: '2025-05-01',
    5: '',
    6: '',
    7: '示例甲 创办人 离岗创业 2024-03-01',
  })
  const draft = await upload(office, { 企业: [companies, later] }, '停业.xlsx')
  expect(draft.counts[0]).toMatchObject({ states: { changed: 1 }, written: 0 })
  const done = await accept(office, draft, ['企业', 2])
  expect(done.body).toMatchObject({ amended: { 'spin-off': 1 } })
  expect(await read()).toMatchObject({
    ...{ state: 'dormant', capitalFen: '100000000', links: [{ number: 'CG2024-0001' }] },
    people: [{ name: '示例甲', toDay: null, approvedBy: '示例会议' }],
  })
  expect((await undo(office, draft.id, 1)).body).toMatchObject({ putBack: { 'spin-off': 1 } })
  expect(await read()).toMatchObject({ state: 'active', people: approved })
})

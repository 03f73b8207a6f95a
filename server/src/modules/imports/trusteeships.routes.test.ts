import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Agreements of trusteeship come from a ledger, about what is registered already.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const achievements = {
  成果: [
    ['成果编号', '成果名称', '成果类型', '第一完成人', '披露日期'],
    ['CG2024-0001', '示例引流装置', '实用新型', '示例甲', '2024-03-05'],
  ],
}

const head = [
  ...['托管编号', '托管名称', '受托方', '受托方类别', '成果编号', '所有权方', '运营权方'],
  ...['收益权方及份额', '付款方', '托管开始日期', '托管结束日期', '托管职责', '托管费用'],
]
const row = (number: string, given: Partial<Record<number, string>> = {}) =>
  [
    ...[number, '示例托管', '示例转化公司', '转化平台公司', 'CG2024-0001', '示例医院'],
    ...['示例转化公司', '示例医院70%、示例转化公司30%', '第三方', '2025-01-01', '2026-12-31'],
    ...['运营、年费监控', '1,000'],
  ].map((text, at) => given[at] ?? text)

const ledger = {
  托管: [
    head,
    row('TG-1'),
    row('TG-2', { 4: 'CG2024-9999' }),
    row('TG-3', { 7: '示例医院70%、示例转化公司20%' }),
    row('TG-4', { 9: '2025-01' }),
    row('TG-5', { 2: '示例别家' }),
  ],
}

const upload = (by: Person, sheets: Sheets, name = '托管.xlsx') => uploadBook(app, by, name, sheets)

const undo = (by: Person, id: string, records: number) =>
  by.send('POST', `/imports/${id}/undo`, { records, reason: '误传' })

async function house() {
  const institution = await app.institution()
  const office = await app.person(['tto_negotiator'], institution)
  await confirmDraft(office, await upload(office, achievements, '成果.xlsx'))
  const list = async () => (await office.get('/trusteeships')).body.items
  return { institution, office, list }
}

test('a number that several countries share names none of their rights alone', async () => {
  const { office, list } = await house()
  for (const country of ['DE', 'FR']) {
    const part = { kind: 'invention', title: `示例装置 ${country}`, number: 'EP1234567B1', country }
    expect((await office.send('POST', '/rights', part)).status).toBe(201)
  }
  const heading = head.map((text) => (text === '成果编号' ? '托管专利号' : text))
  const draft = await upload(office, { 托管: [heading, row('TG-9', { 4: 'EP1234567B1' })] })
  const decided = await office.send('POST', `/imports/${draft.id}/decisions`, {
    version: draft.version,
    decisions: [{ kind: 'row', sheet: '托管', row: 2, choice: 'accept' }],
  })
  expect(decided.body).toMatchObject({ written: 0 })
  const { items } = (await office.get(`/imports/${draft.id}/rows`)).body
  expect(items[0].reason.zh).toMatch(/几个国家/)
  expect(await list()).toEqual([])
})

test('agreements are held against the register, entered once and taken out again', async () => {
  const { office, list, institution } = await house()
  const draft = await upload(office, ledger)
  expect(draft.counts).toEqual([
    { table: 'trusteeships', states: { new: 1, refused: 4 }, written: 1 },
  ])
  const { items } = (await office.get(`/imports/${draft.id}/rows?state=refused`)).body
  expect(items.map(({ reason }: { reason: { zh: string } }) => reason.zh)).toEqual([
    expect.stringMatching(/“CG2024-9999”不在成果或知识产权登记中/),
    expect.stringMatching(/收益/),
    expect.stringMatching(/托管开始日期（须到日）/),
    expect.stringMatching(/示例别家/),
  ])
  expect((await confirmDraft(office, draft)).body).toMatchObject({ entered: { trusteeship: 1 } })
  expect(await list()).toMatchObject([
    {
      number: 'TG-1',
      trusteeKind: 'platform_company',
      subjects: [{ kind: 'achievement', number: 'CG2024-0001' }],
      parties: [
        { power: 'ownership', name: '示例医院' },
        { power: 'operation', name: '示例转化公司' },
        { power: 'income', name: '示例医院', share: '70%' },
        { power: 'income', name: '示例转化公司', share: '30%' },
      ],
    },
  ])
  const [one] = await list()
  const history = (await office.get(`/trusteeships/${one.id}/history`)).body
  expect(JSON.stringify(history.items[0])).toContain('托管.xlsx')

  const again = await upload(office, { 托管: ledger.托管.slice(0, 2) }, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 1 }, written: 0 })
  await office.send('DELETE', `/imports/${again.id}`)

  const admin = await app.person(['admin'], institution)
  expect(await upload(admin, ledger, '管理员.xlsx')).toMatchObject({ status: 403 })
  expect((await admin.get(`/imports/${draft.id}/rows`)).status).toBe(403)

  expect((await undo(office, draft.id, 1)).body).toMatchObject({ withdrawn: { trusteeship: 1 } })
  expect(await list()).toEqual([])
  const third = await upload(office, ledger, '第三次.xlsx')
  expect((await confirmDraft(office, third)).body).toMatchObject({ entered: { trusteeship: 1 } })
})

test('a row that says otherwise amends one once accepted, and is put back', async () => {
  const { office, list } = await house()
  const first = await upload(office, { 托管: [head, row('TG-1')] })
  expect((await confirmDraft(office, first)).status).toBe(200)
  const other = row('TG-1', { 7: '示例医院60%、示例转化公司40%', 10: '2027-12-31' })
  const draft = await upload(office, { 托管: [head, other] }, '补充协议.xlsx')
  expect(draft.counts[0]).toMatchObject({ states: { changed: 1 }, written: 0 })
  const decided = await office.send('POST', `/imports/${draft.id}/decisions`, {
    version: draft.version,
    decisions: [{ kind: 'row', sheet: '托管', row: 2, choice: 'accept' }],
  })
  expect(decided.status, decided.text).toBe(200)
  expect((await confirmDraft(office, decided.body)).body).toMatchObject({
    amended: { trusteeship: 1 },
  })
  const shares = async () =>
    (await list())[0].parties.flatMap(({ share }: { share: string | null }) => share ?? [])
  expect(await shares()).toEqual(['60%', '40%'])
  expect((await list())[0].toDay).toBe('2027-12-31')

  const plan = (await office.get(`/imports/${first.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'trusteeship', why: 'changed' }])
  expect((await undo(office, draft.id, 1)).body).toMatchObject({ putBack: { trusteeship: 1 } })
  expect(await shares()).toEqual(['70%', '30%'])
})

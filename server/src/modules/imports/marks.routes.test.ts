import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Trademarks, layout designs, plant varieties and know-how come from their lists into the register of rights.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const marks = ['商标名称', '注册号', '申请日期', '注册日期', '有效期至', '商标状态', '科室']
const varieties = ['品种名称', '品种权号', '藤本或木本', '申请日', '授权日', '育种人', '状态']

const ledger = {
  成果: [
    ['成果编号', '成果名称', '成果类型', '第一完成人', '披露日期'],
    ['CG2024-0001', '示例炮制工艺', '技术秘密', '示例甲', '2024-03-05'],
  ],
  商标: [
    marks,
    ['示例徽标', '第12345678号', '2020-01-06', '2020-11-21', '2030-11-20', '有效', '示例外科'],
    ['示例文字', '123', '2020-01-06', '', '', '申请中', ''],
  ],
  布图: [
    ['布图设计名称', '登记号', '创作完成日', '申请日', '登记日', '创作人'],
    ['示例放大电路', 'BS215000013', '2020-12-01', '2021-01-04', '2021-06-01', '示例乙'],
  ],
  品种: [
    varieties,
    ['示例一号', 'CNA20191000001', '是', '2019-03-01', '2021-06-01', '示例丙', '授权'],
  ],
  秘密: [
    ['技术秘密名称', '技术秘密编号', '形成日期', '完成人', '状态', '成果编号'],
    ['示例炮制工艺', 'JM-2024-01', '2024-01-10', '示例甲', '保密', 'CG2024-0001'],
  ],
}

const upload = (by: Person, sheets: Sheets, name = '台账.xlsx') => uploadBook(app, by, name, sheets)

const decide = (by: Person, draft: { id: string; version: number }, decisions: readonly object[]) =>
  by.send('POST', `/imports/${draft.id}/decisions`, { version: draft.version, decisions })

async function house() {
  const institution = await app.institution()
  const office = await app.person(['tto_negotiator'], institution)
  const find = async (q: string) =>
    (await office.get(`/rights?q=${encodeURIComponent(q)}`)).body.items
  return { institution, office, find }
}

test('each kind becomes a right of its own, known again and taken out again', async () => {
  const { institution, office, find } = await house()
  const draft = await upload(office, ledger)
  expect(draft.counts).toEqual([
    { table: 'achievements', states: { new: 1 }, written: 1 },
    { table: 'trademarks', states: { new: 1, refused: 1 }, written: 1 },
    { table: 'layouts', states: { new: 1 }, written: 1 },
    { table: 'varieties', states: { new: 1 }, written: 1 },
    { table: 'knowHow', states: { new: 1 }, written: 1 },
  ])
  const { items } = (await office.get(`/imports/${draft.id}/problems`)).body
  expect(items).toMatchObject([{ code: 'trademark_number_format', raw: '123' }])
  expect((await confirmDraft(office, draft)).body).toMatchObject({
    entered: { achievement: 1, right: 4 },
  })
  const [mark] = await find('12345678')
  expect(mark).toMatchObject({ kind: 'trademark', status: 'registered', validTo: '2030-11-20' })
  const [layout] = await find('BS.21500001.3')
  expect(layout).toMatchObject({ kind: 'layout', title: '示例放大电路', grantedOn: '2021-06-01' })
  const [variety] = await find('示例一号')
  expect((await office.get(`/rights/${variety.id}`)).body).toMatchObject({
    ...{ kind: 'variety', woody: true, inventors: ['示例丙'] },
  })
  const [secret] = await find('JM-2024-01')
  expect(secret).toMatchObject({ kind: 'know_how', achievementNumber: 'CG2024-0001' })
  const history = (await office.get(`/rights/${secret.id}/history`)).body
  expect(JSON.stringify(history.items[0])).toContain('台账.xlsx')

  const again = await upload(office, ledger, '再一次.xlsx')
  expect(again.counts.map(({ states }: { states: object }) => states)).toEqual([
    ...[{ present: 1 }, { present: 1, refused: 1 }, { present: 1 }, { present: 1 }, { present: 1 }],
  ])
  expect(again.written).toBe(0)

  const finance = await app.person(['finance'], institution)
  expect((await upload(finance, { 商标: ledger.商标 }, '财务.xlsx')).status).toBe(403)

  const undone = await office.send('POST', `/imports/${draft.id}/undo`, {
    ...{ records: 5, reason: '误传' },
  })
  expect(undone.body).toMatchObject({ withdrawn: { achievement: 1, right: 4 } })
  expect(await find('示例')).toEqual([])
})

test('a program brings the number of its certificate, and gets it later', async () => {
  const { office, find } = await house()
  const head = ['软件名称', '登记号', '登记证书号', '版本号', '登记日期']
  const row = ['示例评估软件', '2024SR0123456', '', 'V1.0', '2024-03-01']
  const first = await upload(office, { 软著: [head, row] })
  expect((await confirmDraft(office, first)).status).toBe(200)
  const later = await upload(office, {
    软著: [head, row.map((text, at) => (at === 2 ? '软著登字第2345678号' : text))],
  })
  expect(later.counts[0]).toMatchObject({ states: { changed: 1 } })
  const decided = await decide(office, later, [
    { kind: 'row', sheet: '软著', row: 2, choice: 'accept' },
  ])
  expect((await confirmDraft(office, decided.body)).body).toMatchObject({ amended: { right: 1 } })
  expect(await find('软著登字第2345678号')).toMatchObject([{ number: '2024SR0123456' }])
  const odd = await upload(office, {
    软著: [head, ['示例随访软件', '2024SR0123457', '证字甲号', 'V1.0', '2024-03-01']],
  })
  const kept = await decide(office, odd, [{ kind: 'row', sheet: '软著', row: 2, choice: 'accept' }])
  expect(kept.body).toMatchObject({ written: 0 })
})

test('a mark of China is another one than that of a country whose number is the same', async () => {
  const { office, find } = await house()
  const abroad = { kind: 'trademark', title: '示例海外徽标', number: '6123456', country: 'SG' }
  const made = await office.send('POST', '/rights', abroad)
  expect(made.status, made.text).toBe(201)
  const { number } = (await office.get(`/rights/${made.body.id}`)).body
  const row = ['示例徽标', number, '2019-03-01', '2021-06-01', '2031-05-31', '有效', '']
  const draft = await upload(office, { 商标: [marks, row] })
  expect(draft.counts[0]).toMatchObject({ states: { new: 1 } })
  expect((await confirmDraft(office, draft)).status).toBe(200)
  const found = (await find('示例')).map(({ country }: { country: string | null }) => country)
  expect(found.toSorted()).toEqual(['SG', null].toSorted())
})

test('a row amends the right of its number once accepted, and never one of another kind', async () => {
  const { office, find } = await house()
  const row = ['示例徽标', '20190012', '2019-03-01', '2021-06-01', '2031-05-31', '有效', '']
  const first = await upload(office, { 商标: [marks, row] })
  expect((await confirmDraft(office, first)).status).toBe(200)

  const forestry = ['示例二号', '20190012', '是', '2019-03-01', '', '示例丙', '申请中']
  const clash = await upload(office, { 品种: [varieties, forestry] }, '林业.xlsx')
  expect(clash.counts[0]).toMatchObject({ states: { refused: 1 }, written: 0 })
  const accepted = await decide(office, clash, [
    { kind: 'row', sheet: '品种', row: 2, choice: 'accept' },
  ])
  expect(accepted.body).toMatchObject({ written: 0 })
  const { items } = (await office.get(`/imports/${clash.id}/rows`)).body
  expect(items[0].reason.zh).toMatch(/另一类知识产权/)

  const renewed = row.map((text, at) => (at === 4 ? '2041-05-31' : text))
  const draft = await upload(office, { 商标: [marks, renewed] }, '续展.xlsx')
  expect(draft.counts[0]).toMatchObject({ states: { changed: 1 }, written: 0 })
  const decided = await decide(office, draft, [
    { kind: 'row', sheet: '商标', row: 2, choice: 'accept' },
  ])
  expect((await confirmDraft(office, decided.body)).body).toMatchObject({ amended: { right: 1 } })
  const [mark] = await find('20190012')
  expect(mark).toMatchObject({ kind: 'trademark', validTo: '2041-05-31' })
  const undone = await office.send('POST', `/imports/${draft.id}/undo`, {
    ...{ records: 1, reason: '误传' },
  })
  expect(undone.body).toMatchObject({ putBack: { right: 1 } })
  expect((await find('20190012'))[0].validTo).toBe('2031-05-31')
})

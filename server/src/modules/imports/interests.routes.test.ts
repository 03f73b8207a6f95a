import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Declarations of interests that people signed on paper: whole, never changed, and the relatives sealed.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const head = [
  '工号',
  '姓名',
  '申报日期',
  '关联类型',
  '关系人',
  '亲属姓名',
  '企业名称',
  '说明',
  '手机号',
]
const tie = (staff: string, given: Partial<Record<number, string>> = {}) =>
  [
    staff,
    '',
    '2025-03-01',
    '持股',
    '配偶',
    '示例亲属',
    '示例器械有限公司',
    '5%',
    '13800000000',
  ].map((text, at) => given[at] ?? text)
const none = (staff: string) => tie(staff, { 3: '无', 4: '', 5: '', 6: '', 7: '' })

const upload = (by: Person, sheets: Sheets, name = '申报.xlsx') => uploadBook(app, by, name, sheets)

async function house() {
  const institution = await app.institution()
  const admin = await app.person(['admin'], institution)
  const people = await upload(
    admin,
    {
      人员: [
        ['工号', '姓名', '科室'],
        ...['甲', '乙', '丙'].map((name, at) => [`100${at + 1}`, `示例${name}`, '']),
      ],
    },
    '人员.xlsx',
  )
  expect((await confirmDraft(admin, people)).status).toBe(200)
  const discipline = await app.person(['discipline'], institution)
  const list = async () => {
    const { items } = (await discipline.get('/interests')).body
    return items.filter(({ person }: { person: { name: string } }) =>
      /^示例[甲乙丙]$/.test(person.name),
    )
  }
  return { institution, admin, discipline, list }
}

test('declarations go in whole, are sealed, known again and taken out again', async () => {
  const { institution, admin, discipline, list } = await house()
  const ledger = {
    申报: [
      head,
      tie('1001'),
      tie('1001', { 3: '董事', 4: '本人', 5: '', 6: '示例试剂有限公司', 7: '' }),
      tie('1001', { 5: '示例另亲', 4: '兄弟姐妹' }),
      none('1002'),
      tie('1003'),
      tie('1003', { 3: '合伙' }),
      tie('9999'),
    ],
  }
  const draft = await upload(discipline, ledger)
  expect(draft.counts).toEqual([{ table: 'interests', states: { new: 4, refused: 3 }, written: 4 }])
  const rows = (await discipline.get(`/imports/${draft.id}/rows`)).body
  expect(JSON.stringify(rows)).not.toMatch(/示例亲属|示例另亲|13800000000/)
  expect(rows.items[0].record.tieHolder).toBe('示***')
  const reasons = rows.items.map(
    ({ reason }: { reason: { zh: string } | null }) => reason?.zh ?? '',
  )
  expect(reasons[4]).toMatch(/第 7 行未导入/)
  expect(reasons[6]).toMatch(/工号 9999 既不在人员登记中/)
  const kept = await app.database.asOwner(
    `select * from import_row where import_id = '${draft.id}'`,
  )
  expect(JSON.stringify(kept)).not.toMatch(/示例亲属|示例另亲/)

  expect((await confirmDraft(discipline, draft)).body).toMatchObject({ entered: { interest: 4 } })
  const [one, two, three] = await list()
  expect([one.state, two.state, three.state].sort()).toEqual(['none', 'valid', 'valid'])
  const declared = (await list()).find((line: { enterprises: string[] }) => line.enterprises.length)
  const whole = (await discipline.get(`/interests/${declared.person.id}`)).body
  expect(whole.declarations).toMatchObject([
    {
      declaredOn: '2025-03-01',
      hasNone: false,
      enteredBy: expect.any(String),
      items: [
        { tie: 'shareholding', through: 'spouse', holder: '示***' },
        { tie: 'director', through: 'self', holder: null },
        { through: 'sibling', holder: '示***' },
      ],
    },
  ])
  const opened = await discipline.send('POST', '/interests/reveal', {
    ...{ declaration: whole.declarations[0].id, line: 3, purpose: '核查' },
  })
  expect(opened.body).toEqual({ value: '示例另亲' })

  const again = await upload(discipline, ledger, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 4, refused: 3 }, written: 0 })
  await discipline.send('DELETE', `/imports/${again.id}`)
  const other = await upload(discipline, { 申报: [head, tie('1001', { 3: '监事' })] }, '另一.xlsx')
  expect(other).toMatchObject({ written: 0 })

  const refused = await admin.get(`/imports/${draft.id}/rows`)
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    '利益关联申报的导入由转化部门、纪检和审计人员查看。',
  ])
  const office = await app.person(['tto_negotiator'], institution)
  expect((await upload(office, ledger, '他人.xlsx')).status).toBe(403)
  expect((await office.get(`/imports/${draft.id}/rows`)).status).toBe(200)

  const undone = await discipline.send('POST', `/imports/${draft.id}/undo`, {
    ...{ records: 4, reason: '误传' },
  })
  expect(undone.body).toMatchObject({ withdrawn: { interest: 4 } })
  expect((await list()).map(({ state }: { state: string }) => state)).toEqual([
    ...['none', 'none', 'none'],
  ])
  const third = await upload(discipline, ledger, '第三次.xlsx')
  expect((await confirmDraft(discipline, third)).body).toMatchObject({ entered: { interest: 4 } })
})

test('nothing and something on one day is no declaration, and what is declared here stays', async () => {
  const { discipline, institution } = await house()
  const draft = await upload(discipline, { 申报: [head, none('1001'), tie('1001')] })
  expect(draft.counts[0]).toMatchObject({ states: { refused: 2 }, written: 0 })
  // The file to be corrected names relatives: it is for whoever brought it, and for discipline.
  const reviewer = await app.person(['tto_reviewer'], institution)
  const toCorrect = `/imports/${draft.id}/to-correct.xlsx`
  expect((await reviewer.get(toCorrect)).status).toBe(403)
  expect((await discipline.get(toCorrect)).status).toBe(200)
  const later = tie('1002', { 2: '2025-07-01' })
  const future = await upload(discipline, { 申报: [head, later] }, '将来.xlsx')
  const { items } = (await discipline.get(`/imports/${future.id}/problems`)).body
  expect(items).toMatchObject([{ code: 'date_in_future' }])
  // Nobody can accept it either: it would stand before whatever is declared until that day.
  const forced = await discipline.send('POST', `/imports/${future.id}/decisions`, {
    version: future.version,
    decisions: [{ kind: 'row', sheet: '申报', row: 2, choice: 'accept' }],
  })
  expect(forced.body).toMatchObject({ written: 0 })
  const odd = await upload(discipline, { 申报: [head, tie('1003', { 5: '' })] }, '缺.xlsx')
  const row = (await discipline.get(`/imports/${odd.id}/rows`)).body.items[0]
  expect(row.reason.zh).toMatch(/亲属姓名/)
  // The name that somebody types then is as sealed as one of the file.
  const cell = { kind: 'cell', sheet: '申报', row: 2 }
  const typed = await discipline.send('POST', `/imports/${odd.id}/decisions`, {
    version: odd.version,
    decisions: [
      { ...cell, column: 'F', value: '示例补名' },
      { ...cell, column: 'I', value: '13900000000' },
    ],
  })
  expect(typed.body).toMatchObject({ written: 1 })
  const decided = (await discipline.get(`/imports/${odd.id}/decisions`)).body.items
  expect(decided.map(({ value }: { value: string }) => value)).toEqual(['示***', '***'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Carriers, and what those who do the work of transfer have learned.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const carriers = {
  载体: [
    ['载体名称', '载体类别', '地点', '共建单位', '设立日期', '撤销日期'],
    ['示例概念验证中心', '概念验证中心', '示例楼', '示例孵化有限公司', '2024-01-01', ''],
    ['示例孵化器', '孵化器', '', '', '2023-05-01', '2025-05-01'],
    ['示例月份', '孵化器', '', '', '2023-05', ''],
    ['示例未知', '茶室', '', '', '2023-05-01', ''],
    ['示例倒置', '孵化器', '', '', '2023-05-01', '2023-05-01'],
  ],
}

const credentials = {
  证书: [
    [
      '工号',
      '姓名',
      '证书类别',
      '证书名称',
      '发证机构',
      '证书编号',
      '取得日期',
      '有效期至',
      '学时',
    ],
    [
      '1001',
      '示例甲',
      '技术经理人',
      '示例中级',
      '示例中心',
      'SL-1',
      '2024-01-01',
      '2026-12-31',
      '',
    ],
    ['1001', '示例甲', '培训', '示例培训班', '', '', '2024-03-01', '', '40学时'],
    ['1009', '示例乙', '培训', '示例培训班', '', '', '2024-03-01', '', ''],
    ['1001', '示例丙', '培训', '示例另一班', '', '', '2024-03-02', '', ''],
    ['1001', '示例甲', '培训', '示例倒置班', '', '', '2024-03-02', '2024-01-01', ''],
  ],
}

const people = {
  人员: [
    ['工号', '姓名', '职称'],
    ['1001', '示例甲', '主任医师'],
  ],
}

const upload = (by: Person, sheets: Sheets, name = '登记.xlsx') => uploadBook(app, by, name, sheets)

async function undo(by: Person, id: string, records: number) {
  return await by.send('POST', `/imports/${id}/undo`, { records, reason: '误传' })
}

test('carriers are entered once, amended where accepted, and taken out again', async () => {
  const office = await app.person(['tto_negotiator'])
  const draft = await upload(office, carriers)
  expect(draft.counts).toEqual([{ table: 'carriers', states: { new: 2, refused: 3 }, written: 2 }])
  expect((await confirmDraft(office, draft)).body).toMatchObject({ entered: { carrier: 2 } })
  const list = async () => (await office.get('/carriers')).body.items
  expect(await list()).toMatchObject([
    { kind: 'proof_of_concept', name: '示例概念验证中心', partner: '示例孵化有限公司' },
    { kind: 'incubator', name: '示例孵化器', toDay: '2025-05-01' },
  ])
  const [first] = await list()
  const history = (await office.get(`/carriers/${first.id}/history`)).body.items
  expect(history[0]).toMatchObject({ action: 'carrier.entered' })
  expect(JSON.stringify(history[0])).toContain('登记.xlsx')

  const again = await upload(office, carriers, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 2, refused: 3 }, written: 0 })

  const moved = {
    载体: [
      ['Carrier name', 'Kind of carrier', 'Place', 'Established on'],
      ['示例概念验证中心', 'Proof-of-concept centre', '新楼', '2024-01-01'],
    ],
  }
  const change = await upload(office, moved, '搬迁.xlsx')
  expect(change.counts).toEqual([{ table: 'carriers', states: { changed: 1 }, written: 0 }])
  const decided = await office.send('POST', `/imports/${change.id}/decisions`, {
    version: change.version,
    decisions: [{ kind: 'row', sheet: '载体', row: 2, choice: 'accept' }],
  })
  expect(decided.status, decided.text).toBe(200)
  const { version, written } = decided.body
  expect((await confirmDraft(office, { id: change.id, version, written })).body).toMatchObject({
    amended: { carrier: 1 },
  })
  expect((await list())[0]).toMatchObject({ place: '新楼', partner: '示例孵化有限公司' })

  const plan = (await office.get(`/imports/${draft.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'carrier', why: 'changed' }])
  expect((await undo(office, change.id, 1)).body).toMatchObject({ putBack: { carrier: 1 } })
  expect((await list())[0]).toMatchObject({ place: '示例楼' })
})

test('an import of carriers that nobody touched is taken back and may come again', async () => {
  const office = await app.person(['tto_reviewer'], await app.institution())
  const draft = await upload(office, carriers)
  await confirmDraft(office, draft)
  expect((await undo(office, draft.id, 2)).body).toMatchObject({ withdrawn: { carrier: 2 } })
  expect((await office.get('/carriers')).body.items).toEqual([])
  const third = await upload(office, carriers, '第三次.xlsx')
  expect((await confirmDraft(office, third)).body).toMatchObject({ entered: { carrier: 2 } })
})

test('certificates come with their persons, once, and go with them', async () => {
  const admin = await app.person(['admin'], await app.institution())
  const draft = await upload(admin, { ...people, ...credentials })
  expect(draft.counts).toEqual([
    { table: 'people', states: { new: 1 }, written: 1 },
    { table: 'credentials', states: { new: 2, refused: 3 }, written: 2 },
  ])
  const refused = (await admin.get(`/imports/${draft.id}/rows?state=refused`)).body.items
  expect(refused.map(({ reason }: { reason: { zh: string } }) => reason.zh)).toEqual([
    expect.stringMatching(/工号 1009 既不在人员登记中/),
    expect.stringMatching(/工号 1001 是示例甲/),
    expect.stringMatching(/有效期至早于取得日期/),
  ])
  expect((await confirmDraft(admin, draft)).body).toMatchObject({
    entered: { person: 1, credential: 2 },
  })
  const [person] = (await admin.get(`/people?q=${encodeURIComponent('示例甲')}`)).body.items
  const held = async () => (await admin.get(`/people/${person.id}/credentials`)).body.items
  expect(await held()).toMatchObject([
    { kind: 'training', title: '示例培训班', hours: 40, validUntil: null },
    { kind: 'technology_manager', issuer: '示例中心', number: 'SL-1', validUntil: '2026-12-31' },
  ])
  const again = await upload(admin, credentials, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 2, refused: 3 }, written: 0 })

  const other = credentials.证书.map((row) => row.map((text) => (text === 'SL-1' ? 'SL-2' : text)))
  const otherwise = await upload(admin, { 证书: other }, '改号.xlsx')
  expect(otherwise.counts[0]).toMatchObject({ states: { present: 1, refused: 4 }, written: 0 })
  for (const one of [again, otherwise]) await admin.send('DELETE', `/imports/${one.id}`)

  expect((await undo(admin, draft.id, 3)).body).toMatchObject({
    withdrawn: { person: 1, credential: 2 },
  })
  expect((await upload(admin, { ...people, ...credentials }, '第三次.xlsx')).written).toBe(3)
})

test('a certificate of a day to come stays out by itself, the others go in', async () => {
  const admin = await app.person(['admin'], await app.institution())
  const [head = [], ...rows] = credentials.证书
  const later = ['1001', '示例甲', '培训', '示例明年班', '', '', '2031-03-01', '', '']
  const draft = await upload(admin, { ...people, 证书: [head, ...rows.slice(0, 2), later] })
  expect(draft.counts[1]).toEqual({
    ...{ table: 'credentials', states: { new: 2, refused: 1 }, written: 2 },
  })
  const [refused] = (await admin.get(`/imports/${draft.id}/rows?state=refused`)).body.items
  expect(refused.reason.zh).toMatch(/不得晚于今天/)
  expect((await confirmDraft(admin, draft)).body).toMatchObject({
    entered: { person: 1, credential: 2 },
  })
})

test('a certificate annulled by hand stands in the way of taking back, and may come again', async () => {
  const institution = await app.institution()
  const admin = await app.person(['admin'], institution)
  await confirmDraft(admin, await upload(admin, people, '人员.xlsx'))
  const reviewer = await app.person(['tto_reviewer'], institution)
  const draft = await upload(reviewer, credentials)
  expect((await confirmDraft(reviewer, draft)).body).toMatchObject({ entered: { credential: 2 } })
  const [person] = (await admin.get(`/people?q=${encodeURIComponent('示例甲')}`)).body.items
  const [one] = (await admin.get(`/people/${person.id}/credentials`)).body.items
  const annulment = `/people/${person.id}/credentials/${one.id}/annul`
  expect((await reviewer.send('POST', annulment, { reason: '登记有误' })).status).toBe(200)
  const plan = (await reviewer.get(`/imports/${draft.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'person', why: 'changed' }])

  const negotiator = await app.person(['tto_negotiator'], institution)
  expect(await upload(negotiator, credentials, '经办.xlsx')).toMatchObject({ status: 403 })
  const finance = await app.person(['finance'], institution)
  expect(await upload(finance, carriers, '财务.xlsx')).toMatchObject({ status: 403 })
})

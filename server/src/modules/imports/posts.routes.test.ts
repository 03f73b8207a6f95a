import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Posts end by a ledger, and another begins in the same file.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const head = ['工号', '姓名', '职务', '职务类别', '任职部门', '任职日期', '离任日期']
const staff = [
  ['工号', '姓名', '职称'],
  ['1001', '示例甲', '主任医师'],
  ['1002', '示例乙', '主治医师'],
]
const before = [
  head,
  ['1001', '示例甲', '科主任', '中层干部', '', '2023-01-01', ''],
  ['1002', '示例乙', '组长', '其他', '', '2022-01-01', '2024-01-01'],
  ['1002', '示例乙', '秘书', '其他', '', '2024-01-01', ''],
]
const after = [
  head,
  ['1001', '示例甲', '科主任', '中层干部', '', '2023-01-01', '2025-03-01'],
  ['1001', '示例甲', '科主任', '正职领导', '', '2025-03-01', ''],
  ['1002', '示例乙', '组长', '其他', '', '2022-01-01', '2024-06-01'],
  ['1002', '示例乙', '秘书', '副职领导', '', '2024-01-01', ''],
]

const upload = (by: Person, sheets: Sheets, name: string) => uploadBook(app, by, name, sheets)

async function house() {
  const admin = await app.person(['admin'], await app.institution())
  await confirmDraft(admin, await upload(admin, { 人员: staff, 任职: before }, '原任职.xlsx'))
  const [one] = (await admin.get(`/people?q=${encodeURIComponent('示例甲')}`)).body.items
  const posts = async () =>
    (await admin.get(`/people/${one.id}`)).body.posts.map(
      ({ title, kind, from, to }: Record<string, string | null>) =>
        [title, kind, from, to ?? ''].join(' '),
    )
  return { admin, posts, person: one.id as string }
}

async function accepted(by: Person, draft: { id: string; version: number }) {
  const answer = await by.send('POST', `/imports/${draft.id}/decisions`, {
    version: draft.version,
    decisions: [{ kind: 'row', sheet: '任职', row: 2, choice: 'accept' }],
  })
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}

test('a post ends where somebody accepts it, and what follows it goes in with it', async () => {
  const { admin, posts, person } = await house()
  const draft = await upload(admin, { 任职: after }, '换届.xlsx')
  expect(draft.counts).toEqual([{ table: 'posts', states: { changed: 1, refused: 3 }, written: 0 }])
  const { items } = (await admin.get(`/imports/${draft.id}/rows?state=refused`)).body
  expect(items.map(({ reason }: { reason: { zh: string } }) => reason.zh)).toEqual([
    expect.stringMatching(/自 2023-01-01 起已任“科主任”/),
    expect.stringMatching(/已于 2024-01-01 结束/),
    expect.stringMatching(/另起一行登记新任职/),
  ])
  const now = await accepted(admin, draft)
  expect(now.counts[0]).toMatchObject({ states: { changed: 1, new: 1, refused: 2 }, written: 2 })
  expect((await confirmDraft(admin, now)).body).toMatchObject({
    entered: { post: 1 },
    amended: { post: 1 },
  })
  expect(await posts()).toEqual(['科主任 chief 2025-03-01 ', '科主任 middle 2023-01-01 2025-03-01'])
  const again = await upload(admin, { 任职: after.slice(0, 3) }, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 2 }, written: 0 })
  await admin.send('DELETE', `/imports/${again.id}`)

  const { withdrawn, putBack } = (await admin.get(`/imports/${draft.id}/undo`)).body
  expect([withdrawn.post, putBack.person]).toEqual([1, 1])
  const undone = await admin.send('POST', `/imports/${draft.id}/undo`, {
    records: 2,
    reason: '误传',
  })
  expect(undone.status, undone.text).toBe(200)
  expect(await posts()).toEqual(['科主任 middle 2023-01-01 '])
  const history = (await admin.get(`/people/${person}/history`)).body
  expect(history.chain.ok).toBe(true)
  const actions = history.items.map(({ action }: { action: string }) => action.split('.')[1])
  expect(actions.slice(-4).sort()).toEqual([
    ...['appointed', 'appointmentEnded', 'appointmentReopened', 'appointmentWithdrawn'],
  ])
})

test('a person changed since stands in the way of taking the end of a post back', async () => {
  const { admin, person } = await house()
  const draft = await accepted(admin, await upload(admin, { 任职: after }, '换届.xlsx'))
  await confirmDraft(admin, draft)
  const amended = await admin.send('PATCH', `/people/${person}`, {
    professionalTitle: '教授',
    reason: '晋升',
  })
  expect(amended.status, amended.text).toBe(200)
  const plan = (await admin.get(`/imports/${draft.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'person', why: 'changed' }])
})

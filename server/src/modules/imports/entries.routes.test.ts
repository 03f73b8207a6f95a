import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Entries of work are held against the rules of the ledger of work, in the order of their days.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app?.close())

const projectHead = ['项目编号', '项目名称', '项目负责人', '负责人工号', '开始日期']
const head = ['项目编号', '记录事项', '记录日期', '工号', '姓名', '具体内容', '工作量占比']
const of = (kind: string, day: string, who: string, share = '', staff = '') => [
  ...['KY-1', kind, day, staff, who, '示例', share],
]

async function house() {
  const institution = await app.institution()
  const admin = await app.person(['admin'], institution)
  const office = await app.person(['tto_negotiator'], institution)
  await admin.send('POST', '/people', { name: '示例甲', staffNumber: '1001' })
  const projects = [projectHead, ['KY-1', '示例研究', '示例甲', '1001', '2023-01-01']]
  const upload = (rows: readonly string[][], withProject = true) =>
    uploadBook(app, office, '工作量.xlsx', {
      ...(withProject && { 科研项目: projects }),
      工作量: [head, ...rows],
    })
  const reasons = async (draft: { id: string }) =>
    (await office.get(`/imports/${draft.id}/rows?table=projectEntries&limit=50`)).body.items.map(
      ({ reason, row }: { reason: { zh: string } | null; row: number }) =>
        `${row} ${reason?.zh ?? '✓'}`,
    )
  const accept = (draft: { id: string; version: number }, row: number) =>
    office.send('POST', `/imports/${draft.id}/decisions`, {
      version: draft.version,
      decisions: [{ kind: 'row', sheet: '工作量', row, choice: 'accept' }],
    })
  return { office, upload, reasons, accept }
}

test('nobody leaves who has not joined, wherever the rows stand in the file', async () => {
  const { upload, reasons } = await house()
  const draft = await upload([
    of('退出', '2024-06-01', '示例乙'),
    of('加入', '2023-02-01', '示例乙'),
    of('退出', '2024-01-01', '示例丙'),
    of('加入', '2024-02-01', '示例丙'),
    // Who leads takes part from the first day.
    of('退出', '2024-06-01', '示例甲', '', '1001'),
    of('加入', '2022-06-01', '示例丁'),
  ])
  expect(await reasons(draft)).toEqual([
    '2 ✓',
    '3 ✓',
    expect.stringMatching(/^4 台账中示例丙在这一天没有参加这个项目/),
    '5 ✓',
    '6 ✓',
    expect.stringMatching(/^7 .*2023-01-01/),
  ])
})

test('who joins twice is asked about, and goes in where somebody accepts it', async () => {
  const { office, upload, reasons, accept } = await house()
  const draft = await upload([
    of('加入', '2023-02-01', '示例乙'),
    of('加入', '2023-05-01', '示例乙'),
    of('退出', '2023-06-01', '示例乙'),
    of('加入', '2023-07-01', '示例乙'),
  ])
  expect(await reasons(draft)).toEqual([
    '2 ✓',
    expect.stringMatching(/^3 示例乙自 2023-02-01 起已参加/),
    '4 ✓',
    '5 ✓',
  ])
  const decided = await accept(draft, 3)
  // Joined twice and left once, the last row is the one that is asked about now.
  expect(await reasons(draft)).toEqual([
    ...['2 ✓', expect.stringMatching(/^3 示例乙自 2023-02-01 .*已按读取值接受/), '4 ✓'],
    expect.stringMatching(/^5 示例乙自 2023-05-01 起已参加/),
  ])
  expect((await confirmDraft(office, decided.body)).body).toMatchObject({
    entered: { project: 1, projectEntry: 3 },
  })
  // What is registered counts as what goes in.
  const next = await upload([of('加入', '2024-05-01', '示例乙')], false)
  expect((await reasons(next))[0]).toMatch(/^2 示例乙自 2023-05-01 起已参加/)
})

test('shares above the whole are asked about as on the page', async () => {
  const { office, upload, reasons, accept } = await house()
  const draft = await upload([
    of('工作量占比', '2024-01-01', '示例甲', '60%', '1001'),
    of('工作量占比', '2024-01-01', '示例乙', '0.4'),
    of('工作量占比', '2024-03-01', '示例丙', '10%'),
    of('工作量占比', '2024-06-01', '示例甲', '50%', '1001'),
    of('工作量占比', '2024-06-01', '示例丁', '10%'),
  ])
  expect(await reasons(draft)).toEqual([
    ...['2 ✓', '3 ✓'],
    expect.stringMatching(/^4 计入此行后，全组在 2024-03-01 的工作量占比合计为 110%/),
    ...['5 ✓', '6 ✓'],
  ])
  const decided = await accept(draft, 4)
  expect(await reasons(draft)).toEqual([
    ...['2 ✓', '3 ✓', expect.stringMatching(/^4 .*合计为 110%.*已按读取值接受/), '5 ✓'],
    expect.stringMatching(/^6 计入此行后，全组在 2024-06-01 的工作量占比合计为 110%/),
  ])
  expect((await confirmDraft(office, decided.body)).body).toMatchObject({
    entered: { projectEntry: 4 },
  })
  const more = await upload([of('工作量占比', '2024-06-01', '示例戊', '5%')], false)
  expect((await reasons(more))[0]).toMatch(/合计为 105%/)
})

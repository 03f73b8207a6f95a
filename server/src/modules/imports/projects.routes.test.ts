import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// A house brings its research projects and who did what in them.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const head = [
  ...['项目编号', '项目名称', '项目负责人', '负责人工号', '经费性质', '经费来源'],
  ...['项目经费（万元）', '研究起算日', '开始日期', '结束日期', '对应成果编号'],
]
const entryHead = ['项目编号', '记录事项', '记录日期', '工号', '姓名', '具体内容', '工作量占比']

const ledger = {
  成果: [
    ['成果编号', '成果名称', '成果类型', '第一完成人', '披露日期'],
    ['CG2024-0001', '示例引流装置', '实用新型', '示例甲', '2024-03-05'],
  ],
  科研项目: [
    head,
    [
      'KY-1',
      '示例研究',
      '示例甲',
      '1001',
      '财政资金',
      '示例计划',
      '30',
      '2023-01-01',
      '2023-01-01',
      '',
      'CG2024-0001',
    ],
    ['KY-2', '示例横向', '示例外人', '', '横向', '', '12.5', '2024-01-01', '', '', ''],
    ['KY-3', '示例无人', '示例丙', '9999', '', '', '', '', '', '', ''],
    ['KY-4', '示例无果', '示例外人', '', '', '', '', '', '', '', 'CG2024-9999'],
    ['KY-5', '示例名不符', '示例乙', '1001', '', '', '', '', '', '', ''],
    ['KY-6', '示例经费', '示例外人', '', '捐赠', '', '1', '', '', '', ''],
  ],
  工作量: [
    entryHead,
    ['KY-1', '加入', '2023-01-01', '1001', '示例甲', '负责总体设计', ''],
    ['KY-1', '工作量占比', '2024-01-01', '1001', '示例甲', '总体设计', '60%'],
    ['KY-1', '加入', '2023-02-01', '', '示例院外', '动物实验', ''],
    ['KY-9', '加入', '2023-02-01', '', '示例院外', '动物实验', ''],
    ['KY-1', '加入', '2023-02-01', '', '示例院外', '', ''],
    ['KY-1', '进度', '2023-02-01', '1001', '示例甲', '完成样机', '20%'],
    ['KY-1', '加入', '2030-01-01', '1001', '示例甲', '将来', ''],
  ],
}

async function house() {
  const institution = await app.institution()
  const admin = await app.person(['admin'], institution)
  const office = await app.person(['tto_negotiator'], institution)
  const body = { name: '示例甲', staffNumber: '1001' }
  const entered = await admin.send('POST', '/people', body)
  return { institution, admin, office, leader: entered.body.id as string }
}

const upload = (by: Person, sheets: Sheets) => uploadBook(app, by, '项目.xlsx', sheets)

const countsOf = (draft: { counts: { table: string; states: object }[] }) =>
  Object.fromEntries(draft.counts.map(({ table, states }) => [table, states]))

test('projects come with money, leader and achievements, and entries with the people they are about', async () => {
  const { office, leader } = await house()
  const draft = await upload(office, ledger)
  expect(countsOf(draft)).toEqual({
    achievements: { new: 1 },
    projects: { new: 2, refused: 4 },
    projectEntries: { new: 3, refused: 4 },
  })
  const rows = (await office.get(`/imports/${draft.id}/rows?state=refused&limit=50`)).body.items
  const reasons = rows.flatMap(({ reason }: { reason: { zh: string } | null }) => reason?.zh ?? [])
  expect(reasons.join('\n')).toMatch(/9999.*CG2024-9999.*示例甲.*KY-9.*具体内容/s)
  const confirmed = await confirmDraft(office, draft)
  expect(confirmed.body).toMatchObject({
    entered: { achievement: 1, project: 2, projectEntry: 3 },
    leftOut: 8,
  })

  const items = (await office.get('/projects')).body.items
  const one = items.find(({ number }: { number: string }) => number === 'KY-1')
  const project = (await office.get(`/projects/${one.id}`)).body
  expect(project).toMatchObject({
    ...{ leader: '示例甲', leaderPerson: leader, fromDay: '2023-01-01' },
    achievements: [{ number: 'CG2024-0001' }],
    funding: [{ kind: 'public', name: '示例计划', amountFen: '30000000', startedOn: '2023-01-01' }],
  })
  expect(project.entries).toMatchObject([
    { kind: 'joined', personId: leader, words: '负责总体设计', share: null },
    { kind: 'joined', personId: null, personName: '示例院外' },
    { kind: 'share', personId: leader, share: '60%' },
  ])
})

test('a second time nothing is added; what differs is shown; a further source is added where accepted', async () => {
  const { office } = await house()
  await confirmDraft(office, await upload(office, ledger))
  const again = await upload(office, { ...ledger, 另: [['x']] })
  expect(again.written).toBe(0)
  expect(countsOf(again)).toMatchObject({
    projects: { present: 2, refused: 4 },
    projectEntries: { present: 3, refused: 4 },
  })
  const next = await upload(office, {
    科研项目: [
      head,
      ['KY-1', '示例研究', '示例甲', '1001', '自有资金', '院内配套', '5', '', '', '', ''],
    ],
  })
  expect(countsOf(next)).toEqual({ projects: { changed: 1 } })
  const decisions = [{ kind: 'row', sheet: '科研项目', row: 2, choice: 'accept' }]
  const decided = await office.send('POST', `/imports/${next.id}/decisions`, {
    version: next.version,
    decisions,
  })
  expect((await confirmDraft(office, decided.body)).body).toMatchObject({ amended: { project: 1 } })
  const funding = async () => {
    const items = (await office.get('/projects')).body.items
    const one = items.find(({ number }: { number: string }) => number === 'KY-1')
    return (await office.get(`/projects/${one.id}`)).body.funding.map(
      ({ name }: { name: string }) => name,
    )
  }
  expect(await funding()).toEqual(['示例计划', '院内配套'])
  const undone = await office.send('POST', `/imports/${next.id}/undo`, { records: 1, reason: '误' })
  expect(undone.body).toMatchObject({ putBack: { project: 1 } })
  expect(await funding()).toEqual(['示例计划'])
})

test('taken back as one act, unless somebody answered an entry', async () => {
  const { office, admin, institution } = await house()
  const draft = await upload(office, ledger)
  await confirmDraft(office, draft)
  const undone = await office.send('POST', `/imports/${draft.id}/undo`, {
    records: 6,
    reason: '误传',
  })
  expect(undone.body).toMatchObject({ withdrawn: { achievement: 1, project: 2, projectEntry: 3 } })
  expect((await office.get('/projects')).body.items).toEqual([])

  const again = await upload(office, ledger)
  expect(again.written).toBe(6)
  await confirmDraft(office, again)
  const items = (await office.get('/projects')).body.items
  const one = items.find(({ number }: { number: string }) => number === 'KY-1')
  const noted = await office.send('POST', `/projects/${one.id}/entries`, {
    ...{ kind: 'progress', onDay: '2025-06-01', personName: '示例院外', words: '完成试验' },
  })
  expect(noted.status).toBe(201)
  const plan = (await office.get(`/imports/${again.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'project', why: 'changed', number: 'KY-1' }])
  const held = await office.send('POST', `/imports/${again.id}/undo`, { records: 6, reason: '误' })
  expect(held).toMatchObject({ status: 409, body: { code: 'import-in-use' } })

  const wrong = await upload(admin, ledger)
  expect(wrong).toMatchObject({ status: 403, code: 'not-allowed' })
  expect(institution).toBe(admin.caller.institution)
  const { office: stranger } = await house()
  expect((await stranger.get(`/imports/${again.id}`)).status).toBe(404)
  expect((await stranger.get('/projects')).body.items).toEqual([])
})

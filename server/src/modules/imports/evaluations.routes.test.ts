import { fieldsOf } from '@yizhuan/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { modules } from '../index.ts'
import { disclosureLists } from '../policies/index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Evaluations come from their list, each with a report that hangs on its achievement already.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const upload = (by: Person, sheets: Sheets, name = '评估.xlsx') => uploadBook(app, by, name, sheets)

const head = [
  ...['成果编号', '评估类型', '评估日期', '评估机构', '评分', '结论', '不申请原因'],
  ...['评估意见', '评估值', '评估报告文件名'],
]
const row = (given: Partial<Record<number, string>> = {}) =>
  [
    ...['CG2024-0001', '价值评估', '2025-03-01', '示例评估公司', '技术价值 4、经济价值3', '', ''],
    ...['可行', '500,000', '报告.pdf'],
  ].map((text, at) => given[at] ?? text)

async function house() {
  const institution = await app.institution()
  const office = await app.person(['tto_reviewer'], institution)
  const ledger = {
    成果: [
      ['成果编号', '成果名称', '成果类型', '第一完成人', '披露日期'],
      ['CG2024-0001', '示例引流装置', '实用新型', '示例甲', '2024-03-05'],
    ],
  }
  expect((await confirmDraft(office, await upload(office, ledger, '成果.xlsx'))).status).toBe(200)
  const [{ id }] = (await office.get('/achievements')).body.items
  const path = `/achievements/${id}`
  const file = await storedFile(app, office, '报告.pdf', '示例报告')
  const filed = await office.send('PATCH', path, {
    ...{ files: [file], reason: '补材料', expectedSeq: 1 },
  })
  expect(filed.status, filed.text).toBe(200)
  const list = async () => (await office.get(`${path}/evaluations`)).body.items
  return { office, path, list }
}

test('the words of the table are those of the lists of evaluations', () => {
  const { kinds, outcomes, reasons } = disclosureLists().evaluations
  const codes = (field: string) =>
    fieldsOf('evaluations')
      .find(({ name }) => name === field)
      ?.codes.toSorted()
  expect(codes('evalKind')).toEqual(kinds.map(({ code }) => code).sort())
  expect(codes('evalOutcome')).toEqual(Object.keys(outcomes).sort())
  expect(codes('evalReason')).toEqual(Object.keys(reasons).sort())
})

test('evaluations are held against their rules, entered once and taken out again', async () => {
  const { office, path, list } = await house()
  const review = { 1: '申请前评估', 4: '新颖性 1', 8: '' }
  const ledger = {
    评估: [
      head,
      row(),
      row({ ...review, 5: '不申请', 6: '不具备新颖性' }),
      row({ ...review, 2: '2025-03-02' }),
      row({ 2: '2025-03-03', 4: '美观 5' }),
      row({ 2: '2025-03-04', 4: '技术价值 9' }),
      row({ 2: '2025-03-05', 9: '另一份.pdf' }),
      row({ 0: 'CG2024-9999' }),
    ],
  }
  const draft = await upload(office, ledger)
  expect(draft.counts).toEqual([
    { table: 'evaluations', states: { new: 2, refused: 5 }, written: 2 },
  ])
  const { items } = (await office.get(`/imports/${draft.id}/rows?state=refused`)).body
  expect(items.map(({ reason }: { reason: { zh: string } | null }) => reason?.zh ?? null)).toEqual([
    expect.stringMatching(/须写明结论/),
    expect.stringMatching(/没有指标“美观”；可填：技术价值/),
    null,
    expect.stringMatching(/没有文件“另一份.pdf”/),
    expect.stringMatching(/成果 CG2024-9999 尚未登记/),
  ])
  expect((await confirmDraft(office, draft)).body).toMatchObject({ entered: { evaluation: 2 } })
  const stored = await list()
  expect(stored).toHaveLength(2)
  expect(stored).toContainEqual(
    expect.objectContaining({
      ...{ kind: 'value', scores: { technology: 4, economy: 3 }, valueFen: '50000000' },
      files: [expect.objectContaining({ name: '报告.pdf' })],
    }),
  )
  const history = (await office.get(`${path}/history`)).body
  expect(JSON.stringify(history.items)).toContain('评估.xlsx')

  const again = await upload(office, ledger, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 2, refused: 5 }, written: 0 })
  await office.send('DELETE', `/imports/${again.id}`)
  const other = await upload(office, { 评估: [head, row({ 7: '不可行' })] }, '另一.xlsx')
  const [refused] = (await office.get(`/imports/${other.id}/rows`)).body.items
  expect(refused).toMatchObject({ state: 'refused', reason: { zh: expect.stringMatching(/更正/) } })

  const undone = await office.send('POST', `/imports/${draft.id}/undo`, {
    ...{ records: 2, reason: '误传' },
  })
  expect(undone.body).toMatchObject({ withdrawn: { evaluation: 2 } })
  expect(await list()).toEqual([])
  const third = await upload(office, ledger, '第三次.xlsx')
  expect((await confirmDraft(office, third)).body).toMatchObject({ entered: { evaluation: 2 } })
})

test('a value below nought stays out whoever accepts it, and keeps no other row from going in', async () => {
  const { office } = await house()
  const draft = await upload(office, {
    评估: [head, row({ 8: '-500,000' }), row({ 1: '市场评估', 4: '' })],
  })
  const decided = await office.send('POST', `/imports/${draft.id}/decisions`, {
    version: draft.version,
    decisions: [{ kind: 'row', sheet: '评估', row: 2, choice: 'accept' }],
  })
  const [first] = (await office.get(`/imports/${draft.id}/rows`)).body.items
  expect(first).toMatchObject({
    state: 'refused',
    reason: { zh: expect.stringMatching(/不得为负/) },
  })
  expect((await confirmDraft(office, decided.body)).body).toMatchObject({
    entered: { evaluation: 1 },
  })
})

test('two figures of one criterion keep a row out', async () => {
  const { office } = await house()
  const draft = await upload(office, {
    评估: [head, row({ 4: '技术价值 4、经济价值 3、技术价值 2' })],
  })
  expect(draft.counts[0]).toMatchObject({ states: { refused: 1 }, written: 0 })
  const [kept] = (await office.get(`/imports/${draft.id}/rows`)).body.items
  expect(kept.reason.zh).toMatch(/“技术价值”写了两遍/)
})

test('an evaluation that was corrected since is not taken out', async () => {
  const { office, path, list } = await house()
  const draft = await upload(office, { 评估: [head, row()] })
  expect((await confirmDraft(office, draft)).status).toBe(200)
  const [one] = await list()
  const { kind, heldOn, evaluator, files } = one
  const corrected = await office.send('POST', `${path}/evaluations`, {
    ...{ kind, heldOn, evaluator, files, correction: { of: one.id, why: '评分有误' } },
  })
  expect(corrected.status, corrected.text).toBe(201)
  const plan = (await office.get(`/imports/${draft.id}/undo`)).body
  expect(plan.hindrances).toMatchObject([{ register: 'evaluation', why: 'achievement_evaluation' }])
})

import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// What inventors said on paper when stock was taken.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

const head = ['盘点名称', '专利号', '工号', '发明人', '处置意向', '理由', '自评得分', '手机']
const levels = '使用情况 1、成熟程度 2、市场需求 2、本人投入意愿 3'
const digits = '201918000001'
const number = `${digits}.${patentCheckCharacter(digits)}`
const answer = (given: Readonly<Record<number, string>> = {}) =>
  ['2026年盘点', `ZL${number}`, '', '周示例', '转让', '仍有需求', levels, '13800000000'].map(
    (text, at) => given[at] ?? text,
  )

async function campaign() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const inventor = await app.person(['inventor'], institution)
  const right = {
    ...{ kind: 'invention', title: '旧式挂架', number, status: 'granted', departments: ['骨科'] },
    ...{ filedOn: '2019-03-10', grantedOn: '2021-04-06', feePaidYear: 7 },
    inventors: [inventor.caller.name, '周示例'],
  }
  expect((await officer.send('POST', '/rights', right)).status).toBe(201)
  const begun = await officer.send('POST', '/stocktakings', {
    ...{ name: '2026年盘点', scope: { register: 'all' }, dueOn: '2026-06-08', byChoice: false },
    ...{ level: 'city', ownership: 'publicly_owned', research: true },
  })
  expect(begun.status, begun.text).toBe(201)
  const path = `/stocktakings/${begun.body.id}`
  const said = async () => (await officer.get(`${path}/lines`)).body.items[0].said
  const upload = (sheets: Sheets, name = '自评.xlsx') => uploadBook(app, officer, name, sheets)
  const reasons = async (draft: { id: string }) =>
    (await officer.get(`/imports/${draft.id}/rows`)).body.items.map(
      ({ reason }: { reason: { zh: string } | null }) => reason?.zh ?? '',
    )
  return { institution, officer, path, said, upload, reasons }
}

test('answers on paper go in, say who entered them, are known again and go out again', async () => {
  const { officer, said, upload, path } = await campaign()
  const ledger = { 自评: [head, answer()] }
  const draft = await upload(ledger)
  expect(draft.counts).toEqual([{ table: 'stockAnswers', states: { new: 1 }, written: 1 }])
  const confirmed = await confirmDraft(officer, draft)
  expect(confirmed.body, confirmed.text).toMatchObject({ entered: { stockAnswer: 1 } })
  expect(await said()).toEqual([
    {
      ...{ name: '周示例', wish: 'transfer', words: '仍有需求', score: 8, most: 12 },
      ...{ scores: { use: 1, maturity: 2, market: 2, effort: 3 } },
      enteredBy: officer.caller.name,
    },
  ])
  const again = await upload(ledger, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 1 }, written: 0 })
  await officer.send('DELETE', `/imports/${again.id}`)
  const other = await upload({ 自评: [head, answer({ 4: '放弃' })] }, '另一.xlsx')
  expect(other.counts[0]).toMatchObject({ states: { refused: 1 }, written: 0 })

  const undone = await officer.send('POST', `/imports/${draft.id}/undo`, {
    ...{ records: 1, reason: '误传' },
  })
  expect(undone.body, undone.text).toMatchObject({ withdrawn: { stockAnswer: 1 } })
  expect(await said()).toEqual([])
  const told = await app.database.asOwner(
    `select action from audit_entry where chain = '${path.replace('/stocktakings/', 'stocktaking/')}' order by seq`,
  )
  expect(told.slice(-2)).toEqual([
    { action: 'stocktaking.answerEntered' },
    { action: 'stocktaking.answerWithdrawn' },
  ])
  const third = await upload(ledger, '第三次.xlsx')
  expect((await confirmDraft(officer, third)).body).toMatchObject({ entered: { stockAnswer: 1 } })
})

test('rows that no stock-taking asks for stay out and say why', async () => {
  const { upload, reasons } = await campaign()
  const odd: readonly (readonly [Record<number, string>, RegExp])[] = [
    [{ 0: '没有的盘点' }, /没有名为“没有的盘点”的盘点/],
    [{ 1: 'CG2024-0001' }, /清单中没有编号/],
    [{ 3: '吴示例' }, /没有就这一项询问吴示例/],
    [{ 2: '9999' }, /工号 9999 既不在人员登记中/],
    [{ 6: '使用情况 1' }, /请选择“成熟程度”/],
    [{ 6: `${levels}、价格 2` }, /没有“价格”这一问/],
    [{ 6: `${levels}、使用情况 3` }, /“使用情况”写了两遍/],
    [{ 6: levels.replace('3', '5') }, /请选择“本人投入意愿”/],
  ]
  for (const [given, why] of odd) {
    const draft = await upload({ 自评: [head, answer(given)] })
    expect(draft.counts[0]).toMatchObject({ states: { refused: 1 }, written: 0 })
    expect((await reasons(draft))[0]).toMatch(why)
  }
  const word = await upload({ 自评: [head, answer({ 4: '再看看' })] }, '词.xlsx')
  expect(word.counts[0]).toMatchObject({ states: { refused: 1 }, written: 0 })
})

test('whoever may not read the stock-taking sees none of it, and a closed one keeps its answers', async () => {
  const { institution, officer, upload, path, said } = await campaign()
  const draft = await upload({ 自评: [head, answer()] })
  const admin = await app.person(['admin'], institution)
  expect((await admin.get(`/imports/${draft.id}/rows`)).status).toBe(403)
  expect((await uploadBook(app, admin, '他人.xlsx', { 自评: [head, answer()] })).status).toBe(403)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(`/imports/${draft.id}`)).status).toBe(404)
  expect((await confirmDraft(officer, draft)).status).toBe(200)
  await expect(app.database.asOwner('delete from stocktaking_answer')).rejects.toThrow(
    /has not been withdrawn/,
  )

  const [line] = (await officer.get(`${path}/lines`)).body.items
  const keep = { lines: [line.id], outcome: 'keep', reason: '仍在研究', decidedBy: '分管院领导' }
  const disposed = await officer.send('POST', `${path}/dispositions`, keep)
  expect(disposed.status, disposed.text).toBeLessThan(300)
  const closed = await officer.send('POST', `${path}/close`, { summary: '全部保留' })
  expect(closed.status, closed.text).toBeLessThan(300)
  const no = await officer.send('POST', `/imports/${draft.id}/undo`, {
    ...{ records: 1, reason: '误传' },
  })
  expect(no.status).toBe(409)
  expect(JSON.stringify(no.body)).toMatch(/stocktaking/)
  expect(await said()).toHaveLength(1)
  const late = await upload({ 自评: [head, answer({ 4: '保留' })] }, '迟到.xlsx')
  expect(late).toMatchObject({ written: 0 })
})

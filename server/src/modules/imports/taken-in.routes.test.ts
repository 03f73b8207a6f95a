import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

async function upload(by: Person, lines: readonly string[]) {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(by.cookie, '台账.csv', Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)),
  })
  return answer.json()
}

const confirm = (by: Person, { id, version, written }: Awaited<ReturnType<typeof upload>>) =>
  by.send('POST', `/imports/${id}/confirm`, { version, rows: written })

/** Takes the one difference of a list as the list says it. */
async function accepting(by: Person, lines: readonly string[]) {
  const draft = await upload(by, lines)
  const { items } = (await by.get(`/imports/${draft.id}/rows?limit=50`)).body
  const { sheet, row } = items[0].place ?? items[0]
  const decisions = [{ kind: 'row', sheet, row, choice: 'accept' }]
  const { version } = draft
  return (await by.send('POST', `/imports/${draft.id}/decisions`, { version, decisions })).body
}

test('a change that the register of rights refuses is said with its row, and nothing is written', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const head = '专利名称,专利类型,申请号,申请日,发明人,法律状态,备注'
  const row = (status: string, remark: string) =>
    `一种示例支架,发明,202010123456.2,2020-02-22,示例甲,${status},${remark}`
  const first = await confirm(officer, await upload(officer, [head, row('实审', '')]))
  expect(first.status, first.text).toBe(200)
  const [right] = (await officer.get('/rights')).body.items
  const event = { kind: 'accepted', on: '2020-03-10', source: '通知书' }
  expect((await officer.send('POST', `/rights/${right.id}/events`, event)).status).toBe(201)
  const before = (await officer.get(`/rights/${right.id}`)).body

  const draft = await accepting(officer, [head, row('有效', '台账备注')])
  const refused = await confirm(officer, draft)
  expect(refused.body.errors).toMatchObject([{ pointer: '#/status', rule: 'status-by-timeline' }])
  expect(refused.body.detail).toMatch(/ · 2/)
  expect((await officer.get(`/rights/${right.id}`)).body).toEqual(before)
})

test('a project that would end before it began is said with its row', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const head = '项目编号,项目名称,负责人,开始日期,结束日期'
  const row = (from: string, to: string) => `KY-1,示例研究,示例外人,${from},${to}`
  const entered = await confirm(officer, await upload(officer, [head, row('2024-01-01', '')]))
  expect(entered.status, entered.text).toBe(200)
  const refused = await confirm(officer, await accepting(officer, [head, row('', '2023-01-01')]))
  expect([refused.status < 500, refused.body.detail]).toEqual([true, expect.stringMatching(/ · 2/)])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { modules } from '../index.ts'

let app: TestApp
let officer: Person
let reviewer: Person

beforeAll(async () => {
  app = await openTestApp(modules)
  officer = await app.person(['tto_negotiator'])
  reviewer = await app.person(['tto_reviewer'])
})
afterAll(() => app.close())

const made = async (path: string, body: object): Promise<string> =>
  (await officer.send('POST', path, body)).body.id

test('a comment carries the files that are stored, and keeps them when it is reworded', async () => {
  const id = await made('/rights', { kind: 'know_how', title: '甲装置' })
  const file = await storedFile(app, officer, '检索报告.pdf', '内容甲')
  const { sha256, name, size } = file
  const lost = { body: '见附件', files: [{ sha256: 'a'.repeat(64), name: '缺.pdf', size: 3 }] }
  const refused = await officer.send('POST', `/comments/right/${id}`, lost)
  expect(refused.body.errors).toMatchObject([{ rule: 'file-not-stored' }])
  const telling = { ...file, name: '身份证110101199001011234.jpg' }
  const personal = { body: '见附件', files: [telling] }
  expect((await officer.send('POST', `/comments/right/${id}`, personal)).body.errors).toMatchObject(
    [{ pointer: '#/files', rule: 'personal-number' }],
  )
  const body = { body: '见附件', files: [{ sha256, name, size }] }
  const said = await officer.send('POST', `/comments/right/${id}`, body)
  expect(said.status).toBe(201)
  await officer.send('PATCH', `/comments/${said.body.id}`, { body: '请看附件' })
  const { items } = (await reviewer.get(`/comments/right/${id}`)).body
  expect(items).toMatchObject([{ body: '请看附件', files: [{ sha256, name, size }] }])
})

test('what no search finds is talked about by its readers, and a mention leads to its page', async () => {
  const batch = await app.database.asOwner(
    `insert into fee_batch (institution_id, id, title, budget, pay_on, reading, state, made_by,
       made_name, made_on)
     values ('${officer.caller.institution}', gen_random_uuid(), '批次甲', '专利费', '2025-07-01',
       'x', 'proposed', '${officer.caller.person}', '甲', '2025-06-01') returning id`,
  )
  const path = `/comments/fee-batch/${(batch as { id: string }[])[0]?.id}`
  const said = await officer.send('POST', path, {
    ...{ body: '预算够吗', mentions: [reviewer.caller.person] },
  })
  expect(said.status).toBe(201)
  await app.workOff()
  const news = (await reviewer.get('/notifications')).body.items
  expect(news).toMatchObject([
    { kind: 'mention', path: expect.stringMatching(/^\/fee-batches\/.+#comments$/) },
  ])
  const inventor = await app.person(['inventor'])
  expect((await inventor.get(path)).status).toBe(404)
  const unknown = path.replace(/[^/]+$/, '0f8fad5b-d9cb-469f-a165-70867728950e')
  expect((await officer.get(unknown)).status).toBe(404)
})

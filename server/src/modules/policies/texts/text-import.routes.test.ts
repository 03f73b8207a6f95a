import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { policies } from '../index.ts'
import { docx, pdf } from './testing/documents.ts'

let house: TestApp
let lawyer: Person
beforeAll(async () => {
  house = await openTestApp([policies], { at: '2026-06-30' })
  lawyer = await house.person(['legal'])
})
afterAll(() => house?.close())

async function hand(name: string, bytes: Buffer) {
  const boundary = 'example-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/policies/gd-2025/file',
    headers: {
      cookie: lawyer.cookie,
      'x-yizhuan-csrf': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return { status: answer.statusCode, body: answer.json() }
}

const kept = async () => {
  const [row] = await house.database.asOwner('select count(*)::int as count from policy_text')
  return row?.['count']
}

test('a refused file keeps nothing', async () => {
  expect((await hand('a.pdf', pdf([]))).body).toMatchObject({ code: 'text-scanned', status: 422 })
  expect((await hand('a.txt', Buffer.alloc(0))).status).toBe(400)
  expect((await hand('a.txt', Buffer.from('没有条文'))).body.code).toBe('no-articles-found')
  expect(await kept()).toBe(0)
})

test('a Word file is kept with its bytes, and compared article by article', async () => {
  const { status, body } = await hand('ban-fa.docx', docx())
  expect(status).toBe(201)
  expect(body.articles).toBe(3)
  const document = await lawyer.get('/policies/gd-2025')
  expect(document.body.list[0]).toMatchObject({ at: 'a1', fingerprint: 'differs' })
  const { text } = (await lawyer.get('/policies/gd-2025/doubts')).body
  expect(text).toMatchObject({ format: 'docx', fileName: 'ban-fa.docx', articles: 3 })
  expect((await lawyer.get(`/files/${text.fileSha256}`)).status).toBe(200)
})

test('a doubt is answered by a person, kept with who and when, and the text follows', async () => {
  const text = ['示例', '第一条 写下办法。', '第三条 应当登记。'].join('\n')
  await hand('a.txt', Buffer.from(text))
  const before = (await lawyer.get('/policies/gd-2025/doubts')).body
  expect(before).toMatchObject({ open: 1, doubts: [{ line: 2, kind: 'numbering', answer: null }] })
  const reader = await house.person(['finance'])
  const given = { line: 2, kind: 'numbering', answer: 'corrected', correction: '第二条 应当登记。' }
  expect((await reader.send('POST', '/policies/gd-2025/doubts', given)).status).toBe(403)
  const answered = await lawyer.send('POST', '/policies/gd-2025/doubts', given)
  expect(answered.body).toEqual({ open: 0 })
  const after = (await lawyer.get('/policies/gd-2025/doubts')).body
  expect(after.doubts[0].answer).toMatchObject({ answer: 'corrected', name: lawyer.caller.name })
  const { body } = await lawyer.get('/policies/gd-2025')
  const second = body.list.find((one: { at: string }) => one.at === 'a2')
  expect(second.text).toContain('应当登记')
  await expect(house.database.asOwner('delete from text_answer')).rejects.toThrow(/append-only/)
})

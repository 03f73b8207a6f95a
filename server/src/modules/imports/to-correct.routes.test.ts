import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const head = '成果编号,成果名称,成果类型,第一完成人,全部完成人,所属科室,披露日期,备注'
const good = 'CG2024-0001,示例引流装置,实用新型,示例甲,示例甲,示例外科,2024-03-05,'
const wrong = 'CG2024-0003,示例止血材料,发明专利,示例丁,示例丁,示例外科,2024年2月30日,待补充'

async function upload(by: Person, bytes: Buffer | string, name = '成果台账.csv') {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(by.cookie, name, Buffer.from(bytes)),
  })
  return answer.json()
}

async function take(by: Person, id: string, format: 'csv' | 'xlsx', lang = 'zh') {
  const answer = await app.app.inject({
    method: 'GET',
    url: `/api/v1/imports/${id}/to-correct.${format}?lang=${lang}`,
    headers: { cookie: by.cookie },
  })
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
}

const confirm = (by: Person, { id, version, written }: Record<string, unknown>) =>
  by.send('POST', `/imports/${id}/confirm`, { version, rows: written })

test('what stays out goes back, is corrected, and comes in without doubling the rest', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const draft = await upload(officer, `\uFEFF${[head, good, wrong].join('\r\n')}\r\n`)
  expect(draft.toCorrect).toBe(1)
  expect((await confirm(officer, draft)).body).toMatchObject({ leftOut: 1 })
  expect((await officer.get(`/imports/${draft.id}`)).body.toCorrect).toBe(1)

  const csv = await take(officer, draft.id, 'csv')
  expect(csv.status).toBe(200)
  expect(csv.headers['content-disposition']).toContain(encodeURIComponent('成果台账-待更正.csv'))
  const [heads, line, ...rest] = csv.bytes.toString('utf8').split('\r\n')
  expect(heads).toBe(`\uFEFF${head},待更正的问题（更正后原样上传即可）`)
  expect(line).toMatch(/^CG2024-0003,.*,2024年2月30日,待补充,"?披露日期：/)
  expect(rest).toEqual([''])

  const corrected = csv.bytes.toString('utf8').replace(',2024年2月30日,', ',2024-02-29,')
  const again = await upload(officer, corrected, '成果台账-待更正.csv')
  expect(again).toMatchObject({ written: 1, toCorrect: 0 })
  expect((await confirm(officer, again)).body.entered).toMatchObject({ achievement: 1 })
  const { items } = (await officer.get('/achievements')).body
  const numbers = items.map(({ number }: { number: string }) => number).toSorted()
  expect(numbers).toEqual(['CG2024-0001', 'CG2024-0003'])

  const [note] = await app.database.asOwner(
    `select entry #>> '{data,list,en}' as list, entry #>> '{data,rows}' as rows from audit_entry
     where institution_id = $1 and chain = 'exports'`,
    [institution],
  )
  expect(note).toMatchObject({ list: 'ledger rows to correct', rows: '1' })
})

test('as a workbook, in English, and nothing once the import was taken back', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const draft = await upload(officer, `\uFEFF${[head, good, wrong].join('\r\n')}\r\n`)
  await confirm(officer, draft)
  const book = await take(officer, draft.id, 'xlsx', 'en')
  const back = await upload(officer, book.bytes, 'back.xlsx')
  const columns = back.tables[0].columns.map(({ header }: { header: string }) => header)
  expect(columns.at(-1)).toMatch(/^Tobecorrected/)
  expect(back.counts[0].states).toEqual({ refused: 1 })
  expect(await take(officer, back.id, 'csv')).toMatchObject({ status: 409 })
  await officer.send('POST', `/imports/${draft.id}/undo`, { records: 1, reason: '演示' })
  expect(await take(officer, draft.id, 'xlsx')).toMatchObject({ status: 409 })
  expect((await officer.get(`/imports/${draft.id}`)).body).toMatchObject({
    state: 'undone',
    toCorrect: 0,
  })
})

test('an import that leaves nothing out keeps no file, and a colleague who only reads gets none', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const whole = await upload(officer, `\uFEFF${[head, good].join('\r\n')}\r\n`)
  await confirm(officer, whole)
  expect(await take(officer, whole.id, 'csv')).toMatchObject({ status: 409 })
  const auditor = await app.person(['auditor'], institution)
  expect(await take(auditor, whole.id, 'csv')).toMatchObject({ status: 403 })
})

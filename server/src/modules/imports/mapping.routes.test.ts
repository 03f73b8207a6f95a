import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const head = '成果编号,成果名称,成果类型,第一完成人,全部完成人,牵头处室,披露日期,备注'
const line = 'CG2024-0001,示例引流装置,示例新类,示例甲,示例甲,示例外科,2024-03-05,'

async function office() {
  const institution = await app.institution()
  return app.person(['tto_negotiator'], institution)
}

async function upload(by: Person, ...lines: readonly string[]) {
  const bytes = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(by.cookie, '成果台账.csv', bytes),
  })
  return answer.json()
}

const columnIn = (draft: { tables: { columns: { header: string }[] }[] }, header: string) =>
  draft.tables[0]?.columns.find((column) => column.header === header)

test('a heading nobody knows is mapped by hand, at once and in every ledger after', async () => {
  const officer = await office()
  const draft = await upload(officer, head, line)
  expect(columnIn(draft, '牵头处室')).toMatchObject({ field: null })
  const heading = { how: 'read', table: 'achievements', header: '牵头处室', field: 'fundingSource' }
  const mapped = await officer.send('POST', `/imports/${draft.id}/mapping`, {
    version: draft.version,
    headings: [heading],
  })
  expect(mapped.status).toBe(200)
  const said = { by: officer.caller.name }
  expect(columnIn(mapped.body, '牵头处室')).toMatchObject({ field: 'fundingSource', said })
  const rows = (await officer.get(`/imports/${draft.id}/rows`)).body.items
  expect(rows[0].record.fundingSource).toBe('示例外科')

  const later = await upload(officer, head, line.replace('0001', '0002'))
  expect(columnIn(later, '牵头处室')).toMatchObject({ field: 'fundingSource', said })
  const stranger = await office()
  expect(columnIn(await upload(stranger, head, line), '牵头处室')).toMatchObject({ field: null })

  const forgotten = await officer.send('POST', `/imports/${later.id}/mapping`, {
    version: later.version,
    headings: [{ how: 'automatic', table: 'achievements', header: '牵头处室' }],
  })
  expect(columnIn(forgotten.body, '牵头处室')).toMatchObject({ field: null })
})

test('a column is left out by hand', async () => {
  const officer = await office()
  const draft = await upload(officer, head, line)
  expect(columnIn(draft, '备注')).toMatchObject({ field: 'remark' })
  const mapped = await officer.send('POST', `/imports/${draft.id}/mapping`, {
    version: draft.version,
    headings: [{ how: 'ignored', table: 'achievements', header: '备注' }],
  })
  expect(columnIn(mapped.body, '备注')).toMatchObject({ field: null, said: {} })
})

test('a word nobody knows is given its code once', async () => {
  const officer = await office()
  const draft = await upload(officer, head, line)
  expect(draft.problems).toContainEqual(expect.objectContaining({ code: 'kind_unknown' }))
  const word = { table: 'achievements', field: 'kind', word: '示例新类', code: 'product' }
  const mapped = await officer.send('POST', `/imports/${draft.id}/mapping`, {
    version: draft.version,
    words: [word],
  })
  const codes = mapped.body.problems.map(({ code }: { code: string }) => code)
  expect(codes).not.toContain('kind_unknown')
  const rows = (await officer.get(`/imports/${draft.id}/rows`)).body.items
  expect(rows[0].record.kind).toBe('product')
  const later = await upload(officer, head, line.replace('0001', '0003'))
  expect(later.words).toEqual([expect.objectContaining(word)])
  expect(later.problems.map(({ code }: { code: string }) => code)).not.toContain('kind_unknown')
})

test('what is no field, no code or twice the same is refused, and nothing is remembered', async () => {
  const officer = await office()
  const draft = await upload(officer, head, line)
  const map = (more: object) =>
    officer.send('POST', `/imports/${draft.id}/mapping`, { version: draft.version, ...more })
  const read = { how: 'read', table: 'achievements', header: '牵头处室' }
  const wrong = await map({ headings: [{ ...read, field: 'filedOn' }] })
  expect(wrong.status).toBe(400)
  expect(wrong.body.errors[0]).toMatchObject({ pointer: '#/headings/0/field' })
  const twice = [
    { ...read, field: 'fundingSource' },
    { ...read, header: '备注', field: 'fundingSource' },
  ]
  expect((await map({ headings: twice })).body.errors[0].pointer).toBe('#/headings/1/field')
  const word = { table: 'achievements', field: 'kind', word: '示例新类' }
  const noCode = await map({ words: [{ ...word, code: 'unheard_of' }] })
  expect(noCode.body.errors[0]).toMatchObject({ pointer: '#/words/0/code' })
  const shown = (await officer.get(`/imports/${draft.id}`)).body
  expect(shown).toMatchObject({ version: 1, words: [] })
  const stale = await map({ version: 9, headings: [{ ...read, field: 'fundingSource' }] })
  expect(stale).toMatchObject({ status: 409, body: { code: 'import-changed' } })
})

import { createHash } from 'node:crypto'
import { composeExample, paperOf } from '@yizhuan/procedures'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { unzip, zip } from '../../platform/zip.ts'
import { modules } from '../index.ts'
import { docxOf } from './rendering/docx.ts'

let house: TestApp
let officer: Person
let reviewer: Person
let id: string

beforeAll(async () => {
  house = await openTestApp(modules)
  await house.institution('示例医院（虚构）')
  officer = await house.person(['tto_negotiator'])
  reviewer = await house.person(['tto_reviewer'])
  const team = [{ name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const data = { title: '止血材料许可', achievement: '可吸收止血材料', team }
  id = (await officer.send('POST', '/cases', { data })).body.id
})

afterAll(() => house?.close())

const paperNow = async (paper: string) =>
  (await officer.get(`/cases/${id}/papers`)).body.now.find(
    (one: { id: string }) => one.id === paper,
  )

const make = (paper: string, format: string, by = officer) =>
  by.send('POST', `/cases/${id}/papers/${paper}`, { format })

const count = async (table: string) => {
  const [row] = await house.database.asOwner(`select count(*)::int as n from ${table}`)
  return row?.['n']
}

async function bytesOf(sha256: string): Promise<Buffer> {
  const answer = await house.app.inject({
    url: `/api/v1/files/${sha256}`,
    headers: { cookie: officer.cookie },
  })
  return answer.rawPayload
}

test('what a paper still lacks is told before it is made, and stays a blank', async () => {
  const form = await paperNow('disclosure-form')
  expect(form).toMatchObject({ act: 'disclosed', isNext: true })
  const missing = form.missing.map(({ field }: { field: string }) => field)
  expect(missing).toContain('成果成熟度')
  expect(missing).not.toContain('科技成果')
  const { body } = await officer.get(`/cases/${id}/papers/disclosure-form`)
  const runs = body.blocks.flatMap((block: { rows?: { runs: object[] }[] }) =>
    (block.rows ?? []).flatMap(({ runs }) => runs),
  )
  expect(runs).toContainEqual({ text: '________', blank: '成果成熟度' })
  expect(await paperNow('contract')).toBeUndefined()
  expect((await make('contract', 'pdf')).status).toBe(404)
})

test('a paper is made once, kept under its hash, and goes with the next act', async () => {
  const made = await make('disclosure-form', 'pdf')
  expect(made.status).toBe(201)
  const { file, seq, entryHash } = made.body
  expect(made.body).toMatchObject({ paper: 'disclosure-form', act: 'disclosed', seq: 1 })
  expect((await make('disclosure-form', 'pdf')).body.id).toBe(made.body.id)
  expect(await count('paper_made')).toBe(1)

  const bytes = await bytesOf(file.sha256)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
    mergePages: true,
  })
  const bare = text.replace(/\s/g, '')
  expect(bare).toContain('可吸收止血材料')
  expect(bare).toContain(`办理记录第${seq}条·记录哈希${entryHash}`)

  const groups = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']
  const told = Object.fromEntries(groups.map((group) => [group, `示例 ${group}`]))
  const data = { ...told, onTask: true }
  const act = { type: 'disclosed', data, files: [file], expectedSeq: 1 }
  expect((await officer.send('POST', `/cases/${id}/acts`, act)).status).toBe(201)
  const { timeline } = (await officer.get(`/cases/${id}`)).body
  expect(timeline[1].files).toEqual([file])

  // The record has moved on: the same paper now says more, and both are kept.
  expect((await make('disclosure-form', 'docx')).body).toMatchObject({ seq: 2, format: 'docx' })
  expect((await make('disclosure-form', 'pdf')).body.id).not.toBe(made.body.id)
  const { body } = await officer.get(`/cases/${id}/papers`)
  expect(body.made).toHaveLength(3)
})

test('with the form of its act filled in, a paper says what the act will say, and only for its own', async () => {
  const holders = [{ name: '示例医院（虚构）', share: '100%' }]
  const draft = { type: 'titleRegistered', data: { holders, disputed: false } }
  const make = (by: Person, paper: string, given: object) =>
    by.send('POST', `/cases/${id}/papers/${paper}`, { format: 'docx', draft: given })
  const made = await make(officer, 'title-record', draft)
  expect(made.status, made.text).toBe(201)
  expect(made.body).toMatchObject({ seq: 2, missing: 0 })
  const parts = await unzip(await bytesOf(made.body.file.sha256), 10_000_000)
  expect(String(parts.get('word/document.xml'))).toContain('无争议')
  const proof = String(parts.get('word/footer1.xml'))
  expect(proof).toContain('另含拟登记的第 3 条')
  expect(proof).toContain(made.body.entryHash)

  const wrong = await make(officer, 'title-record', { ...draft, data: { holders: [] } })
  expect(wrong.body.errors).toMatchObject([{ pointer: '#/draft/data/holders' }])
  expect((await make(officer, 'disclosure-form', draft)).status).toBe(400)
  const finance = await house.person(['finance'])
  expect((await make(finance, 'title-record', draft)).status).toBe(403)
})

test('another institution sees neither the papers of a case nor what was made', async () => {
  const there = await house.person(['tto_reviewer'], await house.institution('另一家医院（虚构）'))
  expect((await there.get(`/cases/${id}/papers`)).status).toBe(404)
  expect((await there.get(`/cases/${id}/papers/disclosure-form`)).status).toBe(404)
  expect((await make('disclosure-form', 'pdf', there)).status).toBe(404)
  expect((await house.nobody.get(`/cases/${id}/papers`)).status).toBe(401)
})

async function upload(bytes: Uint8Array, name = '模板.docx', by = reviewer) {
  const edge = 'edge'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      cookie: by.cookie,
      'x-yizhuan-csrf': '1',
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
  const { sha256, size } = answer.json()
  return { status: answer.statusCode, file: { name, sha256, size } }
}

async function replace(bytes: Uint8Array, expectedVersion: number, by = reviewer) {
  const { file } = await upload(bytes, '模板.docx', by)
  return by.send('POST', '/papers/disclosure-form/template', { file, expectedVersion })
}

const paper = paperOf('disclosure-form')
if (!paper) throw new TypeError('There is such a paper.')
const example = docxOf(composeExample(paper, '示例医院（虚构）'))

async function ownTemplate(change: (xml: string) => string): Promise<Buffer> {
  const parts = new Map<string, string | Uint8Array>(await unzip(example, 10_000_000))
  parts.set('word/document.xml', change(String(parts.get('word/document.xml'))))
  return zip(parts)
}

test('a template is refused with the names it got wrong, and nothing is written', async () => {
  const wrong = await ownTemplate((xml) => xml.replace('{成果类型}', '{成果种类}'))
  const answer = await replace(wrong, 0)
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({
    code: 'template-refused',
    errors: [{ pointer: '#/file', rule: 'unknown-placeholder' }],
  })
  expect(answer.body.detail).toContain('成果种类')
  expect(answer.body.detail).toContain('成果类型')
  expect((await replace(Buffer.from('不是文档'), 0)).body.errors[0].rule).toBe('not-docx')
  expect((await upload(Buffer.alloc(40 * 1024 * 1024))).status).toBe(413)
  const absent = { name: 'x.docx', sha256: '0'.repeat(64), size: 1 }
  const order = { file: absent, expectedVersion: 0 }
  expect((await reviewer.send('POST', '/papers/disclosure-form/template', order)).status).toBe(400)
  expect((await replace(example, 0, officer)).status).toBe(403)
  expect(await count('paper_template')).toBe(0)
})

test('an own template makes DOCX, keeps its versions, and gives way to the standard again', async () => {
  const own = await ownTemplate((xml) => xml.replace('二、成果情况', '二、本院自定栏目'))
  expect((await replace(own, 0)).status).toBe(204)
  expect((await replace(example, 0)).body).toMatchObject({
    code: 'template-changed',
    facts: { version: 1 },
  })
  expect(await paperNow('disclosure-form')).toMatchObject({ ownTemplate: 1 })

  const made = await make('disclosure-form', 'docx')
  expect(made.body).toMatchObject({ templateVersion: 1 })
  const parts = await unzip(await bytesOf(made.body.file.sha256), 10_000_000)
  const text = String(parts.get('word/document.xml'))
  expect(text).toContain('本院自定栏目')
  expect(text).toContain('可吸收止血材料')
  expect(text).not.toContain('{')
  expect(String(parts.get('word/footer1.xml'))).toContain(made.body.entryHash)
  expect((await make('disclosure-form', 'pdf')).body).toMatchObject({ code: 'paper-only-docx' })

  const back = (version: number, expectedVersion: number) =>
    reviewer.send('POST', '/papers/disclosure-form/template/back', { version, expectedVersion })
  expect((await back(0, 1)).status).toBe(204)
  expect((await make('disclosure-form', 'pdf')).status).toBe(201)
  expect((await back(7, 2)).status).toBe(404)
  expect((await back(1, 2)).status).toBe(204)
  const kinds = (await officer.get('/papers')).body
  const { templates } = kinds.find((one: { id: string }) => one.id === 'disclosure-form')
  expect(templates.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1])
  expect(templates[1]).not.toHaveProperty('file')
  expect(templates[0].file).toEqual(templates[2].file)
})

test('the example of a paper can be downloaded by whoever may read', async () => {
  const answer = await house.app.inject({
    url: '/api/v1/papers/notice/example.docx',
    headers: { cookie: officer.cookie },
  })
  expect(answer.statusCode).toBe(200)
  const parts = await unzip(answer.rawPayload, 10_000_000)
  expect(String(parts.get('word/document.xml'))).toContain('{拟交易价格}')
  expect((await officer.get('/papers/nothing/example.docx')).status).toBe(404)
})

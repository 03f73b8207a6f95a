import { patentCheckCharacter } from '@yizhuan/kit'
import ExcelJS from 'exceljs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

async function office() {
  const institution = await app.institution()
  return { institution, officer: await app.person(['tto_negotiator'], institution) }
}

/** A small ledger as text with commas; a spreadsheet program reads it the same way. */
const head =
  '成果编号,成果名称,成果类型,第一完成人,工号,全部完成人,所属科室,披露日期,预估价值（元）,备注'
const good =
  'CG2024-0001,示例引流装置,实用新型,示例甲,000123,示例甲、示例乙,示例外科,2024-03-05,120000,'
const other = 'CG2024-0002,示例评估软件,软件著作权,示例丙,000124,示例丙,示例内科,2024-04-01,,'
const wrong = 'CG2024-0003,示例止血材料,发明专利,示例丁,000125,示例丁,示例外科,2024年2月30日,90000,'

const ledger = (...lines: string[]) => Buffer.from(`\uFEFF${[head, ...lines].join('\r\n')}\r\n`)

async function upload(by: Person, bytes: Buffer, name = '成果台账.csv'): Promise<Answer> {
  const boundary = 'example-boundary'
  const headers = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`
  const payload = Buffer.concat([
    Buffer.from(`${headers}content-type: application/octet-stream\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: {
      cookie: by.cookie,
      'x-yizhuan-csrf': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  })
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: answer.json(),
    text: answer.body,
  }
}

/** How many rows the tables of an institution hold that an import may write. */
async function written(institution: string) {
  const counts: Record<string, number> = {}
  for (const table of ['achievement', 'ip_right', 'contract', 'receipt', 'import_origin']) {
    const [row] = await app.database.asOwner(
      `select count(*)::int as n from ${table} where institution_id = $1`,
      [institution],
    )
    counts[table] = Number(row?.['n'])
  }
  return counts
}

const nothing = { achievement: 0, ip_right: 0, contract: 0, receipt: 0, import_origin: 0 }

/** The connection that waits for the table of origins. */
async function waitingBackend(): Promise<unknown> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await app.database.asOwner(
      `select pid from pg_locks where relation = 'import_origin'::regclass and not granted`,
    )
    if (row) return row['pid']
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Nobody waits for the table of origins.')
}

const confirm = (by: Person, draft: { id: string; version: number; written: number }) =>
  by.send('POST', `/imports/${draft.id}/confirm`, { version: draft.version, rows: draft.written })

test('an upload is a draft: it shows what was understood and writes nothing', async () => {
  const { officer, institution } = await office()
  const draft = await upload(officer, ledger(good, other, wrong))
  expect(draft.status).toBe(201)
  expect(draft.body).toMatchObject({ state: 'draft', version: 1, written: 2, sameFile: null })
  expect(draft.body.counts).toEqual([
    { table: 'achievements', states: { new: 2, refused: 1 }, written: 2 },
  ])
  const columns = draft.body.tables[0].columns
  expect(columns).toContainEqual({ column: 'B', header: '成果名称', field: 'title' })
  expect(await written(institution)).toEqual(nothing)
  const rows = (await officer.get(`/imports/${draft.body.id}/rows?state=refused`)).body.items
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ row: 4, title: '示例止血材料', errors: 1 })
  const problems = (await officer.get(`/imports/${draft.body.id}/problems`)).body.items
  expect(problems[0]).toMatchObject({ code: 'date_impossible', row: 4, column: 'H' })
})

test('confirmed, every row is in its register with a history that names its source', async () => {
  const { officer, institution } = await office()
  const { body: draft } = await upload(officer, ledger(good, other, wrong))
  const answer = await confirm(officer, draft)
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ entered: { achievement: 2 }, leftOut: 1 })
  expect(await written(institution)).toMatchObject({ achievement: 2, import_origin: 2 })
  const found = await officer.get('/achievements')
  const line = found.body.items.find(({ number }: { number: string }) => number === 'CG2024-0001')
  const read = (await officer.get(`/achievements/${line.id}`)).body
  expect(read).toMatchObject({
    title: '示例引流装置',
    kind: 'patent_utility_model',
    department: '示例外科',
    disclosedOn: '2024-03-05',
    estimatedValueFen: '12000000',
  })
  expect(read.inventors.map(({ name }: { name: string }) => name)).toEqual(['示例甲', '示例乙'])
  expect(read.inventors[0].staffNo).toBe('000123')
  const history = (await officer.get(`/achievements/${line.id}/history`)).body
  expect(history.chain).toEqual({ ok: true, length: 1 })
  const source = history.items[0].changes.find(({ field }: { field: string }) => field === 'source')
  expect(source.to).toBe('成果台账.csv · 成果台账 · 2')
  const after = (await officer.get(`/imports/${draft.id}`)).body
  expect(after).toMatchObject({ state: 'confirmed', settledByName: officer.caller.name })
})

test('the same file again adds nothing, and says that it was imported', async () => {
  const { officer, institution } = await office()
  const first = await upload(officer, ledger(good, other))
  await confirm(officer, first.body)
  const before = await written(institution)
  const again = await upload(officer, ledger(good, other))
  expect(again.body.sameFile).toMatchObject({ id: first.body.id })
  expect(again.body).toMatchObject({ written: 0 })
  expect(again.body.counts[0].states).toEqual({ present: 2 })
  const nothingToDo = await confirm(officer, again.body)
  expect(nothingToDo.status).toBe(400)
  expect(await written(institution)).toEqual(before)
})

test('a corrected cell settles its problem, is kept with who and when, and is known again', async () => {
  const { officer, institution } = await office()
  const { body: draft } = await upload(officer, ledger(good, wrong))
  const decided = await officer.send('POST', `/imports/${draft.id}/decisions`, {
    version: 1,
    decisions: [{ kind: 'cell', sheet: '成果台账', row: 3, column: 'H', value: '2024-02-29' }],
  })
  expect(decided.body).toMatchObject({ version: 2, written: 2, problems: [] })
  const kept = (await officer.get(`/imports/${draft.id}/decisions`)).body.items
  expect(kept[0]).toMatchObject({ value: '2024-02-29', by: officer.caller.name })
  await confirm(officer, decided.body)
  const list = (await officer.get('/achievements')).body.items
  expect(list.map(({ disclosedOn }: { disclosedOn: string }) => disclosedOn)).toContain(
    '2024-02-29',
  )
  // The uncorrected file once more: its row is known by what it said, error and all.
  const again = await upload(officer, ledger(good, wrong))
  expect(again.body.counts[0].states).toEqual({ present: 2 })
  expect((await written(institution))['achievement']).toBe(2)
})

test('a row with an error goes in as read once a person accepts it, and stays out when excluded', async () => {
  const { officer } = await office()
  const { body: draft } = await upload(officer, ledger(good, wrong))
  const path = `/imports/${draft.id}/decisions`
  const row = { kind: 'row', sheet: '成果台账', row: 3 }
  const accepted = await officer.send('POST', path, {
    version: 1,
    decisions: [{ ...row, choice: 'accept' }],
  })
  expect(accepted.body).toMatchObject({ written: 2, problems: [{ count: 1, open: 0 }] })
  const excluded = await officer.send('POST', path, {
    version: 2,
    decisions: [
      { ...row, choice: 'exclude' },
      { ...row, row: 2, choice: 'exclude' },
    ],
  })
  expect(excluded.body.counts[0].states).toEqual({ excluded: 2 })
  const undone = await officer.send('POST', path, {
    version: 3,
    decisions: [{ ...row, choice: 'undo' }],
  })
  expect(undone.body.counts[0].states).toEqual({ excluded: 1, refused: 1 })
})

test('a changed row amends its record only when a person accepts it; a blank empties nothing', async () => {
  const { officer } = await office()
  const first = await upload(officer, ledger(good, other))
  await confirm(officer, first.body)
  const changed = good.replace('120000', '350000').replace('示例外科', '')
  const { body: draft } = await upload(officer, ledger(changed, other), '成果台账2025.csv')
  expect(draft).toMatchObject({ written: 0 })
  expect(draft.counts[0].states).toEqual({ changed: 1, present: 1 })
  const [row] = (await officer.get(`/imports/${draft.id}/rows?state=changed`)).body.items
  expect(row.changes).toEqual([{ field: 'estimatedValueFen', from: '12000000', to: '35000000' }])
  const accepted = await officer.send('POST', `/imports/${draft.id}/decisions`, {
    version: 1,
    decisions: [{ kind: 'row', sheet: '成果台账2025', row: 2, choice: 'accept' }],
  })
  const answer = await confirm(officer, accepted.body)
  expect(answer.body).toMatchObject({ entered: { achievement: 0 }, amended: { achievement: 1 } })
  const read = (await officer.get(`/achievements/${row.recordId}`)).body
  expect(read).toMatchObject({ estimatedValueFen: '35000000', department: '示例外科', seq: 2 })
})

test('what was amended in the register is not undone by importing the old ledger again', async () => {
  const { officer } = await office()
  const first = await upload(officer, ledger(good))
  await confirm(officer, first.body)
  const [line] = (await officer.get('/achievements')).body.items
  await officer.send('PATCH', `/achievements/${line.id}`, {
    expectedSeq: 1,
    reason: '重新评估',
    estimatedValueFen: '99900',
  })
  const again = await upload(officer, ledger(good))
  expect(again.body.counts[0].states).toEqual({ present: 1 })
})

test('of two confirmations at once one wins and the other is told so', async () => {
  const { officer, institution } = await office()
  const { body: draft } = await upload(officer, ledger(good, other))
  const reviewer = await app.person(['tto_reviewer'], institution)
  const answers = await Promise.all([confirm(officer, draft), confirm(reviewer, draft)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const lost = answers.find(({ status }) => status === 409)
  expect(lost?.body.code).toBe('import-confirmed')
  expect(await written(institution)).toMatchObject({ achievement: 2 })
})

test('two drafts with the same rows: the second writes nothing it did not show', async () => {
  const { officer, institution } = await office()
  const one = await upload(officer, ledger(good, other))
  const two = await upload(officer, ledger(good, other, wrong), '另一份.csv')
  await confirm(officer, one.body)
  const late = await confirm(officer, two.body)
  expect(late).toMatchObject({ status: 409, body: { code: 'rows-changed' } })
  expect(late.body.facts).toEqual({ rows: 0, expected: 2 })
  expect(await written(institution)).toMatchObject({ achievement: 2 })
})

test('a version that is no longer the newest is refused, deciding and confirming', async () => {
  const { officer, institution } = await office()
  const { body: draft } = await upload(officer, ledger(good, wrong))
  const decisions = [{ kind: 'row', sheet: '成果台账', row: 3, choice: 'exclude' }]
  await officer.send('POST', `/imports/${draft.id}/decisions`, { version: 1, decisions })
  const late = await officer.send('POST', `/imports/${draft.id}/decisions`, {
    version: 1,
    decisions,
  })
  expect(late).toMatchObject({ status: 409, body: { code: 'import-changed' } })
  expect(await confirm(officer, draft)).toMatchObject({ status: 409 })
  expect(await written(institution)).toEqual(nothing)
})

test('a confirmation whose connection is killed half way leaves nothing and can be repeated', async () => {
  const { officer, institution } = await office()
  const { body: draft } = await upload(officer, ledger(good, other))
  const holder = new pg.Client({ connectionString: app.database.ownerUrl })
  await holder.connect()
  // Holding the table of origins stops the confirmation after it wrote its achievements.
  await holder.query('begin; lock table import_origin in exclusive mode')
  const asked = confirm(officer, draft)
  await app.database.asOwner('select pg_terminate_backend($1)', [await waitingBackend()])
  const answer = await asked
  await holder.end()
  expect(answer.status).toBe(503)
  expect(await written(institution)).toEqual(nothing)
  const after = (await officer.get(`/imports/${draft.id}`)).body
  expect(after).toMatchObject({ state: 'draft', version: 1 })
  expect((await officer.get(`/imports/${draft.id}/progress`)).body.phase).toBeNull()
  expect((await confirm(officer, after)).status).toBe(200)
  expect(await written(institution)).toMatchObject({ achievement: 2 })
})

test('a discarded draft is gone with its content', async () => {
  const { officer, institution } = await office()
  const { body: draft } = await upload(officer, ledger(good))
  expect((await officer.send('DELETE', `/imports/${draft.id}`)).status).toBe(204)
  expect((await officer.get(`/imports/${draft.id}`)).body.state).toBe('discarded')
  expect((await officer.get(`/imports/${draft.id}/rows`)).body.items).toEqual([])
  expect(await confirm(officer, draft)).toMatchObject({
    status: 409,
    body: { code: 'import-discarded' },
  })
  const [row] = await app.database.asOwner(
    'select content_sealed from ledger_import where institution_id = $1',
    [institution],
  )
  expect(row?.['content_sealed']).toBeNull()
})

test.each([
  ['nothing', Buffer.alloc(0), 400],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 400],
  ['a sheet without a ledger', Buffer.from('甲,乙\r\n1,2\r\n'), 400],
])('%s is refused with a reason, and no draft is kept', async (_name, bytes, status) => {
  const { officer } = await office()
  const answer = await upload(officer, bytes)
  expect(answer.status).toBe(status)
  expect(answer.body.detail.length).toBeGreaterThan(4)
  expect((await officer.get('/imports')).body.items).toEqual([])
})

test('another institution sees nothing of it; an inventor may not import; an auditor only looks', async () => {
  const { officer, institution } = await office()
  const { body: draft } = await upload(officer, ledger(good))
  const { officer: stranger } = await office()
  for (const path of ['', '/rows', '/problems', '/problems.csv', '/decisions']) {
    expect((await stranger.get(`/imports/${draft.id}${path}`)).status, path).toBe(404)
  }
  expect((await stranger.get('/imports')).body.items).toEqual([])
  expect((await confirm(stranger, draft)).status).toBe(404)
  const inventor = await app.person(['inventor'], institution)
  expect((await upload(inventor, ledger(good))).status).toBe(403)
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.get(`/imports/${draft.id}`)).body.state).toBe('draft')
  await auditor.get(`/imports/${draft.id}/problems.csv?severity=error`)
  expect((await auditor.get('/exports')).body.items).toMatchObject([
    { list: { en: 'problems of an import' }, filter: { import: draft.id }, isPersonal: true },
  ])
  expect((await confirm(auditor, draft)).status).toBe(403)
})

/** The application number of an invented utility model. */
function numberOf(serial: number): string {
  const digits = `20242700000${serial}`
  return `${digits}.${patentCheckCharacter(digits)}`
}

/** A ledger with one achievement, as a spreadsheet program writes it. */
async function workbook(title: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('成果台账')
  sheet.addRow(head.split(','))
  sheet.addRow(good.split(',').with(1, title))
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('the same file sent twice at once makes one draft', async () => {
  const { officer } = await office()
  const both = await Promise.all([upload(officer, ledger(good)), upload(officer, ledger(good))])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 201])
  expect((await officer.get('/imports')).body.items).toHaveLength(1)
})

test('a record whose number was corrected is known by the number its ledger gave it', async () => {
  const { officer, institution } = await office()
  const patents = (status: string) =>
    Buffer.from(
      `专利名称,专利类型,申请（专利）号,申请日,发明人,法律状态\r\n示例装置,实用新型,${numberOf(1)},2024-03-05,示例甲,${status}\r\n`,
    )
  const first = await upload(officer, patents('受理'), '专利台账.csv')
  expect(first.body.counts[0].states).toEqual({ new: 1 })
  await confirm(officer, first.body)
  const [right] = (await officer.get('/rights')).body.items
  const change = { expectedSeq: 1, reason: '更正申请号', number: numberOf(2) }
  await officer.send('PATCH', `/rights/${right.id}`, change)
  const later = await upload(officer, patents('授权'), '专利台账2.csv')
  expect(later.body.counts[0].states).toEqual({ changed: 1 })
  expect(await written(institution)).toMatchObject({ ip_right: 1 })
})

test.each([
  ['a bell', '\u0007'],
  ['half a character', '_xD800_'],
  ['NUL', '_x0000_'],
])('a cell with %s does no harm', async (_name, character) => {
  const { officer } = await office()
  const title = `示例引${character}流装置`
  const answer = await upload(officer, await workbook(title), 'ledger.xlsx')
  expect(answer.status).toBe(201)
  const confirmed = await confirm(officer, answer.body)
  expect(confirmed.status).toBe(200)
})

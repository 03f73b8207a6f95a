import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { checkRegister } from '../../platform/evidence.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// A house brings its departments, its staff and their posts in one workbook.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const secrets = /11010519491231002|13800000001|622200001111/

const unitRows = [
  ['序号', '科室编码', '科室名称', '性质', '上级科室'],
  ['示例', 'A00', '示例科', '内设科室', ''],
  ['1', 'A02', '示例创伤组', '内设科室', '示例外科'],
  ['2', 'A01', '示例外科', '临床科室', ''],
  ['3', 'B01', '示例研究院', '独立法人单位', ''],
  ['4', 'C01', '示例悬空组', '内设科室', '无此科室'],
  ['5', 'D01', '示例甲组', '', '示例乙组'],
  ['6', 'D02', '示例乙组', '', '示例甲组'],
]

const peopleRows = [
  ['身份证号', '工号', '姓名', '科室', '职称', '手机', '银行卡号', '联系方式二'],
  [
    '110105194912310021',
    '1001',
    '示例甲',
    '示例外科',
    '主任医师',
    '13800000001',
    '622200001111',
    '',
  ],
  ['110105194912310021', '1002', '示例乙', 'A02', '主治医师', '13800000001', '', '13800000001'],
  ['110105194912310021', '1003', '示例甲', '示例研究院', '研究员', '', '', '13800000001'],
  ['110105194912310021', '1004', '示例丁', '没有的科', '', '13800000001', '', '13800000001'],
  ['110105194912310021', '', '示例戊', '示例外科', '', '', '', '13800000001'],
]

const postRows = [
  ['工号', '姓名', '职务', '职务类别', '任职部门', '专职成果转化', '任职日期', '离任日期'],
  ['1001', '示例甲', '院长', '正职领导', '示例研究院', '', '2024-01-01', ''],
  ['1001', '示例甲', '科主任', '中层干部', '示例外科', '', '2023-01-01', ''],
  ['1002', '示例乙', '技术经理人', '其他', '', '是', '2024-05-01', ''],
  ['1002', '示例错', '秘书', '其他', '', '', '2024-05-01', ''],
  ['1001', '示例甲', '主任', '正职领导', '示例外科', '', '2024-01-01', ''],
  ['9999', '示例无', '科员', '其他', '', '', '2024-01-01', ''],
  ['1001', '示例甲', '科主任', '中层干部', '示例外科', '', '2024-01-01', '2025-01-01'],
]

const ledger = { 科室: unitRows, 人员: peopleRows, 任职: postRows }

async function house() {
  const institution = await app.institution()
  return { institution, admin: await app.person(['admin'], institution) }
}

const upload = (by: Person, sheets: Sheets, name = '人员.xlsx') => uploadBook(app, by, name, sheets)

const rowsOf = async (by: Person, id: string, table: string) =>
  (await by.get(`/imports/${id}/rows?table=${table}&limit=200`)).body.items as {
    row: number
    state: string
    reason: { zh: string } | null
    changes: { field: string; from: unknown; to: unknown }[]
  }[]

const statesOf = async (by: Person, id: string, table: string) =>
  (await rowsOf(by, id, table)).map(({ row, state }) => `${row} ${state}`)

async function everything(institution: string) {
  const tables = ['import_row', 'import_problem', 'audit_entry', 'ledger_import', 'person', 'post']
  const texts = await Promise.all(
    tables.map((table) =>
      app.database.asOwner(
        `select string_agg(t::text, ' ') as all from ${table} t where institution_id = $1`,
        [institution],
      ),
    ),
  )
  return JSON.stringify(texts)
}

test('good rows go in, bad ones stay out with a reason, and nothing of an identity card is kept', async () => {
  const { institution, admin } = await house()
  const draft = await upload(admin, ledger)
  expect(draft.status).toBe(201)
  expect(draft.counts).toEqual([
    { table: 'units', states: { new: 3, refused: 3 }, written: 3 },
    { table: 'people', states: { new: 3, refused: 2 }, written: 3 },
    { table: 'posts', states: { new: 3, refused: 4 }, written: 3 },
  ])
  const refused = [
    ...(await rowsOf(admin, draft.id, 'units')),
    ...(await rowsOf(admin, draft.id, 'people')),
    ...(await rowsOf(admin, draft.id, 'posts')),
  ].flatMap(({ state, reason }) => (state === 'refused' ? [reason?.zh ?? ''] : []))
  const told = [
    ...['无此科室', '示例乙组', '示例甲组', '没有的科', '没有工号'],
    ...['示例乙', '内设科室', '9999', '2023-01-01'],
  ]
  expect(refused.map((reason, at) => reason.includes(told[at] ?? '?'))).toEqual(
    told.map(() => true),
  )
  expect((await confirmDraft(admin, draft)).body).toMatchObject({
    entered: { unit: 3, person: 3, post: 3, achievement: 0 },
    leftOut: 9,
  })
  expect(await everything(institution)).not.toMatch(secrets)
  const file = await app.app.inject({
    method: 'GET',
    url: `/api/v1/imports/${draft.id}/to-correct.xlsx`,
    headers: { cookie: admin.cookie },
  })
  expect(file.statusCode).toBe(200)
  const { readWorkbook } = await import('./workbook.ts')
  const again = JSON.stringify(await readWorkbook(file.rawPayload, 'again.xlsx'))
  expect(again).toContain('没有的科')
  expect(again).not.toMatch(secrets)
  const problems = await admin.get(`/imports/${draft.id}/problems.csv`)
  expect(problems.text).not.toMatch(secrets)

  const people = (await admin.get('/people')).body.items
  const [chief] = people.filter((one: { staffNumber: string }) => one.staffNumber === '1001')
  expect(chief).toMatchObject({
    ...{ name: '示例甲', unit: { name: '示例外科' }, isChief: true, holdsLeadingPost: true },
    professionalTitle: '主任医师',
  })
  const units = (await admin.get('/units')).body.items
  const below = units.find(({ code }: { code: string }) => code === 'A02')
  expect(units.find(({ id }: { id: string }) => id === below.parentId).name).toBe('示例外科')
  const chain = { institution, name: `person/${chief.id}` }
  const sight = { institution, person: admin.caller.person, roles: ['admin'] }
  const check = await asCaller(app.context.db, sight, (tx) => checkRegister(tx, chain))
  expect(check).toMatchObject({ ok: true, length: 3 })
})

test('a second time it adds nothing; another house knows none of it', async () => {
  const { admin } = await house()
  const first = await upload(admin, ledger)
  await confirmDraft(admin, first)
  const again = await upload(admin, ledger, '又一次.xlsx')
  expect(again.written).toBe(0)
  expect(again.counts.map(({ states }: { states: object }) => states)).toEqual([
    { present: 3, refused: 3 },
    { present: 3, refused: 2 },
    { present: 3, refused: 4 },
  ])
  const { admin: stranger } = await house()
  expect((await stranger.get(`/imports/${first.id}`)).status).toBe(404)
  expect((await stranger.get('/people?q=1001')).body.items).toEqual([])
  expect((await upload(stranger, ledger)).written).toBe(9)
})

test('a known person is changed only where somebody accepts it, and namesakes stay two', async () => {
  const { admin } = await house()
  const draft = await upload(admin, ledger)
  await confirmDraft(admin, draft)
  const changed = {
    人员: [
      ['工号', '姓名', '科室', '职称'],
      ['1001', '示例甲', 'A02', '教授'],
      ['1003', '示例甲', '', ''],
      ['1009', '示例甲', '示例外科', ''],
    ],
  }
  const next = await upload(admin, changed)
  expect(next).toMatchObject({ written: 1 })
  expect(await statesOf(admin, next.id, 'people')).toEqual(['2 changed', '3 present', '4 new'])
  const [row] = await rowsOf(admin, next.id, 'people')
  expect(row?.changes).toEqual([
    { field: 'unit', from: '示例外科', to: 'A02' },
    { field: 'professionalTitle', from: '主任医师', to: '教授' },
  ])
  const decisions = [{ kind: 'row', sheet: '人员', row: 2, choice: 'accept' }]
  const decided = await admin.send('POST', `/imports/${next.id}/decisions`, {
    version: next.version,
    decisions,
  })
  expect(decided.body.written).toBe(2)
  expect((await confirmDraft(admin, decided.body)).body).toMatchObject({
    entered: { person: 1 },
    amended: { person: 1 },
  })
  const found = (await admin.get('/people?q=1001')).body.items[0]
  expect(found).toMatchObject({ unit: { name: '示例创伤组' }, professionalTitle: '教授' })
  const named = (await admin.get('/people?q=示例甲')).body.items
  expect(named.map((one: { staffNumber: string }) => one.staffNumber).sort()).toEqual([
    ...['1001', '1003', '1009'],
  ])

  const undone = await admin.send('POST', `/imports/${next.id}/undo`, {
    records: 2,
    reason: '误传',
  })
  expect(undone.body).toMatchObject({ withdrawn: { person: 1 }, putBack: { person: 1 } })
  const back = (await admin.get('/people?q=1001')).body.items[0]
  expect(back).toMatchObject({ unit: { name: '示例外科' }, professionalTitle: '主任医师' })
})

test('the line of work comes by the words of staff lists, and staff numbers keep their noughts', async () => {
  const { admin } = await house()
  const rows = (...lines: string[]) => ({
    人员: [
      ['工号', '姓名', '科室', '职业类别', '职务'],
      ...lines.map((line, at) => [`00${at + 1}`, `示例${'甲乙丙'[at]}`, '', line, '科主任']),
    ],
  })
  const draft = await upload(admin, rows('护士', '医师', '驾驶员'))
  expect(draft.counts[0]).toMatchObject({ states: { new: 3 }, written: 3 })
  const { items: problems } = (await admin.get(`/imports/${draft.id}/problems`)).body
  expect(problems).toMatchObject([{ code: 'value_unknown', field: 'occupation', row: 4 }])
  expect((await confirmDraft(admin, draft)).body).toMatchObject({ entered: { person: 3 } })
  const occupations = async () =>
    (await admin.get('/people?q=示例')).body.items
      .filter((one: { staffNumber: string | null }) => /^00\d$/.test(one.staffNumber ?? ''))
      .map((one: { staffNumber: string; occupation: string }) => [one.staffNumber, one.occupation])
      .sort()
  expect(await occupations()).toEqual([
    ['001', 'nursing'],
    ['002', 'treatment'],
    ['003', null],
  ])

  const next = await upload(admin, rows('护士', '管理', ''), '二.xlsx')
  expect(next.counts[0]).toMatchObject({ states: { present: 2, changed: 1 } })
  const decided = await admin.send('POST', `/imports/${next.id}/decisions`, {
    version: next.version,
    decisions: [{ kind: 'row', sheet: '人员', row: 3, choice: 'accept' }],
  })
  expect((await confirmDraft(admin, decided.body)).status).toBe(200)
  expect((await occupations())[1]).toEqual(['002', 'management'])
  const undone = await admin.send('POST', `/imports/${next.id}/undo`, { records: 1, reason: '误' })
  expect(undone.body, undone.text).toMatchObject({ putBack: { person: 1 } })
  expect((await occupations())[1]).toEqual(['002', 'treatment'])
})

test('taken back as one act while nothing depends on it, and named where something does', async () => {
  const { admin, institution } = await house()
  const draft = await upload(admin, ledger)
  await confirmDraft(admin, draft)
  const more = await upload(admin, {
    科室: [unitRows[0] ?? [], ['1', 'E01', '示例新科', '内设科室', '示例外科']],
    任职: [postRows[0] ?? [], ['1002', '示例乙', '组长', '其他', '示例新科', '', '2025-01-01', '']],
  })
  expect((await confirmDraft(admin, more)).body).toMatchObject({ entered: { unit: 1, post: 1 } })

  const plan = (await admin.get(`/imports/${draft.id}/undo`)).body
  const why = plan.hindrances.map(
    ({ register, why }: Record<string, string>) => `${register} ${why}`,
  )
  expect(why.sort()).toEqual(['person changed', 'unit org_unit'])
  const refused = await admin.send('POST', `/imports/${draft.id}/undo`, {
    records: 9,
    reason: '误',
  })
  expect(refused).toMatchObject({ status: 409, body: { code: 'import-in-use' } })

  const first = await admin.send('POST', `/imports/${more.id}/undo`, { records: 3, reason: '误传' })
  expect(first.body).toMatchObject({ withdrawn: { unit: 1, post: 1 }, putBack: { person: 1 } })
  const after = (await admin.get(`/imports/${draft.id}/undo`)).body
  // The chain of the person tells of the post that came and went.
  expect(after.hindrances.map(({ why }: { why: string }) => why)).toEqual(['changed'])
  const person = (await admin.get('/people?q=1002')).body.items[0]
  const history = (await admin.get(`/people/${person.id}/history`)).body.items
  expect(history.map(({ action }: { action: string }) => action)).toEqual([
    ...['person.entered', 'person.appointed', 'person.appointed', 'person.appointmentWithdrawn'],
  ])

  const { admin: other } = await house()
  const whole = await upload(other, ledger)
  await confirmDraft(other, whole)
  const undone = await other.send('POST', `/imports/${whole.id}/undo`, {
    records: 9,
    reason: '误传',
  })
  expect(undone.body).toMatchObject({ withdrawn: { unit: 3, person: 3, post: 3 } })
  expect((await other.get('/units')).body.items).toEqual([])
  expect((await other.get('/people?q=1001')).body.items).toEqual([])
  expect((await upload(other, ledger)).written).toBe(9)
  expect(institution).not.toBe(other.caller.institution)
})

test('who does not keep the register of people imports none, confirms none and takes none back', async () => {
  const { admin, institution } = await house()
  const officer = await app.person(['tto_negotiator'], institution)
  const refused = await upload(officer, ledger)
  expect(refused).toMatchObject({ status: 403, code: 'not-allowed' })
  expect(refused.detail).toContain('人员')
  expect((await officer.get('/imports')).body.items).toEqual([])
  const draft = await upload(admin, ledger)
  expect((await confirmDraft(officer, draft)).status).toBe(403)
  const decisions = [{ kind: 'row', sheet: '人员', row: 2, choice: 'exclude' }]
  const decided = { version: draft.version, decisions }
  expect((await officer.send('POST', `/imports/${draft.id}/decisions`, decided)).status).toBe(403)
  expect((await officer.send('DELETE', `/imports/${draft.id}`)).status).toBe(403)
  await confirmDraft(admin, draft)
  const undo = { records: 9, reason: '误传' }
  expect((await officer.send('POST', `/imports/${draft.id}/undo`, undo)).status).toBe(403)
  const doctor = await app.person(['inventor'], institution)
  expect((await doctor.get('/imports')).status).toBe(403)
})

test('what changed in the register meanwhile is seen when it is confirmed, and nothing is written', async () => {
  const { admin } = await house()
  const draft = await upload(admin, { 人员: [peopleRows[0] ?? [], ['', '1001', '示例甲', '', '']] })
  expect(draft.written).toBe(1)
  const by = { name: '示例甲', staffNumber: '1001' }
  expect((await admin.send('POST', '/people', by)).status).toBe(201)
  expect(await confirmDraft(admin, draft)).toMatchObject({
    status: 409,
    body: { code: 'rows-changed' },
  })
})

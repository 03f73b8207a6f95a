import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// A team in which two bear one name.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2025-06-30' })
})
afterAll(() => app.close())

const people = {
  科室: [
    ['科室编码', '科室名称', '性质', '上级科室'],
    ['A01', '示例外科', '临床科室', ''],
    ['A02', '示例检验科', '临床科室', ''],
  ],
  人员: [
    ['工号', '姓名', '科室'],
    ['0001', '示例伟', '示例外科'],
    ['0002', '示例伟', '示例检验科'],
    ['0003', '示例乙', '示例外科'],
  ],
}

const head = ['成果编号', '成果名称', '成果类型', '第一完成人', '工号', '全部完成人', '贡献比例']
const line = (team: string, staffNo = '0001', shares = '60%、40%') => [
  ...['CG1', '示例支架', '实用新型', '示例伟', staffNo, team, shares],
]

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const admin = await app.person(['admin'], institution)
  const draft = await uploadBook(app, admin, '人员.xlsx', people)
  expect((await confirmDraft(admin, draft)).status).toBe(200)
  return officer
}

const brought = (officer: Person, ...row: Parameters<typeof line>) =>
  uploadBook(app, officer, '成果.xlsx', { 成果台账: [head, line(...row)] })

const teamOf = async (officer: Person) => {
  const { id } = (await officer.get('/achievements')).body.items[0]
  const { inventors } = (await officer.get(`/achievements/${id}`)).body
  return inventors.map(({ name, staffNo, share }: Record<string, string>) => [name, staffNo, share])
}

test.each([
  ['two staff numbers in brackets', '示例伟（0002）、示例伟（0001）', '0001'],
  ['departments in brackets', '示例伟（示例检验科）、示例伟（示例外科）', '0001'],
  ['one in brackets, the other is the lead', '示例伟（0002）、示例伟', '0001'],
  ['two staff numbers in the column', '示例伟、示例伟', '0002、0001'],
])('told apart by %s, both go in', async (_how, team, staffNo) => {
  const officer = await office()
  const draft = await brought(officer, team, staffNo)
  expect(draft.counts[0].states).toEqual({ new: 1 })
  expect((await confirmDraft(officer, draft)).status).toBe(200)
  expect(await teamOf(officer)).toEqual([
    ['示例伟', '0002', '60%'],
    ['示例伟', '0001', '40%'],
  ])
})

test('not told apart they are asked about; whoever accepts the row has two people, one with the number', async () => {
  const officer = await office()
  const draft = await brought(officer, '示例伟、示例伟')
  expect(draft.counts[0].states).toEqual({ refused: 1 })
  const { items } = (await officer.get(`/imports/${draft.id}/problems`)).body
  expect(items).toMatchObject([{ code: 'names_alike', column: 'F' }])
  const decision = { kind: 'row', sheet: '成果台账', row: 2, choice: 'accept' }
  const { id, version } = draft
  const accepted = await officer.send('POST', `/imports/${id}/decisions`, {
    ...{ version, decisions: [decision] },
  })
  expect(accepted.status).toBe(200)
  const after = (await officer.get(`/imports/${id}`)).body
  expect((await confirmDraft(officer, after)).status).toBe(200)
  expect(await teamOf(officer)).toEqual([
    ['示例伟', '0001', '60%'],
    ['示例伟', null, '40%'],
  ])
})

test('a department in which nobody of the name works leaves the row out, somebody of another house does not', async () => {
  const officer = await office()
  const unknown = await brought(officer, '示例伟、示例伟（示例内科）')
  expect(unknown.counts[0].states).toEqual({ refused: 1 })
  const { items } = (await officer.get(`/imports/${unknown.id}/rows`)).body
  expect(items[0].reason.zh).toContain('示例伟（示例内科）')
  const nobodys = await brought(officer, '示例伟（示例外科）、示例伟（示例检验科）', '0009')
  expect(nobodys.counts[0].states).toEqual({ refused: 1 })
  const outside = await brought(officer, '示例伟、示例伟（外单位）')
  expect(outside.counts[0].states).toEqual({ new: 1 })
  expect((await confirmDraft(officer, outside)).status).toBe(200)
  expect(await teamOf(officer)).toEqual([
    ['示例伟', '0001', '60%'],
    ['示例伟', null, '40%'],
  ])
})

const house = {
  ...people,
  人员: [
    ['工号', '姓名', '科室'],
    ['0001', '示例伟', '示例外科'],
    ['0002', '示例伟', 'A02'],
    ['0003', '示例乙', '示例外科'],
  ],
}

async function withBoth() {
  return await app.person(['tto_negotiator', 'admin'], await app.institution())
}

test('a department in brackets is looked up among the people of the same file, by the name of the unit or its code', async () => {
  const officer = await withBoth()
  const draft = await uploadBook(app, officer, '全部.xlsx', {
    // The sheet of the achievements stands before that of the people.
    成果台账: [head, line('示例伟（示例检验科）、示例伟（示例外科）', '0001')],
    ...house,
  })
  const states = Object.assign(
    {},
    ...draft.counts.map(({ table, states: each }: Counted) => ({ [table]: each })),
  )
  expect(states).toMatchObject({ achievements: { new: 1 }, people: { new: 3 } })
  expect((await confirmDraft(officer, draft)).status).toBe(200)
  expect(await teamOf(officer)).toEqual([
    ['示例伟', '0002', '60%'],
    ['示例伟', '0001', '40%'],
  ])
})

interface Counted {
  readonly table: string
  readonly states: object
}

test('two of one name in one department of the file are not told apart by it', async () => {
  const officer = await withBoth()
  const alike = [...house.人员, ['0004', '示例伟', '示例检验科']]
  const draft = await uploadBook(app, officer, '全部.xlsx', {
    成果台账: [head, line('示例伟（示例检验科）、示例伟（示例外科）', '0001')],
    ...{ ...house, 人员: alike },
  })
  const { items } = (await officer.get(`/imports/${draft.id}/rows?table=achievements`)).body
  expect(items[0]).toMatchObject({ state: 'refused' })
  expect(items[0].reason.zh).toContain('示例伟（示例检验科）')
})

test('somebody alone of their name in the team is the one of that department, where two bear the name in the house', async () => {
  const officer = await office()
  const draft = await brought(officer, '示例乙、示例伟（示例检验科）', '')
  expect((await confirmDraft(officer, draft)).status).toBe(200)
  expect(await teamOf(officer)).toEqual([
    ['示例乙', null, '60%'],
    ['示例伟', '0002', '40%'],
  ])
})

test('what else stands in brackets behind a name that is alone in its team leaves the row as it was', async () => {
  const officer = await office()
  const draft = await brought(officer, '示例伟（博士）、示例乙（示例内科）', '0001')
  expect(draft.counts[0].states).toEqual({ new: 1 })
  expect((await confirmDraft(officer, draft)).status).toBe(200)
  expect(await teamOf(officer)).toEqual([
    ['示例伟', '0001', '60%'],
    ['示例乙', null, '40%'],
  ])
})

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

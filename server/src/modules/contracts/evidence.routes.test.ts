import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { modules } from '../index.ts'
import { blankContract, enterContracts } from './index.ts'

let app: TestApp
let officer: Person
let auditor: Person
let path: string

beforeAll(async () => {
  app = await openTestApp(modules)
  officer = await app.person(['tto_negotiator'])
  auditor = await app.person(['auditor'])
  const fields = { ...blankContract, kind: 'transfer' as const, title: '甲合同', amountFen: '100' }
  const [id] = await asSystem(app.context.db, officer.caller.institution, (tx) =>
    enterContracts(tx, app.clock, officer.caller, [{ fields, achievements: [], source: '台账' }]),
  )
  path = `/contracts/${id}`
})
afterAll(() => app.close())

test('evidence is filed with a contract, read by its readers, taken off with a reason', async () => {
  const file = await storedFile(app, officer, '合同.pdf', '签字文本')
  const lost = { ...file, sha256: 'b'.repeat(64) }
  const refused = await officer.send('POST', `${path}/files`, { files: [lost], note: null })
  expect(refused.body.errors).toMatchObject([{ rule: 'file-not-stored' }])
  const body = { files: [{ ...file, size: 3_000_000_000 }], note: '签字盖章文本' }
  expect((await auditor.send('POST', `${path}/files`, body)).status).toBe(403)
  const made = await officer.send('POST', `${path}/files`, body)
  expect(made.status, made.text).toBe(201)
  const read = (await auditor.get(`${path}/files`)).body
  expect(read).toMatchObject({ mayFile: false, items: [{ ...file, note: '签字盖章文本' }] })

  const twice = await officer.send('POST', `${path}/files`, body)
  expect(twice.body.errors).toMatchObject([{ pointer: '#/files', rule: 'filed-already' }])

  const takeOff = `${path}/files/${made.body.ids[0]}/take-off`
  expect((await officer.send('POST', takeOff, { reason: '传错' })).status).toBe(204)
  const again = await officer.send('POST', takeOff, { reason: '传错' })
  expect(again.body.code).toBe('taken-off-already')
  const { items } = (await officer.get(`${path}/files`)).body
  expect(items[0].takenOff).toMatchObject({ by: officer.caller.name, reason: '传错' })
  const history = (await officer.get(`${path}/history`)).body
  expect(history.chain.ok).toBe(true)
  expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
    ...['contract.entered', 'contract.fileAdded', 'contract.fileTakenOff'],
  ])
  const inventor = await app.person(['inventor'])
  expect((await inventor.get(`${path}/files`)).status).toBe(403)
})

test('a history leaves in the words of its page, under the rights of its page, and in the log', async () => {
  const words = {
    actions: { entered: '登记', fileAdded: '上传凭证' },
    ...{ fields: { title: '合同名称', amountFen: '金额' }, values: { transfer: '成果转化' } },
    ...{ roles: {}, yes: '是' },
  }
  const order = { path: `${path}/history`, format: 'csv', lang: 'zh', title: '甲合同', words }
  const file = await officer.send('POST', '/history-exports', order)
  expect(file.status, file.text).toBe(200)
  expect(file.headers['content-disposition']).toContain(encodeURIComponent('变更记录 甲合同.csv'))
  expect(file.text).toContain('登记,合同名称,,甲合同')
  expect(file.text).toContain('登记,金额,,¥1.00')
  expect(file.text).toContain('成果转化')
  expect(file.text).toContain('上传凭证')
  const sheet = await officer.send('POST', '/history-exports', { ...order, format: 'xlsx' })
  expect(sheet.text.startsWith('PK')).toBe(true)

  const inventor = await app.person(['inventor'])
  expect((await inventor.send('POST', '/history-exports', order)).status).toBe(403)
  const unknown = `/contracts/0f8fad5b-d9cb-469f-a165-70867728950e/history`
  const missing = await officer.send('POST', '/history-exports', { ...order, path: unknown })
  expect(missing.status).toBe(404)
  const elsewhere = { ...order, path: '/session' }
  expect((await officer.send('POST', '/history-exports', elsewhere)).status).toBe(400)

  const log = (await auditor.get('/exports')).body
  expect(JSON.stringify(log)).toContain('变更记录 甲合同')
  expect(log.items[0].filter).toEqual({ of: `${path}/history`, chain: 'whole' })
})

test('a history in CSV says on every line whether its chain holds', async () => {
  const words = { actions: {}, fields: {}, values: {}, roles: {}, yes: '是' }
  const order = { path: `${path}/history`, format: 'csv', lang: 'zh', title: '甲合同', words }
  const lines = async () =>
    (await officer.send('POST', '/history-exports', order)).text.trim().split('\r\n')
  const [head = '', ...whole] = await lines()
  expect(head.endsWith(',哈希链')).toBe(true)
  expect(whole.filter((line) => !line.endsWith(',完整'))).toEqual([])

  const chain = `contract/${path.split('/').at(-1)}`
  await app.database.asOwner(
    `alter table audit_entry disable trigger user; update audit_entry set entry = jsonb_set(entry, '{at}', '"2020-01-01T00:00:00.000Z"') where chain = '${chain}' and seq = 2; alter table audit_entry enable trigger user`,
  )
  const [, ...broken] = await lines()
  expect(broken.length).toBe(whole.length)
  expect(broken.filter((line) => !line.endsWith(',校验不通过（自第 2 条起）'))).toEqual([])
})

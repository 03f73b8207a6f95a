import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { modules } from '../index.ts'

let app: TestApp
let officer: Person
let path: string
let id: string

beforeAll(async () => {
  app = await openTestApp(modules)
  officer = await app.person(['tto_negotiator'])
  const fields = { ...blankAchievement, title: '护理夹具（虚构）' }
  const entry = { number: null, leadIdNumber: null, fields, source: '台账' }
  const entered = await asCaller(app.context.db, officer.caller, (tx) =>
    enterAchievements(tx, app.context, officer.caller, [entry]),
  )
  id = entered[0] ?? ''
  path = `/achievements/${id}/feedback`
})
afterAll(() => app.close())

const said = {
  ...{ heardOn: '2026-03-01', company: '示例器械公司（虚构）', askedBy: '示例甲' },
  ...{ interest: 'conditional', words: '取得注册证后愿意谈许可' },
}

test('what a company said is taken down, read by those who decide, struck with a reason', async () => {
  const file = await storedFile(app, officer, '纪要.txt', '内容')
  const early = await officer.send('POST', path, { ...said, heardOn: '2026-03-09' })
  expect(early.body.errors).toMatchObject([{ pointer: '#/heardOn', rule: 'heard-in-future' }])
  const made = await officer.send('POST', path, { ...said, files: [file] })
  expect(made.status, made.text).toBe(201)
  const leader = await app.person(['leaders'])
  const read = (await leader.get(path)).body
  expect(read).toMatchObject({ mayWrite: false, items: [{ ...said, files: [file], struck: null }] })
  expect((await leader.send('POST', path, said)).status).toBe(403)
  const inventor = await app.person(['inventor'])
  expect((await inventor.get(path)).status).toBe(403)
  const history = await officer.get(`/achievements/${id}/history`)
  expect(history.body.items.at(-1).action).toBe('achievement.heard')
  expect(history.text).not.toContain('注册证')

  const strike = `${path}/${made.body.id}/strike`
  expect((await officer.send('POST', strike, { reason: '记错企业' })).status).toBe(204)
  expect((await officer.send('POST', strike, { reason: '再' })).body.code).toBe('struck-already')
  const [struck] = (await officer.get(path)).body.items
  expect(struck.struck).toMatchObject({ reason: '记错企业' })
  expect((await officer.get('/company-feedback.csv')).text).toContain('示例器械公司（虚构）')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// The field of transfer that a text names, where the kind of an achievement does not decide it.

let app: TestApp
let officer: Person

beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-01' })
  officer = await app.person(['tto_negotiator'])
})
afterAll(() => app.close())

const inField = (code: string) => ({ transferFields: { 'cn-gd-2025': code } })

async function disclosed() {
  const answer = await officer.send('POST', '/achievements', {
    ...{ title: '影像分诊软件（虚构）', kind: 'software', disclosure: {} },
    inventors: [{ name: '示例甲', share: '100%' }],
  })
  const path = `/achievements/${answer.body.id}`
  const choose = (expectedSeq: number, code: string, reason = '核对说明书') =>
    officer.send('PATCH', path, { expectedSeq, reason, ...inField(code) })
  return { path, choose, id: answer.body.id }
}

test('it is chosen with a reason, corrected, stands in the history and is put back', async () => {
  const { path, choose, id } = await disclosed()
  expect((await officer.get(path)).body.transferFields).toEqual({})
  expect((await choose(1, 'ai_medicine')).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject(inField('ai_medicine'))
  expect((await choose(2, 'none', '并无人工智能')).status).toBe(200)
  const { items } = (await officer.get(`${path}/history`)).body
  expect(items.at(-1)).toMatchObject({
    reason: '并无人工智能',
    by: officer.caller.name,
    changes: [{ field: 'transferFields', from: { 'cn-gd-2025': 'ai_medicine' } }],
  })
  const restoration = `/edits/achievement/${id}/restoration`
  const back = { to: 2, field: 'transferFields', reason: '选错', expectedSeq: 3 }
  expect((await officer.send('POST', restoration, back)).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject(inField('ai_medicine'))
  expect((await officer.get('/achievements.csv')).text).toContain('人工智能医疗')
  const first = { ...back, to: 1, expectedSeq: 4 }
  expect((await officer.send('POST', restoration, first)).status).toBe(200)
  expect((await officer.get(path)).body.transferFields).toEqual({})
})

test('it is one its text names, with a reason, and the office chooses it', async () => {
  const { path, choose } = await disclosed()
  for (const code of ['rockets', 'constructor', '']) {
    const { status, body } = await choose(1, code)
    expect([code, status]).toEqual([code, 400])
    if (code !== '') {
      expect(body.errors[0]).toMatchObject({
        ...{ rule: 'unknown-code', pointer: '#/transferFields/cn-gd-2025' },
      })
    }
  }
  const order = { expectedSeq: 1, reason: '核对' }
  const strange = { ...order, transferFields: { 'cn-tax': 'none' } }
  expect((await officer.send('PATCH', path, strange)).body.errors[0].rule).toBe('unknown-code')
  const bare = { expectedSeq: 1, ...inField('ai_medicine') }
  expect((await officer.send('PATCH', path, bare)).status).toBe(400)
  for (const role of ['auditor', 'inventor', 'finance'] as const) {
    const other = await app.person([role])
    const answer = await other.send('PATCH', path, { ...order, ...inField('ai_medicine') })
    expect([role, answer.status]).toEqual([role, 403])
  }
  expect((await officer.get(path)).body).toMatchObject({ seq: 1, transferFields: {} })
})

test('who reads the line of an achievement only is not told its field', async () => {
  const { path, choose } = await disclosed()
  await choose(1, 'ai_medicine')
  const other = await app.person(['inventor'])
  expect((await other.get(path)).body).toMatchObject({ isWhole: false, transferFields: {} })
  expect((await other.get('/achievements.csv')).text).not.toContain('人工智能医疗')
})

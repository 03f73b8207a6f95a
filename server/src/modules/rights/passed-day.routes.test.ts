import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

type Answer = { body: { errors?: { pointer: string; rule: string }[] } }
const rule = ({ body: { errors: [first] = [] } }: Answer) => `${first?.pointer} ${first?.rule}`

test.each([
  [{ kind: 'invention', filedOn: '2030-01-01' }, '#/filedOn not-in-future'],
  [{ kind: 'invention', filedOn: '1850-01-01' }, '#/filedOn day-too-early'],
  [{ kind: 'invention', grantedOn: '2026-05-09' }, '#/grantedOn not-in-future'],
  [{ kind: 'software', completedOn: '2031-01-01' }, '#/completedOn not-in-future'],
  [{ kind: 'software', firstPublishedOn: '2031-01-01' }, '#/firstPublishedOn not-in-future'],
])('a right that cannot be is refused by its field: %j', async (fields, expected) => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const answer = await officer.send('POST', '/rights', { title: '示例', ...fields })
  expect([answer.status, rule(answer)]).toEqual([400, expected])
  expect((await officer.get('/rights')).body.items).toEqual([])
  // Neither is it amended into being so.
  const { kind } = fields
  const made = await officer.send('POST', '/rights', { title: '示例', kind, filedOn: '2026-05-08' })
  const { kind: _kind, ...days } = fields
  const change = { ...days, reason: '更正', expectedSeq: 1 }
  const amended = await officer.send('PATCH', `/rights/${made.body.id}`, change)
  expect([amended.status, rule(amended)]).toEqual([400, expected])
})

test('a correction of an achievement takes no day that lies ahead', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const made = await officer.send('POST', '/achievements', {
    ...{ title: '示例支架', kind: 'device', disclosure: { type: '材料' } },
    inventors: [{ name: '示例甲', share: '100%' }],
  })
  expect(made.status, made.text).toBe(201)
  for (const field of ['madeOn', 'registeredOn']) {
    const change = { [field]: '2031-01-01', reason: '更正', expectedSeq: 1 }
    const answer = await officer.send('PATCH', `/achievements/${made.body.id}`, change)
    expect([answer.status, rule(answer)]).toEqual([400, `#/${field} not-in-future`])
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app?.close())

type Answer = { body: { code?: string; errors?: { pointer: string; rule: string }[] } }
const ruleOf = ({ body }: Answer) =>
  body.errors?.map(({ pointer, rule }) => `${pointer} ${rule}`).join() ?? body.code

async function house() {
  const institution = await app.institution()
  const admin = await app.person(['admin'], institution)
  const reviewer = await app.person(['tto_reviewer'], institution)
  const person = (await admin.send('POST', '/people', { name: '示例顾问' })).body.id as string
  const engage = (more: object = {}) =>
    reviewer.send('POST', `/people/${person}/engagements`, {
      ...{ kind: 'adviser', home: '示例创投', task: '成果路演与对接', fromDay: '2026-01-01' },
      ...{ untilDay: '2026-12-31', ...more },
    })
  return { institution, admin, reviewer, person, engage }
}

test('somebody from outside is engaged for a task and a term, and the calendar reminds of its end', async () => {
  const { institution, admin, reviewer, person, engage } = await house()
  const unit = (await admin.send('POST', '/units', { name: '转化办公室', kind: 'department' })).body
    .id
  expect(ruleOf(await engage({ untilDay: '2025-12-31' }))).toBe('#/untilDay ends-before-begin')
  expect(ruleOf(await engage({ unitId: '01900000-0000-7000-8000-000000000031' }))).toBe(
    '#/unitId no-such-unit',
  )
  const made = await engage({ unitId: unit })
  expect(made.status, made.text).toBe(201)
  const inventor = await app.person(['inventor'], institution)
  expect((await inventor.get('/advisers')).body.items).toMatchObject([
    {
      ...{ person: { name: '示例顾问' }, kind: 'adviser', home: '示例创投', unit: '转化办公室' },
      ...{ task: '成果路演与对接', untilDay: '2026-12-31', state: 'current' },
    },
  ])
  const refused = await inventor.send('POST', `/people/${person}/engagements`, {
    ...{ kind: 'adviser', task: '无权', fromDay: '2026-01-01' },
  })
  expect(refused.status).toBe(403)
  expect((await reviewer.get('/advisers.csv')).text).toMatch(/示例顾问,顾问,示例创投,转化办公室/)
  const dues = async () =>
    (await reviewer.get('/calendar?from=2026-12-01&to=2026-12-31')).body.items
      .map(({ title }: { title: { zh: string } }) => title.zh)
      .filter((title: string) => title.startsWith('外聘到期'))
  expect(await dues()).toEqual(['外聘到期：成果路演与对接'])
  // Engaged anew, nothing is asked of the term before.
  const next = await engage({ fromDay: '2027-01-01', untilDay: null })
  expect(next.status, next.text).toBe(201)
  expect(await dues()).toEqual([])
  const annul = `/people/${person}/engagements/${next.body.id}/annul`
  expect((await reviewer.send('POST', annul, { reason: '误登' })).status).toBe(200)
  expect((await reviewer.send('POST', annul, { reason: '误登' })).status).toBe(404)
  expect(await dues()).toEqual(['外聘到期：成果路演与对接'])
  const { items } = (await reviewer.get(`/people/${person}/engagements`)).body
  expect(items).toHaveLength(1)
  const stranger = await app.person(['admin'], await app.institution())
  expect((await stranger.get('/advisers')).body.items).toEqual([])
  const others = await stranger.send('POST', `/people/${person}/engagements`, {
    ...{ kind: 'adviser', task: '他院', fromDay: '2026-01-01' },
  })
  expect(others.status).toBe(404)
})

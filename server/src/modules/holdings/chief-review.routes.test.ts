import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { enterPost } from '../people/index.ts'

// A chief is awarded no equity; who becomes one later keeps it until somebody has looked at it.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

test('who becomes a chief while holding equity is a task until the leaders have looked at it', async () => {
  const name = '示例医院（虚构）'
  const institution = await app.institution(name)
  const admin = await app.person(['admin'], institution)
  const officer = await app.person(['tto_negotiator'], institution)
  const leaders = await app.person(['leaders'], institution)
  const { id: person } = (await admin.send('POST', '/people', { name: '示例甲' })).body
  const opened = await officer.send('POST', '/cases', {
    ...{ procedure: 'equity_holding', on: '2026-02-01', files: [] },
    data: {
      ...{ company: '示例医械（虚构）', achievement: '止血材料（虚构）', formedOn: '2026-02-01' },
      ...{ value: '300000000', taxOption: 'at_once' },
      holders: [
        { name, kind: 'institution', share: '30%' },
        { name: '示例甲', person, kind: 'contributor', share: '70%', isChief: false },
      ],
    },
  })
  expect(opened.status, opened.text).toBe(201)
  const { id } = opened.body
  const asked = `/calendar?from=2026-05-01&to=2026-05-31&record=${id}`
  const due = async () => (await leaders.get(asked)).body.items
  expect(await due()).toEqual([])
  const post = {
    ...{ unitId: null, title: '院长', kind: 'chief' as const, from: '2026-05-08', to: null },
  }
  const entered = await asSystem(app.context.db, institution, (tx) =>
    enterPost(tx, app.context.clock, admin.caller, person, post as never),
  )
  expect(entered.kind).toBe('accepted')
  expect(await due()).toMatchObject([{ day: '2026-05-08', kind: 'deadline', act: 'chiefReviewed' }])
  const review = (data: object) =>
    leaders.send('POST', `/cases/${id}/acts`, {
      ...{ type: 'chiefReviewed', on: '2026-06-20', files: [], expectedSeq: 1 },
      data: { since: '2026-05-08', outcome: 'stays', basis: '奖励在任职前取得', ...data },
    })
  expect((await review({ name: '别人' })).body.code).toBe('no-such-holder')
  const said = await review({ name: '示例甲' })
  expect(said.status, said.text).toBe(201)
  expect(await due()).toEqual([])
})

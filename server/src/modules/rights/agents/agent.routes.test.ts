import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app?.close())

type Answer = { body: { code?: string; errors?: { pointer: string; rule: string }[] } }
const ruleOf = ({ body }: Answer) =>
  body.errors?.map(({ pointer, rule }) => `${pointer} ${rule}`).join() ?? body.code

const agency = {
  ...{ from: '2026-01-05', agency: '示例代理事务所', attorney: '示例代理师' },
  ...{ mail: 'agent@example.invalid', reference: 'YZ-2026-1', basis: '委托书 2026-1' },
}

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const right = (await officer.send('POST', '/rights', { kind: 'invention', title: '一种示例' }))
    .body.id as string
  const path = `/rights/${right}`
  const told = async () => (await officer.get(`${path}/agents`)).body
  const record = (more: object = {}) =>
    officer.send('POST', `${path}/agents`, { ...agency, ...more })
  const instruct = (more: object = {}) =>
    officer.send('POST', `${path}/instructions`, {
      ...{ kind: 'pay', on: '2026-10-08', about: '第 6 年度年费', ...more },
    })
  return { institution, officer, path, told, record, instruct }
}

test('an agency acts from its day on, and is told what to do', async () => {
  const { institution, officer, path, told, record, instruct } = await office()
  expect(ruleOf(await instruct())).toBe('#/on no-agent-then')
  expect((await record()).status).toBe(201)
  expect(ruleOf(await record({ from: '2026-11-03' }))).toBe('#/from agent-in-future')
  expect(ruleOf(await record({ agency: null }))).toBe('#/agency agency-needed')
  const sent = { id: '01900000-0000-7000-8000-000000000021' }
  const one = await instruct({ ...sent, dueOn: '2026-11-20' })
  expect(one.status, one.text).toBe(201)
  expect((await instruct({ ...sent, dueOn: '2026-11-20' })).body).toEqual(one.body)
  expect(ruleOf(await instruct({ on: '2026-11-03' }))).toBe('#/on instruction-in-future')
  expect(ruleOf(await instruct({ dueOn: '2026-10-07' }))).toBe('#/dueOn instruction-due-before')
  expect(ruleOf(await instruct({ on: '2025-12-31' }))).toBe('#/on no-agent-then')
  expect(await told()).toMatchObject({
    agents: [{ agency: '示例代理事务所', mail: 'agent@example.invalid', from: '2026-01-05' }],
    instructions: [{ kind: 'pay', agency: '示例代理事务所', dueOn: '2026-11-20', takenBack: null }],
  })
  // Nobody acts any more; what was told before stays, and nothing new is told.
  const none = { agency: null, attorney: null, mail: null, reference: null, basis: '解聘函' }
  expect((await record({ ...none, from: '2026-10-20' })).status).toBe(201)
  expect(ruleOf(await instruct({ on: '2026-10-20' }))).toBe('#/on no-agent-then')
  expect((await instruct({ kind: 'let_lapse', on: '2026-10-19' })).status).toBe(201)
  expect((await told()).agents.map((each: { agency: string | null }) => each.agency)).toEqual([
    ...[null, '示例代理事务所'],
  ])

  const back = `${path}/instructions/${one.body.id}/take-back`
  expect((await officer.send('POST', back, { reason: '误记' })).status).toBe(201)
  expect((await officer.send('POST', back, { reason: '误记' })).body.code).toBe(
    'instruction-taken-back',
  )
  const { instructions } = await told()
  expect(instructions.at(-1)).toMatchObject({ takenBack: { reason: '误记' } })

  // Read by those who read dockets, written by the office; nobody else reads of it in the history.
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.get(`${path}/agents`)).body.agents).toHaveLength(2)
  expect((await auditor.send('POST', `${path}/agents`, agency)).status).toBe(403)
  const doctor = await app.person(['inventor'], institution)
  expect((await doctor.get(`${path}/agents`)).status).toBe(403)
  expect((await doctor.get(`${path}/history`)).text).not.toMatch(/示例代理/)
  expect((await officer.get(`${path}/history`)).text).toMatch(/示例代理事务所/)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(`${path}/agents`)).status).toBe(404)
  expect((await stranger.send('POST', `${path}/agents`, agency)).status).toBe(404)
})

test('two who take one instruction back do so once', async () => {
  const { officer, path, record, instruct } = await office()
  await record()
  const { id } = (await instruct()).body
  const back = () =>
    officer.send('POST', `${path}/instructions/${id}/take-back`, { reason: '误记' })
  const both = await Promise.all([back(), back()])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

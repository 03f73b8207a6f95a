import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
let officer: Person
let rights: string[]

beforeAll(async () => {
  app = await openTestApp(modules)
  officer = await app.person(['tto_negotiator'])
  rights = []
  for (const title of ['甲装置', '乙装置', '丙装置']) {
    const made = await officer.send('POST', '/rights', { kind: 'know_how', title })
    rights.push(made.body.id)
  }
})
afterAll(() => app.close())

const right = async (at: number) => (await officer.get(`/rights/${rights[at]}`)).body
const preview = (body: object, who = officer) => who.send('POST', '/edits/preview', body)

async function order(fields: object, seqs: readonly number[]) {
  const records = seqs.map((expectedSeq, at) => ({ id: rights[at], expectedSeq }))
  const id = newId()
  const started = await officer.send('POST', '/edits', {
    id,
    kind: 'right',
    fields,
    reason: '部门合并',
    records,
  })
  expect(started.status).toBe(202)
  await app.workOff()
  return (await officer.get(`/edits/${id}`)).body
}

test('a preview says what would change in each record and writes nothing', async () => {
  const fields = { departments: ['骨科'], agency: '示例代理所' }
  const { body } = await preview({ kind: 'right', ids: rights, fields })
  expect(body.items).toHaveLength(3)
  expect(body.items[0]).toMatchObject({
    id: rights[0],
    title: '甲装置',
    seq: 1,
    changes: [
      { field: 'departments', from: [], to: ['骨科'] },
      { field: 'agency', from: null, to: '示例代理所' },
    ],
  })
  expect(await right(0)).toMatchObject({ seq: 1, departments: [], agency: null })
  const byFilter = await preview({ kind: 'right', filter: { q: '乙装' }, fields })
  expect(byFilter.body.items.map(({ id }: { id: string }) => id)).toEqual([rights[1]])
})

test('one order edits each record by its own command, and one takes all of it back', async () => {
  const fields = { departments: ['骨科'] }
  const run = await order(fields, [1, 7, 1])
  expect(run.progress).toEqual({ waiting: 0, recorded: 2, same: 0, refused: 1 })
  expect(run.items[1].problem.status).toBe(409)
  expect(await right(0)).toMatchObject({ seq: 2, departments: ['骨科'] })
  expect(await right(1)).toMatchObject({ seq: 1, departments: [] })
  const history = (await officer.get(`/rights/${rights[0]}/history`)).body
  expect(history.items.at(-1)).toMatchObject({ reason: '部门合并', by: officer.caller.name })
  expect(history.chain.ok).toBe(true)

  const undo = { id: newId(), reason: '合并撤销' }
  expect((await officer.send('POST', `/edits/${run.id}/undo`, undo)).status).toBe(202)
  await app.workOff()
  expect((await officer.get(`/edits/${undo.id}`)).body.progress).toMatchObject({ recorded: 2 })
  expect(await right(0)).toMatchObject({ seq: 3, departments: [] })
  const again = await officer.send('POST', `/edits/${run.id}/undo`, { ...undo, id: newId() })
  expect(again.body.code).toBe('changed-since')
})

test('what was changed since is not taken back in one act, nor is anything else of the run', async () => {
  const [first, , third] = [await right(0), await right(1), await right(2)]
  const run = await order({ agency: '示例一所' }, [first.seq, 1, third.seq])
  expect(run.progress.recorded).toBe(3)
  const later = { expectedSeq: third.seq + 1, reason: '另一处', remark: '另记' }
  expect((await officer.send('PATCH', `/rights/${rights[2]}`, later)).status).toBe(200)
  const undo = await officer.send('POST', `/edits/${run.id}/undo`, { id: newId(), reason: '撤销' })
  expect([undo.status, undo.body.code]).toEqual([409, 'changed-since'])
  expect(undo.body.detail).toContain('丙装置')
  await app.workOff()
  expect((await right(0)).agency).toBe('示例一所')
})

test('a record goes back to what it was, as a new edit with a reason', async () => {
  const { seq } = await right(1)
  const path = `/edits/right/${rights[1]}/restoration`
  const foreseen = (await officer.get(`${path}?to=1`)).body
  expect(foreseen).toEqual({
    seq,
    changes: [{ field: 'agency', from: '示例一所', to: null }],
    kept: [],
  })
  const body = { to: 1, reason: '登记有误', expectedSeq: seq }
  expect((await officer.send('POST', path, body)).body).toEqual({ seq: seq + 1 })
  expect(await right(1)).toMatchObject({ agency: null, seq: seq + 1 })
  const stale = await officer.send('POST', path, { ...body, to: 2 })
  expect(stale.status).toBe(409)
})

test('what an act wrote is not put back by hand', async () => {
  const made = await officer.send('POST', '/rights', {
    kind: 'invention',
    title: '丁装置',
    number: '202110012345.9',
    filedOn: '2021-03-01',
  })
  const { id } = made.body
  const recorded = await officer.send('POST', `/rights/${id}/events`, {
    kind: 'granted',
    on: '2023-05-05',
    source: '授权公告',
    expectedSeq: 1,
    despite: '补录',
  })
  expect(recorded.body).toMatchObject({ seq: 2 })
  const { seq } = recorded.body
  const path = `/edits/right/${id}/restoration`
  const foreseen = (await officer.get(`${path}?to=1`)).body
  expect(foreseen.changes).toEqual([])
  expect(foreseen.kept.map(({ why }: { why: string }) => why)).toContain('by-act')
  const refused = await officer.send('POST', path, { to: 1, reason: '撤回', expectedSeq: seq })
  expect([refused.status, refused.body.errors[0].rule]).toEqual([400, 'fixed-by-act'])
})

test('many rights are linked to their achievement at once; the preview names it', async () => {
  const told = { title: '一种示例成果', kind: 'device', disclosure: {} }
  const inventors = [{ name: '示例甲', share: '100%' }]
  const made = await officer.send('POST', '/achievements', { ...told, inventors })
  expect(made.status, made.text).toBe(201)
  const fields = { achievementId: made.body.id }
  const foreseen = await preview({ kind: 'right', ids: [rights[0]], fields })
  const name = `${made.body.number} 一种示例成果`
  expect(foreseen.body.items[0].changes).toEqual([{ field: 'achievementId', from: null, to: name }])
  const run = await order(fields, [(await right(0)).seq])
  expect(run).toBeTruthy()
  await app.workOff()
  const items = (await officer.get(`/rights?achievement=${made.body.id}`)).body.items
  expect(items.map(({ id }: { id: string }) => id)).toEqual([rights[0]])
  const unknown = { achievementId: crypto.randomUUID() }
  const wrong = await preview({ kind: 'right', ids: [rights[1]], fields: unknown })
  expect(wrong.body.items[0].problem.errors).toMatchObject([{ pointer: '#/achievementId' }])
})

test.each([
  ['a field that is not for many', { kind: 'right', fields: { number: '1' } }, '#/fields/number'],
  ['a value of another kind', { kind: 'right', fields: { status: 'shining' } }, '#/fields/status'],
  ['no field', { kind: 'right', fields: {} }, '#/fields'],
  [
    'a filter that finds nothing',
    { kind: 'right', filter: { q: '无此物' }, fields: { remark: 'x' } },
    '#/ids',
  ],
  [
    'a filter of another list',
    { kind: 'right', filter: { kind: 'tree' }, fields: { remark: 'x' } },
    '#/filter/kind',
  ],
])('%s is refused by name', async (_what, body, pointer) => {
  const chosen = 'filter' in body ? body : { ...body, ids: rights }
  const answer = await preview(chosen)
  expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([400, pointer])
})

test('whoever may not edit one record may not edit many, and sees no run', async () => {
  const inventor = await app.person(['inventor'])
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  const body = { kind: 'right', ids: rights, fields: { remark: 'x' } }
  expect((await preview(body, inventor)).status).toBe(403)
  expect((await inventor.get('/edits/kinds')).body.items).toEqual([])
  expect((await preview(body, stranger)).body.errors[0].rule).toBe('chosen')
  const run = await order({ remark: '统一' }, [(await right(0)).seq])
  expect((await inventor.get(`/edits/${run.id}`)).status).toBe(403)
  expect((await stranger.get(`/edits/${run.id}`)).status).toBe(404)
  expect((await preview({ ...body, kind: 'unheard-of' })).status).toBe(404)
})

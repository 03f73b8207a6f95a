import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { decideStandards } from './standard.commands.ts'

let house: TestApp
let officer: Person
let legal: Person
let lawyer: Person
let leader: Person
let inventor: Person
let stranger: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  officer = await house.person(['tto_negotiator'])
  legal = await house.person(['legal'])
  lawyer = await house.person(['legal'])
  leader = await house.person(['leaders'])
  inventor = await house.person(['inventor'])
  const admin = await house.person(['admin'])
  await admin.send('PATCH', '/institution', { expectedSeq: 0, province: 'CN-GD' })
  stranger = await house.person(['legal'], await house.institution('另一家示例医院'))
})
afterAll(() => house?.close())

const clause = (more: object = {}) => ({
  ...{ kind: 'improvements', types: ['license'], obligation: 'must' },
  ...{ zh: '后续改进归{{改进归属}}。', norms: ['cn.contract.improvements'] },
  ...more,
})
const propose = (who: Person, name: string, more: object = {}) =>
  who.send('POST', '/contract-standards', { name, clause: clause(more) })
const decide = (who: Person, id: string, version: number, verdict = 'approved', words?: string) =>
  who.send('POST', '/contract-standards/decide', {
    ...{ items: [{ id, version }], verdict },
    ...(words !== undefined && { words }),
  })
const one = async (id: string) => (await officer.get(`/contract-standards/${id}`)).body
const errorsOf = (answer: { body: { errors?: Record<string, string>[] } }) =>
  answer.body.errors?.map(({ pointer, rule }) => [pointer, rule])

test('a clause is used once another approved it; its articles are those of the packs', async () => {
  const { status, body, text } = await propose(officer, '后续改进')
  expect(status, text).toBe(201)
  expect(await one(body.id)).toMatchObject({ state: 'proposed', inUse: null, open: { version: 1 } })
  expect((await decide(officer, body.id, 1)).status).toBe(403)
  expect((await decide(legal, body.id, 1)).status).toBe(200)
  const shown = await one(body.id)
  expect(shown).toMatchObject({ state: 'in_use', inUse: 1, open: null })
  expect(shown.versions[0].verdict).toMatchObject({ is: 'approved', by: legal.caller.name })
  expect(shown.norms[0].articles).toMatchObject([{ source: 'cn-civil-contracts', at: 'a875.p1' }])
  expect((await decide(leader, body.id, 1)).body.code).toBe('standard-decided-already')
})

test('nobody approves what they proposed themselves, by the page or by the database', async () => {
  const { body } = await propose(legal, '保密', { norms: [] })
  expect((await decide(legal, body.id, 1)).body.code).toBe('own-standard-proposal')
  await expect(
    house.database.asOwner(
      `insert into contract_standard_verdict select institution_id, standard_id, version, 'approved', null,
         made_by, now(), made_by, made_name from contract_standard_version where standard_id = $1`,
      [body.id],
    ),
  ).rejects.toThrow(/contract_standard_verdict_check/)
  expect((await decide(lawyer, body.id, 1, 'refused')).status).toBe(400)
  expect((await decide(lawyer, body.id, 1, 'refused', '期限不明')).status).toBe(200)
  expect(await one(body.id)).toMatchObject({ state: 'unused', inUse: null, open: null })
})

test('a version in use stays as it was while the next one waits, and nothing of it is ever changed', async () => {
  const { body } = await propose(officer, '违约责任', { kind: 'liability', norms: [] })
  await decide(legal, body.id, 1)
  const next = { name: '违约责任', clause: clause({ zh: '第二版。', norms: [] }), reason: '修订' }
  const path = `/contract-standards/${body.id}/versions`
  expect((await officer.send('POST', path, { ...next, expectedVersion: 1 })).status).toBe(201)
  const waits = await one(body.id)
  expect(waits).toMatchObject({ state: 'in_use', inUse: 1, newest: 2, kind: 'liability' })
  expect((await officer.send('POST', path, next)).body.code).toBe('proposal-waits')
  const back = `/contract-standards/${body.id}/withdraw`
  expect((await legal.send('POST', back, { reason: '改写' })).body.code).toBe('proposal-of-another')
  expect((await officer.send('POST', back, { reason: '改写' })).status).toBe(200)
  expect((await officer.send('POST', path, { ...next, expectedVersion: 1 })).body.code).toBe(
    'standard-changed-meanwhile',
  )
  await expect(
    house.database.asOwner('update contract_standard_version set name = $1', ['x']),
  ).rejects.toThrow(/append-only/)
  const { items } = (await officer.get(`/contract-standards/${body.id}/history`)).body
  expect(items.map(({ action }: { action: string }) => action)).toEqual(
    expect.arrayContaining([
      ...['contractStandard.entered', 'contractStandard.approved'],
      ...['contractStandard.proposed', 'contractStandard.withdrawn'],
    ]),
  )
})

test.each([
  [{ zh: '{{甲方手机号}}' }, '#/clause/zh', 'known-placeholder'],
  [{ zh: '{{甲方}' }, '#/clause/zh', 'whole-placeholder'],
  [{ kind: 'payment', zh: '首付 30 万元' }, '#/clause/zh', 'money-by-terms'],
  [{ en: 'Improvements' }, '#/clause/headingEn', 'english-whole'],
  [{ norms: ['no.such.norm'] }, '#/clause/norms/0', 'known-norm'],
])('a clause that cannot stand is refused at its field: %j', async (more, pointer, rule) => {
  const answer = await propose(officer, '不成立', more)
  expect(answer.status).toBe(400)
  expect(errorsOf(answer)).toEqual([[pointer, rule]])
  const left = await house.database.asOwner(
    "select count(*)::int as n from contract_standard where name = '不成立'",
  )
  expect(left[0]?.['n']).toBe(0)
})

test('a model contract names clauses of the house, each once and for its contracts', async () => {
  const { body: plain } = await propose(officer, '范本用条款', { norms: [] })
  const { body: other } = await propose(officer, '服务用条款', { types: ['service'], norms: [] })
  const send = (clauses: readonly string[][]) =>
    officer.send('POST', '/contract-standards', {
      name: '许可范本',
      template: {
        ...{ types: ['license'], title: '技术许可合同' },
        slots: clauses.map((ids, at) => ({ key: `p-${at}`, clauses: ids })),
      },
    })
  expect(errorsOf(await send([[plain.id], [plain.id]]))).toEqual([
    ['#/template/slots/1/clauses', 'clause-once'],
  ])
  expect(errorsOf(await send([[other.id]]))).toEqual([
    ['#/template/slots/0/clauses', 'clause-of-type'],
  ])
  expect(errorsOf(await send([['00000000-0000-7000-8000-000000000009']]))).toEqual([
    ['#/template/slots/0/clauses', 'known-clause'],
  ])
  expect((await send([[plain.id]])).status).toBe(201)
})

test('the samples are copied once, as proposals marked as samples', async () => {
  const copy = () => officer.send('POST', '/contract-standards/samples', {})
  const first = await copy()
  expect(first.status, first.text).toBe(200)
  expect(first.body.entered).toBeGreaterThan(35)
  expect((await copy()).body).toMatchObject({ entered: 0, versions: 0 })
  const { items } = (await officer.get('/contract-standards?form=template')).body
  const models = items.filter(({ isSample }: { isSample: boolean }) => isSample)
  expect(models).toHaveLength(4)
  expect(models.every(({ state }: { state: string }) => state === 'proposed')).toBe(true)
})

test('a library goes to another house and waits there for approval; what it has is not entered twice', async () => {
  const { items: all } = (await officer.get('/contract-standards?state=proposed')).body
  const items = all.map(({ id, newest }: { id: string; newest: number }) => ({
    ...{ id, version: newest },
  }))
  const answer = await leader.send('POST', '/contract-standards/decide', {
    ...{ items, verdict: 'approved' },
  })
  expect(answer.status, answer.text).toBe(200)
  const library = (await officer.get('/contract-standards/library.json')).body
  expect(library.items.length).toBeGreaterThan(35)
  // That it left is told to those who look on.
  const auditor = await house.person(['auditor'])
  const log = await auditor.get('/exports')
  expect(log.status, log.text).toBe(200)
  expect(log.body.items[0]).toMatchObject({ list: { zh: '条款库' }, format: 'json' })
  const brought = await stranger.send('POST', '/contract-standards/bring', library)
  expect(brought.status, brought.text).toBe(200)
  expect(brought.body.entered).toBe(library.items.length)
  expect((await stranger.send('POST', '/contract-standards/bring', library)).body).toEqual({
    ...{ entered: 0, versions: 0, left: library.items.length },
  })
  const bad = {
    items: [
      ...library.items.slice(0, 1),
      { key: 'x', name: '坏', clause: clause({ zh: '{{无}}' }) },
    ],
  }
  expect(errorsOf(await stranger.send('POST', '/contract-standards/bring', bad))).toEqual([
    ['#/items/1/clause/zh', 'known-placeholder'],
  ])
})

test('retired, a clause is chosen no more; restored, it is again', async () => {
  const { body } = await propose(officer, '停用的条款', { norms: [] })
  await decide(legal, body.id, 1)
  const act = (path: string) =>
    leader.send('POST', `/contract-standards/${body.id}/${path}`, { reason: '示例' })
  expect((await act('restore')).body.code).toBe('standard-not-retired')
  expect((await act('retire')).status).toBe(200)
  expect((await act('retire')).body.code).toBe('standard-retired-already')
  expect((await officer.get('/contract-standards?state=retired')).body.items).toHaveLength(1)
  expect((await act('restore')).status).toBe(200)
})

test('the library is for those who read contracts, of this house alone', async () => {
  const { items } = (await officer.get('/contract-standards')).body
  expect((await inventor.get('/contract-standards')).status).toBe(403)
  expect((await stranger.get(`/contract-standards/${items[0].id}`)).status).toBe(404)
  expect((await officer.get('/contract-standards?q=后续改进')).body.items.length).toBeGreaterThan(0)
  expect((await officer.get('/contract-standards.csv')).text).toContain('后续改进')
})

test('of two who decide on the same version at once one is refused', async () => {
  const { body } = await propose(officer, '同时审批', { norms: [] })
  const order = { items: [{ id: body.id, version: 1 }], verdict: 'approved', words: null } as const
  const both = await Promise.all(
    [legal, leader].map(({ caller }) =>
      asCaller(house.database.db, caller, (tx) => decideStandards(tx, house.clock, caller, order)),
    ),
  )
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['accepted', 'refused'])
})

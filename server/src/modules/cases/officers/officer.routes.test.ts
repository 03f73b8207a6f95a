import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../../platform/account.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { holder, lead, lineOf, sampleDeal, upTo } from '../testing/leading.ts'

const strange = '00000000-0000-7000-8000-0000000000ff'

let house: TestApp
let institution: string
let ann: Person
let ben: Person
let finance: Person
let auditor: Person
let leader: Person
let admin: Person

beforeAll(async () => {
  house = await openTestApp(modules)
  institution = await house.institution(sampleDeal.hospital)
  ann = await house.person(['tto_negotiator'])
  ben = await house.person(['tto_negotiator', 'tto_reviewer'])
  finance = await house.person(['finance'])
  auditor = await house.person(['auditor'])
  leader = await house.person(['leaders'])
  admin = await house.person(['admin'])
})
afterAll(() => house?.close())

async function open(by: Person, title: string): Promise<string> {
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const data = { title, achievement: title, team, workloadLedgerKept: true }
  const { body, status } = await by.send('POST', '/cases', { data })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

const idOf = ({ caller }: Person) => caller.person
const officersOf = async (id: string) =>
  (await ann.get(`/cases/${id}/officers`)).body.items.map(
    ({ person, part }: { person: string; part: string }) => [person, part],
  )
const name = (id: string, body: object, by = ann) => by.send('POST', `/cases/${id}/officers`, body)
const listed = async (person: string) =>
  (await ann.get(`/cases?officer=${person}`)).body.items.map(({ id }: { id: string }) => id)

test('who opens a case answers for it; others are named with a reason, and the history tells', async () => {
  const id = await open(ann, '项目一（虚构）')
  expect(await officersOf(id)).toEqual([[idOf(ann), 'lead']])
  expect(await listed(idOf(ann))).toContain(id)
  const order = { lead: idOf(ben), support: [idOf(ann)], reason: '分工调整' }
  expect((await name(id, order)).status).toBe(200)
  expect(await officersOf(id)).toEqual([
    [idOf(ben), 'lead'],
    [idOf(ann), 'support'],
  ])
  const line = (await ann.get('/cases')).body.items.find((one: { id: string }) => one.id === id)
  expect(line).toMatchObject({ officerId: idOf(ben), officerName: ben.caller.name })
  const { items, chain } = (await auditor.get(`/cases/${id}/officers/history`)).body
  expect(chain.ok).toBe(true)
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    'officers.opened',
    'officers.changed',
  ])
  expect(items[1]).toMatchObject({ reason: '分工调整', by: ann.caller.name })
})

test('only those who run the office assign, and only to those who can work', async () => {
  const id = await open(ann, '项目二（虚构）')
  const wrong = async (body: object, by = ann) => {
    const { status, body: answer } = await name(id, { reason: '分工', ...body }, by)
    return [status, answer.errors?.[0]?.pointer ?? answer.code]
  }
  expect(await wrong({ lead: idOf(ben) }, finance)).toEqual([403, 'not-allowed'])
  expect(await wrong({ lead: strange })).toEqual([400, '#/lead'])
  expect(await wrong({ lead: idOf(ben), support: [idOf(auditor)] })).toEqual([400, '#/support/0'])
  expect(await wrong({ lead: idOf(ben), support: [idOf(ben)] })).toEqual([400, '#/support'])
  expect(await officersOf(id)).toEqual([[idOf(ann), 'lead']])
  const [other] = [await house.institution('另一示例医院（虚构）')]
  const stranger = await house.person(['tto_negotiator'], other)
  expect((await stranger.get(`/cases/${id}/officers`)).status).toBe(404)
  expect((await name(id, { lead: idOf(stranger), reason: '分工' }, stranger)).status).toBe(404)
})

test('all cases of a person go to another at once; both are told, and tasks follow', async () => {
  const carl = await house.person(['tto_negotiator'])
  const dora = await house.person(['tto_negotiator'])
  const ids = [await open(carl, '项目三（虚构）'), await open(carl, '项目四（虚构）')]
  await house.workOff()
  const order = { from: idOf(carl), to: idOf(dora) }
  const plan = await leader.send('POST', '/handovers/preview', order)
  expect(plan.body.items.map(({ id, becomes }: never) => [id, becomes])).toEqual(
    ids.map((id) => [id, 'lead']),
  )
  expect((await finance.send('POST', '/handovers/preview', order)).status).toBe(403)
  // Two who press the button at once: the second finds nothing left.
  const both = await Promise.all(
    [leader, admin].map((by) => by.send('POST', '/handovers', { ...order, reason: '岗位调动' })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('nothing-to-hand-over')
  expect(await listed(idOf(carl))).toEqual([])
  expect((await listed(idOf(dora))).toSorted()).toEqual(ids.toSorted())
  await house.workOff()
  for (const person of [carl, dora]) {
    const { items } = (await person.get('/notifications')).body
    const told = items.filter(({ kind }: { kind: string }) => kind === 'handover')
    expect(told).toHaveLength(1)
    expect(told[0].text.zh).toContain('岗位调动')
  }
  const asked = (
    (await dora.get('/notifications')).body.items as { kind: string; caseId: string }[]
  )
    .filter(({ kind }) => kind === 'your-act')
    .map(({ caseId }) => caseId)
  expect(asked.toSorted()).toEqual(ids.toSorted())
  const { items } = (await auditor.get('/handovers')).body
  expect(items).toHaveLength(1)
  expect(items[0].reason).toBe('岗位调动')
})

test('a colleague’s case is nobody’s to take: who has it gives it, or a leader assigns it', async () => {
  const gus = await house.person(['tto_negotiator'])
  const id = await open(gus, '项目六（虚构）')
  const order = { from: idOf(gus), to: idOf(ann), reason: '我来办' }
  for (const path of ['/handovers/preview', '/handovers']) {
    const { reason, ...preview } = order
    const body = path === '/handovers' ? { ...preview, reason } : preview
    expect([path, (await ann.send('POST', path, body)).status]).toEqual([path, 403])
  }
  expect((await name(id, { lead: idOf(ann), reason: '我来办' })).status).toBe(403)
  const mayName = async (by: Person) => (await by.get(`/cases/${id}/officers`)).body.mayName
  expect(await Promise.all([ann, gus, leader, auditor].map(mayName))).toEqual([
    false,
    true,
    true,
    false,
  ])
  // Nor does who assigns work take it for themselves.
  const own = await leader.send('POST', '/handovers', { ...order, to: idOf(leader) })
  expect(own.body.errors?.[0]).toMatchObject({ pointer: '#/to', rule: 'not-oneself' })
  expect(await officersOf(id)).toEqual([[idOf(gus), 'lead']])
  expect((await gus.send('POST', '/handovers', order)).body.moved).toBe(1)
  expect(await officersOf(id)).toEqual([[idOf(ann), 'lead']])
  const moved = (await auditor.get('/handovers')).body.items.at(-1)
  expect(moved).toMatchObject({ by: gus.caller.name, reason: '我来办' })
})

test('what an inventor brought waits for the office, which takes it up', async () => {
  const inventor = await house.person(['inventor', 'tto_negotiator'])
  const id = await open(inventor, '项目七（虚构）')
  await house.database.asOwner(
    `update account set roles = array['inventor'] where person_id = $1`,
    [idOf(inventor)],
  )
  await house.database.asOwner(
    `delete from role_grant where account_id = $1 and role = 'tto_negotiator'`,
    [inventor.caller.account],
  )
  expect((await name(id, { lead: idOf(finance), reason: '接手' }, finance)).status).toBe(403)
  expect((await name(id, { lead: idOf(ann), reason: '接手' })).status).toBe(200)
  expect(await officersOf(id)).toEqual([[idOf(ann), 'lead']])
})

test('a successor who reviewed is warned with the article; the case moves all the same', async () => {
  const { id } = await lead(
    house,
    institution,
    upTo('reviewed', lineOf(sampleDeal)),
    '2026-03-02' as never,
  )
  const [officer, reviewer] = [holder(institution, 'officer'), holder(institution, 'reviewer')]
  await createAccount(house.context.db, house.clock, house.context.config.signIn, {
    login: 'reviewer-of-record',
    institution,
    person: reviewer.person,
    name: reviewer.name,
    roles: ['tto_reviewer', 'tto_negotiator'],
    password: 'correct horse battery',
  })
  const order = { from: officer.person, to: reviewer.person, cases: [id] }
  const { body } = await leader.send('POST', '/handovers/preview', order)
  expect(body.items[0].bars).toMatchObject([
    { act: 'proposed', norms: [{ norm: 'gd.review.separate', cites: [{ at: 'a14.p1.i2' }] }] },
  ])
  const done = await leader.send('POST', '/handovers', { ...order, reason: '休产假' })
  expect(done.body.moved).toBe(1)
})

test('who can no longer work and still has cases is shown', async () => {
  const emil = await house.person(['tto_negotiator'])
  await open(emil, '项目五（虚构）')
  const before = (await ann.get('/officers')).body
  expect(before.stranded).not.toContainEqual(expect.objectContaining({ person: idOf(emil) }))
  const disabled = await admin.send('POST', `/accounts/${emil.caller.account}/disable`, {
    reason: '离职',
  })
  expect(disabled.status).toBe(200)
  const { stranded } = (await ann.get('/officers')).body
  expect(stranded).toContainEqual({ person: idOf(emil), name: emil.caller.name, cases: 1 })
})

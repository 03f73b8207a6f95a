import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { lead, lineOf, sampleDeal, upTo } from '../testing/leading.ts'

let house: TestApp
let ann: Person
let ben: Person
let admin: Person

beforeAll(async () => {
  house = await openTestApp(modules)
  await house.institution()
  ann = await house.person(['tto_negotiator'])
  ben = await house.person(['finance'])
  admin = await house.person(['admin'])
})
afterAll(() => house?.close())

const idOf = ({ caller }: Person) => caller.person
const week = {
  from: '2026-03-02',
  until: '2026-03-08',
  reason: '休假（演示）',
  scope: 'own' as const,
}
const name = (by: Person, more: object = {}) =>
  by.send('POST', '/substitutions', {
    person: idOf(ann),
    substitute: idOf(ben),
    roles: ['tto_negotiator'],
    ...week,
    ...more,
  })
const decide = (by: Person, id: string, outcome = 'approved') =>
  by.send('POST', `/substitutions/${id}/decision`, { outcome })

async function open(by: Person): Promise<string> {
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const data = { title: '项目', achievement: '材料', team, workloadLedgerKept: true }
  return (await by.send('POST', '/cases', { data })).body.id
}

const leaveOpen = (by: Person, id: string, more: object = {}) =>
  by.send('POST', `/cases/${id}/acts`, {
    type: 'withdrawn',
    data: { reason: '不再转化（演示）' },
    expectedSeq: 1,
    ...more,
  })

test('a substitute acts once an administrator has approved, in both names, and no longer afterwards', async () => {
  const [first, second, third] = [await open(ann), await open(ann), await open(ann)]
  const acting = { actingFor: idOf(ann) }
  const { body } = await name(ann)
  expect((await leaveOpen(ben, first)).status).toBe(403)
  expect((await leaveOpen(ben, first, acting)).status).toBe(403)
  expect((await decide(ann, body.id)).status).toBe(403)
  expect((await decide(admin, body.id)).status).toBe(200)
  expect((await decide(admin, body.id)).body.code).toBe('not-to-be-decided')
  // Not by the way: whoever acts for another says so.
  expect((await leaveOpen(ben, first)).status).toBe(403)
  const shown = (await ben.get(`/cases/${first}`)).body
  const next = shown.next.find(({ type }: { type: string }) => type === 'withdrawn')
  expect(next).toMatchObject({ mayI: true, actFor: { person: idOf(ann), name: ann.caller.name } })
  expect((await leaveOpen(ben, first, acting)).status).toBe(201)
  const { timeline, chain } = (await ann.get(`/cases/${first}`)).body
  expect(timeline.at(-1).by).toEqual({
    person: idOf(ben),
    name: ben.caller.name,
    role: 'tto_negotiator',
    actingFor: { person: idOf(ann), name: ann.caller.name },
  })
  expect(chain.ok).toBe(true)
  const replayed = await ann.send('POST', '/cases/replay', {
    record: (await ann.get(`/cases/${first}/acts.jsonl`)).text,
    asOf: '2026-03-02',
  })
  expect(replayed.body.chain.ok).toBe(true)
  // Of the cases of others nothing was lent.
  const other = await open(await house.person(['tto_negotiator']))
  expect((await leaveOpen(ben, other, acting)).status).toBe(403)
  house.clock.set('2026-03-09')
  const [later, annLater] = [await house.signInAgain(ben), await house.signInAgain(ann)]
  expect((await leaveOpen(later, second, acting)).status).toBe(403)
  house.clock.set('2026-03-08')
  expect((await leaveOpen(later, second, acting)).status).toBe(201)
  expect((await annLater.send('POST', `/substitutions/${body.id}/end`)).status).toBe(200)
  expect((await leaveOpen(later, third, acting)).status).toBe(403)
  house.clock.set('2026-03-02')
  const history = (await admin.get('/substitutions/history')).body
  expect(history.chain.ok).toBe(true)
  expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
    'substitution.named',
    'substitution.approved',
    'substitution.ended',
  ])
})

test('who may name whom is checked; an institution may do without approval', async () => {
  const auditor = await house.person(['auditor'])
  const status = async (answer: ReturnType<typeof name>) => {
    const { status, body } = await answer
    return [status, body.errors?.[0]?.pointer ?? body.code]
  }
  expect(await status(name(ben))).toEqual([403, 'not-allowed'])
  expect(await status(name(ann, { roles: ['leaders'] }))).toEqual([400, '#/roles'])
  expect(await status(name(ann, { substitute: idOf(auditor) }))).toEqual([400, '#/substitute'])
  expect(await status(name(ann, { until: '2026-03-01' }))).toEqual([400, '#/until'])
  expect((await ann.send('POST', '/substitutions/setting', { automatic: true })).status).toBe(403)
  await admin.send('POST', '/substitutions/setting', { automatic: true })
  const id = await open(ann)
  await house.workOff()
  expect((await name(admin)).status).toBe(201)
  await house.workOff()
  // The substitute is told whose turn it is.
  const { items } = (await ben.get('/notifications')).body
  expect(items).toContainEqual(expect.objectContaining({ kind: 'your-act', caseId: id }))
  expect((await leaveOpen(ben, id, { actingFor: idOf(ann) })).status).toBe(201)
  const stranger = await house.person(['admin'], await house.institution('另一示例医院'))
  expect((await stranger.get('/substitutions')).body.items).toEqual([])
})

test('what is the absent person’s to do is the substitute’s on the workbench and in the calendar, while it runs', async () => {
  const institution = await house.institution(sampleDeal.hospital)
  const line = upTo('noticePublished', lineOf(sampleDeal))
  const [own, foreign] = [
    await lead(house, institution, line, '2026-03-02' as never),
    await lead(house, institution, line, '2026-03-02' as never),
  ]
  house.clock.set(own.on)
  const [absent, sub] = [
    await house.person(['tto_negotiator'], institution),
    await house.person(['finance'], institution),
  ]
  const chief = await house.person(['admin'], institution)
  await house.database.asOwner('update case_officer set person_id = $1 where case_id = $2', [
    idOf(absent),
    own.id,
  ])
  const mine = async (path: string, of = (item: Item) => item.caseId) =>
    (await sub.get(path)).body.due
      .filter((item: Item) => item.mine && item.roles.includes('tto_negotiator'))
      .map(of)
  const inCalendar = async () =>
    (await sub.get(`/calendar?from=${own.on}`)).body.items
      .filter((item: Item) => item.mine && item.roles.includes('tto_negotiator'))
      .map((item: { record: { id: string } }) => item.record.id)
  expect([await mine('/workbench'), await inCalendar()]).toEqual([[], []])
  const days = { from: own.on, until: own.on }
  const { body } = await absent.send('POST', '/substitutions', {
    ...week,
    ...days,
    person: idOf(absent),
    substitute: idOf(sub),
    roles: ['tto_negotiator'],
  })
  expect([await mine('/workbench'), await inCalendar()]).toEqual([[], []])
  expect((await decide(chief, body.id)).status).toBe(200)
  // Only in the cases that were lent, and with the name of who is away.
  expect(new Set(await mine('/workbench'))).toEqual(new Set([own.id]))
  expect(new Set(await mine('/workbench', (item) => item.actFor?.name))).toEqual(
    new Set([absent.caller.name]),
  )
  expect(new Set(await inCalendar())).toEqual(new Set([own.id]))
  // The cases that the substitute stands in for are among their own.
  const listed = new Set(await mine(`/workbench?officer=${idOf(sub)}`))
  expect([listed.has(own.id), listed.has(foreign.id)]).toEqual([true, false])
  expect((await absent.send('POST', `/substitutions/${body.id}/end`)).status).toBe(200)
  expect([await mine('/workbench'), await inCalendar()]).toEqual([[], []])
  house.clock.set('2026-03-02')
})

interface Item {
  caseId: string
  mine: boolean
  roles: string[]
  actFor?: { name: string }
}

test('nobody takes the roles of another for themselves without a third, however it is set', async () => {
  const leader = await house.person(['leaders'])
  await admin.send('POST', '/substitutions/setting', { automatic: true })
  const id = await open(ann)
  const taken = await name(leader, { substitute: idOf(leader), scope: 'all' })
  expect(taken.status).toBe(201)
  const acting = { actingFor: idOf(ann) }
  expect((await leaveOpen(leader, id, acting)).status).toBe(403)
  expect((await decide(admin, taken.body.id)).status).toBe(200)
  await house.database.asOwner('update account set disabled_at = now() where person_id = $1', [
    idOf(ann),
  ])
  expect((await leaveOpen(leader, id, acting)).status).toBe(403)
})

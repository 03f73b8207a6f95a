import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offices } from '../../apps/demo/people.ts'
import type { Office } from '../../apps/demo/walk.ts'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { type Accepted, deskOf, openCase, performAct } from '../cases/index.ts'
import { lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'

const line = lineOf({ ...sampleDeal, team: [{ name: '甲示例', percent: 100 }], costs: [] })

let house: TestApp
let staff: Record<Office, Person>
/** Has the same roles as the officer, but no part in any case. */
let otherOfficer: Person

beforeAll(async () => {
  house = await openTestApp(modules)
  await house.institution(sampleDeal.hospital)
  const hired = offices.map(async ({ login, roles }) => [login, await house.person(roles)] as const)
  staff = Object.fromEntries(await Promise.all(hired)) as Record<Office, Person>
  otherOfficer = await house.person(staff.officer.caller.roles as never)
})
afterAll(() => house?.close())

/** Leads a case along the main line, each act by the person whose office it is; the worker keeps up. */
async function leadTo(type: string): Promise<{ id: string; on: Day }> {
  let on = '2026-03-02' as Day
  let id = ''
  for (const step of upTo(type, line)) {
    on = addDays(on, step.after)
    house.clock.set(on)
    const actor = staff[step.by].caller
    const order = { data: step.data(on, addDays(on, -1)), files: [], on }
    const done = await asSystem(house.context.db, actor.institution, async (tx) => {
      const desk = await deskOf(tx, house.clock, actor.institution)
      return id === ''
        ? openCase(tx, desk, actor, order)
        : performAct(tx, desk, actor, id, { ...order, type: step.type })
    })
    expect(done.kind, step.type).toBe('accepted')
    id = (done as Accepted).id
    await house.workOff()
  }
  return { id, on }
}

/** What is new for a person about a case; sessions end as days pass, so one is opened anew. */
async function newsOf(person: Person, id: string) {
  const again = await house.signInAgain(person)
  const { body } = await again.get('/notifications')
  return body.items.filter(({ caseId }: { caseId: string }) => caseId === id)
}

test('whoever is next is told, once, and no longer when it is done', async () => {
  const { id } = await leadTo('proposed')
  const told = await newsOf(staff.reviewer, id)
  expect(told).toMatchObject([
    { kind: 'your-act', act: 'reviewed', caseTitle: expect.any(String), read: false },
  ])
  expect(told[0].text).toEqual({ zh: '等您办理：审核方案', en: 'Your turn: Review' })
  await house.workOff()
  expect(await newsOf(staff.reviewer, id)).toHaveLength(1)
  expect(await newsOf(staff.officer, id)).toEqual([])
  expect(await newsOf(staff.finance, id)).toEqual([])
})

test('those who know the case are told before others who hold the same role', async () => {
  const { id } = await leadTo('noticePublished')
  const [row] = await house.database.asOwner(
    'select ends_on::text from public_notice where case_id = $1',
    [id],
  )
  house.clock.set(addDays(row?.['ends_on'] as Day, 1))
  await house.workOff()
  expect(await newsOf(staff.officer, id)).toMatchObject([
    { kind: 'your-act', act: 'noticeCertified' },
  ])
  expect(await newsOf(otherOfficer, id)).toEqual([])
})

test('an objection of the public is told to those who look into it, and to those whose case it is', async () => {
  const { id, on } = await leadTo('noticePublished')
  house.clock.set(addDays(on, 3))
  const [row] = await house.database.asOwner('select id from public_notice where case_id = $1', [
    id,
  ])
  const objection = { name: '丙示例', contact: '示例地址一号', text: '示例异议内容' }
  const filed = await house.nobody.send(
    'POST',
    `/public/notices/${row?.['id']}/objections`,
    objection,
  )
  expect(filed.status).toBe(201)
  await house.workOff()
  for (const person of [staff.reviewer, staff.officer]) {
    expect(await newsOf(person, id)).toContainEqual(
      expect.objectContaining({ kind: 'objection', act: 'objectionFound' }),
    )
  }
  expect(JSON.stringify(await newsOf(staff.reviewer, id))).not.toContain('丙示例')
})

test('what is overdue is told the day after, and read lines stay read', async () => {
  const { id } = await leadTo('contractRegistered')
  const [due] = await house.database.asOwner(
    `select due::text from case_due where case_id = $1 and norm = 'gd.report.in-time'`,
    [id],
  )
  house.clock.set(due?.['due'] as Day)
  await house.workOff()
  const overdue = async () =>
    (await newsOf(staff.officer, id)).filter(({ text }: { text: { en: string } }) =>
      text.en.startsWith(`Overdue since ${due?.['due']}`),
    )
  expect(await overdue()).toEqual([])
  house.clock.set(addDays(due?.['due'] as Day, 1))
  await house.workOff()
  expect(await overdue()).toMatchObject([{ kind: 'overdue', act: 'reported', read: false }])

  const officer = await house.signInAgain(staff.officer)
  const mine = (await officer.get('/notifications')).body
  const [first] = mine.items
  const some = await officer.send('POST', '/notifications/read', { ids: [first.id] })
  expect(some.body).toEqual({ unread: mine.unread - 1 })
  expect((await officer.send('POST', '/notifications/read', {})).body).toEqual({ unread: 0 })
  const others = await house.signInAgain(staff.reviewer)
  expect((await others.get('/notifications')).body.unread).toBeGreaterThan(0)
})

test('another person’s lines cannot be marked', async () => {
  await leadTo('proposed')
  const reviewer = await house.signInAgain(staff.reviewer)
  const before = (await reviewer.get('/notifications')).body
  const unread = before.items.find(({ read }: { read: boolean }) => !read)
  const stranger = await house.signInAgain(otherOfficer)
  await stranger.send('POST', '/notifications/read', { ids: [unread.id] })
  expect((await reviewer.get('/notifications')).body.unread).toBe(before.unread)
})

import { addDays, type Day } from '@yizhuan/kit'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'

const line = lineOf(sampleDeal)
let house: TestApp
let institution: string
let officer: Person
let reviewer: Person
let inventor: Person
/** A signed contract, whose report is due. */
let signed: { id: string; on: Day }
/** A notice that runs. */
let published: { id: string; on: Day }

beforeAll(async () => {
  house = await openTestApp(modules)
  institution = await house.institution(sampleDeal.hospital)
  officer = await house.person(['tto_negotiator'])
  reviewer = await house.person(['tto_reviewer'])
  inventor = await house.person(['inventor'])
  signed = await lead(house, institution, upTo('signed', line), '2026-03-02' as Day)
  house.clock.set(signed.on)
  const step = { ...line[0], after: 0 } as (typeof line)[number]
  const steps = [step, ...upTo('noticePublished', line).slice(1)]
  published = await lead(house, institution, steps, addDays(signed.on, -14) as Day)
  officer = await house.signInAgain(officer)
  reviewer = await house.signInAgain(reviewer)
  inventor = await house.signInAgain(inventor)
})
afterAll(() => house?.close())

interface Item {
  readonly key: string
  readonly kind: string
  readonly day: string
  readonly record: { readonly id: string }
}

/** The dues of one record as a person sees them. */
async function duesOf(person: Person, record: string, query = '') {
  const { body } = await person.get(`/calendar?record=${record}${query}`)
  return body.items
}
const reportOf = async (person: Person) =>
  (await duesOf(person, signed.id)).find(({ key }: Item) => key.endsWith('gd.report.in-time'))

describe('the calendar', () => {
  test('says what is due, under which article, from what day it was counted, and who must act', async () => {
    const report = await reportOf(officer)
    expect(report).toMatchObject({
      key: `case/${signed.id}/gd.report.in-time`,
      kind: 'deadline',
      status: 'soon',
      act: 'reported',
      article: { source: 'gd-2025' },
      counted: { from: signed.on, ends: report.day, unit: 'days', calendarMissing: [] },
      record: { kind: 'case', id: signed.id },
      roles: ['tto_negotiator', 'tto_reviewer'],
      who: [officer, reviewer].map(({ caller: { person, name } }) => ({ person, name })),
      mine: true,
    })
    expect(report.counted.last <= report.day).toBe(true)
  })

  test('holds the last day of a notice, which is nobody’s to do', async () => {
    const notice = (await duesOf(reviewer, published.id)).find(
      ({ kind }: Item) => kind === 'notice',
    )
    expect(notice).toMatchObject({ who: [], mine: false, status: 'waiting' })
    expect(notice.counted).toMatchObject({ from: published.on, ends: notice.day })
    const opening = (await duesOf(reviewer, published.id)).find(
      ({ kind }: Item) => kind === 'opening',
    )
    expect(opening).toMatchObject({ day: addDays(notice.day, 1), act: 'noticeCertified' })
  })

  test('shows a term of a contract to those who may read contracts', async () => {
    const to = addDays(signed.on, 30)
    await house.database.asOwner(
      `update contract set status = 'performing', term_to = $2 where institution_id = $1`,
      [institution, to],
    )
    const terms = async (person: Person) =>
      (await person.get('/calendar?kind=term')).body.items.map(({ day }: Item) => day)
    expect(await terms(officer)).toEqual([to])
    expect(await terms(inventor)).toEqual([])
  })

  test('narrows by person, role and lateness, and tells what is overdue whatever the days', async () => {
    const { day } = await reportOf(officer)
    const keys = async (query: string) =>
      (await officer.get(`/calendar?${query}`)).body.items.map(({ key }: Item) => key)
    const report = `case/${signed.id}/gd.report.in-time`
    expect(await keys(`person=${officer.caller.person}`)).toContain(report)
    expect(await keys(`person=${inventor.caller.person}`)).toEqual([])
    expect(await keys('role=leaders')).not.toContain(report)
    expect(await keys('overdue=true')).toEqual([])
    house.clock.set(addDays(day, 40))
    officer = await house.signInAgain(officer)
    expect(await keys('overdue=true')).toContain(report)
    house.clock.set(signed.on)
    officer = await house.signInAgain(officer)
  })

  test('marks rest days, and says which year has none announced', async () => {
    const { body } = await officer.get('/calendar?from=2026-12-30&to=2027-01-10')
    expect(body.restDays).toContain('2027-01-02')
    expect(body.calendarMissing).toEqual([2027])
    expect((await officer.get('/calendar?from=2026-05-02&to=2026-05-01')).status).toBe(400)
    expect((await officer.get('/calendar?from=2026-01-01&to=2027-12-31')).status).toBe(400)
  })
})

describe('a reminder', () => {
  test('is put off with a reason that everybody sees, and taken up again', async () => {
    const { key, day } = await reportOf(officer)
    const order = { key, until: day, reason: '等待材料（示例）' }
    const { status, body } = await officer.send('POST', '/calendar/snoozes', order)
    expect(status).toBe(201)
    expect((await reportOf(reviewer)).snoozes).toMatchObject([
      { name: officer.caller.name, until: day, reason: order.reason, mine: false },
    ])
    expect((await reportOf(reviewer)).day).toBe(day)
    const desk = (await officer.get('/workbench')).body.due
    expect(desk.find((one: { key: string | null }) => one.key === key)).toMatchObject({
      due: day,
      snoozes: [{ mine: true, reason: order.reason }],
      passed: [],
    })
    expect((await reviewer.send('DELETE', `/calendar/snoozes/${body.id}`)).status).toBe(404)
    expect((await officer.send('DELETE', `/calendar/snoozes/${body.id}`)).status).toBe(200)
    expect((await reportOf(officer)).snoozes).toEqual([])
  })

  test('is not put off beyond the last day, and the refusal names the article', async () => {
    const { key, day } = await reportOf(officer)
    const late = { key, until: addDays(day, 1), reason: '示例' }
    const refused = await officer.send('POST', '/calendar/snoozes', late)
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      code: 'past-last-day',
      because: [{ norm: 'gd.report.in-time', cites: [{ source: 'gd-2025' }] }],
      errors: [{ pointer: '#/until' }],
    })
    expect((await inventor.send('POST', '/calendar/snoozes', { ...late, until: day })).status).toBe(
      403,
    )
    const rows = await house.database.asOwner('select 1 from due_snooze where undone_at is null')
    expect(rows).toEqual([])
  })
})

describe('a feed', () => {
  const pathOf = (url: string) => url.slice(url.indexOf('/api/'))
  const made = async (person: Person, body = {}) =>
    pathOf((await person.send('POST', '/calendar/feed', body)).body.url)
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each))
  const reportIn = (text: string) => events(text).find(({ uid }) => uid.includes('gd.report'))

  test('is read under its address alone, by any calendar program', async () => {
    const path = await made(officer, { alarmDays: [3, 1] })
    const { status, headers, text } = await house.nobody.get(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    const report = reportIn(text)
    expect(report?.startDate.toString()).toBe((await reportOf(officer)).day)
    expect(report?.component.getAllSubcomponents('valarm')).toHaveLength(2)
    expect(text).not.toContain(officer.caller.name)
    const { feed } = (await officer.get('/calendar/feed')).body
    expect(feed).toMatchObject({ scope: 'mine', alarmDays: [3, 1] })
    expect(feed.lastUsedAt).not.toBeNull()
    const kept = await house.database.asOwner('select * from calendar_feed')
    expect(JSON.stringify(kept)).not.toContain(path.split('/').at(-1)?.replace('.ics', ''))
  })

  test('gives a changed event a higher number, and an unchanged one the same', async () => {
    const path = await made(officer)
    const numbers = async () => {
      const event = reportIn((await house.nobody.get(path)).text)
      return [event?.sequence, event?.uid]
    }
    const [first, uid] = await numbers()
    expect([first, await numbers()]).toEqual([0, [0, uid]])
    const move = (by: number) =>
      house.database.asOwner(
        `update case_due set due = due + $2::int where case_id = $1 and norm = 'gd.report.in-time'`,
        [signed.id, by],
      )
    await move(1)
    expect(await numbers()).toEqual([1, uid])
    await move(-1)
    expect(await numbers()).toEqual([2, uid])
  })

  test('ends when it gets another address, and when it is withdrawn', async () => {
    const [old, next] = [await made(officer), await made(officer)]
    expect((await house.nobody.get(old)).status).toBe(404)
    expect((await house.nobody.get(next)).status).toBe(200)
    await officer.send('DELETE', '/calendar/feed')
    expect((await house.nobody.get(next)).status).toBe(404)
    expect((await officer.get('/calendar/feed')).body).toEqual({ feed: null })
  })

  test('ends after a year, which is shown beforehand; a new address begins another', async () => {
    const person = await house.person(['tto_negotiator'])
    const path = await made(person)
    const { feed } = (await person.get('/calendar/feed')).body
    const now = house.clock.now()
    const days = (Date.parse(feed.expiresAt) - now.getTime()) / 86_400_000
    expect([days, feed.isExpired]).toEqual([365, false])
    house.clock.set(new Date(Date.parse(feed.expiresAt) - 1000))
    expect((await house.nobody.get(path)).status).toBe(200)
    house.clock.set(new Date(Date.parse(feed.expiresAt)))
    expect((await house.nobody.get(path)).status).toBe(404)
    const again = await house.signInAgain(person)
    expect((await again.get('/calendar/feed')).body.feed.isExpired).toBe(true)
    const renewed = await made(again)
    expect((await house.nobody.get(path)).status).toBe(404)
    expect((await house.nobody.get(renewed)).status).toBe(200)
    house.clock.set(now)
  })

  test('shows what its owner may see now: with other roles something else, without an account nothing', async () => {
    const person = await house.person(['tto_negotiator', 'finance'])
    const path = await made(person, { scope: 'all' })
    const kinds = async () =>
      events((await house.nobody.get(path)).text).map(({ uid }) => uid.split('.')[0])
    expect(await kinds()).toContain('contract')
    await house.database.asOwner(
      `update role_grant set role = 'inventor', to_day = null where account_id = $1`,
      [person.caller.account],
    )
    await house.database.asOwner(`update account set roles_turn = '2026-01-01' where id = $1`, [
      person.caller.account,
    ])
    expect(await kinds()).not.toContain('contract')
    await house.database.asOwner('update account set disabled_at = now() where id = $1', [
      person.caller.account,
    ])
    expect((await house.nobody.get(path)).status).toBe(404)
  })

  test('of another institution is not found under one’s own', async () => {
    const stranger = await house.person(['tto_negotiator'], await house.institution('别院（虚构）'))
    const path = await made(stranger)
    expect((await house.nobody.get(path)).status).toBe(200)
    const moved = path.replace(stranger.caller.institution, institution)
    expect((await house.nobody.get(moved)).status).toBe(404)
  })
})

test('how lateness is passed on is the house’s own choice, and on record', async () => {
  const admin = await house.person(['admin'])
  expect((await officer.get('/calendar/late-rule')).body).toEqual({
    reviewerAfter: 3,
    leadersAfter: 7,
    isOwn: false,
  })
  const own = { reviewerAfter: 1, leadersAfter: 5 }
  expect((await officer.send('PATCH', '/calendar/late-rule', own)).status).toBe(403)
  expect((await admin.send('PATCH', '/calendar/late-rule', own)).body).toEqual({
    ...own,
    isOwn: true,
  })
  const wrong = await admin.send('PATCH', '/calendar/late-rule', { ...own, leadersAfter: 0 })
  expect(wrong.body.errors[0].pointer).toBe('#/leadersAfter')
  const kept = await house.database.asOwner(
    `select action from audit_entry where chain = 'lateRule'`,
  )
  expect(kept).toHaveLength(1)
})

import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

let serial = 0
const numberOf = (year: number, digit: number) => {
  serial += 1
  const digits = `${year}${digit}7${String(serial).padStart(6, '0')}`
  return `${digits}.${patentCheckCharacter(digits)}`
}

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const { body } = await officer.send('POST', '/rights', { kind: 'know_how', title: '示例秘方' })
  return { institution, officer, path: `/rights/${body.id}` }
}

const application = (filedOn: string) => ({
  kind: 'invention',
  title: '一种示例敷料',
  number: numberOf(Number(filedOn.slice(0, 4)), 1),
  filedOn,
})

test('an office action is answered by its deadline, or the application is lost by neglect', async () => {
  app.clock.set('2026-01-10')
  const { officer: first } = await office()
  let officer = first
  const figures = async () => (await officer.get('/docket/figures')).body
  const { body } = await officer.send('POST', '/rights', application('2025-01-06'))
  const path = `/rights/${body.id}`
  const record = (event: object) =>
    officer.send('POST', `${path}/events`, { source: '通知书', ...event })
  for (const [kind, on] of [
    ['accepted', '2025-01-20'],
    ['applicationFeePaid', '2025-02-06'],
    ['examinationRequested', '2025-02-06'],
    ['examinationFeePaid', '2025-02-06'],
    ['examinationBegun', '2025-06-06'],
  ]) {
    expect((await record({ kind, on })).status).toBe(201)
  }
  const bare = await record({ kind: 'firstActionIssued', on: '2025-12-05' })
  expect(bare.body.code).toBe('event-not-expected')
  const wrong = { kind: 'firstActionIssued', on: '2025-12-05', ref: 'FW-1', until: '2025-12-01' }
  expect((await record(wrong)).body.errors).toMatchObject([
    { pointer: '#/until', rule: 'until-before-event' },
  ])
  const action = await record({ kind: 'firstActionIssued', on: '2025-12-05', ref: 'FW-1' })
  expect(action.status, action.text).toBe(201)
  const clocks = (await officer.get(`${path}/docket`)).body.clocks
  expect(clocks.find(({ key }: { key: string }) => key === 'first-action/FW-1')).toMatchObject({
    ends: '2026-04-07',
    leadsTo: 'deemedWithdrawn',
  })
  app.clock.set('2026-05-08')
  officer = await app.signInAgain(officer)
  // It ran out a month ago, and nobody has recorded yet what followed.
  expect(await figures()).toMatchObject({ lost: 1, lostThisYear: 1 })
  const lost = await record({ kind: 'deemedWithdrawn', on: '2026-05-06' })
  expect(lost.status).toBe(201)
  expect((await officer.get(`${path}/docket`)).body.neglect).toMatchObject({ ends: '2026-04-07' })
  expect(await figures()).toMatchObject({ lost: 1 })
  // Had it been decided, it would be no neglect.
  const decided = await record({ kind: 'pursuitEnded', on: '2026-01-06' })
  expect(decided.status, decided.text).toBe(201)
  expect((await officer.get(`${path}/docket`)).body.neglect).toBeNull()
  expect(await figures()).toMatchObject({ lost: 0 })
})

test('a rejection that is recorded leaves three months for the review, with its fee', async () => {
  app.clock.set('2026-05-08')
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const { body } = await officer.send('POST', '/rights', application('2024-03-12'))
  const tell = (kind: string, on: string) =>
    officer.send('POST', `/rights/${body.id}/events`, { kind, on, source: '通知书' })
  expect((await tell('rejected', '2026-05-05')).status).toBe(201)
  const { clocks, state, endedByStatus } = (await officer.get(`/rights/${body.id}/docket`)).body
  expect([state, endedByStatus]).toEqual(['rejected', false])
  expect(clocks).toMatchObject([
    { key: 'reexamination', ends: '2026-08-05', fee: { fen: '100000' } },
  ])
  expect((await tell('reexaminationRequested', '2026-05-08')).status).toBe(201)
  expect((await officer.get(`/rights/${body.id}/docket`)).body.clocks).toEqual([])
})

test('an own deadline is set, put off, done, and stands in calendar and history', async () => {
  const { institution, officer, path } = await office()
  const doctor = await app.person(['inventor'], institution)
  const body = { title: '美国审查意见答复', dueOn: '2026-06-08', personName: '示例甲' }
  expect((await doctor.send('POST', `${path}/deadlines`, body)).status).toBe(403)
  const past = await officer.send('POST', `${path}/deadlines`, { ...body, dueOn: '2026-05-07' })
  expect(past.body.errors).toMatchObject([{ pointer: '#/dueOn', rule: 'deadline-past' }])
  const nobody = { ...body, person: '0196aaaa-0000-7000-8000-00000000000a' }
  expect((await officer.send('POST', `${path}/deadlines`, nobody)).body.errors).toMatchObject([
    { rule: 'no-such-person' },
  ])
  const set = await officer.send('POST', `${path}/deadlines`, body)
  expect(set.status, set.text).toBe(201)
  const calendar = async () => (await officer.get('/calendar?from=2026-01-01&to=2026-12-31')).text
  expect(await calendar()).toContain('美国审查意见答复（示例甲）')
  expect((await officer.get('/docket/figures')).body.overdue).toBe(0)
  const one = `${path}/deadlines/${set.body.id}`
  const move = { dueOn: '2026-07-08', reason: '已请求延期一个月' }
  expect((await officer.send('POST', `${one}/move`, move)).status).toBe(200)
  const close = { state: 'done', reason: '已由代理提交答复' }
  expect((await officer.send('POST', `${one}/close`, close)).status).toBe(200)
  expect((await officer.send('POST', `${one}/close`, close)).status).toBe(404)
  expect((await officer.get(`${path}/docket`)).body.deadlines).toMatchObject([
    { dueOn: '2026-07-08', state: 'done', reason: '已由代理提交答复' },
  ])
  expect(await calendar()).not.toContain('美国审查意见答复')
  const history = (await officer.get(`${path}/history`)).text
  expect(history).toContain('已请求延期一个月')
})

test('a deadline is handed over to whoever works here, who can open what is theirs', async () => {
  const { institution, officer, path } = await office()
  const [doctor, other] = [
    await app.person(['inventor'], institution),
    await app.person(['inventor'], institution),
  ]
  for (const { caller } of [doctor, other]) {
    await app.database.asOwner(
      'insert into person (institution_id, id, name) values ($1, $2, $3)',
      [institution, caller.person, caller.name],
    )
  }
  const theirs = (one: typeof doctor) => ({
    person: one.caller.person,
    personName: one.caller.name,
  })
  const body = { title: '日本年金', dueOn: '2026-06-08', ...theirs(doctor) }
  expect((await doctor.get(`${path}/docket`)).status).toBe(403)
  const set = await officer.send('POST', `${path}/deadlines`, body)
  expect(set.status, set.text).toBe(201)
  expect((await doctor.get(`${path}/docket`)).status).toBe(200)
  await app.database.asOwner(`update person set left_on = '2026-05-08' where id = $1`, [
    doctor.caller.person,
  ])
  const gone = await officer.send('POST', `${path}/deadlines`, body)
  expect(gone.body.errors).toMatchObject([{ pointer: '#/person', rule: 'person-has-left' }])
  const docket = async () => (await officer.get(`${path}/docket`)).body.deadlines
  expect(await docket()).toMatchObject([{ hasLeft: true }])
  const move = `${path}/deadlines/${set.body.id}/move`
  const back = { dueOn: '2026-06-08', ...theirs(doctor), reason: '仍由本人办理' }
  expect((await officer.send('POST', move, back)).body.errors).toMatchObject([
    { rule: 'person-has-left' },
  ])
  const { person: nameless } = theirs(other)
  const unnamed = { dueOn: '2026-06-08', person: nameless, reason: '移交' }
  expect((await officer.send('POST', move, unnamed)).body.errors).toMatchObject([
    { pointer: '#/personName', rule: 'named-heir' },
  ])
  // It ran out meanwhile: it is handed over as it is.
  app.clock.set('2026-06-10')
  const again = await app.signInAgain(officer)
  const handed = { dueOn: '2026-06-08', ...theirs(other), reason: '原负责人离开' }
  const done = await again.send('POST', move, handed)
  expect(done.status, done.text).toBe(200)
  const [one] = (await again.get(`${path}/docket`)).body.deadlines
  expect(one).toMatchObject({ personName: other.caller.name, hasLeft: false, dueOn: '2026-06-08' })
  expect((await again.get(`${path}/history`)).text).toContain(other.caller.name)
  const heir = await app.signInAgain(other)
  expect((await heir.get(`${path}/docket`)).status).toBe(200)
  const past = await again.send('POST', move, { dueOn: '2026-06-09', reason: '延期' })
  expect(past.body.errors).toMatchObject([{ rule: 'deadline-past' }])
})

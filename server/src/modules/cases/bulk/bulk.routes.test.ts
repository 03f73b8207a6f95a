import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { lead, lineOf, type Standing, sampleDeal, upTo } from '../testing/leading.ts'

let house: TestApp
let institution: string
let officer: Person
let finance: Person
let today: Day

const line = lineOf(sampleDeal)
const begin = '2026-03-02' as Day

beforeAll(async () => {
  house = await openTestApp(modules)
  institution = await house.institution(sampleDeal.hospital)
  officer = await house.person(['tto_negotiator'])
  finance = await house.person(['finance'])
})
afterAll(() => house?.close())

const published = () => lead(house, institution, upTo('noticePublished', line), begin)
const reviewed = () => lead(house, institution, upTo('reviewed', line), begin)

/** The day on which a notice has run its time; sessions are opened anew. */
async function later({ on }: Standing): Promise<void> {
  today = addDays(on, 27)
  house.clock.set(today)
  officer = await house.signInAgain(officer)
  finance = await house.signInAgain(finance)
}

const order = () => ({
  procedure: 'transfer',
  act: 'noticeCertified',
  data: { lastShownOn: addDays(today, -1) },
})
const chosen = (...cases: Standing[]) => cases.map(({ id, seq }) => ({ id, expectedSeq: seq }))
const start = (id: string, cases: object[], more: object = {}, by = officer) =>
  by.send('POST', '/bulk-acts', { id, ...order(), ...more, cases })
const resultsOf = async (id: string) =>
  Object.fromEntries(
    (await officer.get(`/bulk-acts/${id}`)).body.items.map(
      (item: { id: string; state: string; problem?: { code: string } }) => [
        item.id,
        item.problem?.code ?? item.state,
      ],
    ),
  )
const certified = async ({ id }: Standing) => {
  const rows = await house.database.asOwner(
    `select seq from act where case_id = $1 and type = 'noticeCertified'`,
    [id],
  )
  return rows.length
}

test('what is possible and what each case would meet is told before anything is written', async () => {
  const [ready, early] = [await published(), await reviewed()]
  await later(ready)
  const cases = [ready.id, early.id]
  const options = (await officer.send('POST', '/bulk-acts/options', { cases })).body.items
  const certify = options.find(({ act }: { act: string }) => act === 'noticeCertified')
  expect(certify).toMatchObject({ procedure: 'transfer', cases: [ready.id] })
  expect((await finance.send('POST', '/bulk-acts/options', { cases })).body.items).toEqual([])
  const { body } = await officer.send('POST', '/bulk-acts/preview', { ...order(), cases })
  expect(body.items[0]).toMatchObject({ id: ready.id, seq: ready.seq, warnings: [] })
  expect(body.items[0].problem).toBeUndefined()
  expect(body.items[1].problem).toMatchObject({ status: 422, code: 'law-forbids' })
  // Too early by law: the refusal names the article.
  const shown = { ...order(), data: { lastShownOn: ready.on } }
  const soon = (await officer.send('POST', '/bulk-acts/preview', { ...shown, cases: [ready.id] }))
    .body
  expect(soon.items[0].problem).toMatchObject({ code: 'law-forbids' })
  expect(soon.items[0].problem.because[0].cites[0].at).toBe('a14.p1.i3')
  expect(await certified(ready)).toBe(0)
})

test('each act stands in its own chain, once, whoever sends or works twice', async () => {
  const [one, two, early] = [await published(), await published(), await reviewed()]
  await later(two)
  const id = newId()
  const cases = chosen(one, two, early)
  const sent = await Promise.all([start(id, cases), start(id, cases), start(id, cases)])
  expect(sent.map(({ status }) => status)).toEqual([202, 202, 202])
  expect((await officer.get(`/bulk-acts/${id}`)).body.progress.waiting).toBe(3)
  // Two workers at once.
  await Promise.all([house.workOff(), house.workOff()])
  expect(await resultsOf(id)).toEqual({
    [one.id]: 'recorded',
    [two.id]: 'recorded',
    [early.id]: 'law-forbids',
  })
  expect([await certified(one), await certified(two)]).toEqual([1, 1])
  const { body } = await officer.get(`/cases/${one.id}`)
  expect(body.chain.ok).toBe(true)
  expect(body.timeline.at(-1)).toMatchObject({
    type: 'noticeCertified',
    by: { person: officer.caller.person, role: 'tto_negotiator' },
  })
  // The same order again is the same run; another one under its id is none.
  expect((await start(id, cases)).status).toBe(202)
  await house.workOff()
  expect(await certified(one)).toBe(1)
  expect((await start(id, chosen(one))).body.code).toBe('other-order')
  const csv = await officer.get(`/bulk-acts/${id}/refusals.csv`)
  expect(csv.text.split('\r\n').slice(1)).toEqual([
    expect.stringMatching(/未办理.*gd-2025#a14\.p1\.i3/),
    '',
  ])
  const auditor = await house.person(['auditor'])
  expect((await auditor.get('/exports')).body.items[0]).toMatchObject({
    list: { en: 'cases a bulk act left out' },
    filter: { bulkAct: id },
    rows: 1,
  })
})

test('a case that changed meanwhile is left alone; what waits can be given up', async () => {
  const [moved, given, kept] = [await published(), await published(), await published()]
  await later(kept)
  const note = { type: 'tipReceived', data: { text: '线索（演示）' }, expectedSeq: moved.seq }
  expect((await officer.send('POST', `/cases/${moved.id}/acts`, note)).status).toBe(201)
  const first = newId()
  await start(first, chosen(moved, kept))
  await house.workOff()
  expect(await resultsOf(first)).toEqual({ [moved.id]: 'changed-meanwhile', [kept.id]: 'recorded' })
  const second = newId()
  await start(second, chosen(given))
  const stranger = await house.person(['tto_reviewer'])
  expect((await stranger.send('POST', `/bulk-acts/${second}/cancel`)).status).toBe(403)
  const cancelled = await officer.send('POST', `/bulk-acts/${second}/cancel`)
  expect(cancelled.body).toEqual({ id: second, cancelled: 1 })
  await house.workOff()
  expect(await resultsOf(second)).toEqual({ [given.id]: 'cancelled' })
  expect(await certified(given)).toBe(0)
})

/** A file that only the discipline office may read, and the case it belongs to. */
async function closedCase(): Promise<{ file: object; id: string }> {
  const standing = await published()
  await later(standing)
  const form = new FormData()
  form.set('file', new File(['线索材料（虚构）'], '线索.txt', { type: 'text/plain' }))
  const discipline = await house.person(['discipline'])
  const { name, sha256, size } = (await discipline.send('POST', '/files', form)).body
  const file = { name, sha256, size }
  const act = { type: 'tipReceived', data: { text: '线索（演示）' }, files: [file] }
  const { id, seq } = standing
  const noted = await discipline.send('POST', `/cases/${id}/acts`, { ...act, expectedSeq: seq })
  expect(noted.status, noted.text).toBe(201)
  await house.database.asOwner(
    `insert into closed_case values ($1, $2, array['discipline'], '{}')`,
    [institution, id],
  )
  return { file, id }
}

test('the worker may no more than who gave the order: what is closed to them stays closed', async () => {
  const [{ file }, ready, closing] = [await closedCase(), await published(), await published()]
  await later(closing)
  const id = newId()
  expect((await start(id, chosen(ready), { files: [file] })).status).toBe(202)
  const second = newId()
  expect((await start(second, chosen(closing))).status).toBe(202)
  // Between the order and the worker a case may be closed to who gave it.
  await house.database.asOwner(
    `insert into closed_case values ($1, $2, array['discipline'], '{}')`,
    [institution, closing.id],
  )
  await house.workOff()
  expect(await resultsOf(id)).toEqual({ [ready.id]: 'malformed' })
  expect([await certified(ready), await certified(closing)]).toEqual([0, 0])
  expect((await officer.get(`/files/${(file as { sha256: string }).sha256}`)).status).toBe(404)
  const reader = await house.person(['discipline'])
  const [item] = (await reader.get(`/bulk-acts/${second}`)).body.items
  expect(item).toMatchObject({ state: 'refused', problem: { status: 404 } })
})

test('roles that are lent count in bulk too, in both names, as far as they were lent', async () => {
  const absent = await house.person(['tto_negotiator'])
  const substitute = await house.person(['finance'])
  const admin = await house.person(['admin'])
  const [own, foreign] = [await published(), await published()]
  await later(foreign)
  await house.database.asOwner(
    `update case_officer set person_id = $1 where case_id = $2 and part = 'lead'`,
    [absent.caller.person, own.id],
  )
  const away = await house.signInAgain(absent)
  const sub = await house.signInAgain(substitute)
  const chief = await house.signInAgain(admin)
  const named = await away.send('POST', '/substitutions', {
    person: absent.caller.person,
    substitute: substitute.caller.person,
    roles: ['tto_negotiator'],
    from: today,
    until: addDays(today, 3),
    reason: '休假（演示）',
    scope: 'own',
  })
  expect(named.status, named.text).toBe(201)
  await chief.send('POST', `/substitutions/${named.body.id}/decision`, { outcome: 'approved' })
  const cases = [own.id, foreign.id]
  const options = (await sub.send('POST', '/bulk-acts/options', { cases })).body.items
  const certify = options.find(({ act }: { act: string }) => act === 'noticeCertified')
  expect(certify).toMatchObject({
    cases: [own.id],
    actFor: { person: absent.caller.person, name: absent.caller.name },
  })
  const actingFor = absent.caller.person
  const preview = { ...order(), actingFor, cases }
  const foreseen = (await sub.send('POST', '/bulk-acts/preview', preview)).body.items
  expect(foreseen.map(({ problem }: { problem?: { code: string } }) => problem?.code)).toEqual([
    undefined,
    'not-allowed',
  ])
  const id = newId()
  expect((await start(id, chosen(own, foreign), { actingFor }, sub)).status).toBe(202)
  await house.workOff()
  expect(await resultsOf(id)).toEqual({ [own.id]: 'recorded', [foreign.id]: 'not-allowed' })
  const act = (await officer.get(`/cases/${own.id}`)).body.timeline.at(-1)
  expect(act.by).toEqual({
    person: substitute.caller.person,
    name: substitute.caller.name,
    role: 'tto_negotiator',
    actingFor: { person: absent.caller.person, name: absent.caller.name },
  })
  // Without saying so, one's own roles are all there is; and what was called back is not lent any more.
  const [third, fourth] = [newId(), newId()]
  await start(third, chosen(foreign), {}, sub)
  expect((await start(fourth, chosen(foreign), { actingFor }, sub)).status).toBe(202)
  expect((await away.send('POST', `/substitutions/${named.body.id}/end`)).status).toBe(200)
  await house.workOff()
  expect(Object.values(await resultsOf(third))).toEqual(['not-allowed'])
  expect(Object.values(await resultsOf(fourth))).toEqual(['not-allowed'])
})

test('what each case must decide for itself, other houses and closed accounts are refused', async () => {
  const one = await published()
  await later(one)
  const signed = await start(newId(), chosen(one), { act: 'signed', data: {} })
  expect(signed.body.errors[0]).toMatchObject({ pointer: '#/act', rule: 'in-bulk' })
  const other = await house.person(
    ['tto_negotiator'],
    await house.institution('另一示例医院（虚构）'),
  )
  expect((await start(newId(), chosen(one), {}, other)).body.errors[0].pointer).toBe('#/cases')
  const many = Array.from({ length: 101 }, () => ({ id: newId(), expectedSeq: 1 }))
  expect((await start(newId(), many)).status).toBe(400)
  const id = newId()
  expect((await start(id, chosen(one))).status).toBe(202)
  expect((await other.get(`/bulk-acts/${id}`)).status).toBe(404)
  const admin = await house.person(['admin'])
  await admin.send('POST', `/accounts/${officer.caller.account}/disable`, { reason: '离职' })
  await house.workOff()
  const { body } = await admin.get(`/bulk-acts/${id}`)
  expect(body.items[0]).toMatchObject({ state: 'refused', problem: { code: 'not-allowed' } })
  expect(await certified(one)).toBe(0)
})

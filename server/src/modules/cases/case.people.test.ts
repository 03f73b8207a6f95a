import { readRecord, verifyChain } from '@yizhuan/procedures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// Who leads is asked of the posts on the day of the act, and stands in the act with its source.

let house: TestApp
let admin: Person
let officer: Person
let head: string

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  await house.institution('示例医院（虚构）')
  admin = await house.person(['admin'])
  officer = await house.person(['tto_negotiator'])
  head = (await admin.send('POST', '/people', { name: '甲示例' })).body.id
  const post = { title: '院长', kind: 'chief', from: '2026-02-01' }
  expect((await admin.send('POST', `/people/${head}/posts`, post)).status).toBe(201)
})
afterAll(() => house?.close())

const open = (member: object, more: object = {}, who = officer) =>
  who.send('POST', '/cases', {
    ...more,
    data: { title: '示例许可', achievement: '可吸收止血材料', team: [member] },
  })
const teamOf = async (id: string) => {
  const { body } = await officer.get(`/cases/${id}`)
  return body.timeline[0].data.team[0]
}
const typed = { name: '甲', isInventor: true, isChief: false, holdsLeadingPost: false }
const cases = async () =>
  Number((await house.database.asOwner('select count(*)::int as n from act'))[0]?.['n'])

test('of a known person the register answers, whatever was ticked, and the act keeps its source', async () => {
  const { body } = await open({ ...typed, person: head })
  expect(await teamOf(body.id)).toEqual({
    person: head,
    name: '甲示例',
    isInventor: true,
    isChief: true,
    holdsLeadingPost: true,
    posts: [{ title: '院长', kind: 'chief', unit: null, from: '2026-02-01' }],
    signsOnPaper: true,
  })
})

test('what was recorded stays when the register changes', async () => {
  const { body } = await open({ ...typed, person: head })
  const { posts } = (await admin.get(`/people/${head}`)).body
  await admin.send('POST', `/people/${head}/posts/${posts[0].id}/end`, {
    to: '2026-03-01',
    reason: '换届',
  })
  expect(await teamOf(body.id)).toMatchObject({ isChief: true })
  const { text } = await officer.get(`/cases/${body.id}/acts.jsonl`)
  expect(verifyChain(readRecord(text).entries).ok).toBe(true)
  const later = await open({ ...typed, person: head })
  expect(await teamOf(later.body.id)).toMatchObject({ isChief: false, posts: [] })
})

test('an act of an earlier day is answered by the posts of that day', async () => {
  const { body } = await open({ ...typed, person: head }, { on: '2026-02-20' })
  expect(await teamOf(body.id)).toMatchObject({ isChief: true })
})

test('a typed name is taken as typed, and nobody fills in posts by hand', async () => {
  const posts = [{ title: '院长', kind: 'chief', unit: null, from: '2026-01-01' }]
  const { body } = await open({ ...typed, holdsLeadingPost: true, posts, signsOnPaper: true })
  expect(await teamOf(body.id)).toEqual({ ...typed, holdsLeadingPost: true })
})

test('who is not of the institution is refused by field, and nothing is written', async () => {
  const before = await cases()
  const elsewhere = await house.institution('别院（虚构）')
  const stranger = await house.person(['tto_negotiator'], elsewhere)
  const answers = [
    await open({ ...typed, person: head }, {}, stranger),
    await open({ ...typed, person: '018f0000-0000-7000-8000-000000000000' }),
    await open({ ...typed, person: 'nobody' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  for (const { body } of answers) expect(body.errors[0].pointer).toBe('#/data/team/0/person')
  expect(await cases()).toBe(before)
})

test('who can sign in signs there, and not on paper', async () => {
  const { body } = await open({ ...typed, person: officer.caller.person })
  expect(await teamOf(body.id)).toEqual({ ...typed, person: officer.caller.person })
})

test('what the institution said of itself fills what the act leaves open, and no more', async () => {
  await admin.send('PATCH', '/institution', { expectedSeq: 0, universityAffiliated: true })
  const affiliated = async (more: object) => {
    const data = { title: '示例', achievement: '示例', team: [typed], ...more }
    const { body } = await officer.send('POST', '/cases', { data })
    return (await officer.get(`/cases/${body.id}`)).body.timeline[0].data.universityAffiliated
  }
  expect(await affiliated({})).toBe(true)
  expect(await affiliated({ universityAffiliated: false })).toBe(false)
})

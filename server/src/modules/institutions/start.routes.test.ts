import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// Since which day a house deals on the platform is said by one person and confirmed by another.

let house: TestApp
let reviewer: Person
let leader: Person
let finance: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  reviewer = await house.person(['tto_reviewer'])
  leader = await house.person(['leaders'])
  finance = await house.person(['finance'])
})
afterAll(() => house?.close())

const propose = (who: Person, from: string) =>
  who.send('POST', '/institution/platform-start', { from, reason: '启用通知' })
const answer = (who: Person, step: 'confirm' | 'withdraw', seq: number) =>
  who.send('POST', `/institution/platform-start/${step}`, { seq })
const now = async () => (await finance.get('/institution/platform-start')).body

test('one proposes, another confirms, and all of it stays to be read', async () => {
  expect(await now()).toEqual({ since: null, waiting: null, items: [] })
  expect((await propose(finance, '2026-01-05')).status).toBe(403)
  const ahead = await propose(reviewer, '2026-03-03')
  expect(ahead.body.errors[0]).toMatchObject({ pointer: '#/from', rule: 'not-ahead' })
  expect((await now()).items).toEqual([])
  const { seq } = (await propose(reviewer, '2026-01-05')).body
  expect((await propose(leader, '2026-01-06')).body.code).toBe('start-proposed')
  expect((await answer(reviewer, 'confirm', seq)).status).toBe(403)
  expect((await now()).since).toBeNull()
  expect((await answer(leader, 'confirm', seq)).status).toBe(200)
  expect((await answer(leader, 'confirm', seq)).body.code).toBe('no-start-proposed')
  expect(await now()).toMatchObject({ since: '2026-01-05', waiting: null })
  const { items } = (await reviewer.get('/institution/history')).body
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    'institution.startProposed',
    'institution.startConfirmed',
  ])
})

test('what was taken back is not confirmed, nor what was not read', async () => {
  const { seq } = (await propose(leader, '2026-02-01')).body
  expect((await answer(reviewer, 'withdraw', seq)).status).toBe(200)
  const second = (await propose(leader, '2026-02-02')).body
  expect((await answer(reviewer, 'confirm', seq)).body.code).toBe('start-changed')
  expect((await now()).since).toBe('2026-01-05')
  expect((await answer(reviewer, 'confirm', second.seq)).status).toBe(200)
  expect((await now()).since).toBe('2026-02-02')
  expect((await now()).items).toHaveLength(6)
})

test('the database holds that nobody confirms their own day, and that nothing of it is changed', async () => {
  const { institution, person } = reviewer.caller
  const own = house.database.asOwner(
    `insert into platform_start values ($1, 99, 'confirmed', '2026-01-01', 'x', $2, now(), $2, 'x')`,
    [institution, person],
  )
  await expect(own).rejects.toThrow(/check/)
  const change = house.database.asOwner(`update platform_start set reason = 'y'`, [])
  await expect(change).rejects.toThrow(/append-only/)
})

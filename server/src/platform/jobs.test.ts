import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from './database.ts'
import { addJob, cancelJob } from './jobs.ts'
import { drainOutbox, type OutboxFact, putOut } from './outbox.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
const institution = randomUUID()
const waiting = async () => {
  const rows = await database.asOwner(
    'select task_identifier as task, key, run_at from graphile_worker.jobs order by 1',
  )
  return rows.map(({ task, key }) => ({ task, key }))
}

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('a job exists exactly if its transaction commits', async () => {
  const rolledBack = asSystem(database.db, institution, async (tx) => {
    await addJob(tx, 'lost', {})
    throw new Error('on purpose')
  })
  await expect(rolledBack).rejects.toThrow('on purpose')
  await asSystem(database.db, institution, (tx) => addJob(tx, 'kept', { institution }))
  expect(await waiting()).toEqual([{ task: 'kept', key: null }])
})

test('a moved deadline has one timer, and a cancelled one none', async () => {
  const [early, late] = [new Date('2026-04-01T00:00:00Z'), new Date('2026-05-01T00:00:00Z')]
  for (const at of [early, late]) {
    await asSystem(database.db, institution, (tx) => addJob(tx, 'timer', {}, { at, key: 'case/1' }))
  }
  const timers = await database.asOwner(
    `select run_at from graphile_worker.jobs where task_identifier = 'timer'`,
  )
  expect(timers).toEqual([{ run_at: late }])
  await asSystem(database.db, institution, (tx) => cancelJob(tx, 'case/1'))
  expect((await waiting()).map(({ task }) => task)).not.toContain('timer')
})

test('the application can add jobs, not read or change them', async () => {
  const reading = database.db
    .selectFrom('graphile_worker.jobs' as 'outbox')
    .selectAll()
    .execute()
  await expect(reading).rejects.toThrow(/permission denied/)
})

test('facts leave the outbox once, in order, and stay when telling them fails', async () => {
  const facts = [1, 2, 3].map((n) => ({ institution, fact: 'thing.done', body: { n } }))
  for (const fact of facts) await asSystem(database.db, institution, (tx) => putOut(tx, fact))
  const failing = drainOutbox(database.db, async () => {
    throw new Error('the listener is down')
  })
  await expect(failing).rejects.toThrow('the listener is down')
  const told: OutboxFact[] = []
  expect(await drainOutbox(database.db, async (fact) => void told.push(fact))).toBe(3)
  expect(told).toEqual(facts)
  expect(await drainOutbox(database.db, async (fact) => void told.push(fact))).toBe(0)
})

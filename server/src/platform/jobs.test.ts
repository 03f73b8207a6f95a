import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clockAt } from './clock.ts'
import { asSystem } from './database.ts'
import { addJobs, cancelJob, doSomeJobs, type NewJob, type Tasks, waitingJobs } from './jobs.ts'
import { openTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
const institution = randomUUID()
const clock = clockAt('2026-03-02')
const later = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000)
const add = (...jobs: Partial<NewJob>[]) =>
  asSystem(database.db, institution, (tx) =>
    addJobs(
      tx,
      jobs.map((job) => ({ institution, task: 'note', payload: {}, at: clock.now(), ...job })),
    ),
  )
const rows = () => database.asOwner('select * from job order by number')

const sentences: string[] = []
const bench = (tasks: Tasks) => ({
  db: database.db,
  clock,
  tasks,
  onTrouble: (sentence: string) => void sentences.push(sentence),
})
/** Does all that is due. */
async function work(tasks: Tasks): Promise<void> {
  while (await doSomeJobs(bench(tasks)));
}

beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(async () => {
  clock.set('2026-03-02')
  sentences.length = 0
  await database.asOwner('delete from job')
})
afterAll(() => database.close())

test('a job exists exactly if its transaction commits', async () => {
  const rolledBack = asSystem(database.db, institution, async (tx) => {
    await addJobs(tx, [{ institution, task: 'lost', payload: {}, at: clock.now() }])
    throw new Error('on purpose')
  })
  await expect(rolledBack).rejects.toThrow('on purpose')
  await add({ task: 'kept' })
  expect(await rows()).toMatchObject([{ task: 'kept' }])
})

test('as many jobs as there are open cases are added at once, in their order', async () => {
  const many = 6_000
  await add(...Array.from({ length: many }, (_, at) => ({ payload: { at }, queue: 'cases' })))
  const order = (await rows()).map(({ payload }) => (payload as { at: number }).at)
  expect(order).toEqual(Array.from({ length: many }, (_, at) => at))
})

test('a moved deadline has one timer, and a cancelled one none', async () => {
  await add({ at: later(60), key: 'case/1' })
  await add({ at: later(90), key: 'case/1' })
  expect(await rows()).toMatchObject([{ run_at: later(90) }])
  await asSystem(database.db, institution, (tx) => cancelJob(tx, institution, 'case/1'))
  expect(await rows()).toEqual([])
})

test('a job waits for its moment by the platform’s clock, and is done once', async () => {
  let times = 0
  const tasks: Tasks = {
    note: async () => {
      times += 1
    },
  }
  await add({ at: later(3600) })
  await work(tasks)
  expect(times).toBe(0)
  clock.set(later(3600))
  await work(tasks)
  await work(tasks)
  expect(times).toBe(1)
  expect(await rows()).toEqual([])
})

test('of two workers one does the job', async () => {
  let times = 0
  const tasks: Tasks = {
    note: async () => {
      times += 1
      await new Promise((resolve) => setTimeout(resolve, 150))
    },
  }
  await add({})
  await Promise.all([work(tasks), work(tasks), work(tasks)])
  expect(times).toBe(1)
})

test('a job that fails writes nothing, says why, and is tried again ever later', async () => {
  let isDown = true
  const tasks: Tasks = {
    note: async (tx) => {
      await addJobs(tx, [{ institution, task: 'written', payload: {}, at: later(9_000) }])
      if (isDown) throw new Error('the listener is down')
    },
  }
  await add({})
  await work(tasks)
  expect(await rows()).toMatchObject([{ attempts: 1, run_at: later(5) }])
  expect(sentences).toEqual([expect.stringContaining('the listener is down')])
  clock.set(later(5))
  await work(tasks)
  expect(await rows()).toMatchObject([{ attempts: 2, run_at: later(10) }])
  const seen = await asSystem(database.db, institution, (tx) =>
    waitingJobs(tx, institution, clock.now()),
  )
  expect(seen.troubled).toMatchObject([{ task: 'note', attempts: 2 }])
  isDown = false
  clock.set(later(10))
  await work(tasks)
  expect(await rows()).toMatchObject([{ task: 'written' }])
})

test('a task nobody knows is kept and shown, not lost', async () => {
  await add({ task: 'retired' })
  await work({})
  expect(await rows()).toMatchObject([{ task: 'retired', attempts: 1 }])
  expect(sentences[0]).toContain('nobody here does “retired”')
})

test('a queue goes in order: who fails holds up those behind, and nobody else', async () => {
  const order: unknown[] = []
  let isDown = true
  const tasks: Tasks = {
    note: async (_tx, { payload }) => {
      if (isDown && payload['n'] === 2) throw new Error('down')
      order.push(payload['n'])
    },
  }
  await add(...[1, 2, 3].map((n) => ({ queue: 'a', payload: { n } })))
  await add({ queue: 'b', payload: { n: 4 } })
  await work(tasks)
  expect(order).toEqual([1, 4])
  isDown = false
  clock.set(later(5))
  await work(tasks)
  expect(order).toEqual([1, 4, 2, 3])
})

test('a timer that is moved while its job is being done is done again at its new moment', async () => {
  let times = 0
  await add({ key: 'case/2' })
  await work({
    note: async () => {
      times += 1
      // Another transaction, as an act that is recorded at the same time would be.
      if (times === 1) await add({ key: 'case/2', at: later(60) })
    },
  })
  expect(times).toBe(1)
  expect(await rows()).toMatchObject([{ run_at: later(60), attempts: 0 }])
})

test('a long queue is looked through once for many of its jobs, and keeps its order', async () => {
  const done: number[] = []
  const tasks: Tasks = {
    note: async (_tx, { payload }) => {
      done.push(Number(payload['at']))
    },
  }
  await add(...Array.from({ length: 120 }, (_, at) => ({ queue: 'told', payload: { at } })))
  let looks = 0
  while (await doSomeJobs(bench(tasks))) looks += 1
  expect(done).toEqual(Array.from({ length: 120 }, (_, at) => at))
  expect(looks).toBe(3)
})

test('what stands behind one that fails waits, and a stopped worker leaves the rest', async () => {
  const done: number[] = []
  const tasks: Tasks = {
    note: async (_tx, { payload }) => {
      if (payload['at'] === 2) throw new Error('the listener is down')
      done.push(Number(payload['at']))
    },
  }
  await add(...[0, 1, 2, 3].map((at) => ({ queue: 'told', payload: { at } })))
  await doSomeJobs(bench(tasks), () => done.length < 1)
  expect(done).toEqual([0])
  await work(tasks)
  expect(done).toEqual([0, 1])
})

test('a job of a queue that puts itself off holds up those behind it', async () => {
  const order: unknown[] = []
  let isAway = true
  const tasks: Tasks = {
    note: async (tx, { payload }) => {
      order.push(payload['n'])
      if (!isAway || payload['n'] !== 1) return
      await addJobs(tx, [{ institution, task: 'note', payload, at: later(60), key: 'first' }])
    },
  }
  await add({ queue: 'a', payload: { n: 1 }, key: 'first' }, { queue: 'a', payload: { n: 2 } })
  await work(tasks)
  expect(order).toEqual([1])
  isAway = false
  clock.set(later(60))
  await work(tasks)
  expect(order).toEqual([1, 1, 2])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from './database.ts'
import type { Module } from './module.ts'
import { type OutboxFact, putOut } from './outbox.ts'
import { openTestApp, type TestApp } from './testing/app.ts'

const heard: OutboxFact[] = []
const alsoHeard: string[] = []
let isDown = false

const listeners: readonly Module[] = [
  {
    name: 'careful',
    subscribe: () => ({
      'thing.*': async (_tx, fact) => {
        if (isDown) throw new Error('the listener is down')
        heard.push(fact)
      },
    }),
  },
  {
    name: 'other',
    subscribe: () => ({ 'thing.done': async (_tx, { fact }) => void alsoHeard.push(fact) }),
  },
]

let house: TestApp
let institution: string
const put = (fact: string, n: number) =>
  asSystem(house.context.db, institution, (tx) => putOut(tx, { institution, fact, body: { n } }))

beforeAll(async () => {
  house = await openTestApp(listeners)
  institution = await house.institution()
})
afterAll(() => house.close())

test('each subscriber is told what it asked for, once and in order', async () => {
  for (const n of [1, 2, 3]) await put('thing.done', n)
  await put('thing.undone', 4)
  await put('other.done', 5)
  await house.workOff()
  await house.workOff()
  expect(heard.map(({ fact, body }) => [fact, body['n']])).toEqual([
    ['thing.done', 1],
    ['thing.done', 2],
    ['thing.done', 3],
    ['thing.undone', 4],
  ])
  expect(heard[0]?.institution).toBe(institution)
  expect(alsoHeard).toEqual(['thing.done', 'thing.done', 'thing.done'])
})

test('a subscriber that fails is told later, and the others at once', async () => {
  heard.length = alsoHeard.length = 0
  isDown = true
  for (const n of [6, 7]) await put('thing.done', n)
  await house.workOff()
  expect([heard.length, alsoHeard.length]).toEqual([0, 2])
  isDown = false
  house.clock.set(new Date(house.clock.now().getTime() + 5000))
  await house.workOff()
  expect(heard.map(({ body }) => body['n'])).toEqual([6, 7])
})

test('what was rolled back was never a fact', async () => {
  heard.length = 0
  const rolledBack = asSystem(house.context.db, institution, async (tx) => {
    await putOut(tx, { institution, fact: 'thing.done', body: {} })
    throw new Error('on purpose')
  })
  await expect(rolledBack).rejects.toThrow('on purpose')
  await house.workOff()
  expect(heard).toEqual([])
})

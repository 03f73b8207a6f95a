import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from './database.ts'
import { addJobs } from './jobs.ts'
import type { Module } from './module.ts'
import { openTestApp, type TestApp } from './testing/app.ts'
import { workOff } from './worker.ts'

const did: string[] = []
const noted: Module = { name: 'noted', jobs: () => ({ note: async () => void did.push('note') }) }

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([noted])
})
afterAll(() => app.close())

test('what helpers are there for is left to them, and taken up again once they are gone', async () => {
  const { db, clock } = app.context
  const institution = randomUUID()
  await asSystem(db, institution, (tx) =>
    addJobs(tx, [{ institution, task: 'note', payload: {}, at: clock.now() }]),
  )
  // There is something to do still, so nobody is let go.
  expect(await workOff(app.context, [noted], { isHelped: () => true })).toBe(true)
  expect(did).toEqual([])
  expect(await workOff(app.context, [noted], { isHelped: () => false })).toBe(true)
  expect(did).toEqual(['note'])
  expect(await workOff(app.context, [noted], { isHelped: () => true })).toBe(false)
})

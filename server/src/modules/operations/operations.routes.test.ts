import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import type { Module } from '../../platform/module.ts'
import { putOut } from '../../platform/outbox.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

/** Is told of everything and breaks down. */
const broken: Module = {
  name: 'broken',
  subscribe: () => ({
    'thing.done': async () => {
      throw new Error('the listener is down')
    },
  }),
}

let house: TestApp
beforeAll(async () => {
  house = await openTestApp([...modules, broken])
})
afterAll(() => house?.close())

test('a subscriber that fails is shown, to the administrators of its institution alone', async () => {
  const here = await house.institution('示例医院（虚构）')
  const there = await house.institution('另一示例医院（虚构）')
  const [mine, theirs] = [await house.person(['admin'], here), await house.person(['admin'], there)]
  await house.workOff()
  const { body: well } = await mine.get('/operations')
  expect(well.checks.map(({ id }: { id: string }) => id)).toEqual([
    'facts',
    'jobs',
    'checkpoint',
    'disk',
  ])
  expect(well.troubled).toEqual([])

  await asSystem(house.context.db, here, (tx) =>
    putOut(tx, { institution: here, fact: 'thing.done', body: {} }),
  )
  await house.workOff()
  const { body } = await mine.get('/operations')
  expect(body.checks[1]).toMatchObject({ id: 'jobs', status: 'bad' })
  expect(body.troubled).toMatchObject([
    { task: 'tell/broken', attempts: 1, trouble: 'the listener is down' },
  ])
  expect((await theirs.get('/operations')).body.troubled).toEqual([])
  expect((await (await house.person(['leaders'], here)).get('/operations')).status).toBe(403)
})

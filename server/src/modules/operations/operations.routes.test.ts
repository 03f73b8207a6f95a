import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Module } from '../../platform/module.ts'
import { putOut } from '../../platform/outbox.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
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
    'deliveries',
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

test('what was told to nobody after all tries is shown for a week', async () => {
  const here = await house.institution('示例医院（虚构）')
  const admin = await house.person(['admin'], here)
  const deliveries = async (who: Person) =>
    (await who.get('/operations')).body.checks.find(({ id }: { id: string }) => id === 'deliveries')
  const url = 'https://example.org/hook'
  const hook = { name: '群', kind: 'signed', url, events: ['overdue'] }
  const { id } = (await admin.send('POST', '/webhooks', hook)).body
  const given = (event: string) =>
    house.database.asOwner(
      `insert into webhook_delivery (institution_id, id, webhook_id, event, topic, content, made_at, gave_up_at)
       values ($1, $2, $3, $4, $4, '{}', $5, $5)`,
      [here, newId(), id, event, house.clock.now()],
    )
  await given('test')
  expect((await deliveries(admin)).status).toBe('ok')
  await given('overdue')
  expect(await deliveries(admin)).toMatchObject({
    status: 'watch',
    text: { zh: expect.stringContaining('接口 1 条') },
  })
  house.clock.set(new Date(house.clock.now().getTime() + 8 * 86_400_000))
  expect((await deliveries(await house.signInAgain(admin))).status).toBe('ok')
})

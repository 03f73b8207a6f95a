import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { chainOf } from '../../../platform/register.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { rightRegister } from '../right.table.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app?.close())

test('whoever files a right and whoever holds several take them in one order', async () => {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const make = async (title: string) =>
    (await officer.send('POST', '/rights', { kind: 'invention', title })).body.id as string
  // The divisional has the lower id: it is held first by who goes through many.
  const [divisional, parent] = [await make('分案'), await make('母案')]
  const relation = { earlier: parent, kind: 'divisional', day: '2026-10-12' }
  const related = await officer.send('POST', `/rights/${divisional}/family`, relation)
  expect(related.status, related.text).toBe(200)

  const hold = (tx: Parameters<typeof lockKnownChain>[0], right: string) =>
    lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  let held = 0
  const filed: Promise<{ status: number; text: string }>[] = []
  await asCaller(app.context.db, officer.caller, async (tx) => {
    held += 1
    await hold(tx, divisional)
    const event = { kind: 'filed', on: '2024-05-20', source: '受理通知书' }
    filed.push(officer.send('POST', `/rights/${parent}/events`, event))
    // As long as it takes the other to come to its first lock that is taken.
    await new Promise((done) => setTimeout(done, 700))
    await hold(tx, parent)
  })
  const answers = await Promise.all(filed)
  expect(answers.map(({ status, text }) => [status, status === 201 ? '' : text])).toEqual([
    [201, ''],
  ])
  // Nobody was thrown out to begin again.
  expect(held).toBe(1)
  expect((await officer.get(`/rights/${divisional}`)).body.filedOn).toBe('2024-05-20')
})

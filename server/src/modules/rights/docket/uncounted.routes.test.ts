import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

// Of a patent whose fees nobody counts here the sums of fees say nothing: they are at least so much.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

test('patents whose fees nobody counts stand beside the sums of the list and of the forecast', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const enter = async (more: object) => {
    const body = { kind: 'invention', status: 'granted', title: '示例专利（虚构）', ...more }
    const made = await officer.send('POST', '/rights', body)
    expect(made.status, made.text).toBe(201)
  }
  await enter({ filedOn: '2022-03-10', grantedOn: '2024-04-06', feePaidYear: 4 })
  await enter({ country: 'US' })
  await enter({ status: 'lapsed' })
  expect((await officer.get('/docket/forecast?years=3')).body.uncounted).toBe(1)
  expect((await officer.get('/docket/fees')).body.uncounted).toBe(1)
  // Of a part of the list nobody says how many more belong to it.
  expect((await officer.get('/docket/fees?state=upcoming')).body.uncounted).toBe(0)
})

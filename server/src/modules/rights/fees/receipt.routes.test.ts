import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

/** A batch of one late fee: 2000 yuan and, on the day it is to be paid, 200 more. */
async function approved() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const leader = await app.person(['leaders'], institution)
  const days = { filedOn: '2019-03-10', grantedOn: '2021-04-06', feePaidYear: 7 }
  const right = { kind: 'invention', title: '牵引架', status: 'granted', ...days }
  const { id } = (await officer.send('POST', '/rights', right)).body
  const { body } = await officer.send('POST', '/fee-batches', {
    ...{ title: '2026年5月年费', budget: '转化经费', budgetFen: '500000', payOn: '2026-05-12' },
    ...{ lines: [{ right: id, year: 8 }], keepReason: '仍在许可中' },
  })
  const path = `/fee-batches/${body.id}`
  await leader.send('POST', `${path}/decision`, { approve: true })
  const take = (fen: string, paidOn: string, more = {}) => {
    const receipt = { right: id, year: 8, paidOn, fen, receipt: 'SJ-1' }
    return officer.send('POST', `${path}/receipts`, { receipts: [receipt], ...more })
  }
  return { officer, path, take }
}

test.each([
  ['far too little', '100', '2026-05-08', '#/receipts/0/fen receipt-differs'],
  ['far too much', '22000000', '2026-05-08', '#/receipts/0/fen receipt-differs'],
  ['of a day long before', '220000', '1900-01-01', '#/receipts/0/paidOn day-too-early'],
])('a receipt %s is asked about and writes nothing', async (_name, fen, paidOn, expected) => {
  const { officer, path, take } = await approved()
  const { status, body } = await take(fen, paidOn)
  const [first] = body.errors
  expect([status, `${first.pointer} ${first.rule}`]).toEqual([400, expected])
  expect((await officer.get(path)).body.lines[0].state).toBe('open')
})

test('what was looked at is recorded as receipted, and so is what it costs on its own day', async () => {
  const less = await approved()
  expect((await less.take('100000', '2026-05-08', { mayDiffer: true })).status).toBe(200)
  // Two days earlier than planned it lies in the second month.
  const early = await approved()
  expect((await early.take('210000', '2026-05-08')).status).toBe(200)
  const planned = await approved()
  expect((await planned.take('220000', '2026-05-08')).status).toBe(200)
})

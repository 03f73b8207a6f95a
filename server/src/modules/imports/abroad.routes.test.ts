import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { multipart } from './testing/upload.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

async function imported(officer: Person, lines: readonly string[]) {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(officer.cookie, '专利台账.csv', Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)),
  })
  const { id, version, written } = answer.json()
  const done = await officer.send('POST', `/imports/${id}/confirm`, { version, rows: written })
  return { id, written, status: done.status, text: done.text }
}

test('a ledger brings rights abroad, each in the notation of its office', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const lines = [
    '专利名称,专利类型,申请号,国家/地区,申请日,发明人,法律状态',
    '一种示例支架,发明,"16/123,456",美国,2019-03-02,示例甲,实审',
    '一种示例敷料,发明,18275163.6,欧洲,2018-10-17,示例甲,实审',
    '一种示例钳,发明,102020123456,德国,2020-10-01,示例甲,实审',
  ]
  const done = await imported(officer, lines)
  expect(done.status, done.text).toBe(200)
  const { items } = (await officer.get('/rights')).body
  const told = items.map((one: { country: string; number: string }) => [one.country, one.number])
  expect(told.toSorted()).toEqual([
    ['DE', '102020123456'],
    ['EP', 'EP18275163.6'],
    ['US', 'US16/123456'],
  ])
})

test('the parts of one European patent come in each for its country, and are known again', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const heading = '专利名称,专利类型,申请号,国家/地区,申请日,发明人,法律状态'
  const line = (country: string, status = '授权') =>
    `一种示例支架,发明,EP1234567B1,${country},2019-03-02,示例甲,${status}`
  const done = await imported(officer, [heading, line('德国', '实审'), line('法国', '实审')])
  expect([done.status, done.written], done.text).toEqual([200, 2])
  const list = async () =>
    (await officer.get('/rights')).body.items.map(
      ({ country, number, status }: Record<string, string>) => `${country} ${number} ${status}`,
    )
  const both = ['DE EP1234567B1 pending_examination', 'FR EP1234567B1 pending_examination']
  expect((await list()).toSorted()).toEqual(both)
  // Brought again beside a third one, the two are there already.
  const again = await imported(officer, [
    ...[heading, line('德国', '实审'), line('法国', '实审'), line('英国', '实审')],
  ])
  expect(again.written).toBe(1)
  expect((await list()).toSorted()).toEqual([...both, 'GB EP1234567B1 pending_examination'])
})

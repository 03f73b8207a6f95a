import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../../platform/database.ts'
import { buildApp } from '../../../platform/http.ts'
import { newId } from '../../../platform/ids.ts'
import type { App } from '../../../platform/module.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

// Two servers on one database, as where several processes share the load.

let house: TestApp
let other: App
let address: string
let ann: Person
let ben: Person
let id: string
const otherDb: { close?: () => Promise<void> } = {}

beforeAll(async () => {
  house = await openTestApp(modules)
  await house.institution()
  ann = await house.person(['tto_negotiator'])
  ben = await house.person(['tto_reviewer'])
  const db = openDatabase(house.database.appUrl, { connections: 4 })
  otherDb.close = () => db.destroy()
  other = await buildApp({ ...house.context, db }, modules)
  address = await other.listen({ port: 0, host: '127.0.0.1' })
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const data = { title: '项目', achievement: '材料', team, workloadLedgerKept: true }
  id = (await ann.send('POST', '/cases', { data })).body.id
})
afterAll(async () => {
  await other?.close()
  await otherDb.close?.()
  await house?.close()
})

const here = (by: Person, page: string, more: object = {}) =>
  by.send('POST', `/cases/${id}/presence`, { page, since: 1, ...more })

const disclosure = {
  ...Object.fromEntries(
    ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need'].map((group) => [
      group,
      '有',
    ]),
  ),
  onTask: true,
}

/** Opens the stream of a case at the other server. */
async function watch(by: Person) {
  const controller = new AbortController()
  const answer = await fetch(`${address}/api/v1/cases/${id}/live`, {
    headers: { cookie: by.cookie },
    signal: controller.signal,
  })
  const reader = answer.body?.getReader()
  let text = ''
  return {
    answer,
    /** Resolves when one more event came than before. */
    async next() {
      const before = text.split('data: news').length
      while (text.split('data: news').length <= before) {
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
        if (done) throw new Error('The stream ended.')
        text += new TextDecoder().decode(value)
      }
    },
    /** Resolves when nothing more will come. */
    async ended() {
      while (!(await reader?.read())?.done);
      return true
    },
    close: () => controller.abort(),
  }
}

test('an act recorded at one server is told at once to a page of another, and only who is there', async () => {
  const [mine, theirs] = [newId(), newId()]
  await here(ben, theirs)
  const stream = await watch(ben)
  expect(stream.answer.headers.get('content-type')).toContain('text/event-stream')
  expect(stream.answer.headers.get('cache-control')).toBe('no-store')
  const come = stream.next()
  const first = await here(ann, mine, { act: 'disclosed' })
  expect(first.body.present).toEqual([
    { person: ben.caller.person, name: ben.caller.name, act: null },
  ])
  await come
  expect((await here(ben, theirs)).body.present).toEqual([
    { person: ann.caller.person, name: ann.caller.name, act: 'disclosed' },
  ])
  const recorded = stream.next()
  const act = { type: 'disclosed', data: disclosure, expectedSeq: 1 }
  expect((await ann.send('POST', `/cases/${id}/acts`, act)).status).toBe(201)
  await recorded
  const { body } = await here(ben, theirs)
  expect(body).toMatchObject({ seq: 2, changed: [{ type: 'disclosed', by: ann.caller.name }] })
  const left = stream.next()
  await here(ann, mine, { leaves: true })
  await left
  expect((await here(ben, theirs)).body.present).toEqual([])
  stream.close()
})

test('who said nothing for a minute is gone, and nobody speaks for another’s page', async () => {
  const page = newId()
  await here(ann, page, { act: 'disclosed' })
  await here(ben, page, { act: 'reviewed' })
  expect((await here(ben, newId())).body.present).toMatchObject([{ act: 'disclosed' }])
  house.clock.set('2026-03-02T09:02:00+08:00')
  expect((await here(ben, newId())).body.present).toEqual([])
  house.clock.set('2026-03-02')
})

test('a page left open does not keep its session alive', async () => {
  const away = await house.person(['tto_negotiator'])
  const page = newId()
  for (const minute of ['09:10', '09:20', '09:29']) {
    house.clock.set(`2026-03-02T${minute}:00+08:00`)
    expect((await here(away, page)).status).toBe(200)
  }
  house.clock.set('2026-03-02T09:45:00+08:00')
  expect((await here(away, page)).status).toBe(401)
  house.clock.set('2026-03-02')
})

test('another house hears nothing, and a stream does not outlive its application', async () => {
  const stranger = await house.person(['tto_negotiator'], await house.institution('另一示例医院'))
  expect((await here(stranger, newId())).status).toBe(404)
  expect((await watch(stranger)).answer.status).toBe(404)
  expect((await fetch(`${address}/api/v1/cases/${id}/live`)).status).toBe(401)
  const stream = await watch(ben)
  await other.close()
  expect(await stream.ended()).toBe(true)
})

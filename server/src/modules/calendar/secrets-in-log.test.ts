import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../platform/http.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp

beforeAll(async () => {
  house = await openTestApp(modules)
})
afterAll(() => house.close())

test('whatever happens, no log holds an address that is a secret, nor a password or a session', async () => {
  let log = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk)
      done()
    },
  })
  const person = await house.person(['tto_negotiator'])
  const broken = new Proxy(house.context.db, {
    get: (db, name) => {
      if (name === 'connections') throw new Error('something of ours is broken')
      return Reflect.get(db, name)
    },
  })
  const [secret, session] = ['x'.repeat(43), person.cookie.split('=')[1] ?? '']
  const feed = `/api/v1/public/calendars/${person.caller.institution}/${secret}.ics`
  for (const db of [house.context.db, broken]) {
    const app = await buildApp({ ...house.context, db }, modules, {
      logger: { level: 'trace', stream },
    }).catch(() => undefined)
    if (!app) continue
    for (const url of [
      feed,
      `${feed}%ff`,
      `/confirm/${person.caller.institution}/${secret}`,
      `/api/v1/public/confirmations/${person.caller.institution}/${secret}`,
      `/api/v1/public/confirmations/${person.caller.institution}/${secret}%ff`,
      `/setup?token=${secret}`,
      `/mail-stop?token=${secret}`,
    ]) {
      await app.inject({ url, headers: { cookie: person.cookie } })
    }
    await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'x-yizhuan-csrf': '1' },
      payload: { login: 'a', password: secret },
    })
    app.log.warn('the log is written')
    await app.close()
  }
  expect(log).toContain('the log is written')
  expect(log).not.toContain(secret)
  expect(log).not.toContain(session)
})

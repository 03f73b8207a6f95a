import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { buildApp } from './http.ts'
import type { App } from './module.ts'
import { openTestApp, type TestApp } from './testing/app.ts'

// Whoever asks can write any address into a header. Only a proxy that the operator named is believed.

let house: TestApp
const opened: App[] = []

beforeAll(async () => {
  house = await openTestApp([])
})
afterAll(async () => {
  for (const app of opened) await app.close()
  await house.close()
})

async function appBehind(proxies: string): Promise<App> {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: proxies })
  const config = { ...house.context.config, publicUrl: 'https://tto.example.org', trustedProxies }
  const app = await buildApp({ ...house.context, config: { ...config, rateLimits: true } }, [])
  opened.push(app)
  return app
}

/** Tries to sign in from somewhere, as said to have come from somewhere else. */
const guess = (app: App, from: string, forwarded: string) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/session',
    remoteAddress: from,
    headers: { 'x-yizhuan-csrf': '1', 'x-forwarded-for': forwarded },
    payload: { login: 'nobody-here', password: 'wrong' },
  })

async function refusedAfter(app: App, from: string, forwarded: (n: number) => string) {
  const statuses: number[] = []
  for (let n = 0; n < 62; n += 1) statuses.push((await guess(app, from, forwarded(n))).statusCode)
  return statuses.includes(429)
}

const lastAddress = async () => {
  const [row] = await house.database.asOwner(
    'select address from sign_in_attempt order by at desc, id desc limit 1',
  )
  return row?.['address']
}

test('nobody is believed by default: a new address in each header does not get round the limit', async () => {
  const app = await appBehind('')
  expect(await refusedAfter(app, '198.51.100.7', (n) => `203.0.113.${n}`)).toBe(true)
  await guess(await appBehind(''), '198.51.100.7', '203.0.113.200')
  expect(await lastAddress()).toBe('198.51.100.7')
})

test('behind a named proxy what it added counts, not what the client wrote before it', async () => {
  const app = await appBehind('10.0.0.0/8, 127.0.0.1')
  await guess(app, '10.1.2.3', '203.0.113.9, 198.51.100.8')
  expect(await lastAddress()).toBe('198.51.100.8')
  expect(await refusedAfter(app, '10.1.2.3', (n) => `203.0.113.${n}, 198.51.100.8`)).toBe(true)
  // Two who come through the same proxy are two.
  expect((await guess(app, '10.1.2.3', '198.51.100.9')).statusCode).toBe(401)
})

test('who reaches the server past the proxy is not believed', async () => {
  const app = await appBehind('10.0.0.0/8')
  await guess(app, '198.51.100.10', '203.0.113.77')
  expect(await lastAddress()).toBe('198.51.100.10')
})

test.each(['1', 'all', 'proxy.example.org', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1;'])(
  'TRUSTED_PROXIES=%s is no list of addresses',
  (text) => {
    expect(() => readConfig({ TRUSTED_PROXIES: text })).toThrow(/TRUSTED_PROXIES/)
  },
)

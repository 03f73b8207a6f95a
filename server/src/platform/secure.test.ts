import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from './account.ts'
import { buildApp } from './http.ts'
import { newId } from './ids.ts'
import type { App } from './module.ts'
import { openTestApp, type TestApp } from './testing/app.ts'

// What browsers are told where people reach the service over TLS.

let house: TestApp
let app: App
const password = 'a long enough password'

beforeAll(async () => {
  house = await openTestApp([])
  const config = { ...house.context.config, publicUrl: 'https://tto.example.org' }
  app = await buildApp({ ...house.context, config }, [])
  const institution = await house.institution()
  const who = { login: 'li', password, institution, person: newId(), name: '示例' }
  const { db, clock } = house.context
  await createAccount(db, clock, config.signIn, { ...who, roles: ['inventor'] })
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, cookie = '', payload?: object) =>
  app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { 'x-yizhuan-csrf': '1', cookie },
    ...(payload && { payload }),
  })

test('the cookie is this host’s alone: none that another host of the domain sets is taken', async () => {
  const signedIn = await ask('POST', '/session', '', { login: 'li', password })
  const said = String(signedIn.headers['set-cookie'])
  expect(said).toMatch(/^__Host-yz_session=/)
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(said).toContain(part)
  expect(said).not.toContain('Domain')
  const token = signedIn.cookies[0]?.value ?? ''
  expect((await ask('GET', '/session/open', `__Host-yz_session=${token}`)).statusCode).toBe(200)
  // A cookie without the prefix can be set by any host of the domain, and from plain http.
  expect((await ask('GET', '/session/open', `yz_session=${token}`)).statusCode).toBe(401)
  const out = await ask('DELETE', '/session', `__Host-yz_session=${token}`)
  expect(String(out.headers['set-cookie'])).toMatch(/^__Host-yz_session=;.*Secure/)
  expect((await ask('GET', '/session/open', `__Host-yz_session=${token}`)).statusCode).toBe(401)
})

test('pages and data come with what keeps them from being misused', async () => {
  const [data, page] = [await ask('GET', '/session'), await app.inject({ url: '/' })]
  for (const { headers } of [data, page]) {
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
  }
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/)
  expect(data.headers['cache-control']).toBe('no-store')
})

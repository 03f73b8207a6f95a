import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { callerOf } from './access.ts'
import type { App, Module } from './module.ts'
import { openTestApp, type TestApp } from './testing/app.ts'
import { dayText, text } from './text.ts'

const answer = z.object({ name: z.string() })
const body = z.strictObject({
  name: text(5),
  on: dayText(),
  shares: z.array(z.strictObject({ share: z.int() })).optional(),
})

const trial: Module = {
  name: 'trial',
  routes(app: App) {
    app.post(
      '/trial',
      { config: { access: ['finance', 'admin'] }, schema: { body, response: { 200: answer } } },
      async (request) => ({ name: request.body.name, secret: 'never sent' }),
    )
    app.get(
      '/trial/me',
      { config: { access: 'signedIn' }, schema: { response: { 200: answer } } },
      async (request) => ({ name: callerOf(request).name }),
    )
    app.get(
      '/trial/broken',
      { config: { access: 'public' }, schema: { response: { 200: answer } } },
      async () => {
        throw new Error('table act_internal does not exist')
      },
    )
  },
}

let house: TestApp

beforeAll(async () => {
  house = await openTestApp([trial])
})
afterAll(() => house.close())

describe('access', () => {
  test('a route without declared access keeps the application from starting', async () => {
    const careless: Module = {
      name: 'careless',
      routes: (app) => void app.get('/careless', async () => 'oops'),
    }
    await expect(openTestApp([careless])).rejects.toThrow(
      'Route GET /api/v1/careless does not declare config.access.',
    )
  })

  test('nor does it start when a route does not declare what it answers', async () => {
    const careless: Module = {
      name: 'careless',
      routes: (app) =>
        void app.get('/careless', { config: { access: 'public' } }, async () => 'oops'),
    }
    await expect(openTestApp([careless])).rejects.toThrow(
      'Route GET /api/v1/careless does not declare what it answers',
    )
  })

  test('tells who is not known from who may not', async () => {
    const inventor = await house.person(['inventor'])
    const finance = await house.person(['finance'])
    const send = { name: '甲', on: '2026-03-02' }
    expect((await house.nobody.send('POST', '/trial', send)).status).toBe(401)
    expect(await inventor.send('POST', '/trial', send)).toMatchObject({
      status: 403,
      // Who may is said, so that one knows whom to ask.
      body: {
        code: 'not-allowed',
        detail: '您的角色不能进行此操作。可以办理的角色：财务、管理员。',
      },
    })
    expect(await finance.send('POST', '/trial', send)).toMatchObject({
      status: 200,
      body: { name: '甲' },
    })
    expect((await inventor.get('/trial/me')).body).toEqual({ name: inventor.caller.name })
  })

  test('every route stands in the access list', () => {
    expect(house.app.accessList).toContain('POST /api/v1/trial finance admin')
    expect(house.app.accessList).toContain('GET /api/v1/session/open signedIn')
    const open = house.app.accessList.filter((line) => line.endsWith(' public'))
    expect(open.some((line) => line.includes('/files'))).toBe(false)
  })
})

describe('malformed input', () => {
  const send = async (payload: object) => {
    const admin = await house.person(['admin'])
    return (await admin.send('POST', '/trial', payload)).body
  }

  test('names every field and its rule', async () => {
    const problem = await send({
      name: '超过五个字符',
      on: '2026-02-30',
      shares: [{ share: 0.5 }],
      x: 1,
    })
    expect(problem).toMatchObject({ status: 400, code: 'malformed', instance: '/api/v1/trial' })
    const named = problem.errors.map(
      ({ pointer, rule }: { pointer: string; rule: string }) => `${pointer} ${rule}`,
    )
    expect(named).toEqual([
      '#/name too-big',
      '#/on invalid-format',
      '#/shares/0/share invalid-type',
      '#/x unknown-field',
    ])
  })

  test('refuses NUL and half characters before the database does', async () => {
    for (const [name, rule] of [
      ['a\u0000b', 'text-control-character'],
      ['a\ud800', 'text-half-character'],
      ['   ', 'too-small'],
    ]) {
      expect((await send({ name, on: '2026-03-02' })).errors).toMatchObject([
        { pointer: '#/name', rule },
      ])
    }
  })

  test('says what to do where nothing or too much was typed', async () => {
    const { errors } = await send({ name: '   ', on: '2026-03-02' })
    expect(errors).toMatchObject([{ pointer: '#/name', detail: '请填写。' }])
  })

  test('that is no JSON, or of another type, is a clear refusal too', async () => {
    const admin = await house.person(['admin'])
    const raw = (type: string, payload: string) =>
      house.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'x-yizhuan-csrf': '1', 'content-type': type },
        payload,
      })
    expect(admin.caller.roles).toEqual(['admin'])
    expect((await raw('application/json', '{"login":')).json()).toMatchObject({ status: 400 })
    expect((await raw('text/csv', 'a,b')).json()).toMatchObject({ status: 415 })
    const large = JSON.stringify({ login: 'x'.repeat(1_100_000) })
    expect((await raw('application/json', large)).json()).toMatchObject({ status: 413 })
  })

  test('is explained in the language asked for', async () => {
    const admin = await house.person(['admin'])
    const wrong = { name: 'a\u0000b', on: '2026-02-30' }
    expect((await admin.send('POST', '/trial', wrong)).body.errors).toMatchObject([
      { detail: '包含不可见的控制字符' },
      { detail: '须为存在的日期（YYYY-MM-DD）' },
    ])
    const zh = await house.nobody.get('/session/open')
    const en = await house.nobody.get('/session/open', { 'accept-language': 'en-GB,en;q=0.9' })
    expect([zh.body.title, en.body.title]).toEqual(['尚未登录', 'Not signed in'])
  })
})

test('our own mistakes say nothing of the inside', async () => {
  const broken = await house.nobody.get('/trial/broken')
  expect(broken.status).toBe(500)
  expect(broken.headers['content-type']).toContain('application/problem+json')
  expect(broken.text).not.toContain('act_internal')
  expect(broken.headers['request-id']).toBeTruthy()
})

test('an unknown address of the API is a problem, not a page', async () => {
  expect(await house.nobody.get('/nowhere')).toMatchObject({
    status: 404,
    body: { code: 'not-found', instance: '/api/v1/nowhere' },
  })
})

test('answers carry only declared fields', async () => {
  const admin = await house.person(['admin'])
  const sent = await admin.send('POST', '/trial', { name: '甲', on: '2026-03-02' })
  expect(sent.text).toBe('{"name":"甲"}')
})

test('the API is described as OpenAPI 3.1 and its pages keep strangers out', async () => {
  const { body: document, headers } = await house.nobody.get('/openapi.json')
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/v1/trial')
  expect(document.components.schemas).toHaveProperty('Problem')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('no-store')
  const page = await house.nobody.get('/api/docs/static/index.html')
  expect(page.status).toBeLessThan(400)
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
})

test('long answers travel compressed to those who take it, short ones as they are', async () => {
  const taking = { 'accept-encoding': 'br, gzip' }
  const long = await house.app.inject({ url: '/api/v1/openapi.json', headers: taking })
  expect(long.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(JSON.parse(gunzipSync(long.rawPayload).toString()).openapi).toBe('3.1.0')
  expect((await house.nobody.get('/openapi.json')).headers['content-encoding']).toBeUndefined()
  expect((await house.nobody.get('/health', taking)).headers['content-encoding']).toBeUndefined()
})

describe('files', () => {
  const upload = async (content: Buffer, name = '合同.pdf', cookie?: string) => {
    const boundary = 'x-boundary'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`
    return house.app.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: {
        'x-yizhuan-csrf': '1',
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...(cookie && { cookie }),
      },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    })
  }

  test('are stored by content, and another institution does not find them', async () => {
    const here = await house.person(['tto_negotiator'])
    const there = await house.person(['tto_negotiator'], await house.institution('另一示例医院'))
    const stored = await upload(Buffer.from('%PDF 示例'), '合同.pdf', here.cookie)
    expect(stored.statusCode).toBe(201)
    const { sha256 } = stored.json()
    const found = await here.get(`/files/${sha256}`)
    expect(found).toMatchObject({ status: 200, text: '%PDF 示例' })
    expect(found.headers['content-disposition']).toContain(encodeURIComponent('合同.pdf'))
    expect((await there.get(`/files/${sha256}`)).status).toBe(404)
    expect((await house.nobody.get(`/files/${sha256}`)).status).toBe(401)
  })

  test('of 0 bytes or over the limit are refused', async () => {
    const { cookie } = await house.person(['tto_negotiator'])
    expect((await upload(Buffer.alloc(0), 'leer.pdf', cookie)).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/file', rule: 'file-empty' }],
    })
    const large = await upload(Buffer.alloc(20 * 1024 * 1024 + 1), 'gross.pdf', cookie)
    expect(large.json()).toMatchObject({ status: 413, code: 'file-too-large' })
    expect((await upload(Buffer.alloc(20 * 1024 * 1024, 1), 'ok.pdf', cookie)).statusCode).toBe(201)
  })
})

test('without its database the client still comes up, to say that the service is down', async () => {
  const own = await openTestApp([])
  const { cookie } = await own.person(['finance'])
  const ask = (url: string) => own.app.inject({ url, headers: { cookie } })
  const [{ name }] = (await own.database.asOwner('select current_database() as name')) as [
    { name: string },
  ]
  const outside = new pg.Client({ connectionString: inject('postgres').ownerUrl })
  await outside.connect()
  // Whoever is in has to leave, and nobody finds it any more.
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  await outside.query(`alter database ${name} rename to ${name}_away`)
  expect((await ask('/api/v1/session')).statusCode).toBe(503)
  expect((await ask('/cases')).statusCode).not.toBe(503)
  expect((await ask('/assets/gone.js')).statusCode).toBe(404)
  await outside.query(`alter database ${name}_away rename to ${name}`)
  await outside.end()
  await own.close()
})

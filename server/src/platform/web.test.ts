import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { answerErrors } from './errors.ts'
import type { App } from './module.ts'
import { serveWeb } from './web.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-web-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<title>医转</title>')
writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
writeFileSync(join(folder, 'assets', 'app-1a2b.js'), `// ${'x'.repeat(5000)}`)

async function site(built: string): Promise<App> {
  const app: App = fastify().withTypeProvider()
  app.decorateRequest('caller', undefined)
  answerErrors(app)
  await serveWeb(app, built)
  return app
}

test('every address of the client is its page, which no cache keeps', async () => {
  const app = await site(folder)
  const pages = ['/', '/cases/0190', '/notices', '/setup?token=a.b', '/policies/norms/x.floor']
  for (const url of pages) {
    const answer = await app.inject(url)
    expect(answer.body, url).toBe('<title>医转</title>')
    expect(answer.headers['cache-control']).toBe('no-cache')
  }
})

test('hashed files are kept for a year and travel compressed', async () => {
  const app = await site(folder)
  const answer = await app.inject({
    url: '/assets/app-1a2b.js',
    headers: { 'accept-encoding': 'gzip, br' },
  })
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
  })
  expect(gunzipSync(answer.rawPayload).length).toBe(5003)
  expect((await app.inject('/assets/app-1a2b.js')).body).toHaveLength(5003)
})

test('what is not there is not the page, and nothing outside is served', async () => {
  const app = await site(folder)
  for (const url of ['/assets/gone.js', '/api/v1/nowhere', '/..%2f..%2fetc%2fpasswd.txt']) {
    expect((await app.inject(url)).statusCode, url).toBe(404)
  }
  expect((await app.inject({ method: 'POST', url: '/cases' })).statusCode).toBe(404)
  expect((await (await site(join(folder, 'not-built'))).inject('/')).statusCode).toBe(404)
})

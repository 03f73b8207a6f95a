import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isInner, postJson, wrongAddress } from './outgoing.ts'

let server: Server
let place: string
const seen: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? '')
    if (request.url === '/away') return response.writeHead(302, { location: '/secret' }).end()
    if (request.url === '/long') return response.end('x'.repeat(100_000))
    return response.end('{"errcode":0}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  place = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

test.each([
  ['https://example.org/hook', undefined],
  ['http://example.org/hook', 'not-https'],
  ['ftp://example.org/hook', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['https://user:secret@example.org/', 'with-password'],
  ['https://127.0.0.1/', 'inner'],
  ['https://0x7f.1/', 'inner'],
  ['https://2130706433/', 'inner'],
  ['https://10.1.2.3:8443/', 'inner'],
  ['https://169.254.169.254/latest', 'inner'],
  ['https://[::1]/', 'inner'],
  ['https://[::ffff:127.0.0.1]/', 'inner'],
  ['https://[fd00::1]/', 'inner'],
  ['https://[fec0::1]/', 'inner'],
  ['https://[64:ff9b:1::a00:1]/', 'inner'],
  ['https://[::10.0.0.1]/', 'inner'],
  ['nonsense', 'malformed'],
])('%s: %s', (url, expected) => {
  expect(wrongAddress(url, { mayReachPrivate: false })).toBe(expected)
})

test.each(['8.8.8.8', '2400:3200::1'])('%s is of the public internet', (address) => {
  expect(isInner(address)).toBe(false)
})

test('a name that leads inside is not followed, whatever it is called', async () => {
  const before = seen.length
  const url = `https://localhost:${(server.address() as AddressInfo).port}/`
  const answer = await postJson(url, '{}', {}, { mayReachPrivate: false })
  expect(answer).toMatchObject({ kind: 'unreached', why: expect.stringContaining('inner network') })
  expect(seen.length).toBe(before)
})

test('where the operator allows it, an inner address is reached', async () => {
  const answer = await postJson(`${place}/hook`, '{}', {}, { mayReachPrivate: true })
  expect(answer).toMatchObject({ kind: 'answered', status: 200, body: '{"errcode":0}' })
})

test('a redirect is an answer, not a way', async () => {
  const answer = await postJson(`${place}/away`, '{}', {}, { mayReachPrivate: true })
  expect(answer).toMatchObject({ kind: 'answered', status: 302 })
  expect(seen).not.toContain('/secret')
})

test('of a long answer the beginning is read', async () => {
  const answer = await postJson(`${place}/long`, '{}', {}, { mayReachPrivate: true })
  expect(answer.kind === 'answered' && answer.body.length).toBe(4096)
})

test('nobody there is told as such', async () => {
  const answer = await postJson('http://127.0.0.1:9/', '{}', {}, { mayReachPrivate: true })
  expect(answer).toMatchObject({ kind: 'unreached', why: expect.stringContaining('ECONNREFUSED') })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptInvitation, createAccount } from './account.ts'
import { newId } from './ids.ts'
import { openTestApp, type TestApp } from './testing/app.ts'

let house: TestApp
const password = 'a long enough password'

beforeAll(async () => {
  house = await openTestApp([])
})
afterAll(() => house.close())

async function account(login: string, more: { password?: string } = { password }) {
  const { context } = house
  const institution = await house.institution()
  const whole = {
    login,
    institution,
    person: newId(),
    name: '示例',
    roles: ['tto_negotiator'] as const,
  }
  return createAccount(context.db, context.clock, context.config.signIn, { ...whole, ...more })
}
const signIn = (login: string, secret = password) =>
  house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-yizhuan-csrf': '1' },
    payload: { login, password: secret },
  })
const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) => ({
  cookie: `yz_session=${answer.cookies[0]?.value}`,
})
const look = (headers: Record<string, string>) =>
  house.app.inject({ url: '/api/v1/session/open', headers })
const whoIs = async (headers: Record<string, string>) =>
  (await house.app.inject({ url: '/api/v1/session', headers })).json()

describe('the first administrator', () => {
  const first = {
    login: 'Admin',
    password,
    name: '示例管理员',
    institutionName: '示例医院',
  }

  test('is made with the one-time token, once', async () => {
    const { token } = house.app.setupToken
    expect(token).toBeTruthy()
    expect((await house.nobody.get('/setup')).body).toEqual({ open: true })
    const wrong = await house.nobody.send('POST', '/setup', { ...first, token: 'guess' })
    expect(wrong).toMatchObject({ status: 403, body: { code: 'token-refused' } })
    const made = await house.nobody.send('POST', '/setup', { ...first, token })
    expect(made.status).toBe(200)
    expect(made.body).toMatchObject({ institution: { name: '示例医院' }, roles: ['admin'] })
    const again = await house.nobody.send('POST', '/setup', { ...first, login: 'b', token })
    expect(again.status).toBe(403)
    expect((await house.nobody.get('/setup')).body).toEqual({ open: false })
    expect((await signIn('ADMIN')).statusCode).toBe(200)
  })
})

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and a session that ends when asked', async () => {
    await account('li')
    const answer = await signIn('li')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
    const headers = cookieOf(answer)
    expect(await whoIs(headers)).toMatchObject({ roles: ['tto_negotiator'], lang: 'zh' })
    const out = await house.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { ...headers, 'x-yizhuan-csrf': '1' },
    })
    expect(out.statusCode).toBe(204)
    expect((await look(headers)).statusCode).toBe(401)
  })

  test('keeps only hashes of password and token', async () => {
    await account('hash')
    const token = (await signIn('hash')).cookies[0]?.value ?? ''
    const [row] = await house.database.asOwner(
      `select password_hash from account where login = 'hash'`,
    )
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const found = await house.database.asOwner('select 1 from session where token_hash = $1', [
      token,
    ])
    expect(found).toEqual([])
  })

  test('answers alike to an unknown login and a wrong password', async () => {
    await account('wang')
    const [wrong, unknown] = [await signIn('wang', 'nope'), await signIn('nobody-here', 'nope')]
    expect(wrong.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
  })

  test('refuses a request that another site could have sent', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'li', password },
    })
    expect(answer.json()).toMatchObject({ status: 403, code: 'csrf-header-missing' })
  })
})

describe('a lock after five wrong passwords', () => {
  test('refuses the right one too, for fifteen minutes', async () => {
    house.clock.set('2026-03-03T09:00:00+08:00')
    await account('zhao')
    for (let n = 0; n < 5; n += 1) expect((await signIn('zhao', 'no')).statusCode).toBe(401)
    expect((await signIn('zhao')).json()).toMatchObject({ status: 403, code: 'account-locked' })
    house.clock.set('2026-03-03T09:14:59+08:00')
    expect((await signIn('zhao')).statusCode).toBe(403)
    house.clock.set('2026-03-03T09:15:01+08:00')
    expect((await signIn('zhao')).statusCode).toBe(200)
  })

  test('starts at four no lock, and the right password clears the count', async () => {
    await account('qian')
    for (let n = 0; n < 4; n += 1) await signIn('qian', 'no')
    expect((await signIn('qian')).statusCode).toBe(200)
    for (let n = 0; n < 4; n += 1) await signIn('qian', 'no')
    expect((await signIn('qian')).statusCode).toBe(200)
  })

  test('cannot be outrun by trying many at once', async () => {
    await account('sun')
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('sun', 'no')))
    const looked = answers.filter(({ statusCode }) => statusCode === 401)
    expect(looked.length).toBeLessThanOrEqual(5)
    expect((await signIn('sun')).statusCode).toBe(403)
  })

  test('is written down, with every other attempt', async () => {
    const rows = await house.database.asOwner(
      `select outcome, count(*)::int as count from sign_in_attempt where login = 'zhao' group by 1`,
    )
    expect(Object.fromEntries(rows.map((row) => [row['outcome'], row['count']]))).toEqual({
      wrong: 5,
      locked: 2,
      'signed-in': 1,
    })
  })
})

describe('a session ends', () => {
  test('after thirty idle minutes, not while it is used', async () => {
    house.clock.set('2026-03-04T09:00:00+08:00')
    await account('zhou')
    const headers = cookieOf(await signIn('zhou'))
    house.clock.set('2026-03-04T09:29:00+08:00')
    expect((await look(headers)).statusCode).toBe(200)
    house.clock.set('2026-03-04T09:58:00+08:00')
    expect((await look(headers)).statusCode).toBe(200)
    house.clock.set('2026-03-04T10:28:01+08:00')
    expect((await look(headers)).statusCode).toBe(401)
  })

  test('after twelve hours, however busy', async () => {
    house.clock.set('2026-03-05T08:00:00+08:00')
    await account('wu')
    const headers = cookieOf(await signIn('wu'))
    const start = Date.parse('2026-03-05T08:00:00+08:00')
    for (let minutes = 20; minutes < 720; minutes += 20) {
      house.clock.set(new Date(start + minutes * 60_000))
      expect((await look(headers)).statusCode).toBe(200)
    }
    house.clock.set(new Date(start + 721 * 60_000))
    expect((await look(headers)).statusCode).toBe(401)
  })

  test('when the account has opened more than five', async () => {
    await account('zheng')
    const sessions = []
    for (let n = 0; n < 6; n += 1) {
      house.clock.set(new Date(Date.parse('2026-03-06T09:00:00+08:00') + n * 1000))
      sessions.push(cookieOf(await signIn('zheng')))
    }
    const open = await Promise.all(
      sessions.map(async (headers) => (await look(headers)).statusCode),
    )
    expect(open).toEqual([401, 200, 200, 200, 200, 200])
  })

  test('when the password changes elsewhere', async () => {
    await account('feng')
    const [here, there] = [cookieOf(await signIn('feng')), cookieOf(await signIn('feng'))]
    const change = (current: string, next: string) =>
      house.app.inject({
        method: 'POST',
        url: '/api/v1/session/password',
        headers: { ...here, 'x-yizhuan-csrf': '1' },
        payload: { current, next },
      })
    expect((await change('wrong', 'another long password')).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/current', rule: 'password-wrong' }],
    })
    expect((await change(password, 'short')).json()).toMatchObject({
      errors: [{ pointer: '#/next', rule: 'too-small' }],
    })
    expect((await change(password, 'another long password')).statusCode).toBe(204)
    expect((await look(here)).statusCode).toBe(200)
    expect((await look(there)).statusCode).toBe(401)
    expect((await signIn('feng')).statusCode).toBe(401)
  })
})

test('an invited account sets its password once, in time', async () => {
  const { context } = house
  const { invitation = '' } = await account('chen', {})
  expect((await signIn('chen')).statusCode).toBe(401)
  const accept = (token: string) =>
    house.nobody.send('POST', '/invitation', { token, password: 'another long password' })
  expect((await accept(`${invitation}x`)).status).toBe(403)
  expect((await accept(invitation)).status).toBe(200)
  expect((await accept(invitation)).status).toBe(403)
  expect((await signIn('chen', 'another long password')).statusCode).toBe(200)
  const late = await account('wei', {})
  house.clock.set(new Date(house.clock.now().getTime() + 8 * 86_400_000))
  const accepted = await acceptInvitation(
    context.db,
    context.clock,
    late.invitation ?? '',
    password,
  )
  expect(accepted).toBeUndefined()
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { people } from './index.ts'

const password = 'a long enough password'

let house: TestApp
let admin: Person
let person: string
let count = 0

beforeAll(async () => {
  house = await openTestApp([people], { at: '2026-03-02' })
})
beforeEach(async () => {
  house.clock.set('2026-03-02')
  const institution = await house.institution()
  admin = await house.person(['admin'], institution)
  person = (await admin.send('POST', '/people', { name: '甲示例' })).body.id
  count += 1
})
afterAll(() => house?.close())

const invite = (roles: object[] = [{ role: 'tto_negotiator' }], who = person) =>
  admin.send('POST', `/people/${who}/account`, { login: `Login-${count}`, roles })

async function accept(path: string) {
  const token = path.split('token=')[1] ?? ''
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/invitation',
    headers: { 'x-yizhuan-csrf': '1' },
    payload: { token, password },
  })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { status: answer.statusCode, cookie, headers: { cookie, 'x-yizhuan-csrf': '1' } }
}
const rolesOf = async (headers: Record<string, string>) => {
  const answer = await house.app.inject({ url: '/api/v1/session', headers })
  return answer.json()?.roles ?? 'nobody'
}
const audit = async () => (await admin.get('/accounts/history')).body.items
const written = async (what: string) =>
  Number((await house.database.asOwner(`select count(*)::int as n from ${what}`))[0]?.['n'])

describe('an invitation', () => {
  test('tells whom it is for, works once, and its link stands in no table and no history', async () => {
    const invited = await invite()
    expect(invited.status).toBe(201)
    const { path } = invited.body
    const token = path.split('token=')[1]
    const look = await house.nobody.send('POST', '/invitation/look', { token })
    expect(look.body).toMatchObject({ name: '甲示例', login: `login-${count}` })
    const { headers, status } = await accept(path)
    expect(status).toBe(200)
    expect(await rolesOf(headers)).toEqual(['tto_negotiator'])
    expect((await accept(path)).status).toBe(403)
    expect((await house.nobody.send('POST', '/invitation/look', { token })).status).toBe(403)
    expect(JSON.stringify(await audit())).not.toContain(token)
    expect(JSON.stringify(await house.database.asOwner('select * from account'))).not.toContain(
      token,
    )
    expect(await audit()).toMatchObject([{ action: 'account.invited', by: admin.caller.name }])
  })

  test('ends after a week, and a new one takes its place', async () => {
    const { body } = await invite()
    house.clock.set('2026-03-10')
    admin = await house.person(['admin'], admin.caller.institution)
    expect((await accept(body.path)).status).toBe(403)
    expect((await admin.get('/accounts')).body.items).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ state: 'expired' })]),
    )
    const again = await admin.send('POST', `/accounts/${body.account}/invitation`)
    expect(again.status).toBe(201)
    expect((await accept(again.body.path)).status).toBe(200)
  })

  test.each([
    ['a login of one letter', { login: 'a' }, 400, '#/login'],
    [
      'a role that does not exist',
      { login: 'xyz', roles: [{ role: 'king' }] },
      400,
      '#/roles/0/role',
    ],
    [
      'a role from yesterday',
      { login: 'xyz', roles: [{ role: 'legal', from: '2026-03-01' }] },
      400,
      '#/from',
    ],
  ])('with %s is refused, and nothing is written', async (_what, body, status, pointer) => {
    const before = await written('account')
    const answer = await admin.send('POST', `/people/${person}/account`, body)
    expect(answer.status).toBe(status)
    expect(answer.body.errors[0].pointer).toBe(pointer)
    expect(await written('account')).toBe(before)
  })

  test('is refused for a login that is taken anywhere, and for a second account', async () => {
    await invite()
    expect((await invite()).body.code).toBe('has-account')
    const other = (await admin.send('POST', '/people', { name: '乙示例' })).body.id
    const taken = await invite([], other)
    expect(taken).toMatchObject({ status: 409, body: { code: 'login-taken' } })
    expect(await audit()).toHaveLength(1)
  })
})

describe('roles', () => {
  test('begin and end on their days, in open sessions too, without anybody acting', async () => {
    const { body } = await invite([
      { role: 'tto_negotiator', to: '2026-03-04' },
      { role: 'legal', from: '2026-03-05' },
    ])
    const { headers } = await accept(body.path)
    expect(await rolesOf(headers)).toEqual(['tto_negotiator'])
    house.clock.set('2026-03-03T23:50:00+08:00')
    const { headers: night } = await signIn()
    expect(await rolesOf(night)).toEqual(['tto_negotiator'])
    house.clock.set('2026-03-04T00:05:00+08:00')
    expect(await rolesOf(night)).toEqual([])
    house.clock.set('2026-03-04T23:50:00+08:00')
    const { headers: next } = await signIn()
    house.clock.set('2026-03-05T00:05:00+08:00')
    expect(await rolesOf(next)).toEqual(['legal'])
  })

  async function signIn() {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'x-yizhuan-csrf': '1' },
      payload: { login: `login-${count}`, password },
    })
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return { headers: { cookie } }
  }

  test('are granted and revoked by somebody, on record, and at once', async () => {
    const { body } = await invite()
    const { headers } = await accept(body.path)
    const granted = await admin.send('POST', `/accounts/${body.account}/grants`, {
      role: 'finance',
    })
    expect(granted.status).toBe(201)
    expect(await rolesOf(headers)).toEqual(['finance', 'tto_negotiator'])
    const [account] = (await admin.get(`/people/${person}/account`)).body.items
    const grant = account.grants.find(({ role }: { role: string }) => role === 'finance')
    expect(grant).toMatchObject({ standing: 'held', grantedBy: admin.caller.name, isOwn: false })
    const path = `/accounts/${body.account}/grants/${grant.id}/revoke`
    expect((await admin.send('POST', path, {})).status).toBe(400)
    expect((await admin.send('POST', path, { reason: '轮岗' })).status).toBe(200)
    expect(await rolesOf(headers)).toEqual(['tto_negotiator'])
    expect((await audit()).map(({ action }: { action: string }) => action)).toEqual([
      'account.invited',
      'account.roleGranted',
      'account.roleRevoked',
    ])
  })

  test('with a say in cases are not taken by an administrator in silence', async () => {
    const own = admin.caller.account
    const take = (body: object) => admin.send('POST', `/accounts/${own}/grants`, body)
    expect((await take({ role: 'leaders' })).body.errors[0].pointer).toBe('#/reason')
    const other = await house.person(['admin'], admin.caller.institution)
    const reason = '单位仅一名工作人员'
    expect((await take({ role: 'leaders', reason })).status).toBe(403)
    expect(await audit()).toEqual([])
    await other.send('POST', `/accounts/${other.caller.account}/disable`, { reason: '离开' })
    const done = await admin.send('POST', `/accounts/${other.caller.account}/disable`, {
      reason: '离开',
    })
    expect(done.status).toBe(200)
    expect((await take({ role: 'leaders', reason })).status).toBe(201)
    expect((await audit()).at(-1)).toMatchObject({ action: 'account.roleGranted', reason })
  })

  test('of the last administrator stay, also when two remove each other at once', async () => {
    const other = await house.person(['admin'], admin.caller.institution)
    const grantOf = async (who: Person) => {
      const { items } = (await admin.get('/accounts')).body
      const account = items.find(({ id }: { id: string }) => id === who.caller.account)
      return `/accounts/${account.id}/grants/${account.grants[0].id}/revoke`
    }
    const [mine, theirs] = [await grantOf(admin), await grantOf(other)]
    const answers = await whileHeld(admin.caller.institution, () => [
      admin.send('POST', theirs, { reason: '不再任管理员' }),
      other.send('POST', mine, { reason: '不再任管理员' }),
    ])
    const codes = answers.map(({ status, body }) => (status === 200 ? 200 : body.code)).sort()
    expect(codes).toEqual([200, 'last-administrator'])
    const left = await house.database.asOwner(
      `select count(*)::int as n from account
       where institution_id = $1 and 'admin' = any(roles)`,
      [admin.caller.institution],
    )
    expect(left).toEqual([{ n: 1 }])
  })
})

/** Holds the register until both requests wait for it, so that they really are there at once. */
async function whileHeld<Answer>(institution: string, ask: () => Promise<Answer>[]) {
  let asked: Promise<Answer>[] = []
  await asSystem(house.context.db, institution, async (tx) => {
    await lockChain(tx, { institution, name: 'accounts' })
    asked = ask()
    const waiting = () =>
      house.database.asOwner(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    while ((await waiting()).length < asked.length) await new Promise((go) => setTimeout(go, 20))
  })
  return Promise.all(asked)
}

test('a disabled account is signed out at once, and may be used again', async () => {
  const { body } = await invite()
  const { headers } = await accept(body.path)
  const off = await admin.send('POST', `/accounts/${body.account}/disable`, { reason: '停职' })
  expect(off.status).toBe(200)
  expect(await rolesOf(headers)).toBe('nobody')
  const again = await admin.send('POST', `/accounts/${body.account}/invitation`)
  expect(again.body.code).toBe('already-disabled')
  const on = await admin.send('POST', `/accounts/${body.account}/enable`, { reason: '复职' })
  expect(on.status).toBe(200)
})

test('a new link for a used account signs out whoever was in it', async () => {
  const { body } = await invite()
  const { headers } = await accept(body.path)
  const reset = await admin.send('POST', `/accounts/${body.account}/invitation`)
  expect(await rolesOf(headers)).toEqual(['tto_negotiator'])
  const { headers: fresh } = await accept(reset.body.path)
  expect(await rolesOf(headers)).toBe('nobody')
  expect(await rolesOf(fresh)).toEqual(['tto_negotiator'])
  expect((await audit()).at(-1)).toMatchObject({ action: 'account.passwordResetOffered' })
})

test('who leaves does nothing here from that day on', async () => {
  const { body } = await invite()
  const { headers } = await accept(body.path)
  const left = { leftOn: '2026-03-03', reason: '调离' }
  expect((await admin.send('PATCH', `/people/${person}`, left)).status).toBe(200)
  expect(await rolesOf(headers)).toEqual(['tto_negotiator'])
  house.clock.set('2026-03-02T23:50:00+08:00')
  const { headers: night } = await accept(
    (
      await (
        await house.person(['admin'], admin.caller.institution)
      ).send('POST', `/accounts/${body.account}/invitation`)
    ).body.path,
  )
  house.clock.set('2026-03-03T00:05:00+08:00')
  expect(await rolesOf(night)).toEqual([])
})

test('own sessions are listed, and ended elsewhere', async () => {
  const { body } = await invite()
  const { headers: here } = await accept(body.path)
  const signIn = await house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'x-yizhuan-csrf': '1', 'user-agent': 'a phone' },
    payload: { login: `login-${count}`, password },
  })
  const there = { cookie: `yz_session=${signIn.cookies[0]?.value}` }
  const list = await house.app.inject({ url: '/api/v1/session/open', headers: here })
  expect(list.json().items).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ isThis: true }),
      expect.objectContaining({ isThis: false, agent: 'a phone' }),
    ]),
  )
  expect(list.body).not.toContain(String(signIn.cookies[0]?.value))
  const ended = await house.app.inject({
    method: 'DELETE',
    url: '/api/v1/session/others',
    headers: here,
  })
  expect(ended.statusCode).toBe(204)
  expect([await rolesOf(here), await rolesOf(there)]).toEqual([['tto_negotiator'], 'nobody'])
})

test('another institution’s accounts are not there', async () => {
  const { body } = await invite()
  const stranger = await house.person(['admin'], await house.institution('别院（虚构）'))
  const reason = '试探'
  const answers = [
    await stranger.send('POST', `/accounts/${body.account}/grants`, { role: 'admin' }),
    await stranger.send('POST', `/accounts/${body.account}/disable`, { reason }),
    await stranger.send('POST', `/accounts/${body.account}/invitation`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect((await stranger.get('/accounts')).body.items).toHaveLength(1)
  expect((await stranger.get('/accounts/history')).body.items).toEqual([])
})

test('accounts, each with every role it was granted, are taken out by those who review them', async () => {
  await invite([{ role: 'finance' }, { role: 'legal', to: '2026-03-05' }])
  const sheet = await admin.get('/accounts.csv?lang=en')
  const lines = sheet.text.split('\r\n').filter((line) => line.includes(`login-${count}`))
  expect(lines).toHaveLength(2)
  expect(lines.join()).toContain('Invited')
  expect(lines.find((line) => line.includes('Legal'))).toContain('2026-03-05')
  const inventor = await house.person(['inventor'])
  expect((await inventor.get('/accounts.csv')).status).toBe(403)
})

test('departments are taken out each with the one above it', async () => {
  const above = await admin.send('POST', '/units', { name: '示例中心', kind: 'department' })
  const below = { name: '示例科', kind: 'department', parentId: above.body.id }
  await admin.send('POST', '/units', below)
  const sheet = await admin.get('/units.csv?lang=zh')
  expect(sheet.text).toContain('示例科,,内设部门,示例中心,')
})

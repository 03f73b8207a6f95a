import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { people } from './index.ts'
import { amendUnit } from './unit.commands.ts'

const idCard = '110101190001010006'
const bankAccount = '6222 0000 0000 1234'

let house: TestApp
let admin: Person
let finance: Person
let nurse: Person

beforeAll(async () => {
  house = await openTestApp([people], { at: '2026-03-02' })
  admin = await house.person(['admin'])
  finance = await house.person(['finance'])
  nurse = await house.person(['inventor'])
})
afterAll(() => house?.close())

const entered = async (body: object, by = admin): Promise<string> => {
  const answer = await by.send('POST', '/people', body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}
const count = async (what: string): Promise<number> => {
  const [row] = await house.database.asOwner(`select count(*)::int as count from ${what}`)
  return Number(row?.['count'])
}

describe('a person', () => {
  let id: string

  test('is entered with a department, and found by name and staff number', async () => {
    const unit = await admin.send('POST', '/units', { name: '骨科', kind: 'department' })
    expect(unit.status).toBe(201)
    id = await entered({ name: '甲示例', staffNumber: 'YZ-07', unitId: unit.body.id })
    await entered({ name: '乙示例' })
    const names = async (query: string) =>
      (await nurse.get(`/people?${query}`)).body.items.map(({ name }: { name: string }) => name)
    expect(await names(`q=${encodeURIComponent('甲')}`)).toEqual(['甲示例'])
    expect(await names('q=yz-0')).toEqual(['甲示例'])
    expect(await names(`unit=${unit.body.id}`)).toEqual(['甲示例'])
    const first = await nurse.get('/people?limit=2')
    const rest = await nurse.get(`/people?limit=100&cursor=${first.body.nextCursor}`)
    expect(first.body.items.length + rest.body.items.length).toBe(await count('person'))
  })

  test.each([
    ['a unit that is not there', { unitId: '018f0000-0000-7000-8000-000000000000' }, '#/unitId'],
    ['a wrong identity number', { idCard: '110101190001010007' }, '#/idCard'],
    ['a line of work of no list', { occupation: 'alchemy' }, '#/occupation'],
    ['a bad address', { email: '示例' }, '#/email'],
    ['an unknown field', { colour: 'red' }, '#/colour'],
    ['a staff number somebody has', { staffNumber: 'YZ-07' }, '#/staffNumber'],
  ])('with %s is refused by field, and nothing is written', async (_what, more, pointer) => {
    const before = [await count('person'), await count('audit_entry')]
    const answer = await admin.send('POST', '/people', { name: '丙示例', ...more })
    expect([400, 409]).toContain(answer.status)
    expect(answer.body.errors[0].pointer).toBe(pointer)
    expect([await count('person'), await count('audit_entry')]).toEqual(before)
  })

  test('is amended with a history, and of two at once the second is told what the first did', async () => {
    const { seq } = (await admin.get(`/people/${id}`)).body
    const change = (phone: string) =>
      admin.send('PATCH', `/people/${id}`, { phone, expectedSeq: seq, reason: '更新' })
    const answers = await Promise.all([change('020-1111111'), change('020-2222222')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(late?.body.changed[0].changes[0]).toMatchObject({ field: 'phone' })
    const { items, chain } = (await admin.get(`/people/${id}/history`)).body
    expect(chain).toMatchObject({ ok: true, length: 2 })
    expect(items[1]).toMatchObject({ action: 'person.amended', reason: '更新' })
  })

  test('of another institution is not there, for reading and writing alike', async () => {
    const stranger = await house.person(
      ['admin', 'finance'],
      await house.institution('别院（虚构）'),
    )
    const answers = [
      await stranger.get(`/people/${id}`),
      await stranger.get(`/people/${id}/history`),
      await stranger.send('PATCH', `/people/${id}`, { name: '改名' }),
      await stranger.send('POST', `/people/${id}/reveal`, { field: 'idCard', purpose: '核对' }),
      await stranger.send('POST', `/people/${id}/posts`, {
        title: '院长',
        kind: 'chief',
        from: '2026-01-01',
      }),
      await stranger.send('POST', `/people/${id}/account`, { login: 'stranger' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
    expect(
      (await stranger.get('/people')).body.items.map(({ id: one }: { id: string }) => one),
    ).not.toContain(id)
  })

  test('is entered and changed by an administrator only', async () => {
    expect((await nurse.send('POST', '/people', { name: '丁示例' })).status).toBe(403)
    expect((await nurse.send('PATCH', `/people/${id}`, { name: '丁示例' })).status).toBe(403)
    expect((await finance.send('PATCH', `/people/${id}`, { name: '丁示例' })).status).toBe(403)
  })
})

describe('identity card and account', () => {
  let id: string

  test('are sealed, and shown to some by their ends', async () => {
    id = await entered({ name: '戊示例', idCard, bankName: '示例银行', bankAccount })
    const shown = (await admin.get(`/people/${id}`)).body
    expect(shown).toMatchObject({
      idCardMasked: '110*************06',
      bankAccountMasked: '************1234',
    })
    const other = (await nurse.get(`/people/${id}`)).body
    expect(other).toMatchObject({ mayRead: false, idCardMasked: null, bankName: null, phone: null })
  })

  test('tell that the same person was entered before, without telling the number', async () => {
    const answer = await admin.send('POST', '/people', { name: '己示例', idCard })
    expect(answer.status).toBe(409)
    expect(answer.body.detail).toContain('戊示例')
    expect(answer.text).not.toContain(idCard)
  })

  test('are opened by finance alone, for a purpose that stays on record', async () => {
    const open = (who: Person, body: object) => who.send('POST', `/people/${id}/reveal`, body)
    expect((await open(admin, { field: 'idCard', purpose: '看看' })).status).toBe(403)
    expect((await open(finance, { field: 'idCard' })).status).toBe(400)
    const before = await count('audit_entry')
    const revealed = await open(finance, { field: 'bankAccount', purpose: '发放转化奖励' })
    expect(revealed.body).toEqual({ value: '6222000000001234' })
    expect(revealed.headers['cache-control']).toBe('no-store')
    expect(await count('audit_entry')).toBe(before + 1)
    const { items } = (await admin.get(`/people/${id}/history`)).body
    expect(items.at(-1)).toMatchObject({ action: 'person.revealed', reason: '发放转化奖励' })
  })

  test('are opened in sight of whose they are, and of the auditor', async () => {
    const own = nurse.caller.person
    await house.database.asOwner(
      'insert into person (institution_id, id, name) values ($1, $2, $3) on conflict do nothing',
      [nurse.caller.institution, own, nurse.caller.name],
    )
    const given = { bankName: '示例银行', bankAccount: '6222000000009999' }
    expect((await nurse.send('PATCH', '/people/me', given)).status).toBe(200)
    expect((await nurse.get('/people/me/openings')).body.items).toEqual([])
    const purpose = '发放转化奖励（演示）'
    await finance.send('POST', `/people/${own}/reveal`, { field: 'bankAccount', purpose })
    const { body, text } = await nurse.get('/people/me/openings')
    const told = { by: finance.caller.name, field: 'bankAccount', purpose }
    expect(body.items).toMatchObject([told])
    expect(text).not.toContain('9999')
    const auditor = await house.person(['auditor'])
    const { items } = (await auditor.get('/people/openings')).body
    expect(items[0]).toMatchObject({ ...told, person: { id: own, name: nurse.caller.name } })
    // Nobody sees whose data others opened but those who look on; a stranger sees nothing of ours.
    expect((await nurse.get('/people/openings')).status).toBe(403)
    expect((await finance.get('/people/openings')).status).toBe(403)
    expect((await finance.get('/people/me/openings')).body.items).toEqual([])
    const elsewhere = await house.institution('另一示例医院（虚构）')
    const stranger = await house.person(['auditor', 'finance'], elsewhere)
    expect((await stranger.get('/people/openings')).body.items).toEqual([])
    const opened = await stranger.send('POST', `/people/${own}/reveal`, {
      field: 'idCard',
      purpose,
    })
    expect(opened.status).toBe(404)
  })

  test('stand in clear nowhere: not in the database, not in the history', async () => {
    await finance.send('PATCH', `/people/${id}`, { bankAccount: '6222000000005678' })
    const tables = await house.database.asOwner(
      `select table_name from information_schema.tables where table_schema = 'public'`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { table_name: table } of tables) {
      const rows = await house.database.asOwner(`select t::text as row from "${table}" t`)
      const text = JSON.stringify(rows)
      for (const secret of [idCard, '6222000000001234', '6222000000005678']) {
        expect(text.includes(secret), `${table} holds ${secret}`).toBe(false)
      }
    }
  })

  test('may be given by the person, who cannot change where they stand', async () => {
    const own = await entered({ name: '庚示例' })
    const me = { ...nurse.caller }
    await house.database.asOwner('update account set person_id = $1 where id = $2', [
      own,
      me.account,
    ])
    const changed = await nurse.send('PATCH', '/people/me', { phone: '13800000000' })
    expect(changed.status).toBe(200)
    expect((await nurse.get('/people/me')).body).toMatchObject({ phone: '13800000000' })
    expect((await nurse.send('PATCH', '/people/me', { name: '院长' })).status).toBe(400)
    await house.database.asOwner('update account set person_id = $1 where id = $2', [
      me.person,
      me.account,
    ])
  })
})

describe('a post', () => {
  let id: string
  let unit: string
  const post = { title: '科主任', kind: 'middle', from: '2026-01-01' }

  beforeAll(async () => {
    id = await entered({ name: '辛示例' })
    unit = (await admin.send('POST', '/units', { name: '心内科', kind: 'department' })).body.id
  })
  const appoint = (body: object) => admin.send('POST', `/people/${id}/posts`, body)

  test('says who leads on a day, and a chief heads the institution or a legal-person unit', async () => {
    const wrong = await appoint({ ...post, kind: 'chief', unitId: unit })
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '#/kind' })
    expect((await appoint({ ...post, unitId: unit })).status).toBe(201)
    const company = await admin.send('POST', '/units', { name: '示例公司', kind: 'legal_person' })
    const chief = { title: '总经理', kind: 'chief', unitId: company.body.id, from: '2026-02-01' }
    expect((await appoint(chief)).status).toBe(201)
    const on = async (day: string) => {
      const { items } = (await nurse.get(`/people?q=${encodeURIComponent('辛示例')}&on=${day}`))
        .body
      return [items[0].isChief, items[0].holdsLeadingPost, items[0].posts.length]
    }
    expect([await on('2025-12-31'), await on('2026-01-31'), await on('2026-02-01')]).toEqual([
      [false, false, 0],
      [false, true, 1],
      [true, true, 2],
    ])
  })

  test('is not entered twice, ends after it began, and stays ended', async () => {
    expect((await appoint({ ...post, unitId: unit, from: '2026-06-01' })).status).toBe(409)
    const { posts } = (await admin.get(`/people/${id}`)).body
    const held = posts.find(({ title }: { title: string }) => title === '科主任')
    const end = (to: string | null) =>
      admin.send('POST', `/people/${id}/posts/${held.id}/end`, { to, reason: '换届' })
    expect((await end('2026-01-01')).body.errors[0].pointer).toBe('#/to')
    expect((await end('2026-03-01')).status).toBe(200)
    expect((await end('2026-05-01')).body.code).toBe('post-ended')
    expect((await appoint({ ...post, unitId: unit, from: '2026-03-01' })).status).toBe(201)
  })

  test('entered in error is annulled, and no longer answers for any day', async () => {
    const { body } = await appoint({ title: '院长', kind: 'chief', from: '2026-01-01' })
    const annulled = await admin.send('POST', `/people/${id}/posts/${body.id}/end`, {
      to: null,
      reason: '登记有误',
    })
    expect(annulled.status).toBe(200)
    const { posts } = (await admin.get(`/people/${id}`)).body
    expect(posts.some(({ title }: { title: string }) => title === '院长')).toBe(false)
    const { items } = (await admin.get(`/people/${id}/history`)).body
    expect(items.at(-1)).toMatchObject({ action: 'person.appointmentAnnulled', reason: '登记有误' })
  })
})

test('departments stand in a tree, and none below itself', async () => {
  const enter = (body: object) => admin.send('POST', '/units', body)
  const clinic = (await enter({ name: '内科系统', kind: 'department' })).body.id
  const heart = (await enter({ name: '冠脉组', kind: 'department', parentId: clinic })).body.id
  const round = await admin.send('PATCH', `/units/${clinic}`, { parentId: heart, reason: '调整' })
  expect(round.status).toBe(400)
  expect(round.body.errors[0]).toMatchObject({ pointer: '#/parentId', rule: 'not-below-itself' })
  const { items } = (await admin.get('/units')).body
  const parents = Object.fromEntries(
    items.map(({ name, parentId }: { name: string; parentId: string | null }) => [name, parentId]),
  )
  expect(parents).toMatchObject({ 内科系统: null, 冠脉组: clinic })
})

test('two moves at once, each right by itself, do not make a ring', async () => {
  const enter = (name: string) => admin.send('POST', '/units', { name, kind: 'department' })
  const [one, other] = [(await enter('外科一部')).body.id, (await enter('外科二部')).body.id]
  const { db } = house.database
  const move = (unit: string, parentId: string, afterwards: () => Promise<unknown>) =>
    asCaller(db, admin.caller, async (tx) => {
      const outcome = await amendUnit(tx, house.clock, admin.caller, unit, { parentId }, '调整')
      await afterwards()
      return outcome.kind
    })
  let second: Promise<string> = Promise.resolve('')
  const first = move(one, other, async () => {
    second = move(other, one, async () => {})
    // Long enough for the second to have decided, had it not waited.
    await new Promise((later) => setTimeout(later, 300))
  })
  expect([await first, await second]).toEqual(['accepted', 'refused'])
})

test('a transfer post and a professional title are told of a person', async () => {
  const body = { name: '顾言（虚构）', professionalTitle: '副研究员' }
  const { id } = (await admin.send('POST', '/people', body)).body
  const post = { title: '技术经理人', kind: 'other', from: '2026-01-01', forTransfer: true }
  expect((await admin.send('POST', `/people/${id}/posts`, post)).status).toBe(201)
  expect((await admin.get(`/people/${id}`)).body).toMatchObject({
    professionalTitle: '副研究员',
    posts: [{ title: '技术经理人', forTransfer: true }],
    holdsLeadingPost: false,
  })
})

test('the line of work is told of a person, filters the list, and stands in the sheet', async () => {
  const id = await entered({ name: '护师示例', occupation: 'nursing' })
  expect((await nurse.get(`/people/${id}`)).body.occupation).toBe('nursing')
  const found = (await nurse.get('/people?occupation=nursing')).body.items
  expect(found.map((one: { id: string }) => one.id)).toEqual([id])
  const sheet = await admin.get('/people.csv?lang=zh&occupation=nursing')
  expect(sheet.text).toContain('护理')
  const change = { occupation: 'information', reason: '转岗' }
  expect((await admin.send('PATCH', `/people/${id}`, change)).status).toBe(200)
  expect((await nurse.get('/people?occupation=nursing')).body.items).toEqual([])
  const { items } = (await admin.get(`/people/${id}/history`)).body
  expect(items.at(-1).changes).toEqual([
    { field: 'occupation', from: 'nursing', to: 'information' },
  ])
})

test('a certificate is entered, told in the history, and annulled with a reason', async () => {
  const { id } = (await admin.send('POST', '/people', { name: '温澜（虚构）' })).body
  const path = `/people/${id}/credentials`
  const body = {
    kind: 'technology_manager',
    title: '技术经理人（中级，虚构）',
    issuedOn: '2023-03-01',
    validUntil: '2026-02-28',
  }
  expect((await nurse.send('POST', path, body)).status).toBe(403)
  const wrong = await admin.send('POST', path, { ...body, validUntil: '2023-02-28' })
  expect(wrong.body.errors[0]).toMatchObject({ pointer: '#/validUntil', rule: 'after-issued' })
  for (const [issuedOn, rule] of [
    ['2099-01-01', 'not-in-future'],
    ['0223-03-01', 'day-too-early'],
  ]) {
    const astray = await admin.send('POST', path, { ...body, issuedOn, validUntil: null })
    expect(astray.body.errors[0]).toMatchObject({ pointer: '#/issuedOn', rule })
  }
  const made = await admin.send('POST', path, body)
  expect(made.status, made.text).toBe(201)
  expect((await nurse.get(path)).body.items).toMatchObject([{ title: body.title, isExpired: true }])
  const lost = { name: '证书.pdf', sha256: 'a'.repeat(64), size: 10 }
  const unstored = await admin.send('POST', path, { ...body, file: lost })
  expect(unstored.body.errors[0]).toMatchObject({ pointer: '#/file', rule: 'stored' })
  const course = { kind: 'training', title: '培训（虚构）', issuedOn: '2024-05-01', hours: 24 }
  expect((await admin.send('POST', path, course)).status).toBe(201)
  const managers = async (state: string) =>
    (await nurse.get(`/technology-managers?state=${state}&q=温澜`)).body.items
  expect(await managers('valid')).toEqual([])
  expect(await managers('expired')).toMatchObject([
    { id, validUntil: body.validUntil, hours: 24, hoursThisYear: 0 },
  ])
  const annul = { reason: '登记到他人名下' }
  const away = await admin.send('POST', `${path}/${made.body.id}/annul`, annul)
  expect(away.status).toBe(200)
  expect((await admin.get(path)).body.items).toMatchObject([{ title: course.title }])
  // A training alone makes nobody a technology manager.
  expect(await managers('expired')).toEqual([])
  const { items } = (await admin.get(`/people/${id}/history`)).body
  expect(items.slice(-3)).toMatchObject([
    { action: 'person.credentialEntered' },
    { action: 'person.credentialEntered' },
    { action: 'person.credentialAnnulled', reason: annul.reason },
  ])
})

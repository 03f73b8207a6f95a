import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let app: TestApp
let officer: Person
let reviewer: Person
let path: string

beforeAll(async () => {
  app = await openTestApp(modules)
  officer = await app.person(['tto_negotiator'])
  reviewer = await app.person(['tto_reviewer'])
  const made = await officer.send('POST', '/rights', { kind: 'know_how', title: '甲装置' })
  path = `/comments/right/${made.body.id}`
})
afterAll(() => app.close())

const all = async (who: Person, of = path) => (await who.get(of)).body
const news = async (who: Person) => (await who.get('/notifications')).body.items

test('what is said reaches whom it speaks to, once, and stands on the page', async () => {
  const mentions = [reviewer.caller.person, officer.caller.person]
  const said = await officer.send('POST', path, { body: '请核对代理机构', mentions })
  expect(said.status).toBe(201)
  await app.workOff()
  expect(await news(reviewer)).toMatchObject([
    { kind: 'mention', path: expect.stringMatching(/^\/rights\/.+#comments$/) },
  ])
  expect(await news(officer)).toEqual([])
  const [one] = (await all(reviewer)).items
  expect(one).toMatchObject({ body: '请核对代理机构', isMine: false, mayReword: false })
  expect(one.mentions).toHaveLength(2)

  const reworded = { body: '请核对代理机构和费用', mentions }
  expect((await officer.send('PATCH', `/comments/${said.body.id}`, reworded)).status).toBe(200)
  await app.workOff()
  expect(await news(reviewer)).toHaveLength(1)
  const [now] = (await all(officer)).items
  expect(now).toMatchObject({ body: reworded.body, earlier: [{ body: '请核对代理机构' }] })
})

test('nothing vanishes: what is struck out stays readable, by its author or an administrator', async () => {
  const { body } = await officer.send('POST', path, { body: '写错了' })
  const strike = `/comments/${body.id}/strike`
  expect((await reviewer.send('POST', strike)).status).toBe(403)
  const admin = await app.person(['admin'])
  expect((await admin.send('POST', strike)).status).toBe(200)
  const struck = (await all(reviewer)).items.find(({ id }: { id: string }) => id === body.id)
  expect(struck).toMatchObject({ body: '写错了', struck: { by: admin.caller.name } })
  const again = await officer.send('PATCH', `/comments/${body.id}`, { body: '改' })
  expect(again.body.code).toBe('struck-already')
  expect((await officer.send('POST', strike)).body.code).toBe('struck-already')
})

test('whoever may not see a record neither reads nor is spoken to', async () => {
  const inventor = await app.person(['inventor'])
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(path)).status).toBe(404)
  const toStranger = await officer.send('POST', path, {
    body: '看看',
    mentions: [stranger.caller.person],
  })
  expect(toStranger.body.errors[0].rule).toBe('cannot-see')
  // Contracts are for some roles only.
  const contract = '01900000-0000-7000-8000-000000000001'
  await app.database.asOwner(
    `insert into search_document (institution_id, kind, id, title, body, lexemes)
     values ($1, 'contract', $2, '示例许可', '', '')`,
    [officer.caller.institution, contract],
  )
  const of = `/comments/contract/${contract}`
  expect((await inventor.get(of)).status).toBe(404)
  const refused = await officer.send('POST', of, {
    body: '看看价款',
    mentions: [inventor.caller.person],
  })
  expect(refused.body.errors[0].detail).toContain(inventor.caller.name)
  expect((await all(officer, of)).items).toEqual([])
  const people = (await officer.get(`${of}/people`)).body.items
  expect(people.map(({ person }: { person: string }) => person)).not.toContain(
    inventor.caller.person,
  )
})

test('numbers that identify people are kept out, and a person is talked about nowhere', async () => {
  const card = await officer.send('POST', path, { body: '证件 11010519491231002X' })
  expect(card.body.errors[0]).toMatchObject({ pointer: '#/body', rule: 'personal-number' })
  const { person } = officer.caller
  expect((await officer.get(`/comments/person/${person}`)).status).toBe(404)
})

test('after a quarter of an hour a comment is not reworded', async () => {
  const { body } = await officer.send('POST', path, { body: '先记一笔' })
  app.clock.set(new Date(app.clock.now().getTime() + 16 * 60_000))
  const late = await (await app.signInAgain(officer)).send('PATCH', `/comments/${body.id}`, {
    body: '改',
  })
  expect(late.body.code).toBe('too-late-to-reword')
})

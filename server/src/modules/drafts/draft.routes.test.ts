import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp
let ann: Person
let ben: Person

beforeAll(async () => {
  house = await openTestApp(modules, {
    env: { DRAFTS_PER_PERSON: '5', DRAFT_KB_PER_PERSON: '400' },
  })
  await house.institution()
  ann = await house.person(['tto_negotiator'])
  ben = await house.person(['tto_reviewer'])
})
afterAll(() => house?.close())

const [phone, desk] = [newId(), newId()]
const keep = (by: Person, form: string, device: string, text: string) =>
  by.send('POST', '/drafts', { form, device, value: { text } })
const read = async (by: Person, form: string) => (await by.get(`/drafts?form=${form}`)).body.draft

test('what was typed on the phone goes on at the desk; the last word counts; only its author reads it', async () => {
  const form = `case/${newId()}/reviewed`
  expect(await read(ann, form)).toBeNull()
  await keep(ann, form, phone, '在病房写的内容')
  expect(await read(ann, form)).toMatchObject({ value: { text: '在病房写的内容' }, device: phone })
  await keep(ann, form, desk, '在办公室改的内容')
  expect(await read(ann, form)).toMatchObject({ value: { text: '在办公室改的内容' }, device: desk })
  expect(await read(ben, form)).toBeNull()
  const rows = await house.database.asOwner('select sealed from draft')
  expect(rows).toHaveLength(1)
  expect(String(rows[0]?.['sealed'])).not.toContain('内容')
  await ben.send('DELETE', `/drafts?form=${form}`)
  expect(await read(ann, form)).not.toBeNull()
  await ann.send('DELETE', `/drafts?form=${form}`)
  expect(await read(ann, form)).toBeNull()
})

test('an act that is recorded takes its draft with it, and no other', async () => {
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const data = { title: '项目', achievement: '材料', team, workloadLedgerKept: true }
  const { id } = (await ann.send('POST', '/cases', { data })).body
  const [same, other] = [`case/${id}/withdrawn`, `case/${id}/disclosed`]
  for (const form of [same, other]) await keep(ann, form, phone, '草稿')
  const act = { type: 'withdrawn', data: { reason: '' }, expectedSeq: 1 }
  expect((await ann.send('POST', `/cases/${id}/acts`, act)).status).toBe(400)
  expect(await read(ann, same)).not.toBeNull()
  const right = { ...act, data: { reason: '不再转化（演示）' } }
  expect((await ann.send('POST', `/cases/${id}/acts`, right)).status).toBe(201)
  expect(await read(ann, same)).toBeNull()
  expect(await read(ann, other)).not.toBeNull()
})

test('a month later a draft is not meant any more, and the next one clears it away', async () => {
  await keep(ann, 'disclosure', phone, '很久以前')
  house.clock.set('2026-04-03')
  const again = await house.signInAgain(ann)
  expect(await read(again, 'disclosure')).toBeNull()
  await keep(again, 'other', desk, '现在')
  const rows = await house.database.asOwner('select form from draft')
  expect(rows.map(({ form }) => form)).toEqual(['other'])
})

test('one person keeps so many drafts and no more; what is kept already goes on being kept', async () => {
  const carl = await house.person(['tto_negotiator'])
  for (let n = 0; n < 5; n += 1) await keep(carl, `form/${n}`, desk, '草稿')
  const sixth = await keep(carl, 'form/6', desk, '草稿')
  expect([sixth.status, sixth.body.code]).toEqual([409, 'drafts-full'])
  expect(sixth.body.detail).toContain('5 份')
  expect((await keep(carl, 'form/4', desk, '改过的草稿')).status).toBe(200)
  expect(await read(carl, 'form/4')).toMatchObject({ value: { text: '改过的草稿' } })
  await carl.send('DELETE', '/drafts?form=form/0')
  expect((await keep(carl, 'form/6', desk, '草稿')).status).toBe(200)
  expect((await keep(await house.signInAgain(ben), 'form/1', desk, '草稿')).status).toBe(200)
})

test('nor may they be larger together than the limit', async () => {
  const dora = await house.person(['tto_negotiator'])
  const large = 'x'.repeat(90_000)
  const answers = []
  for (let n = 0; n < 4; n += 1) answers.push(await keep(dora, `form/${n}`, desk, large))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 409])
  expect(answers.at(-1)?.body.detail).toContain('400 KB')
  // The same form again takes the room it had.
  expect((await keep(dora, 'form/2', desk, large)).status).toBe(200)
})

test.each([
  ['a name that is none', { form: '../x', device: newId(), value: {} }, '#/form'],
  ['too much', { form: 'x', device: newId(), value: { text: '字'.repeat(100_001) } }, '#/value'],
])('%s is refused', async (_what, body, pointer) => {
  const again = await house.signInAgain(ann)
  const answer = await again.send('POST', '/drafts', body)
  expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer])
})

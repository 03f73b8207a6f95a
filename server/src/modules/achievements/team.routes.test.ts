import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// Nobody stands in a team twice: the second share would be their own.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules)
})
afterAll(() => app?.close())

/** A house with a person of its register, and what an achievement of theirs says. */
async function house() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const person = newId()
  await app.database.asOwner(
    'insert into person (institution_id, id, name, staff_number) values ($1, $2, $3, $4)',
    [institution, person, '示例丙', 'YG0003'],
  )
  return { institution, officer, person }
}

const disclosure = {
  ...{ type: '材料', maturity: '样机', stateOfTheArt: '有', market: '有', risks: '有' },
  ...{ benefit: '有', need: '许可' },
}

const half = { name: '示例丙', share: '50%', isChief: false }
const enter = (by: Person, inventors: readonly object[]) =>
  by.send('POST', '/achievements', { title: '示例敷料', kind: 'device', disclosure, inventors })

test('a person, and a staff number however it is typed, stands in a team once', async () => {
  const { officer, person } = await house()
  const own = { ...half, person }
  for (const second of [own, { ...half, staffNo: 'yg 0003' }]) {
    const twice = await enter(officer, [own, second])
    expect(twice.body.errors?.[0], twice.text).toMatchObject({
      ...{ pointer: '#/inventors/1/name', rule: 'inventor-named-twice' },
    })
  }
  // Namesakes that nothing tells apart may be two.
  expect((await enter(officer, [half, half])).status).toBe(201)
})

test('who stood there twice before keeps nobody from a correction, and lets nobody else in twice', async () => {
  const { institution, officer, person } = await house()
  const other = { name: '示例丁', share: '50%', isChief: false, staffNo: 'YG0004' }
  const { id } = (await enter(officer, [{ ...half, person }, other])).body
  const own = { name: '示例丙', share: '25%', isChief: false, person, staffNo: 'YG0003' }
  await app.database.asOwner(
    'update achievement set inventors = $3 where institution_id = $1 and id = $2',
    [institution, id, JSON.stringify([own, own, other])],
  )
  const corrected = (inventors: readonly object[]) =>
    officer.send('PATCH', `/achievements/${id}`, { expectedSeq: 1, reason: '更正', inventors })
  const quarter = { ...other, share: '25%' }
  const worse = await corrected([own, own, quarter, quarter])
  expect(worse.body.errors?.[0], worse.text).toMatchObject({ pointer: '#/inventors/3/name' })
  const [less, more] = [
    { ...own, share: '20%' },
    { ...own, share: '30%' },
  ]
  const right = await corrected([less, more, other])
  expect(right.status, right.text).toBe(200)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app?.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const heir = await app.person(['tto_reviewer'], institution)
  for (const { caller } of [officer, heir]) {
    await app.database.asOwner(
      'insert into person (institution_id, id, name) values ($1, $2, $3)',
      [institution, caller.person, caller.name],
    )
  }
  const right = async () =>
    (await officer.send('POST', '/rights', { kind: 'know_how', title: '示例秘方' })).body
      .id as string
  const set = async (of: string, title: string, dueOn: string, person: object) => {
    const answer = await officer.send('POST', `/rights/${of}/deadlines`, {
      ...{ title, dueOn, ...person },
    })
    expect(answer.status, answer.text).toBe(201)
    return answer.body.id as string
  }
  const list = async (query = '') => (await officer.get(`/docket/deadlines${query}`)).body
  return { institution, officer, heir, right, set, list }
}

type Answer = { body: { code?: string; errors?: { pointer: string; rule: string }[] } }
const ruleOf = ({ body }: Answer) =>
  body.errors?.map(({ pointer, rule }) => `${pointer} ${rule}`).join() ?? body.code

test('everything somebody has open is handed over in one act, each told in its right', async () => {
  const { officer, heir, right, set, list } = await office()
  const [one, other] = [await right(), await right()]
  const own = { person: officer.caller.person, personName: officer.caller.name }
  await set(one, '欧洲年费', '2026-12-01', own)
  await set(one, '答复', '2026-11-20', own)
  await set(other, '续约', '2027-01-10', own)
  const done = await set(other, '旧事', '2026-11-05', own)
  await officer.send('POST', `/rights/${other}/deadlines/${done}/close`, {
    ...{ state: 'done', reason: '已办' },
  })
  // The same name without an entry of the register is somebody else.
  await set(other, '代理机构办', '2026-11-30', { personName: own.personName })
  const { items, holders } = await list()
  expect(items.map(({ title }: { title: string }) => title)).toEqual([
    ...['答复', '代理机构办', '欧洲年费', '续约'],
  ])
  expect(holders.map((each: { deadlines: number }) => each.deadlines).toSorted()).toEqual([1, 3])
  const to = { person: heir.caller.person, personName: heir.caller.name }
  const order = { from: own, to, deadlines: 3, reason: '调离，全部移交' }
  const hand = (more: object = {}) =>
    officer.send('POST', '/docket/deadlines/hand-over', { ...order, ...more })
  expect(ruleOf(await hand({ deadlines: 2 }))).toBe('deadlines-changed')
  expect(ruleOf(await hand({ to: own }))).toBe('#/to/personName heir-is-holder')
  const nobody = '01900000-0000-7000-8000-000000000009'
  expect(ruleOf(await hand({ to: { ...to, person: nobody } }))).toBe('#/person no-such-person')
  expect((await list()).holders).toEqual(holders)
  const sent = { id: '01900000-0000-7000-8000-000000000010' }
  const handed = await hand(sent)
  expect([handed.status, handed.body], handed.text).toEqual([200, { handed: 3 }])
  expect((await hand(sent)).body).toEqual({ handed: 3 })
  const after = await list(`?holder=${encodeURIComponent(to.personName)}`)
  expect(after.items).toHaveLength(3)
  const history = (await officer.get(`/rights/${one}/history`)).body.items.at(-1)
  expect(history).toMatchObject({ reason: '调离，全部移交' })
  expect(history.changes).toHaveLength(2)
  expect((await officer.get('/docket/deadlines.csv?lang=zh')).text).toContain('代理机构办')
})

test('the list shows what is over, and only who keeps dockets reads it', async () => {
  const { institution, officer, right, set, list } = await office()
  const id = await right()
  await set(id, '今天到期', '2026-11-02', { personName: '示例代理' })
  expect((await list('?state=over')).items).toEqual([])
  expect((await list('?state=left')).items).toEqual([])
  expect((await list('?holder=%E7%A4%BA%E4%BE%8B%E4%BB%A3%E7%90%86')).items).toHaveLength(1)
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.get('/docket/deadlines')).body.items).toHaveLength(1)
  const hand = { from: { person: null, personName: '示例代理' }, to: { personName: '示例所' } }
  const refused = await auditor.send('POST', '/docket/deadlines/hand-over', {
    ...{ ...hand, deadlines: 1, reason: '更换代理' },
  })
  expect(refused.status).toBe(403)
  const inventor = await app.person(['inventor'], institution)
  expect((await inventor.get('/docket/deadlines')).status).toBe(403)
  // A name is handed over to a name as well.
  const handed = await officer.send('POST', '/docket/deadlines/hand-over', {
    ...{ ...hand, deadlines: 1, reason: '更换代理' },
  })
  expect(handed.body).toEqual({ handed: 1 })
})

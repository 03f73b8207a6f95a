import type { Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { blankRight, enterRights, type RightFields } from '../../rights/index.ts'
import { myBonuses } from './my-bonus.view.ts'

// Bonuses of many patents at once, and inventors who bear one name.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const [one, other, third] = ['孟一（虚构）', '孟二（虚构）', '孟三（虚构）']

async function house() {
  const institution = await app.institution('示例医院（虚构）')
  const [officer, reviewer, finance] = await Promise.all(
    (['tto_negotiator', 'tto_reviewer', 'finance'] as const).map((role) =>
      app.person([role], institution),
    ),
  )
  if (!officer || !reviewer || !finance) throw new TypeError('Three are there.')
  const known = async (name: string) => {
    const id = newId()
    await app.database.asOwner(
      'insert into person (institution_id, id, name) values ($1, $2, $3)',
      [institution, id, name],
    )
    return id
  }
  const approve = async (ids: readonly string[]) => {
    for (const id of ids) {
      const path = `/grant-bonuses/${id}/approve`
      expect((await reviewer.send('POST', path, { expectedSeq: 1 })).status).toBe(200)
    }
  }
  return { institution, officer, reviewer, finance, known, approve }
}

async function rightOf({ caller }: Person, given: Partial<RightFields> = {}): Promise<string> {
  const fields = {
    ...{ ...blankRight, kind: 'invention' as const, title: '护理夹具（虚构）' },
    ...{ status: 'granted' as const, filedOn: '2024-03-01', grantedOn: '2026-04-10' },
    ...{ inventors: [one, other, third], ...given },
  }
  const [id = ''] = await asCaller(app.context.db, caller, (tx) =>
    enterRights(tx, app.context.clock, caller, [{ fields }]),
  )
  return id
}

const pay = { paidOn: '2026-06-18', reference: '工资批次 06（虚构）' }
const sharesOf = async (person: Person, id: string) =>
  (await person.get(`/grant-bonuses/${id}`)).body.shares

test('all that are due are proposed in even parts, to the fen, and paid by one voucher, once', async () => {
  const { officer, finance, known, approve } = await house()
  const rights = [
    await rightOf(officer),
    await rightOf(officer, { kind: 'design', title: '面罩（虚构）', inventors: [other] }),
  ]
  const person = await known(other)
  const made = await officer.send('POST', '/grant-bonuses/proposals', { rights })
  expect(made.status, made.text).toBe(201)
  const { ids } = made.body
  const [first, second] = ids
  expect(await sharesOf(officer, first)).toMatchObject([
    { name: one, person: null, fen: '133334' },
    { name: other, person, fen: '133333' },
    { name: third, person: null, fen: '133333' },
  ])
  expect(await sharesOf(officer, second)).toMatchObject([{ name: other, person, fen: '150000' }])
  expect(
    (await officer.send('POST', '/grant-bonuses/proposals', { rights })).body.errors,
  ).toMatchObject([
    { pointer: `#/rights/${rights.indexOf(rights.toSorted()[0] ?? '')}`, rule: 'bonus-not-owed' },
  ])

  await approve([first])
  const run = (bonuses: readonly string[], more = {}) =>
    finance.send('POST', '/grant-bonuses/payments', { bonuses, ...pay, ...more })
  // One of them waits for approval: nothing of the other is paid.
  expect((await run(ids)).body.errors).toMatchObject([
    { pointer: '#/bonuses/1', rule: 'bonus-not-approved' },
  ])
  expect((await officer.get(`/grant-bonuses/${first}`)).body.paidFen).toBe('0')
  await approve([second])
  expect((await run([first, first])).body.errors).toMatchObject([{ pointer: '#/bonuses/1' }])
  const late = await run(ids, { paidOn: '2026-06-21' })
  expect(late.body.errors).toMatchObject([{ pointer: '#/paidOn', rule: 'bonus-paid-in-future' }])
  expect(
    (await officer.send('POST', '/grant-bonuses/payments', { bonuses: ids, ...pay })).status,
  ).toBe(403)
  const both = await Promise.all([run(ids), run(ids.toReversed())])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400])
  expect(both.find(({ status }) => status === 200)?.body).toEqual({
    ...{ bonuses: 2, shares: 4, fen: '550000' },
  })
  for (const id of ids) expect((await officer.get(`/grant-bonuses/${id}`)).body.state).toBe('paid')
  const { items } = (await finance.get('/hand-payments')).body
  expect(items).toHaveLength(4)
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
})

test('a rule of the house gives its own amounts, and what cannot be proposed so stops all of them', async () => {
  const { officer } = await house()
  const right = await rightOf(officer)
  const nameless = await rightOf(officer, { title: '无名（虚构）', inventors: [] })
  const send = (body: object) => officer.send('POST', '/grant-bonuses/proposals', body)
  expect((await send({ rights: [right, nameless] })).body.errors).toMatchObject([
    { pointer: '#/rights/1', rule: 'right-without-inventors' },
  ])
  expect((await officer.get('/grant-bonuses')).body.items).toEqual([])
  expect((await send({ rights: [right, right] })).body.errors).toMatchObject([
    { pointer: '#/rights/1', rule: 'named-twice-in-run' },
  ])
  const byRule = {
    rule: '奖酬办法第八条（虚构）',
    invention: '1000000',
    utility_model: '1',
    design: '1',
  }
  const made = await send({ rights: [right], byRule })
  expect(made.status, made.text).toBe(201)
  expect((await officer.get(`/grant-bonuses/${made.body.ids[0]}`)).body).toMatchObject({
    ...{ basis: 'agreed', rule: byRule.rule, amountFen: '1000000' },
  })
})

test('two inventors of one name are two people, each paid as who they are', async () => {
  const { institution, officer, finance, known, approve } = await house()
  const right = await rightOf(officer, { inventors: [one, one] })
  const [first, second] = [await known(one), await known(one)]
  const send = (...shares: readonly object[]) =>
    officer.send('POST', '/grant-bonuses', { right, basis: 'least', shares })
  const share = (person: string | null, fen = '200000') => ({ name: one, person, fen })
  expect((await send(share(null, '400000'))).body.errors).toMatchObject([
    { pointer: '#/shares/0/person', rule: 'inventor-name-shared' },
  ])
  expect((await send(share(first), share(newId()))).body.errors).toMatchObject([
    { pointer: '#/shares/1/person', rule: 'no-such-inventor' },
  ])
  expect((await send(share(first), share(first))).body.errors).toMatchObject([
    { rule: 'inventor-twice' },
  ])
  const evenly = await officer.send('POST', '/grant-bonuses/proposals', { rights: [right] })
  expect(evenly.body.errors).toMatchObject([
    { pointer: '#/rights/0', rule: 'inventor-name-shared' },
  ])
  const made = await send(share(first, '300000'), share(second, '100000'))
  expect(made.status, made.text).toBe(201)
  await approve([made.body.id])
  const run = { bonuses: [made.body.id], ...pay }
  expect((await finance.send('POST', '/grant-bonuses/payments', run)).status).toBe(200)
  const rows = await app.database.asOwner(
    'select person_id, amount_fen::text as fen from hand_payment where institution_id = $1 order by line',
    [institution],
  )
  expect(rows).toEqual([
    { person_id: first, fen: '300000' },
    { person_id: second, fen: '100000' },
  ])
  // Each reads the own share, though somebody else bears the name.
  const mine = { ...officer.caller, person: second, name: one }
  const seen = await asCaller(app.context.db, mine, (tx) =>
    myBonuses(tx, mine, '2026-06-20' as Day),
  )
  expect(seen).toMatchObject({ isNameShared: true, paidFen: '100000', items: [{ fen: '100000' }] })
  const stranger = await app.person(['finance'], await app.institution())
  expect((await stranger.send('POST', '/grant-bonuses/payments', run)).body.errors).toMatchObject([
    { rule: 'no-such-bonus' },
  ])
})

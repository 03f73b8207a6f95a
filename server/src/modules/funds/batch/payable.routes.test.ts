import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../payouts/testing/paying.ts'
import { AwardingHouse, reward, training } from '../testing/awarding.ts'

// What a batch could pay is told of many too: the first by name, and all of them in number and sum.

let house: AwardingHouse
beforeAll(async () => {
  house = await AwardingHouse.open()
})
afterAll(() => house?.paying.house.close())

const payable = async () => (await house.paying.finance.get('/payouts/payable-awards')).body

test('only what is open and in no batch counts, also after a payment came back', async () => {
  const { helper, other, paying } = house
  const { finance } = paying
  await house.filled()
  expect(await payable()).toMatchObject({ items: [], total: 0, totalFen: '0' })
  const bonus = await house.granted([
    { name: '季帮（虚构）', person: helper, fen: '300000' },
    { name: '外部发明人（虚构）', fen: '100000' },
  ])
  const award = await house.awarded([reward(helper, '600'), reward(other, '50'), training('7')])
  const only = { id: bonus.id, source: 'grant_bonus', payees: 1, fen: '300000', byHand: 1 }
  const both = { id: award.id, source: 'staff_award', payees: 2, fen: '650', byHand: 1 }
  const sorted = (one: { id: string }, two: { id: string }) => (one.id < two.id ? -1 : 1)
  expect(await payable()).toMatchObject({
    ...{ total: 2, totalFen: '300650', items: [only, both].toSorted(sorted) },
  })
  const pay = { places: [1], paidOn: today, reference: '凭证' }
  expect((await finance.send('POST', `${award.path}/payments`, pay)).status).toBe(200)
  expect((await payable()).totalFen).toBe('300050')
  const [line] = (await finance.get(award.path)).body.lines
  const back = `${award.path}/payments/${line.payments[0].id}/return`
  const returned = await finance.send('POST', back, { returnedOn: today, reason: '退票' })
  expect(returned.status, returned.text).toBe(200)
  expect((await payable()).totalFen).toBe('300650')
  expect((await house.order([award])).status).toBe(201)
  expect(await payable()).toMatchObject({ total: 1, totalFen: '300000', items: [only] })
  const stranger = await paying.house.person(['finance'], await paying.house.institution())
  expect((await stranger.get('/payouts/payable-awards')).body.total).toBe(0)
})

test('of very many the first are listed, and all of them go into one batch', async () => {
  const { helper, paying } = house
  const before = (await payable()).total
  await paying.house.database.asOwner(
    `with made as (
       insert into staff_award (institution_id, id, title, basis, amount_fen, state, proposed_on,
         proposed_by, proposed_name, approved_on, approved_by, approved_name)
       select $1, gen_random_uuid(), '奖励' || nth, '纪要', 1, 'approved', '2026-11-24',
         gen_random_uuid(), '甲', '2026-11-24', gen_random_uuid(), '乙'
       from generate_series(1, 203) as nth returning id)
     insert into staff_award_line (institution_id, award_id, place, purpose, person_id, name, amount_fen)
     select $1, id, 1, 'reward', $2, '季帮（虚构）', 1 from made`,
    [paying.institution, helper],
  )
  const { items, total } = await payable()
  expect([items.length, total]).toEqual([200, before + 203])
  const order = { title: '全部', payOn: today, records: 'all', id: crypto.randomUUID() }
  const made = await paying.finance.send('POST', '/payouts/of-awards', order)
  expect(made.status, made.text).toBe(201)
  expect((await paying.batch(made.body.id)).orders).toBe(before + 203)
  expect((await payable()).total).toBe(0)
})

test('who pays many by hand hears which of them is in a batch', async () => {
  const shares = [{ name: '季帮（虚构）', person: house.helper, fen: '400000' }]
  const [first, second] = [await house.granted(shares), await house.granted(shares)]
  expect((await house.order([second])).status).toBe(201)
  const run = { bonuses: [first.id, second.id], paidOn: today, reference: '凭证 9' }
  const answer = await house.paying.finance.send('POST', '/grant-bonuses/payments', run)
  expect(answer.body.errors).toMatchObject([
    { pointer: '#/bonuses/1', rule: 'share-in-batch', detail: expect.stringContaining('护理夹具') },
  ])
  expect((await house.officer.get(first.path)).body.state).toBe('approved')
  const rest = { ...run, bonuses: [first.id] }
  expect((await house.paying.finance.send('POST', '/grant-bonuses/payments', rest)).status).toBe(
    200,
  )
})

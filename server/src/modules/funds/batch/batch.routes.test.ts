import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, type Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { store } from '../../cases/testing/storing.ts'
import { type PayingHouse, proofOf, today } from '../../payouts/testing/paying.ts'
import { AwardingHouse, orderOf, reward, training } from '../testing/awarding.ts'
import { settleAwards } from './settle.commands.ts'

// Bonuses and awards are paid by the batches that pay plans, and nobody is paid twice: whoever clicks, by whatever
// way, and whatever breaks.

let house: AwardingHouse
let paying: PayingHouse
let officer: Person
let finance: Person
let leader: Person
let helper: string
let other: string

beforeAll(async () => {
  house = await AwardingHouse.open()
  ;({ paying, officer, helper, other } = house)
  ;({ finance, leader } = paying)
})
afterAll(() => paying?.house.close())

const ruleOf = ({ body }: { body: { errors?: { rule: string }[]; code: string } }) =>
  body.errors?.[0]?.rule ?? body.code
const differences = async () => (await finance.get('/journal/differences')).body.items

test('a bonus and an award go through one batch: approved by two, sent net, proved, and told once everywhere', async () => {
  await house.filled()
  const bonus = await house.granted([{ name: '季帮（虚构）', person: helper, fen: '400000' }])
  const award = await house.awarded([reward(other, '250000'), training('100')])
  const { items } = (await finance.get('/payouts/payable-awards')).body
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: bonus.id, payees: 1, fen: '400000', byHand: 0 }),
      expect.objectContaining({ id: award.id, payees: 1, fen: '250000', byHand: 1 }),
    ]),
  )
  const made = await house.order([bonus, award])
  expect(made.status, made.text).toBe(201)
  const { id } = made.body
  expect(await paying.batch(id)).toMatchObject({
    ...{ state: 'made', orders: 2, ordered: 2, totalFen: '650000', isOfAwards: true },
  })
  const payments = await paying.payments(id)
  const referenceTo = (kind: string) =>
    payments.find((one: { kind: string }) => one.kind === kind)?.reference
  expect(payments).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ recordId: bonus.id, caseId: null, kind: 'grant_bonus', line: 1 }),
      expect.objectContaining({ recordId: award.id, caseNumber: '上半年转化奖励（虚构）' }),
    ]),
  )
  // Its tax is said before anything is sent, and whoever made or said that does not approve.
  const tax = { reference: referenceTo('grant_bonus'), withheldFen: '80000' }
  const noted = await finance.send('POST', `/payouts/${id}/withheld`, {
    ...{ document: '税-1（虚构）', lines: [tax] },
  })
  expect([noted.status, noted.body.lines]).toEqual([200, 1])
  expect((await house.decide(id, finance)).status).toBe(403)
  expect((await house.decide(id)).status).toBe(200)
  expect((await finance.send('POST', `/payouts/${id}/files`)).body.code).toBe('file-of-awards')
  expect((await house.file(id)).body).toMatchObject({ number: 1, orders: 2 })
  expect((await house.file(id)).body.code).toBe('no-payment-to-send')
  const sheet = (await finance.get(`/payouts/${id}/files/1.csv?lang=zh`)).text
  expect(sheet).toContain('6222000000007001')
  expect(sheet).toContain('护理夹具（虚构） 专利授权奖金')
  expect(sheet).toContain('3200.00')
  const slip = await store(finance, '银行回单（虚构）')
  expect((await house.prove(id, 'all-paid', { file: slip })).status).toBe(202)
  await paying.house.workOff()

  expect(await paying.batch(id)).toMatchObject({
    ...{ state: 'settled', paid: 2, proofs: [{ cases: 2, done: 2 }] },
  })
  expect((await officer.get(bonus.path)).body).toMatchObject({ state: 'paid', paidOn: today })
  const told = (await officer.get(award.path)).body
  expect(told).toMatchObject({ state: 'approved', paidFen: '250000' })
  expect(told.lines[0].payments).toMatchObject([
    { kind: 'paid', reference: '十一月奖金（演示） 回单-1', files: [] },
  ])
  // The slip tells the accounts of all its people: whoever reads the batch reads it, and nobody else does.
  const reader = await paying.house.person(['legal'], paying.institution)
  expect((await officer.get(`/files/${slip.sha256}`)).status).toBe(200)
  expect((await reader.get(award.path)).status).toBe(200)
  expect((await reader.get(`/files/${slip.sha256}`)).status).toBe(404)
  expect(await differences()).toEqual([])

  // Each stands once in the month of its tax, on the sheet for personnel and in the statement of its person.
  const month = today.slice(0, 7)
  const byHand = (await finance.get(`/hand-payments?month=${month}`)).body.items
  const ours = byHand.filter(({ recordId }: { recordId: string }) =>
    [bonus.id, award.id].includes(recordId),
  )
  expect(
    ours.map((one: { amountFen: string; withheldFen: string | null }) => [
      one.amountFen,
      one.withheldFen,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['400000', '80000'],
      ['250000', null],
    ]),
  )
  expect(ours).toHaveLength(2)
  const times = (text: string, sought: string) => text.split(sought).length - 1
  const monthly = (await finance.get(`/payouts/personnel.csv?month=${month}&lang=zh`)).text
  expect(times(monthly, '护理夹具（虚构）')).toBe(1)
  const ofBatch = (await finance.get(`/payouts/personnel.csv?batch=${id}&lang=zh`)).text
  expect(times(ofBatch, '护理夹具（虚构）')).toBe(1)
  const { body: statement } = await finance.get(`/people/${helper}/rewards`)
  expect(times(JSON.stringify(statement), '"400000"')).toBeGreaterThan(0)
  const { months } = (await finance.get('/withheld-taxes')).body
  expect(months.find((one: { month: string }) => one.month === month)).toMatchObject({
    withheldFen: '80000',
  })
})

test('two who click at once order once, and what is in a batch is neither paid by hand nor withdrawn', async () => {
  await house.filled()
  const award = await house.awarded([reward(helper, '1000'), training('7')])
  const mine = newId()
  const both = await Promise.all([
    house.order([award], mine),
    house.order([award], mine),
    house.order([award]),
  ])
  const made = both.filter(({ status }) => status === 201)
  const refused = both.filter(({ status }) => status !== 201)
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
  expect(made.length + refused.length).toBe(3)
  for (const one of refused) expect([one.status, ruleOf(one)]).toEqual([409, 'no-award-to-pay'])
  const id = made[0]?.body.id
  const byHand = (places: readonly number[]) =>
    finance.send('POST', `${award.path}/payments`, { places, paidOn: today, reference: '凭证' })
  expect(ruleOf(await byHand([1]))).toBe('award-line-in-batch')
  const withdrawn = { reason: '撤回（虚构）', expectedSeq: 2 }
  const gone = () => officer.send('POST', `${award.path}/withdraw`, withdrawn)
  expect(ruleOf(await gone())).toBe('award-under-way')
  // The database itself lets no payment by hand in beside it, nor a second order of the line.
  const { asOwner } = paying.house.database
  await expect(
    asOwner(
      `insert into staff_award_payment (institution_id, id, award_id, place, turn, kind, on_day,
         amount_fen, reference, made_at, made_by, made_name)
       values ($1, gen_random_uuid(), $2, 1, 1, 'paid', '2026-11-24', 1000, '双付', now(), $3, '某')`,
      [paying.institution, award.id, finance.caller.person],
    ),
  ).rejects.toThrow('under way in a batch')
  await expect(
    asOwner(
      `insert into award_order (institution_id, batch_id, number, source, record_id, place, turn,
         title, person_id, name, way, amount_fen, state)
       select institution_id, batch_id, 99, source, record_id, place, turn, title, person_id, name,
         way, amount_fen, 'ordered' from award_order where record_id = $1 limit 1`,
      [award.id],
    ),
  ).rejects.toThrow('award_order_once')
  // What no batch reaches stays to be paid by hand, and so does what is taken out of one.
  expect((await byHand([2])).status).toBe(200)
  const out = { case: award.id, reason: '改由工资发放（虚构）' }
  const taken = await finance.send('POST', `/payouts/${id}/take-out`, out)
  expect(taken.status, taken.text).toBe(200)
  expect((await paying.batch(id)).state).toBe('cancelled')
  expect((await byHand([1])).status).toBe(200)
  expect(ruleOf(await house.order([award]))).toBe('no-award-to-pay')
  expect(await differences()).toEqual([])
})

test('a share of a bonus is paid once: by a batch or by hand, whoever is first', async () => {
  const shares = [{ name: '季帮（虚构）', person: helper, fen: '400000' }]
  const byHand = ({ path }: { path: string }) =>
    finance.send('POST', `${path}/payments`, { places: [1], paidOn: today, reference: '凭证' })
  const bonus = await house.granted(shares)
  expect((await house.order([bonus])).status).toBe(201)
  expect(ruleOf(await byHand(bonus))).toBe('share-in-batch')
  const withdrawn = { reason: '撤回（虚构）', expectedSeq: 2 }
  expect(ruleOf(await officer.send('POST', `${bonus.path}/withdraw`, withdrawn))).toBe(
    'bonus-under-way',
  )
  await expect(
    paying.house.database.asOwner(
      `insert into grant_bonus_payment (institution_id, id, bonus_id, place, turn, kind, on_day,
         amount_fen, reference, files, made_at, made_by, made_name)
       values ($1, gen_random_uuid(), $2, 1, 1, 'paid', '2026-11-24', 400000, '双付', '[]', now(), $3, '某')`,
      [paying.institution, bonus.id, finance.caller.person],
    ),
  ).rejects.toThrow('under way in a batch')
  for (let time = 0; time < 3; time++) {
    const other = await house.granted(shares)
    const [ordered, paid] = await Promise.all([house.order([other]), byHand(other)])
    const rules = [ordered, paid].map((one) => (one.status < 300 ? 'done' : ruleOf(one)))
    expect([
      ['done', 'share-in-batch'],
      ['no-award-to-pay', 'done'],
    ]).toContainEqual(rules)
  }
})

test('a crash between payout and proof pays nobody twice, and writes all of a proof or nothing', async () => {
  await house.filled()
  const { house: app, institution } = paying
  const award = await house.awarded([reward(helper, '3000'), reward(other, '4000')])
  const id = await house.sent([award])
  // The server is gone after the file was made: what was sent is sent, and in no other file or batch.
  expect((await house.file(id)).body.code).toBe('no-payment-to-send')
  expect(ruleOf(await house.order([award]))).toBe('no-award-to-pay')
  const taken = proofOf('all-paid')
  const twice = [1, 2].map(() => finance.send('POST', `/payouts/${id}/proofs`, taken))
  expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([202, 202])
  const settle = settleAwards(app.context)
  const job = { institution, payload: { proof: taken.id, cases: [award.id] } }
  const { db } = app.context
  const killed = asSystem(db, institution, async (tx) => {
    await settle(tx, job)
    await killConnection(tx)
    await settle(tx, job)
  })
  await expect(killed).rejects.toThrow()
  expect((await officer.get(award.path)).body).toMatchObject({ paidFen: '0', state: 'approved' })
  const states = async () =>
    (await paying.payments(id)).map(({ state }: { state: string }) => state)
  expect(await states()).toEqual(['sent', 'sent'])
  // Two workers take it up again at once.
  await Promise.all([1, 2].map(() => asSystem(db, institution, (tx) => settle(tx, job))))
  await app.workOff()
  expect(await states()).toEqual(['paid', 'paid'])
  const one = (await officer.get(award.path)).body
  expect(one).toMatchObject({ paidFen: '7000', state: 'paid' })
  expect(one.lines.map((line: { payments: object[] }) => line.payments.length)).toEqual([1, 1])
  expect((await paying.batch(id)).proofs).toMatchObject([{ cases: 1, done: 1, lines: 2 }])
  expect(await differences()).toEqual([])
})

test('what came back, before or after it was paid, is open again and is corrected in its batch only', async () => {
  await house.filled()
  const award = await house.awarded([reward(helper, '5000'), reward(other, '6000')])
  const id = await house.sent([award])
  const [first, second] = await paying.payments(id)
  const line = ({ reference, amountFen }: { reference: string; amountFen: string }) => ({
    ...{ reference, amountFen },
  })
  const told = [
    { ...line(first), outcome: 'returned', reason: '户名不符' },
    { ...line(second), amountFen: '5400', withheldFen: '600', outcome: 'paid' },
  ]
  expect((await house.prove(id, told)).status).toBe(202)
  await paying.house.workOff()
  expect((await officer.get(award.path)).body).toMatchObject({ state: 'approved', paidFen: '6000' })
  expect(await differences()).toEqual([])
  const [, { payments }] = (await officer.get(award.path)).body.lines
  const back = await finance.send('POST', `${award.path}/payments/${payments[0].id}/return`, {
    ...{ returnedOn: today, reason: '退回（虚构）' },
  })
  expect([back.status, back.body.code]).toEqual([409, 'award-paid-in-batch'])
  const later = [{ ...line(second), amountFen: '5400', outcome: 'returned', reason: '销户' }]
  const took = await house.prove(id, later, { document: '回单-2' })
  expect(took.status, took.text).toBe(202)
  await paying.house.workOff()
  const after = (await officer.get(award.path)).body
  expect(after).toMatchObject({ state: 'approved', paidFen: '0' })
  const kinds = after.lines[1].payments.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(['paid', 'returned'])
  expect(await differences()).toEqual([])
  const { items } = (await finance.get(`/hand-payments?month=${today.slice(0, 7)}`)).body
  const ours = items.filter(({ recordId }: { recordId: string }) => recordId === award.id)
  expect(ours).toMatchObject([{ amountFen: '6000', backFen: '6000', withheldFen: '0' }])

  // Both are paid again, one with nothing left to pay of it.
  const again = await house.order([award])
  expect(again.status, again.text).toBe(201)
  const [one] = await paying.payments(again.body.id)
  const whole = { reference: one.reference, withheldFen: one.amountFen }
  await finance.send('POST', `/payouts/${again.body.id}/withheld`, {
    ...{ document: '税-2（虚构）', lines: [whole] },
  })
  expect((await house.decide(again.body.id)).status).toBe(200)
  expect((await house.file(again.body.id)).body).toMatchObject({ orders: 1, settled: 1 })
  expect((await house.prove(again.body.id, 'all-paid')).status).toBe(202)
  await paying.house.workOff()
  expect(await paying.batch(again.body.id)).toMatchObject({ state: 'settled', paid: 2 })
  expect((await officer.get(award.path)).body).toMatchObject({ state: 'paid', paidFen: '11000' })
  expect(await differences()).toEqual([])
})

test('a payment of a bonus that comes back lets its docket count again', async () => {
  const bonus = await house.granted([{ name: '季帮（虚构）', person: helper, fen: '400000' }])
  const id = await house.sent([bonus])
  expect((await house.prove(id, 'all-paid')).status).toBe(202)
  await paying.house.workOff()
  const owed = async () => {
    const { rightId } = (await officer.get(bonus.path)).body
    const path = `/calendar?from=2026-12-01&to=2027-06-30&record=${rightId}`
    const { items } = (await officer.get(path)).body
    return items.filter(({ key }: { key: string }) => key.endsWith('inventor-bonus')).length
  }
  expect(await owed()).toBe(0)
  const [{ payments }] = (await officer.get(bonus.path)).body.shares
  const byHand = await finance.send('POST', `${bonus.path}/payments/${payments[0].id}/return`, {
    ...{ returnedOn: today, reason: '退回（虚构）' },
  })
  expect(byHand.body.code).toBe('share-paid-in-batch')
  const [one] = await paying.payments(id)
  const { reference, amountFen } = one
  await house.prove(id, [{ reference, amountFen, outcome: 'returned', reason: '销户' }])
  await paying.house.workOff()
  expect(await owed()).toBe(1)
  expect((await officer.get(bonus.path)).body).toMatchObject({ state: 'approved', paidFen: '0' })
  expect(await differences()).toEqual([])
})

test('a distribution that was reversed since keeps awards from being sent; who receives approves no batch', async () => {
  const { house: app, institution } = paying
  const one = await house.filled()
  const receiver = await app.person(['leaders'], institution)
  await app.database.asOwner(
    `insert into person (institution_id, id, name) values ($1, $2, '领者（虚构）')`,
    [institution, receiver.caller.person],
  )
  const { freeFen } = (await officer.get('/staff-purse')).body
  const award = await house.awarded([reward(receiver.caller.person, freeFen)])
  const made = await house.order([award])
  const { id } = made.body
  expect((await house.decide(id, receiver)).status).toBe(403)
  expect((await house.decide(id)).status).toBe(200)
  const wrong = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）9号' }
  const reversal = {
    ...{ type: 'distributionReversed', data: wrong },
    expectedSeq: await paying.seqOf(one),
  }
  const reversed = await leader.send('POST', `/cases/${one.id}/acts`, reversal)
  expect(reversed.status, reversed.text).toBe(201)
  expect((await house.file(id)).body.code).toBe('purse-short')
  const cancelled = await finance.send('POST', `/payouts/${id}/cancel`, { reason: '分配已冲回' })
  expect(cancelled.status, cancelled.text).toBe(200)
  expect((await house.order([award])).body.code).toBe('purse-short')
  const withdrawn = { reason: '分配已冲回（虚构）', expectedSeq: 2 }
  expect((await officer.send('POST', `${award.path}/withdraw`, withdrawn)).status).toBe(200)
})

test('what cannot be is refused: days gone by, nothing chosen, who may not pay, and another house', async () => {
  await house.filled()
  const award = await house.awarded([reward(helper, '9')])
  const body = orderOf([award])
  const send = (more: object, by = finance) =>
    by.send('POST', '/payouts/of-awards', { ...body, ...more })
  expect(ruleOf(await send({ payOn: '2026-11-23' }))).toBe('pay-day-past')
  expect((await send({ records: [] })).status).toBe(400)
  expect((await send({}, officer)).status).toBe(403)
  const unknown = { source: 'staff_award', id: newId() }
  expect(ruleOf(await send({ records: [unknown] }))).toBe('no-award-to-pay')
  // The id of an award is none of a bonus.
  expect(ruleOf(await send({ records: [{ source: 'grant_bonus', id: award.id }] }))).toBe(
    'no-award-to-pay',
  )
  const { house: app } = paying
  const stranger = await app.person(['finance'], await app.institution())
  expect(ruleOf(await send({}, stranger))).toBe('no-award-to-pay')
  const made = await send({})
  expect(made.status, made.text).toBe(201)
  expect((await stranger.get(`/payouts/${made.body.id}`)).status).toBe(404)
  expect((await stranger.get(`/payouts/${made.body.id}/payments`)).body.items).toEqual([])
  const theirs = await app.person(['finance'], paying.institution)
  expect(ruleOf(await send({}, theirs))).toBe('batch-of-another')
  expect((await house.file(made.body.id)).body.code).toBe('payout-not-approved')
})

/** Ends the connection of a transaction in its midst, as when the process dies that holds it. */
async function killConnection(tx: Tx): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  await paying.house.database.asOwner('select pg_terminate_backend($1)', [rows[0]?.pid])
}

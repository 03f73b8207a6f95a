import { addDays } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller, asSystem } from '../../platform/database.ts'
import type { Person } from '../../platform/testing/app.ts'
import { fillHandPayments } from '../cases/hand-payments.projections.ts'
import { type OneCase, PayingHouse } from '../payouts/testing/paying.ts'
import { ServingHouse } from '../payouts/testing/serving.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { blankRight, enterRights } from '../rights/index.ts'

// Rewards and bonuses that are paid without a batch stand in the month of their tax like any payment: what nobody
// said of them is unknown, and what finance says later is booked, told to the month and to the person's statement.

let paying: PayingHouse
let serving: ServingHouse
let finance: Person
beforeAll(async () => {
  paying = await PayingHouse.open()
  ;({ finance } = paying)
  serving = await ServingHouse.open(paying, ['丙示例', '丁示例'])
})
afterAll(() => paying?.house.close())

const month = async () =>
  (await finance.get('/withheld-taxes')).body.months.find(
    (one: { month: string }) => one.month === '2026-11',
  )
const items = async () => (await finance.get('/hand-payments?month=2026-11')).body.items
const say = (id: string, withheldFen: string, who: Person = finance) =>
  who.send('POST', `/hand-payments/${id}/tax`, { withheldFen, document: '工资表 11（示例）' })

async function isWhole() {
  const { db } = paying.house.context
  const found = await asSystem(db, paying.institution, (tx) =>
    differencesOf(tx, paying.institution),
  )
  expect(found.items).toEqual([])
}

/** What the books owe the tax office. */
async function owed(): Promise<string> {
  const [row] = await paying.house.database.asOwner(
    `select coalesce(sum(amount_fen * case side when 'credit' then 1 else -1 end), 0)::text as fen
     from journal_line where institution_id = $1 and account = '2102.01'`,
    [paying.institution],
  )
  return String(row?.['fen'])
}

const lines = () =>
  serving.team.map(({ name }, at) => ({ name, amount: ['2000001', '1000000'][at] }))

let one: OneCase
test('a reward paid by hand is unknown in its month until its tax is said, and is booked then', async () => {
  one = await serving.payable()
  await serving.recorded(finance, one, 'rewardPaid', { lines: lines(), proof: '银-手工' })
  expect(await month()).toMatchObject({ withheldFen: '0', unknown: 2 })
  const [first, second] = await items()
  expect([first, second]).toMatchObject([
    { name: '丙示例', amountFen: '2000001', withheldFen: null, recordId: one.id, source: 'case' },
    { name: '丁示例', amountFen: '1000000', withheldFen: null },
  ])
  expect((await say(first.id, '2000002')).body.errors).toMatchObject([
    { pointer: '#/withheldFen', rule: 'tax-above-payment' },
  ])
  expect((await say(first.id, '1', paying.leader)).status).toBe(403)
  expect((await say(first.id, '-1')).body.errors).toMatchObject([
    { pointer: '#/withheldFen', rule: 'not-negative' },
  ])
  expect((await say(first.id, '300000')).status).toBe(200)
  expect((await say(first.id, '300000')).body.errors).toMatchObject([{ rule: 'tax-unchanged' }])
  expect((await say(second.id, '0')).status).toBe(200)
  expect(await month()).toMatchObject({ withheldFen: '300000', standingFen: '300000', unknown: 0 })
  expect(await owed()).toBe('300000')
  // Said wrongly it is said again: the difference is an entry, both stay.
  expect((await say(first.id, '250000')).status).toBe(200)
  expect([(await month()).withheldFen, await owed()]).toEqual(['250000', '250000'])
  await isWhole()
  const [member] = serving.team
  const mine = (await member.own?.get('/rewards'))?.body
  expect(mine.rewards).toMatchObject([
    { paidFen: '2000001', withheldFen: '250000', arrivedFen: '1750001', taxUnknownFen: '0' },
  ])
  expect(mine.years).toMatchObject([{ year: '2026', paidFen: '2000001', withheldFen: '250000' }])
  expect((await finance.get('/hand-payments.csv?lang=zh')).text).toContain('20000.01')
})

test('the list is read page by page, and says of how many of all the tax is unknown', async () => {
  const whole = (await finance.get('/hand-payments')).body
  const first = (await finance.get('/hand-payments?limit=1')).body
  expect(first).toMatchObject({ unknown: whole.unknown, items: [whole.items[0]] })
  const second = (await finance.get(`/hand-payments?limit=1&cursor=${first.nextCursor}`)).body
  expect(second.items).toEqual([whole.items[1]])
  expect((await finance.get('/hand-payments?cursor=x')).status).toBe(400)
})

test('what came back by hand is unknown no more, and what was paid again is a payment of its own', async () => {
  const other = await serving.payable()
  await serving.recorded(finance, other, 'rewardPaid', { lines: lines(), proof: '银-手工2' })
  const turned = { name: '丁示例', amount: '1000000', proof: '退-1' }
  await serving.recorded(finance, other, 'paymentReturned', turned)
  expect((await month()).unknown).toBe(1)
  await serving.recorded(finance, other, 'paymentRepeated', { ...turned, proof: '补-1' })
  expect((await month()).unknown).toBe(2)
  const of = (await items()).filter(({ recordId }: { recordId: string }) => recordId === other.id)
  expect(of.map(({ backFen }: { backFen: string }) => backFen).toSorted()).toEqual([
    ...['0', '0', '1000000'],
  ])
})

test('the tax of what came back whole is owed no more, and what is paid instead has its own', async () => {
  const third = await serving.payable()
  await serving.recorded(finance, third, 'rewardPaid', { lines: lines(), proof: '银-手工3' })
  const own = (await items()).find(
    (one: { recordId: string; name: string }) => one.recordId === third.id && one.name === '丁示例',
  )
  const [before, owedBefore] = [await month(), await owed()]
  expect((await say(own.id, '70000')).status).toBe(200)
  expect(await owed()).toBe(`${BigInt(owedBefore) + 70_000n}`)
  const turned = { name: '丁示例', amount: '1000000', proof: '退-3' }
  await serving.recorded(finance, third, 'paymentReturned', turned)
  expect((await month()).withheldFen).toBe(before.withheldFen)
  expect(await owed()).toBe(owedBefore)
  expect((await say(own.id, '1')).body.errors).toMatchObject([{ rule: 'tax-above-payment' }])
  await serving.recorded(finance, third, 'paymentRepeated', { ...turned, proof: '补-3' })
  expect(await month()).toMatchObject({
    ...{ withheldFen: before.withheldFen, unknown: before.unknown },
  })
  await isWhole()
})

test('a bonus at grant is in the month of its payment and in the statement of its person', async () => {
  const { house, institution } = paying
  const officer = await house.person(['tto_negotiator'], institution)
  const reviewer = await house.person(['tto_reviewer'], institution)
  const [member] = serving.team
  const fields = {
    ...{ ...blankRight, kind: 'invention' as const, title: '护理夹具（虚构）' },
    ...{ status: 'granted' as const, filedOn: '2024-03-01', grantedOn: '2026-09-10' },
    inventors: [member.name],
  }
  const [right = ''] = await asCaller(house.context.db, officer.caller, (tx) =>
    enterRights(tx, house.context.clock, officer.caller, [{ fields }]),
  )
  const shares = [{ name: member.name, fen: '400000' }]
  const made = await officer.send('POST', '/grant-bonuses', { right, basis: 'least', shares })
  expect(made.status, made.text).toBe(201)
  const path = `/grant-bonuses/${made.body.id}`
  await reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
  const before = await month()
  const paid = { places: [1], paidOn: '2026-11-20', reference: '工资批次 11（虚构）' }
  expect((await finance.send('POST', `${path}/payments`, paid)).status).toBe(200)
  expect((await month()).unknown).toBe(before.unknown + 1)
  const bonus = (await items()).find(({ source }: { source: string }) => source === 'grant_bonus')
  expect((await say(bonus.id, '12000')).status).toBe(200)
  expect(BigInt((await month()).withheldFen) - BigInt(before.withheldFen)).toBe(12_000n)
  await isWhole()
  const mine = (await member.own?.get('/rewards'))?.body
  expect(mine.bonuses).toMatchObject([
    { title: '护理夹具（虚构）', amountFen: '400000', withheldFen: '12000', backFen: '0' },
  ])
  expect(mine.years[0].paidFen).toBe('6400003')
  // It comes back: its tax with it.
  const [{ id: payment }] = (await paying.house.database.asOwner(
    'select id from grant_bonus_payment where institution_id = $1',
    [institution],
  )) as [{ id: string }]
  const back = { kind: 'returned', returnedOn: '2026-11-22', reason: '销户（虚构）' }
  const returned = await finance.send('POST', `${path}/payments/${payment}/return`, back)
  expect(returned.status, returned.text).toBe(200)
  expect((await month()).withheldFen).toBe(before.withheldFen)
  await isWhole()
})

test('a return that leaves nothing of a payment but its tax is refused: the whole came back', async () => {
  const parts = await serving.payable()
  const { finance: now } = paying
  await serving.recorded(now, parts, 'rewardPaid', { lines: lines(), proof: '银-手工6' })
  const own = async () =>
    (await now.get('/hand-payments?month=2026-11')).body.items.find(
      (line: { recordId: string; name: string }) =>
        line.recordId === parts.id && line.name === '丁示例',
    )
  const { id } = await own()
  const back = (amount: string) =>
    serving.record(now, parts, 'paymentReturned', {
      name: '丁示例',
      amount,
      proof: `退-6-${amount}`,
    })
  const before = [(await month()).withheldFen, await owed()]
  expect((await say(id, '70000', now)).status).toBe(200)
  // The slip says what was really sent; more than that, short of the whole, never was.
  for (const amount of ['930000', '960000', '999999']) {
    const refused = await back(amount)
    expect(refused.body.errors, amount).toMatchObject([
      { pointer: '#/data/amount', rule: 'return-leaves-tax' },
    ])
    expect(refused.text).toMatch(/10,?000\.00/)
  }
  expect((await own()).backFen).toBe('0')
  // A part leaves the tax as it was withheld; then what is left counts.
  expect((await back('400000')).status).toBe(201)
  expect(await own()).toMatchObject({ backFen: '400000', withheldFen: '70000' })
  expect((await back('530000')).body.errors).toMatchObject([{ rule: 'return-leaves-tax' }])
  expect((await say(id, '600000', now)).body.errors).toMatchObject([
    { pointer: '#/withheldFen', rule: 'tax-is-all-left' },
  ])
  expect((await say(id, '40000', now)).status).toBe(200)
  expect((await back('600000')).status).toBe(201)
  expect(await own()).toMatchObject({ backFen: '1000000', withheldFen: '0' })
  expect([(await month()).withheldFen, await owed()]).toEqual(before)
  await isWhole()
})

test('of two, one of whom says the tax while the other says that all but it came back, one is refused', async () => {
  const parts = await serving.payable()
  const { finance: now } = paying
  await serving.recorded(now, parts, 'rewardPaid', { lines: lines(), proof: '银-手工7' })
  const { id } = (await now.get('/hand-payments?month=2026-11')).body.items.find(
    (line: { recordId: string; name: string }) =>
      line.recordId === parts.id && line.name === '丁示例',
  )
  const turned = { name: '丁示例', amount: '930000', proof: '退-7' }
  const both = await Promise.all([
    say(id, '70000', now),
    serving.record(now, parts, 'paymentReturned', turned),
  ])
  expect(both.filter(({ status }) => status === 400)).toHaveLength(1)
  await isWhole()
})

test('what was paid before there was a place for it is put there by the worker, once', async () => {
  const { house, institution } = paying
  const told = async () =>
    (await items())
      .map(({ id: _id, withheldFen: _tax, ...line }: { id: string }) => JSON.stringify(line))
      .toSorted()
  const before = await told()
  await house.database.asOwner('alter table hand_payment_tax disable trigger user')
  await house.database.asOwner('delete from hand_payment_tax')
  const returns = () =>
    house.database.asOwner(`select payment.record_id, back.amount_fen::text, back.on_day::text, back.proof
      from hand_payment_return as back join hand_payment as payment on payment.id = back.payment_id
      where back.case_id is not null order by 1, 2, 3, 4`)
  const cameBack = await returns()
  expect(cameBack).not.toEqual([])
  await house.database.asOwner('delete from hand_payment_return where case_id is not null')
  // A payment that was recorded before the worker came does not hide those before it.
  await house.database.asOwner(`delete from hand_payment as one where source = 'case' and seq < (
    select max(seq) from hand_payment as other where other.record_id = one.record_id)`)
  await house.database.asOwner(`delete from hand_payment where record_id = '${one.id}'`)
  for (const _twice of [1, 2]) {
    await asSystem(house.context.db, institution, (tx) =>
      fillHandPayments(tx, house.context.clock, institution),
    )
  }
  expect(await told()).toEqual(before)
  expect(await returns()).toEqual(cameBack)
})

test('what came back in two parts stands on each of its days', async () => {
  const parts = await serving.payable()
  await serving.recorded(finance, parts, 'rewardPaid', { lines: lines(), proof: '银-手工5' })
  const back = (amount: string) => ({ name: '丁示例', amount, proof: `退-5-${amount}` })
  await serving.recorded(finance, parts, 'paymentReturned', back('400000'))
  const next = addDays(paying.house.clock.today(), 1)
  paying.house.clock.set(`${next}T09:00:00+08:00`)
  const later = await paying.house.signInAgain(finance)
  Object.assign(paying, { finance: later })
  await serving.recorded(later, parts, 'paymentReturned', back('600000'))
  const rows = await paying.house.database.asOwner(
    `select amount_fen::text as fen, on_day::text as on, proof from hand_payment_return
     where case_id = '${parts.id}' order by nth`,
  )
  expect(rows).toMatchObject([
    { fen: '400000', proof: '退-5-400000' },
    { fen: '600000', on: next, proof: '退-5-600000' },
  ])
  expect(rows[0]?.['on']).not.toBe(next)
})

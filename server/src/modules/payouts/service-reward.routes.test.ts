import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Person, TestApp } from '../../platform/testing/app.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { gatherCases } from './gather.commands.ts'
import { settleCases } from './settle.commands.ts'
import { type OneCase, orderFor, PayingHouse, proofOf, today } from './testing/paying.ts'
import { ServingHouse } from './testing/serving.ts'

// Rewards of service contracts go the way of every payout: the same batch, four eyes, file, proof and books.

let paying: PayingHouse
let serving: ServingHouse
let house: TestApp
let institution: string
let finance: Person
beforeAll(async () => {
  paying = await PayingHouse.open()
  ;({ house, institution, finance } = paying)
  serving = await ServingHouse.open(paying, ['丙示例', '丁示例'])
})
afterAll(() => house?.close())

const amounts = ['2000001', '1000000']

/** The bank's answer, taken in and written. */
async function told(batch: string, lines: unknown) {
  const took = await finance.send('POST', `/payouts/${batch}/proofs`, proofOf(lines))
  expect(took.status, took.text).toBe(202)
  await house.workOff()
}

/** What the books have in an account for a contract. */
async function booked(one: OneCase, account: string): Promise<unknown> {
  const [row] = await house.database.asOwner(
    `select coalesce(sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end), 0)::text
       as fen
     from journal_line as line join journal_entry as entry on entry.id = line.entry_id
     where entry.case_id = $1 and line.account = $2`,
    [one.id, account],
  )
  return row?.['fen']
}

/** The books say what the records say. */
async function isWhole() {
  const { db } = house.context
  const found = await asSystem(db, institution, (tx) => differencesOf(tx, institution))
  expect(found.items).toEqual([])
}

test('a plan waits for everybody, is paid beside a transfer, and nobody records it otherwise meanwhile', async () => {
  const one = await serving.settled()
  await serving.recorded(serving.officer, one, 'rewardPlanned', serving.plan())
  const [plan] = await paying.actsOf(one, 'rewardPlanned')
  expect(plan.data.lines.map(({ amount }: { amount: string }) => amount)).toEqual(amounts)
  // Listed as soon as its payment may be recorded, which is when nobody's word is awaited.
  expect((await finance.get('/payouts/payable')).body.total).toBe(0)
  const early = await serving.record(finance, one, 'rewardPaid', {
    ...{
      lines: plan.data.lines.map(({ name, amount }: never) => ({ name, amount })),
      proof: '银-0',
    },
  })
  expect(early.body.code).toBe('reward-not-agreed')
  expect(await booked(one, '2201')).toBe('0')
  await serving.agreed(one)
  expect(await booked(one, '2201')).toBe('-3000001')
  const other = await paying.payable(['6222000000001234', null])
  const { items } = (await finance.get('/payouts/payable')).body
  expect(items.map((each: { amountFen: string }) => each.amountFen).toSorted()).toEqual([
    '3000001',
    '70000000',
  ])
  const id = await paying.sent([one, other])
  expect((await paying.payments(id)).map((each: { amountFen: string }) => each.amountFen)).toEqual(
    expect.arrayContaining([...amounts, '42000000', '28000000']),
  )
  const byHand = await serving.record(finance, one, 'rewardPaid', {
    lines: serving.team.map(({ name }, at) => ({ name, amount: amounts[at] })),
    proof: '银-1',
  })
  expect(byHand.body.code).toBe('case-held')
  const anew = await serving.record(serving.officer, one, 'rewardPlanned', serving.plan())
  expect(anew.body.code).toBe('case-held')
  const gone = { reason: '重算' }
  const back = await serving.record(serving.officer, one, 'rewardPlanTakenBack', gone)
  expect(back.body.code).toBe('case-held')
  await told(id, 'all-paid')
  const [paid] = await paying.actsOf(one, 'rewardPaid')
  expect(paid.data).toMatchObject({
    lines: serving.team.map(({ name }, at) => ({ name, amount: amounts[at] })),
    ...{ countedInWages: true, taxWithheld: true, orderedAt: 10 },
  })
  expect(await paying.cash(one.id)).toBe('3000001')
  expect(await booked(one, '2201')).toBe('0')
  expect((await finance.get('/payouts/payable')).body.total).toBe(0)
  await isWhole()
  const [line] = (await finance.get('/service-contracts')).body.items
  expect(line.rewardedFen).toBe('3000001')
})

test('two who click at once order a reward once, and a crash between payout and proof pays it once', async () => {
  const one = await serving.payable()
  // How it counts in the wages the law of the place says, with its article.
  const { items } = (await finance.get('/payouts/treatment')).body
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'countedInWages', value: true }),
      expect.objectContaining({ name: 'cappedByWages', value: false }),
    ]),
  )
  expect(items[0].cite).toMatchObject({ source: 'gd-2025', at: 'a17.p2' })
  const orders = [orderFor([one]), orderFor([one])]
  const made = await Promise.all(orders.map((each) => finance.send('POST', '/payouts', each)))
  expect(made.map(({ status }) => status)).toEqual([202, 202])
  const gather = gatherCases(house.context)
  const { db } = house.context
  await Promise.all(
    orders.map(({ id }) =>
      asSystem(db, institution, (tx) =>
        gather(tx, { institution, payload: { batch: id, cases: [one.id] } }),
      ),
    ),
  )
  const batches = await Promise.all(orders.map(({ id }) => paying.batch(id)))
  expect(batches.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'made'])
  const id = batches.find(({ state }) => state === 'made').id
  const decided = await paying.leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  expect(decided.status, decided.text).toBe(200)
  await finance.send('POST', `/payouts/${id}/files`)
  const taken = proofOf('all-paid')
  await finance.send('POST', `/payouts/${id}/proofs`, taken)
  const settle = settleCases(house.context)
  const job = { institution, payload: { proof: taken.id, cases: [one.id] } }
  const killed = asSystem(db, institution, async (tx) => {
    await settle(tx, job)
    await killConnection(tx)
    await settle(tx, job)
  })
  await expect(killed).rejects.toThrow()
  expect(await paying.actsOf(one, 'rewardPaid')).toEqual([])
  expect(await paying.cash(one.id)).toBe('0')
  await Promise.all([1, 2].map(() => asSystem(db, institution, (tx) => settle(tx, job))))
  await house.workOff()
  expect(await paying.actsOf(one, 'rewardPaid')).toHaveLength(1)
  expect(await paying.cash(one.id)).toBe('3000001')
})

test('what the bank returned afterwards is owed, ordered again and told to the record', async () => {
  const one = await serving.payable()
  const id = await paying.sent([one])
  await told(id, 'all-paid')
  const [first] = await paying.payments(id)
  const { reference, amountFen } = first
  await told(id, [{ reference, amountFen, outcome: 'returned', reason: '账户已销户' }])
  expect(await paying.actsOf(one, 'paymentReturned')).toHaveLength(1)
  expect(await booked(one, '2201')).toBe(`-${amountFen}`)
  expect((await finance.get('/payouts/payable')).body.items).toMatchObject([
    { caseId: one.id, amountFen, isAgain: true },
  ])
  const again = await paying.sent([one])
  await told(again, 'all-paid')
  expect(await paying.actsOf(one, 'paymentRepeated')).toHaveLength(1)
  expect(await booked(one, '2201')).toBe('0')
  expect(await paying.cash(one.id)).toBe('3000001')
  await isWhole()
})

test('everybody sees what they got, from what was settled down, with the article', async () => {
  const [{ own, id }, second] = serving.team
  const mine = (await own?.get('/rewards'))?.body
  const all = mine.rewards.filter(({ title }: { title: string }) => title === '示例检测服务')
  expect(all).toHaveLength(3)
  expect(all[0]).toMatchObject({
    ...{ grossFen: '10000000', netFen: '6000000', shareFen: '2000001', paidFen: '2000001' },
    lines: [
      { amountFen: '10000000', effect: 'adds', cite: { source: 'gd-2025', at: 'a19.p2' } },
      { amountFen: '600000', effect: 'subtracts' },
      { amountFen: '3400000', effect: 'subtracts' },
    ],
    shares: [
      { name: null, amountFen: '1000000', isOwn: false },
      { name: '丙示例', amountFen: '2000001', isOwn: true },
    ],
  })
  expect(mine.years).toMatchObject([{ year: today.slice(0, 4), paidFen: '6000003' }])
  const theirs = (await finance.get(`/people/${second.id}/rewards`)).body
  expect(theirs.years).toMatchObject([{ paidFen: '3000000' }])
  expect((await own?.get('/rewards.csv'))?.text).toContain('20000.01')
  expect((await serving.officer.get(`/people/${id}/rewards`)).status).toBe(403)
})

test('a plan that is taken back owes nothing any more, and waits in no batch', async () => {
  const one = await serving.payable()
  const listed = async () => (await finance.get('/payouts/payable')).body.total
  expect([await booked(one, '2201'), await listed()]).toEqual(['-3000001', 1])
  await serving.recorded(serving.officer, one, 'rewardPlanTakenBack', { reason: '成本更正' })
  expect([await booked(one, '2201'), await listed()]).toEqual(['0', 0])
  await isWhole()
})

test('the rule of the house in the register says how much, and a fen more is refused by its article', async () => {
  const legal = await house.person(['legal'], institution)
  const scheme = (modes: readonly string[], share: string) => ({
    ...{ modes, basis: 'total', staff: [], purposes: [] },
    layers: [{ layer: 'contributors', steps: [{ above: '0', share, fixed: null }] }],
  })
  const rule = await legal.send('POST', '/distribution-rules', {
    ...{ from: '2026-11-01', title: '三技奖酬办法（虚构）', number: '院发〔2026〕9号（虚构）' },
    ...{ approvedBy: '院长办公会', approvedOn: '2026-10-20' },
    // Below the floor of transfers: how much of commissioned work is given the law leaves to the house.
    schemes: [scheme([], '70%'), scheme(['service_contract'], '45%')],
  })
  expect(rule.status, rule.text).toBe(201)
  const { pool: _pool, share: _share, rule: _rule, ruleInForceOn: _on, lines } = serving.plan()
  const one = await serving.settled()
  const tooMuch = { lines, pool: '2700001' }
  const refused = await serving.record(serving.officer, one, 'rewardPlanned', tooMuch)
  expect(refused.body).toMatchObject({ code: 'law-forbids', status: 422 })
  expect(refused.text).toContain('a19.p2')
  await serving.recorded(serving.officer, one, 'rewardPlanned', { lines })
  const [plan] = await paying.actsOf(one, 'rewardPlanned')
  expect(plan.data).toMatchObject({
    ...{ pool: '2700000', share: '45%', ruleInForceOn: '2026-11-01' },
    houseRule: { version: 1, net: '6000000', most: '2700000' },
  })
  await serving.agreed(one)
  await told(await paying.sent([one]), 'all-paid')
  const again = await serving.record(serving.officer, one, 'rewardPlanned', { lines })
  expect(again.body.errors).toMatchObject([{ pointer: '#/data/pool', rule: 'left-by-rule' }])
  await isWhole()
})

test('whom only the plan has from the register is told of it, and a plan names whom the team names', async () => {
  const [first, second] = serving.team
  const { person: _typed, ...typed } = serving.member(second)
  const before = (await finance.get(`/people/${second.id}/rewards`)).body.rewards.length
  const one = await serving.settled([serving.member(first), typed])
  const { lines, ...more } = serving.plan()
  const { person: _left, ...byName } = { ...lines[0] }
  const left = { ...more, lines: [byName, lines[1]] }
  const refused = await serving.record(serving.officer, one, 'rewardPlanned', left)
  expect(refused.body.code).toBe('reward-person-unlike-team')
  const account = { ...lines[0], person: finance.caller.person }
  const other = { ...more, lines: [account, lines[1]] }
  const another = await serving.record(serving.officer, one, 'rewardPlanned', other)
  expect(another.body.code).toBe('reward-person-unlike-team')
  await serving.recorded(serving.officer, one, 'rewardPlanned', { lines })
  await serving.agreed(one)
  await told(await paying.sent([one]), 'all-paid')
  const after = (await finance.get(`/people/${second.id}/rewards`)).body.rewards
  expect(after).toHaveLength(before + 1)
})

async function killConnection(tx: Tx): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  await house.database.asOwner('select pg_terminate_backend($1)', [rows[0]?.pid])
}

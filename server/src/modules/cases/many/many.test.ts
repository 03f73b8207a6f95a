import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockAt } from '../../../platform/clock.ts'
import { asSystem } from '../../../platform/database.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { holdCases, releaseCases } from '../hold.queries.ts'
import { actIn, holder, lead, lineOf, sampleDeal, upTo } from '../testing/leading.ts'
import { holdRecords, performInMany } from './many.commands.ts'

// An act in many cases writes what it writes in one: row by row, in every table.

let house: TestApp
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-11-24' })
})
afterAll(() => house?.close())

const line = lineOf(sampleDeal)
const payout = line.find(({ type }) => type === 'paid')
if (!payout) throw new TypeError('The line pays.')
const from = day('2026-03-02')
const ready = (institution: string) =>
  lead(house, institution, upTo('planNoticeCertified', line), from)

const tables: Readonly<Record<string, string>> = {
  act: 'case_id',
  transfer_case: 'id',
  case_next: 'case_id',
  case_due: 'case_id',
  payout: 'case_id',
  receipt: 'case_id',
  journal_entry: 'case_id',
  cost_deduction: 'case_id',
  plan_line: 'case_id',
  payee_balance: 'case_id',
  outbox: "(body->>'case')::uuid",
  search_document: 'id',
  job: "(payload->>'case')::uuid",
  closed_case: 'case_id',
  public_notice: 'case_id',
}

/** What is written of a case, less what is its own: ids, hashes, numbers and moments. */
async function writtenOf(id: string): Promise<unknown> {
  const found: Record<string, unknown> = {}
  for (const [table, column] of Object.entries(tables)) {
    const rows = await house.database.asOwner(
      `select to_jsonb(t.*) as row from ${table} as t where ${column} = $1`,
      [id],
    )
    const told = rows.map(({ row }) => JSON.stringify(row, likeOthers))
    found[table] = told.toSorted()
  }
  return found
}

const own =
  /^(hash|prev|number|label|title|body|lexemes|place|entryHash|entry_hash|content_hash|heading)$/
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
function likeOthers(key: string, value: unknown): unknown {
  if (own.test(key) || /_at$|^at$/.test(key)) return typeof value
  if (typeof value !== 'string') return value
  // Each case pays by vouchers of its own.
  return value
    .replace(uuid, 'id')
    .replace(/XM-\d+-\d+/g, 'XM')
    .replace(/（\d+）$/, '')
}

test('an act in many cases leaves what the same act leaves in one', async () => {
  const institution = await house.institution()
  const [alone, one, other] = [
    await ready(institution),
    await ready(institution),
    await ready(institution),
  ]
  const on = addDays(alone.on, payout.after)
  const order = { type: 'paid' as const, data: payout.data(on, addDays(on, -1)), on, files: [] }
  await actIn(house, institution, payout.by, { ...alone, on }, order)
  const clock = clockAt(on)
  const outcomes = await asSystem(house.context.db, institution, async (tx) => {
    const held = await holdRecords(tx, clock, institution, [one.id, other.id])
    const orders = [one, other].map(({ id }) => ({ case: id, order }))
    return performInMany(tx, clock, holder(institution, payout.by), held, orders)
  })
  expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(['accepted', 'accepted'])
  const expected = await writtenOf(alone.id)
  expect(expected).toMatchObject({
    payout: [expect.anything()],
    cost_deduction: [expect.anything()],
  })
  for (const { id } of [one, other]) {
    expect(await writtenOf(id)).toEqual(expected)
    const who = await house.person(['finance'], institution)
    expect((await who.get(`/cases/${id}`)).body.chain.ok).toBe(true)
  }
  // Done again it is refused, and nothing is written.
  const again = await asSystem(house.context.db, institution, async (tx) => {
    const held = await holdRecords(tx, clock, institution, [one.id])
    return performInMany(tx, clock, holder(institution, 'finance'), held, [{ case: one.id, order }])
  })
  expect(again.get(one.id)).toMatchObject({ kind: 'refused' })
  expect(await writtenOf(one.id)).toEqual(expected)
})

test('a reward of a service contract in many leaves what it leaves in one', async () => {
  const institution = await house.institution()
  const [alone, one, other] = [
    await planned(institution),
    await planned(institution),
    await planned(institution),
  ]
  const on = addDays(alone.on, 1)
  const data = { lines: [{ name: '甲示例', amount: '3000000' }], proof: '银-1' }
  const order = { type: 'rewardPaid' as const, data, on, files: [] }
  await actIn(house, institution, 'finance', { ...alone, on }, order)
  const clock = clockAt(on)
  await asSystem(house.context.db, institution, async (tx) => {
    const held = await holdRecords(tx, clock, institution, [one.id, other.id])
    const orders = [one, other].map(({ id }) => ({ case: id, order }))
    return performInMany(tx, clock, holder(institution, 'finance'), held, orders)
  })
  const expected = await writtenOf(alone.id)
  expect(expected).toMatchObject({ act: expect.arrayContaining([expect.any(String)]) })
  for (const { id } of [one, other]) expect(await writtenOf(id)).toEqual(expected)
})

/** How many contracts there are: a receipt counts once. */
let made = 0

/** A service contract whose plan waits to be paid. */
async function planned(institution: string) {
  let [id, on] = ['', from]
  made += 1
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const statement = { taxes: '0', performanceCosts: '4000000', statement: '结-1' }
  const plan = { pool: '3000000', rule: '办法', ruleInForceOn: '2026-01-01', share: '50%' }
  for (const [by, type, data] of [
    [
      'officer',
      'serviceOpened',
      { title: '检测', kind: 'service', client: '样例企业（虚构）', team },
    ],
    ['leaders', 'contractApproved', { body: '办公会', document: '批-1' }],
    ['officer', 'serviceSigned', { number: '合-1', price: '10000000' }],
    ['officer', 'serviceRegistered', { outcome: 'registered', number: '登-1' }],
    ['officer', 'serviceAccepted', { note: '合格', acceptedBy: '委托方' }],
    ['finance', 'incomeReceived', { amount: '10000000', voucher: `收-1（${made}）` }],
    ['finance', 'netSettled', { method: 'actual_cost', ...statement }],
    ['officer', 'rewardPlanned', { ...plan, lines: [{ ...team[0], share: '100%' }] }],
    ['officer', 'rewardAgreed', { member: '甲示例', paper: '签字件（示例）' }],
  ] as const) {
    const declared = type === 'serviceOpened' ? { relatedPartiesDeclared: true } : {}
    const isNumbered = type === 'serviceSigned' || type === 'serviceRegistered'
    const own = isNumbered ? { number: `${type}-${id.slice(-8)}` } : declared
    const order = { type, data: { ...data, ...own }, procedure: 'service_contract' }
    const outcome = await actIn(house, institution, by, { id, on }, order)
    if (outcome.kind === 'refused') throw new TypeError(`${type}: ${JSON.stringify(outcome)}`)
    ;({ id } = outcome)
    on = addDays(on, 1)
  }
  return { id, on }
}

test('a case that is held takes the act of its holder only', async () => {
  const institution = await house.institution()
  const standing = await ready(institution)
  const { db } = house.context
  const reason = { zh: '正在付款', en: 'being paid' }
  const hold = { case: standing.id, holder: 'trial', acts: ['paid', 'planDrafted'], reason }
  await asSystem(db, institution, (tx) => holdCases(tx, institution, [hold]))
  const finance = await house.person(['finance'], institution)
  const on = addDays(standing.on, 1)
  const data = payout.data(on, standing.on)
  const act = { type: 'paid', data, on: house.context.clock.today(), expectedSeq: standing.seq }
  const refused = await finance.send('POST', `/cases/${standing.id}/acts`, act)
  expect(refused.body).toMatchObject({ code: 'case-held', status: 409 })
  const clock = clockAt(on)
  const paid = (holderName: string) =>
    asSystem(db, institution, async (tx) => {
      const held = await holdRecords(tx, clock, institution, [standing.id])
      const order = {
        ...{ type: 'paid' as const, data, files: [] },
        byHolder: { holder: holderName, data: { orderedAt: standing.seq } },
      }
      const by = holder(institution, 'finance')
      return performInMany(tx, clock, by, held, [{ case: standing.id, order }])
    })
  expect((await paid('another')).get(standing.id)).toMatchObject({ code: 'case-held' })
  expect((await paid('trial')).get(standing.id)).toMatchObject({ kind: 'accepted' })
  await asSystem(db, institution, (tx) => releaseCases(tx, institution, 'trial', [standing.id]))
})

test('a client cannot say after which act it was ordered', async () => {
  const institution = await house.institution()
  const standing = await ready(institution)
  const on = addDays(standing.on, payout.after)
  const order = { type: 'paid', data: { ...payout.data(on, standing.on), orderedAt: 3 } }
  const outcome = await actIn(house, institution, 'finance', { ...standing, on }, order)
  expect(outcome.kind).toBe('accepted')
  const finance = await house.person(['finance'], institution)
  const { timeline } = (await finance.get(`/cases/${standing.id}`)).body
  expect(timeline.at(-1).data).not.toHaveProperty('orderedAt')
})

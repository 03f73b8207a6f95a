import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { differencesOf } from '../reconciliation/index.ts'

// A milestone or an end that was recorded by mistake is taken back: what followed from it is as it was, in the list and
// in the books, and both records stay.

let house: TestApp
let keeper: Person
let finance: Person
let leader: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-07-02T09:00:00+08:00' })
  const institution = await house.institution()
  keeper = await house.person(['tto_negotiator'], institution)
  finance = await house.person(['finance'], institution)
  leader = await house.person(['leaders'], institution)
})
afterAll(() => house?.close())

const royalty = {
  ...{ bands: [{ upTo: null, rate: '5%' }], counts: 'period', minimum: '36500', every: 12 },
  ...{ from: '2026-01-01', to: '2028-12-31', statementDays: 30, payDays: 60 },
}
const terms = [
  { key: 'a', kind: 'fixed', label: '首付', minor: '1000', dueOn: '2026-02-01' },
  { key: 'b', kind: 'fixed', label: '尾款', minor: '2000', dueOn: '2026-12-01' },
  { key: 'm', kind: 'milestone', label: '注册证', minor: '700', days: 30 },
  { key: 'r', kind: 'royalty', label: '提成', royalty },
]

async function agreed(): Promise<string> {
  const { institution } = keeper.caller
  const id = await asSystem(house.context.db, institution, async (tx) => {
    const fields = { ...blankContract, kind: 'transfer' as const, title: '示例许可' }
    const [one = ''] = await enterContracts(tx, house.clock, keeper.caller, [
      { fields, achievements: [], source: '台账' },
    ])
    return one
  })
  await does(`/contracts/${id}/terms`, { terms, effectiveOn: '2026-01-01' })
  return id
}
async function does(path: string, body: object, who = keeper) {
  const answer = await who.send('POST', path, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const code = async (path: string, body: object) => (await keeper.send('POST', path, body)).body.code
const money = async (id: string) => (await keeper.get(`/contracts/${id}/money`)).body
const stands = async (id: string) =>
  (await money(id)).receivables.map(
    ({ key, minor, dueOn, state, periodTo }: Record<string, string>) => [
      ...[key, minor, dueOn, state, periodTo],
    ],
  )
const inBooks = async () => {
  const { institution } = keeper.caller
  const { items } = await asSystem(house.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  return items
}
const reached = { term: 'm', reachedOn: '2026-05-01', words: '取得注册证（虚构）' }

test('a milestone that was not reached waits again, and may be reached later', async () => {
  const id = await agreed()
  const before = await stands(id)
  const path = `/contracts/${id}/milestones`
  expect(
    (await keeper.send('POST', `${path}/take-back`, { term: 'm', reason: '误记' })).status,
  ).toBe(404)
  await does(path, reached)
  expect(await stands(id)).toContainEqual(['m', '700', '2026-05-31', 'overdue', null])
  expect((await keeper.send('POST', `${path}/take-back`, { term: 'm' })).status).toBe(400)
  await does(`${path}/take-back`, { term: 'm', reason: '证书为另一产品（虚构）' })
  expect(await stands(id)).toEqual(before)
  expect(await inBooks()).toEqual([])
  await does(path, { ...reached, reachedOn: '2026-06-20' })
  expect(await stands(id)).toContainEqual(['m', '700', '2026-07-20', 'upcoming', null])
  const history = (await keeper.get(`/contracts/${id}/history`)).text
  expect(history).toContain('milestoneTakenBack')
})

test('a milestone on which money moved stays', async () => {
  const id = await agreed()
  await does(`/contracts/${id}/milestones`, reached)
  const { institution } = keeper.caller
  const [receipt = ''] = await asSystem(house.context.db, institution, (tx) =>
    enterReceipts(tx, house.clock, finance.caller, [
      {
        fields: { ...blankReceipt, contractId: id, amountFen: '100', receivedOn: '2026-06-10' },
        source: '台账',
      },
    ]),
  )
  const { receivables } = await money(id)
  const { id: receivable } = receivables.find(({ key }: { key: string }) => key === 'm')
  await does(`/receipts/${receipt}/matches`, { lines: [{ receivable, minor: '100' }] }, finance)
  const back = { term: 'm', reason: '误记' }
  expect(await code(`/contracts/${id}/milestones/take-back`, back)).toBe('milestone-in-use')
})

test('a contract goes on whose end was recorded by mistake', async () => {
  const id = await agreed()
  const before = await stands(id)
  const end = `/contracts/${id}/end`
  expect(await code(`${end}/take-back`, { reason: '误记' })).toBe('not-ended')
  await does(end, { on: '2026-06-01', reason: '双方协商（虚构）' })
  expect(await stands(id)).not.toEqual(before)
  expect((await money(id)).mayResume).toBe(true)
  expect((await keeper.send('POST', `${end}/take-back`, {})).status).toBe(400)
  await does(`${end}/take-back`, { reason: '终止的是另一份合同（虚构）' })
  expect(await stands(id)).toEqual(before)
  expect(await inBooks()).toEqual([])
  const after = await money(id)
  expect([after.isEnded, after.mayResume, after.versions[0].kind]).toEqual([
    ...[false, false, 'resumed'],
  ])
  expect((await keeper.get(`/contracts/${id}`)).body.status).toBe('performing')
  // It is amended, and ended, as any other, also before the day of the end that was none.
  const more = { terms: terms.slice(0, 2), effectiveOn: '2026-05-01', reason: '补充协议（示例）' }
  await does(`/contracts/${id}/terms`, more)
  await does(end, { on: '2026-06-30', reason: '到期（虚构）' })
})

test('a contract whose end was none stands as it did before it', async () => {
  const id = await agreed()
  const { seq } = (await keeper.get(`/contracts/${id}/history`)).body.items.at(-1)
  const done = await keeper.send('PATCH', `/contracts/${id}`, {
    ...{ status: 'completed', reason: '已履行完毕（示例）', expectedSeq: seq },
  })
  expect(done.status, done.text).toBe(200)
  const status = async () => (await keeper.get(`/contracts/${id}`)).body.status
  await does(`/contracts/${id}/end`, { on: '2026-06-01', reason: '双方协商（虚构）' })
  expect(await status()).toBe('terminated')
  await does(`/contracts/${id}/end/take-back`, { reason: '终止的是另一份合同（虚构）' })
  expect(await status()).toBe('completed')
})

/** What somebody writes off of a payment, and another one confirms. */
async function writtenOff(id: string, key: string, minor: string): Promise<string> {
  const { receivables } = await money(id)
  const { id: receivable } = receivables.find((one: { key: string }) => one.key === key)
  const files = [await store(finance, '免除协议（示例）')]
  const told = { minor, writtenOn: '2026-05-01', reason: '免除（示例）', files }
  const proposed = await does(`/receivables/${receivable}/write-off`, told, finance)
  return (await does(`/write-off-proposals/${proposed.id}/confirm`, {}, leader)).id
}
const takeBack = (off: string) =>
  does(`/write-offs/${off}/take-back`, { reason: '核销有误（示例）' }, finance)

test('a write-off that is taken back after the end of the contract reopens nothing that the end cut', async () => {
  const id = await agreed()
  const before = await stands(id)
  const [part, due] = [await writtenOff(id, 'b', '500'), await writtenOff(id, 'a', '1000')]
  await does(`/contracts/${id}/end`, { on: '2026-06-01', reason: '双方协商（虚构）' })
  const cut = await stands(id)
  expect(cut).toContainEqual(['b', '500', '2026-12-01', 'writtenOff', null])
  await takeBack(part)
  const open = async (key: string) =>
    (await money(id)).receivables.find((one: { key: string }) => one.key === key)?.openMinor ?? '0'
  expect(await open('b')).toBe('0')
  // What was due before the end is owed again.
  await takeBack(due)
  expect(await open('a')).toBe('1000')
  expect(await inBooks()).toEqual([])
  // And the end that was none leaves all of it as it was.
  await does(`/contracts/${id}/end/take-back`, { reason: '误记（示例）' })
  expect(await stands(id)).toEqual(before)
  expect(await inBooks()).toEqual([])
})

test('nor what was written off whole before the end', async () => {
  const id = await agreed()
  const before = await stands(id)
  const whole = await writtenOff(id, 'b', '2000')
  await does(`/contracts/${id}/end`, { on: '2026-06-01', reason: '双方协商（虚构）' })
  await takeBack(whole)
  const { receivables } = await money(id)
  const b = receivables.find((one: { key: string }) => one.key === 'b')
  expect(b?.openMinor ?? '0').toBe('0')
  await does(`/contracts/${id}/end/take-back`, { reason: '误记（示例）' })
  expect(await stands(id)).toEqual(before)
})

test('of a contract whose end a ledger told, without payments, no day of an end is left', async () => {
  const { institution } = keeper.caller
  const id = await asSystem(house.context.db, institution, async (tx) => {
    const ended = { status: 'terminated' as const, terminatedOn: '2026-04-01' }
    const fields = { ...blankContract, kind: 'transfer' as const, title: '示例转让', ...ended }
    const [one = ''] = await enterContracts(tx, house.clock, keeper.caller, [
      { fields, achievements: [], source: '台账' },
    ])
    return one
  })
  await does(`/contracts/${id}/end/take-back`, { reason: '台账误记（虚构）' })
  const { status, terminatedOn } = (await keeper.get(`/contracts/${id}`)).body
  expect([status, terminatedOn]).toEqual(['performing', null])
})

test('an end stays after a period that it broke off was stated', async () => {
  const id = await agreed()
  await does(`/contracts/${id}/end`, { on: '2026-06-01', reason: '双方协商（虚构）' })
  const stated = { term: 'r', periodFrom: '2026-01-01', base: '100', receivedOn: '2026-06-20' }
  await does(`/contracts/${id}/royalty-statements`, stated)
  expect(await code(`/contracts/${id}/end/take-back`, { reason: '误记' })).toBe('end-in-use')
})

import { addDays, addMonths, type Day, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from '../testing/leading.ts'

// A royalty statement is one thing, whether the case records it or the page of the contract: it leads to the same
// receivable, and a period is stated once.

let house: TestApp
let finance: Person
let one: Standing
let contract: string
let from: Day
let to: Day

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2028-03-02T07:00:00+08:00' })
  finance = await house.person(['finance', 'tto_negotiator'])
  const steps = upTo('signed', lineOf(sampleDeal))
  one = await lead(house, finance.caller.institution, steps, day('2026-03-02'))
  const { items } = (await finance.get('/contracts')).body
  contract = items[0].id
  from = one.on
  to = addDays(addMonths(from, 3), -1)
})
afterAll(() => house?.close())

const report = async (data: object, on = addDays(to, 5)) => {
  const order = { type: 'royaltyReported', data: { sales: '100000', royalty: '5000', ...data } }
  const outcome = await actIn(
    ...([house, finance.caller.institution, 'finance', { id: one.id, on }] as const),
    order as never,
  )
  return 'errors' in outcome ? outcome.errors.map(({ rule }) => rule) : outcome.kind
}
const money = async () => (await finance.get(`/contracts/${contract}/money`)).body
const owed = async (key: string) =>
  (await money()).receivables.find((line: { key: string }) => line.key === key)

test('while no royalty is agreed in the terms, it stands in the case alone', async () => {
  expect(await report({ from, to: addDays(from, 1) })).toBe('accepted')
  expect((await money()).statements).toEqual([])
})

test('a case states a period of the terms, and what the bands make of it is owed', async () => {
  const royalty = {
    ...{ bands: [{ upTo: null, rate: '6%' }], counts: 'period', minimum: '0', every: 3 },
    ...{ from: addDays(to, 1), to: addDays(addMonths(to, 12), 0) },
    ...{ statementDays: 30, payDays: 60 },
  }
  const terms = [{ key: 'r', kind: 'royalty', label: '提成', royalty }]
  const told = await finance.send('POST', `/contracts/${contract}/terms`, {
    ...{ terms, effectiveOn: from },
  })
  expect(told.status, told.text).toBe(201)
  const [first, second] = (await money()).receivables
  const period = { from: first.periodFrom, to: first.periodTo }
  const on = addDays(first.periodTo, 5)
  expect(await report({ ...period, to: addDays(first.periodTo, -1) }, on)).toEqual([
    'period-of-terms',
  ])
  expect(await report(period, on)).toBe('accepted')
  expect((await owed(first.key)).minor).toBe('6000')
  expect((await money()).statements).toMatchObject([
    { periodFrom: first.periodFrom, baseMinor: '100000', statedMinor: '5000', dueMinor: '6000' },
  ])

  // The page of the contract knows of it, and says so.
  const again = { term: 'r', periodFrom: first.periodFrom, base: '200000', receivedOn: on }
  const path = `/contracts/${contract}/royalty-statements`
  expect((await finance.send('POST', path, again)).body.errors[0].rule).toBe('stated-before')
  expect((await finance.send('POST', path, { ...again, corrects: true })).status).toBe(201)
  expect((await owed(first.key)).minor).toBe('12000')

  // And the case knows of what was stated there.
  const next = { ...again, periodFrom: second.periodFrom, receivedOn: addDays(second.periodTo, 1) }
  expect((await finance.send('POST', path, next)).status).toBe(201)
  const same = { from: second.periodFrom, to: second.periodTo }
  const later = addDays(second.periodTo, 5)
  expect(await report(same, later)).toEqual(['stated-before'])
  expect(await report({ ...same, corrects: true }, later)).toBe('accepted')
  expect((await owed(second.key)).minor).toBe('6000')
})

test('of two royalties over one period the page of the contract is told, and neither takes the place of the other', async () => {
  const before = await money()
  const [known] = before.terms
  const terms = [known, { ...known, key: 's', label: '海外提成' }]
  const { status, text } = await finance.send('POST', `/contracts/${contract}/terms`, {
    ...{ terms, effectiveOn: addDays(to, 30), reason: '补充协议（示例）' },
  })
  expect(status, text).toBe(201)
  const third = (await money()).receivables.find(
    (line: { key: string; isStated: boolean; term: string }) => line.term === 's',
  )
  const period = { from: third.periodFrom, to: third.periodTo, corrects: true }
  expect(await report(period, addDays(third.periodTo, 5))).toEqual(['stated-by-term'])
  expect((await money()).statements).toEqual(before.statements)
})

test('pieces are stated on the page of the contract: the record of the case says sales', async () => {
  const before = await money()
  const royalty = {
    ...{ unit: '台', bands: [{ upTo: null, rate: '1250' }], counts: 'period', minimum: '0' },
    ...{ every: 1, from: addDays(to, 400), to: addDays(to, 500), statementDays: 10, payDays: 30 },
  }
  const terms = [...before.terms, { key: 'p', kind: 'royalty', label: '按台提成', royalty }]
  const { status, text } = await finance.send('POST', `/contracts/${contract}/terms`, {
    ...{ terms, effectiveOn: addDays(to, 30), reason: '补充协议（示例）' },
  })
  expect(status, text).toBe(201)
  const first = (await money()).receivables.find((line: { term: string }) => line.term === 'p')
  const period = { from: first.periodFrom, to: first.periodTo }
  expect(await report(period, addDays(first.periodTo, 5))).toEqual(['stated-by-piece'])
  expect((await money()).statements).toEqual(before.statements)
})

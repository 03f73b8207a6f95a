import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from '../testing/leading.ts'

// What is recorded as received is held against what the contract and its payment terms come to.

let house: TestApp
let finance: Person
let one: Standing
let contract: string

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
  finance = await house.person(['finance', 'tto_negotiator'])
  const steps = upTo('contractRegistered', lineOf(sampleDeal))
  one = await lead(house, finance.caller.institution, steps, day('2026-03-02'))
  const { items } = (await finance.get('/contracts')).body
  contract = items[0].id
})
afterAll(() => house?.close())

const take = (voucher: string, amount: string, more: object = {}) => {
  const data = { amount, voucher, inBudget: true, ...more }
  const order = { type: 'receiptRecorded', data }
  return actIn(house, finance.caller.institution, 'finance', one, order as never)
}
const answer = async (...of: Parameters<typeof take>) => {
  const outcome = await take(...of)
  return JSON.stringify(outcome).match(/receipt-beyond-agreed/)?.[0] ?? outcome.kind
}
const agree = async (terms: readonly object[], reason: string | null) => {
  const body = { terms, effectiveOn: '2026-06-01', reason }
  const told = await finance.send('POST', `/contracts/${contract}/terms`, body)
  expect(told.status, told.text).toBe(201)
}
const shown = async () => (await finance.get(`/cases/${one.id}`)).body

const price = { key: 'a', kind: 'fixed', label: '转让费', minor: '120000000', dueOn: '2026-12-31' }
const milestone = { key: 'b', kind: 'milestone', label: '上市', minor: '30000000', days: 30 }
const royalty = {
  ...{ key: 'c', kind: 'royalty', label: '提成' },
  royalty: {
    ...{ bands: [{ upTo: null, rate: '3%' }], counts: 'period', minimum: '0', every: 12 },
    ...{ from: '2026-01-01', to: '2028-12-31', statementDays: 30, payDays: 60 },
  },
}

test('without terms the price is what was agreed, whatever a client says', async () => {
  expect((await shown()).agreedSum).toBeUndefined()
  expect(await answer('收-1', '120000001')).toBe('receipt-beyond-agreed')
  expect(await answer('收-1', '120000001', { agreedSum: 'open' })).toBe('receipt-beyond-agreed')
  expect(await answer('收-1', '120000001', { beyond: '滞纳金（示例）' })).toBe('accepted')
})

test('the payment terms say what is agreed beside the price', async () => {
  await agree([price, milestone], null)
  expect((await shown()).agreedSum).toBe('150000000')
  expect(await answer('收-2', '29999999')).toBe('accepted')
  expect(await answer('收-3', '1')).toBe('receipt-beyond-agreed')
  const { timeline } = await shown()
  expect(timeline.at(-1).data).toMatchObject({ agreedSum: '150000000' })
})

test('where sales decide, nothing is asked', async () => {
  await agree([price, milestone, royalty], '补充协议（示例）')
  expect((await shown()).agreedSum).toBe('open')
  expect(await answer('收-4', '99900000000000')).toBe('accepted')
})

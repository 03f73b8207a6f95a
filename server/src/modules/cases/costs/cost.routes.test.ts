import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from '../testing/leading.ts'

// Each cost stands once, with what a payout took of it; a reversal gives it back, a withdrawal ends it.

let house: TestApp
let finance: Person
let nurse: Person
let at: Standing

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2027-03-02T07:00:00+08:00' })
  finance = await house.person(['finance'])
  nurse = await house.person(['inventor'])
  const upkeep = { kind: 'upkeep', amount: '5000000', voucher: '费（示例）2' }
  const steps = upTo('paid', lineOf(sampleDeal)).flatMap((step) =>
    step.type === 'costRecorded' ? [step, { ...step, data: () => upkeep }] : [step],
  )
  at = await lead(house, finance.caller.institution, steps, day('2026-03-02'))
})
afterAll(() => house?.close())

const costs = async (query = '') => (await finance.get(`/costs${query}`)).body
const take = async (by: 'leaders' | 'finance', type: string, data: object) => {
  const { institution } = finance.caller
  const on = addDays(at.on, 1)
  expect(await actIn(house, institution, by, { ...at, on }, { type, data })).toMatchObject({
    kind: 'accepted',
  })
}

test('a payout took the costs, and the law deducted those it deducts', async () => {
  const { items, totals } = await costs()
  expect(items).toMatchObject([
    { kind: 'upkeep', amountFen: '5000000', deductedFen: '5000000', leftFen: '0', counts: false },
    { kind: 'tax', amountFen: '20000000', deductedFen: '20000000', leftFen: '0', counts: true },
  ])
  expect(items[1].deductions).toEqual([
    { seq: expect.any(Number), on: at.on, amountFen: '20000000' },
  ])
  expect(items[1].voucher).toMatch(/./)
  expect(totals).toEqual({
    count: 2,
    amountFen: '25000000',
    deductedFen: '25000000',
    leftFen: '0',
  })
  expect((await nurse.get('/costs')).status).toBe(403)
})

test('the money of the deal so far is told with floor and cap', async () => {
  const { rows, total, carried } = (await nurse.get(`/cases/${at.id}/cumulative`)).body
  expect(rows).toMatchObject([
    { paidOn: at.on, income: '120000000', deducted: '20000000', net: '100000000' },
  ])
  expect(total.limits).toMatchObject([
    { id: 'contributors', bound: 'floor', limit: '70000000', cite: { at: 'a18.p1' } },
    { id: 'tto', bound: 'ceiling', limit: '15000000' },
  ])
  expect(carried).toBeNull()
  const nowhere = '019bff00-0000-7000-8000-000000000000'
  expect((await nurse.get(`/cases/${nowhere}/cumulative`)).status).toBe(404)
})

test('pages follow each other, and filters find', async () => {
  const first = await costs('?limit=1')
  expect(first.items).toHaveLength(1)
  const second = await costs(`?limit=1&cursor=${first.nextCursor}`)
  expect(second.items.map(({ kind }: { kind: string }) => kind)).toEqual(['tax'])
  expect(second.nextCursor).toBeUndefined()
  expect((await costs('?kind=tax')).totals.count).toBe(1)
  expect((await costs('?state=open')).items).toEqual([])
  expect((await finance.get('/costs?cursor=x')).status).toBe(400)
})

test('what is reversed waits again, and what is withdrawn is no more', async () => {
  const cause = { cause: 'cost_late', account: '少记费用', resolution: '院发（示例）9号' }
  await take('leaders', 'distributionReversed', cause)
  const [upkeep, tax] = (await costs()).items
  expect(tax).toMatchObject({ deductedFen: '0', leftFen: '20000000' })
  expect(tax.deductions).toHaveLength(2)
  const gone = { kind: 'upkeep', cost: upkeep.voucher, amount: '5000000', reason: '误登记' }
  await take('finance', 'costWithdrawn', gone)
  const { items, totals } = await costs()
  expect(items[0]).toMatchObject({ kind: 'upkeep', withdrawnFen: '5000000', leftFen: '0' })
  expect(totals).toMatchObject({ count: 2, leftFen: '20000000' })
  expect((await costs('?state=withdrawn')).items).toHaveLength(1)
  const sheet = await finance.get('/costs.csv')
  expect(sheet.text).toMatch(/税费/)
  expect(sheet.text).toMatch(/200,?000\.00/)
})

test('what costs exceed the receipts by is told with its article and the reading', async () => {
  const late = { kind: 'third_party', amount: '150000000', voucher: '费（示例）3' }
  await take('finance', 'costRecorded', late)
  const { carried } = (await nurse.get(`/cases/${at.id}/cumulative`)).body
  expect(carried).toMatchObject({
    ...{ amount: '50000000', isCarried: true, cite: { source: 'gd-2025', at: 'a23.p1' } },
    reading: {
      id: 'gd.net.carried',
      reading: 'carried',
      text: { zh: expect.stringMatching(/结转/) },
    },
    costs: [{ kind: 'tax' }, { kind: 'third_party' }],
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, type ContractFields, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { enterReceipts } from './index.ts'
import { blankReceipt } from './receipt.ts'

// Contracts and receipts as lists: what is in them, who sees them, what adds up.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules)
})
afterAll(() => app.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  return { institution, officer }
}

const contract = (number: string, change: Partial<ContractFields> = {}): ContractFields => ({
  ...blankContract,
  kind: 'transfer',
  number,
  title: `“示例装置”许可合同 ${number}`,
  counterparty: '示例医疗科技有限公司（虚构）',
  mode: 'license',
  exclusivity: 'plain',
  amountFen: '85000000',
  signedOn: '2024-07-05',
  status: 'performing',
  ...change,
})

async function enter(by: Person, contracts: readonly ContractFields[]) {
  const { clock, db } = app.context
  return asSystem(db, by.caller.institution, (tx) =>
    enterContracts(
      tx,
      clock,
      by.caller,
      contracts.map((fields) => ({ fields, achievements: [], source: '台账' })),
    ),
  )
}

test('a list adds up what its filter finds, over all pages', async () => {
  const { officer } = await office()
  await enter(officer, [
    contract('HT-1'),
    contract('HT-2', { amountFen: '15000000', status: 'completed', signedOn: '2023-01' }),
    contract('HT-3', { amountFen: null, kind: 'service', mode: null, signedOn: null }),
  ])
  const page = (await officer.get('/contracts?limit=1')).body
  expect(page.totals).toEqual({
    ...{ count: 3, amountFen: '100000000', unknown: { amountFen: 1 } },
  })
  expect(page.items[0].number).toBe('HT-1')
  const next = (await officer.get(`/contracts?limit=2&cursor=${page.nextCursor}`)).body
  expect(next.items.map(({ number }: { number: string }) => number)).toEqual(['HT-2', 'HT-3'])
  expect(next.totals).toBeUndefined()
  const completed = (await officer.get('/contracts?status=completed')).body
  expect(completed.totals).toMatchObject({ count: 1, amountFen: '15000000' })
  const since = (await officer.get('/contracts?signedFrom=2024-01-01')).body
  expect(since.totals.count).toBe(1)
})

test('what has arrived of a contract is the sum of its receipts, refunds taken off', async () => {
  const { officer } = await office()
  const [id = ''] = await enter(officer, [contract('HT-1')])
  const { clock, db } = app.context
  await asSystem(db, officer.caller.institution, (tx) =>
    enterReceipts(
      tx,
      clock,
      officer.caller,
      ['5000000', '-1000000'].map((amountFen, index) => ({
        fields: { ...blankReceipt, contractId: id, amountFen, receivedOn: `2024-08-0${index + 1}` },
        source: '台账',
      })),
    ),
  )
  expect((await officer.get(`/contracts/${id}`)).body.receivedFen).toBe('4000000')
  const receipts = (await officer.get(`/receipts?contract=${id}`)).body
  // Nobody knows the net income of any of them: that is not nought.
  expect(receipts.totals).toMatchObject({ count: 2, amountFen: '4000000', netFen: null })
  expect(receipts.items[0]).toMatchObject({ contractNumber: 'HT-1', receivedOn: '2024-08-02' })
  const history = (await officer.get(`/receipts/${receipts.items[0].id}/history`)).body
  expect(history).toMatchObject({ chain: { ok: true, length: 1 } })
})

test('exports carry amounts a spreadsheet can add up', async () => {
  const { officer } = await office()
  await enter(officer, [contract('HT-1', { title: '@SUM(1)' })])
  const file = (await officer.get('/contracts.csv')).text
  expect(file.startsWith('\uFEFF合同编号,合同名称')).toBe(true)
  expect(file).toContain(`HT-1,'@SUM(1),成果转化`)
  expect(file).toContain(',850000.00,')
})

test.each(['/contracts', '/contracts.csv', '/receipts', '/receipts.csv'])(
  '%s is not for inventors',
  async (path) => {
    const { institution } = await office()
    const inventor = await app.person(['inventor'], institution)
    expect((await inventor.get(path)).status).toBe(403)
    expect((await app.nobody.get(path)).status).toBe(401)
    const finance = await app.person(['finance'], institution)
    expect((await finance.get(path)).status).toBe(200)
  },
)

test('another institution’s contracts are not there', async () => {
  const { officer } = await office()
  const [id = ''] = await enter(officer, [contract('HT-1')])
  const { officer: stranger } = await office()
  expect((await stranger.get('/contracts')).body).toMatchObject({ items: [], totals: { count: 0 } })
  expect((await stranger.get(`/contracts/${id}`)).status).toBe(404)
  expect((await stranger.get(`/contracts/${id}/history`)).status).toBe(404)
})

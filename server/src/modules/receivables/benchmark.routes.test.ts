import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'

let app: TestApp
let officer: Person

beforeAll(async () => {
  app = await openTestApp(modules)
  officer = await app.person(['tto_negotiator'])
})
afterAll(() => app.close())

const signed = async (amountFen: string, more: object = {}) => {
  const fields = {
    ...{ ...blankContract, kind: 'transfer' as const, title: '甲合同', counterparty: '示例企业甲' },
    ...{ mode: 'license' as const, amountFen, signedOn: '2025-03-01', field: '骨科植入' },
    ...more,
  }
  const ledger = { fields, achievements: [], source: '台账' }
  await asSystem(app.context.db, officer.caller.institution, (tx) =>
    enterContracts(tx, app.clock, officer.caller, [ledger]),
  )
}

test('deals are told from five on, coarsely, and only those that came into force', async () => {
  for (const amount of ['10000', '20000', '30000', '40000']) await signed(amount)
  await signed('90000', { status: 'not_effective' as const })
  const path = '/deal-benchmark?mode=license'
  expect((await officer.get(path)).body).toMatchObject({ atLeast: 0, withheld: 'few', total: null })
  await signed('52345', { firstPaymentFen: '5000' })
  const told = await officer.get(path)
  expect(told.body).toEqual({
    ...{ atLeast: 5, withheld: null, upfront: null, rate: null, kind: null },
    total: { low: '20000', middle: { low: '30000', high: '50000' }, high: '50000' },
    years: { from: '2025', to: '2025' },
  })
  for (const hidden of ['示例企业甲', '52345', '10000']) expect(told.text).not.toContain(hidden)
  expect((await officer.get(`${path}&field=骨科`)).body.atLeast).toBe(5)
  expect((await officer.get(`${path}&field=眼科`)).body).toMatchObject({ withheld: 'few' })
  expect((await officer.get('/deal-benchmark?kind=device')).body).toMatchObject({ withheld: 'few' })
  const inventor = await app.person(['inventor'])
  expect((await inventor.get(path)).status).toBe(403)
})

test('a choice that all deals less one leave is not told: the price of that one would be', async () => {
  await signed('50000', { mode: 'assignment' as const })
  const path = '/deal-benchmark'
  expect((await officer.get(path)).body).toMatchObject({ atLeast: 5, withheld: null })
  const told = await officer.get(`${path}?mode=license`)
  expect(told.body).toMatchObject({ withheld: 'apart', total: null, years: null })
})

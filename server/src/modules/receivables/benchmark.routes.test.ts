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

test('deals are told from three on, masked, and only those that came into force', async () => {
  await signed('10000')
  await signed('30000', { firstPaymentFen: '5000' })
  await signed('90000', { status: 'not_effective' as const })
  await signed('50000', { mode: 'assignment' as const })
  const path = '/deal-benchmark?mode=license'
  expect((await officer.get(path)).body).toMatchObject({ count: 2, total: null, deals: [] })
  await signed('20000')
  const told = await officer.get(path)
  expect(told.body).toMatchObject({
    ...{ count: 3, upfront: null, rate: null },
    total: { count: 3, low: '10000', median: '20000', high: '30000' },
  })
  expect(told.text).not.toContain('示例企业甲')
  expect((await officer.get(`${path}&field=骨科`)).body.count).toBe(3)
  expect((await officer.get(`${path}&field=眼科`)).body.count).toBe(0)
  expect((await officer.get('/deal-benchmark?kind=device')).body.count).toBe(0)
  const inventor = await app.person(['inventor'])
  expect((await inventor.get(path)).status).toBe(403)
})

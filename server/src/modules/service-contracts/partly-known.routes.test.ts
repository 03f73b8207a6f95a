import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

// A sum of which a part is not known says so wherever it stands, and is never nought for it.

let app: TestApp
let finance: Person
let contracts: readonly string[]

beforeAll(async () => {
  app = await openTestApp(modules)
  finance = await app.person(['finance'])
  const { clock, db } = app.context
  const { institution } = finance.caller
  const contract = (title: string, amountFen: string | null) => ({
    fields: { ...blankContract, kind: 'service' as const, title, amountFen },
    ...{ achievements: [], source: '台账' },
  })
  const receipt = (contractId: string | undefined, amountFen: string | null) => ({
    fields: { ...blankReceipt, contractId: contractId ?? null, amountFen },
    source: '台账',
  })
  await asSystem(db, institution, async (tx) => {
    const entered = [contract('检测（虚构）', '50000'), contract('咨询（虚构）', null)]
    contracts = await enterContracts(tx, clock, finance.caller, entered)
    const money = [receipt(contracts[0], '10000'), receipt(contracts[0], null)]
    await enterReceipts(tx, clock, finance.caller, [...money, receipt(contracts[1], null)])
  })
})
afterAll(() => app.close())

const totals = async (path: string) => (await finance.get(path)).body.totals

test('receipts sum what is known, and count what is not', async () => {
  expect(await totals('/receipts')).toEqual({
    ...{ count: 3, amountFen: '10000', netFen: null, rewardFen: null },
    unknown: { amountFen: 2, netFen: 3, rewardFen: 3 },
  })
  expect(await totals(`/receipts?contract=${contracts[1]}`)).toMatchObject({ amountFen: null })
  expect(await totals('/receipts?q=没有')).toEqual({
    ...{ count: 0, amountFen: '0', netFen: '0', rewardFen: '0' },
    unknown: { amountFen: 0, netFen: 0, rewardFen: 0 },
  })
})

test('so do contracts, and what came in for each', async () => {
  const { items, totals: all } = (await finance.get('/contracts')).body
  expect(all).toEqual({ count: 2, amountFen: '50000', unknown: { amountFen: 1 } })
  const of = (id: string | undefined) => items.find((one: { id: string }) => one.id === id)
  expect(of(contracts[0])).toMatchObject({ receivedFen: '10000', receivedUnknown: 1 })
  expect(of(contracts[1])).toMatchObject({ receivedFen: null, receivedUnknown: 1 })
  const work = (await finance.get('/service-contracts')).body.totals
  expect(work).toEqual({
    ...{ count: 2, amountFen: '50000', receivedFen: '10000', rewardedFen: '0' },
    unknown: { amountFen: 1, receivedFen: 2, rewardedFen: 3 },
  })
})

test('a workbook says in how many rows a column of amounts is blank', async () => {
  const { rawPayload } = await app.app.inject({
    url: '/api/v1/receipts.xlsx?lang=en',
    headers: { cookie: finance.cookie },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(rawPayload as unknown as ArrayBuffer)
  const lines = book.getWorksheet('About')?.getSheetValues() as unknown[][]
  const said = new Map(lines.slice(1).map((line) => [line[1], line[2]]))
  expect(said.get('Blank: Amount (CNY)')).toContain('2 rows')
  expect(said.get('Blank: Net income (CNY)')).toContain('3 rows')
  expect(said.get('Rows')).toBe('3')
})

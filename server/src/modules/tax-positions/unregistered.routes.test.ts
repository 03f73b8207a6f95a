import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

let house: TestApp
let finance: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  finance = await house.person(['finance'], await house.institution())
})
afterAll(() => house?.close())

async function entered(number: string, more: object = {}) {
  const { caller } = finance
  return await asSystem(house.context.db, caller.institution, async (tx) => {
    const fields = {
      ...{ ...blankContract, kind: 'transfer' as const, mode: 'license' as const, number },
      ...{ title: `许可${number}`, signedOn: '2025-05-06', ...more },
    }
    const [id = ''] = await enterContracts(tx, house.clock, caller, [
      { fields, achievements: [], source: '' },
    ])
    const received = { receivedOn: '2025-06-01', amountFen: '100000000', netFen: '90000000' }
    await enterReceipts(tx, house.clock, caller, [
      {
        fields: {
          ...{ ...blankReceipt, contractId: id, contractNumber: number, ...received },
          ...{ rewardFen: '70000000', voucher: `收-${number}` },
          split: [{ name: '甲示例', fen: '70000000' }],
        },
        source: '',
      },
    ])
    return id
  })
}

test('a contract that is not registered is listed with the reliefs it lacks and the day they end', async () => {
  const id = await entered('甲')
  await entered('乙', { registration: 'registered', registeredOn: '2025-06-01' })
  await entered('丙', { registration: 'not_technology' })
  const { status, body, text } = await finance.get('/unregistered-contracts')
  expect(status, text).toBe(200)
  expect(body.count).toBe(1)
  const [line] = body.items
  expect(line).toMatchObject({ id, waitingFen: '100000000', lastDay: '2028-06-01' })
  const regimes = line.reliefs.map(({ regime }: { regime: string }) => regime)
  expect(regimes).toEqual(['cash_reward', 'vat_exemption', 'cit_transfer'])
  for (const { cite } of line.reliefs) expect(cite).not.toBeNull()
  expect(BigInt(line.reliefs[0].savesFen)).toBeGreaterThan(0n)
  const sheet = (await finance.get('/unregistered-contracts.csv?lang=zh')).text
  expect(sheet).toContain('许可甲')
  expect(sheet).not.toContain('许可乙')
})

test('a sum of which a part is not known is not told as if it were', async () => {
  const { caller } = finance
  await asSystem(house.context.db, caller.institution, (tx) =>
    enterContracts(tx, house.clock, caller, [
      {
        fields: {
          ...{ ...blankContract, kind: 'transfer' as const, mode: 'license' as const },
          ...{ number: '丁', title: '许可丁', signedOn: '2025-05-06' },
        },
        ...{ achievements: [], source: '' },
      },
    ]),
  )
  const { items } = (await finance.get('/unregistered-contracts')).body
  const line = items.find(({ title }: { title: string }) => title === '许可丁')
  const saves = line.reliefs.map(({ savesFen }: { savesFen: string | null }) => savesFen)
  expect(saves).toContain(null)
  const sheet = (await finance.get('/unregistered-contracts.csv?lang=en')).text
  const [head = '', ...rows] = sheet.split(/\r?\n/).map((row: string) => row.split(','))
  const told = rows.find((row: string[]) => row.some((cell) => cell.includes('许可丁'))) ?? []
  expect(told[head.indexOf('Tax it costs (estimate) (CNY)')]).toBe('')
  expect(told[head.indexOf('Reliefs not to be estimated')]).not.toBe('')
})

test('of another house nothing is listed, and those who read no contracts read none here', async () => {
  const stranger = await house.person(['finance'], await house.institution())
  expect((await stranger.get('/unregistered-contracts')).body).toMatchObject({
    items: [],
    count: 0,
  })
  const inventor = await house.person(['inventor'], finance.caller.institution)
  expect((await inventor.get('/unregistered-contracts')).status).toBe(403)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

let house: TestApp
let admin: Person
let author: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  admin = await house.person(['admin'])
  author = await house.person(['inventor'])
  const { institution, person, name } = admin.caller
  const by = { institution, person, name }
  await asSystem(house.database.db, institution, async (tx) => {
    const row = { institutionId: institution, name: author.caller.name, staffNumber: 'YZ-01' }
    await tx
      .insertInto('person')
      .values({ ...row, id: author.caller.person } as never)
      .execute()
    const inventor = (staffNo: string, share: string) => ({
      name: '示例',
      share,
      staffNo,
      isChief: false,
      holdsLeadingPost: false,
    })
    const made = [inventor('YZ-09', '60%'), inventor('YZ-01', '40%')]
    const entries = ['一种示例缝合器', '从未转化的示例'].map((title) => ({
      fields: { ...blankAchievement, title, kind: 'device' as const, inventors: made },
      number: null,
      leadIdNumber: null,
      source: null,
    }))
    const [used = '', unused = ''] = await enterAchievements(
      tx,
      house.context,
      by,
      entries as never,
    )
    const contract = {
      ...blankContract,
      kind: 'transfer' as const,
      title: '许可合同（虚构）',
      number: 'HT-01',
      amountFen: '50000000',
    }
    const ledger = { fields: contract, achievements: [used], source: null }
    const [contractId = ''] = await enterContracts(tx, house.clock, by, [ledger as never])
    // One that never came into force put nothing to use.
    const dead = { ...contract, number: 'HT-02', status: 'not_effective' as const }
    const [never = ''] = await enterContracts(tx, house.clock, by, [
      { fields: dead, achievements: [used, unused], source: null } as never,
    ])
    expect(never).not.toBe('')
    const receipt = { ...blankReceipt, contractId, receivedOn: '2026-02-01', amountFen: '12345600' }
    await enterReceipts(tx, house.clock, by, [{ fields: receipt, source: null } as never])
  })
})
afterAll(() => house?.close())

test('a person takes out what they put to use, with share, sources and what arrived', async () => {
  const { items } = (await author.get('/works/me')).body
  expect(items).toMatchObject([
    {
      achievement: { title: '一种示例缝合器' },
      rank: 2,
      team: 2,
      share: '40%',
      contracts: [{ number: 'HT-01', amountFen: '50000000' }],
      receivedFen: '12345600',
    },
  ])
  expect(items[0].contracts).toHaveLength(1)
  const sheet = (await author.get('/works/me.csv')).text
  expect(sheet).toContain('一种示例缝合器')
  expect(sheet).toContain('123456.00')
})

test('those of all are for the register and the office, by person or whole', async () => {
  expect((await author.get('/works')).status).toBe(403)
  expect((await author.get('/works.csv')).status).toBe(403)
  expect((await admin.get('/works')).body.items).toHaveLength(1)
  const other = await admin.get(`/works?person=${admin.caller.person}`)
  expect(other.body.items).toEqual([])
  const stranger = await house.person(['admin'], await house.institution('别院（虚构）'))
  expect((await stranger.get('/works')).body.items).toEqual([])
})

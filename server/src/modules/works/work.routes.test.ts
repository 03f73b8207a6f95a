import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { blankRight, enterRights } from '../rights/index.ts'

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
    const nameOnly = { name: author.caller.name, staffNo: null }
    const made = [inventor('YZ-09', '60%'), inventor('YZ-01', '40%')]
    const entries = ['一种示例缝合器', '从未转化的示例', '合并签约的示例'].map((title, at) => ({
      fields: {
        ...blankAchievement,
        title,
        kind: 'device' as const,
        inventors: at === 2 ? [{ ...inventor('', '100%'), ...nameOnly }] : made,
      },
      number: null,
      leadIdNumber: null,
      source: null,
    }))
    const [used = '', unused = '', bundled = ''] = await enterAchievements(
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
    const both = { ...contract, number: 'HT-03' }
    const [jointId = ''] = await enterContracts(tx, house.clock, by, [
      { fields: both, achievements: [used, bundled], source: null } as never,
    ])
    const joint = { ...receipt, contractId: jointId, amountFen: '800' }
    await enterReceipts(
      tx,
      house.clock,
      by,
      [receipt, joint].map((fields) => ({ fields, source: null })) as never,
    )
    // A transfer that was given up, and no other.
    const about = {
      achievementId: unused,
      title: '示例',
      procedure: 'transfer',
      stage: 'screening',
    }
    const days = {
      openedOn: '2026-02-01',
      lastOn: '2026-02-02',
      packId: 'x',
      packHash: 'x',
      seq: 2,
    }
    const none = { receivedFen: '0', distributedFen: '0' }
    await tx
      .insertInto('transferCase')
      .values({
        ...{ institutionId: institution, id: newId(), number: '2026-0001', status: 'ended' },
        ...{ ...about, ...days, ...none },
      } as never)
      .execute()
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
      isByName: false,
      contracts: [{ number: 'HT-01', amountFen: '50000000' }, { number: 'HT-03' }],
      receivedFen: '12345600',
      // Money of a contract about two achievements is neither's alone.
      jointFen: '800',
    },
    {
      achievement: { title: '合并签约的示例' },
      isByName: true,
      receivedFen: null,
      jointFen: '800',
    },
  ])
  expect(items[0].contracts).toHaveLength(2)
  const sheet = (await author.get('/works/me.csv')).text
  expect(sheet).toContain('一种示例缝合器')
  expect(sheet).toContain('123456.00')
})

test('those of all are for the register and the office, by person or whole', async () => {
  expect((await author.get('/works')).status).toBe(403)
  expect((await author.get('/works.csv')).status).toBe(403)
  expect((await admin.get('/works')).body.items).toHaveLength(2)
  const other = await admin.get(`/works?person=${admin.caller.person}`)
  expect(other.body.items).toEqual([])
  const stranger = await house.person(['admin'], await house.institution('别院（虚构）'))
  expect((await stranger.get('/works')).body.items).toEqual([])
})

test('whoever was chosen from the register finds it under any name', async () => {
  const { institution, person, name } = admin.caller
  const by = { institution, person, name }
  await asSystem(house.database.db, institution, async (tx) => {
    const member = { share: '100%', staffNo: null, isChief: false, holdsLeadingPost: false }
    const inventors = [{ ...member, name: '示例曾用名', person: author.caller.person }]
    const fields = { ...blankAchievement, title: '改名后的示例', inventors }
    const [made = ''] = await enterAchievements(tx, house.context, by, [
      { fields, number: null, leadIdNumber: null, source: null } as never,
    ])
    const deal = { ...blankContract, kind: 'transfer' as const, title: '许可', number: 'HT-09' }
    await enterContracts(tx, house.clock, by, [
      { fields: deal, achievements: [made], source: null } as never,
    ])
  })
  const { items } = (await author.get('/works/me')).body
  expect(items.at(-1)).toMatchObject({ achievement: { title: '改名后的示例' }, isByName: false })
})

test('the rights that were granted to what a person made stand beside it, with what became of them', async () => {
  const { institution, person, name } = admin.caller
  const by = { institution, person, name }
  const mine = author.caller.name
  await asSystem(house.database.db, institution, async (tx) => {
    const [made] = await tx
      .selectFrom('achievement')
      .select(['id', 'number'])
      .where('institutionId', '=', institution)
      .where('title', '=', '改名后的示例')
      .execute()
    const right = { ...blankRight, kind: 'software' as const, title: '示例权利' }
    await enterRights(tx, house.clock, by, [
      // The achievement says who bears the former name.
      {
        fields: {
          ...right,
          ...{ status: 'registered' as const, number: '2026SR0000001', grantedOn: '2026-03' },
          ...{ inventors: ['外院示例', '示例曾用名'], achievementId: made?.id ?? null },
        },
      },
      { fields: { ...right, status: 'registered', grantedOn: '2026-04-01', inventors: [mine] } },
      { fields: { ...right, status: 'pending', inventors: [mine] } },
      { fields: { ...right, status: 'registered', inventors: ['外院示例'] } },
    ])
  })
  const { rights } = (await author.get('/works/me')).body
  expect(rights).toMatchObject([
    { right: { number: '2026SR0000001', grantedOn: '2026-03' }, rank: 2, team: 2, isByName: false },
    { right: { grantedOn: '2026-04-01' }, achievementNumber: null, isByName: true },
  ])
  expect(rights[0].achievementNumber).not.toBeNull()
  expect((await author.get('/works/me/rights.csv')).text).toContain('2026SR0000001')
  expect((await author.get('/works/rights.csv')).status).toBe(403)
  expect((await admin.get(`/works?person=${admin.caller.person}`)).body.rights).toEqual([])
  const stranger = await house.person(['admin'], await house.institution('又一别院（虚构）'))
  expect((await stranger.get('/works')).body.rights).toEqual([])
})

test('of two namesakes in a team each has the right once, and neither where it does not say which of them', async () => {
  const institution = await house.institution()
  const admin = await house.person(['admin'], institution)
  const { person, name } = admin.caller
  const by = { institution, person, name }
  const [eldest, younger] = [newId(), newId()]
  await asSystem(house.database.db, institution, async (tx) => {
    const people = [eldest, younger].map((id, at) => ({
      ...{ institutionId: institution, id, name: '示例同名', staffNumber: `TM-0${at + 1}` },
    }))
    await tx
      .insertInto('person')
      .values(people as never)
      .execute()
    const member = { name: '示例同名', share: '50%', isChief: false, holdsLeadingPost: false }
    const inventors = [
      { ...member, staffNo: 'TM-02' },
      { ...member, staffNo: 'TM-01' },
    ]
    const fields = { ...blankAchievement, title: '同名者的示例', inventors }
    const entry = { number: null, leadIdNumber: null, source: null, fields }
    const [achievementId = ''] = await enterAchievements(tx, house.context, by, [entry as never])
    const right = {
      ...blankRight,
      ...{ kind: 'invention' as const, title: '示例', status: 'granted' as const, achievementId },
    }
    await enterRights(
      tx,
      house.clock,
      by,
      [
        { ...right, number: 'ZL-2', inventors: ['示例同名', '示例同名'] },
        { ...right, number: 'ZL-1', inventors: ['示例同名'] },
        { ...right, number: 'ZL-0', achievementId: null, inventors: ['示例同名'] },
      ].map((fields) => ({ fields, source: null })) as never,
    )
  })
  const { rights } = (await admin.get('/works')).body
  expect(
    rights.map((one: { right: { number: string }; person: { id: string }; rank: number }) => [
      ...[one.right.number, one.person.id, one.rank],
    ]),
  ).toEqual(
    [
      ['ZL-2', younger, 1],
      ['ZL-2', eldest, 2],
    ].toSorted((a, b) => (`${a[1]}` < `${b[1]}` ? -1 : 1)),
  )
})

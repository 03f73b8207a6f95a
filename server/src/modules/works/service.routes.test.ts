import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

let house: TestApp
let admin: Person
let lead: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  admin = await house.person(['admin'])
  lead = await house.person(['inventor'])
  const { institution, person, name } = admin.caller
  const by = { institution, person, name }
  await asSystem(house.database.db, institution, async (tx) => {
    const people = [
      { id: lead.caller.person, name: lead.caller.name, staffNumber: 'SJ-01' },
      ...[1, 2].map((at) => ({ id: newId(), name: '示例同名', staffNumber: `SJ-1${at}` })),
    ].map((one) => ({ institutionId: institution, ...one }))
    await tx
      .insertInto('person')
      .values(people as never)
      .execute()
    const work = {
      ...blankContract,
      ...{ kind: 'service' as const, title: '检测服务（虚构）', counterparty: '示例公司（虚构）' },
      lead: lead.caller.name,
    }
    const [first] = await enterContracts(
      tx,
      house.clock,
      by,
      [
        { ...work, number: 'SJ-1', amountFen: '3000000', signedOn: '2025-03-01' },
        { ...work, number: 'SJ-2', statedReceivedFen: '700', signedOn: '2025-04' },
        // It never came into force, is no commissioned work, or is led by one of two namesakes.
        { ...work, number: 'SJ-3', status: 'not_effective' as const },
        { ...work, number: 'SJ-4', kind: 'transfer' as const },
        { ...work, number: 'SJ-5', lead: '示例同名' },
      ].map((fields) => ({ fields, achievements: [], source: '台账' })),
    )
    const money = { ...blankReceipt, contractId: first ?? null, receivedOn: '2025-06-01' }
    await enterReceipts(
      tx,
      house.clock,
      by,
      ['100', '250'].map((amountFen) => ({ fields: { ...money, amountFen }, source: '台账' })),
    )
  })
})
afterAll(() => house?.close())

const numbersOf = ({ services }: { services: { contract: { number: string } }[] }) =>
  services.map(({ contract }) => contract.number)

test('whoever led commissioned work takes it out with client, amount and what arrived', async () => {
  const { body } = await lead.get('/works/me')
  expect(body.services).toMatchObject([
    {
      person: { staffNumber: 'SJ-01' },
      contract: {
        number: 'SJ-1',
        kind: 'service',
        client: '示例公司（虚构）',
        amountFen: '3000000',
      },
      ...{ receivedFen: '350', leads: true },
    },
    { contract: { number: 'SJ-2', amountFen: null, signedOn: '2025-04' }, receivedFen: '700' },
  ])
  expect(numbersOf(body)).toEqual(['SJ-1', 'SJ-2'])
  const sheet = (await lead.get('/works/me/services.csv')).text
  for (const said of ['SJ-1', '技术服务', '负责人', '30000.00']) expect(sheet).toContain(said)
})

test('that of all is for the register and the office, and for no other house', async () => {
  expect((await lead.get('/works/services.csv')).status).toBe(403)
  expect(numbersOf((await admin.get('/works')).body)).toEqual(['SJ-1', 'SJ-2'])
  expect((await admin.get('/works/services.csv')).text).toContain('SJ-2')
  expect(numbersOf((await admin.get(`/works?person=${admin.caller.person}`)).body)).toEqual([])
  const stranger = await house.person(['admin'], await house.institution('别院（虚构）'))
  expect(numbersOf((await stranger.get('/works')).body)).toEqual([])
})

import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

// From a contract without payment terms no receivable follows: it is counted, listed, and somebody is asked for them.

let house: TestApp
let officer: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-07-02T09:00:00+08:00' })
  officer = await house.person(['tto_negotiator', 'finance'])
})
afterAll(() => house?.close())

const enter = (fields: object) =>
  asSystem(house.context.db, officer.caller.institution, async (tx) => {
    const told = { ...blankContract, kind: 'transfer' as const, signedOn: '2026-06-01', ...fields }
    const [id = ''] = await enterContracts(tx, house.clock, officer.caller, [
      { fields: told as never, achievements: [], source: '台账' },
    ])
    return id
  })
const receive = (contractId: string, amountFen: string) =>
  asSystem(house.context.db, officer.caller.institution, (tx) =>
    enterReceipts(tx, house.clock, officer.caller, [
      { fields: { ...blankReceipt, contractId, amountFen, receivedOn: '2026-06-20' }, source: '' },
    ]),
  )
const counted = async () => (await officer.get('/receivables')).body.withoutTerms
const listed = async (): Promise<readonly string[]> =>
  (await officer.get('/contracts?terms=none')).body.items.map(
    ({ title }: { title: string }) => title,
  )
const asked = async (): Promise<readonly string[]> => {
  const { items } = (await officer.get('/calendar?from=2026-01-01&to=2026-12-31')).body
  return items
    .filter(({ title }: { title: { en: string } }) => title.en === 'Enter the payment terms')
    .map(({ day: on }: { day: string }) => on)
}

test('what is signed, performed and not paid is counted and listed until its terms are entered', async () => {
  const id = await enter({ title: '未登记付款', amountFen: '1000' })
  await enter({ title: '未签', signedOn: null })
  await enter({ title: '已终止', status: 'terminated' })
  await receive(await enter({ title: '已收齐', amountFen: '1000' }), '1000')
  await receive(await enter({ title: '只收一半', amountFen: '1000' }), '500')
  await enter({ title: '金额未知' })
  expect(await counted()).toBe(3)
  expect((await listed()).toSorted()).toEqual(['只收一半', '未登记付款', '金额未知'].toSorted())
  const terms = [{ key: 'a', kind: 'fixed', label: '首付', minor: '900', dueOn: '2026-12-01' }]
  const body = { terms, effectiveOn: '2026-06-01' }
  const told = await officer.send('POST', `/contracts/${id}/terms`, body)
  expect(told.status, told.text).toBe(201)
  expect(await counted()).toBe(2)
  expect(await listed()).not.toContain('未登记付款')
  // What is missing of the price is said on its page.
  const money = (await officer.get(`/contracts/${id}/money`)).body
  expect(money.differs).toEqual({ termsFen: '900', priceFen: '1000' })
  const whole = [{ ...terms[0], minor: '1000' }]
  const amended = { ...body, terms: whole, reason: '补登（示例）' }
  expect((await officer.send('POST', `/contracts/${id}/terms`, amended)).status).toBe(201)
  expect((await officer.get(`/contracts/${id}/money`)).body.differs).toBeNull()
})

test('terms from before the contract was signed say where that was agreed', async () => {
  const id = await enter({ title: '溯及的许可' })
  const terms = [{ key: 'a', kind: 'fixed', label: '首付', minor: '900', dueOn: '2026-12-01' }]
  const early = { effectiveOn: '2026-05-31', terms }
  for (const path of ['terms/preview', 'terms']) {
    const answer = await officer.send('POST', `/contracts/${id}/${path}`, early)
    expect(answer.status, path).toBe(400)
    expect(answer.body.errors[0]).toMatchObject({
      ...{ pointer: '#/reason', rule: 'effective-before-signing' },
    })
    expect(answer.body.errors[0].detail).toContain('2026-06-01')
  }
  const reason = '合同第二条：自交付样机之日起计（示例）'
  const told = await officer.send('POST', `/contracts/${id}/terms`, { ...early, reason })
  expect(told.status, told.text).toBe(201)
  const { versions } = (await officer.get(`/contracts/${id}/money`)).body
  expect(versions[0]).toMatchObject({ effectiveOn: '2026-05-31', reason })
})

test('who negotiates is asked for the terms of what was signed here, and for none that a ledger brought', async () => {
  expect(await asked()).toEqual([])
  const { institution } = officer.caller
  const steps = upTo('signed', lineOf(sampleDeal))
  const { on } = await lead(house, institution, steps, day('2026-01-05'))
  expect(await asked()).toHaveLength(1)
  expect((await asked())[0]?.slice(0, 7) ?? '').toMatch(/^2026-0/)
  expect(((await asked())[0] ?? '') > on).toBe(true)
})

import { addDays, day } from '@yizhuan/kit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Step } from '../../apps/demo/walk.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// What was assigned is no longer ours: the registers say so, and a second deal is held against the first.

const deal = { ...sampleDeal, mode: 'assignment' as const }
let house: TestApp
let officer: Person
let achievement: string

beforeEach(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  await house.institution(deal.hospital)
  officer = await house.person(['tto_negotiator', 'admin'])
  const told = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']
  const disclosed = await officer.send('POST', '/achievements', {
    title: deal.achievement,
    kind: 'device',
    disclosure: Object.fromEntries(told.map((group) => [group, '示例'])),
    inventors: [{ name: '甲示例', share: '100%' }],
  })
  expect(disclosed.status).toBe(201)
  achievement = disclosed.body.id
  const right = await officer.send('POST', '/rights', {
    kind: 'software',
    number: '2025SR0123456',
    title: deal.achievement,
    status: 'registered',
    achievementId: achievement,
  })
  expect(right.status, right.text).toBe(201)
})
afterEach(() => house?.close())

const line = (until: string): readonly Step[] =>
  upTo(until, lineOf(deal)).map((step) =>
    step.type === 'caseOpened'
      ? { ...step, data: (on, last) => ({ ...step.data(on, last), achievementId: achievement }) }
      : step,
  )

test('of a title that several held the register does not make the buyer the only holder', async () => {
  const { institution } = officer.caller
  const shared = line('signed').map((step) =>
    step.type === 'titleRegistered'
      ? {
          ...step,
          data: () => ({
            holders: [
              { name: deal.hospital, share: '60%' },
              { name: '示例大学（虚构）', share: '40%' },
            ],
            othersIncome: 'on_their_own',
          }),
        }
      : step,
  )
  const first = await lead(house, institution, shared, day('2026-03-02'))
  const on = addDays(first.on, 3)
  const take = (type: string, data: object, papers: readonly string[] = []) =>
    actIn(house, institution, 'officer', { ...first, on }, { type, data, papers })
  await take('rightChangeFiled', { office: '登记机构（示例）' })
  const changed = await take('rightChanged', { certificate: '变更（示例）1' }, ['变更证明.pdf'])
  expect(changed).toMatchObject({ kind: 'accepted' })
  house.clock.set(on)
  const reader = await house.signInAgain(officer)
  expect((await reader.get(`/achievements/${achievement}`)).body).toMatchObject({
    conversion: 'converted',
    holdings: [],
  })
})

test('an assigned achievement is the buyer’s in the register, and is not dealt in again', async () => {
  const { institution } = officer.caller
  const first = await lead(house, institution, line('signed'), day('2026-03-02'))
  const on = addDays(first.on, 3)
  const take = (type: string, data: object, papers: readonly string[] = []) =>
    actIn(house, institution, 'officer', { ...first, on }, { type, data, papers })
  expect(await take('rightChangeFiled', { office: '登记机构（示例）' })).toMatchObject({
    kind: 'accepted',
  })
  const changed = await take('rightChanged', { certificate: '变更（示例）1' }, ['变更证明.pdf'])
  expect(changed).toMatchObject({ kind: 'accepted' })
  house.clock.set(on)
  const reader = await house.signInAgain(officer)
  expect((await reader.get(`/achievements/${achievement}`)).body).toMatchObject({
    conversion: 'converted',
    holdings: [{ from: on, holders: [{ name: deal.counterparty, share: '100%' }] }],
  })

  const [right] = await house.database.asOwner('select status from ip_right')
  expect(right).toEqual({ status: 'transferred' })

  const second = await lead(house, institution, line('negotiationLogged'), addDays(on, 1))
  const [step] = line('proposed').slice(-1)
  const outcome = await actIn(house, institution, step?.by ?? 'officer', second, {
    type: 'proposed',
    data: { ...step?.data(second.on, second.on) },
  })
  expect(outcome).toMatchObject({ reason: { code: 'grant-conflict' } })
})

test('a contract that a case ends before its time is ended in the register, on that day', async () => {
  const { institution } = officer.caller
  const signed = await lead(house, institution, line('signed'), day('2026-03-02'))
  const on = addDays(signed.on, 9)
  const contract = async () =>
    (await house.database.asOwner('select status, terminated_on from contract'))[0]
  expect(await contract()).toEqual({ status: 'performing', terminated_on: null })
  const order = { type: 'terminated', data: { reason: '对方违约' } }
  const ended = await actIn(house, institution, 'legal', { ...signed, on }, order)
  expect(ended).toMatchObject({ kind: 'accepted' })
  expect(await contract()).toEqual({ status: 'terminated', terminated_on: on })
})

test('a case that is reopened and closed again converts its achievement once', async () => {
  const { institution } = officer.caller
  const first = await lead(house, institution, line('closed'), day('2026-03-02'))
  const known = () =>
    house.database.asOwner(
      `select (select count(*)::int from right_event where kind = 'transferred') as transfers, holdings
        from achievement`,
    )
  const once = await known()
  expect(once).toMatchObject([{ transfers: 1 }])
  const take = (type: string, data: object) =>
    actIn(house, institution, 'officer', first, { type, data })
  expect(await take('reopened', { reason: '补记材料' })).toMatchObject({ kind: 'accepted' })
  expect(await take('closed', { summary: '再次结案' })).toMatchObject({ kind: 'accepted' })
  expect(await known()).toEqual(once)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { amendContract, blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

// A relief is claimed once every gate is met, and the registration is one of them; until when a reward can
// be paid with it stands in the list and in the calendar.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-30' })
})
afterAll(() => app.close())

async function house(registeredOn = '2026-03-20') {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const { clock, db } = app.context
  const id = await asSystem(db, institution, async (tx) => {
    const [contract = ''] = await enterContracts(tx, clock, officer.caller, [
      {
        fields: {
          ...{ ...blankContract, kind: 'transfer', title: '“示例导管”许可', mode: 'license' },
          ...{ signedOn: '2026-03-02', registration: 'registered', registrationNo: 'GD-1' },
          registeredOn,
        },
        ...{ achievements: [], source: '台账' },
      },
    ])
    const base = { ...blankReceipt, contractId: contract }
    const split = [{ name: '甲某', fen: '30000000' }]
    await enterReceipts(tx, clock, officer.caller, [
      {
        fields: { ...base, amountFen: '100000000', receivedOn: '2023-08-01', split },
        source: '台账',
      },
      { fields: { ...base, amountFen: '5000000', receivedOn: '2026-04-10' }, source: '台账' },
    ])
    return contract
  })
  return { institution, officer, finance, id }
}

type Position = {
  regime: string
  seq: number
  can: string
  gates: { norm: string; state: string }[]
}

const read = async (by: Person, id: string, regime = 'cash_reward') => {
  const { body } = await by.get(`/contracts/${id}/tax`)
  return body.positions.find((one: Position) => one.regime === regime)
}

/** A paper that shows a notice, stored. */
async function paper(by: Person) {
  const form = new FormData()
  form.append('file', new Blob(['公示（演示）'], { type: 'text/plain' }), '公示照片.txt')
  const { sha256, name, size } = (await by.send('POST', '/files', form)).body
  return { sha256, name, size }
}

async function answer(by: Person, id: string, fact: string, value: unknown) {
  const { seq } = await read(by, id)
  const isNotice = fact.startsWith('cashNotice') && typeof value === 'string'
  const files = isNotice ? [await paper(by)] : []
  const given = { fact, value, files, expectedSeq: seq }
  return by.send('POST', `/contracts/${id}/tax/cash_reward/answers`, given)
}

const answers = {
  ...{ taxReliefConfirmed: true, resultKindListed: true, cashNoticeOn: '2026-04-01' },
  ...{ cashNoticeEndedOn: '2026-04-23', cashNoticeComplete: true, contributionProven: true },
  ...{ rewardAccountsSeparate: true, cashReliefFiledOn: '2026-06-30' },
}

test('a relief is claimed once all its gates are met, each answered with who said so', async () => {
  const { officer, finance, id, institution } = await house()
  const claim = async (by: Person, claimed = true) => {
    const { seq } = await read(by, id)
    const given = { claimed, words: '已取得答复', expectedSeq: seq }
    return by.send('POST', `/contracts/${id}/tax/cash_reward/claim`, given)
  }
  const before = await read(finance, id)
  expect([before.can, before.claimed]).toEqual(['unknown', null])
  expect(before.estimate.lines[0]).toMatchObject({ who: '甲某', baseFen: '30000000' })
  const early = await claim(finance)
  expect([early.status, early.body.code]).toEqual([422, 'gates-open'])
  expect((await answer(finance, id, 'mode', 'license')).body.errors[0].pointer).toBe('#/fact')
  expect((await answer(finance, id, 'cashNoticeOn', 'soon')).body.errors[0].pointer).toBe('#/value')
  expect((await answer(finance, id, 'cashNoticeOn', '2026-07-01')).status).toBe(400)
  expect((await answer(officer, id, 'contributionProven', true)).status).toBe(403)
  expect(await read(finance, id)).toEqual(before)

  const bare = { fact: 'cashNoticeOn', value: '2026-04-01', expectedSeq: before.seq }
  const unproven = await finance.send('POST', `/contracts/${id}/tax/cash_reward/answers`, bare)
  expect(unproven.body.errors).toMatchObject([{ pointer: '#/files', rule: 'notice-without-paper' }])
  for (const [fact, value] of Object.entries(answers)) {
    expect((await answer(finance, id, fact, value)).status).toBe(201)
  }
  const whole = await read(finance, id)
  expect(whole.can).toBe('yes')
  expect(whole.asks.every((one: { said: { by: string } | null }) => one.said?.by)).toBe(true)
  const stale = { fact: 'contributionProven', value: false, expectedSeq: 1 }
  const old = await finance.send('POST', `/contracts/${id}/tax/cash_reward/answers`, stale)
  expect(old.status).toBe(409)
  const reviewer = await app.person(['tto_reviewer'], institution)
  expect((await claim(reviewer)).status).toBe(403)
  expect((await claim(finance)).status).toBe(201)
  expect((await read(officer, id)).claimed).toBe(true)
})

test('a registration that is revoked takes the relief away', async () => {
  const { officer, finance, id } = await house()
  for (const [fact, value] of Object.entries(answers)) await answer(finance, id, fact, value)
  expect((await read(finance, id)).can).toBe('yes')
  const attempt = (await officer.send('POST', `/contracts/${id}/registrations`)).body.id
  const one = (await officer.get(`/registrations/${attempt}`)).body
  expect([one.state, one.number]).toEqual(['registered', 'GD-1'])
  const step = { step: 'revoked', on: '2026-06-30', words: '撤销', expectedSeq: one.seq }
  expect((await officer.send('POST', `/registrations/${attempt}/steps`, step)).status).toBe(201)
  const after = await read(finance, id)
  const gate = after.gates.find(({ norm }: { norm: string }) => norm === 'cn.cash.registered')
  expect([after.can, gate.state]).toEqual(['no', 'open'])
})

test('windows close in the order of the list and in the calendar, until the relief is declined', async () => {
  const { finance, id } = await house()
  const { items } = (await finance.get('/tax-windows')).body
  const lines = items.map(({ lastDay, daysLeft }: Record<string, unknown>) => [lastDay, daysLeft])
  expect(lines).toEqual([
    ['2026-08-01', 32],
    ['2029-04-10', 1015],
  ])
  expect((await finance.get('/tax-windows?soon=d90')).body.totals.count).toBe(1)
  const days = async () =>
    (await finance.get('/calendar?from=2026-07-01&to=2026-08-31')).body.items
      .filter(({ key }: { key: string }) => key.includes('/reward/'))
      .map(({ day }: { day: string }) => day)
  expect(await days()).toEqual(['2026-08-01'])
  const decline = { claimed: false, words: '不在范围内', expectedSeq: 0 }
  const done = await finance.send('POST', `/contracts/${id}/tax/cash_reward/claim`, decline)
  expect(done.status).toBe(201)
  expect(await days()).toEqual([])
  const stranger = await app.person(['finance'], await app.institution())
  expect((await stranger.get(`/contracts/${id}/tax`)).status).toBe(404)
  expect((await stranger.get('/tax-windows')).body.items).toEqual([])
})

test('positions leave as a sheet, contract by contract, and estimates say that they are', async () => {
  const { finance } = await house()
  const { body } = await app.app.inject({
    ...{ url: '/api/v1/tax-positions.csv', headers: { cookie: finance.cookie } },
  })
  const [head = '', ...lines] = body.trim().split('\r\n')
  expect(head).toContain('不适用时税额（估算）')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('现金奖励个人所得税减按计税')
})

test('what went back has no window, and counts in the year in which it went back', async () => {
  const { officer, finance, id, institution } = await house()
  const base = { ...blankReceipt, contractId: id }
  const refunds = await asSystem(app.context.db, institution, (tx) =>
    enterReceipts(tx, app.context.clock, officer.caller, [
      { fields: { ...base, amountFen: '-20000000', receivedOn: '2026-05-10' }, source: '台账' },
      { fields: { ...base, amountFen: '-5000000', receivedOn: '2026-05-11' }, source: '台账' },
    ]),
  )
  const list = async () => (await finance.get('/tax-windows')).body
  const open = await list()
  expect(open.totals).toEqual({ count: 2, amountFen: '105000000' })
  expect(open.items.map((one: { isRefundOpen: boolean }) => one.isRefundOpen)).toEqual([true, true])
  const [first, second] = open.items.map((one: { receipt: string }) => one.receipt)
  const link = (receipt: string, refund: string | undefined) =>
    finance.send('POST', `/receipts/${receipt}/refunds`, { refund })
  expect((await link(first, refunds[0])).status).toBe(201)
  expect((await link(second, refunds[1])).status).toBe(201)
  const { totals, items } = await list()
  expect(totals).toEqual({ count: 1, amountFen: '80000000' })
  expect(items[0]).toMatchObject({ receipt: first, isRefundOpen: false })
  const { positions, windows } = (await finance.get(`/contracts/${id}/tax`)).body
  expect(windows.map((one: { amountFen: string }) => one.amountFen)).toEqual(['80000000'])
  const vat = positions.find((one: Position) => one.regime === 'vat_exemption')
  expect(vat.estimate.lines).toMatchObject([
    { year: '2023', baseFen: '100000000' },
    { year: '2026', baseFen: '-20000000', withoutFen: '0' },
  ])
})

test('a registration that was taken over with a month only has its day once the ledger has one', async () => {
  const { officer, id, institution } = await house('2026-03')
  expect((await officer.send('POST', `/contracts/${id}/registrations`)).status).toBe(201)
  const registeredOn = async () => (await officer.get(`/contracts/${id}/tax`)).body.registeredOn
  expect(await registeredOn()).toBeNull()
  const fields = { registeredOn: '2026-03-20' }
  await asSystem(app.context.db, institution, (tx) =>
    amendContract(tx, app.context.clock, officer.caller, id, {
      ...{ fields, achievements: [], reason: '台账更正' },
    }),
  )
  expect(await registeredOn()).toBe('2026-03-20')
})

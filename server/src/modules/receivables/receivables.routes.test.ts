import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { amendReceipt, blankReceipt, enterReceipts } from '../proceeds/index.ts'

// Money in: terms become receivables, receipts pay them, and nothing is used twice.

let app: TestApp
let today = ''
beforeAll(async () => {
  app = await openTestApp(modules)
  today = app.context.clock.today()
})
afterAll(() => app.close())

async function house() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const leader = await app.person(['leaders'], institution)
  const { clock, db } = app.context
  const [id = ''] = await asSystem(db, institution, (tx) =>
    enterContracts(tx, clock, officer.caller, [
      {
        fields: {
          ...{ ...blankContract, kind: 'transfer', title: '“示例监测仪”许可', mode: 'license' },
          ...{ counterparty: '示例医械有限公司（虚构）', status: 'performing' },
        },
        ...{ achievements: [], source: '台账' },
      },
    ]),
  )
  return { institution, officer, finance, leader, id }
}

async function receive(by: Person, contractId: string, amounts: readonly string[]) {
  const { clock, db } = app.context
  return asSystem(db, by.caller.institution, (tx) =>
    enterReceipts(
      tx,
      clock,
      by.caller,
      amounts.map((amountFen) => ({
        fields: { ...blankReceipt, contractId, amountFen, receivedOn: '2026-01-05' },
        source: '台账',
      })),
    ),
  )
}

const fixed = (key: string, minor: string, dueOn: string) => ({
  ...{ key, kind: 'fixed', label: `${key} 期款`, minor, dueOn },
})
const royalty = {
  ...{
    bands: [
      { upTo: '1000000', rate: '5%' },
      { upTo: null, rate: '3%' },
    ],
    counts: 'life',
  },
  ...{ minimum: '20000', every: 12, from: '2024-01-01', to: '2026-12-31' },
  ...{ statementDays: 30, payDays: 60 },
}
const first = {
  effectiveOn: '2024-01-01',
  terms: [
    fixed('a', '100000', '2024-03-01'),
    fixed('b', '300000', '2031-03-01'),
    { key: 'm', kind: 'milestone', label: '取得注册证', minor: '200000', days: 30 },
    { key: 'r', kind: 'royalty', label: '销售提成', royalty },
  ],
}

const money = async (by: Person, id: string) => (await by.get(`/contracts/${id}/money`)).body
const line = (view: { receivables: { key: string }[] }, key: string) =>
  view.receivables.find((one) => one.key === key) as Record<string, string> | undefined

test('terms become receivables; an amendment changes the future and tells what it changed', async () => {
  const { officer, finance, id } = await house()
  expect((await officer.send('POST', `/contracts/${id}/terms`, first)).status).toBe(201)
  const before = await money(officer, id)
  expect(before.receivables.map(({ key }: { key: string }) => key)).toEqual([
    ...['a', 'r/2024-01-01', 'r/2025-01-01', 'r/2026-01-01', 'b', 'm'],
  ])
  expect([line(before, 'a')?.state, line(before, 'm')?.state]).toEqual(['overdue', 'awaited'])

  const terms = [fixed('a', '1', '2024-03-01'), fixed('b', '250000', '2031-06-01'), first.terms[2]]
  const amended = { terms, effectiveOn: '2026-06-01', reason: '补充协议一' }
  const preview = (await officer.send('POST', `/contracts/${id}/terms/preview`, amended)).body
  expect(
    preview.changes.map(({ is, key }: { is: string; key: string }) => [key, is]).toSorted(),
  ).toEqual([
    ['a', 'fixed'],
    ['b', 'changed'],
    ['r/2024-01-01', 'fixed'],
    ['r/2025-01-01', 'fixed'],
    ['r/2026-01-01', 'dropped'],
  ])
  expect(await money(officer, id)).toEqual(before)
  const silent = await officer.send('POST', `/contracts/${id}/terms`, { ...amended, reason: null })
  expect([silent.status, silent.body.errors[0].pointer]).toEqual([400, '#/reason'])
  expect((await officer.send('POST', `/contracts/${id}/terms`, amended)).status).toBe(201)
  const after = await money(officer, id)
  expect(line(after, 'a')?.minor).toBe('100000')
  expect([line(after, 'b')?.minor, line(after, 'b')?.dueOn]).toEqual(['250000', '2031-06-01'])
  expect(line(after, 'r/2026-01-01')?.state).toBe('cancelled')
  expect(after.versions.map(({ kind }: { kind: string }) => kind)).toEqual(['amended', 'agreed'])

  const end = { on: '2027-01-01', reason: '双方协商终止' }
  expect((await officer.send('POST', `/contracts/${id}/end`, end)).status).toBe(201)
  const ended = await money(officer, id)
  expect(line(ended, 'b')?.state).toBe('cancelled')
  expect(line(ended, 'a')?.state).toBe('overdue')
  expect((await officer.get(`/contracts/${id}`)).body.status).toBe('terminated')
  expect((await officer.send('POST', `/contracts/${id}/terms`, amended)).body.code).toBe(
    'terms-ended',
  )
  const list = (await finance.get(`/receivables?contract=${id}`)).body
  expect(list.totals.openFen).toBe('140000')
  const byAge = list.totals.ages.map(({ openFen }: { openFen: string }) => BigInt(openFen))
  expect(byAge.reduce((sum: bigint, one: bigint) => sum + one, 0n)).toBe(140000n)
})

test('a milestone gives its payment a day, a statement its amount; the calendar tells of both', async () => {
  const { officer, id } = await house()
  await officer.send('POST', `/contracts/${id}/terms`, first)
  const tomorrow = { term: 'm', reachedOn: '2099-01-01', words: '证书' }
  expect((await officer.send('POST', `/contracts/${id}/milestones`, tomorrow)).status).toBe(400)
  const reached = { term: 'm', reachedOn: '2026-01-10', words: '取得第二类医疗器械注册证' }
  expect((await officer.send('POST', `/contracts/${id}/milestones`, reached)).status).toBe(201)
  expect((await officer.send('POST', `/contracts/${id}/milestones`, reached)).body.code).toBe(
    'reached-already',
  )
  const stated = { term: 'r', periodFrom: '2024-01-01', base: '900000', stated: '45000' }
  const statements = `/contracts/${id}/royalty-statements`
  const second = { ...stated, periodFrom: '2025-01-01', receivedOn: today }
  const early = await officer.send('POST', statements, second)
  expect(early.body.errors[0].rule).toBe('earlier-period-unstated')
  expect((await officer.send('POST', statements, { ...stated, receivedOn: today })).status).toBe(
    201,
  )
  const next = { ...stated, periodFrom: '2025-01-01', base: '600000', stated: '20000' }
  expect((await officer.send('POST', statements, { ...next, receivedOn: today })).status).toBe(201)
  const view = await money(officer, id)
  expect(line(view, 'm')?.dueOn).toBe('2026-02-09')
  // 5 % up to 1,000,000 over the life: 100,000 of the second year, then 3 % of 500,000.
  expect([line(view, 'r/2024-01-01')?.minor, line(view, 'r/2025-01-01')?.minor]).toEqual([
    '45000',
    '20000',
  ])
  expect(view.statements.map((one: { differenceMinor: string }) => one.differenceMinor)).toEqual([
    ...['0', '0'],
  ])
  const again = await officer.send('POST', statements, { ...next, receivedOn: today })
  expect(again.body.errors[0]).toMatchObject({ pointer: '#/corrects', rule: 'stated-before' })
  const running = { ...next, receivedOn: '2025-12-31' }
  const soon = await officer.send('POST', statements, { ...running, corrects: true })
  expect(soon.body.errors[0]).toMatchObject({ pointer: '#/receivedOn', rule: 'period-not-over' })
  const late = await officer.send('POST', statements, {
    ...{ ...stated, receivedOn: today, corrects: true },
  })
  expect(late.body.errors[0].rule).toBe('later-period-stated')
  const audits = `/contracts/${id}/royalty-audits`
  const audit = { onDay: today, outcome: 'difference', words: '抽查出库单' }
  expect((await officer.send('POST', audits, audit)).status).toBe(400)
  const found = { difference: '500', term: 'r', periodFrom: '2024-01-01', dueOn: today }
  expect((await officer.send('POST', audits, { ...audit, ...found })).status).toBe(201)
  const { body } = await officer.get('/calendar?from=2026-01-01&to=2026-06-30')
  expect(JSON.stringify(body)).toContain('应收款到期：取得注册证')
})

test('receipts pay in parts, what is over stays an advance, and nothing is used twice', async () => {
  const { officer, finance, leader, id } = await house()
  await officer.send('POST', `/contracts/${id}/terms`, first)
  const [one = '', other = ''] = await receive(officer, id, ['60000', '90000', '-50000'])
  const view = await money(finance, id)
  const a = line(view, 'a')?.['id'] ?? ''
  const proposal = (await finance.get(`/receipts/${one}/matching`)).body
  expect(proposal.open.find((row: { id: string }) => row.id === a).proposed).toBe('60000')
  const match = (receipt: string, minor: string) =>
    finance.send('POST', `/receipts/${receipt}/matches`, { lines: [{ receivable: a, minor }] })
  expect((await officer.send('POST', `/receipts/${one}/matches`, { lines: [] })).status).toBe(403)
  expect((await match(one, '60001')).status).toBe(400)
  // Two clicks at once: one of them finds nothing left.
  const clicks = await Promise.all([match(one, '60000'), match(one, '60000')])
  expect(clicks.map(({ status }) => status).toSorted()).toEqual([201, 400])
  expect((await match(other, '40001')).status).toBe(400)
  expect((await match(other, '40000')).body).toEqual({ left: '50000' })
  const paid = await money(finance, id)
  expect(line(paid, 'a')?.state).toBe('settled')
  expect(paid.totals.advanceFen).toBe('50000')

  const { openRefunds, matches } = (await finance.get(`/receipts/${other}/matching`)).body
  const refund = { refund: openRefunds[0].id }
  expect((await finance.send('POST', `/receipts/${one}/refunds`, refund)).status).toBe(400)
  expect((await finance.send('POST', `/receipts/${other}/refunds`, refund)).body).toEqual({
    left: '0',
  })
  expect((await finance.send('POST', `/receipts/${other}/refunds`, refund)).body.code).toBe(
    'refund-linked',
  )
  const back = `/receipts/${other}/matches/${matches[0].id}/take-back`
  expect((await finance.send('POST', back, { reason: '核错' })).status).toBe(201)
  expect((await finance.send('POST', back, { reason: '核错' })).body.code).toBe(
    'taken-back-already',
  )
  expect(line(await money(finance, id), 'a')?.openMinor).toBe('40000')
  const files = [await store(finance, '注销公告（示例）')]
  const off = { minor: '40001', writtenOn: today, reason: '对方已注销', files }
  const path = `/receivables/${a}/write-off`
  expect((await finance.send('POST', path, off)).status).toBe(400)
  const bare = await finance.send('POST', path, { ...off, minor: '40000', files: [] })
  expect(bare.body.errors[0]).toMatchObject({ pointer: '#/files', rule: 'write-off-unproved' })
  const proposed = await finance.send('POST', path, { ...off, minor: '40000' })
  expect(proposed.status, proposed.text).toBe(201)
  expect((await finance.send('POST', path, off)).status).toBe(400)
  expect((await finance.send('POST', path, { ...off, minor: '1' })).body.code).toBe(
    'write-off-waiting',
  )
  expect(line(await money(finance, id), 'a')?.openMinor).toBe('40000')
  const confirm = `/write-off-proposals/${proposed.body.id}/confirm`
  expect((await officer.send('POST', confirm, {})).status).toBe(403)
  expect((await finance.send('POST', confirm, {})).body.code).toBe('write-off-of-own')
  expect((await leader.send('POST', confirm, {})).status).toBe(201)
  expect((await leader.send('POST', confirm, {})).status).toBe(404)
  expect(line(await money(finance, id), 'a')?.state).toBe('writtenOff')
})

test('a write-off is no older than the debt, and is taken back once with its reason', async () => {
  const { officer, finance, leader, id } = await house()
  await officer.send('POST', `/contracts/${id}/terms`, first)
  const reached = { term: 'm', reachedOn: '2025-03-01', words: '注册证（虚构）' }
  expect((await officer.send('POST', `/contracts/${id}/milestones`, reached)).status).toBe(201)
  const owed = async () => line(await money(finance, id), 'm')
  const path = `/receivables/${(await owed())?.['id']}/write-off`
  const files = [await store(finance, '注销公告（示例）')]
  const off = { minor: '200000', writtenOn: '2025-02-28', reason: '对方已注销（示例）', files }
  const early = await finance.send('POST', path, off)
  expect(early.body.errors[0]).toMatchObject({ pointer: '#/writtenOn', rule: 'written-off-before' })
  const asked = { ...off, writtenOn: '2025-03-01' }
  const given = await finance.send('POST', path, asked)
  const up = `/write-off-proposals/${given.body.id}/withdraw`
  expect((await finance.send('POST', up, { reason: '误提' })).status).toBe(201)
  expect((await finance.send('POST', up, { reason: '误提' })).status).toBe(404)
  const proposed = await finance.send('POST', path, asked)
  expect((await money(finance, id)).writeOffsWaiting).toMatchObject([{ minor: '200000' }])
  const due = await leader.get(`/calendar?from=${today}&to=${today}`)
  expect(JSON.stringify(due.body)).toContain('核销待另一人确认')
  const made = await leader.send('POST', `/write-off-proposals/${proposed.body.id}/confirm`, {})
  expect(made.status).toBe(201)
  expect((await money(finance, id)).writeOffsWaiting).toEqual([])
  expect((await owed())?.state).toBe('writtenOff')
  const back = `/write-offs/${made.body.id}/take-back`
  const reason = { reason: '对方恢复付款（示例）' }
  expect((await officer.send('POST', back, reason)).status).toBe(403)
  expect((await finance.send('POST', back, reason)).status).toBe(201)
  expect(await owed()).toMatchObject({ openMinor: '200000', writtenOffMinor: '0' })
  expect((await money(finance, id)).writeOffs).toMatchObject([
    { minor: '200000', takenBack: '对方恢复付款（示例）' },
  ])
  expect((await finance.send('POST', back, reason)).body.code).toBe('write-off-taken-back')
})

test('a receipt is not made less than what it paid, nor given back with the money of another contract', async () => {
  const { institution, officer, finance, id } = await house()
  await officer.send('POST', `/contracts/${id}/terms`, first)
  const [one = ''] = await receive(officer, id, ['60000'])
  const a = line(await money(finance, id), 'a')?.['id'] ?? ''
  const lines = [{ receivable: a, minor: '60000' }]
  await finance.send('POST', `/receipts/${one}/matches`, { lines })
  const { clock, db } = app.context
  const amend = (amountFen: string) =>
    asSystem(db, institution, (tx) =>
      amendReceipt(tx, clock, officer.caller, one, { fields: { amountFen }, reason: '台账更正' }),
    )
  await expect(amend('59999')).rejects.toMatchObject({ code: 'receipt-matched' })
  await amend('70000')
  expect((await finance.get(`/receipts/${one}/matching`)).body).toMatchObject({
    leftMinor: '10000',
  })

  const [second = ''] = await asSystem(db, institution, (tx) =>
    enterContracts(tx, clock, officer.caller, [
      {
        fields: { ...blankContract, kind: 'transfer', title: '另一合同（虚构）', mode: 'license' },
        ...{ achievements: [], source: '台账' },
      },
    ]),
  )
  const [, back = ''] = await receive(officer, second, ['100', '-100'])
  const linked = await finance.send('POST', `/receipts/${one}/refunds`, { refund: back })
  expect(linked.status).toBe(400)
})

test('a foreign receipt keeps the rate of its day, and its yuan sum to what was booked', async () => {
  const { officer, finance, id } = await house()
  const usd = { currency: 'USD', effectiveOn: '2026-01-01' }
  const terms = [fixed('x', '1000', '2026-02-01'), fixed('y', '2000', '2026-03-01')]
  expect((await officer.send('POST', `/contracts/${id}/terms`, { ...usd, terms })).status).toBe(400)
  const rated = { ...usd, terms, planRate: '7' }
  expect((await officer.send('POST', `/contracts/${id}/terms`, rated)).status).toBe(201)
  expect((await finance.get(`/receivables?contract=${id}`)).body.totals.openFen).toBe('21000')
  const [receipt = ''] = await receive(officer, id, ['21313'])
  const noted = { currency: 'USD', minor: '3000', rate: '7.1', rateSource: '银行结汇水单' }
  const wrong = await finance.send('PUT', `/receipts/${receipt}/currency`, noted)
  expect([wrong.status, wrong.body.errors[0].rule]).toEqual([400, 'rate-differs'])
  const right = { ...noted, rate: '7.1043' }
  expect((await finance.send('PUT', `/receipts/${receipt}/currency`, right)).status).toBe(200)
  const { items, chain } = (await finance.get(`/receipts/${receipt}/history`)).body
  expect([items.at(-1).action, chain.ok]).toEqual(['receipt.currencyNoted', true])
  const view = await money(finance, id)
  for (const key of ['x', 'y']) {
    const { id: receivable = '', minor } = line(view, key) ?? {}
    const lines = [{ receivable, minor }]
    expect((await finance.send('POST', `/receipts/${receipt}/matches`, { lines })).status).toBe(201)
  }
  const { matches, leftFen, rate } = (await finance.get(`/receipts/${receipt}/matching`)).body
  expect([leftFen, rate]).toEqual(['0', '7.1043'])
  expect(matches.map(({ fen }: { fen: string }) => fen)).toEqual(['7104', '14209'])
})

test('an invoice is drafted, issued, paid by what arrives, or void', async () => {
  const { officer, finance, id } = await house()
  await officer.send('POST', `/contracts/${id}/terms`, first)
  const a = line(await money(finance, id), 'a')?.['id'] ?? ''
  const draft = { lines: [{ receivable: a, fen: '100000' }], vatRate: '6%' }
  const made = await finance.send('POST', `/contracts/${id}/invoices`, draft)
  expect(made.status).toBe(201)
  const twice = await finance.send('POST', `/contracts/${id}/invoices`, draft)
  expect(twice.body.errors[0].rule).toBe('invoiced-above')
  const issue = { number: '25440000000000000001', issuedOn: today }
  expect((await finance.send('POST', `/invoices/${made.body.id}/issue`, issue)).status).toBe(200)
  const states = async () =>
    (await money(finance, id)).invoices.map(({ state }: { state: string }) => state)
  expect(await states()).toEqual(['issued'])
  expect((await money(finance, id)).invoices[0].vatFen).toBe('5660')
  const [receipt = ''] = await receive(officer, id, ['100000'])
  const lines = [{ receivable: a, minor: '100000' }]
  await finance.send('POST', `/receipts/${receipt}/matches`, { lines })
  expect(await states()).toEqual(['paid'])
  const reason = { reason: '抬头有误' }
  const listed = async (query: string) => (await finance.get(`/invoices${query}`)).body
  expect((await listed('?state=issued')).items).toEqual([])
  expect((await listed('?state=paid&q=00000000001')).items).toMatchObject([
    { contractId: id, state: 'paid', asksFor: 'a 期款', amountFen: '100000', vatFen: '5660' },
  ])
  const second = await finance.send('POST', `/contracts/${id}/invoices`, {
    lines: [{ receivable: line(await money(finance, id), 'b')?.['id'], fen: '300000' }],
    vatRate: '6%',
  })
  expect(
    (await finance.send('POST', `/invoices/${second.body.id}/issue`, issue)).body.errors[0],
  ).toMatchObject({ rule: 'invoice-number-used' })
  expect((await listed('')).items.map(({ state }: { state: string }) => state)).toEqual([
    ...['draft', 'paid'],
  ])
  expect((await listed('')).totals).toMatchObject({ count: 2, amountFen: '400000' })
  expect((await finance.get('/invoices.csv?lang=zh&state=paid')).text).toContain('1000.00')
  await finance.send('POST', `/invoices/${second.body.id}/void`, reason)
  expect((await finance.send('POST', `/invoices/${made.body.id}/void`, reason)).status).toBe(200)
  expect((await listed('?state=void')).totals).toMatchObject({ count: 2, amountFen: '0' })
  const again = await finance.send('POST', `/invoices/${made.body.id}/void`, reason)
  expect(again.body.code).toBe('invoice-void')
})

test('another institution finds none of it', async () => {
  const { officer, id } = await house()
  await officer.send('POST', `/contracts/${id}/terms`, first)
  const stranger = await app.person(['finance', 'tto_negotiator'], await app.institution())
  expect((await stranger.get(`/contracts/${id}/money`)).status).toBe(404)
  expect((await stranger.send('POST', `/contracts/${id}/terms`, first)).status).toBe(404)
  expect((await stranger.get('/receivables')).body.items).toEqual([])
})

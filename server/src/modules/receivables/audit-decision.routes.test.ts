import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { countsFor } from './audit-decision.ts'

// What an audit found to be paid too much goes back or is set off, as the institution decides once; neither against
// what is matched or invoiced, and neither moves money or tax.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-07-20' })
})
afterAll(() => app?.close())

const royalty = {
  ...{ bands: [{ upTo: null, rate: '5%' }], counts: 'period', minimum: '0', every: 6 },
  ...{ from: '2024-01-01', to: '2026-12-31', statementDays: 30, payDays: 60 },
}
const terms = [{ key: 'r', kind: 'royalty', label: '销售提成', royalty }]
const payer = '示例药业有限公司（虚构）'
const made = { way: 'credit', onDay: '2026-07-10', reason: '院长办公会决定' }

async function house() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const contract = await asSystem(app.context.db, institution, async (tx) => {
    const fields = { ...blankContract, kind: 'transfer' as const, title: '许可', number: 'X-1' }
    const ledger = [
      { fields: { ...fields, counterparty: payer }, achievements: [], source: '台账' },
    ]
    const [one = ''] = await enterContracts(tx, app.context.clock, officer.caller, ledger)
    return one
  })
  const at = `/contracts/${contract}`
  const sent = async (by: Person, path: string, body: object) => {
    const answer = await by.send('POST', path, body)
    expect(answer.status, `${path} ${answer.text}`).toBeLessThan(300)
    return answer.body
  }
  await sent(officer, `${at}/terms`, { effectiveOn: '2024-01-01', terms })
  const state = (periodFrom: string, base: string, more: object = {}) =>
    officer.send('POST', `${at}/royalty-statements`, {
      ...{ term: 'r', periodFrom, base, receivedOn: '2026-07-15', ...more },
    })
  const money = async () => (await officer.get(`${at}/money`)).body
  const row = async (from: string) => {
    const rows: { kind: string; periodFrom: string; id: string }[] = (await money()).receivables
    return rows.find(({ kind, periodFrom }) => kind === 'royalty' && periodFrom === from)
  }
  const pay = async (from: string, amountFen: string, voucher: string) => {
    const slip = { payer, receivedOn: '2026-07-01', account: '基本户 0001' }
    const { id } = await sent(finance, '/receipts', { ...slip, amountFen, voucher, contract })
    const lines = [{ receivable: (await row(from))?.id, minor: amountFen }]
    await sent(finance, `/receipts/${id}/matches`, { lines })
    return id as string
  }
  const audit = async (difference = '12000', periodFrom = '2024-01-01', more: object = {}) => {
    const found = { onDay: '2026-07-05', outcome: 'difference', direction: 'over', difference }
    const told = { ...found, term: 'r', periodFrom, words: '抽查出库单', ...more }
    return (await sent(officer, `${at}/royalty-audits`, told)).id as string
  }
  const decide = (id: string, more: object = {}, by: Person = finance) =>
    by.send('POST', `${at}/royalty-audits/${id}/decision`, { ...made, ...more })
  const back = (id: string) =>
    officer.send('POST', `${at}/royalty-audits/${id}/take-back`, { reason: '录错' })
  const decided = async (id: string) =>
    (await money()).audits.find((one: { id: string }) => one.id === id).decided
  const journal = async () => (await finance.get('/journal')).body.items.length
  const rematch = async (receipt: string, minor: string) => {
    const { matches } = (await finance.get(`/receipts/${receipt}/matching`)).body
    const path = `/receipts/${receipt}/matches`
    await sent(finance, `${path}/${matches[0].id}/take-back`, { reason: '按审计更正' })
    const lines = [{ receivable: (await row('2024-01-01'))?.id, minor }]
    await sent(finance, path, { lines })
  }
  expect((await state('2024-01-01', '1000000')).status).toBe(201)
  const common = { institution, officer, finance, contract, at, sent, state, money, row, pay }
  return { ...common, audit, decide, back, decided, journal, rematch }
}

const refused = (answer: { body: { errors: { pointer: string; rule: string }[] } }) => {
  const { pointer, rule } = answer.body.errors[0] ?? { pointer: '', rule: '' }
  return [pointer, rule]
}

test('set off, the next periods owe less, the first first, and the audited one stays', async () => {
  const { state, row, pay, audit, decide, decided, journal, money, officer, at } = await house()
  await pay('2024-01-01', '50000', '回单-1')
  const id = await audit()
  const before = await journal()
  const order = newId()
  const first = await decide(id, { id: order })
  expect(first.status, first.text).toBe(201)
  expect((await decide(id, { id: order })).body).toEqual(first.body)
  expect(await decided(id)).toMatchObject({
    ...{ way: 'credit', onDay: '2026-07-10', doneMinor: '0', leftMinor: '12000' },
  })
  expect(await row('2024-01-01')).toMatchObject({
    minor: '50000',
    openMinor: '0',
    state: 'settled',
  })
  expect(await journal()).toBe(before)
  // The first that follows owes nothing, the second what is left.
  expect((await state('2024-07-01', '200000')).status).toBe(201)
  expect(await row('2024-07-01')).toMatchObject({ minor: null, openMinor: '0', isStated: true })
  expect(await decided(id)).toMatchObject({ doneMinor: '10000', leftMinor: '2000' })
  expect((await state('2025-01-01', '200000')).status).toBe(201)
  expect(await row('2025-01-01')).toMatchObject({ minor: '8000', openMinor: '8000' })
  expect(await decided(id)).toMatchObject({ doneMinor: '12000', leftMinor: '0' })
  expect((await state('2025-07-01', '200000')).status).toBe(201)
  expect(await row('2025-07-01')).toMatchObject({ minor: '10000' })
  const { statements } = await money()
  expect(statements.map(({ lessMinor }: { lessMinor: string }) => lessMinor)).toEqual([
    ...['0', '10000', '2000', '0'],
  ])
  // Stated anew, a period gives up what it does not take; the next that is open takes it.
  const corrected = await state('2024-07-01', '100000', { corrects: true })
  expect(corrected.status, corrected.text).toBe(201)
  expect((await row('2024-07-01')) as object).toMatchObject({ minor: null })
  expect(await row('2025-01-01')).toMatchObject({ minor: '3000' })
  expect(await decided(id)).toMatchObject({ doneMinor: '12000', leftMinor: '0' })
  const { items, chain } = (await officer.get(`${at}/history`)).body
  expect(chain.ok).toBe(true)
  expect(items.map(({ action }: { action: string }) => action)).toContain('contract.auditDecided')
})

test('what is stated and open already owes less at once, and amended terms leave it so', async () => {
  const { institution, state, row, pay, audit, decide, back, officer, at, sent } = await house()
  await pay('2024-01-01', '50000', '回单-1')
  await state('2024-07-01', '1000000')
  await pay('2024-07-01', '50000', '回单-2')
  await state('2025-01-01', '1000000')
  const id = await audit()
  expect((await decide(id)).status).toBe(201)
  expect(await row('2024-07-01')).toMatchObject({ minor: '50000' })
  expect(await row('2025-01-01')).toMatchObject({ minor: '38000', openMinor: '38000' })
  const longer = [{ ...terms[0], royalty: { ...royalty, to: '2027-12-31' } }]
  const amended = { effectiveOn: '2024-01-01', terms: longer, reason: '补充协议' }
  await sent(officer, `${at}/terms`, amended)
  expect(await row('2025-01-01')).toMatchObject({ minor: '38000' })
  const compared = await asSystem(app.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(compared.items).toEqual([])
  // Paid, it holds the audit; while it is not, what was set off is owed again.
  await pay('2025-01-01', '38000', '回单-3')
  expect((await back(id)).body.code).toBe('decision-in-use')
})

test('taken back, an audit brings back what was owed, and another may be set off instead', async () => {
  const { state, row, pay, audit, decide, back, decided } = await house()
  await pay('2024-01-01', '50000', '回单-1')
  const id = await audit()
  expect((await decide(id)).status).toBe(201)
  await state('2024-07-01', '200000')
  expect(await row('2024-07-01')).toMatchObject({ minor: null })
  expect((await back(id)).status).toBe(201)
  expect(await row('2024-07-01')).toMatchObject({ minor: '10000', openMinor: '10000' })
  expect(await decided(id)).toMatchObject({ doneMinor: '0', leftMinor: '0' })
  const again = await audit('3000')
  expect((await decide(again)).status).toBe(201)
  expect(await row('2024-07-01')).toMatchObject({ minor: '7000' })
})

test('what goes back waits for its match and its invoice, lowers the period, and is done with the refund', async () => {
  const { finance, sent, at, row, pay, audit, decide, back, decided, rematch, money } =
    await house()
  const receipt = await pay('2024-01-01', '50000', '回单-1')
  const line = [{ receivable: (await row('2024-01-01'))?.id, fen: '50000' }]
  const invoice = await sent(finance, `${at}/invoices`, { lines: line, vatRate: '6%' })
  await sent(finance, `/invoices/${invoice.id}/issue`, { number: '9001', issuedOn: '2026-07-02' })
  const id = await audit()
  const refund = { way: 'refund' }
  const matched = await decide(id, refund)
  expect([matched.status, ...refused(matched)]).toEqual([400, '#/way', 'over-matched'])
  expect(matched.text).toContain('CNY 380.00')
  await rematch(receipt, '38000')
  expect(refused(await decide(id, refund))).toEqual(['#/way', 'over-invoiced'])
  const red = { number: '9002', issuedOn: '2026-07-12', reason: '审计退还' }
  const taken = [{ receivable: line[0]?.receivable, fen: '12000' }]
  await sent(finance, `/invoices/${invoice.id}/red`, { ...red, lines: taken })
  const vat = async () =>
    (await finance.get('/journal')).body.items.filter(({ kind }: { kind: string }) =>
      kind.startsWith('outputVat'),
    ).length
  const taxed = await vat()
  const answer = await decide(id, refund)
  expect(answer.status, answer.text).toBe(201)
  expect(await vat()).toBe(taxed)
  expect(await row('2024-01-01')).toMatchObject({
    minor: '38000',
    openMinor: '0',
    state: 'settled',
  })
  expect(await decided(id)).toMatchObject({ way: 'refund', doneMinor: '0', leftMinor: '12000' })
  const given = { on: '2026-07-16', amountFen: '5000', account: '基本户 0001', voucher: '付-1' }
  const giveBack = `/receipts/${receipt}/give-back`
  await sent(finance, giveBack, { ...given, reason: '审计退还' })
  expect(await decided(id)).toMatchObject({ doneMinor: '5000', leftMinor: '7000' })
  expect((await back(id)).body.code).toBe('decision-in-use')
  await sent(finance, giveBack, {
    ...given,
    amountFen: '7000',
    voucher: '付-2',
    reason: '审计退还',
  })
  expect(await decided(id)).toMatchObject({ doneMinor: '12000', leftMinor: '0' })
  expect((await money()).totals.openFen).toBe('0')
})

test('what was not paid is not given back and not set off', async () => {
  const { row, pay, audit, decide, back } = await house()
  const id = await audit()
  expect(refused(await decide(id))).toEqual(['#/way', 'over-unpaid'])
  expect(refused(await decide(id, { way: 'refund' }))).toEqual(['#/way', 'over-not-held'])
  await pay('2024-01-01', '40000', '回单-1')
  expect(refused(await decide(id))).toEqual(['#/way', 'over-unpaid'])
  expect(refused(await decide(id, { way: 'refund' }))).toEqual(['#/way', 'over-matched'])
  expect((await back(id)).status).toBe(201)
  expect((await decide(id)).body.code).toBe('audit-taken-back')
  expect(await row('2024-01-01')).toMatchObject({ minor: '50000', openMinor: '10000' })
})

test('two refunds of one receipt are not promised the same money', async () => {
  const { state, row, pay, audit, decide, back, rematch } = await house()
  const receipt = await pay('2024-01-01', '50000', '回单-1')
  await state('2024-07-01', '1000000')
  const first = await audit()
  await rematch(receipt, '38000')
  expect((await decide(first, { way: 'refund' })).status).toBe(201)
  const second = await audit('9000', '2024-07-01')
  expect(refused(await decide(second, { way: 'refund' }))).toEqual(['#/way', 'over-not-held'])
  expect(await row('2024-07-01')).toMatchObject({ minor: '50000' })
  // Taken back before anything went back, the period owes what was stated again.
  expect((await back(first)).status).toBe(201)
  expect(await row('2024-01-01')).toMatchObject({ minor: '50000', openMinor: '12000' })
})

test('a period that is owed no more gives up what it owed less', async () => {
  const { officer, at, sent, state, row, pay, audit, decide, decided } = await house()
  await pay('2024-01-01', '50000', '回单-1')
  const id = await audit()
  expect((await decide(id)).status).toBe(201)
  await state('2024-07-01', '1000000')
  expect(await decided(id)).toMatchObject({ doneMinor: '12000' })
  const amend = (to: string) => {
    const changed = [{ ...terms[0], royalty: { ...royalty, to } }]
    const amended = { effectiveOn: '2024-01-01', terms: changed, reason: '补充协议' }
    return sent(officer, `${at}/terms`, amended)
  }
  await amend('2024-06-30')
  expect(await row('2024-07-01')).toMatchObject({ state: 'cancelled' })
  expect(await decided(id)).toMatchObject({ doneMinor: '0', leftMinor: '12000' })
  await amend('2026-12-31')
  expect(await row('2024-07-01')).toMatchObject({ minor: '50000' })
  // The next that is stated owes less for what is left.
  await state('2025-01-01', '100000')
  expect(await row('2024-07-01')).toMatchObject({ minor: '38000' })
})

test('only later periods owe less, also where an earlier one is open', async () => {
  const { state, row, pay, audit, decide, decided } = await house()
  await state('2024-07-01', '1000000')
  await pay('2024-07-01', '50000', '回单-1')
  const id = await audit('12000', '2024-07-01')
  expect((await decide(id)).status).toBe(201)
  expect(await row('2024-01-01')).toMatchObject({ minor: '50000', openMinor: '50000' })
  expect(await decided(id)).toMatchObject({ doneMinor: '0', leftMinor: '12000' })
  await state('2025-01-01', '1000000')
  expect(await row('2025-01-01')).toMatchObject({ minor: '38000' })
})

test('dollars that paid a contract in yuan go back by the yuan they came to', async () => {
  const { finance, contract, sent, row, audit, decide, decided } = await house()
  const slip = { payer, receivedOn: '2026-07-01', account: '基本户 0001', voucher: '回单-9' }
  const dollars = { currency: 'USD', minor: '10000', rate: '7.1043', rateSource: '人民银行中间价' }
  const told = { ...slip, ...dollars, amountFen: null, contract }
  const receipt = (await sent(finance, '/receipts', told)).id as string
  const lines = [{ receivable: (await row('2024-01-01'))?.id, minor: '38000' }]
  await sent(finance, `/receipts/${receipt}/matches`, { lines })
  const id = await audit()
  const answer = await decide(id, { way: 'refund' })
  expect(answer.status, answer.text).toBe(201)
  const given = { on: '2026-07-16', account: '基本户 0001', reason: '审计退还' }
  const giveBack = `/receipts/${receipt}/give-back`
  await sent(finance, giveBack, { ...given, amountFen: '12000', voucher: '付-1' })
  expect(await decided(id)).toMatchObject({ doneMinor: '12000', leftMinor: '0' })
})

test('money counts in the currency that is owed, and yuan are no dollars', () => {
  const yuan = { currency: 'CNY', minor: 500n, fen: 500n }
  const dollars = { currency: 'USD', minor: 100n, fen: 710n }
  expect(['CNY', 'USD', 'EUR'].map((owedIn) => countsFor(owedIn, dollars))).toEqual([
    710n,
    100n,
    0n,
  ])
  expect(['CNY', 'USD'].map((owedIn) => countsFor(owedIn, yuan))).toEqual([500n, 0n])
})

test('no period is left to owe less', async () => {
  const { officer, at, sent, state, pay, audit, decide } = await house()
  await pay('2024-01-01', '50000', '回单-1')
  await state('2024-07-01', '1000000')
  await pay('2024-07-01', '50000', '回单-2')
  await sent(officer, `${at}/end`, { on: '2025-01-01', reason: '终止' })
  const id = await audit()
  expect(refused(await decide(id))).toEqual(['#/way', 'no-period-to-credit'])
})

test('it is decided once, of two at the same time too, by whom it is for', async () => {
  const { institution, officer, finance, state, row, pay, audit, decide } = await house()
  await pay('2024-01-01', '50000', '回单-1')
  const id = await audit()
  const leader = await app.person(['leaders'], institution)
  expect((await decide(id, {}, officer)).status).toBe(403)
  const stranger = await app.person(['finance'], await app.institution())
  expect((await decide(id, {}, stranger)).status).toBe(404)
  expect((await decide(newId())).status).toBe(404)
  expect(refused(await decide(id, { onDay: '2026-07-21' }))).toEqual([
    ...['#/onDay', 'decided-in-future'],
  ])
  expect(refused(await decide(id, { onDay: '2026-07-04' }))).toEqual(['#/onDay', 'decided-before'])
  expect((await decide(id, { reason: '' })).status).toBe(400)
  expect((await decide(id, { way: 'both' })).status).toBe(400)
  const answers = await Promise.all([decide(id), decide(id, {}, leader), decide(id, {}, finance)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('audit-decided')
  await state('2024-07-01', '1000000')
  expect(await row('2024-07-01')).toMatchObject({ minor: '38000' })
  const under = await audit('100', '2024-07-01', { direction: 'under', dueOn: '2026-08-01' })
  expect((await decide(under)).body.code).toBe('audit-not-over')
})

test('decided and stated at the same time, the period owes less all the same', async () => {
  for (let time = 0; time < 4; time++) {
    const { state, row, pay, audit, decide, decided } = await house()
    await pay('2024-01-01', '50000', '回单-1')
    const id = await audit()
    const both = await Promise.all([decide(id), state('2024-07-01', '1000000')])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(await row('2024-07-01')).toMatchObject({ minor: '38000' })
    expect(await decided(id)).toMatchObject({ doneMinor: '12000', leftMinor: '0' })
  }
})

test('the decision leaves with the sheet of audits, and stays in its house', async () => {
  const { institution, finance, contract, pay, audit, decide } = await house()
  await pay('2024-01-01', '50000', '回单-1')
  await decide(await audit())
  const sheet = await finance.get(`/royalty-audits.csv?contract=${contract}&lang=zh`)
  expect(sheet.text).toContain('抵减以后各期')
  expect(sheet.text).toContain('院长办公会决定')
  const there = await app.institution()
  const seen = (of: string) =>
    asSystem(app.context.db, of, (tx) =>
      tx.selectFrom('royaltyAuditDecision').select('auditId').execute(),
    )
  expect([(await seen(institution)).length, (await seen(there)).length]).toEqual([1, 0])
})

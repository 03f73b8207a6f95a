import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts, type ReceiptFields } from '../proceeds/index.ts'
import { differencesOf } from '../reconciliation/index.ts'

// The value added tax of invoices on its way to the tax office: never more than is owed, taken back by another person,
// and what a case deducts of it lessens income once.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-20T09:00:00+08:00' })
})
afterAll(() => app?.close())

const rows = (sql: string, values: unknown[] = []) => app.database.asOwner(sql, values)

/** A house whose contract is invoiced month by month, each a taxed sum of which six parts in 106 are tax. */
async function house(invoiced: readonly (readonly [fen: string, on: string])[]) {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator'], institution)
  const leader = await app.person(['leaders'], institution)
  const fields = { ...blankContract, kind: 'transfer' as const, title: '示例许可' }
  const [id = ''] = await asSystem(app.context.db, institution, (tx) =>
    enterContracts(tx, app.clock, finance.caller, [
      { fields: { ...fields, counterparty: '示例公司（虚构）' }, achievements: [], source: '台账' },
    ]),
  )
  const terms = invoiced.map(([minor, dueOn], at) => ({
    ...{ key: `k${at}`, kind: 'fixed', label: `第${at + 1}期`, minor, dueOn },
  }))
  await agree(finance, id, terms)
  const invoices: string[] = []
  for (const [at, [fen, on]] of invoiced.entries()) {
    invoices.push(await invoice(finance, id, at, fen, on))
  }
  return { institution, finance, leader, id, invoices }
}

async function agree(by: Person, id: string, terms: object[]) {
  const told = await by.send('POST', `/contracts/${id}/terms`, {
    ...{ effectiveOn: '2026-01-01', terms, reason: '约定溯及年初（示例）' },
  })
  expect(told.status, told.text).toBe(201)
}

let serial = 0
async function invoice(by: Person, id: string, at: number, fen: string, issuedOn: string) {
  const { receivables } = (await by.get(`/contracts/${id}/money`)).body
  const lines = [{ receivable: receivables[at].id, fen }]
  const draft = await by.send('POST', `/contracts/${id}/invoices`, { lines, vatRate: '6%' })
  serial += 1
  const told = { number: `T-${serial}`, issuedOn }
  const done = await by.send('POST', `/invoices/${draft.body.id}/issue`, told)
  expect(done.status, done.text).toBe(200)
  return draft.body.id as string
}

const settle = (by: Person, month: string, amountFen: string, more: object = {}) =>
  by.send('POST', '/vat-settlements', {
    ...{ id: newId(), month, kind: 'paid', amountFen, on: '2026-11-15' },
    ...{ document: '完税证明（示例）1', ...more },
  })
const reverse = (by: Person, id: string) =>
  by.send('POST', `/vat-settlements/${id}/reverse`, { reason: '登记有误（示例）' })
const seen = async (by: Person) => (await by.get('/vat')).body
const problem = (answer: { body: { errors: unknown[] } }) => answer.body.errors[0]

async function nets(institution: string) {
  const found = await rows(
    `select account, sum(case side when 'debit' then amount_fen else -amount_fen end)::text as net
     from journal_line where institution_id = $1 group by account`,
    [institution],
  )
  return Object.fromEntries(found.map(({ account, net }) => [account, net])) as Record<
    string,
    string
  >
}
const expectSound = async (institution: string) => {
  const { items } = await asSystem(app.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(items).toEqual([])
}

test('tax that is paid is owed no more; never more than is owed, and not before the month', async () => {
  const { institution, finance } = await house([
    ['106000', '2026-09-10'],
    ['212000', '2026-10-10'],
  ])
  const { months, owedFen } = await seen(finance)
  expect(owedFen).toBe('18000')
  expect(months).toMatchObject([
    { month: '2026-10', arisenFen: '12000', owedFen: '18000' },
    { month: '2026-09', arisenFen: '6000', owedFen: '6000' },
  ])
  expect(problem(await settle(finance, '2026-09', '6001'))).toMatchObject({
    ...{ pointer: '#/amountFen', rule: 'more-vat-than-owed' },
  })
  expect(problem(await settle(finance, '2026-12', '1'))).toMatchObject({ rule: 'vat-month-ahead' })
  expect(problem(await settle(finance, '2026-09', '1', { on: '2026-11-21' }))).toMatchObject({
    ...{ pointer: '#/on', rule: 'vat-in-future' },
  })
  expect((await settle(finance, '2026-09', '0')).status).toBe(400)
  expect((await settle(finance, '2026-13', '1')).status).toBe(400)
  const order = { id: newId() }
  expect((await settle(finance, '2026-09', '6000', order)).status).toBe(201)
  // Clicked twice, it is paid once.
  expect((await settle(finance, '2026-09', '6000', order)).status).toBe(201)
  expect(await nets(institution)).toMatchObject({
    ...{ 2101: '-12000', 1002: '-6000', 7201: '6000', 8001: '-6000' },
  })
  // What a quarter declares is recorded for its last month.
  expect((await settle(finance, '2026-10', '12000')).status).toBe(201)
  expect(await nets(institution)).toMatchObject({ 2101: '0', 1002: '-18000' })
  await expectSound(institution)
  const { items } = (await finance.get('/journal?source=vat_settlement')).body
  expect(items[0]).toMatchObject({ subject: '2026-10', reference: '完税证明（示例）1' })
  expect((await finance.get('/vat.csv?lang=zh')).text).toContain('销项税额')
  expect((await finance.get('/vat-settlements.csv?lang=zh')).text).toContain('完税证明')
})

test('what the last month of a quarter declared is recorded once: its first months owe nothing any more', async () => {
  const { institution, finance, leader } = await house([
    ['106000', '2026-07-10'],
    ['212000', '2026-08-10'],
    ['318000', '2026-11-10'],
  ])
  const owed = async () => {
    const { months } = await seen(finance)
    return months.map(({ month, owedFen }: Record<string, string>) => [month, owedFen])
  }
  // The quarter ends in a month without any tax.
  const { id } = (await settle(finance, '2026-09', '15000')).body
  expect(await owed()).toEqual([
    ['2026-11', '21000'],
    ['2026-09', '3000'],
    ['2026-08', '3000'],
    ['2026-07', '3000'],
  ])
  expect(problem(await settle(finance, '2026-07', '3001'))).toMatchObject({
    ...{ pointer: '#/amountFen', rule: 'more-vat-than-owed' },
  })
  expect((await settle(finance, '2026-07', '3000')).status).toBe(201)
  expect((await settle(finance, '2026-08', '1')).status).toBe(400)
  expect((await owed()).slice(1)).toEqual([
    ['2026-09', '0'],
    ['2026-08', '0'],
    ['2026-07', '0'],
  ])
  expect((await seen(finance)).owedFen).toBe('18000')
  expect((await nets(institution))['2101']).toBe('-18000')
  // What was recorded by mistake is owed again, month by month.
  expect((await reverse(leader, id)).status).toBe(200)
  expect((await owed()).slice(1)).toEqual([
    ['2026-08', '15000'],
    ['2026-07', '3000'],
  ])
})

test('what a later month set off is given back no more', async () => {
  const { finance, invoices } = await house([
    ['106000', '2026-08-10'],
    ['212000', '2026-10-10'],
  ])
  await settle(finance, '2026-08', '6000')
  const red = { number: `R-${newId()}`, issuedOn: '2026-09-20', reason: '退货（示例）' }
  await finance.send('POST', `/invoices/${invoices[0]}/red`, red)
  expect((await settle(finance, '2026-10', '6000')).status).toBe(201)
  expect((await seen(finance)).months).toMatchObject([
    { month: '2026-10', owedFen: '0' },
    { month: '2026-09', owedFen: '0' },
    { month: '2026-08', owedFen: '0' },
  ])
  expect((await settle(finance, '2026-09', '1', { kind: 'given_back' })).status).toBe(400)
})

test('of two who record the same tax at once, one does', async () => {
  const { institution, finance } = await house([['106000', '2026-10-10']])
  const both = await Promise.all([1, 2].map(() => settle(finance, '2026-10', '6000')))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  expect((await nets(institution))['2101']).toBe('0')
})

test('a mistake is reversed by another person, in red and once', async () => {
  const { institution, finance, leader } = await house([['106000', '2026-10-10']])
  const { id } = (await settle(finance, '2026-10', '6000')).body
  expect((await reverse(finance, id)).status).toBe(403)
  expect((await reverse(leader, id)).status).toBe(200)
  expect((await reverse(leader, id)).body.code).toBe('settlement-reversed')
  expect(await nets(institution)).toMatchObject({ 2101: '-6000', 1002: '0', 8001: '0' })
  expect((await seen(finance)).owedFen).toBe('6000')
  expect((await finance.get(`/vat-settlements/${id}`)).body).toMatchObject({ state: 'reversed' })
  expect((await finance.get(`/vat-settlements/${id}/history`)).body.items).toHaveLength(2)
  await expectSound(institution)
  expect((await settle(finance, '2026-10', '6000')).status).toBe(201)
})

test('what a red letter takes back after it was paid is a claim, set against later tax or given back', async () => {
  const { institution, finance, invoices } = await house([['106000', '2026-09-10']])
  expect(problem(await settle(finance, '2026-10', '1', { kind: 'given_back' }))).toMatchObject({
    rule: 'more-vat-than-owed',
  })
  await settle(finance, '2026-09', '6000')
  const red = { number: `R-${newId()}`, issuedOn: '2026-10-20', reason: '退货（示例）' }
  expect((await finance.send('POST', `/invoices/${invoices[0]}/red`, red)).status).toBe(201)
  expect(await seen(finance)).toMatchObject({
    owedFen: '-6000',
    months: [
      { month: '2026-10', arisenFen: '-6000' },
      { month: '2026-09', owedFen: '0' },
    ],
  })
  expect((await settle(finance, '2026-10', '1')).status).toBe(400)
  const back = await settle(finance, '2026-10', '6000', { kind: 'given_back' })
  expect(back.status, back.text).toBe(201)
  expect(await nets(institution)).toMatchObject({ 2101: '0', 1002: '0', 7201: '0' })
  await expectSound(institution)
})

test('tax that is not levied is income, and what the house declares together leaves these books only', async () => {
  const { institution, finance } = await house([['106000', '2026-10-10']])
  await settle(finance, '2026-10', '1000', { kind: 'relieved' })
  await settle(finance, '2026-10', '5000', { kind: 'carried' })
  expect(await nets(institution)).toMatchObject({
    ...{ 2101: '0', '2101.01': '-5000', '4609.05': '-1000' },
  })
  expect((await nets(institution))['1002']).toBeUndefined()
  await expectSound(institution)
})

test('others and other houses read and record nothing', async () => {
  const { institution, finance, leader } = await house([['106000', '2026-10-10']])
  const { id } = (await settle(finance, '2026-10', '100')).body
  const officer = await app.person(['tto_negotiator'], institution)
  expect((await officer.get('/vat')).status).toBe(403)
  expect((await officer.get(`/vat-settlements/${id}`)).status).toBe(403)
  expect((await settle(leader, '2026-10', '100')).status).toBe(403)
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.get('/vat')).status).toBe(200)
  expect((await reverse(auditor, id)).status).toBe(403)
  const elsewhere = await app.person(['finance'], await app.institution())
  expect(await seen(elsewhere)).toMatchObject({ months: [], owedFen: '0', deals: [] })
  expect((await elsewhere.get(`/vat-settlements/${id}`)).status).toBe(404)
  expect((await reverse(elsewhere, id)).status).toBe(404)
  expect((await settle(elsewhere, '2026-10', '1')).status).toBe(400)
})

/** The sample deal until it is paid: 1.2 million yuan, of which costs say 200 000 of tax; invoiced on the way or not. */
async function deal(isInvoiced: boolean, costs = sampleDeal.costs) {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator', 'leaders'], institution)
  const steps = upTo('paid', lineOf({ ...sampleDeal, costs }))
  const signed = upTo('signed', steps)
  let standing: Standing = await lead(app, institution, signed, '2026-03-02' as Day)
  const [contract] = await rows('select id from contract where case_id = $1', [standing.id])
  const id = String(contract?.['id'])
  if (isInvoiced) {
    const term = { key: 'k', kind: 'fixed', label: '许可费', minor: '120000000' }
    await agree(finance, id, [{ ...term, dueOn: standing.on }])
    await invoice(finance, id, 0, '120000000', standing.on)
  }
  for (const step of steps.slice(signed.length)) {
    const on = addDays(standing.on, step.after)
    const data = step.data(on, addDays(on, -1))
    const done = await actIn(app, institution, step.by, { ...standing, on }, { ...step, data })
    expect(done, step.type).toMatchObject({ kind: 'accepted' })
    standing = { id: standing.id, seq: standing.seq + 1, on }
  }
  const [row] = await rows('select distributed_fen::text as fen from transfer_case where id = $1', [
    standing.id,
  ])
  return { institution, finance, id, distributed: row?.['fen'] }
}

test('a case distributes the same whether its contract is invoiced with tax or not: only costs are deducted', async () => {
  const [bare, taxed] = [await deal(false), await deal(true)]
  expect(taxed.distributed).toBe(bare.distributed)
  // Tax that nobody writes down as a cost is never deducted; the page of the tax says so.
  const without = await deal(true, [])
  expect(BigInt(String(without.distributed)) > BigInt(String(taxed.distributed))).toBe(true)
  expect((await seen(without.finance)).deals).toMatchObject([
    { contractId: without.id, vatFen: '6792453', costFen: '0' },
  ])
})

test('tax of an invoice that a case deducts as a cost lessens income once', async () => {
  const { institution, finance } = await deal(true, [{ kind: 'tax', amount: 6_792_453n }])
  const { owedFen, costsFen, deals } = await seen(finance)
  expect([owedFen, costsFen, deals]).toEqual(['6792453', '6792453', []])
  const before = await nets(institution)
  const paidOnce = await settle(finance, '2026-10', '6792454', { kind: 'costed' })
  expect(problem(paidOnce)).toMatchObject({ rule: 'more-vat-than-owed' })
  const done = await settle(finance, '2026-10', '6792453', { kind: 'costed' })
  expect(done.status, done.text).toBe(201)
  const after = await nets(institution)
  // The cost was paid when the case said it: no money moves again.
  expect(after).toMatchObject({ 2101: '0', 1002: before['1002'] })
  expect(BigInt(after['4609.01'] ?? '') - BigInt(before['4609.01'] ?? '')).toBe(-6_792_453n)
  expect((await settle(finance, '2026-10', '1', { kind: 'costed' })).status).toBe(400)
  await expectSound(institution)
})

test('of tax in costs that came back, no tax of an invoice was paid', async () => {
  const { institution, finance, id } = await deal(true, [{ kind: 'tax', amount: 6_792_453n }])
  const [row] = await rows(
    `select case_id, max(seq) as seq, max(on_day)::text as day from cost_deduction
     where institution_id = $1 group by case_id`,
    [institution],
  )
  const [cost] = await rows(`select voucher from cost where institution_id = $1`, [institution])
  const at = { id: String(row?.['case_id']), on: addDays(String(row?.['day']) as Day, 1) }
  const data = { kind: 'tax', cost: cost?.['voucher'], amount: '6000000', voucher: '退税-1' }
  const back = { type: 'costReimbursed', data: { ...data, reason: '退税（示例）' } }
  expect(await actIn(app, institution, 'finance', at, back)).toMatchObject({ kind: 'accepted' })
  const { costsFen, deals } = await seen(finance)
  expect(costsFen).toBe('792453')
  expect(deals).toMatchObject([{ contractId: id, vatFen: '6792453', costFen: '792453' }])
  const done = await settle(finance, '2026-10', '792454', { kind: 'costed' })
  expect(problem(done)).toMatchObject({ rule: 'more-vat-than-owed' })
})

test('tax that a ledger says of a receipt counts as far as the books took it for paid', async () => {
  const { institution, finance, id } = await house([['106000', '2026-10-10']])
  const service = await asSystem(app.context.db, institution, (tx) => {
    const fields = { ...blankContract, kind: 'service' as const, title: '示例检测' }
    return enterContracts(tx, app.clock, finance.caller, [
      { fields, achievements: [], source: '台账' },
    ])
  })
  const receive = (given: Partial<ReceiptFields>) =>
    asSystem(app.context.db, institution, (tx) =>
      enterReceipts(tx, app.clock, finance.caller, [
        { fields: { ...blankReceipt, receivedOn: '2026-10-12', ...given }, source: '台账' },
      ]),
    )
  const costs = async () => (await seen(finance)).costsFen
  await receive({ contractId: id, amountFen: '106000', taxFen: '6000' })
  expect(await costs()).toBe('6000')
  // Of commissioned work and of an unknown amount no cost is in the books, and of a sum of costs no more than it.
  await receive({ contractId: service[0] ?? '', amountFen: '50000', taxFen: '3000' })
  await receive({ contractId: id, taxFen: '700' })
  await receive({ contractId: id, amountFen: '9000', taxFen: '500', costFen: '200' })
  expect(await costs()).toBe('6200')
  await expectSound(institution)
})

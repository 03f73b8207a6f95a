import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { differencesOf, fillJournal } from '../reconciliation/index.ts'
import { bookWhatIsDue } from './booking.commands.ts'

// The tax of invoices is owed in the books from the day on which it arose, and what is income is without it.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-03-20T09:00:00+08:00' })
})
afterAll(() => app.close())

const rows = (sql: string, values: unknown[] = []) => app.database.asOwner(sql, values)

async function house(terms: object[], more: object = {}, given: object = {}) {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator', 'leaders'], institution)
  const { clock, db } = app.context
  const fields = {
    ...{ ...blankContract, kind: 'transfer' as const, title: '示例许可', mode: 'license' as const },
    ...{ counterparty: '示例公司（虚构）', status: 'performing' as const, signedOn: '2025-06-01' },
    ...given,
  }
  const [id = ''] = await asSystem(db, institution, (tx) =>
    enterContracts(tx, clock, finance.caller, [{ fields, achievements: [], source: '台账' }]),
  )
  const agreed = { effectiveOn: '2025-06-01', terms, ...more }
  expect((await finance.send('POST', `/contracts/${id}/terms`, agreed)).status).toBe(201)
  const { receivables } = (await finance.get(`/contracts/${id}/money`)).body
  const ids = receivables.map((one: { id: string }) => one.id) as string[]
  return { institution, finance, id, ids }
}

const fixed = (key: string, minor: string, dueOn: string) => ({
  ...{ key, kind: 'fixed', label: `${key} 期款`, minor, dueOn },
})
type Line = { receivable: string | undefined; fen: string; minor?: string }
let serial = 0
async function issue(by: Person, id: string, lines: Line[], vatRate: string, issuedOn: string) {
  const draft = await by.send('POST', `/contracts/${id}/invoices`, { lines, vatRate })
  expect(draft.status, draft.text).toBe(201)
  serial += 1
  const told = { number: `V-${serial}`, issuedOn }
  const done = await by.send('POST', `/invoices/${draft.body.id}/issue`, told)
  expect(done.status, done.text).toBe(200)
  return draft.body.id as string
}
async function red(by: Person, invoice: string, issuedOn: string, lines?: Line[]) {
  serial += 1
  const told = { number: `R-${serial}`, issuedOn, reason: '退货（示例）', ...(lines && { lines }) }
  const done = await by.send('POST', `/invoices/${invoice}/red`, told)
  expect(done.status, done.text).toBe(201)
  return done.body.id as string
}
async function receive(
  by: Person,
  id: string,
  receivable: string | undefined,
  fen: string,
  on: string,
) {
  const { clock, db } = app.context
  const fields = { ...blankReceipt, contractId: id, amountFen: fen, receivedOn: on }
  const [receipt = ''] = await asSystem(db, by.caller.institution, (tx) =>
    enterReceipts(tx, clock, by.caller, [{ fields, source: '台账' }]),
  )
  const lines = [{ receivable, minor: fen }]
  expect((await by.send('POST', `/receipts/${receipt}/matches`, { lines })).status).toBe(201)
}
async function nets(institution: string, until = '9999-12-31') {
  const found = await rows(
    `select account, sum(case side when 'debit' then amount_fen else -amount_fen end)::text as net
     from journal_line l join journal_entry e on e.institution_id = l.institution_id and e.id = l.entry_id
     where l.institution_id = $1 and dated_on <= $2 group by account order by account`,
    [institution, until],
  )
  return Object.fromEntries(found.map(({ account, net }) => [account, net])) as Record<
    string,
    string
  >
}

/** The tax owed is that of the invoices which stand, and the journal made anew is the same. */
async function expectSound(institution: string) {
  const [{ vat } = {}] = await rows(
    `select coalesce(sum(vat_fen), 0)::text as vat from invoice
     where institution_id = $1 and state = 'issued'`,
    [institution],
  )
  expect(BigInt((await nets(institution))['2101'] ?? '0')).toBe(-BigInt(String(vat)))
  const { items } = await asSystem(app.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(items).toEqual([])
}

test('a claim that is due is income without the tax of its invoice', async () => {
  const { institution, finance, id, ids } = await house([fixed('a', '106000', '2026-03-01')])
  expect(await nets(institution)).toEqual({ 1212: '106000', '4609.01': '-106000' })
  await issue(finance, id, [{ receivable: ids[0], fen: '106000' }], '6%', '2026-03-10')
  const booked = { 1212: '106000', '1212.01': '0', 2101: '-6000', '4609.01': '-100000' }
  expect(await nets(institution)).toEqual(booked)
  // The tax arose when the claim fell due, not when somebody came to write the invoice.
  expect(await nets(institution, '2026-03-01')).toEqual(booked)
  await receive(finance, id, ids[0], '106000', '2026-03-12')
  expect(await nets(institution)).toMatchObject({
    ...{ 1002: '106000', 1212: '0', 2101: '-6000', '4609.01': '-100000', '6609.01': '-106000' },
  })
  await expectSound(institution)
  const { items } = (await finance.get('/journal?source=receivable')).body
  expect(items.map(({ event }: { event: string }) => event)).toContain('outputVatArose')
  const run = await finance.send('POST', '/voucher-runs', { from: '2026-01-01', to: '2026-12-31' })
  const sheet = (await finance.get(`/vouchers.csv?run=${run.body.id}&lang=zh`)).text
  expect(sheet).toContain('应交增值税')
})

test('an exempt invoice owes no tax, nor does one at a rate of nought; rates beside each other add up', async () => {
  const terms = ['a', 'b', 'c', 'd'].map((key) => fixed(key, '10000', '2026-03-01'))
  const { institution, finance, id, ids } = await house(terms)
  await issue(finance, id, [{ receivable: ids[0], fen: '10000' }], 'exempt', '2026-03-02')
  await issue(finance, id, [{ receivable: ids[1], fen: '10000' }], '0%', '2026-03-02')
  expect((await nets(institution))['2101']).toBeUndefined()
  await issue(finance, id, [{ receivable: ids[2], fen: '10000' }], '6%', '2026-03-02')
  await issue(finance, id, [{ receivable: ids[3], fen: '10000' }], '13%', '2026-03-02')
  // 566.04 and 1150.44 of each hundred yuan, to the fen.
  expect(await nets(institution)).toMatchObject({ 2101: `${-566 - 1150}`, '4609.01': '-38284' })
  await expectSound(institution)
})

test('tax of an invoice before its income is owed and lessens no income until it is there', async () => {
  const { institution, finance, id, ids } = await house([fixed('a', '106000', '2026-03-25')])
  await issue(finance, id, [{ receivable: ids[0], fen: '53000' }], '6%', '2026-03-10')
  expect(await nets(institution)).toEqual({ '1212.01': '3000', 2101: '-3000' })
  await receive(finance, id, ids[0], '26500', '2026-03-12')
  expect(await nets(institution)).toMatchObject({ '1212.01': '1500', '4609.01': '-25000' })
  await expectSound(institution)
  app.clock.set('2026-03-26T09:00:00+08:00')
  await asSystem(app.context.db, institution, (tx) => bookWhatIsDue(tx, app.clock, institution))
  expect(await nets(institution)).toMatchObject({
    ...{ 1212: '79500', '1212.01': '0', 2101: '-3000', '4609.01': '-103000' },
  })
  await expectSound(institution)
  app.clock.set('2026-03-20T09:00:00+08:00')
})

test('money that came before its invoice is income without tax in its own year', async () => {
  const terms = [fixed('a', '106000', '2031-03-01')]
  const { institution, finance, id, ids } = await house(terms)
  await receive(finance, id, ids[0], '106000', '2025-12-20')
  await issue(finance, id, [{ receivable: ids[0], fen: '106000' }], '6%', '2026-03-10')
  const income = { '1212.01': '0', 2101: '-6000', '4609.01': '-100000' }
  expect(await nets(institution, '2025-12-31')).toMatchObject(income)
  expect(await nets(institution)).toMatchObject(income)
  await expectSound(institution)
})

test('an invoice that is void was none: its tax is no part of the months before', async () => {
  const { institution, finance, id, ids } = await house([fixed('a', '106000', '2026-03-01')])
  const one = await issue(finance, id, [{ receivable: ids[0], fen: '106000' }], '6%', '2026-03-10')
  await finance.send('POST', `/invoices/${one}/void`, { reason: '抬头有误' })
  for (const day of ['2026-03-01', '2026-03-15', '2026-03-20']) {
    const none = { '1212.01': '0', 2101: '0', '4609.01': '-106000' }
    expect(await nets(institution, day), day).toMatchObject(none)
  }
  await expectSound(institution)
})

test('red letters in parts and a void invoice take the tax back, to the fen', async () => {
  const terms = [fixed('a', '33', '2026-03-01'), fixed('b', '67', '2031-03-01')]
  const { institution, finance, id, ids } = await house(terms)
  const [a, b] = ids
  const whole = [
    { receivable: a, fen: '33' },
    { receivable: b, fen: '67' },
  ]
  const first = await issue(finance, id, whole, '13%', '2026-03-05')
  await expectSound(institution)
  for (const fen of ['8', '8', '8']) {
    await red(finance, first, '2026-03-06', [{ receivable: a, fen }])
    await expectSound(institution)
  }
  const rest = await red(finance, first, '2026-03-07')
  const gone = { 2101: '0', '1212.01': '0', '4609.01': '-33' }
  expect(await nets(institution)).toMatchObject(gone)
  // The red letter was none after all.
  await finance.send('POST', `/invoices/${rest}/void`, { reason: '录错' })
  await expectSound(institution)
  expect((await nets(institution))['2101']).not.toBe('0')
  const other = await issue(finance, id, [{ receivable: a, fen: '24' }], '6%', '2026-03-08')
  await finance.send('POST', `/invoices/${other}/void`, { reason: '抬头有误' })
  await expectSound(institution)
  const unbalanced = await rows(
    `select entry_id from journal_line where institution_id = $1 group by entry_id, book
     having sum(case side when 'debit' then amount_fen else -amount_fen end) <> 0`,
    [institution],
  )
  expect(unbalanced).toEqual([])
})

test('an invoice in yuan of a foreign claim owes the tax it says; the claim stays at the rate of its terms', async () => {
  const terms = [fixed('x', '10000', '2026-03-01')]
  const { institution, finance, id, ids } = await house(terms, { currency: 'USD', planRate: '7' })
  const lines = [{ receivable: ids[0], fen: '71043', minor: '10000' }]
  const first = await issue(finance, id, lines, '6%', '2026-03-05')
  expect(await nets(institution)).toMatchObject({
    1212: '70000',
    2101: '-4021',
    '4609.01': '-65979',
  })
  await expectSound(institution)
  await red(finance, first, '2026-03-09', [{ receivable: ids[0], fen: '33333' }])
  await expectSound(institution)
})

test('the tax of what the platform company invoices is the company’s', async () => {
  const { institution, finance, id, ids } = await house([fixed('a', '106000', '2026-03-01')])
  await issue(finance, id, [{ receivable: ids[0], fen: '106000' }], '6%', '2026-03-10')
  await rows('update contract set claim_of_company = true where id = $1', [id])
  await asSystem(app.context.db, institution, (tx) => bookWhatIsDue(tx, app.clock, institution))
  expect(await nets(institution)).toEqual({ 1212: '0', '1212.01': '0', 2101: '0', '4609.01': '0' })
})

test('invoices that were there before the books knew of tax are booked once, and nothing before is changed', async () => {
  const { institution, finance, id, ids } = await house([fixed('a', '106000', '2026-03-01')])
  await issue(finance, id, [{ receivable: ids[0], fen: '106000' }], '6%', '2026-03-10')
  // As a database of before is: claims in the books, and no tax.
  await rows('alter table receivable_booking disable trigger append_only')
  await rows(
    `update receivable_booking set events = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(events) one
       where one ->> 'kind' not like 'outputVat%') where institution_id = $1`,
    [institution],
  )
  await rows('alter table receivable_booking enable trigger append_only')
  for (const table of ['journal_line', 'journal_entry']) {
    await rows(`alter table ${table} disable trigger append_only`)
    await rows(`delete from ${table} where institution_id = $1`, [institution])
    await rows(`alter table ${table} enable trigger append_only`)
  }
  await rows('update receivable set booked_vat_fen = 0 where institution_id = $1', [institution])
  await asSystem(app.context.db, institution, (tx) => fillJournal(tx, app.clock, institution))
  const before = await rows('select id, dated_on from journal_entry where institution_id = $1', [
    institution,
  ])
  expect(await nets(institution)).toEqual({ 1212: '106000', '4609.01': '-106000' })
  for (let night = 0; night < 2; night += 1) {
    await asSystem(app.context.db, institution, (tx) => bookWhatIsDue(tx, app.clock, institution))
  }
  await expectSound(institution)
  const after = await rows('select id, dated_on from journal_entry where institution_id = $1', [
    institution,
  ])
  expect(after).toEqual(expect.arrayContaining(before))
  expect(after).toHaveLength(before.length + 2)
  expect(await nets(institution)).toMatchObject({ 2101: '-6000', '4609.01': '-100000' })
})

test('two invoices issued at once owe the tax of both, once', async () => {
  const terms = [fixed('a', '106000', '2026-03-01'), fixed('b', '212000', '2026-03-02')]
  const { institution, finance, id, ids } = await house(terms)
  const drafts = await Promise.all(
    ids.map((receivable, at) =>
      finance.send('POST', `/contracts/${id}/invoices`, {
        ...{ lines: [{ receivable, fen: at === 0 ? '106000' : '212000' }], vatRate: '6%' },
      }),
    ),
  )
  const sent = [...drafts, ...drafts].map(({ body }, at) =>
    finance.send('POST', `/invoices/${body.id}/issue`, {
      ...{ number: `C-${at % 2}`, issuedOn: '2026-03-10' },
    }),
  )
  const answers = await Promise.all(sent)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  expect(await nets(institution)).toMatchObject({ 2101: '-18000', '4609.01': '-300000' })
  await expectSound(institution)
})

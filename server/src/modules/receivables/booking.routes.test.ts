import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { amendContract, blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { differencesOf, fillJournal } from '../reconciliation/index.ts'
import { bookWhatIsDue } from './booking.commands.ts'

// What is owed stands in the books: recognised on its day, cleared by what arrives, and at any time the
// account of receivables is what the list of receivables says is due.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-03-02T09:00:00+08:00' })
})
afterAll(() => app.close())

const rows = (sql: string, values: unknown[] = []) => app.database.asOwner(sql, values)

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator', 'leaders'], institution)
  return { institution, finance }
}

async function contract(by: Person, given: Partial<typeof blankContract> = {}) {
  const { clock, db } = app.context
  const fields = {
    ...{ ...blankContract, kind: 'transfer' as const, title: '示例许可', mode: 'license' as const },
    ...{ counterparty: '示例公司（虚构）', status: 'performing' as const, ...given },
  }
  const [id = ''] = await asSystem(db, by.caller.institution, (tx) =>
    enterContracts(tx, clock, by.caller, [{ fields, achievements: [], source: '台账' }]),
  )
  return id
}

async function receive(by: Person, contractId: string, amountFen: string, receivedOn: string) {
  const { clock, db } = app.context
  const [id = ''] = await asSystem(db, by.caller.institution, (tx) =>
    enterReceipts(tx, clock, by.caller, [
      { fields: { ...blankReceipt, contractId, amountFen, receivedOn }, source: '台账' },
    ]),
  )
  return id
}

const fixed = (key: string, minor: string, dueOn: string) => ({
  ...{ key, kind: 'fixed', label: `${key} 期款`, minor, dueOn },
})
const agree = (by: Person, id: string, terms: object[], more: object = {}) =>
  by.send('POST', `/contracts/${id}/terms`, { effectiveOn: '2026-01-01', terms, ...more })
const match = (by: Person, receipt: string, receivable: string, minor: string) =>
  by.send('POST', `/receipts/${receipt}/matches`, { lines: [{ receivable, minor }] })
const owed = async (by: Person, id: string, key: string) =>
  (await by.get(`/contracts/${id}/money`)).body.receivables.find(
    (one: { key: string }) => one.key === key,
  )

/** One person proposes it with a paper, another one confirms it; what may not be written off stays. */
async function writeOff(by: Person, receivable: string, given: object) {
  const files = [await store(by, `无法收回的证明（示例）${receivable}`)]
  const told = await by.send('POST', `/receivables/${receivable}/write-off`, { ...given, files })
  if (told.status !== 201) return
  const other = await app.person(['leaders'], by.caller.institution)
  const done = await other.send('POST', `/write-off-proposals/${told.body.id}/confirm`, {})
  expect(done.status, done.text).toBe(201)
}

/** What stands on the accounts: above nought where the debits are more. */
async function nets(institution: string) {
  const found = await rows(
    `select account, sum(case side when 'debit' then amount_fen else -amount_fen end)::text as net
     from journal_line where institution_id = $1 group by account order by account`,
    [institution],
  )
  return Object.fromEntries(found.map(({ account, net }) => [account, net])) as Record<
    string,
    string
  >
}

/** The books hold: they are what the records say, and receivables what the list says is due or invoiced. */
async function expectSound(institution: string) {
  const { items } = await asSystem(app.context.db, institution, (tx) =>
    differencesOf(tx, institution),
  )
  expect(items).toEqual([])
  const [{ due, booked } = {}] = await rows(
    `select coalesce(sum(open_fen), 0)::text as due, coalesce(sum(booked_fen), 0)::text as booked
     from receivable where institution_id = $1 and (due_on <= $2 or booked_fen > 0)`,
    [institution, app.clock.today()],
  )
  expect((await nets(institution))['1212'] ?? '0').toBe(due)
  expect(booked).toBe(due)
}

test('a claim is income when it is due, and nothing is income twice once it arrives', async () => {
  const { institution, finance } = await house()
  const id = await contract(finance)
  await agree(finance, id, [fixed('a', '100000', '2026-03-01'), fixed('b', '50000', '2026-03-10')])
  const { totals } = (await finance.get('/receivables')).body
  expect([totals.openFen, totals.bookedFen]).toEqual(['150000', '100000'])
  expect(await nets(institution)).toMatchObject({ 1212: '100000', '4609.01': '-100000' })
  const receipt = await receive(finance, id, '60000', '2026-03-02')
  expect(await nets(institution)).toMatchObject({ 1002: '60000', '4609.01': '-160000' })
  const { id: a } = await owed(finance, id, 'a')
  expect((await match(finance, receipt, a, '60000')).status).toBe(201)
  // The budget knows what arrived only.
  expect(await nets(institution)).toMatchObject({
    ...{ 1002: '60000', 1212: '40000', '4609.01': '-100000', 8001: '60000' },
  })
  await expectSound(institution)
  const { matches } = (await finance.get(`/receipts/${receipt}/matching`)).body
  const back = `/receipts/${receipt}/matches/${matches[0].id}/take-back`
  await finance.send('POST', back, { reason: '核错' })
  expect(await nets(institution)).toMatchObject({ 1212: '100000', '4609.01': '-160000' })
  const gone = { minor: '30000', writtenOn: '2026-03-02', reason: '对方注销（示例）' }
  await writeOff(finance, a, gone)
  expect(await nets(institution)).toMatchObject({ 1212: '70000', 5901: '30000' })
  await expectSound(institution)
  const [off] = (await finance.get(`/contracts/${id}/money`)).body.writeOffs
  await finance.send('POST', `/write-offs/${off.id}/take-back`, { reason: '恢复付款（示例）' })
  expect(await nets(institution)).toMatchObject({ 1212: '100000' })
  await expectSound(institution)
  const { items } = (await finance.get('/journal?source=receivable')).body
  expect(items[0]).toMatchObject({ recordId: id, subject: '示例许可 a 期款' })
})

test('the worker books what falls due, on its day; an amendment and an end take it back in red', async () => {
  let { institution, finance } = await house()
  const id = await contract(finance, { kind: 'service' })
  await agree(finance, id, [fixed('a', '100000', '2026-03-05')])
  expect(await nets(institution)).toEqual({})
  app.clock.set('2026-03-07T09:00:00+08:00')
  await app.workOff()
  finance = await app.signInAgain(finance)
  expect(await nets(institution)).toEqual({ 1212: '100000', 4101: '-100000' })
  const dated = await rows('select dated_on from journal_entry where institution_id = $1', [
    institution,
  ])
  expect(dated).toEqual([{ dated_on: '2026-03-05' }])
  await agree(finance, id, [fixed('a', '80000', '2026-03-05')], { reason: '补充协议' })
  expect(await nets(institution)).toEqual({ 1212: '80000', 4101: '-80000' })
  await expectSound(institution)
  await finance.send('POST', `/contracts/${id}/end`, { on: '2026-03-05', reason: '协商终止' })
  expect(await nets(institution)).toEqual({ 1212: '0', 4101: '0' })
  await expectSound(institution)
})

test('an invoice for all of it makes it a claim before it is due; made void it is none', async () => {
  const { institution, finance } = await house()
  const id = await contract(finance)
  await agree(finance, id, [fixed('a', '100000', '2031-03-01')])
  const { id: a } = await owed(finance, id, 'a')
  const invoice = async (fen: string, number: string) => {
    const lines = [{ receivable: a, fen }]
    const draft = await finance.send('POST', `/contracts/${id}/invoices`, { lines, vatRate: '6%' })
    const issue = { number, issuedOn: app.clock.today() }
    expect((await finance.send('POST', `/invoices/${draft.body.id}/issue`, issue)).status).toBe(200)
    return draft.body.id
  }
  await invoice('40000', '25440000000000000011')
  // The tax of an invoice is owed at once, also where its claim is none of the books yet.
  expect(await nets(institution)).toEqual({ '1212.01': '2264', 2101: '-2264' })
  const rest = await invoice('60000', '25440000000000000012')
  const claimed = { 1212: '100000', '1212.01': '0', 2101: '-5660', '4609.01': '-94340' }
  expect(await nets(institution)).toEqual(claimed)
  await expectSound(institution)
  await finance.send('POST', `/invoices/${rest}/void`, { reason: '抬头有误' })
  const gone = { 1212: '0', '1212.01': '2264', 2101: '-2264', '4609.01': '0' }
  expect(await nets(institution)).toEqual(gone)
})

test('more yuan than the terms promised are a gain of the exchange, fewer a loss', async () => {
  const { institution, finance } = await house()
  const id = await contract(finance)
  const terms = [fixed('x', '1000', '2026-02-01'), fixed('y', '2000', '2026-02-01')]
  await agree(finance, id, terms, { currency: 'USD', planRate: '7' })
  for (const [key, minor, fen, rate] of [
    ['x', '1000', '7104', '7.104'],
    ['y', '2000', '13900', '6.95'],
  ] as const) {
    const receipt = await receive(finance, id, fen, '2026-03-02')
    const noted = { currency: 'USD', minor, rate, rateSource: '结汇水单' }
    await finance.send('PUT', `/receipts/${receipt}/currency`, noted)
    const { id: receivable } = await owed(finance, id, key)
    expect((await match(finance, receipt, receivable, minor)).status).toBe(201)
  }
  expect(await nets(institution)).toMatchObject({
    ...{ 1002: '21004', 1212: '0', '4609.01': '-21000', '4609.03': '-104', '5901.01': '100' },
  })
  await expectSound(institution)
})

test('of a claim that others share, their part is a liability; the company’s claim is not booked', async () => {
  const { institution, finance } = await house()
  const id = await contract(finance)
  await rows(
    `update contract set others = '[{"holder": "示例大学", "share": "25%"}]' where id = $1`,
    [id],
  )
  await agree(finance, id, [fixed('a', '100000', '2026-03-01')])
  expect(await nets(institution)).toEqual({ 1212: '100000', 2307: '-25000', '4609.01': '-75000' })
  const other = await contract(finance)
  await rows('update contract set claim_of_company = true where id = $1', [other])
  await agree(finance, other, [fixed('a', '70000', '2026-03-01')])
  expect((await nets(institution))['1212']).toBe('100000')
  // Signed again by the company, a claim leaves the books: nobody has to think of it.
  await rows('update contract set claim_of_company = true where id = $1', [id])
  await asSystem(app.context.db, institution, (tx) => bookWhatIsDue(tx, app.clock, institution))
  expect(await nets(institution)).toEqual({ 1212: '0', 2307: '0', '4609.01': '0' })
})

test('a contract that is of another kind after all moves its income, and the books still hold', async () => {
  const { institution, finance } = await house()
  const id = await contract(finance)
  await agree(finance, id, [fixed('a', '100000', '2026-03-01')])
  const receipt = await receive(finance, id, '60000', '2026-03-02')
  const { id: a } = await owed(finance, id, 'a')
  await match(finance, receipt, a, '60000')
  const { clock, db } = app.context
  const correct = (kind: 'service' | 'transfer') =>
    asSystem(db, institution, (tx) =>
      amendContract(tx, clock, finance.caller, id, {
        fields: { kind },
        achievements: [],
        reason: '类型登记有误（示例）',
      }),
    )
  const settled = { 1002: '60000', 1212: '40000', 8001: '60000' }
  for (const kind of ['service', 'transfer', 'service'] as const) {
    await correct(kind)
    await app.workOff()
    const [own, other] = kind === 'service' ? ['4101', '4609.01'] : ['4609.01', '4101']
    const [budget, former] = kind === 'service' ? ['6101', '6609.01'] : ['6609.01', '6101']
    expect(await nets(institution)).toMatchObject({
      ...{ ...settled, [own]: '-100000', [other]: '0', [budget]: '-60000', [former]: '0' },
    })
    await expectSound(institution)
  }
})

test('after any row of events the books hold, and made anew they are the same', async () => {
  let seed = 20_261_126
  const dice = (sides: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % sides
  }
  let { institution, finance } = await house()
  const id = await contract(finance)
  const due = (at: number) => addDays('2026-03-01' as Day, at * 9)
  const terms = (salt: number) =>
    ['a', 'b', 'c', 'd'].map((key, at) => fixed(key, `${(at + 1) * 1000 + salt}`, due(at)))
  await agree(finance, id, terms(0))
  const receipts: string[] = []
  for (let step = 0; step < 24; step += 1) {
    const key = ['a', 'b', 'c', 'd'][dice(4)] ?? 'a'
    const one = await owed(finance, id, key)
    const act = dice(6)
    if (act === 0) app.clock.set(`${addDays(app.clock.today() as Day, 5)}T09:00:00+08:00`)
    if (act === 0) await app.workOff()
    if (act === 0) finance = await app.signInAgain(finance)
    const today = app.clock.today()
    if (act === 1) receipts.push(await receive(finance, id, `${300 + dice(900)}`, today))
    const receipt = receipts[dice(Math.max(1, receipts.length))]
    if (act === 2 && receipt) await match(finance, receipt, one.id, `${1 + dice(400)}`)
    if (act === 3 && receipt) {
      const { matches } = (await finance.get(`/receipts/${receipt}/matching`)).body
      const last = matches.at(-1)
      const path = `/receipts/${receipt}/matches/${last?.id}/take-back`
      if (last) await finance.send('POST', path, { reason: '核错' })
    }
    if (act === 4) {
      const off = { minor: `${1 + dice(60)}`, writtenOn: today, reason: '豁免（示例）' }
      await writeOff(finance, one.id, off)
    }
    if (act === 5) {
      const more = { reason: '补充协议', effectiveOn: today }
      await agree(finance, id, terms(dice(50)), more)
    }
    await expectSound(institution)
  }
  const written = () =>
    rows(
      `select e.kind, e.dated_on, e.source_seq, l.line, l.side, l.account, l.amount_fen from journal_entry e
       join journal_line l on l.institution_id = e.institution_id and l.entry_id = e.id
       where e.institution_id = $1 order by e.source, e.source_id, e.source_seq, e.kind, l.line`,
      [institution],
    )
  const before = await written()
  expect(before.length).toBeGreaterThan(20)
  for (const table of ['journal_line', 'journal_entry']) {
    await rows(`alter table ${table} disable trigger append_only`)
    await rows(`delete from ${table} where institution_id = $1`, [institution])
    await rows(`alter table ${table} enable trigger append_only`)
  }
  await asSystem(app.context.db, institution, (tx) => fillJournal(tx, app.clock, institution))
  expect(await written()).toEqual(before)
})

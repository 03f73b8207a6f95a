import { addDays, type Day } from '@yizhuan/kit'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'
import { amendReceipt, blankReceipt, enterReceipts, takeBackReceipts } from '../proceeds/index.ts'
import { differencesOf, fillJournal } from './index.ts'

// What acts and registers say of money stands in the journal of the same transaction: balanced, once, for
// good, and made anew from the records it is the same.

let house: TestApp
let hospital: string
let finance: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
  hospital = await house.institution(sampleDeal.hospital)
  finance = await house.person(['finance'], hospital)
})
afterAll(() => house?.close())

const rows = (sql: string, values: unknown[] = []) => house.database.asOwner(sql, values)
const inHouse = <Result>(work: Parameters<typeof asSystem<Result>>[2]) =>
  asSystem(house.context.db, hospital, work)
const differences = () => inHouse(async (tx) => (await differencesOf(tx, hospital)).items)
const netOf = async (account: string) => {
  const [row] = await rows(
    `select coalesce(sum(case side when 'debit' then amount_fen else -amount_fen end), 0)::text as net
     from journal_line where institution_id = $1 and account = $2`,
    [hospital, account],
  )
  return row?.['net']
}
const written = () =>
  rows(
    `select e.kind, e.dated_on, e.source_seq, e.subject, e.reference, l.line, l.side, l.account,
       l.amount_fen, l.person
     from journal_entry e join journal_line l on l.institution_id = e.institution_id and l.entry_id = e.id
     where e.institution_id = $1 order by e.source, e.source_id, e.source_seq, e.kind, l.line`,
    [hospital],
  )

test('a deal from receipt to payout is in the books, to the fen and as its record says', async () => {
  const standing = await lead(
    house,
    hospital,
    upTo('paid', lineOf(sampleDeal)),
    '2026-03-02' as Day,
  )
  const { items, totals } = (await finance.get('/journal')).body
  expect(items.map(({ event }: { event: string }) => event)).toEqual(
    expect.arrayContaining(['transferReceived', 'rewardOwed', 'rewardPaid']),
  )
  expect(totals.count).toBe(items.length)
  // What is in the bank is what came less costs and rewards; nobody is owed anything.
  const [money] = await rows(
    `select (received_fen - distributed_fen)::text as kept from transfer_case where institution_id = $1`,
    [hospital],
  )
  const [costs] = await rows(
    `select coalesce(sum(amount_fen) filter (where kind not in ('upkeep', 'research')), 0)::text as paid
     from cost where institution_id = $1`,
    [hospital],
  )
  const kept = BigInt(String(money?.['kept'])) - BigInt(String(costs?.['paid']))
  expect(await netOf('1002')).toBe(`${kept}`)
  expect(await netOf('2201')).toBe('0')
  expect(await differences()).toEqual([])

  const reversal = { cause: 'refund', account: '合作方依约退货', resolution: '院发（示例）8号' }
  const [paid] = await rows('select amount_fen from payout where institution_id = $1', [hospital])
  const order = { type: 'distributionReversed', data: reversal }
  const next = { ...standing, on: addDays(standing.on, 1) }
  expect(await actIn(house, hospital, 'leaders', next, order)).toMatchObject({ kind: 'accepted' })
  // What persons have of it is owed back; the cash has not moved.
  expect(await netOf('1218')).toBe(paid?.['amount_fen'])
  expect(await netOf('1002')).toBe(`${kept}`)
  expect(await differences()).toEqual([])
})

test('made anew from the records, the journal is the same; filled again, nothing is added', async () => {
  const before = await written()
  expect(before.length).toBeGreaterThan(10)
  expect(await inHouse((tx) => fillJournal(tx, house.clock, hospital))).toBe(0)
  for (const table of ['journal_line', 'journal_entry']) {
    await rows(`alter table ${table} disable trigger append_only`)
    await rows(`delete from ${table} where institution_id = $1`, [hospital])
    await rows(`alter table ${table} enable trigger append_only`)
  }
  expect((await differences()).length).toBeGreaterThan(0)
  await inHouse((tx) => fillJournal(tx, house.clock, hospital))
  expect(await written()).toEqual(before)
})

test('the database holds every entry to its balance and its lines, and changes none', async () => {
  const [entry] = await rows('select id from journal_entry where institution_id = $1', [hospital])
  const copy = `insert into journal_entry select institution_id, gen_random_uuid(), dated_on, kind, source,
    gen_random_uuid(), 0, record_id, case_id, achievement_id, subject, reference, null, chart, 2, posted_at
    from journal_entry where id = $1`
  await expect(rows(copy, [entry?.['id']])).rejects.toThrow('has 0 of its 2 lines')
  const lines = (debit: number, credit: number) =>
    rows(
      `with one as (insert into journal_entry select institution_id, gen_random_uuid(), dated_on, kind,
         source, gen_random_uuid(), 0, record_id, case_id, achievement_id, subject, reference, null, chart,
         2, posted_at from journal_entry where id = $1 returning institution_id, id)
       insert into journal_line select institution_id, id, line, 2, 'financial', side, '1002', fen, null
       from one, (values (1, 'debit', $2::bigint), (2, 'credit', $3::bigint)) as said (line, side, fen)`,
      [entry?.['id'], debit, credit],
    )
  await expect(lines(100, 99)).rejects.toThrow('does not balance')
  const further = `insert into journal_line select institution_id, entry_id, lines + 1, lines, book, side,
    account, amount_fen, person from journal_line where entry_id = $1 limit 1`
  await expect(rows(further, [entry?.['id']])).rejects.toThrow('check')
  for (const change of [
    'update journal_line set amount_fen = 1',
    'delete from journal_entry',
    'truncate journal_line cascade',
  ]) {
    await expect(rows(change)).rejects.toThrow('append-only')
  }
})

test('vouchers go out once, numbered through; asked for again they keep their numbers', async () => {
  const period = { from: '2026-01-01', to: '2026-12-31' }
  const first = await finance.send('POST', '/voucher-runs', period)
  expect(first.status).toBe(201)
  const again = await finance.send('POST', '/voucher-runs', period)
  expect([again.status, again.body.code]).toEqual([409, 'nothing-to-send'])
  const repeated = await finance.send('POST', '/voucher-runs', { ...period, again: true })
  expect(repeated.body.entries).toBe(first.body.entries)
  const runs = (await finance.get('/voucher-runs')).body
  expect(runs).toMatchObject({ waiting: 0, waitingFrom: null })
  expect(runs.items).toHaveLength(2)
  const sheet = async (run: string) => (await finance.get(`/vouchers.csv?run=${run}&lang=zh`)).text
  const text = await sheet(first.body.id)
  expect(await sheet(repeated.body.id)).toBe(text)
  const [head = '', ...lines] = text.trim().split('\r\n')
  const columns = head.replace('\uFEFF', '').split(',')
  const cells = lines.map((line) => line.split(','))
  const at = (name: string) => columns.indexOf(name)
  const total = (name: string) =>
    cells.reduce((sum, line) => sum + Math.round(Number(line[at(name)] || 0) * 100), 0)
  expect(total('借方金额（元）')).toBe(total('贷方金额（元）'))
  const numbers = [...new Set(cells.map((line) => `${line[at('会计期间')]} ${line[at('凭证号')]}`))]
  expect(numbers).toHaveLength(first.body.entries)
  expect(numbers[0]).toMatch(/ 1$/)
  // A line is a debit or a credit: that the other cell is blank leaves nothing out of its sum.
  const { rawPayload } = await house.app.inject({
    url: `/api/v1/vouchers.xlsx?run=${first.body.id}&lang=zh`,
    headers: { cookie: finance.cookie },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(rawPayload as unknown as ArrayBuffer)
  const about = JSON.stringify(book.getWorksheet('说明')?.getSheetValues())
  expect(about).toContain('"行数"')
  expect(about).not.toContain('空白')
})

test('vouchers name the accounts as the institution’s own books do', async () => {
  const named = await finance.send('PUT', '/journal/accounts/1002', {
    number: '1002001',
    name: '银行存款—示例户',
  })
  expect(named.body).toEqual({ seq: 1 })
  const taken = await finance.send('PUT', '/journal/accounts/1218', {
    number: '1002001',
    name: '重复',
  })
  expect([taken.status, taken.body.errors[0].rule]).toEqual([400, 'number-of-another-account'])
  const unknown = await finance.send('PUT', '/journal/accounts/9999', { number: '1', name: '无' })
  expect(unknown.status).toBe(404)
  const [run] = (await finance.get('/voucher-runs')).body.items
  const text = (await finance.get(`/vouchers.csv?run=${run.id}&lang=zh`)).text
  expect(text).toContain('1002001,银行存款—示例户')
  expect((await finance.get('/journal/accounts/1002/names')).body.items).toHaveLength(1)
})

test('the trial balance and the sheet of an account come to the same', async () => {
  const month = '2026-12'
  const balance = (await finance.get(`/journal/trial-balance?month=${month}`)).body
  const bank = balance.rows.find(({ account }: { account: string }) => account === '1002')
  expect(bank.closingFen).toBe(await netOf('1002'))
  const days = await rows('select distinct left(dated_on, 7) as month from journal_entry')
  for (const { month: one } of days) {
    const { totals } = (await finance.get(`/journal/trial-balance?month=${String(one)}`)).body
    for (const { debitFen, creditFen } of Object.values(totals) as Record<string, string>[]) {
      expect(debitFen).toBe(creditFen)
    }
    const sheet = (await finance.get(`/journal/accounts/1002?month=${String(one)}`)).body
    const { closingFen, openingFen, lines } = sheet
    expect(lines.at(-1)?.balanceFen ?? openingFen).toBe(closingFen)
  }
})

test('an amended receipt is taken back in red and booked anew; words alone change nothing', async () => {
  const { caller } = await house.person(['tto_negotiator'], hospital)
  const before = await netOf('1002')
  const fields = { ...blankReceipt, receivedOn: '2025-11', amountFen: '5000000', rewardFen: '700' }
  const [id = ''] = await inHouse((tx) =>
    enterReceipts(tx, house.clock, caller, [{ fields, source: '台账' }]),
  )
  expect(await netOf('1002')).toBe(`${BigInt(String(before)) + 5_000_000n}`)
  const amend = (given: object) =>
    inHouse((tx) =>
      amendReceipt(tx, house.clock, caller, id, { fields: given, reason: '金额录错（示例）' }),
    )
  await amend({ remark: '备注' })
  const count = () => rows('select 1 from journal_entry where source_id = $1', [id])
  expect(await count()).toHaveLength(1)
  await amend({ amountFen: '6000000', paidOn: '2025-12-03' })
  expect(await count()).toHaveLength(5)
  expect(await netOf('1002')).toBe(`${BigInt(String(before)) + 5_999_300n}`)
  expect(await differences()).toEqual([])

  // A receipt that leaves the register with its import leaves nothing in the books.
  await inHouse(async (tx) => {
    await takeBackReceipts(tx, house.clock, hospital, [id], '导入撤销（示例）')
    await takeBackReceipts(tx, house.clock, hospital, [id], '再次撤销（示例）')
  })
  expect(await netOf('1002')).toBe(before)
})

test('the books are for who keeps and who checks them; others and other houses read nothing', async () => {
  const officer = await house.person(['tto_negotiator'], hospital)
  expect((await officer.get('/journal')).status).toBe(403)
  const auditor = await house.person(['auditor'], hospital)
  expect((await auditor.get('/journal')).status).toBe(200)
  const period = { from: '2026-01-01', to: '2026-12-31' }
  expect((await auditor.send('POST', '/voucher-runs', period)).status).toBe(403)
  const elsewhere = await house.person(['finance'], await house.institution('另一家示例医院'))
  expect((await elsewhere.get('/journal')).body.items).toEqual([])
  expect((await elsewhere.get('/journal/differences')).body).toEqual({ compared: 0, items: [] })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { sha256 } from '../../platform/evidence.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { amendReceipt, blankReceipt, enterReceipts } from '../proceeds/index.ts'

// A month is closed by two persons, and then nothing is posted into it: not by a late act, not by anybody.

let app: TestApp
let institution: string
let finance: Person
let leaders: Person
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2027-01-12T09:00:00+08:00' })
  institution = await app.institution()
  finance = await app.person(['finance'], institution)
  leaders = await app.person(['leaders'], institution)
})
afterAll(() => app?.close())

const rows = (sql: string, values: unknown[] = []) => app.database.asOwner(sql, values)
const receive = (amountFen: string, receivedOn: string, by = finance) =>
  asSystem(app.context.db, by.caller.institution, (tx) =>
    enterReceipts(tx, app.clock, by.caller, [
      { fields: { ...blankReceipt, amountFen, receivedOn, voucher: '收-1' }, source: '台账' },
    ]),
  )
const balance = async (month: string, by = finance) => {
  const { body } = await by.get(`/journal/trial-balance?month=${month}`)
  return Object.fromEntries(
    body.rows.map(({ account, closingFen }: Record<string, string>) => [account, closingFen]),
  )
}

test('a month that is not over, or would be closed by one person, stays open', async () => {
  await receive('500000', '2026-11-20')
  const early = await finance.send('POST', '/closings', { month: '2027-01' })
  expect([early.status, early.body.errors[0].rule]).toEqual([400, 'month-not-over'])
  // A receipt of no contract is something to look at: whoever closes in spite of it says why.
  const { checks } = (await finance.get('/closings?month=2026-11')).body
  expect(checks).toContainEqual({ name: 'unlinked', state: 'look', count: 1 })
  const silent = await finance.send('POST', '/closings', { month: '2026-11' })
  expect([silent.status, silent.body.errors[0].rule]).toEqual([400, 'remark-missing'])
  const remark = '零星到账，合同待补（示例）'
  expect((await finance.send('POST', '/closings', { month: '2026-11', remark })).status).toBe(201)
  expect((await finance.send('POST', '/closings/confirm')).status).toBe(403)
  expect((await finance.get('/closings')).body.closedThrough).toBe(null)
  const twice = await finance.send('POST', '/closings', { month: '2026-12', remark })
  expect(twice.body.code).toBe('closing-proposed')
})

test('closed by a second person, its vouchers are kept to the byte', async () => {
  expect((await leaders.send('POST', '/closings/confirm')).body.month).toBe('2026-11')
  const { closedThrough, items } = (await finance.get('/closings')).body
  const [closing] = items
  expect([closedThrough, closing.kind, closing.entries]).toEqual(['2026-11', 'closed', 1])
  const sheet = async () => (await finance.get(`/closings/${closing.seq}/vouchers.csv`)).text
  const text = await sheet()
  expect(text).toContain('2026-11,记,1,1')
  expect(sha256(text)).toBe(closing.digest)
  await finance.send('PUT', '/journal/accounts/1002', { number: '100201', name: '示例户' })
  expect(await sheet()).toBe(text)
  // What went out stands in the log of exports.
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.get('/exports')).body.items[0]).toMatchObject({
    ...{ list: { en: 'vouchers of closed months' }, filter: { closing: closing.seq } },
    rows: text.trimEnd().split('\n').length - 1,
  })
  const next = await finance.send('POST', '/closings', { month: '2026-11' })
  expect(next.body.errors[0].rule).toBe('month-closed')
})

test('the database posts nothing into it; what happened in it stands in the first open month', async () => {
  await expect(
    rows(
      `insert into journal_entry select institution_id, gen_random_uuid(), '2026-11-30', kind, source,
       gen_random_uuid(), 0, record_id, case_id, achievement_id, subject, reference, null, chart, 2, posted_at
       from journal_entry where institution_id = $1 limit 1`,
      [institution],
    ),
  ).rejects.toThrow('closed through 2026-11')
  await receive('700', '2026-11-25')
  const { items } = (await finance.get('/journal?from=2026-12-01')).body
  expect(items[0]).toMatchObject({ datedOn: '2026-12-01', actedOn: '2026-11-25' })
  expect((await balance('2026-11'))['1002']).toBe('500000')
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
})

test('the calendar reminds of what is not closed, until it is', async () => {
  const titles = async () =>
    JSON.stringify((await finance.get('/calendar?from=2027-01-01&to=2027-01-31')).body)
  expect(await titles()).toContain('2026-12 月末结账')
  const remark = '合同待补（示例）'
  await finance.send('POST', '/closings', { month: '2026-12', remark })
  expect((await finance.send('POST', '/closings/withdraw')).status).toBe(200)
  expect((await leaders.send('POST', '/closings/confirm')).body.code).toBe('no-closing-proposed')
  await finance.send('POST', '/closings', { month: '2026-12', remark })
  expect((await leaders.send('POST', '/closings/confirm')).status).toBe(200)
  expect(await titles()).not.toContain('2026-12 月末结账')
})

test('with its last month a year carries over what it brought, and opened again takes that back', async () => {
  expect(await balance('2026-12')).toMatchObject({
    ...{ 1002: '500700', 3001: '500700', '4609.01': '0', 8501: '500700', '6609.01': '0' },
  })
  expect((await finance.send('POST', '/closings/reopen', { reason: '漏记' })).status).toBe(403)
  expect((await leaders.send('POST', '/closings/reopen', {})).status).toBe(400)
  const reopened = await leaders.send('POST', '/closings/reopen', { reason: '漏记一笔（示例）' })
  expect(reopened.body).toMatchObject({ month: '2026-12' })
  expect(await balance('2026-12')).toMatchObject({ 3001: '0', '4609.01': '500700' })
  const [id = ''] = await receive('300', '2026-12-28')
  await asSystem(app.context.db, institution, (tx) =>
    amendReceipt(tx, app.clock, finance.caller, id, {
      fields: { amountFen: '200' },
      reason: '更正',
    }),
  )
  await finance.send('POST', '/closings', { month: '2026-12', remark: '合同待补（示例）' })
  expect((await leaders.send('POST', '/closings/confirm')).status).toBe(200)
  expect(await balance('2026-12')).toMatchObject({ 3001: '501000', '4609.01': '0' })
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
  const { items } = (await finance.get('/closings')).body
  expect(
    items.map(({ kind, stands }: { kind: string; stands: boolean }) => [kind, stands]),
  ).toEqual([
    ...[
      ['closed', true],
      ['proposed', false],
      ['reopened', false],
      ['closed', false],
    ],
    ...[
      ['proposed', false],
      ['withdrawn', false],
      ['proposed', false],
    ],
    ...[
      ['closed', true],
      ['proposed', false],
    ],
  ])
})

test('who keeps no books closes none, and another house is not touched', async () => {
  const officer = await app.person(['tto_negotiator'], institution)
  expect((await officer.get('/closings')).status).toBe(403)
  const elsewhere = await app.person(
    ['finance', 'leaders'],
    await app.institution('另一家示例医院'),
  )
  const { body } = await elsewhere.get('/closings')
  expect([body.closedThrough, body.items]).toEqual([null, []])
  expect((await elsewhere.get('/closings/2/vouchers.csv')).status).toBe(404)
})

test('a year carries over also where nothing happened in its last months', async () => {
  const house = await app.institution('第三家示例医院')
  const [one, other] = [await app.person(['finance'], house), await app.person(['leaders'], house)]
  await receive('90000', '2026-10-20', one)
  for (const month of ['2026-10', '2026-12']) {
    await one.send('POST', '/closings', { month, remark: '合同待补（示例）' })
    expect((await other.send('POST', '/closings/confirm')).status).toBe(200)
  }
  expect(await balance('2026-12', one)).toMatchObject({ 3001: '90000', '4609.01': '0' })
  await other.send('POST', '/closings/reopen', { reason: '核对（示例）' })
  expect(await balance('2026-12', one)).toMatchObject({ 3001: '0', '4609.01': '90000' })
})

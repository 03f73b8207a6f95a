import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { differencesOf } from '../reconciliation/index.ts'

// A contract walked through what can befall its money: single fen, refunds, invoices voided and issued again, in yuan
// and in dollars, an instalment paid before it was amended. After every step the books are what the records say, and
// no two views disagree.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-12T09:00:00+08:00' })
})
afterAll(() => app?.close())

class Walk {
  readonly finance: Person
  readonly institution: string
  readonly contract: string

  constructor(finance: Person, institution: string, contract: string) {
    this.finance = finance
    this.institution = institution
    this.contract = contract
  }

  static async begin(terms: readonly object[], more: object = {}): Promise<Walk> {
    const institution = await app.institution()
    const finance = await app.person(['finance', 'tto_negotiator'], institution)
    const id = await asSystem(app.context.db, institution, async (tx) => {
      const fields = { ...blankContract, kind: 'transfer' as const, title: '示例许可' }
      const named = { ...fields, counterparty: '示例医械有限公司（虚构）' }
      const [one = ''] = await enterContracts(tx, app.clock, finance.caller, [
        { fields: named, achievements: [], source: '台账' },
      ])
      return one
    })
    const walk = new Walk(finance, institution, id)
    await walk.does(`/contracts/${id}/terms`, { terms, effectiveOn: '2026-01-01', ...more })
    return walk
  }

  /** One step; the books are sound after it. */
  async does(path: string, body: object, method: 'POST' | 'PUT' = 'POST') {
    const answer = await this.finance.send(method, path, body)
    expect(answer.status, `${path} ${answer.text}`).toBeLessThan(300)
    await this.isSound()
    return answer.body
  }

  async receives(amountFen: string, receivedOn: string): Promise<string> {
    const [id = ''] = await asSystem(app.context.db, this.institution, (tx) =>
      enterReceipts(tx, app.clock, this.finance.caller, [
        {
          fields: { ...blankReceipt, contractId: this.contract, amountFen, receivedOn },
          source: '台账',
        },
      ]),
    )
    await this.isSound()
    return id
  }

  async owed(key: string) {
    const { receivables } = await this.money()
    return receivables.find((one: { key: string }) => one.key === key)
  }

  async pays(receipt: string, key: string, minor: string) {
    const { id } = await this.owed(key)
    return this.does(`/receipts/${receipt}/matches`, { lines: [{ receivable: id, minor }] })
  }

  /** Takes back the only match of a receipt. */
  async unpays(receipt: string) {
    const { matches } = (await this.finance.get(`/receipts/${receipt}/matching`)).body
    const path = `/receipts/${receipt}/matches/${matches[0].id}/take-back`
    await this.does(path, { reason: '退款（示例）' })
  }

  async invoices(key: string, fen: string, number: string, minor?: string): Promise<string> {
    const { id: receivable } = await this.owed(key)
    const lines = [{ receivable, fen, ...(minor !== undefined && { minor }) }]
    const path = `/contracts/${this.contract}/invoices`
    const { id } = await this.does(path, { lines, vatRate: '6%' })
    const files = [await store(this.finance, `发票 ${number}（虚构）`)]
    await this.does(`/invoices/${id}/issue`, { number, issuedOn: '2026-05-12', files })
    return id
  }

  async voids(invoice: string) {
    await this.does(`/invoices/${invoice}/void`, { reason: '开错（示例）' })
  }

  async money() {
    return (await this.finance.get(`/contracts/${this.contract}/money`)).body
  }

  async isSound() {
    const items = await asSystem(app.context.db, this.institution, async (tx) => {
      return (await differencesOf(tx, this.institution)).items
    })
    expect(items).toEqual([])
    const sums = await app.database.asOwner(
      `select book, sum(case side when 'debit' then amount_fen else -amount_fen end)::text as fen
       from journal_line where institution_id = $1 group by book having
       sum(case side when 'debit' then amount_fen else -amount_fen end) <> 0`,
      [this.institution],
    )
    expect(sums).toEqual([])
    const [row] = await app.database.asOwner(
      `select coalesce((select sum(case side when 'debit' then amount_fen else -amount_fen end)
           from journal_line where institution_id = $1 and account = '1212'), 0)::text as posted,
         coalesce((select sum(booked_fen) from receivable where institution_id = $1), 0)::text as booked,
         coalesce((select sum(open_fen) from receivable where institution_id = $1), 0)::text as open`,
      [this.institution],
    )
    expect(row?.['posted']).toBe(row?.['booked'])
    const { totals } = (await this.finance.get('/receivables')).body
    expect([totals.openFen, totals.bookedFen]).toEqual([row?.['open'], row?.['booked']])
    expect((await this.money()).totals.openFen).toBe(row?.['open'])
  }
}

const fixed = (key: string, minor: string, dueOn: string) => ({
  ...{ key, kind: 'fixed', label: `${key} 期款`, minor, dueOn },
})

test('single fen, refunds, an amendment after payment, invoices voided and issued again', async () => {
  const milestone = { key: 'm', kind: 'milestone', label: '取得注册证', minor: '70000', days: 30 }
  const terms = [
    fixed('a', '100000', '2026-03-01'),
    fixed('b', '1', '2026-03-02'),
    fixed('c', '50000', '2026-12-01'),
    milestone,
  ]
  const at = await Walk.begin(terms)
  await at.pays(await at.receives('1', '2026-03-02'), 'b', '1')
  await at.pays(await at.receives('99999', '2026-03-03'), 'a', '99999')
  const last = await at.receives('1', '2026-03-04')
  await at.pays(last, 'a', '1')
  expect(await at.owed('a')).toMatchObject({ openMinor: '0', state: 'settled' })
  // That fen goes back: what it paid is taken back first.
  const refund = await at.receives('-1', '2026-03-05')
  const early = await at.finance.send('POST', `/receipts/${last}/refunds`, { refund })
  expect(early.status).toBeGreaterThanOrEqual(400)
  await at.unpays(last)
  await at.does(`/receipts/${last}/refunds`, { refund })
  expect(await at.owed('a')).toMatchObject({ openMinor: '1' })
  const again = await at.finance.send('POST', `/receipts/${last}/refunds`, { refund })
  expect(again.status).toBe(409)

  // Paid before it was amended, it stays as it was.
  await at.pays(await at.receives('50000', '2026-03-06'), 'c', '50000')
  const dearer = fixed('a', '120000', '2026-03-01')
  const amended = [dearer, terms[1], fixed('c', '40000', '2027-01-15'), milestone]
  await at.does(`/contracts/${at.contract}/terms`, {
    ...{ terms: amended, effectiveOn: '2026-05-12', reason: '补充协议（示例）' },
    files: [await store(at.finance, '补充协议（虚构）')],
  })
  expect(await at.owed('c')).toMatchObject({ minor: '50000', openMinor: '0', dueOn: '2026-12-01' })

  // A claim by its invoice, none once that is void, and one again.
  await at.does(`/contracts/${at.contract}/milestones`, {
    ...{ term: 'm', reachedOn: '2026-05-10', words: '取得注册证（示例）' },
    files: [await store(at.finance, '注册证（虚构）')],
  })
  // Reaching it gives it its day and nothing else: what the amendment left as it was stays so.
  expect(await at.owed('a')).toMatchObject({ minor: '100000', openMinor: '1' })
  expect(await at.owed('c')).toMatchObject({ minor: '50000', dueOn: '2026-12-01' })
  const { id: m } = await at.owed('m')
  const booked = async () => {
    const [row] = await app.database.asOwner(
      `select booked_fen::text as fen from receivable where id = $1`,
      [m],
    )
    return row?.['fen']
  }
  const first = await at.invoices('m', '70000', 'F-1')
  expect(await booked()).toBe('70000')
  await at.voids(first)
  expect(await booked()).toBe('0')
  // In two parts it is a claim once all of it is asked for.
  await at.invoices('m', '69999', 'F-2')
  expect(await booked()).toBe('0')
  const rest = await at.invoices('m', '1', 'F-3')
  expect(await booked()).toBe('70000')
  await at.pays(await at.receives('69999', '2026-05-12'), 'm', '69999')
  await at.voids(rest)
  await at.invoices('m', '1', 'F-4')
  await at.pays(await at.receives('1', '2026-05-12'), 'm', '1')
  expect(await at.owed('m')).toMatchObject({ openMinor: '0', state: 'settled' })
})

test('in dollars: invoices voided and issued again, paid in parts at other rates, a cent refunded', async () => {
  const usd = { currency: 'USD', planRate: '7.1043' }
  const at = await Walk.begin(
    [fixed('x', '100001', '2026-03-01'), fixed('y', '33333', '2026-12-01')],
    usd,
  )
  const noted = (receipt: string, minor: string) =>
    at.does(
      `/receipts/${receipt}/currency`,
      { currency: 'USD', minor, rate: null, rateSource: '结汇水单' },
      'PUT',
    )
  const first = await at.invoices('y', '236808', 'U-1', '33333')
  await at.voids(first)
  await at.invoices('y', '100000', 'U-2', '14000')
  const second = await at.invoices('y', '136000', 'U-3', '19333')
  await at.voids(second)
  await at.invoices('y', '136001', 'U-4', '19333')
  for (const [fen, minor] of [
    ['236501', '33333'],
    ['473012', '66667'],
  ] as const) {
    const receipt = await at.receives(fen, '2026-04-01')
    await noted(receipt, minor)
    await at.pays(receipt, 'x', minor)
  }
  // A cent is left; it comes, goes back, and comes again.
  const cent = await at.receives('7', '2026-04-02')
  await noted(cent, '1')
  await at.pays(cent, 'x', '1')
  await at.unpays(cent)
  const refund = await at.receives('-7', '2026-04-03')
  await at.does(`/receipts/${cent}/refunds`, { refund })
  expect(await at.owed('x')).toMatchObject({ openMinor: '1' })
  const other = await at.receives('8', '2026-04-04')
  await noted(other, '1')
  await at.pays(other, 'x', '1')
  expect(await at.owed('x')).toMatchObject({ openMinor: '0', state: 'settled' })
  const whole = await at.receives('236000', '2026-05-12')
  await noted(whole, '33333')
  await at.pays(whole, 'y', '33333')
  expect((await at.money()).totals).toMatchObject({ openFen: '0' })
})

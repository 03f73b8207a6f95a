import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts, type ReceiptFields } from '../proceeds/index.ts'
import { bookWhatIsDue } from '../receivables/booking.commands.ts'

// Nothing is income twice in a month that is closed, and whoever confirms its closing confirms what the first one
// saw.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2027-01-12T09:00:00+08:00' })
})
afterAll(() => app?.close())

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator'], institution)
  const leaders = await app.person(['leaders'], institution)
  const { clock, db } = app.context
  const contract = (counterparty: string) =>
    asSystem(db, institution, async (tx) => {
      const fields = {
        ...blankContract,
        kind: 'transfer' as const,
        title: '示例许可',
        counterparty,
      }
      const [id = ''] = await enterContracts(tx, clock, finance.caller, [
        { fields, achievements: [], source: '台账' },
      ])
      return id
    })
  const receive = (fields: Partial<ReceiptFields>) =>
    asSystem(db, institution, async (tx) => {
      const [id = ''] = await enterReceipts(tx, clock, finance.caller, [
        { fields: { ...blankReceipt, receivedOn: '2026-11-20', ...fields }, source: '台账' },
      ])
      return id
    })
  const owe = async (id: string, minor: string, dueOn: string) => {
    const term = { key: dueOn, kind: 'fixed', label: dueOn, minor, dueOn }
    const terms = { terms: [term], effectiveOn: '2026-01-01' }
    expect((await finance.send('POST', `/contracts/${id}/terms`, terms)).status).toBe(201)
    return (await finance.get(`/contracts/${id}/money`)).body.receivables[0].id as string
  }
  const balance = async (month: string) => {
    const { body } = await finance.get(`/journal/trial-balance?month=${month}`)
    const named = body.rows.map(({ account, closingFen }: Record<string, string>) => [
      ...[account, closingFen],
    ])
    return Object.fromEntries(named) as Record<string, string>
  }
  const close = async (month: string) => {
    const proposed = { month, remark: '待核对（示例）' }
    expect((await finance.send('POST', '/closings', proposed)).status).toBe(201)
    return leaders.send('POST', '/closings/confirm')
  }
  return { institution, finance, leaders, contract, receive, owe, balance, close }
}

test('what may be income twice is held when the month is closed, and let go with what it paid', async () => {
  const at = await house()
  const [one, other] = [await at.contract('甲（虚构）'), await at.contract('乙（虚构）')]
  const owed = await at.owe(one, '500', '2026-11-10')
  await at.owe(other, '80', '2026-11-12')
  // Due only after the month that is closed: what it pays is no income twice in it.
  const later = await at.contract('丙（虚构）')
  await at.owe(later, '900', '2026-12-05')
  const receipt = await at.receive({ contractId: one, amountFen: '700' })
  await at.receive({ payer: '乙（虚构）', amountFen: '30' })
  await at.receive({ contractId: later, amountFen: '900' })
  const twice = { '1212': '580', '4609.01': '2210' }
  expect(await at.balance('2026-11')).toMatchObject(twice)
  expect((await at.finance.get('/closings?month=2026-11')).body.heldFen).toBe('530')

  expect((await at.close('2026-11')).status).toBe(200)
  expect(await at.balance('2026-11')).toMatchObject({ '4609.01': '1680', '2305': '530' })
  expect((await at.finance.get('/journal/differences')).body.items).toEqual([])

  const lines = [{ receivable: owed, minor: '500' }]
  const matched = await at.finance.send('POST', `/receipts/${receipt}/matches`, { lines })
  expect(matched.status).toBe(201)
  const after = await at.balance('2026-12')
  expect(after).toMatchObject({ '2305': '30', '1212': '980' })
  expect((await at.finance.get('/journal/differences')).body.items).toEqual([])
  await asSystem(app.context.db, at.institution, (tx) =>
    bookWhatIsDue(tx, app.clock, at.institution),
  )
  expect(await at.balance('2026-12')).toEqual(after)

  // The next month holds what doubles by then: the receipt of the third contract.
  expect((await at.close('2026-12')).status).toBe(200)
  expect((await at.balance('2026-12'))['2305']).toBe('930')
  expect((await at.finance.get('/journal/differences')).body.items).toEqual([])
})

test('what came up since the proposal is named, and closes nothing', async () => {
  const at = await house()
  await at.receive({ amountFen: '100', voucher: '收-1' })
  const month = '2026-11'
  await at.finance.send('POST', '/closings', { month, remark: '待核对（示例）' })
  await at.receive({ amountFen: '200', voucher: '收-2' })
  const refused = await at.leaders.send('POST', '/closings/confirm')
  expect([refused.status, refused.body.code]).toEqual([409, 'findings-new'])
  expect(refused.body.detail.zh ?? refused.body.detail).toMatch(/收-2.*新入账 1 笔/)
  expect(JSON.stringify(refused.body)).not.toContain('收-1')
  expect((await at.finance.get('/closings')).body.closedThrough).toBeNull()
  await at.finance.send('POST', '/closings/withdraw')
  expect((await at.close(month)).status).toBe(200)
})

test('whoever opens the page reads the last comparison; it is made anew when it counts', async () => {
  const at = await house()
  await at.receive({ amountFen: '100' })
  const path = '/closings?month=2026-11'
  const first = await at.finance.get(path)
  expect([first.status, first.body.lookedAt, first.body]).toMatchObject([200, null, {}])
  expect((await at.finance.send('POST', '/closings/look')).body).toEqual({ count: 0 })
  await app.database.asOwner(
    `update closing_look set found = '[{"id": "x", "label": "1002"}]' where institution_id = $1`,
    [at.institution],
  )
  const seen = (await at.leaders.get(path)).body
  expect(seen.lookedAt).toBe(app.clock.now().toISOString())
  expect(seen.checks[0]).toEqual({ name: 'reconciled', state: 'bad', count: 1 })
  expect((await at.leaders.send('POST', '/closings/look')).status).toBe(403)
  expect((await at.close('2026-11')).status).toBe(200)
})

test('months of several years closed at once hold what doubles in each year by its end', async () => {
  const at = await house()
  const one = await at.contract('甲（虚构）')
  await at.owe(one, '500', '2025-11-10')
  await at.receive({ contractId: one, amountFen: '700', receivedOn: '2025-11-20' })
  expect((await at.close('2026-12')).status).toBe(200)
  // What the year brought is carried over once, not once more with the receipt.
  expect(await at.balance('2025-12')).toMatchObject({ '2305': '500', '3001': '700' })
  expect(await at.balance('2026-12')).toMatchObject({ '2305': '500', '3001': '700' })
  expect((await at.finance.get('/journal/differences')).body.items).toEqual([])
})

test('months that are opened and closed again hold what they held, no more and no less', async () => {
  const at = await house()
  const [one, later] = [await at.contract('甲（虚构）'), await at.contract('丙（虚构）')]
  const owed = await at.owe(one, '500', '2026-11-10')
  await at.owe(later, '900', '2026-12-05')
  const receipt = await at.receive({ contractId: one, amountFen: '700' })
  await at.receive({ contractId: later, amountFen: '900' })
  await at.close('2026-11')
  const november = await at.balance('2026-11')
  expect(november).toMatchObject({ '2305': '500', '4609.01': '1600' })
  await at.close('2026-12')
  const december = await at.balance('2026-12')
  expect(december).toMatchObject({ '2305': '1400' })
  for (const _ of [1, 2]) {
    const told = { reason: '漏记（示例）' }
    expect((await at.leaders.send('POST', '/closings/reopen', told)).status).toBe(200)
  }
  expect((await at.close('2026-11')).status).toBe(200)
  // What is held since December only is no matter of November.
  expect(await at.balance('2026-11')).toEqual(november)
  // What is matched on a day of November leaves the account, once.
  const lines = [{ receivable: owed, minor: '200' }]
  await at.finance.send('POST', `/receipts/${receipt}/matches`, { lines })
  expect((await at.close('2026-12')).status).toBe(200)
  expect(await at.balance('2026-12')).toMatchObject({ '2305': '1200', '1212': '1200' })
  expect((await at.finance.get('/journal/differences')).body.items).toEqual([])
})

test('what went back is let go when that is said, not a day later', async () => {
  const at = await house()
  const one = await at.contract('甲（虚构）')
  await at.owe(one, '500', '2026-11-10')
  const receipt = await at.receive({ contractId: one, amountFen: '500' })
  await at.receive({ contractId: one, amountFen: '40', receivedOn: '2026-11-21' })
  expect((await at.close('2026-11')).status).toBe(200)
  expect((await at.balance('2026-12'))['2305']).toBe('500')
  const refund = await at.receive({ contractId: one, amountFen: '-500', receivedOn: '2026-12-20' })
  expect((await at.balance('2027-01'))['2305']).toBe('500')
  const linked = await at.finance.send('POST', `/receipts/${receipt}/refunds`, { refund })
  expect(linked.status, linked.text).toBeLessThan(300)
  expect((await at.balance('2027-01'))['2305'] ?? '0').toBe('0')
  expect((await at.finance.get('/journal/differences')).body.items).toEqual([])
})

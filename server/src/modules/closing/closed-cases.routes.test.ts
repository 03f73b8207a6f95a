import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'

// Months are closed of the whole house: what hangs on a case that is closed to whoever closes them counts as well,
// and is shown to nobody by it.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-07-20T09:00:00+08:00' })
})
afterAll(() => app?.close())

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator'], institution)
  const leaders = await app.person(['leaders'], institution)
  const led = await lead(
    app,
    institution,
    upTo('receiptRecorded', lineOf(sampleDeal)),
    '2026-01-05',
  )
  const [contract] = await app.database.asOwner(
    `select id from contract where institution_id = $1 and case_id = $2`,
    [institution, led.id],
  )
  const [receipt] = await app.database.asOwner(
    `select id, voucher, left(received_on, 7) as month, amount_fen::text as fen from receipt
     where institution_id = $1 and case_id = $2 order by seq`,
    [institution, led.id],
  )
  const term = { key: 'a', kind: 'fixed', label: '首期', minor: '50000', dueOn: led.on }
  const terms = { terms: [term], effectiveOn: '2026-01-01', reason: '约定溯及年初（示例）' }
  const agreed = await finance.send('POST', `/contracts/${contract?.['id']}/terms`, terms)
  expect(agreed.status, agreed.text).toBe(201)
  const month = String(receipt?.['month'])
  return { institution, finance, leaders, month, voucher: String(receipt?.['voucher']), id: led.id }
}

const close = (id: string, institution: string, readers: readonly string[]) =>
  app.database.asOwner(`insert into closed_case values ($1, $2, $3, '{}')`, [
    ...[institution, id, readers],
  ])

const standing = async (institution: string, account: string) => {
  const [row] = await app.database.asOwner(
    `select coalesce(sum(case side when 'credit' then amount_fen else -amount_fen end), 0)::text as fen
     from journal_line where institution_id = $1 and account = $2`,
    [institution, account],
  )
  return row?.['fen']
}

test('a receipt of a closed case is held when a month is closed, and named to nobody', async () => {
  const at = await house()
  await close(at.id, at.institution, ['discipline'])
  expect((await at.finance.get('/closings?month=2026-06')).body.heldFen).toBe('50000')
  const proposed = { month: '2026-06', remark: '待核对（示例）' }
  const made = await at.finance.send('POST', '/closings', proposed)
  expect(made.status, made.text).toBe(201)
  const closed = await at.leaders.send('POST', '/closings/confirm')
  expect(closed.status, closed.text).toBe(200)
  expect(await standing(at.institution, '2305')).toBe('50000')
  const [kept] = await app.database.asOwner(
    `select checks::text as checks, vouchers from period_act where institution_id = $1 and kind = 'closed'`,
    [at.institution],
  )
  expect(kept?.['vouchers']).not.toContain(at.voucher)
  expect(kept?.['vouchers']).toContain('保密事项')
  expect(kept?.['checks']).not.toContain(at.voucher)
  // Whoever sees more than who proposed it finds nothing new by that.
  expect((await at.finance.get('/journal')).text).not.toContain(at.voucher)
})

test('who sees a closed case confirms what was proposed by somebody who does not', async () => {
  const at = await house()
  await close(at.id, at.institution, ['leaders'])
  const proposed = { month: '2026-06', remark: '待核对（示例）' }
  expect((await at.finance.send('POST', '/closings', proposed)).status).toBe(201)
  const closed = await at.leaders.send('POST', '/closings/confirm')
  expect(closed.status, closed.text).toBe(200)
  expect(await standing(at.institution, '2305')).toBe('50000')
})

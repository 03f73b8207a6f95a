import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { letGo } from './suspense.commands.ts'

// Two who let go of the same receipt at once do so one after the other: the second finds nothing left.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2027-01-12T09:00:00+08:00' })
})
afterAll(() => app?.close())

test('what is held of a receipt is let go once, though two come to it at once', async () => {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator'], institution)
  const leaders = await app.person(['leaders'], institution)
  const { clock, db } = app.context
  const contract = await asSystem(db, institution, async (tx) => {
    const fields = { ...blankContract, kind: 'transfer' as const, title: '示例许可' }
    const [id = ''] = await enterContracts(tx, clock, finance.caller, [
      { fields, achievements: [], source: '台账' },
    ])
    const received = { contractId: id, amountFen: '700', receivedOn: '2026-11-20' }
    await enterReceipts(tx, clock, finance.caller, [
      { fields: { ...blankReceipt, ...received }, source: '台账' },
    ])
    return id
  })
  const term = { key: 'a', kind: 'fixed', label: '首期', minor: '500', dueOn: '2026-11-10' }
  const terms = { terms: [term], effectiveOn: '2026-01-01' }
  expect((await finance.send('POST', `/contracts/${contract}/terms`, terms)).status).toBe(201)
  const proposed = { month: '2026-11', remark: '待核对（示例）' }
  expect((await finance.send('POST', '/closings', proposed)).status).toBe(201)
  expect((await leaders.send('POST', '/closings/confirm')).status).toBe(200)
  const held = () =>
    app.database.asOwner(
      `select seq, fen::text as fen from receipt_hold where institution_id = $1 order by seq`,
      [institution],
    )
  expect(await held()).toEqual([{ seq: 1, fen: '500' }])
  // Nothing is owed any more, and nobody has let go yet.
  await app.database.asOwner(`update receivable set booked_fen = 0 where institution_id = $1`, [
    institution,
  ])

  let commit = (): void => {}
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve
  })
  let written = (): void => {}
  const isWritten = new Promise<void>((resolve) => {
    written = resolve
  })
  const first = asSystem(db, institution, async (tx) => {
    await letGo(tx, clock, institution, '2027-01-12')
    written()
    await mayCommit
  })
  await isWritten
  const second = asSystem(db, institution, (tx) => letGo(tx, clock, institution, '2027-01-12'))
  // The second is at the lock before the first commits.
  const isWaiting = async () =>
    (await app.database.asOwner(`select from pg_locks where not granted`)).length > 0
  while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20))
  commit()
  await Promise.all([first, second])
  expect(await held()).toEqual([
    { seq: 1, fen: '500' },
    { seq: 2, fen: '-500' },
  ])
  const [row] = await app.database.asOwner(
    `select coalesce(sum(case side when 'credit' then amount_fen else -amount_fen end), 0)::text as fen
     from journal_line where institution_id = $1 and account = '2305'`,
    [institution],
  )
  expect(row?.['fen']).toBe('0')
})

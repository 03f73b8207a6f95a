import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import {
  blankReceipt,
  correctReceipt,
  enterReceipts,
  type ReceiptFields,
} from '../proceeds/index.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { followDay } from './day-moved.commands.ts'

// A receipt whose day was wrong stands in the month of the true day, and so does what it cleared; a month that is
// closed stays as it is, and is put right in the first open one.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-12T09:00:00+08:00' })
})
afterAll(() => app?.close())

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator'], institution)
  const leaders = await app.person(['leaders'], institution)
  const { clock, db } = app.context
  const [contract = '', receipt = ''] = await asSystem(db, institution, async (tx) => {
    const fields = { ...blankContract, kind: 'transfer' as const, title: '示例许可' }
    const [id = ''] = await enterContracts(tx, clock, finance.caller, [
      { fields, achievements: [], source: '台账' },
    ])
    const said = { contractId: id, amountFen: '500', receivedOn: '2026-02-10' }
    const received = { ...blankReceipt, ...said, voucher: '收-1' }
    const [one = ''] = await enterReceipts(tx, clock, finance.caller, [
      { fields: received, source: '台账' },
    ])
    return [id, one]
  })
  return { institution, finance, leaders, contract, receipt }
}
type House = Awaited<ReturnType<typeof house>>

/** What stands on an account by months, above nought where the credits are more. */
async function months({ institution }: House, account: string) {
  const rows = await app.database.asOwner(
    `select left(dated_on, 7) as month,
       sum(case side when 'credit' then amount_fen else -amount_fen end)::text as net
     from journal_line join journal_entry as entry on entry.institution_id = journal_line.institution_id
       and entry.id = journal_line.entry_id
     where journal_line.institution_id = $1 and account like $2 group by 1 order by 1`,
    [institution, account],
  )
  return rows.map(({ month, net }) => [month, net]).filter(([, net]) => net !== '0')
}

const correct = (at: House, fields: Partial<ReceiptFields>) =>
  asSystem(app.context.db, at.institution, (tx) =>
    correctReceipt(tx, app.clock, at.finance.caller, at.receipt, {
      ...{ fields, reason: '日期误记（示例）' },
    }),
  )
const moved = (at: House, from: string, to: string, matches?: readonly string[]) =>
  asSystem(app.context.db, at.institution, (tx) =>
    followDay(tx, app.clock, at.institution, { receipt: at.receipt, from, to, matches }),
  )
/** What the corrections of the receipt left to the worker, the first first. */
const jobs = async ({ institution }: House) =>
  (
    await app.database.asOwner(
      `select payload from job where institution_id = $1 and task = 'proceeds.dayMoved' order by number`,
      [institution],
    )
  ).map(({ payload }) => payload as { from: string; to: string; matches: readonly string[] })
const expectSound = async ({ institution }: House) =>
  expect(
    await asSystem(
      app.context.db,
      institution,
      async (tx) => (await differencesOf(tx, institution)).items,
    ),
  ).toEqual([])

test('only the day was wrong: the receipt leaves its month for the true one', async () => {
  const at = await house()
  expect(await months(at, '4609%')).toEqual([['2026-02', '500']])
  expect((await correct(at, { receivedOn: '2026-03-03' })).kind).toBe('accepted')
  expect(await months(at, '4609%')).toEqual([['2026-03', '500']])
  expect(await months(at, '1002')).toEqual([['2026-03', '-500']])
  await expectSound(at)
  // Another sum of the same day stands on the day of the amendment, as before.
  await correct(at, { amountFen: '700' })
  expect(await months(at, '4609%')).toEqual([
    ['2026-03', '500'],
    ['2026-05', '200'],
  ])
  await expectSound(at)
})

test('what the receipt cleared was cleared on the true day as well', async () => {
  const at = await house()
  const term = { key: 'a', kind: 'fixed', label: '首期', minor: '500', dueOn: '2026-01-31' }
  const terms = { terms: [term], effectiveOn: '2026-01-01' }
  await at.finance.send('POST', `/contracts/${at.contract}/terms`, terms)
  const [owed] = (await at.finance.get(`/contracts/${at.contract}/money`)).body.receivables
  const lines = [{ receivable: owed.id, minor: '500' }]
  expect((await at.finance.send('POST', `/receipts/${at.receipt}/matches`, { lines })).status).toBe(
    201,
  )
  const income = [['2026-01', '500']]
  expect(await months(at, '4609%')).toEqual(income)
  await correct(at, { receivedOn: '2026-03-03' })
  const [job] = await jobs(at)
  expect(job).toEqual({
    ...{ receipt: at.receipt, from: '2026-02-10', to: '2026-03-03' },
    matches: [expect.any(String)],
  })
  await moved(at, '2026-02-10', '2026-03-03')
  expect(await months(at, '4609%')).toEqual(income)
  await expectSound(at)
})

test('what is matched between the correction and its job was cleared on the true day already', async () => {
  const at = await house()
  const term = { key: 'a', kind: 'fixed', label: '首期', minor: '500', dueOn: '2026-01-31' }
  const terms = { terms: [term], effectiveOn: '2026-01-01' }
  await at.finance.send('POST', `/contracts/${at.contract}/terms`, terms)
  const [owed] = (await at.finance.get(`/contracts/${at.contract}/money`)).body.receivables
  const match = async (minor: string) => {
    const lines = [{ receivable: owed.id, minor }]
    const made = await at.finance.send('POST', `/receipts/${at.receipt}/matches`, { lines })
    expect(made.status, made.text).toBe(201)
  }
  await match('200')
  await correct(at, { receivedOn: '2026-03-03' })
  await match('300')
  const [job] = await jobs(at)
  expect(job?.matches).toHaveLength(1)
  await moved(at, '2026-02-10', '2026-03-03', job?.matches)
  // The claim is income of January; what came pays it in March, and nothing stands in February.
  expect(await months(at, '1212')).toEqual([
    ['2026-01', '-500'],
    ['2026-03', '500'],
  ])
  expect(await months(at, '4609%')).toEqual([['2026-01', '500']])
  await expectSound(at)

  // What stood at the correction and was taken back before the job leaves the wrong month as well.
  const { matches } = (await at.finance.get(`/receipts/${at.receipt}/matching`)).body
  await correct(at, { receivedOn: '2026-04-04' })
  const taken = { reason: '核对有误（示例）' }
  const path = `/receipts/${at.receipt}/matches/${matches[0].id}/take-back`
  const back = await at.finance.send('POST', path, taken)
  expect(back.status, back.text).toBeLessThan(300)
  const [, second] = await jobs(at)
  await moved(at, '2026-03-03', '2026-04-04', second?.matches)
  expect((await months(at, '1212')).map(([month]) => month)).toEqual([
    '2026-01',
    '2026-04',
    '2026-05',
  ])
  await expectSound(at)
})

test('a month that is closed takes no correction: it stands in the first open one, with its day', async () => {
  const at = await house()
  const term = { key: 'a', kind: 'fixed', label: '首期', minor: '500', dueOn: '2026-12-31' }
  const terms = { terms: [term], effectiveOn: '2026-01-01' }
  await at.finance.send('POST', `/contracts/${at.contract}/terms`, terms)
  expect((await at.finance.send('POST', '/closings', { month: '2026-02' })).status).toBe(201)
  expect((await at.leaders.send('POST', '/closings/confirm')).status).toBe(200)
  await correct(at, { receivedOn: '2026-01-20' })
  expect(await months(at, '4609%')).toEqual([['2026-02', '500']])
  await correct(at, { receivedOn: '2026-04-20' })
  expect(await months(at, '4609%')).toEqual([
    ['2026-02', '500'],
    ['2026-03', '-500'],
    ['2026-04', '500'],
  ])
  const { items } = (await at.finance.get('/journal?from=2026-03-01&to=2026-03-31')).body
  expect(items.some(({ actedOn }: { actedOn: string }) => actedOn === '2026-02-10')).toBe(true)
  await expectSound(at)
})

test('a sum that was put right on a later day leaves nothing in the month the receipt never came in', async () => {
  const at = await house()
  await correct(at, { amountFen: '700' })
  await correct(at, { amountFen: '701' })
  expect(await months(at, '4609%')).toEqual([
    ['2026-02', '500'],
    ['2026-05', '201'],
  ])
  await correct(at, { receivedOn: '2026-03-03' })
  expect(await months(at, '4609%')).toEqual([['2026-03', '701']])
  expect(await months(at, '1002')).toEqual([['2026-03', '-701']])
  await correct(at, { receivedOn: '2026-04-04' })
  await correct(at, { amountFen: '1' })
  await correct(at, { receivedOn: '2026-04-05' })
  expect(await months(at, '4609%')).toEqual([['2026-04', '1']])
  await expectSound(at)
})

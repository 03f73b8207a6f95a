import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../../platform/database.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { fillJournal } from '../../reconciliation/index.ts'

// What is recorded as paid straight in the docket leaves the bank as what a batch pays does.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app?.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const made = await officer.send('POST', '/rights', {
    ...{ title: '一种示例敷料', kind: 'invention', status: 'granted' },
    ...{ filedOn: '2019-11-20', grantedOn: '2021-04-06', feePaidYear: 7 },
  })
  const right = made.body.id as string
  const tell = async (of: string, event: object) => {
    const { seq: expectedSeq } = (await officer.get(`/rights/${of}`)).body
    const told = { on: '2026-11-02', source: '收据', despite: '示例', expectedSeq, ...event }
    return await officer.send('POST', `/rights/${of}/events`, told)
  }
  const fee = { kind: 'annuityPaid', year: 8, fen: '200000', ref: 'SJ-1' }
  const strike = (of: string, event: string) =>
    officer.send('POST', `/rights/${of}/events/${event}/strike`, { reason: '误登' })
  const booked = async () =>
    (await finance.get('/journal')).body.items.map(
      (one: { event: string; source: string; recordId: string; datedOn: string }) => one,
    )
  const spent = async () => {
    const [row] = await app.database.asOwner(
      `select coalesce(sum(amount_fen * case side when 'debit' then 1 else -1 end), 0)::text as fen
       from journal_line where institution_id = $1 and account = '5001'`,
      [institution],
    )
    return row?.['fen']
  }
  const isWhole = async () =>
    expect((await finance.get('/journal/differences')).body.items).toEqual([])
  return { institution, officer, finance, right, tell, fee, strike, booked, spent, isWhole }
}

test('an annual fee that is typed into the docket is booked once, and taken back in red', async () => {
  const { right, tell, fee, strike, booked, spent, isWhole } = await office()
  const paid = await tell(right, fee)
  expect(paid.status, paid.text).toBe(201)
  const [entry, ...others] = await booked()
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    ...{ event: 'annuityPaid', source: 'right_fee', recordId: right, datedOn: '2026-11-02' },
    ...{ reference: 'SJ-1', subject: '一种示例敷料' },
  })
  expect(await spent()).toBe('200000')
  expect((await tell(right, fee)).status).toBe(409)
  expect(await spent()).toBe('200000')
  await isWhole()

  expect((await strike(right, paid.body.id)).status).toBe(200)
  expect(await spent()).toBe('0')
  expect(await booked()).toHaveLength(2)
  await isWhole()
  expect((await strike(right, paid.body.id)).status).toBe(404)
  expect((await tell(right, fee)).status).toBe(201)
  expect(await spent()).toBe('200000')
  await isWhole()
})

test('so is another fee; what names no amount, or no receipt, moves nothing', async () => {
  const { officer, tell, spent, booked, isWhole, right } = await office()
  const made = await officer.send('POST', '/rights', {
    ...{ kind: 'design', title: '外观示例', filedOn: '2026-10-20' },
  })
  const other = { kind: 'applicationFeePaid', fen: '50000', ref: 'SJ-2' }
  expect((await tell(made.body.id, other)).status).toBe(201)
  expect(await spent()).toBe('50000')
  const unknown = { kind: 'examinationFeePaid', ref: 'SJ-3' }
  expect((await tell(right, unknown)).status).toBe(201)
  const taken = { kind: 'annuityTakenAsPaid', year: 8 }
  expect((await tell(right, taken)).status).toBe(201)
  expect([await spent(), (await booked()).length]).toEqual(['50000', 1])
  await isWhole()
})

test('a fee of a batch is booked by its batch alone, whatever is typed beside it', async () => {
  const { institution, officer, right, tell, fee, strike, booked, spent, isWhole } = await office()
  const leader = await app.person(['leaders'], institution)
  const made = await officer.send('POST', '/fee-batches', {
    ...{ title: '11月年费', budget: '转化经费', budgetFen: '500000', payOn: '2026-11-10' },
    ...{ lines: [{ right, year: 8 }], keepReason: '示例' },
  })
  expect(made.status, made.text).toBe(201)
  const path = `/fee-batches/${made.body.id}`
  expect((await leader.send('POST', `${path}/decision`, { approve: true })).status).toBe(200)
  const receipt = { right, year: 8, paidOn: '2026-11-02', fen: '200000', receipt: 'SJ-1' }
  const both = await Promise.all([
    tell(right, fee),
    officer.send('POST', `${path}/receipts`, { receipts: [receipt] }),
  ])
  expect(both.map(({ status }) => status)).toEqual([409, 200])
  // The same receipt typed again is the same payment.
  expect((await tell(right, fee)).status).toBe(409)
  expect([await spent(), (await booked()).length]).toEqual(['200000', 1])
  expect(await booked()).toMatchObject([{ source: 'fee_batch' }])
  await isWhole()
  const docket = (await officer.get(`/rights/${right}/docket`)).body
  const paid = docket.events.find(({ kind }: { kind: string }) => kind === 'annuityPaid')
  expect((await strike(right, paid.id)).status).toBe(200)
  expect([await spent(), (await booked()).length]).toEqual(['0', 2])
  await isWhole()
})

test('what was recorded before such fees were booked is booked by the worker, once', async () => {
  const { institution, right, tell, fee, strike, booked, spent, isWhole } = await office()
  const paid = await tell(right, fee)
  const gone = await tell(right, { ...fee, ref: 'SJ-9', fen: '5000' })
  expect((await strike(right, gone.body.id)).status).toBe(200)
  const fill = () =>
    asSystem(app.context.db, institution, (tx) => fillJournal(tx, app.context.clock, institution))
  await app.database.asOwner(`alter table journal_line disable trigger user`)
  await app.database.asOwner(`alter table journal_entry disable trigger user`)
  for (const table of ['journal_line', 'journal_entry']) {
    await app.database.asOwner(`delete from ${table} where institution_id = $1`, [institution])
  }
  expect(await spent()).toBe('0')
  expect([await fill(), await fill()]).toEqual([1, 0])
  expect([await spent(), (await booked()).length]).toEqual(['200000', 1])
  await isWhole()
  expect((await strike(right, paid.body.id)).status).toBe(200)
  expect(await spent()).toBe('0')
  await isWhole()
})

test('another house sees none of it', async () => {
  const { right, tell, fee } = await office()
  expect((await tell(right, fee)).status).toBe(201)
  const stranger = await app.person(['finance'], await app.institution())
  expect((await stranger.get('/journal')).body.items).toEqual([])
})

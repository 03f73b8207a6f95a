import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app?.close())

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const leader = await app.person(['leaders'], institution)
  const make = async (fields: object) =>
    (await officer.send('POST', '/rights', { title: '一种示例', ...fields })).body.id as string
  const others = async (query = '') => (await officer.get(`/docket/other-fees${query}`)).body
  const propose = (lines: object[], more: object = {}) =>
    officer.send('POST', '/fee-batches', {
      ...{ title: '申请费', budget: '转化经费', budgetFen: '500000', payOn: '2026-11-10', lines },
      ...more,
    })
  return { institution, officer, leader, make, others, propose }
}

type Answer = { body: { code?: string; errors?: { pointer: string; rule: string }[] } }
const ruleOf = ({ body }: Answer) =>
  body.errors?.map(({ pointer, rule }) => `${pointer} ${rule}`).join() ?? body.code
type Fee = { right: string; clock: string; feeFen: string | null; batchId: string | null }
const told = ({ items }: { items: Fee[] }) => items.map(({ clock, feeFen }) => `${clock} ${feeFen}`)

test('the fees of an application are listed, forecast, paid in a batch and recorded', async () => {
  const { institution, officer, leader, make, others, propose } = await office()
  const right = await make({ kind: 'invention', filedOn: '2026-10-20' })
  const pct = await make({ kind: 'pct', filedOn: '2024-07-20' })
  expect(told(await others())).toEqual(['application-fee 90000', 'pct-entry null'])
  expect(await others()).toMatchObject({ totalFen: '90000', unknown: 1 })
  const sheet = await officer.get('/docket/other-fees.csv')
  expect(sheet.text).toMatch(/900\.00,至少：/)
  const doctor = await app.person(['inventor'], institution)
  expect((await doctor.get('/docket/other-fees')).status).toBe(403)

  const years = (await officer.get('/docket/forecast?years=4')).body.years
  const ahead = years.map(({ others: one }: { others: object }) => one)
  expect(ahead).toEqual([
    { fees: 1, feesFen: '90000', unknown: 0, atLeast: 1 },
    { fees: 1, feesFen: '0', unknown: 1, atLeast: 0 },
    { fees: 0, feesFen: '0', unknown: 0, atLeast: 0 },
    { fees: 1, feesFen: '250000', unknown: 0, atLeast: 0 },
  ])

  const line = { right, clock: 'application-fee' }
  expect(ruleOf(await propose([{ right: pct, clock: 'pct-entry' }]))).toBe('#/lines fee-unknown')
  expect(ruleOf(await propose([{ right, clock: 'novelty' }]))).toBe('#/lines no-such-fee')
  expect(ruleOf(await propose([{ right }]))).toBe('#/lines/0 one-fee')
  expect(ruleOf(await propose([line], { payOn: '2027-03-01' }))).toBe('#/payOn fee-beyond-grace')
  const made = await propose([line])
  expect(made.status, made.text).toBe(201)
  expect(ruleOf(await propose([line]))).toBe('fee-in-batch')
  const path = `/fee-batches/${made.body.id}`
  expect((await officer.get(path)).body).toMatchObject({
    totalFen: '90000',
    lines: [{ clock: 'application-fee', year: 0, feeFen: '90000', feeTitle: { zh: '申请费' } }],
  })
  // What waits in a batch is paid by its receipt, and typed by nobody besides.
  const { seq } = (await officer.get(`/rights/${right}`)).body
  const event = { kind: 'applicationFeePaid', on: '2026-11-02', source: '收据', expectedSeq: seq }
  const typed = await officer.send('POST', `/rights/${right}/events`, event)
  expect([typed.status, typed.body.code]).toEqual([409, 'fee-in-batch'])

  expect((await leader.send('POST', `${path}/decision`, { approve: true })).status).toBe(200)
  const file = await officer.get(`${path}/pay-file.csv`)
  expect(file.text).toMatch(/申请费,900\.00/)
  const receipt = { ...line, paidOn: '2026-11-02', fen: '95000', receipt: 'SJ-9' }
  const wrong = { ...receipt, clock: 'examination-fee' }
  const refused = await officer.send('POST', `${path}/receipts`, { receipts: [wrong] })
  expect(ruleOf(refused)).toBe('#/receipts line-not-open')
  // What comes on top nobody counts here.
  const receipts = { receipts: [receipt], mayDiffer: true }
  const taken = await officer.send('POST', `${path}/receipts`, receipts)
  expect(taken.body, taken.text).toEqual({ open: 0 })
  expect(told(await others())).toEqual(['pct-entry null'])
  const docket = (await officer.get(`/rights/${right}/docket`)).body
  const paid = docket.events.find(({ kind }: { kind: string }) => kind === 'applicationFeePaid')
  expect(paid).toMatchObject({ on: '2026-11-02', told: { fen: '95000', ref: 'SJ-9' } })
  const again = await officer.send('POST', `${path}/receipts`, { receipts: [receipt] })
  expect([again.status, again.body.code]).toEqual([409, 'batch-not-approved'])

  // Struck, the fee waits again, in the same batch.
  const struck = await officer.send('POST', `/rights/${right}/events/${paid.id}/strike`, {
    reason: '误登',
  })
  expect(struck.status, struck.text).toBe(200)
  expect((await others()).items[0]).toMatchObject({
    clock: 'application-fee',
    batchId: made.body.id,
  })
  expect((await officer.get(path)).body).toMatchObject({
    state: 'approved',
    lines: [{ state: 'open', paidFen: null }],
  })
})

test('of two who put one fee together one is told so', async () => {
  const { make, propose } = await office()
  const right = await make({ kind: 'design', filedOn: '2026-10-20' })
  const line = { right, clock: 'application-fee' }
  const both = await Promise.all([propose([line]), propose([line])])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

test('a trademark asks for its renewal, late only when the time for it is over', async () => {
  const { officer, make, others } = await office()
  const mark = await make({ kind: 'trademark', grantedOn: '2016-12-01', status: 'granted' })
  expect(told(await others())).toEqual(['trademark-renewal 50000'])
  const clocks = (await officer.get(`/rights/${mark}/docket`)).body.clocks
  const fee = clocks.find(({ key }: { key: string }) => key === 'trademark-renewal').fee
  expect(fee).toMatchObject({ fen: '50000', besides: { zh: expect.stringContaining('类别') } })
  app.clock.set('2026-12-10')
  const later = await app.signInAgain(officer)
  expect(told((await later.get('/docket/other-fees')).body)).toEqual([
    'trademark-renewal-late 75000',
  ])
  app.clock.set('2026-11-02')
})

test('another house sees none of it', async () => {
  const { make, others } = await office()
  const right = await make({ kind: 'design', filedOn: '2026-10-20' })
  expect((await others()).items).toHaveLength(1)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get('/docket/other-fees')).body.items).toEqual([])
  const batch = { title: '他人', budget: '经费', budgetFen: '100000', payOn: '2026-11-10' }
  const lines = [{ right, clock: 'application-fee' }]
  const made = await stranger.send('POST', '/fee-batches', { ...batch, lines })
  expect(ruleOf(made)).toBe('#/lines no-such-fee')
})

test('a department has a budget of its own beside that of the house', async () => {
  const { institution, officer, leader, make, propose } = await office()
  const fields = { filedOn: '2026-10-20', departments: ['骨科', '药剂科'] }
  const right = await make({ kind: 'design', ...fields })
  const state = (department: string | null, fen: string) =>
    leader.send('POST', '/fee-budgets', { year: 2026, department, fen, document: '预算批复' })
  expect((await state('骨科', '40000')).status).toBe(201)
  expect((await state(null, '900000')).status).toBe(201)
  expect((await state('骨科', '60000')).status).toBe(201)
  const departments = async () =>
    (await officer.get('/fee-budgets/departments?year=2026')).body.items
  expect(await departments()).toEqual([
    { department: '骨科', budgetFen: '60000', plannedFen: '50000', committedFen: '0' },
  ])
  const made = await propose([{ right, clock: 'application-fee' }])
  const path = `/fee-batches/${made.body.id}`
  expect((await leader.send('POST', `${path}/decision`, { approve: true })).status).toBe(200)
  expect((await officer.get(path)).body.year).toMatchObject({ budgetFen: '900000' })
  const sheet = await officer.get('/fee-budgets/departments.csv?year=2026')
  expect(sheet.status, sheet.text).toBe(200)
  expect(sheet.text.trim().split('\r\n')).toHaveLength((await departments()).length + 1)
  expect((await officer.get('/fee-budgets/departments.csv')).status).toBe(400)
  const [committed] = await departments()
  expect(committed).toMatchObject({ plannedFen: '0', committedFen: '50000' })
  const doctor = await app.person(['inventor'], institution)
  expect((await doctor.get('/fee-budgets/departments?year=2026')).status).toBe(403)
  expect((await doctor.get('/fee-budgets/departments.csv?year=2026')).status).toBe(403)
  const stranger = await app.person(['finance'], await app.institution())
  expect((await stranger.get('/fee-budgets/departments?year=2026')).body.items).toEqual([])
})

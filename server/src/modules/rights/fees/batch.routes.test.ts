import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app.close())

let serial = 0

/** An office with two patents: one late in its eighth year, one due in June. */
async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const leader = await app.person(['leaders'], institution)
  const make = async (filedOn: string, title: string) => {
    serial += 1
    const digits = `20191${String(9_000_000 + serial)}`
    const number = `${digits}.${patentCheckCharacter(digits)}`
    const more = { filedOn, status: 'granted', grantedOn: '2021-04-06', feePaidYear: 7 }
    const body = { kind: 'invention', title, number, ...more }
    return (await officer.send('POST', '/rights', body)).body.id as string
  }
  const [late, soon] = [await make('2019-03-10', '牵引架'), await make('2019-06-15', '=引流管')]
  const batch = {
    title: '2026年5月年费',
    budget: '转化经费 2026-07',
    budgetFen: '500000',
    payOn: '2026-05-12',
    lines: [
      { right: late, year: 8 },
      { right: soon, year: 8 },
    ],
    keepReason: '仍在许可中',
  }
  return { institution, officer, leader, late, soon, batch }
}

async function approved() {
  const all = await office()
  const { body } = await all.officer.send('POST', '/fee-batches', all.batch)
  const path = `/fee-batches/${body.id}`
  expect((await all.leader.send('POST', `${path}/decision`, { approve: true })).status).toBe(200)
  return { ...all, path }
}

test('fees are chosen, priced for the day of payment, approved by somebody else and paid', async () => {
  const { officer: first, leader, late, soon, batch } = await office()
  let officer = first
  const made = await officer.send('POST', '/fee-batches', batch)
  expect(made.status).toBe(201)
  const path = `/fee-batches/${made.body.id}`
  const { body } = await officer.get(path)
  expect(body).toMatchObject({ state: 'proposed', totalFen: '420000', reading: 'first-month-free' })
  const lines = body.lines.map((one: { right: string; feeFen: string; surchargeFen: string }) => [
    one.right,
    one.feeFen,
    one.surchargeFen,
  ])
  // The twelfth of May lies in the third month after the tenth of March.
  expect(lines).toEqual(
    expect.arrayContaining([
      [late, '200000', '20000'],
      [soon, '200000', '0'],
    ]),
  )
  const early = await officer.get(`${path}/pay-file.csv`)
  expect([early.status, early.body.code]).toEqual([409, 'batch-not-approved'])
  expect((await officer.send('POST', `${path}/decision`, { approve: true })).status).toBe(403)
  expect((await leader.send('POST', `${path}/decision`, { approve: true })).status).toBe(200)
  expect((await leader.send('POST', `${path}/decision`, { approve: true })).body.code).toBe(
    'batch-not-open',
  )
  const file = await officer.get(`${path}/pay-file.csv`)
  expect(file.text).toContain(`'=引流管`)
  expect(file.text).toContain('2200.00')
  const book = await officer.get(`${path}/pay-file.xlsx`)
  expect([book.status, book.text.startsWith('PK')]).toEqual([200, true])

  app.clock.set('2026-05-12')
  officer = await app.signInAgain(officer)
  const receipt = { right: late, year: 8, paidOn: '2026-05-12', fen: '220000', receipt: 'SJ-1' }
  const receipted = await officer.send('POST', `${path}/receipts`, { receipts: [receipt] })
  expect(receipted.body).toEqual({ open: 1 })
  const docket = (await officer.get(`/rights/${late}/docket`)).body
  expect(docket.annuities.find((one: { year: number }) => one.year === 8)).toMatchObject({
    state: 'paid',
    settledOn: '2026-05-12',
    review: { decision: 'keep', reason: '仍在许可中' },
    batch: { state: 'paid' },
  })
  const twice = await officer.send('POST', `${path}/receipts`, { receipts: [receipt] })
  expect(twice.body.errors).toMatchObject([{ rule: 'line-not-open' }])
  const other = { right: soon, year: 8, paidOn: '2026-05-12', fen: '200000', receipt: 'SJ-2' }
  expect((await officer.send('POST', `${path}/receipts`, { receipts: [other] })).body).toEqual({
    open: 0,
  })
  expect((await officer.get(path)).body.state).toBe('settled')
  expect((await officer.get(`${path}/history`)).body.chain).toMatchObject({ ok: true })
  // What is paid comes into no further batch.
  const again = await officer.send('POST', '/fee-batches', { ...batch, payOn: '2026-05-13' })
  expect(again.body.errors).toMatchObject([{ rule: 'no-such-fee' }])
  app.clock.set('2026-05-08')
})

test('one receipt that fits nothing keeps all of them out', async () => {
  const { officer, path, late, soon } = await approved()
  const receipt = { right: late, year: 8, paidOn: '2026-05-08', fen: '210000', receipt: 'SJ-9' }
  const wrong = { ...receipt, right: soon, year: 9 }
  const answer = await officer.send('POST', `${path}/receipts`, { receipts: [receipt, wrong] })
  expect(answer.status).toBe(400)
  const { body } = await officer.get(path)
  expect(body.lines.map((one: { state: string }) => one.state)).toEqual(['open', 'open'])
  expect((await officer.get(`/rights/${late}/docket`)).body.events).toHaveLength(2)
  const future = { ...receipt, paidOn: '2026-05-09' }
  const early = await officer.send('POST', `${path}/receipts`, { receipts: [future] })
  const day = { pointer: '#/receipts/0/paidOn', rule: 'paid-in-future' }
  expect(early.body.errors).toMatchObject([day])
})

test('an amount that is no number is refused at its field', async () => {
  const { officer, leader, path, late } = await approved()
  const receipt = { right: late, year: 8, paidOn: '2026-05-08', fen: 'abc', receipt: 'SJ-9' }
  const receipts = await officer.send('POST', `${path}/receipts`, { receipts: [receipt] })
  expect(receipts.status, receipts.text).toBe(400)
  expect(receipts.body.errors).toMatchObject([{ pointer: '#/receipts/0/fen' }])
  const budget = { year: 2026, department: null, fen: '5,000', document: '预算批复' }
  const stated = await leader.send('POST', '/fee-budgets', budget)
  expect(stated.status, stated.text).toBe(400)
  expect(stated.body.errors).toMatchObject([{ pointer: '#/fen' }])
})

test('a receipt that was recorded before keeps all the others out', async () => {
  const { officer, leader, late, soon, batch } = await office()
  const part = { year: 8, fen: '100000' }
  const hand = { kind: 'annuityPaid', on: '2026-05-08', source: '回执', ref: 'SJ-11', ...part }
  expect((await officer.send('POST', `/rights/${soon}/events`, hand)).status).toBe(201)
  const { body } = await officer.send('POST', '/fee-batches', batch)
  const path = `/fee-batches/${body.id}`
  await leader.send('POST', `${path}/decision`, { approve: true })
  const first = { right: late, year: 8, paidOn: '2026-05-08', fen: '210000', receipt: 'SJ-10' }
  const again = { ...first, ...part, right: soon, receipt: 'SJ-11' }
  const receipts = { receipts: [first, again], mayDiffer: true }
  const answer = await officer.send('POST', `${path}/receipts`, receipts)
  expect(answer.body.errors).toMatchObject([{ rule: 'line-not-open' }])
  const { lines } = (await officer.get(path)).body
  expect(lines.map((one: { state: string }) => one.state)).toEqual(['open', 'open'])
})

test('what stands in a batch is not recorded as paid beside it', async () => {
  const { officer, soon, batch } = await office()
  const { body } = await officer.send('POST', '/fee-batches', batch)
  const paid = { kind: 'annuityPaid', on: '2026-05-07', source: '回执', year: 8, fen: '200000' }
  const answer = await officer.send('POST', `/rights/${soon}/events`, paid)
  expect([answer.status, answer.body.code]).toEqual([409, 'fee-in-batch'])
  await officer.send('POST', `/fee-batches/${body.id}/cancel`, { reason: '已单独缴纳' })
  expect((await officer.send('POST', `/rights/${soon}/events`, paid)).status).toBe(201)
})

test('the year that fees are paid to is not typed past a fee that stands in a batch', async () => {
  const { officer, soon, batch } = await office()
  const { body } = await officer.send('POST', '/fee-batches', batch)
  const { seq } = (await officer.get(`/rights/${soon}`)).body
  const typed = { expectedSeq: seq, reason: '核对', feePaidYear: 9 }
  const answer = await officer.send('PATCH', `/rights/${soon}`, typed)
  expect([answer.status, answer.body.code]).toEqual([409, 'fee-in-batch'])
  expect(answer.body.errors).toMatchObject([{ pointer: '#/feePaidYear' }])
  await officer.send('POST', `/fee-batches/${body.id}/cancel`, { reason: '另行核对' })
  const after = { ...typed, expectedSeq: (await officer.get(`/rights/${soon}`)).body.seq }
  expect((await officer.send('PATCH', `/rights/${soon}`, after)).status).toBe(200)
})

test('a year is put into a batch with the years before it, and receipted in their order', async () => {
  const { officer, leader, soon, batch } = await office()
  const nine = { ...batch, lines: [{ right: soon, year: 9 }] }
  const alone = await officer.send('POST', '/fee-batches', nine)
  expect([alone.status, alone.body.code]).toEqual([409, 'earlier-fees-open'])
  const both = { ...batch, lines: [...nine.lines, { right: soon, year: 8 }] }
  const { body } = await officer.send('POST', '/fee-batches', both)
  const path = `/fee-batches/${body.id}`
  await leader.send('POST', `${path}/decision`, { approve: true })
  const paid = (year: number) => ({
    ...{ right: soon, year, paidOn: '2026-05-08', fen: '200000', receipt: `SJ-3${year}` },
  })
  const early = await officer.send('POST', `${path}/receipts`, { receipts: [paid(9)] })
  expect([early.status, early.body.code]).toEqual([409, 'earlier-fees-open'])
  const done = await officer.send('POST', `${path}/receipts`, { receipts: [paid(9), paid(8)] })
  expect(done.body).toEqual({ open: 0 })
})

test('a payment of a batch that is struck opens its line again', async () => {
  const { officer, path, late, soon } = await approved()
  const receipt = (right: string, fen: string, no: string) => ({
    ...{ right, year: 8, paidOn: '2026-05-08', fen, receipt: no },
  })
  const receipts = [receipt(late, '210000', 'SJ-41'), receipt(soon, '200000', 'SJ-42')]
  await officer.send('POST', `${path}/receipts`, { receipts })
  expect((await officer.get(path)).body.state).toBe('settled')
  const { events } = (await officer.get(`/rights/${late}/docket`)).body
  const paid = events.find(({ kind }: { kind: string }) => kind === 'annuityPaid')
  const struck = { reason: '收据属于另一项专利' }
  await officer.send('POST', `/rights/${late}/events/${paid.id}/strike`, struck)
  const { body } = await officer.get(path)
  expect(body.state).toBe('approved')
  const line = body.lines.find((one: { right: string }) => one.right === late)
  expect(line).toMatchObject({ state: 'open', paidOn: null, paidFen: null, receipt: null })
  const again = { receipts: [receipt(late, '210000', 'SJ-43')] }
  expect((await officer.send('POST', `${path}/receipts`, again)).body).toEqual({ open: 0 })
})

test('of a fee that is put together and let go at once one of the two holds', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { officer, leader, late, batch } = await office()
    const review = { year: 8, decision: 'abandon', reason: '已有替代' }
    const [made, gone] = await Promise.all([
      officer.send('POST', '/fee-batches', batch),
      leader.send('POST', `/rights/${late}/reviews`, review),
    ])
    expect([made.status, gone.status].sort()).toEqual([201, 409])
  }
})

test('nothing more is paid for a right that was lost over an earlier fee', async () => {
  const { officer, late, batch } = await office()
  const { seq } = (await officer.get(`/rights/${late}`)).body
  const unpaid = { expectedSeq: seq, reason: '核对缴费记录', feePaidYear: 6 }
  expect((await officer.send('PATCH', `/rights/${late}`, unpaid)).status).toBe(200)
  // The seventh year could be paid until the tenth of September 2025.
  const answer = await officer.send('POST', '/fee-batches', batch)
  expect(answer.body.errors).toMatchObject([{ pointer: '#/payOn', rule: 'fee-beyond-grace' }])
  expect(answer.text).toContain('2025-09-10')
})

test('what was paid late in part counts against the surcharge as well', async () => {
  const { officer, late, batch } = await office()
  const part = { kind: 'annuityPaid', on: '2026-05-08', source: '回执', year: 8, fen: '205000' }
  await officer.send('POST', `/rights/${late}/events`, part)
  const { body } = await officer.send('POST', '/fee-batches', batch)
  const { lines } = (await officer.get(`/fee-batches/${body.id}`)).body
  // The twelfth of May asks for 2,200 yuan, of which 2,050 are paid.
  expect(lines.find((one: { right: string }) => one.right === late)).toMatchObject({
    feeFen: '0',
    surchargeFen: '15000',
  })
})

test('nothing is approved or paid from a list that is no longer right', async () => {
  const all = await office()
  const { body } = await all.officer.send('POST', '/fee-batches', all.batch)
  const path = `/fee-batches/${body.id}`
  // From the eleventh of June on a fourth month is begun.
  app.clock.set('2026-06-11')
  const leader = await app.signInAgain(all.leader)
  const late = await leader.send('POST', `${path}/decision`, { approve: true })
  app.clock.set('2026-05-08')
  expect([late.status, late.body.code]).toEqual([409, 'batch-out-of-date'])
  expect((await all.officer.get(path)).body.state).toBe('proposed')

  const { officer, late: paid, path: other } = await approved()
  const reduced = { kind: 'reductionRecorded', on: '2026-03-01', source: '减缴备案' }
  expect((await officer.send('POST', `/rights/${paid}/events`, reduced)).status).toBe(201)
  const file = await officer.get(`${other}/pay-file.csv`)
  expect([file.status, file.body.code]).toEqual([409, 'batch-out-of-date'])
})

test('what is paid already is not in the list to be paid', async () => {
  const { officer, path, late } = await approved()
  const receipt = { right: late, year: 8, paidOn: '2026-05-08', fen: '220000', receipt: 'SJ-12' }
  await officer.send('POST', `${path}/receipts`, { receipts: [receipt] })
  const { text } = await officer.get(`${path}/pay-file.csv`)
  expect(text).toContain('引流管')
  expect(text).not.toContain('牵引架')
})

test('a fee stands in one batch, until that batch is cancelled or refused', async () => {
  const { officer, leader, batch } = await office()
  const first = await officer.send('POST', '/fee-batches', batch)
  const second = await officer.send('POST', '/fee-batches', batch)
  expect([second.status, second.body.code]).toEqual([409, 'fee-in-batch'])
  const path = `/fee-batches/${first.body.id}`
  expect((await officer.send('POST', `${path}/cancel`, { reason: '经费未到' })).status).toBe(200)
  const third = await officer.send('POST', '/fee-batches', batch)
  expect(third.status).toBe(201)
  const refused = { approve: false, remark: '金额过高' }
  await leader.send('POST', `/fee-batches/${third.body.id}/decision`, refused)
  expect((await officer.send('POST', '/fee-batches', batch)).status).toBe(201)
  const states = (await officer.get('/fee-batches')).body.items.map(
    (one: { state: string }) => one.state,
  )
  expect(states).toEqual(['proposed', 'refused', 'cancelled'])
})

test('a batch paid in part is settled by giving up the rest, which comes into another one', async () => {
  const { officer, path, late, soon, batch } = await approved()
  const receipt = { right: late, year: 8, paidOn: '2026-05-08', fen: '220000', receipt: 'SJ-21' }
  await officer.send('POST', `${path}/receipts`, { receipts: [receipt] })
  const given = await officer.send('POST', `${path}/cancel`, { reason: '其余另行申请' })
  expect(given.status, given.text).toBe(200)
  const { body } = await officer.get(path)
  expect(body).toMatchObject({ state: 'settled', remark: '其余另行申请' })
  expect(body.lines.map((one: { state: string }) => one.state).sort()).toEqual(['dropped', 'paid'])
  const again = { ...batch, lines: [{ right: soon, year: 8 }] }
  expect((await officer.send('POST', '/fee-batches', again)).status).toBe(201)
})

test('two who put the same fee together at once: one of them succeeds', async () => {
  const { officer, batch } = await office()
  const both = await Promise.all([1, 2].map(() => officer.send('POST', '/fee-batches', batch)))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('every fee is reviewed before it is paid; one let go, or beyond grace, is not paid', async () => {
  const { officer, late, batch } = await office()
  const { keepReason: _none, ...bare } = batch
  const unreviewed = await officer.send('POST', '/fee-batches', bare)
  expect(unreviewed.body.errors).toMatchObject([
    { pointer: '#/keepReason', rule: 'fee-not-reviewed' },
  ])
  const past = await officer.send('POST', '/fee-batches', { ...batch, payOn: '2026-05-07' })
  expect(past.body.errors).toMatchObject([{ rule: 'pay-day-past' }])
  const beyond = await officer.send('POST', '/fee-batches', { ...batch, payOn: '2026-09-11' })
  expect(beyond.body.errors).toMatchObject([{ rule: 'fee-beyond-grace' }])
  const review = { year: 8, decision: 'abandon', reason: '已有替代' }
  await officer.send('POST', `/rights/${late}/reviews`, review)
  const gone = await officer.send('POST', '/fee-batches', batch)
  expect([gone.status, gone.body.code]).toEqual([409, 'fee-let-go'])
  expect((await officer.get('/fee-batches')).body.items).toEqual([])
})

test('a right in a batch is not let go behind its back', async () => {
  const { officer, late, batch } = await office()
  await officer.send('POST', '/fee-batches', batch)
  const review = { year: 8, decision: 'abandon', reason: '改变主意' }
  const answer = await officer.send('POST', `/rights/${late}/reviews`, review)
  expect([answer.status, answer.body.code]).toEqual([409, 'fee-in-batch'])
})

test('another institution sees no batch and changes none', async () => {
  const { path } = await approved()
  const { officer: stranger, leader } = await office()
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get(`${path}/pay-file.csv`)).status).toBe(404)
  expect((await stranger.send('POST', `${path}/cancel`, { reason: '他人' })).status).toBe(404)
  expect((await leader.send('POST', `${path}/decision`, { approve: true })).status).toBe(404)
})

test('a batch beyond its budget is approved with a reason only', async () => {
  const { officer, leader, batch } = await office()
  const tight = { ...batch, budgetFen: '419999' }
  const path = `/fee-batches/${(await officer.send('POST', '/fee-batches', tight)).body.id}`
  expect((await leader.get(path)).body.over).toEqual({ batchFen: '1', yearFen: null })
  const bare = await leader.send('POST', `${path}/decision`, { approve: true })
  expect([bare.status, bare.body.errors]).toMatchObject([
    400,
    [{ pointer: '#/overReason', rule: 'over-budget' }],
  ])
  expect((await leader.get(path)).body.state).toBe('proposed')
  const overReason = '滞纳期将届满'
  const told = await leader.send('POST', `${path}/decision`, { approve: true, overReason })
  expect(told.status).toBe(200)
  expect((await leader.get(path)).body).toMatchObject({ state: 'approved', overReason })
})

test('the budget of a year is compared with what its approved batches take', async () => {
  const { officer, leader, late, soon, batch } = await office()
  const stated = { year: 2026, fen: '300000', document: '院发〔2026〕3 号' }
  expect((await officer.send('POST', '/fee-budgets', stated)).status).toBe(403)
  expect((await leader.send('POST', '/fee-budgets', stated)).status).toBe(201)
  const negative = await leader.send('POST', '/fee-budgets', { ...stated, fen: '-1' })
  expect(negative.body.errors).toMatchObject([{ pointer: '#/fen', rule: 'amount-not-negative' }])
  const make = async (right: string) => {
    const body = { ...batch, lines: [{ right, year: 8 }] }
    return `/fee-batches/${(await officer.send('POST', '/fee-batches', body)).body.id}`
  }
  const [first, second] = [await make(late), await make(soon)]
  expect((await leader.send('POST', `${first}/decision`, { approve: true })).status).toBe(200)
  expect((await leader.get(second)).body).toMatchObject({
    year: { year: 2026, budgetFen: '300000', committedFen: '220000' },
    over: { batchFen: null, yearFen: '120000' },
  })
  const bare = await leader.send('POST', `${second}/decision`, { approve: true })
  expect(bare.body.errors).toMatchObject([{ rule: 'over-budget' }])
  const more = { ...stated, fen: '420000', document: '院发〔2026〕9 号' }
  expect((await leader.send('POST', '/fee-budgets', more)).status).toBe(201)
  expect((await leader.send('POST', `${second}/decision`, { approve: true })).status).toBe(200)
  const { items } = (await officer.get('/fee-budgets')).body
  expect(items.map(({ fen }: { fen: string }) => fen)).toEqual(['420000', '300000'])
  const stating = (await officer.get('/fee-budgets.csv')).text
  expect(stating.trim().split('\r\n')).toHaveLength(3)
  expect(stating).toContain('2026,全单位,4200.00,院发〔2026〕9 号')
  const { years } = (await officer.get('/docket/forecast?years=1')).body
  expect(years).toMatchObject([{ year: 2026, budgetFen: '420000', committedFen: '420000' }])
  const sheet = await officer.get('/docket/forecast.csv?years=2&lang=zh')
  expect(sheet.text).toContain('年度预算')
  expect(sheet.text).toContain('4200.00')
})

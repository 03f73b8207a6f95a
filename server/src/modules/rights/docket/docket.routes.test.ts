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
const numberOf = (year: number, digit: number) => {
  serial += 1
  const digits = `${year}${digit}9${String(serial).padStart(6, '0')}`
  return `${digits}.${patentCheckCharacter(digits)}`
}

const invention = () => ({
  kind: 'invention',
  title: '一种示例牵引装置',
  number: numberOf(2019, 1),
  status: 'granted',
  filedOn: '2019-03-10',
  grantedOn: '2021-04-06',
  feePaidYear: 7,
})

async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const { body } = await officer.send('POST', '/rights', invention())
  return { institution, officer, id: body.id as string, path: `/rights/${body.id}` }
}

const yearIn = (docket: { annuities: { year: number }[] }, year: number) =>
  docket.annuities.find((one) => one.year === year)

test('a number is kept in its one notation, and a wrong one is refused at its field', async () => {
  const { officer } = await office()
  const number = numberOf(2024, 2)
  const body = { kind: 'utility_model', title: '甲', number: `ZL ${number.replace('.', '')}` }
  const { body: made } = await officer.send('POST', '/rights', body)
  expect((await officer.get(`/rights/${made.id}`)).body.number).toBe(number)
  const other = number.endsWith('1') ? '2' : '1'
  const wrong = await officer.send('POST', '/rights', {
    ...body,
    number: `${number.slice(0, -1)}${other}`,
  })
  expect(wrong.status).toBe(400)
  expect(wrong.body.errors).toMatchObject([{ pointer: '#/number', rule: 'check-digit' }])
  const patch = { expectedSeq: 1, reason: '更正', number: '123' }
  const amended = await officer.send('PATCH', `/rights/${made.id}`, patch)
  expect(amended.body.errors).toMatchObject([{ rule: 'application-number' }])
  const right = (await officer.get(`/rights/${made.id}`)).body
  expect([right.number, right.seq]).toEqual([number, 1])
})

test('the docket counts fees, surcharge by both readings, and what comes next', async () => {
  const { officer, path } = await office()
  const { body: docket } = await officer.get(`${path}/docket`)
  expect(docket).toMatchObject({ state: 'granted', since: '2021-04-06', assumedThrough: null })
  expect(yearIn(docket, 8)).toMatchObject({
    dueOn: '2026-03-10',
    graceUntil: '2026-09-10',
    state: 'inGrace',
    feeFen: '200000',
    surchargeFen: { 'first-month-free': '10000', 'every-month': '20000' },
    toPayFen: { 'first-month-free': '210000', 'every-month': '220000' },
    verified: false,
  })
  expect(docket.term).toMatchObject({ endsOn: '2039-03-10' })
  expect(docket.readings.map((one: { isTaken: boolean }) => one.isTaken)).toEqual([true, false])
})

test('events move the right, its register entry and its fees, and stand in its history', async () => {
  const { officer, path } = await office()
  const paid = { kind: 'annuityPaid', on: '2026-05-08', source: '收据 001', year: 8, fen: '210000' }
  const answer = await officer.send('POST', `${path}/events`, { ...paid, expectedSeq: 1 })
  expect(answer.status).toBe(201)
  const right = (await officer.get(path)).body
  expect([right.feePaidYear, right.feeDueOn]).toEqual([8, '2027-03-10'])
  const { body: docket } = await officer.get(`${path}/docket`)
  expect(yearIn(docket, 8)).toMatchObject({ state: 'paid', settledOn: '2026-05-08' })
  const again = await officer.send('POST', `${path}/events`, paid)
  expect([again.status, again.body.code]).toEqual([409, 'event-recorded-already'])
  const history = (await officer.get(`${path}/history`)).body
  expect(history.chain).toEqual({ ok: true, length: 2 })
  expect(history.items[1].changes.map((one: { field: string }) => one.field)).toContain('event')
  // Struck, it stays readable and counts no more.
  const { id } = answer.body
  const struck = await officer.send('POST', `${path}/events/${id}/strike`, { reason: '收据有误' })
  expect(struck.status).toBe(200)
  const after = (await officer.get(`${path}/docket`)).body
  expect(yearIn(after, 8)).toMatchObject({ state: 'inGrace' })
  expect(after.events.find((one: { id: string }) => one.id === id).struck.reason).toBe('收据有误')
  expect((await officer.send('POST', `${path}/events/${id}/strike`, { reason: '再' })).status).toBe(
    404,
  )
})

test('earlier years are taken as paid only when somebody says so, each by a fact of its own', async () => {
  const { officer, path } = await office()
  const paid = { kind: 'annuityPaid', on: '2026-05-08', source: '收据 009', year: 9, fen: '200000' }
  const silent = await officer.send('POST', `${path}/events`, paid)
  expect([silent.status, silent.body.code]).toEqual([409, 'earlier-fees-open'])
  expect(silent.body.facts).toEqual({ years: [8] })
  expect((await officer.get(path)).body.seq).toBe(1)
  const wrong = await officer.send('POST', `${path}/events`, { ...paid, takenAsPaid: [7, 8] })
  expect(wrong.body.code).toBe('earlier-fees-open')
  const told = await officer.send('POST', `${path}/events`, { ...paid, takenAsPaid: [8] })
  expect(told.status).toBe(201)
  const { body: docket } = await officer.get(`${path}/docket`)
  const facts = docket.events.filter(({ kind }: { kind: string }) => kind === 'annuityTakenAsPaid')
  expect(facts).toMatchObject([{ on: '2026-05-08', source: '收据 009', told: { year: 8 } }])
  expect(yearIn(docket, 8)).toMatchObject({ state: 'paid', settledOn: null })
  // Struck, that year is open again, and the later one stays as it was recorded.
  const reason = { reason: '并未缴纳' }
  await officer.send('POST', `${path}/events/${facts[0].id}/strike`, reason)
  const after = (await officer.get(`${path}/docket`)).body
  expect([yearIn(after, 8)?.state, yearIn(after, 9)?.state]).toEqual(['inGrace', 'paid'])
})

test('what was assumed becomes a fact with the first payment, and stays when that is struck', async () => {
  const { officer } = await office()
  const { feePaidYear: _none, ...rest } = { ...invention(), number: numberOf(2019, 1) }
  const { body: made } = await officer.send('POST', '/rights', rest)
  const path = `/rights/${made.id}`
  const paid = { kind: 'annuityPaid', on: '2026-05-08', source: '收据 8', year: 8, fen: '210000' }
  const { body: event } = await officer.send('POST', `${path}/events`, paid)
  const { body: docket } = await officer.get(`${path}/docket`)
  const facts = docket.events.filter(({ kind }: { kind: string }) => kind === 'annuityTakenAsPaid')
  expect(facts.map(({ told }: { told: { year: number } }) => told.year).sort()).toEqual([
    4, 5, 6, 7,
  ])
  expect(docket.assumedThrough).toBe(null)
  await officer.send('POST', `${path}/events/${event.id}/strike`, { reason: '收据有误' })
  const after = (await officer.get(`${path}/docket`)).body
  expect([yearIn(after, 7)?.state, yearIn(after, 8)?.state]).toEqual(['paid', 'inGrace'])
})

test('two who record the same payment at once record it once', async () => {
  const { officer, path } = await office()
  const paid = { kind: 'annuityPaid', on: '2026-05-08', source: '收据', year: 8, fen: '210000' }
  const both = await Promise.all([1, 2].map(() => officer.send('POST', `${path}/events`, paid)))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('an event that cannot be, or is not expected, is refused and writes nothing', async () => {
  const { officer, path } = await office()
  const send = (body: object) =>
    officer.send('POST', `${path}/events`, { source: '通知书', ...body })
  const future = await send({ kind: 'pledged', on: '2026-05-09' })
  expect(future.body.errors).toMatchObject([{ pointer: '#/on', rule: 'event-in-future' }])
  const other = await send({ kind: 'renewed', on: '2026-05-01' })
  expect(other.body.errors).toMatchObject([{ rule: 'event-not-of-kind' }])
  const odd = await send({ kind: 'grantNoticed', on: '2026-05-01' })
  expect([odd.status, odd.body.code]).toEqual([409, 'event-not-expected'])
  const bare = await send({ kind: 'licenceAgreed', on: '2026-05-01', ref: 'L1' })
  expect(bare.body.detail).toContain('许可方式')
  expect((await officer.get(path)).body.seq).toBe(1)
  const told = await send({ kind: 'grantNoticed', on: '2021-05-01', despite: '登记簿如此记载' })
  expect(told.status).toBe(201)
  const { body: docket } = await officer.get(`${path}/docket`)
  expect(
    docket.events.find((one: { kind: string }) => one.kind === 'grantNoticed').doubt,
  ).toBeTruthy()
})

test('the database refuses to change or remove an event', async () => {
  const { officer, path } = await office()
  await officer.send('POST', `${path}/events`, {
    kind: 'pledged',
    on: '2026-05-01',
    source: '登记',
  })
  await expect(app.database.asOwner(`update right_event set source = 'x'`)).rejects.toThrow(
    'append-only',
  )
  await expect(app.database.asOwner('delete from right_event')).rejects.toThrow('been withdrawn')
})

test('fees and clocks stand in the calendar, and go with their reason', async () => {
  const { officer, path, id } = await office()
  const dues = async () => {
    const { body } = await officer.get(`/calendar?from=2026-01-01&to=2026-12-31&record=${id}`)
    return body.items
      .filter((one: { record: { id: string } }) => one.record.id === id)
      .map((one: { key: string; day: string; status: string }) => [one.key, one.day, one.status])
  }
  expect(await dues()).toEqual([
    [`right/${id}/fee/8`, '2026-03-10', 'overdue'],
    // Before the months of grace are over somebody above hears of it once more.
    [`right/${id}/fee/8/last-month`, '2026-08-10', 'soon'],
    [`right/${id}/fee/8/grace`, '2026-09-10', 'soon'],
  ])
  const agreed = {
    kind: 'licenceAgreed',
    on: '2026-05-06',
    source: '合同',
    ref: 'XK-1',
    exclusivity: 'sole',
  }
  await officer.send('POST', `${path}/events`, agreed)
  expect(await dues()).toContainEqual([`right/${id}/licence-recordal/XK-1`, '2026-08-06', 'soon'])
  await officer.send('POST', `${path}/events`, {
    kind: 'licenceRecorded',
    on: '2026-05-08',
    source: '备案',
    ref: 'XK-1',
  })
  const review = { year: 8, decision: 'abandon', reason: '已无使用价值' }
  expect((await officer.send('POST', `${path}/reviews`, review)).status).toBe(201)
  expect(await dues()).toEqual([])
})

test('after a fee was missed nothing more is asked for', async () => {
  const { officer, id } = await office()
  app.clock.set('2026-09-11')
  const later = await app.signInAgain(officer)
  const { body } = await later.get(`/calendar?from=2026-08-01&to=2027-06-30&record=${id}`)
  app.clock.set('2026-05-08')
  expect(body.items.map(({ key }: { key: string }) => key)).toEqual([`right/${id}/fee/8/grace`])
})

test('fees are for those who pay or decide them; an inventor reads those of their own right', async () => {
  const { institution, officer, path } = await office()
  const finance = await app.person(['finance'], institution)
  const inventor = await app.person(['inventor'], institution)
  for (const list of ['/docket/fees', '/docket/fees.csv', '/docket/forecast', '/docket/figures']) {
    expect((await finance.get(list)).status).toBe(200)
    expect((await inventor.get(list)).status).toBe(403)
  }
  expect((await inventor.get(`${path}/docket`)).status).toBe(403)
  const dues = await inventor.get('/calendar?from=2026-01-01&to=2026-12-31')
  expect(dues.text).not.toContain('/fee/8')
  const team = { expectedSeq: 1, reason: '补登发明人', inventors: [inventor.caller.name] }
  await officer.send('PATCH', path, team)
  expect((await inventor.get(`${path}/docket`)).status).toBe(200)
})

test('a right that was let go on purpose is no neglect; one that was forgotten is', async () => {
  const { path, officer: first } = await office()
  let officer = first
  const figures = async () => (await officer.get('/docket/figures')).body
  expect(await figures()).toMatchObject({ late: 1, missed: 0, lost: 0 })
  app.clock.set('2026-09-11')
  officer = await app.signInAgain(officer)
  expect(await figures()).toMatchObject({ late: 0, missed: 1, lost: 1, lostThisYear: 1 })
  const ended = { kind: 'terminatedUnpaid', on: '2026-03-10', source: '终止通知书' }
  expect((await officer.send('POST', `${path}/events`, ended)).status).toBe(201)
  expect(await figures()).toMatchObject({ missed: 0, lost: 1, lostThisYear: 1 })
  expect((await officer.get(path)).body.status).toBe('lapsed_unpaid')
  app.clock.set('2026-05-08')
  const other = await office()
  await other.officer.send('POST', `${other.path}/reviews`, {
    year: 8,
    decision: 'abandon',
    reason: '停用',
  })
  app.clock.set('2026-09-11')
  const later = await app.signInAgain(other.officer)
  expect((await later.get('/docket/figures')).body).toMatchObject({ missed: 0, lost: 0 })
  app.clock.set('2026-05-08')
})

test('a ledger without fees is taken at its word, and says so', async () => {
  const { officer } = await office()
  const { feePaidYear: _none, ...rest } = invention()
  const make = async (more: object) => {
    const { body } = await officer.send('POST', '/rights', {
      ...rest,
      number: numberOf(2019, 1),
      ...more,
    })
    return (await officer.get(`/rights/${body.id}/docket`)).body
  }
  // In force today, so the fee whose grace is over was paid; the one in grace is to be looked at.
  const bare = await make({})
  expect([bare.assumedThrough, yearIn(bare, 8)]).toMatchObject([7, { state: 'inGrace' }])
  expect((await make({ feeDueOn: '2027-03-10' })).assumedThrough).toBe(8)
  const ended = await make({ status: 'lapsed_unpaid' })
  expect([ended.endedByStatus, ended.annuities]).toEqual([true, []])
})

test('families are pictured whole, and nothing comes from what comes from it', async () => {
  const { officer, id, path } = await office()
  const make = async (kind: string, number: string) =>
    (await officer.send('POST', '/rights', { kind, title: kind, number })).body.id as string
  const pct = await make('pct', 'PCT/CN2020/912345')
  const divisional = await make('invention', numberOf(2021, 1))
  const relate = (right: string, earlier: string, kind: string, day?: string) =>
    officer.send('POST', `/rights/${right}/family`, { earlier, kind, day })
  expect((await relate(pct, id, 'priority')).status).toBe(200)
  expect((await relate(divisional, id, 'divisional', '2021-02-01')).status).toBe(200)
  const { family } = (await officer.get(`/rights/${divisional}/docket`)).body
  expect(family.members.map((one: { id: string }) => one.id).sort()).toEqual(
    [id, pct, divisional].sort(),
  )
  expect(family.links).toHaveLength(2)
  expect((await relate(id, pct, 'priority')).body.code).toBe('relation-turned')
  expect((await relate(id, id, 'priority')).status).toBe(400)
  expect((await officer.send('DELETE', `/rights/${pct}/family/${id}`)).status).toBe(200)
  expect((await officer.get(`${path}/docket`)).body.family.links).toHaveLength(1)
})

test('two who relate the same rights the other way round at once make no circle', async () => {
  const { officer, id } = await office()
  const pct = (await officer.send('POST', '/rights', { kind: 'pct', title: 'PCT' })).body.id
  const relate = (right: string, earlier: string) =>
    officer.send('POST', `/rights/${right}/family`, { earlier, kind: 'priority' })
  const both = await Promise.all([relate(pct, id), relate(id, pct)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('of two who close a ring of four rights at once one is refused', async () => {
  const { officer } = await office()
  const make = async (title: string) =>
    (await officer.send('POST', '/rights', { kind: 'pct', title })).body.id as string
  const relate = (right: string, earlier: string) =>
    officer.send('POST', `/rights/${right}/family`, { earlier, kind: 'priority' })
  for (let round = 0; round < 3; round += 1) {
    const [a, b, c, d] = [await make('甲'), await make('乙'), await make('丙'), await make('丁')]
    await relate(a, b)
    await relate(c, d)
    const both = await Promise.all([relate(b, c), relate(d, a)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  }
})

test('another institution sees nothing; an auditor reads and writes nothing', async () => {
  const { institution, officer, path, id } = await office()
  await officer.send('POST', `${path}/events`, {
    kind: 'pledged',
    on: '2026-05-01',
    source: '登记',
  })
  const stranger = (await office()).officer
  expect((await stranger.get(`${path}/docket`)).status).toBe(404)
  const body = { kind: 'pledged', on: '2026-05-01', source: '他人' }
  expect((await stranger.send('POST', `${path}/events`, body)).status).toBe(404)
  expect(
    (await stranger.send('POST', `${path}/reviews`, { year: 8, decision: 'keep', reason: '他人' }))
      .status,
  ).toBe(400)
  expect(
    (await stranger.send('POST', `${path}/family`, { earlier: id, kind: 'priority' })).status,
  ).toBe(400)
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.get(`${path}/docket`)).status).toBe(200)
  expect((await auditor.send('POST', `${path}/events`, body)).status).toBe(403)
})

test('fees are forecast by calendar year', async () => {
  const { officer } = await office()
  const { body } = await officer.get('/docket/forecast?years=3')
  expect(body.lateFen).toBe('210000')
  expect(body.years).toMatchObject([
    { year: 2026, rights: 0, feesFen: '0', givenUpFen: '0', kinds: [] },
    {
      year: 2027,
      rights: 1,
      feesFen: '200000',
      givenUpFen: '0',
      kinds: [{ kind: 'invention', rights: 1, feesFen: '200000' }],
    },
    {
      year: 2028,
      rights: 1,
      feesFen: '400000',
      givenUpFen: '0',
      kinds: [{ kind: 'invention', rights: 1, feesFen: '400000' }],
    },
  ])
})

test('a fee that is late is passed on to the reviewer and the leaders, by the name of its right', async () => {
  const { institution } = await office()
  const leader = await app.person(['leaders'], institution)
  await app.workOff()
  const { body } = await leader.get('/notifications')
  const late = body.items.find((one: { text: { zh: string } }) =>
    one.text.zh.includes('第 8 年度年费'),
  )
  expect(late?.text.zh).toContain('一种示例牵引装置')
  expect(late?.path).toMatch(/^\/rights\//)
})

test('what was counted with other data is counted anew by the daily task', async () => {
  const { officer, institution } = await office()
  await app.database.asOwner(
    `update right_docket set basis = 'old', state = 'drafting' where institution_id = '${institution}'`,
  )
  await app.database.asOwner(`delete from right_fee where institution_id = '${institution}'`)
  expect((await officer.get('/docket/fees')).body.items).toEqual([])
  await app.workOff()
  expect((await officer.get('/docket/fees')).body.items).toHaveLength(2)
})

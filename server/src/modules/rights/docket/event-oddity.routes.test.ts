import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

let serial = 0
const numberOf = (year: number) => {
  serial += 1
  const digits = `${year}19${String(serial).padStart(6, '0')}`
  return `${digits}.${patentCheckCharacter(digits)}`
}
const granted = () => ({
  ...{ kind: 'invention', number: numberOf(2019), status: 'granted', feePaidYear: 7 },
  ...{ filedOn: '2019-03-10', grantedOn: '2021-04-06' },
})
const pending = () => ({ kind: 'invention', number: numberOf(2024), filedOn: '2024-03-10' })

async function office() {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const enter = async (fields: object) => {
    const { body } = await officer.send('POST', '/rights', { title: '一种示例装置', ...fields })
    return `/rights/${body.id}`
  }
  const tell = (path: string, event: object) =>
    officer.send('POST', `${path}/events`, { source: '通知书', ...event })
  return { officer, enter, tell }
}

type Answer = { status: number; body: { errors?: { pointer: string; rule: string }[] } }
const told = ({ status, body: { errors: [first] = [] } }: Answer) =>
  `${status} ${first?.pointer} ${first?.rule}`

const fee = { kind: 'annuityPaid', on: '2026-03-01', fen: '200000' }
const upTo20 = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
const unexpected = '409 #/despite event-not-expected'

test.each([
  [
    'a day before all institutions',
    pending,
    { kind: 'published', on: '1850-01-01' },
    '400 #/on day-too-early',
  ],
  [
    'a priority of a day ahead',
    pending,
    { kind: 'priorityClaimed', on: '2024-03-10', day: '2027-01-01' },
    '400 #/day not-in-future',
  ],
  [
    'a priority after the filing',
    pending,
    { kind: 'priorityClaimed', on: '2024-03-10', day: '2025-01-01' },
    unexpected,
  ],
  [
    'a grant before the filing',
    pending,
    { kind: 'granted', on: '2023-01-01' },
    '400 #/on granted-before-filed',
  ],
  [
    'a filing of another year than the number',
    granted,
    { kind: 'filed', on: '2018-03-10' },
    unexpected,
  ],
  [
    'a fee of a year after the term',
    granted,
    { ...fee, year: 25, takenAsPaid: upTo20 },
    unexpected,
  ],
  ['a fee of a year before the grant', granted, { ...fee, year: 2 }, unexpected],
  ['a fee of what is not granted', pending, { ...fee, year: 3 }, unexpected],
  [
    'an answer to no notice',
    pending,
    { kind: 'actionAnswered', on: '2026-01-01', ref: '9' },
    unexpected,
  ],
  [
    'the end of no licence',
    granted,
    { kind: 'licenceEnded', on: '2026-01-01', ref: '9' },
    unexpected,
  ],
  [
    'an open licence that was never published',
    granted,
    { kind: 'openLicencePerformed', on: '2026-01-01' },
    unexpected,
  ],
])('%s is asked about and writes nothing', async (_name, right, event, expected) => {
  const { officer, enter, tell } = await office()
  const path = await enter(right())
  expect(told(await tell(path, event))).toBe(expected)
  expect((await officer.get(path)).body.seq).toBe(1)
  if (expected !== unexpected) return
  expect((await tell(path, { ...event, despite: '通知书如此' })).status).toBe(201)
})

test('a fee that is settled is not paid twice in silence', async () => {
  const { officer, enter, tell } = await office()
  const path = await enter(granted())
  expect((await tell(path, { ...fee, year: 8 })).status).toBe(201)
  expect(told(await tell(path, { ...fee, year: 8, on: '2026-05-02' }))).toBe(unexpected)
  // Paid in part, the rest is as expected as the first part was.
  const other = await enter(granted())
  expect((await tell(other, { ...fee, year: 8, fen: '150000' })).status).toBe(201)
  expect((await tell(other, { ...fee, year: 8, fen: '50000', on: '2026-03-05' })).status).toBe(201)
  const { annuities } = (await officer.get(`${other}/docket`)).body
  expect(annuities.find((one: { year: number }) => one.year === 8).state).toBe('paid')
})

test('the receipts of years that a ledger knew as paid can still be recorded', async () => {
  const { enter, tell } = await office()
  expect((await tell(await enter(granted()), { ...fee, year: 6, on: '2024-03-01' })).status).toBe(
    201,
  )
})

test('of several priorities each is recorded, and one of them once', async () => {
  const { officer, enter, tell } = await office()
  const path = await enter(pending())
  const claim = { kind: 'priorityClaimed', on: '2024-03-10' }
  expect((await tell(path, { ...claim, day: '2023-08-01' })).status).toBe(201)
  expect((await tell(path, { ...claim, day: '2023-05-01' })).status).toBe(201)
  expect((await tell(path, { ...claim, day: '2023-05-01' })).body).toMatchObject({
    code: 'event-recorded-already',
  })
  expect((await officer.get(`${path}/docket`)).body.priorityOn).toBe('2023-05-01')
})

test('whoever decided to keep a right after all lost it by neglect', async () => {
  const { officer, enter } = await office()
  const path = await enter({ ...granted(), number: null, filedOn: '2019-11-20' })
  for (const decision of ['abandon', 'keep']) {
    const review = { year: 8, decision, reason: '复核' }
    expect((await officer.send('POST', `${path}/reviews`, review)).status).toBe(201)
  }
  app.clock.set('2027-06-01')
  const late = await app.signInAgain(officer)
  const lost = { kind: 'terminatedUnpaid', on: '2026-11-20', source: '终止通知书' }
  expect((await late.send('POST', `${path}/events`, lost)).status).toBe(201)
  expect((await late.get('/docket/figures')).body.lost).toBe(1)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { holders, houseIn, opened } from './testing/house.ts'

// A holding, its entry on the separate list and its certificate stand in the records of a house once.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

const told = (formedOn: string) => ({
  ...{ company: '示例医械 （虚构）', achievement: '可吸收止血材料（虚构）', holders, formedOn },
  ...{ value: '300000000', taxOption: 'tax_deferred' },
})
const open = (by: Person, formedOn: string) =>
  by.send('POST', '/cases', {
    ...{ procedure: 'equity_holding', on: formedOn, files: [], data: told(formedOn) },
  })

/** Records an act of a holding, whatever comes of it. */
async function enter(by: Person, id: string, type: string, data: object) {
  const { body } = await by.get(`/cases/${id}`)
  const act = { type, on: '2026-06-20', data, files: [] }
  return by.send('POST', `/cases/${id}/acts`, { ...act, expectedSeq: body.timeline.at(-1).seq })
}
const ruleOf = (answer: { body: { errors?: { rule: string }[] } }) => answer.body.errors?.[0]?.rule

test('a holding is recorded once, of two at once as well', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  await opened(officer)
  const { number } = (await finance.get('/cases')).body.items[0]
  const again = await open(officer, '2026-02-01')
  expect(ruleOf(again)).toBe('holding-known')
  expect(again.text).toContain(number)
  const both = await Promise.all([open(officer, '2026-04-01'), open(officer, '2026-04-01')])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 400])
})

test('a correction makes no holding the same as another, and what it corrected is free', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  await opened(officer)
  const other = await opened(officer, '2026-03-01')
  const corrected = (formedOn: string) => ({ ...told(formedOn), reason: '日期误登' })
  const same = await enter(finance, other.id, 'openingCorrected', corrected('2026-02-01'))
  expect(ruleOf(same)).toBe('holding-known')
  const right = await enter(finance, other.id, 'openingCorrected', corrected('2026-03-02'))
  expect(right.status, right.text).toBe(201)
  expect((await open(officer, '2026-03-02')).status).toBe(400)
  expect((await open(officer, '2026-03-01')).status).toBe(201)
})

test('an entry of the list and a certificate are of one holding', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  const first = await opened(officer)
  await first.record(finance, 'listed', { entry: '单-9' })
  await first.record(finance, 'propertyRegistered', { certificate: '证-9' })
  const { id } = await opened(officer, '2026-03-01')
  expect(ruleOf(await enter(finance, id, 'listed', { entry: '单－9' }))).toBe('entry-of-another')
  const certificate = await enter(finance, id, 'propertyRegistered', { certificate: '证-9' })
  expect(ruleOf(certificate)).toBe('entry-of-another')
  // Struck as a mistake, it is free again.
  await first.record(finance, 'entryStruck', { entry: 2, reason: '误登记' })
  expect((await enter(finance, id, 'listed', { entry: '单-9' })).status).toBe(201)
})

test('the database holds dividends once by itself, and parts up to their whole', async () => {
  const { officer, finance } = await houseIn(app, 'CN-GD')
  const { id } = await opened(officer)
  const declared = { year: '2025', total: '1000000', resolution: '决议-1', basis: 'by_share' }
  const received = { amount: '60000', voucher: '收-1', year: '2025' }
  for (const [type, data] of [
    ['dividendDeclared', declared],
    ['dividendReceived', received],
  ] as const)
    expect((await enter(finance, id, type, data)).status).toBe(201)
  /** Writes an act beside the service, as one of the record but for what it says. */
  const write = (type: string, seq: number, data: object) =>
    app.database.asOwner(
      `insert into act (institution_id, case_id, seq, type, on_day, at, by_person, entry, prev, hash)
         select institution_id, case_id, $3, type, on_day, at, by_person,
           jsonb_set(entry, '{data}', (entry -> 'data') || $4::jsonb), prev, hash
         from act where case_id = $1 and type = $2 order by seq limit 1`,
      [id, type, seq, JSON.stringify(data)],
    )
  await expect(write('dividendDeclared', 90, { resolution: ' 决议－1' })).rejects.toThrow(/already/)
  await write('dividendDeclared', 91, { year: '2024' })
  await expect(write('dividendReceived', 92, {})).rejects.toThrow(/already/)
  const whole = { voucherAmount: '90000' }
  await expect(write('dividendReceived', 93, whole)).rejects.toThrow(/more is recorded of receipt/)
  await write('dividendReceived', 94, { ...whole, amount: '30000' })
  await write('dividendReceived', 95, { voucher: '收-2' })
  // Of another holding as well.
  const other = await opened(officer, '2026-03-01')
  const again = app.database.asOwner(
    `insert into act (institution_id, case_id, seq, type, on_day, at, by_person, entry, prev, hash)
       select institution_id, $2, 96, type, on_day, at, by_person, entry, prev, hash
       from act where case_id = $1 and seq = 95`,
    [id, other.id],
  )
  await expect(again).rejects.toThrow(/more is recorded of receipt/)
})

test('what a disposal brought is bound to its receipts, each of which is income once', async () => {
  const { officer, finance, leaders } = await houseIn(app, 'CN-GD')
  const { id, record } = await opened(officer)
  await record(finance, 'listed', { entry: '单-20' })
  await record(finance, 'appraised', {
    ...{ agency: '示例评估（虚构）', value: '50000000', validUntil: '2027-06-01' },
  })
  await record(finance, 'dividendReceived', { amount: '60000', voucher: '收-20' })
  const exit = { matter: 'exit', terms: '全部转让', handler: 'institution', minuted: true }
  await record(leaders, 'eventDecided', { ...exit, to: '示例创投（虚构）' })
  const after = [
    { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
    { name: '示例创投（虚构）', kind: 'partner', share: '79%' },
  ]
  const sale = (more: object) =>
    enter(officer, id, 'eventHandled', { holders: after, price: '900', onList: true, ...more })
  const told = { agreement: '转-1' }
  const receipt = (voucher: string, amount = '900') => ({ voucher, amount })
  expect(ruleOf(await sale({}))).toBe('agreement-named')
  expect(ruleOf(await sale(told))).toBe('receipts-of-price')
  const of = (...receipts: object[]) => sale({ ...told, receipts })
  expect(ruleOf(await of(receipt('收-21', '901')))).toBe('receipts-above-price')
  expect(ruleOf(await of(receipt('收-21', '400'), receipt('收－21', '500')))).toBe(
    'receipt-told-twice',
  )
  const twice = await of(receipt('收-20'))
  expect(ruleOf(twice)).toBe('receipt-in-another')
  expect(twice.body.errors[0].pointer).toBe('#/data/receipts/0/voucher')
  const done = await of(receipt('收-21', '400'), receipt('收-22', '500'))
  expect(done.status, done.text).toBe(201)
  expect(ruleOf(await enter(finance, id, 'dividendReceived', receipt('收-22', '500')))).toBe(
    'receipt-in-another',
  )
  // Struck as a mistake, its receipts are free again.
  const { seq } = (await finance.get(`/cases/${id}`)).body.timeline.at(-1)
  await record(finance, 'entryStruck', { entry: seq, reason: '误登' })
  const free = await enter(finance, id, 'dividendReceived', receipt('收-22', '500'))
  expect(free.status, free.text).toBe(201)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'

// A royalty of so much for each piece: a licensee states how many it sold, month by month.

let app: TestApp
let officer: Person
let id: string
const today = '2026-06-10'

beforeAll(async () => {
  app = await openTestApp(modules, { at: `${today}T09:00:00+08:00` })
  const institution = await app.institution()
  officer = await app.person(['tto_negotiator'], institution)
  const fields = { ...blankContract, kind: 'transfer' as const, mode: 'license' as const }
  const made = await asSystem(app.context.db, institution, (tx) =>
    enterContracts(tx, app.context.clock, officer.caller, [
      {
        fields: { ...fields, title: '“示例试剂盒”许可', status: 'performing' as const },
        ...{ achievements: [], source: '台账' },
      },
    ]),
  )
  id = made[0] ?? ''
})
afterAll(() => app.close())

/** 12.50 yuan a box up to 1000 boxes of all months, then 10.005. */
const royalty = {
  bands: [
    { upTo: '1000', rate: '1250' },
    { upTo: null, rate: '1000.5' },
  ],
  ...{ unit: '盒', counts: 'life', minimum: '500000', every: 1 },
  ...{ from: '2026-01-01', to: '2026-12-31', statementDays: 10, payDays: 30 },
}
const term = { key: 'r', kind: 'royalty', label: '按盒提成', royalty }
const agreed = { terms: [term], effectiveOn: '2026-01-01' }
const agree = (terms: readonly object[], more: object = {}) =>
  officer.send('POST', `/contracts/${id}/terms`, { ...agreed, terms, ...more })
const state = (body: object) =>
  officer.send('POST', `/contracts/${id}/royalty-statements`, {
    ...{ term: 'r', receivedOn: today, ...body },
  })
const money = async () => (await officer.get(`/contracts/${id}/money`)).body

test.each([
  ['terms/0/royalty/bands/0/rate', { bands: [{ upTo: null, rate: '5%' }] }],
  ['terms/0/royalty/bands/0/rate', { bands: [{ upTo: null, rate: '1.25 CNY' }] }],
  ['terms/0/royalty/unit', { unit: '' }],
  ['terms/0/royalty/unit', { unit: '件'.repeat(21) }],
  ['terms/0/royalty/every', { every: 2 }],
])('what cannot be is refused at its field: %s', async (pointer, wrong) => {
  const { status, body } = await agree([{ ...term, royalty: { ...royalty, ...wrong } }])
  expect([status, body.errors[0].pointer]).toEqual([400, `#/${pointer}`])
})

test('pieces are stated month by month, and the bands make money of them', async () => {
  expect((await agree([term])).status).toBe(201)
  const before = await money()
  expect(before.receivables).toHaveLength(12)
  expect(before.receivables[0]).toMatchObject({
    ...{ key: 'r/2026-01-01', periodTo: '2026-01-31', minor: '500000', dueOn: '2026-03-02' },
  })

  const half = await state({ periodFrom: '2026-01-01', base: '600.5' })
  expect([half.status, half.body.errors[0].pointer]).toEqual([400, '#/base'])
  expect((await state({ periodFrom: '2026-01-01', base: '600', stated: '750000' })).status).toBe(
    201,
  )
  // 400 at 12.50, and 201 at 10.005: of 701100.5 fen the nearest.
  expect((await state({ periodFrom: '2026-02-01', base: '601' })).status).toBe(201)
  // So few that the minimum is owed.
  expect((await state({ periodFrom: '2026-03-01', base: '1' })).status).toBe(201)
  const after = await money()
  expect(after.receivables.slice(0, 3).map((one: { minor: string }) => one.minor)).toEqual([
    ...['750000', '701101', '500000'],
  ])
  expect(after.statements).toMatchObject([
    { baseMinor: '600', baseUnit: '盒', statedMinor: '750000', differenceMinor: '0' },
    { baseMinor: '601', baseUnit: '盒', earnedMinor: '701101' },
    { baseMinor: '1', baseUnit: '盒', earnedMinor: '1001', dueMinor: '500000' },
  ])
  const history = (await officer.get(`/contracts/${id}/history`)).body.items
  const told = history.filter(({ action }: { action: string }) => action.endsWith('royaltyStated'))
  const fields = told[0].changes.map(({ field, to }: { field: string; to: unknown }) => [field, to])
  expect(Object.fromEntries(fields)).toMatchObject({ sold: '600 盒', earnedFen: '750000' })
  expect(Object.fromEntries(fields)).not.toHaveProperty('baseFen')
})

test('what was stated in pieces is not counted by sales later, nor in another unit', async () => {
  const { unit, ...bySales } = royalty
  expect(unit).toBe('盒')
  const shares = [{ upTo: null, rate: '5%' }]
  const more = { effectiveOn: today, reason: '补充协议（示例）' }
  for (const other of [
    { ...bySales, bands: shares },
    { ...royalty, unit: '箱' },
  ]) {
    const { status, body } = await agree([{ ...term, royalty: other }], more)
    expect([status, body.errors[0]]).toMatchObject([
      400,
      { pointer: '#/terms', rule: 'royalty-measure-lasts' },
    ])
  }
  const beside = { ...term, key: 's', label: '销售额提成', royalty: { ...bySales, bands: shares } }
  expect((await agree([term, beside], more)).status).toBe(201)
  const dearer = { ...royalty, bands: [{ upTo: null, rate: '1300' }] }
  expect((await agree([{ ...term, royalty: dearer }, beside], more)).status).toBe(201)
})

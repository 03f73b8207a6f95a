import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp
let legal: Person
let nurse: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  const admin = await house.person(['admin'])
  legal = await house.person(['legal'])
  nurse = await house.person(['inventor'])
  await admin.send('PATCH', '/institution', {
    expectedSeq: 0,
    province: 'CN-GD',
    kind: 'hospital',
  })
})
afterAll(() => house?.close())

const step = (above: string, share: string | null, fixed: string | null = null) => ({
  above,
  share,
  fixed,
})
const scheme = (team: string, office = '10%') => ({
  modes: [] as string[],
  basis: 'each',
  layers: [
    { layer: 'contributors', steps: [step('0', team)] },
    { layer: 'office', steps: [step('0', office)] },
  ],
  staff: [step('0', '3%')],
  purposes: [],
})
const rule = (schemes: readonly object[], more: object = {}) => ({
  from: '2026-02-01',
  title: '成果转化收益分配办法（虚构）',
  approvedBy: '院长办公会',
  approvedOn: '2026-01-20',
  schemes,
  ...more,
})
const post = (body: object) => legal.send('POST', '/distribution-rules', body)
const errorsOf = async (body: object) =>
  (await post(body)).body.errors?.map(({ pointer, rule: broken }: Record<string, string>) => [
    pointer,
    broken,
  ])
const all = async (on = '2026-06-01') => (await nurse.get(`/distribution-rules?on=${on}`)).body

test('there is none at first, and the limits of the law are told', async () => {
  expect(await all()).toMatchObject({
    items: [],
    limits: [
      { id: 'contributors', share: '7/10', cite: { source: 'gd-2025', at: 'a18.p1' } },
      { id: 'tto', bound: 'ceiling', share: '3/20' },
    ],
  })
})

test('a rule that gives the team less than the law is refused with the article', async () => {
  const { status, body } = await post(
    rule([scheme('80%'), { ...scheme('69%'), modes: ['license'] }]),
  )
  expect(status).toBe(400)
  expect(body.errors).toMatchObject([
    { pointer: '#/schemes/1/layers', rule: 'floor-of-law', detail: expect.stringContaining('70%') },
  ])
  expect(body.errors[0].detail).toMatch(/gd-2025 第十八条/)
})

test.each([
  ['an office above the cap', [scheme('80%', '16%')], '#/schemes/0/layers', 'cap-of-law'],
  [
    'two schemes for all',
    [scheme('80%'), scheme('75%')],
    '#/schemes/1/modes',
    'one-scheme-for-a-mode',
  ],
  ['more than there is', [scheme('91%')], '#/schemes/0/layers', 'more-than-whole'],
  [
    'purposes of half',
    [{ ...scheme('80%'), purposes: [{ purpose: 'talent', share: '50%' }] }],
    '#/schemes/0/purposes',
    'purposes-whole',
  ],
])('refused: %s', async (_what, schemes, pointer, broken) => {
  expect(await errorsOf(rule(schemes))).toEqual([[pointer, broken]])
})

test('approval and end keep their order, and papers are there', async () => {
  const file = { name: '办法.pdf', sha256: '0'.repeat(64), size: 3 }
  const wrong = async (more: object) => errorsOf(rule([scheme('80%')], more))
  expect(await wrong({ to: '2026-02-01' })).toEqual([['#/to', 'after-first-day']])
  expect(await wrong({ approvedOn: '2026-02-02' })).toEqual([['#/approvedOn', 'before-first-day']])
  const ahead = { approvedOn: '2099-01-01', from: '2099-02-01' }
  expect(await wrong(ahead)).toEqual([['#/approvedOn', 'approved-in-future']])
  expect(await wrong({ file })).toEqual([['#/file', 'stored-file']])
  const internalRule = '019bff00-0000-7000-8000-000000000000'
  expect(await wrong({ internalRule })).toEqual([['#/internalRule', 'known-internal-rule']])
  expect((await all()).items).toEqual([])
})

test('versions follow each other by their days; nothing of one is changed', async () => {
  expect((await nurse.send('POST', '/distribution-rules', rule([scheme('80%')]))).status).toBe(403)
  expect((await post(rule([scheme('80%')], { expectedVersion: 0 }))).body).toEqual({
    version: 1,
    warnings: [],
  })
  const second = { from: '2026-07-01', decidesPlans: true }
  expect((await post(rule([scheme('75%')], second))).body.version).toBe(2)
  const stale = await post(rule([scheme('75%')], { expectedVersion: 1 }))
  expect([stale.status, stale.body.code]).toEqual([409, 'rule-changed-meanwhile'])
  const inForce = async (on: string) =>
    (await all(on)).items.find(({ isInForce }: { isInForce: boolean }) => isInForce)?.version
  expect(await inForce('2026-01-31')).toBeUndefined()
  expect(await inForce('2026-06-30')).toBe(1)
  expect(await inForce('2026-07-01')).toBe(2)
  const end = { from: '2026-09-01', reason: '改按新办法（虚构）' }
  expect((await legal.send('POST', '/distribution-rules/end', end)).body.version).toBe(3)
  expect(await inForce('2026-08-31')).toBe(2)
  expect(await inForce('2026-09-01')).toBeUndefined()
  const decides = (await all()).items.map((one: { decidesPlans: boolean }) => one.decidesPlans)
  expect(decides).toEqual([false, true, false])
  expect((await legal.send('POST', '/distribution-rules/end', end)).body.code).toBe(
    'no-rule-to-end',
  )
})

test('the versions leave as a sheet, a line for each step, and as a paper of the house', async () => {
  const { id, items } = await all()
  expect(items.length).toBeGreaterThan(0)
  const sheet = (await nurse.get('/distribution-rules.csv?lang=zh')).text.trim().split('\r\n')
  const lines = items.flatMap(
    (one: { schemes: { layers: { steps: unknown[] }[]; staff: unknown[] }[] }) =>
      one.schemes.length === 0
        ? [1]
        : one.schemes.flatMap(({ layers, staff }) => [
            ...[...layers.flatMap(({ steps }) => steps), ...staff],
            'rest',
          ]),
  )
  expect(sheet).toHaveLength(lines.length + 1)
  expect(sheet.join()).toContain('完成和转化团队')
  const asks = sheet[0]?.split(',').indexOf('方案须集体决策') ?? -1
  expect(sheet.slice(1).map((line) => line.split(',')[asks])).toContain('是')
  const paper = await nurse.get(`/distribution-rules/${id}/paper/docx`)
  expect(paper.status).toBe(200)
  const stranger = await house.person(['inventor'], await house.institution('另一家示例医院'))
  expect((await stranger.get(`/distribution-rules/${id}/paper/docx`)).status).toBe(404)
})

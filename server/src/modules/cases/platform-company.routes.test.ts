import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// The conditions of a platform company are counted from the registers of the institution, whatever a
// client says they are.

let house: TestApp
let officer: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-15T08:00:00+08:00' })
  const institution = await house.institution('示例省院（虚构）')
  const admin = await house.person(['admin'], institution)
  const { body } = await admin.get('/institution')
  const profile = { province: 'CN-GD', universityAffiliated: true }
  await admin.send('PATCH', '/institution', { expectedSeq: body.seq, ...profile })
  officer = await house.person(['tto_negotiator'], institution)
  const row = (n: number, kind: string, status: string | null, granted: string | null) =>
    house.database.asOwner(
      `insert into ip_right (institution_id, id, kind, number, title, status, granted_on,
         inventors, co_owners, departments)
       values ($1, gen_random_uuid(), $2, $3, '示例', $4, $5, '{}', '{}', '{}')`,
      [institution, kind, `示例-${n}`, status, granted],
    )
  await row(1, 'invention', 'granted', '2024-05-01')
  await row(2, 'utility_model', 'granted', '2026-06-15')
  await row(3, 'invention', 'pending', null)
  await row(4, 'preparation', 'valid', '2020-01-01')
})
afterAll(() => house?.close())

test('what was held on the day before is frozen with its hash; what a client sends is not taken', async () => {
  const opened = await officer.send('POST', '/cases', {
    procedure: 'platform_company',
    data: {
      title: '设立示例平台公司（虚构）',
      company: '示例医转（虚构）',
      level: 'provincial',
      placeLevel: 'provincial',
      plans: [{ achievement: '示例成果', year: 2026, mode: 'license' }],
      workSchemeMade: true,
      riskRuleOn: '2026-03-01',
      stateAssetRuleOn: '2026-03-01',
      rightsHash: '0'.repeat(64),
      rights: Array.from({ length: 200 }, (_, n) => ({
        id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        kind: 'invention',
        label: '捏造',
      })),
    },
    files: [],
  })
  expect(opened.status, opened.text).toBe(201)
  const { body } = await officer.get(`/cases/${opened.body.id}`)
  const { data } = body.timeline[0]
  expect(data.countedOn).toBe('2026-06-14')
  expect(data.rights.map(({ label }: { label: string }) => label)).toEqual(['示例-1', '示例-4'])
  expect(data.rightsHash).not.toBe('0'.repeat(64))
  expect(data.universityAffiliated).toBe(true)
  const status = (norm: string) =>
    body.assessment.findings.find((one: { norm: string }) => one.norm === norm)?.status
  expect(status('gd.company.rights')).toBe('breached')
  expect(status('gd.company.rules')).toBe('met')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { policies } from '../index.ts'
import type { NormViewWire } from './norm.wire.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([policies], { at: '2026-06-30' })
})
afterAll(() => app.close())

async function normOf(id: string): Promise<NormViewWire> {
  const reader = await app.person(['auditor'])
  const { status, body } = await reader.get(`/policies/norms/${id}`)
  expect(status).toBe(200)
  return body
}

test('a norm is shown with its sentence, its numbers by layer, and what its terms mean', async () => {
  const norm = await normOf('gd.allocation.contributors')
  expect(norm.sentence.zh).toContain('净收入 × 奖励贡献人员最低比例（70%）')
  expect(norm.pack).toMatchObject({ id: 'cn-gd-2025', isDraft: false })
  const [floor] = norm.parameters.filter(({ id }) => id === 'inventor.floor')
  expect(floor?.layers.map(({ pack, value, verified }) => [pack, value.zh, verified])).toEqual(
    expect.arrayContaining([
      ['cn', '50%', false],
      ['cn-gd-2025', '70%', true],
    ]),
  )
  expect(norm.terms.find(({ id }) => id === 'net')?.meaning.zh).not.toBe('')
  expect(norm.replaces.map(({ id }) => id)).toEqual(['cn.allocation.contributors'])
})

test('the kin of a norm are the rules of the same topic elsewhere', async () => {
  const kin = (await normOf('gd.allocation.contributors')).kin
  expect(kin.map(({ id }) => id)).toContain('cn.allocation.contributors')
  expect(kin.every(({ pack }) => pack.id !== 'cn-gd-2025')).toBe(true)
})

test('every example says its facts, and what would change what was found', async () => {
  const { examples } = await normOf('gd.allocation.contributors')
  const short = examples.find(({ name }) => name.en === 'The contributors get one fen too little')
  expect(short?.name.zh).toBe('奖励少一分')
  expect(short?.status).toBe('breached')
  expect(short?.facts.find(({ id }) => id === 'toContributors')?.value.zh).toBe('615,999.99 元')
  expect(short?.flips.map(({ status }) => status)).toContain('met')
  const lacking = examples.find(({ status }) => status === 'unknown')
  expect(lacking?.missing.length).toBeGreaterThan(0)
})

test('an example that waits for the rest days of a year says so in words', async () => {
  const { examples } = await normOf('gd.report.in-time')
  const missing = examples.flatMap((each) => each.missing)
  expect(missing.map(({ zh }) => zh)).toContain('2027 年节假日安排')
  expect(missing.filter(({ zh }) => zh.includes('calendar'))).toEqual([])
})

test('a norm that does not exist is not found', async () => {
  const reader = await app.person(['auditor'])
  expect((await reader.get('/policies/norms/gd.nothing')).status).toBe(404)
})

test('the library says what each document is worth today, and what of it is encoded', async () => {
  const reader = await app.person(['auditor'])
  const { body } = await reader.get('/policies')
  const [guidelines] = body.items.filter(({ id }: { id: string }) => id === 'gd-2025')
  expect(guidelines).toMatchObject({ status: 'in-force', jurisdiction: 'CN-GD' })
  const { binding, encoded, waived, open } = guidelines.coverage
  expect(binding).toBeGreaterThan(15)
  expect(encoded + waived + open).toBe(binding)
  expect(waived).toBeGreaterThan(0)
  const document = await reader.get('/policies/gd-2025')
  const left = document.body.list
    .flatMap(({ clauses }: { clauses: { state: string; reason?: object }[] }) => clauses)
    .filter(({ state }: { state: string }) => state === 'waived')
  expect(left.length).toBe(waived)
  expect(left[0].reason.zh).not.toBe('')
  const article = document.body.list.find(({ at }: { at: string }) => at === 'a18')
  expect(article.readings.map(({ id }: { id: string }) => id)).toContain('gd.plan.unanimity')
  expect(article.norms.every(({ examples }: { examples: number }) => examples > 0)).toBe(true)
})

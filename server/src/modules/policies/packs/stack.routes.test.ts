import { day } from '@yizhuan/kit'
import { assess, assessmentToJson, lawFrom, parseFacts } from '@yizhuan/law'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { policies } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([policies], { at: '2026-06-30' })
})
afterAll(() => app.close())

test('what a browser judges by finds the same as the server', async () => {
  const reader = await app.person(['tto_negotiator'])
  const stacks = await reader.get('/law/stacks')
  const guangdong = stacks.body.items.find(({ id }: { id: string }) => id === 'cn-gd-2025')
  expect(guangdong).toMatchObject({ packs: ['cn', 'cn-gd-2025'], isDraft: false, hasMoney: true })
  expect(stacks.body.taxTables[0]).toMatchObject({ from: '2019-01-01', verified: false })
  const rules = await reader.get('/law/stacks/cn-gd-2025/rules')
  const texts = await reader.get('/law/stacks/cn-gd-2025/texts?lang=zh')
  const facts = { matter: 'deal', mode: 'license', grossIncome: '100000000', costs: [] }
  const law = lawFrom(rules.body, texts.body)
  const here = assessmentToJson(
    assess(law, parseFacts(law, facts), { asOf: day('2026-06-30') }),
  ) as { findings: readonly { title: { zh: string } }[] }
  const question = { packs: guangdong.packs, facts, asOf: '2026-06-30' }
  const there = (await reader.send('POST', '/law/assess', question)).body
  const statuses = (of: { findings: readonly object[] }) =>
    of.findings.map((each) => [
      (each as { norm: string }).norm,
      (each as { status: string }).status,
    ])
  expect(statuses(here)).toEqual(statuses(there))
  expect(here.findings.map(({ title }) => title.zh)).toEqual(
    there.findings.map(({ title }: { title: { zh: string } }) => title.zh),
  )
})

test('packs may be taken exactly as they are named, without those they stand on', async () => {
  const reader = await app.person(['tto_negotiator'])
  const rules = await reader.get('/law/stacks/=cn-sh-draft-2024+cn-sh-pilot-draft/rules')
  const texts = await reader.get('/law/stacks/=cn-sh-draft-2024+cn-sh-pilot-draft/texts?lang=zh')
  const law = lawFrom(rules.body, texts.body)
  expect(law.packs.map(({ id }) => id)).toEqual(['cn-sh-draft-2024', 'cn-sh-pilot-draft'])
  for (const id of ['=cn+nowhere', '=', 'cn+cn-gd-2025'])
    expect((await reader.get(`/law/stacks/${id}/rules`)).status).toBe(404)
})

test('a stack that is not there is not found', async () => {
  const reader = await app.person(['tto_negotiator'])
  expect((await reader.get('/law/stacks/nowhere/rules')).status).toBe(404)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { storePapers } from '../../../apps/demo/papers.ts'
import { asSystem } from '../../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { modules } from '../../index.ts'
import { lead, lineOf, sampleDeal, upTo } from '../testing/leading.ts'

let house: TestApp
let institution: string
let legal: Person
let company: Person

beforeAll(async () => {
  house = await openTestApp(modules)
  institution = await house.institution(sampleDeal.hospital)
  legal = await house.person(['legal'])
  company = await house.person(['platform_company'])
})
afterAll(() => house?.close())

const letter = async () => {
  const [file] = await asSystem(house.context.db, institution, (tx) =>
    storePapers(tx, house.context.files, legal.caller, ['委托书（演示）.txt']),
  )
  return file
}
const order = async (more: object = {}) => ({
  task: 'title',
  delegate: '示例医转公司（虚构）',
  isCompany: true,
  caseId: null,
  letterNumber: '院托〔2026〕1号',
  letter: await letter(),
  from: '2026-03-01',
  until: null,
  reason: '阶段任务委托（演示）',
  ...more,
})
const holders = { holders: [{ name: sampleDeal.hospital, share: '100%' }] }

test('the company’s act bears the letter of the register, number and file, as long as it holds', async () => {
  const { id, seq, on } = await lead(
    house,
    institution,
    upTo('disclosed', lineOf(sampleDeal)),
    '2026-03-02' as never,
  )
  house.clock.set(on)
  const again = await house.signInAgain(company)
  const counsel = await house.signInAgain(legal)
  const register = (expectedSeq: number) =>
    again.send('POST', `/cases/${id}/acts`, { type: 'titleRegistered', data: holders, expectedSeq })
  // Without a letter the law does not let the company register title; the answer names the article.
  const before = await register(seq)
  expect([before.status, before.body.because?.[0]?.norm]).toEqual([422, 'gd.title.delegated'])
  expect((await again.send('POST', '/delegations', await order())).status).toBe(403)
  const entered = await counsel.send('POST', '/delegations', await order())
  expect(entered.status).toBe(201)
  const { items } = (await again.get(`/delegations?case=${id}`)).body
  expect(items).toMatchObject([{ task: 'title', letterNumber: '院托〔2026〕1号', holds: true }])
  const sheet = (await again.get('/delegations.csv?lang=zh')).text
  expect(sheet).toContain('示例医转公司（虚构）,是,权属登记,院托〔2026〕1号')
  const withdrawn = await counsel.send('POST', `/delegations/${entered.body.id}/withdraw`, {
    reason: '收回（演示）',
  })
  expect(withdrawn.status).toBe(200)
  expect((await register(seq)).status).toBe(422)
  // Nor does one that has run out by itself.
  const over = { letterNumber: '院托〔2025〕9号', until: '2026-03-01' }
  expect((await counsel.send('POST', '/delegations', await order(over))).status).toBe(201)
  expect((await register(seq)).status).toBe(422)
  await counsel.send('POST', '/delegations', await order({ letterNumber: '院托〔2026〕2号' }))
  expect((await register(seq)).status).toBe(201)
  const { timeline } = (await again.get(`/cases/${id}`)).body
  const act = timeline.at(-1)
  expect(act.data.delegation).toBe('院托〔2026〕2号')
  expect(act.files.map(({ sha256 }: { sha256: string }) => sha256)).toEqual([
    (await letter())?.sha256,
  ])
  const { items: told, chain } = (await counsel.get('/delegations/history')).body
  expect([told.length, chain.ok]).toEqual([4, true])
})

test.each([
  ['a case that is not there', { caseId: '00000000-0000-7000-8000-0000000000ff' }, '#/caseId'],
  [
    'a letter that was not uploaded',
    { letter: { name: 'x', sha256: 'b'.repeat(64), size: 1 } },
    '#/letter',
  ],
  ['an end before the beginning', { until: '2026-02-01' }, '#/until'],
])('%s is refused', async (_what, more, pointer) => {
  const counsel = await house.signInAgain(legal)
  const { status, body } = await counsel.send('POST', '/delegations', await order(more))
  expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer])
})

import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { modules } from '../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

async function hospital() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const [first = ''] = await asCaller(app.context.db, officer.caller, (tx) =>
    enterAchievements(
      tx,
      app.context,
      officer.caller,
      ['止血材料（虚构）', '引流装置（虚构）'].map((title, at) => ({
        ...{ number: `CG-${at + 1}`, leadIdNumber: null, source: '试验台账' },
        fields: { ...blankAchievement, title, disclosedOn: '2026-01-20' },
      })),
    ),
  )
  const cost = { kind: 'testing', funding: 'public', amountFen: '123456700', voucher: '记-1' }
  const spent = { ...cost, spentOn: '2026-03-02' }
  expect((await finance.send('POST', `/assets/${first}/costs`, spent)).status).toBe(201)
  return { institution, officer, finance }
}

/** The words of a PDF without the spaces of its layout. */
async function printed({ cookie }: Person, path: string): Promise<string> {
  const answer = await app.app.inject({ url: `/api/v1${path}`, headers: { cookie } })
  expect([answer.statusCode, answer.headers['content-type']], path).toEqual([
    200,
    'application/pdf',
  ])
  const pdf = await getDocumentProxy(new Uint8Array(answer.rawPayload))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replace(/\s/g, '')
}

test('the ledger of a day is a paper with its filter, counts, sums and room to sign', async () => {
  const { finance } = await hospital()
  const text = await printed(finance, '/assets.pdf?on=2026-03-31&conversion=none')
  for (const said of [
    '成果资产台账',
    '2026年3月31日',
    '筛选：转化状态未转化',
    '成果2项',
    '未授权成果2项',
    'CG-1',
    '止血材料（虚构）',
    '1,234,567.00',
    '合计',
    '单位负责人',
  ]) {
    expect(text).toContain(said)
  }
  expect(text).toMatch(/第1页共[12]页/)
  // Before it was spent.
  expect(await printed(finance, '/assets.pdf?on=2026-03-01')).not.toContain('1,234,567.00')
  const docx = await finance.get(`/assets.docx?q=${encodeURIComponent('引流')}`)
  expect([docx.status, docx.text.startsWith('PK')]).toEqual([200, true])
})

test('the report of a period is one too, and each is noted where exports are', async () => {
  const { institution, finance } = await hospital()
  const text = await printed(finance, '/asset-report.pdf?from=2026-02-01')
  for (const said of [
    '成果资产台账报告',
    '2026年2月1日至2026年6月20日',
    '本期支出1,234,567.00元',
  ]) {
    expect(text).toContain(said)
  }
  expect((await finance.get('/asset-report.docx')).status).toBe(200)
  const auditor = await app.person(['auditor'], institution)
  const { items } = (await auditor.get('/exports')).body
  expect(items.map(({ format }: { format: string }) => format)).toEqual(['docx', 'pdf'])
  const inventor = await app.person(['inventor'], institution)
  expect((await inventor.get('/assets.pdf')).status).toBe(403)
})

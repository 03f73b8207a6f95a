import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

// A hospital begins: its first administrator brings the ledger it has, settles what is open, and
// finds everything in the registers.

const screens = join(import.meta.dirname, 'screens')
const ledger = join(mkdtempSync(join(tmpdir(), 'yizhuan-ledger-')), '成果台账.csv')
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  mkdirSync(screens, { recursive: true })
  writeFileSync(
    ledger,
    [
      '成果编号,成果名称,成果类型,第一完成人,全部完成人,披露日期,预估价值（万元）',
      'CG2024-0001,示例引流装置,实用新型,示例甲,示例甲、示例乙,2024-03-05,12',
      'CG2024-0002,示例止血材料,发明专利,示例丁,示例丁,2024年2月30日,30',
      'CG2024-0003,示例评估软件,软件著作权,示例丙,示例丙,2099-01-01,5',
    ].join('\r\n'),
  )
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a ledger is dropped, a problem answered, a row left out, the rest confirmed', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  const [link = ''] = /http:\S+setup\S+/.exec(server.printed) ?? []
  await context.request.post(`${server.address}/api/v1/setup`, {
    headers: { 'x-yizhuan-csrf': '1' },
    data: {
      token: new URL(link).searchParams.get('token'),
      institutionName: '示例医院（虚构）',
      name: '示例管理员',
      login: 'first',
      password: 'correct horse battery',
    },
  })
  await page.goto(`${server.address}/imports`)
  await page.locator('input[type=file]').setInputFiles(ledger)
  await page.getByText('确认后写入 1 行').waitFor()
  await page.getByText('日期不存在').click()
  await page.getByRole('button', { name: '当月最后一天 2024-02-29' }).click()
  await page.getByText('确认后写入 2 行').waitFor()
  await page.getByText('日期在将来').click()
  await page.getByRole('button', { name: '不导入此行' }).click()
  await page.getByText('待处理 0 / 1').waitFor()
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(overflow).toBeLessThanOrEqual(0)
  await page.screenshot({ path: join(screens, 'import-phone.png') })
  await page.getByRole('button', { name: '确认导入 2 行' }).click()
  await page.getByText('确认写入登记簿').waitFor()
  await page.getByRole('button', { name: '确认导入 2 行' }).last().click()
  await page.getByText('已写入登记簿').waitFor()
  const list = await context.request.get(`${server.address}/api/v1/achievements`)
  const { items } = (await list.json()) as { items: { number: string; disclosedOn: string }[] }
  expect(items.map(({ number, disclosedOn }) => [number, disclosedOn])).toEqual([
    ['CG2024-0002', '2024-02-29'],
    ['CG2024-0001', '2024-03-05'],
  ])
  expect(errors).toEqual([])
})

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'

// A newcomer's first minutes with the demonstration: sign in, look, open a case, read a notice.

const screens = join(import.meta.dirname, 'screens')
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  mkdirSync(screens, { recursive: true })
  server = await startServer('--demo')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A page that fails the test when the browser reports an error of ours. */
async function openPage(width: number): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  // React reports what a page threw on the console; a refused request is not an error of ours.
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load')) errors.push(text)
  })
  return { page, errors }
}

async function signIn(page: Page): Promise<void> {
  const [, password = ''] = /a-officer\s+(\S+)/.exec(server.printed) ?? []
  await page.goto(`${server.address}/login`)
  await page.locator('input').first().fill('a-officer')
  await page.locator('input[type=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await page.getByText('示例省第一人民医院（虚构）').first().waitFor({ state: 'attached' })
}

test('sign in, see what is due with its article, and open a case', async () => {
  const { page, errors } = await openPage(1280)
  await signIn(page)
  await page.getByRole('link', { name: '转化项目' }).waitFor()
  await page.getByText('第十四条第（七）项').first().waitFor()
  await page.screenshot({ path: join(screens, 'workbench.png') })
  await page.goto(`${server.address}/cases`)
  await page
    .getByText(/XM-\d{4}-\d{3}/)
    .first()
    .click()
  await page.getByText('依据与检查').waitFor()
  await page.screenshot({ path: join(screens, 'case.png'), fullPage: true })
  expect(errors).toEqual([])
})

test('anybody reads a notice on a phone, without signing in', async () => {
  const { page, errors } = await openPage(390)
  await page.goto(`${server.address}/notices`)
  await page.getByRole('link', { name: '登录' }).waitFor()
  await page.locator('a[href^="/notices/"]').first().click()
  await page.getByText('如何提出异议').waitFor()
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(overflow).toBeLessThanOrEqual(0)
  await page.screenshot({ path: join(screens, 'notice-phone.png'), fullPage: true })
  expect(errors).toEqual([])
})

test('the library shows an article, and every page keeps to a phone’s width', async () => {
  const { page, errors } = await openPage(390)
  await signIn(page)
  for (const path of ['/', '/cases', '/achievements', '/policies', '/policies/gd-2025']) {
    await page.goto(`${server.address}${path}`)
    await page.locator('h1').first().waitFor()
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    expect([path, overflow]).toEqual([path, 0])
  }
  expect(errors).toEqual([])
})

test('nobody signed in is sent away from a case, with a problem that says so', async () => {
  const answer = await fetch(`${server.address}/api/v1/cases`)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})

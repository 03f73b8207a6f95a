import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type RunningServer, startServerOn } from './server.ts'

/** Where screenshots are put, for people to look at. */
export const screens = join(import.meta.dirname, 'screens')

/** The demonstration, running, and a browser to look at it with. */
export interface House {
  readonly server: RunningServer
  readonly browser: Browser
  close(): Promise<void>
}

/** Somebody at a browser; what the page reports as an error is kept. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly errors: string[]
  /** Opens an address of ours and waits for its heading. */
  go(path: string): Promise<void>
  /** Takes a picture for people to look at. */
  picture(name: string): Promise<void>
  /** How far the page reaches beyond the screen sideways. */
  overflow(): Promise<number>
}

/** Starts the demonstration, today or on another day, and a browser. */
export async function openHouse(day?: string): Promise<House> {
  mkdirSync(screens, { recursive: true })
  const server = await startServerOn(day, '--demo')
  const browser = await launchBrowser()
  return {
    server,
    browser,
    async close() {
      await browser.close()
      await server.stop()
    },
  }
}

/** Somebody comes in: as a member of the demonstration's staff, or as one of the public. */
export async function visit(
  { browser, server }: House,
  login?: string,
  { width = 1280 }: { width?: number } = {},
): Promise<Visitor> {
  const viewport = { width, height: width < 500 ? 844 : 900 }
  const context = await browser.newContext({ viewport, locale: 'zh-CN' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  // React reports what a page threw on the console; a refused request is not an error of ours.
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load')) errors.push(text)
  })
  if (login !== undefined) await enter(context, server, login)
  return {
    page,
    context,
    errors,
    async go(path) {
      await page.goto(`${server.address}${path}`)
      await page.locator('h1').first().waitFor()
    },
    async picture(name) {
      await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true })
    },
    overflow: () =>
      page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
  }
}

/** The password the demonstration printed for a sign-in. */
export function passwordOf({ printed }: RunningServer, login: string): string {
  const [, password] = new RegExp(`${login}\\s+(\\S+)`).exec(printed) ?? []
  if (password === undefined) throw new Error(`The demonstration has no ${login}.`)
  return password
}

/** Signs in without the form, which has a test of its own. */
async function enter(context: BrowserContext, server: RunningServer, login: string): Promise<void> {
  const answer = await context.request.post(`${server.address}/api/v1/session`, {
    headers: { 'x-yizhuan-csrf': '1' },
    data: { login, password: passwordOf(server, login) },
  })
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${await answer.text()}`)
}

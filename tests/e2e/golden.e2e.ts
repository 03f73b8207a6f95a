import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { matchesGolden } from '../golden-file.ts'
import { launchBrowser } from './browser.ts'
import { freePort, program, untilReady } from './server.ts'

// What the public reads of a notice, word by word, on a day that stands still.

const data = mkdtempSync(join(tmpdir(), 'yizhuan-golden-'))
let port: number
let server: ChildProcess
let browser: Browser

beforeAll(async () => {
  port = await freePort()
  const { DATABASE_URL: _url, ...inherited } = process.env
  const own = { PORT: String(port), YIZHUAN_DATA: data, YIZHUAN_TODAY: '2026-11-24' }
  server = spawn(process.execPath, [program, '--demo'], { env: { ...inherited, ...own } })
  await untilReady(server)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  rmSync(data, { recursive: true, force: true })
})

test.each(['zh', 'en'])('a notice that runs, in %s', async (lang) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.addInitScript(`localStorage.setItem('yizhuan.lang', '${lang}')`)
  const page = await context.newPage()
  const list = await fetch(`http://127.0.0.1:${port}/api/v1/public/notices?state=running&kind=deal`)
  const { items } = (await list.json()) as { items: { id: string; title: string }[] }
  const [first] = items.toSorted((a, b) => (a.title < b.title ? -1 : 1))
  await page.goto(`http://127.0.0.1:${port}/notices/${first?.id}`)
  await page.locator('main h1').waitFor()
  await page.locator('main .panel').first().waitFor()
  // biome-ignore lint/performance/useDomNodeTextContent: what is read is what is laid out, line by line
  const text = await page.locator('main').innerText()
  await context.close()
  // Ids are new every time, and hashes follow from them.
  const lasting = text.replace(/[0-9a-f]{64}/g, '<hash>').replace(/[0-9a-f-]{36}/g, '<id>')
  const lines = lasting.split('\n').map((line) => line.trim())
  matchesGolden(`notice.${lang}.txt`, `${lines.filter((line) => line !== '').join('\n')}\n`)
})

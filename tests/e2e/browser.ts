import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts a headless Chromium: the system's if there is one, else the one from npm, with a Chinese font. */
export async function launchBrowser(): Promise<Browser> {
  const system = systemBrowsers.find((path) => existsSync(path))
  const env = { ...process.env, FONTCONFIG_FILE: fontConfiguration() }
  if (system) return chromium.launch({ executablePath: system, args: ['--no-sandbox'], env })
  // Makes the package unpack the system libraries it brings along.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  return chromium.launch({
    executablePath,
    // Not the package's own switches: they turn off the web's security and share cookies between
    // contexts, so that nobody would ever be signed out.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() },
  })
}

function fontConfiguration(): string {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  )
  const folder = mkdtempSync(join(tmpdir(), 'yizhuan-fonts-'))
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  )
  return file
}

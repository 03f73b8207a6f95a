import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { freePort, program, untilReady } from './server.ts'

// What happens to an operator: things that stand in the way are said in one sentence, and whatever
// was killed comes back.

const data = mkdtempSync(join(tmpdir(), 'yizhuan-operator-'))
let running: ChildProcess | undefined

afterAll(async () => {
  if (running) await stop(running)
  rmSync(data, { recursive: true, force: true })
})

function launch(port: number, folder = data, more: Record<string, string> = {}): ChildProcess {
  const { DATABASE_URL: _url, ...inherited } = process.env
  const env = { ...inherited, PORT: String(port), YIZHUAN_DATA: folder, ...more }
  return spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What a start that fails says, without the stack of anything. */
async function refusal(child: ChildProcess): Promise<string> {
  const said = await untilReady(child).then(
    () => 'it started',
    (error: Error) => error.message,
  )
  return said.replace(/^the server ended with 1: /, '').trim()
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

async function health(port: number): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}/api/v1/health`)).status
}

async function until(port: number, status: number): Promise<void> {
  for (let attempt = 0; (await health(port)) !== status; attempt += 1) {
    if (attempt === 300) throw new Error(`it never answered ${status}`)
    await pause(100)
  }
}

test('a port that is taken is said before anything is made', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const folder = join(data, 'port')
  expect(await refusal(launch(port, folder))).toMatch(/^Port \d+ is taken by another program: /)
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
  other.close()
})

test.each([
  ['PORT', 'http', /^PORT must be a whole number/],
  ['DATABASE_URL', 'nonsense', /^DATABASE_URL is not an address like postgres:/],
  ['DATABASE_URL', 'postgres://a:b@127.0.0.1:9/x', /cannot be reached \(ECONNREFUSED\): start it/],
  ['YIZHUAN_DATA', join(import.meta.dirname, 'operator.e2e.ts'), /is not a folder: /],
])('%s=%s is refused in one sentence', async (name, value, says) => {
  const said = await refusal(launch(await freePort(), data, { [name]: value }))
  expect(said).toMatch(says)
  expect(said.split('\n')).toHaveLength(1)
})

test('whatever is killed comes back, and one folder has one server', async () => {
  const port = await freePort()
  running = launch(port)
  await untilReady(running)
  expect(await refusal(launch(await freePort()))).toMatch(/^Yizhuan is already running at /)

  const location = join(data, 'postgres', 'location')
  const home = existsSync(location) ? readFileSync(location, 'utf8').trim() : join(data, 'postgres')
  const database = () =>
    Number(readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(database(), 'SIGKILL')
  await until(port, 503)
  await until(port, 200)

  await stop(running, 'SIGKILL')
  running = launch(port)
  await untilReady(running)
  expect(await health(port)).toBe(200)

  await stop(running)
  running = undefined
  expect(existsSync(join(data, 'yizhuan.lock'))).toBe(false)
  expect(existsSync(join(home, 'cluster/postmaster.pid'))).toBe(false)
})

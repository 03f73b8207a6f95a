import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, program, untilReady } from './server.ts'

// The server and its PostgreSQL are killed without warning, twenty times in turn, while acts are
// being recorded. Whatever was acknowledged must be there afterwards.

const data = mkdtempSync(join(tmpdir(), 'yizhuan-kill-'))
let port = 0
let child: ChildProcess
let printed = ''

beforeAll(async () => {
  port = await freePort()
  printed = await start()
})
afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  rmSync(data, { recursive: true, force: true })
})

async function start(): Promise<string> {
  const env = { ...process.env, PORT: String(port), YIZHUAN_DATA: data, DATABASE_URL: undefined }
  child = spawn(process.execPath, [program, '--demo'], { env })
  return untilReady(child)
}

async function signIn(): Promise<string> {
  const [, password = ''] = /a-officer\s+(\S+)/.exec(printed) ?? []
  const answer = await send('', '/session', { login: 'a-officer', password })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

function send(cookie: string, path: string, body: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yizhuan-csrf': '1', cookie },
    body: JSON.stringify(body),
  })
}

/** Opens cases as fast as it can until the server answers no more; adds the acknowledged ones. */
async function openCases(cookie: string, acknowledged: string[]): Promise<void> {
  const person = { name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false }
  const data = { title: '断电示例', achievement: '示例', team: [person] }
  try {
    for (;;) {
      const answer = await send(cookie, '/cases', { data })
      if (answer.status !== 201) return
      const { id } = (await answer.json()) as { id: string }
      acknowledged.push(id)
    }
  } catch {
    // The connection broke: that is what is being tested.
  }
}

/** The process of PostgreSQL, from the file it keeps in its own folder. */
function databaseProcess(folder = data): number | undefined {
  const location = join(data, 'postgres', 'location')
  const roots = existsSync(location) ? [readFileSync(location, 'utf8').trim(), folder] : [folder]
  for (const root of roots) {
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith('postmaster.pid'),
    )
    if (found) return Number(readFileSync(join(root, found), 'utf8').split('\n')[0])
  }
  return undefined
}

test('twenty kills lose no acknowledged act', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < 20; round += 1) {
    const cookie = await signIn()
    const before = acknowledged.length
    const working = openCases(cookie, acknowledged)
    // Under way for sure, however busy the machine; then at any moment of the next act.
    while (acknowledged.length < before + 2) await pause(5)
    await pause(7 * round)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const database = databaseProcess()
    expect(database).toBeGreaterThan(1)
    if (round % 2 === 1) process.kill(database ?? 0, 'SIGKILL')
    child.kill('SIGKILL')
    await ended
    await working
    await start()
  }
  const cookie = await signIn()
  const missing: string[] = []
  for (const id of acknowledged) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/cases/${id}`, {
      headers: { cookie },
    })
    if (answer.status !== 200) missing.push(id)
  }
  console.log(`${acknowledged.length} acknowledged acts over 20 kills`)
  expect(acknowledged.length).toBeGreaterThanOrEqual(40)
  expect(missing).toEqual([])
}, 300_000)

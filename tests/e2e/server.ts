import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built server as a newcomer starts it, with a data folder of its own. */
export interface RunningServer {
  readonly address: string
  /** What it printed up to "Ctrl-C stops it". */
  readonly printed: string
  /** Stops it and starts it again on another day, with the same data. */
  travel(today: string): Promise<void>
  /** Stops it in order and removes its data. */
  stop(): Promise<void>
}

/** The built server. */
export const program = join(import.meta.dirname, '../../server/dist/apps/api/main.js')

/** Starts the built server on a free port; resolves when it has printed its address. */
export const startServer = (...args: readonly string[]) => startServerOn(undefined, ...args)

/** The same on another day than today. */
export async function startServerOn(
  day: string | undefined,
  ...args: readonly string[]
): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'yizhuan-e2e-'))
  const port = await freePort()
  const run = (today?: string) => {
    const own = { PORT: String(port), YIZHUAN_DATA: data, DATABASE_URL: undefined }
    const env = { ...process.env, ...own, YIZHUAN_TODAY: today }
    return spawn(process.execPath, [program, ...args], { env })
  }
  let child = run(day)
  const printed = await untilReady(child)
  return {
    address: `http://127.0.0.1:${port}`,
    printed,
    async travel(today) {
      await ended(child)
      child = run(today)
      await untilReady(child)
    },
    async stop() {
      await ended(child)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function ended(child: ChildProcess): Promise<unknown> {
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return exit
}

/** Resolves with what the server printed once it is ready. */
export function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl-C')) resolve(printed)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)))
  })
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

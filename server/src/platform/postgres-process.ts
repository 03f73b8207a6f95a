import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isRunning } from './lock.ts'
import { OperatorError } from './operator-error.ts'
import type { RunAs } from './postgres-binaries.ts'

/** Where a cluster, its log and its programs lie, and as whom they run. */
export interface Place {
  readonly home: string
  readonly cluster: string
  readonly log: string
  readonly bin: string
  readonly user: RunAs | undefined
}

/** Stops a server whose parent was killed, and forgets one that was killed itself. */
export async function stopLeftOver({ cluster }: Place): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (pid > 1 && isRunning(pid) && isPostgres(pid)) await stopProcess(pid)
  // Its number may belong to a stranger by now, and PostgreSQL would refuse to start.
  else rmSync(file, { force: true })
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return listed.status !== 0 || listed.stdout.includes('postgres')
  }
}

/** Asks a server to stop, ever more firmly, and waits until it is gone. */
export async function stopProcess(pid: number): Promise<void> {
  // SIGINT disconnects everybody and closes cleanly; SIGQUIT leaves recovery to the next start.
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < seconds * 1000; waited += 20) {
      if (!isRunning(pid)) return
      await pause(20)
    }
  }
}

/** How long a start waits for the last processes of a server that was killed, in milliseconds. */
const leftOverPatience = 60_000

/** Starts a server and waits until it answers. @throws {OperatorError} with the end of its log. */
export async function startServer(
  place: Place,
  port: number,
  settings: readonly string[],
  url: string,
): Promise<ChildProcess> {
  const from = existsSync(place.log) ? statSync(place.log).size : 0
  const patience = performance.now() + leftOverPatience
  for (;;) {
    const server = spawnServer(place, port, settings)
    if (await isReady(server, url, place)) return server
    const said = readFileSync(place.log).subarray(from).toString('utf8')
    // Backends of a killed server take a moment to notice and hold its memory until then; on a busy
    // machine the moment is long.
    if (performance.now() < patience && /shared memory block|postmaster\.pid/.test(said)) {
      await pause(250)
      continue
    }
    if (/no space left on device/i.test(said)) {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    const last = said.trim().split('\n').slice(-3).join(' ')
    throw new OperatorError(
      `PostgreSQL did not start; restore the data folder from a backup if it is damaged. Its log ${place.log} ends with: ${last}`,
    )
  }
}

/**
 * How much of the memory PostgreSQL keeps pages in: an eighth, within what a small machine can spare and
 * what the register of a province makes use of. What lies there need not be copied from the system.
 */
export function sharedMegabytes(bytesOfMemory: number): number {
  return Math.min(2048, Math.max(128, Math.floor(bytesOfMemory / 8 / 2 ** 20)))
}

function spawnServer(
  { bin, cluster, home, log, user }: Place,
  port: number,
  settings: readonly string[],
) {
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    `shared_buffers=${sharedMegabytes(totalmem())}MB`,
    // A batch of payouts or an import writes more than a gigabyte: no checkpoint is to fall into it for that.
    'max_wal_size=4GB',
    'timezone=UTC',
    ...settings,
  ]
  const output = openSync(log, 'a', 0o600)
  if (user) chmodSync(log, 0o600)
  try {
    return spawn(
      join(bin, 'postgres'),
      ['-D', cluster, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
      // A group of its own: Ctrl-C in a terminal must reach us first, so that we close in order.
      { cwd: home, detached: true, stdio: ['ignore', output, output], ...user },
    )
  } finally {
    closeSync(output)
  }
}

async function isReady(server: ChildProcess, url: string, { home }: Place): Promise<boolean> {
  let ended = false
  server.once('exit', () => {
    ended = true
  })
  server.once('error', () => {
    ended = true
  })
  while (!ended) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if (!isOnItsWay(error)) {
        await stopProcess(server.pid ?? 0)
        throw hopeless(error as Error & { code?: string }, home)
      }
      await pause(30)
    }
  }
  return false
}

/** Whether waiting may help: nobody listens yet, or the server is still reading its log. */
function isOnItsWay(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string }
  if (code === undefined) return /timeout|terminated/i.test(message)
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '53300'].includes(code)
}

/** A server that answers and lets nobody in does not get better by waiting. */
function hopeless(error: Error & { code?: string }, home: string): Error {
  if (error.code === '53100') return error
  const why =
    error.code === '28P01'
      ? `The password in ${join(dirname(home), 'secrets', 'database.json')} does not fit the database`
      : `PostgreSQL cannot open its database (${error.message})`
  return new OperatorError(
    `${why}: the data folder is damaged or incomplete; restore all of it from a backup.`,
    { cause: error },
  )
}

/** A port of 127.0.0.1 that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

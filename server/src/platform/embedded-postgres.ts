import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isRunning } from './lock.ts'
import { OperatorError } from './operator-error.ts'
import {
  installedBinaries,
  isReachable,
  postgresUser,
  prepareBinaries,
  type RunAs,
} from './postgres-binaries.ts'

/** A PostgreSQL that this process started. */
export interface EmbeddedPostgres {
  /** Connects as the owner of everything. */
  readonly ownerUrl: string
  /** Connects as the application's role, once migrations gave it `appPassword`. */
  readonly appUrl: string
  readonly appPassword: string
  /** The process of the postmaster; changes when it had to be started again. */
  pid(): number
  /** Stops it and waits until it is gone. */
  stop(): Promise<void>
}

interface Place {
  readonly home: string
  readonly cluster: string
  readonly log: string
  readonly bin: string
  readonly user: RunAs | undefined
}

interface Secrets {
  readonly owner: string
  readonly app: string
}

/** The database of the application in the embedded server. */
const database = 'yizhuan'

/**
 * Starts PostgreSQL on a data folder, creating it at the first start, on a free port of 127.0.0.1.
 *
 * A server left over from a process that was killed is stopped first; one that dies later is started
 * again on the same port, so that a pool recovers by itself.
 *
 * @param settings  further `name=value` settings, such as a smaller cache for tests.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  options: { settings?: readonly string[]; onTrouble?: (sentence: string) => void } = {},
): Promise<EmbeddedPostgres> {
  const place = placeFor(dataFolder)
  const secrets = secretsOf(dataFolder)
  if (!existsSync(place.cluster)) initialise(place, secrets)
  await stopLeftOver(place)
  const port = await freePort()
  const ownerUrl = (name: string) =>
    `postgres://postgres:${secrets.owner}@127.0.0.1:${port}/${name}`
  const settings = options.settings ?? []
  const begin = () => startServer(place, port, settings, ownerUrl('postgres'))
  let stopping = false
  let server = await begin()
  let restart: Promise<void> | undefined
  const startAgain = async (how: string) => {
    options.onTrouble?.(`PostgreSQL ended unexpectedly (${how}); starting it again.`)
    try {
      server = await begin()
      supervise()
    } catch (error) {
      options.onTrouble?.((error as Error).message)
    }
  }
  const supervise = () => {
    server.once('exit', (code, signal) => {
      if (!stopping) restart = startAgain(String(signal ?? code))
    })
  }
  supervise()
  await createDatabase(ownerUrl('postgres'))
  return {
    ownerUrl: ownerUrl(database),
    appUrl: `postgres://yizhuan_app:${secrets.app}@127.0.0.1:${port}/${database}`,
    appPassword: secrets.app,
    pid: () => server.pid ?? 0,
    async stop() {
      stopping = true
      await restart
      await stopProcess(server.pid ?? 0)
    },
  }
}

/**
 * Where the cluster lies: in the data folder, unless we are root and its user cannot get there (as
 * below /root); then under /var/lib, and a file in the data folder says where.
 */
function placeFor(dataFolder: string): Place {
  const user = postgresUser()
  const inside = join(dataFolder, 'postgres')
  mkdirSync(inside, { recursive: true, mode: 0o711 })
  const home = isReachable(inside, user) ? inside : outside(inside)
  const bin = join(prepareBinaries(installedBinaries(), home, user), 'bin')
  if (user) chownSync(home, user.uid, user.gid)
  return { home, bin, user, cluster: join(home, 'cluster'), log: join(home, 'postgres.log') }
}

function outside(inside: string): string {
  const note = join(inside, 'location')
  if (!existsSync(note)) writeFileSync(note, `/var/lib/yizhuan/${randomUUID()}\n`)
  const home = readFileSync(note, 'utf8').trim()
  mkdirSync(home, { recursive: true, mode: 0o711 })
  return home
}

function secretsOf(dataFolder: string): Secrets {
  const folder = join(dataFolder, 'secrets')
  const file = join(folder, 'database.json')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) {
    const made: Secrets = {
      owner: randomBytes(24).toString('hex'),
      app: randomBytes(24).toString('hex'),
    }
    writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Creates the cluster aside and renames it, so that an interrupted start leaves nothing half done. */
function initialise({ home, cluster, bin, user }: Place, secrets: Secrets): void {
  const draft = join(home, 'cluster.new')
  const passwords = join(home, 'password.new')
  rmSync(draft, { recursive: true, force: true })
  writeFileSync(passwords, `${secrets.owner}\n`, { mode: 0o600 })
  if (user) chownSync(passwords, user.uid, user.gid)
  const options = [
    ['--pgdata', draft],
    ['--username', 'postgres'],
    ['--pwfile', passwords],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    // Without these an unset LANG would give SQL_ASCII, and sorting would depend on the machine.
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--locale', 'C'],
  ]
  const made = spawnSync(join(bin, 'initdb'), [...options.flat(), '--no-instructions'], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    ...user,
  })
  rmSync(passwords, { force: true })
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    if (isDiskFull(home)) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' })
    const why = made.error?.message ?? made.stderr.trim().split('\n').slice(-3).join(' ')
    throw new OperatorError(`PostgreSQL could not create its data folder ${cluster}: ${why}`)
  }
  renameSync(draft, cluster)
}

/** initdb may die of a full disk without a word, so the disk itself is asked. */
function isDiskFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < 100 * 1024 * 1024
}

/** Stops a server whose parent was killed, and forgets one that was killed itself. */
async function stopLeftOver({ cluster }: Place): Promise<void> {
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

async function stopProcess(pid: number): Promise<void> {
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
      if (!isRunning(pid) || isZombie(pid)) return
      await pause(20)
    }
  }
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function startServer(
  place: Place,
  port: number,
  settings: readonly string[],
  url: string,
): Promise<ChildProcess> {
  const from = existsSync(place.log) ? statSync(place.log).size : 0
  for (let attempt = 1; ; attempt += 1) {
    const server = spawnServer(place, port, settings)
    if (await isReady(server, url)) return server
    const said = readFileSync(place.log).subarray(from).toString('utf8')
    // Backends of a killed server take a moment to notice and hold its memory until then.
    if (attempt < 20 && /shared memory block|postmaster\.pid/.test(said)) {
      await pause(250)
      continue
    }
    if (/no space left on device/i.test(said)) {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    const last = said.trim().split('\n').slice(-3).join(' ')
    throw new OperatorError(`PostgreSQL did not start; its log ${place.log} ends with: ${last}`)
  }
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
    'shared_buffers=128MB',
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

async function isReady(server: ChildProcess, url: string): Promise<boolean> {
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
      const { code } = error as { code?: string }
      // A wrong password does not get better by waiting.
      if (code === '28P01')
        throw new OperatorError(
          'The password in the data folder does not fit its database: restore data/secrets/database.json.',
        )
      await pause(30)
    }
  }
  return false
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rows.length === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
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

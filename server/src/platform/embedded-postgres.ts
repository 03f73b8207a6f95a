import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { OperatorError, operatorSentence } from './operator-error.ts'
import {
  installedBinaries,
  isReachable,
  postgresUser,
  prepareBinaries,
} from './postgres-binaries.ts'
import { freePort, type Place, startServer, stopLeftOver, stopProcess } from './postgres-process.ts'

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
    for (;;) {
      try {
        server = await begin()
        return supervise()
      } catch (error) {
        options.onTrouble?.(operatorSentence(error) ?? (error as Error).message)
      }
      // What stands in the way, such as a full disk, may pass.
      await pause(5000)
      if (stopping) return
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
  return secretsIn(file)
}

function secretsIn(file: string): Secrets {
  try {
    const { owner, app } = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof owner === 'string' && typeof app === 'string') return { owner, app }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new OperatorError(`${file} is damaged: restore it from a backup of the data folder.`)
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

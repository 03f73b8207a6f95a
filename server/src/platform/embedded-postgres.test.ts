import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { isRunning } from './lock.ts'
import { operatorSentence } from './operator-error.ts'
import {
  installedBinaries,
  isReachable,
  postgresUser,
  prepareBinaries,
} from './postgres-binaries.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-embedded-'))
chmodSync(folder, 0o711)
const started: EmbeddedPostgres[] = []
const start = async () => {
  const server = await startEmbeddedPostgres(folder)
  started.push(server)
  return server
}
afterAll(async () => {
  for (const server of started) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function untilAnswered(url: string, sql: string): Promise<Record<string, unknown>[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await query(url, sql)
    } catch (error) {
      if (attempt === 100) throw error
      await pause(100)
    }
  }
}

test('starts in UTF-8 whatever the environment, and finds its data again', async () => {
  const first = await start()
  const [settings] = await query(
    first.ownerUrl,
    `select current_setting('server_encoding') as encoding, datlocprovider as provider,
       datlocale as locale, current_setting('fsync') as fsync
     from pg_database where datname = current_database()`,
  )
  expect(settings).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', fsync: 'on' })
  await query(first.ownerUrl, `create table kept as select '转化' as word`)
  await first.stop()
  expect(isRunning(first.pid())).toBe(false)
  const second = await start()
  expect(await query(second.ownerUrl, 'select word from kept')).toEqual([{ word: '转化' }])
})

test('comes back on the same port after kill -9, with everything it acknowledged', async () => {
  const server = started.at(-1) ?? (await start())
  await query(server.ownerUrl, 'create table acknowledged (n int)')
  await query(server.ownerUrl, 'insert into acknowledged values (1)')
  process.kill(server.pid(), 'SIGKILL')
  expect(await untilAnswered(server.ownerUrl, 'select n from acknowledged')).toEqual([{ n: 1 }])
  await server.stop()
})

test('replaces one that was left over when its parent was killed', async () => {
  const home = join(folder, 'postgres')
  const program = join(
    prepareBinaries(installedBinaries(), home, postgresUser()),
    'bin',
    'postgres',
  )
  const left = spawn(
    program,
    [
      '-D',
      join(home, 'cluster'),
      '-p',
      '1',
      '-c',
      'listen_addresses=',
      '-c',
      'unix_socket_directories=/tmp',
    ],
    {
      cwd: home,
      stdio: 'ignore',
      ...postgresUser(),
    },
  )
  const ended = once(left, 'exit')
  while (!existsSync(join(home, 'cluster', 'postmaster.pid'))) await pause(20)
  const server = await start()
  await ended
  expect(await query(server.ownerUrl, 'select n from acknowledged')).toEqual([{ n: 1 }])
})

test('makes the links that a blocked install script did not make', () => {
  const native = installedBinaries()
  const links: { target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  const unpacked = join(folder, 'unpacked')
  cpSync(dirname(native), unpacked, { recursive: true, verbatimSymlinks: true })
  for (const { target } of links) rmSync(join(unpacked, target), { force: true })
  const ready = prepareBinaries(join(unpacked, 'native'), join(folder, 'copies'), undefined)
  expect(ready).toBe(join(unpacked, 'native'))
  for (const { target } of links) expect(existsSync(join(unpacked, target)), target).toBe(true)
})

test.runIf(process.getuid?.() === 0)('copies binaries its user cannot reach', () => {
  const closed = join(folder, 'unpacked')
  chmodSync(closed, 0o700)
  const nobody = { uid: 65_534, gid: 65_534 }
  expect(isReachable(join(closed, 'native'), nobody)).toBe(false)
  const ready = prepareBinaries(join(closed, 'native'), join(folder, 'copies'), nobody)
  expect(ready).toContain(join(folder, 'copies', 'bin-'))
  expect(existsSync(join(ready, 'bin', 'postgres'))).toBe(true)
})

test.each([
  [
    'whose password was lost',
    () => rmSync(join(folder, 'secrets', 'database.json')),
    'does not fit the database',
  ],
  [
    'whose passwords are damaged',
    () => writeFileSync(join(folder, 'secrets', 'database.json'), '{"owner":'),
    'database.json is damaged',
  ],
])(
  'a data folder %s is refused in one sentence, and nothing is left running',
  async (_why, spoil, says) => {
    for (const server of started.splice(0)) await server.stop()
    const kept = readFileSync(join(folder, 'secrets', 'database.json'))
    spoil()
    const refused = await startEmbeddedPostgres(folder).catch((error: unknown) => error)
    expect(operatorSentence(refused)).toContain(says)
    expect(operatorSentence(refused)).toContain('backup')
    expect(readdirSync(join(folder, 'postgres', 'cluster'))).not.toContain('postmaster.pid')
    writeFileSync(join(folder, 'secrets', 'database.json'), kept)
    await start()
  },
)

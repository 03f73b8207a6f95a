import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig, rootFolder } from '#server/platform/config'
import type { Context } from '#server/platform/module'
import { freePort } from '#server/platform/postgres-process'
import { openGround as openServerGround } from '#server/platform/start'
import { watch } from './cpu.ts'
import { type Seeded, type Size, seed } from './seed/seed.ts'

/** Where benchmarks run: one PostgreSQL with seeded data, our server and the floor's on it. */
export interface Ground {
  readonly seeded: Seeded
  /** Our server, as `npm start` runs it. */
  readonly ours: string
  /** The headers of a signed-in officer. */
  readonly officer: Readonly<Record<string, string>>
  /** The same of an officer of the institution with a twentieth of the records. */
  readonly smaller: Readonly<Record<string, string>>
  /** The same for an officer of each of the other institutions. */
  readonly neighbours: readonly Readonly<Record<string, string>>[]
  /** A bare Fastify over `pg` that does the same work and nothing else. */
  readonly floor: string
  /** The owner's connection, for looking at plans and sizes. */
  readonly owner: pg.Pool
  close(): Promise<void>
}

const sizes = {
  quick: { achievements: 10_000, cases: 2_000 },
  full: { achievements: 100_000, cases: 10_000 },
  million: { achievements: 1_000_000, cases: 10_000 },
} as const

/** How much is seeded. */
export type GroundSize = keyof typeof sizes

/**
 * Starts everything; with a folder of the caller's own the seeded data stays for the next run.
 *
 * PostgreSQL runs with the settings of the product, waiting for the disk at every commit.
 */
export async function openGround(options: {
  readonly size: GroundSize
  readonly folder: string | undefined
}): Promise<Ground> {
  const { size } = options
  const home = options.folder ?? mkdtempSync(join(tmpdir(), 'yizhuan-bench-'))
  const folder = join(home, size)
  mkdirSync(folder, { recursive: true })
  // As root PostgreSQL runs as another user, who must be able to pass.
  for (const each of [home, folder]) chmodSync(each, 0o711)
  const product = await openServerGround(readConfig({ YIZHUAN_DATA: folder }))
  const { ownerUrl, appUrl } = product.postgres
  const env = { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, YIZHUAN_DATA: folder }
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  const children: ChildProcess[] = []
  const close = async () => {
    await Promise.all(children.map(stop))
    await owner.end()
    await product.close()
    if (options.folder === undefined) rmSync(home, { recursive: true, force: true })
  }
  try {
    const seeded = await seedOnce(folder, product.context, owner, sizes[size])
    const ours = await start(children, join(rootFolder, 'server/dist/apps/api/main.js'), env)
    const floor = await start(children, join(import.meta.dirname, 'floor.js'), env)
    const postmaster = await postmasterOf(owner)
    for (const [at, url] of [ours, floor].entries()) watch(url, children[at]?.pid ?? 0, postmaster)
    const officer = await signIn(ours, seeded)
    const smaller = await signIn(ours, { ...seeded, login: seeded.smaller.login })
    const neighbours: Readonly<Record<string, string>>[] = []
    for (const { login } of seeded.others) {
      neighbours.push(await signIn(ours, { ...seeded, login }))
    }
    return { seeded, ours, officer, smaller, neighbours, floor, owner, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function seedOnce(
  folder: string,
  context: Context,
  owner: pg.Pool,
  size: Size,
): Promise<Seeded> {
  const note = join(folder, 'seeded.json')
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8'))
  console.log(`Seeding ${size.achievements} achievements and ${size.cases} cases …`)
  const seeded = await seed(context, owner, size)
  writeFileSync(note, JSON.stringify(seeded))
  return seeded
}

/** Runs a server as a process of its own and waits until it answers. */
async function start(
  children: ChildProcess[],
  file: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const port = await freePort()
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/api/v1/health`).catch(() => undefined)
    if (answer?.ok) return url
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${file} does not answer.`)
}

/** The process whose children are the connections of PostgreSQL. */
async function postmasterOf(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ note: string }>(
    "select pg_read_file('postmaster.pid') as note",
  )
  return Number.parseInt(rows[0]?.note ?? '', 10)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function signIn(
  url: string,
  { login, password }: Seeded,
): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yizhuan-csrf': '1' },
    body: JSON.stringify({ login, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`Sign-in answered ${answer.status}.`)
  return { cookie, 'x-yizhuan-csrf': '1' }
}

import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../server/src/platform/embedded-postgres.ts'
import { migrate } from '../server/src/platform/migrate.ts'
import { appUrlOf, withDatabase } from '../server/src/platform/postgres-server.ts'
import type {} from '../server/src/platform/testing/database.ts'

/**
 * One PostgreSQL for all test files of a run: the embedded one, or the server of DATABASE_URL.
 *
 * It holds a migrated template from which every file makes a database of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL']
  const folder = mkdtempSync(join(tmpdir(), 'yizhuan-postgres-'))
  // As root the server runs as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  const embedded = given ? undefined : await startForTests(folder)
  const ownerUrl = embedded?.ownerUrl ?? given ?? ''
  const appUrl = embedded?.appUrl ?? appUrlOf(ownerUrl)
  await mayLookBehindWalls(ownerUrl)
  const template = `template_${randomBytes(6).toString('hex')}`
  await run(ownerUrl, `create database ${template}`)
  const appPassword = embedded?.appPassword
  const owner = withDatabase(ownerUrl, template)
  await migrate(owner, appPassword === undefined ? {} : { appPassword })
  project.provide('postgres', { ownerUrl, appUrl, template })
  return async () => {
    await run(ownerUrl, `drop database ${template} with (force)`)
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is written need not survive a test run, so nothing waits for the disk. */
function startForTests(folder: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres(folder, { settings: ['fsync=off', 'shared_buffers=64MB'] })
}

/** Tests count rows of every institution, which row security shows to no ordinary owner of the tables. */
async function mayLookBehindWalls(url: string): Promise<void> {
  const [user] = await run(
    url,
    'select rolsuper, current_user as name from pg_roles where rolname = current_user',
  )
  if (user?.['rolsuper'] === true) return
  throw new Error(
    `The tests need a superuser of their PostgreSQL, which “${user?.['name']}” is not: give one in DATABASE_URL, or none to use the embedded one.`,
  )
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

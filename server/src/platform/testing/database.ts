import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openDatabase } from '../database.ts'
import { withDatabase } from '../postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the migrated template, and that of the application's role. */
    postgres: { ownerUrl: string; appUrl: string; template: string }
  }
}

/** A fresh database for one test file, migrated, with nothing in it. */
export interface TestDatabase {
  /** The application's role: under row security, append-only tables refuse it. */
  readonly db: Db
  readonly appUrl: string
  readonly ownerUrl: string
  /** One statement as the owner, for looking behind the walls. */
  asOwner(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** Makes a database from the migrated template; call `close` when the file is done. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwnerOf(ownerUrl, `create database ${name} template ${template}`)
  const own = { owner: withDatabase(ownerUrl, name), app: withDatabase(appUrl, name) }
  const db = openDatabase(own.app, { connections: 8 })
  return {
    db,
    appUrl: own.app,
    ownerUrl: own.owner,
    asOwner: (sql, values) => asOwnerOf(own.owner, sql, values),
    async close() {
      await db.destroy()
      await asOwnerOf(ownerUrl, `drop database ${name} with (force)`)
    },
  }
}

async function asOwnerOf(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

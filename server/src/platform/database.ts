import {
  CamelCasePlugin,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  type KyselyProps,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import { Connections, SameConnection } from './connections.ts'
import { gatheringSocket } from './gathering-socket.ts'
import { isId } from './ids.ts'
import type { Tables } from './tables.ts'

declare const inTransaction: unique symbol

/** The pool. Holds no caller, so row security shows it no tenant row; use it for central tables. */
export type Db = Kysely<Tables>

class Pool extends Kysely<Tables> {
  readonly #parts: KyselyProps
  readonly connections: Connections

  constructor(connections: Connections) {
    const executor = new DefaultQueryExecutor(
      new PostgresQueryCompiler(),
      new PostgresAdapter(),
      new DefaultConnectionProvider(connections),
      [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    )
    const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('Not used.')) })
    const parts: KyselyProps = { config: { dialect }, dialect, driver: connections, executor }
    super(parts)
    this.#parts = parts
    this.connections = connections
  }

  /** The same tables, every query on one connection: this is where it becomes a transaction. */
  on(connection: SameConnection): Tx {
    const executor = this.#parts.executor.withConnectionProvider(connection)
    return new Kysely<Tables>({ ...this.#parts, executor }) as Tx
  }
}

/** One transaction on one connection, with the caller's settings in force. */
export type Tx = Kysely<Tables> & { readonly [inTransaction]: true }

/** On whose behalf a transaction runs: what row security and the audit see. */
export interface Caller {
  readonly institution: string
  readonly person: string
  readonly name: string
  readonly account: string
  readonly roles: readonly string[]
  readonly lang: 'zh' | 'en'
}

/** Days stay texts and 64-bit integers stay decimal texts: neither survives a JavaScript number. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const asText = oid === pg.types.builtins.DATE || oid === pg.types.builtins.INT8
    return asText ? (text: string) => text : pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig // The library's own type demands overloads that a function cannot spell.

/** Opens a pool for the application's role; `close` with `db.destroy()`. */
export function openDatabase(
  url: string,
  options: { connections?: number; onError?: (error: Error) => void } = {},
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 16,
    connectionTimeoutMillis: 10_000,
    // A statement does not wait for the answer to the one before; a transaction begins on the way.
    pipeline: true,
    stream: gatheringSocket,
    types,
  })
  // A connection that breaks (PostgreSQL restarted) must not end the process: idle it is told of, in
  // use its statement fails and says so.
  pool.on('error', (error) => options.onError?.(error))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Pool(new Connections(pool))
}

/** On whose behalf, as row security sees it. */
type Sight = Pick<Caller, 'institution' | 'person' | 'roles'>

/**
 * Runs `work` in a transaction that sees the caller's institution only.
 *
 * BEGIN and the settings travel with the first query. The transaction commits when `work` resolves and
 * rolls back when it rejects; nothing of it remains on the connection.
 */
export async function asCaller<Result>(
  db: Db,
  caller: Sight,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inOneTransaction(db, `begin; ${settingsOf(caller)}`, work)
}

/**
 * Runs `work` for a caller who only reads; PostgreSQL refuses every write.
 *
 * There is nothing to lose at its end, so nobody waits for it.
 */
export async function asReader<Result>(
  db: Db,
  caller: Sight,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const begin = `begin read only; ${settingsOf(caller)}`
  const pool = poolOf(db)
  const connection = await pool.connections.acquireConnection()
  const begun = connection.say(begin)
  // Reported below; a rejection that nobody awaits yet must not end the process.
  begun.catch(() => undefined)
  const same = new SameConnection(connection)
  try {
    const result = await work(pool.on(same))
    await begun
    return result
  } finally {
    same.end()
    // What is asked next on this connection runs after it.
    connection.say('commit').catch(() => undefined)
    connection.release()
  }
}

/** Who acts when a timer or the importer of the demonstration does, not a person. */
export const systemPerson = '00000000-0000-7000-8000-000000000000'

/** Runs `work` for an institution without a person: timers, the worker, the demonstration. */
export async function asSystem<Result>(
  db: Db,
  institution: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return asCaller(db, { institution, person: systemPerson, roles: ['system'] }, work)
}

/** Runs `work` for nobody: central and reference tables, and what policies open to the public. */
export async function asPublic<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return inOneTransaction(db, `begin; set local app.roles = 'public'`, work)
}

async function inOneTransaction<Result>(
  db: Db,
  begin: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const pool = poolOf(db)
  const connection = await pool.connections.acquireConnection()
  const begun = connection.say(begin)
  // Reported below. What follows a BEGIN that failed meets row security without a caller: no row.
  begun.catch(() => undefined)
  const same = new SameConnection(connection)
  try {
    const result = await work(pool.on(same))
    await begun
    same.end()
    await connection.commit()
    return result
  } catch (error) {
    same.end()
    // A broken connection cannot roll back, and need not: the first error is the one to report.
    await connection.say('rollback').catch(() => undefined)
    throw error
  } finally {
    connection.release()
  }
}

function poolOf(db: Db): Pool {
  if (db instanceof Pool) return db
  throw new TypeError('A transaction begins on the pool, not inside another one.')
}

function settingsOf({ institution, person, roles }: Sight): string {
  return [
    `set local app.institution = ${quoteId(institution)}`,
    `set local app.person = ${quoteId(person)}`,
    `set local app.roles = ${quoteRoles(roles)}`,
  ].join('; ')
}

function quoteId(id: string): string {
  if (!isId(id)) throw new TypeError('A setting of row security must be an id.')
  return `'${id}'`
}

function quoteRoles(roles: readonly string[]): string {
  if (!roles.every((role) => /^[a-z_]+$/.test(role))) throw new TypeError('Not a role.')
  return `'${roles.join(',')}'`
}

/** What kind of trouble an error of PostgreSQL or of the connection to it is. */
export type DatabaseTrouble = 'taken' | 'unreachable' | 'disk-full' | 'contended' | undefined

/** Sorts errors of the database into those a caller can act on; undefined is a mistake of ours. */
export function databaseTrouble(error: unknown): DatabaseTrouble {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') {
    return error instanceof Error &&
      /connection (terminated|timeout|error)|timeout exceeded/i.test(error.message)
      ? 'unreachable'
      : undefined
  }
  if (code === '23505') return 'taken'
  if (code === '40001' || code === '40P01' || code === '55P03') return 'contended'
  if (code === '53100' || code === 'ENOSPC') return 'disk-full'
  const gone = /^(08|57P|53300)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT)$/
  return gone.test(code) ? 'unreachable' : undefined
}

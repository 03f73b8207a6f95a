import {
  CamelCasePlugin,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  type KyselyProps,
  type PluginTransformResultArgs,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import pg from 'pg'
import type { Reading } from './batch.ts'
import { Connections, type Listener, SameConnection } from './connections.ts'
import { isId } from './ids.ts'
import type { Tables } from './tables.ts'

declare const inTransaction: unique symbol

/** The pool. Holds no caller, so row security shows it no tenant row; use it for central tables. */
export type Db = Kysely<Tables>

/** Fields of the code and columns of the database: one is `institutionId` where the other is `institution_id`. */
class Names extends CamelCasePlugin {
  fieldOf(column: string): string {
    return this.camelCase(column)
  }

  /** Rows come with the names of fields already: each statement's are looked up once, not each row's. */
  override async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}

const names = new Names()

class Pool extends Kysely<Tables> {
  readonly #parts: KyselyProps
  readonly connections: Connections

  constructor(connections: Connections) {
    const executor = new DefaultQueryExecutor(
      new PostgresQueryCompiler(),
      new PostgresAdapter(),
      new DefaultConnectionProvider(connections),
      [names],
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
    return new Transaction({ ...this.#parts, executor }, connection) as Kysely<Tables> as Tx
  }
}

class Transaction extends Kysely<Tables> {
  readonly unanswered: () => Tx

  constructor(parts: KyselyProps, connection: SameConnection) {
    super(parts)
    this.unanswered = () => {
      const executor = parts.executor.withConnectionProvider(connection.unanswered)
      return new Kysely<Tables>({ ...parts, executor }) as Tx
    }
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
const staysText = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.INT8])

const reading: Reading = {
  nameOf: (column) => names.fieldOf(column),
  parserOf: (typeId) =>
    staysText.has(typeId) ? (text) => text : pg.types.getTypeParser(typeId, 'text'),
}

/**
 * A statement is planned once: left to itself, PostgreSQL plans a page of a list anew at every call, to
 * find the same plan, which takes longer than the page. Each choice of filters is a statement of its
 * own here. And what is read is in memory or on flash, where an index costs hardly more than a scan:
 * so a page is read from the front of its index, where the default would join and sort the whole.
 */
const planning = '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1'

/** Opens a pool for the application's role; `close` with `db.destroy()`. */
export function openDatabase(
  url: string,
  options: { connections?: number; onError?: (error: Error) => void } = {},
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 16,
    connectionTimeoutMillis: 10_000,
    options: planning,
    // What is asked goes out at once, behind what is still being answered: the database need not wait
    // for us between two batches.
    pipeline: true,
  })
  // A connection that breaks (PostgreSQL restarted) must not end the process: idle it is told of, in
  // use its statement fails and says so.
  pool.on('error', (error) => options.onError?.(error))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Pool(new Connections(pool, reading))
}

/** Listens on a channel of the database until stopped. @returns how to stop. */
export function listen(db: Db, channel: string, listener: Listener): Promise<() => Promise<void>> {
  return poolOf(db).connections.listen(channel, listener)
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
  return inOneTransaction(db, settings, settingsOf(caller), work)
}

/**
 * Runs `work` for a caller who only reads; PostgreSQL refuses every write.
 *
 * Queries that are asked at once are one transaction, which begins with the settings and ends with
 * the answer, so neither BEGIN nor COMMIT is asked for. Those asked later are another one: as between
 * the statements of any transaction here, others may have written meanwhile.
 */
export async function asReader<Result>(
  db: Db,
  caller: Sight,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const values = settingsOf(caller)
  const pool = poolOf(db)
  const connection = await pool.connections.acquireConnection()
  connection.beginWith(readerSettings, values)
  const same = new SameConnection(connection)
  try {
    return await work(pool.on(same))
  } finally {
    same.end()
    connection.takeBack()
    connection.beginWith()
    connection.release()
  }
}

/**
 * Runs `work` for a caller who reads much: everything as it stood at one moment, however long it takes,
 * and rows may be streamed. PostgreSQL refuses every write.
 */
export async function asSnapshot<Result>(
  db: Db,
  caller: Sight,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inOneTransaction(db, settings, settingsOf(caller), work, snapshot)
}

const snapshot = 'begin isolation level repeatable read read only'

/**
 * The same transaction, for writes that answer nothing.
 *
 * They travel with what is asked next, at the latest with the commit, which fails if one of them does:
 * a round trip less while others wait for the locks of this transaction.
 */
export function unanswered(tx: Tx): Tx {
  return (tx as Kysely<Tables>) instanceof Transaction
    ? (tx as Kysely<Tables> as Transaction).unanswered()
    : tx
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

/**
 * Runs a part of a transaction of the service with the rights of the person whose order it carries out:
 * they see no more now than where they gave it.
 */
export async function withRightsOf<Result>(
  tx: Tx,
  person: Sight,
  work: () => Promise<Result>,
): Promise<Result> {
  const turnTo = async (sight: Sight) => {
    const [institution, id, roles] = settingsOf(sight)
    await sql`select set_config('app.institution', ${institution}, true),
      set_config('app.person', ${id}, true), set_config('app.roles', ${roles}, true)`.execute(tx)
  }
  await turnTo(person)
  const result = await work()
  // Where it failed, the transaction is over, and the rights with it.
  await turnTo({ institution: person.institution, person: systemPerson, roles: ['system'] })
  return result
}

/**
 * Runs a part of a caller's transaction that adds up or books the whole of their house, also what hangs on cases that
 * are closed to them. Nothing it reads is shown; who it was stays told.
 */
export async function withSightOfHouse<Result>(
  tx: Tx,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<{ roles: string }>`
    select coalesce(current_setting('app.roles', true), '') as roles`.execute(tx)
  const turnTo = (roles: string) => sql`select set_config('app.roles', ${roles}, true)`.execute(tx)
  await turnTo('system')
  const result = await work()
  // Where it failed, the transaction is over, and the sight with it.
  await turnTo(rows[0]?.roles ?? '')
  return result
}

/** Runs `work` for nobody: central and reference tables, and what policies open to the public. */
export async function asPublic<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return inOneTransaction(db, `select set_config('app.roles', 'public', true)`, [], work)
}

async function inOneTransaction<Result>(
  db: Db,
  settings: string,
  values: readonly string[],
  work: (tx: Tx) => Promise<Result>,
  begin = 'begin',
): Promise<Result> {
  const pool = poolOf(db)
  const connection = await pool.connections.acquireConnection()
  const begun = Promise.all([connection.ask(begin), connection.ask(settings, values)])
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
    connection.takeBack()
    // A broken connection cannot roll back, and need not: the first error is the one to report.
    await connection.ask('rollback').catch(() => undefined)
    throw error
  } finally {
    connection.release()
  }
}

function poolOf(db: Db): Pool {
  if (db instanceof Pool) return db
  throw new TypeError('A transaction begins on the pool, not inside another one.')
}

// What row security sees, until the end of the transaction.
const settings = `select set_config('app.institution', $1, true), set_config('app.person', $2, true),
  set_config('app.roles', $3, true)`
const readerSettings = `${settings}, set_config('transaction_read_only', 'on', true)`

function settingsOf({ institution, person, roles }: Sight): readonly string[] {
  if (![institution, person].every(isId)) {
    throw new TypeError('A setting of row security must be an id.')
  }
  if (!roles.every((role) => /^[a-z_]+$/.test(role))) throw new TypeError('Not a role.')
  return [institution, person, roles.join(',')]
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
  const gone = /^(08|57P|53300|3D000)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT)$/
  return gone.test(code) ? 'unreachable' : undefined
}

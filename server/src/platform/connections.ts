import type {
  CompiledQuery,
  ConnectionProvider,
  DatabaseConnection,
  Driver,
  QueryResult,
} from 'kysely'
import type pg from 'pg'

/** The most statements kept prepared on each connection; the rest are parsed each time. */
const keptStatements = 300

/**
 * Lends connections of a pool to the query builder.
 *
 * Statements are sent as soon as they are given, without waiting for the answer to the one before
 * (the pool's `pipeline`), and those with parameters are prepared once per connection, under a name.
 */
export class Connections implements Driver {
  readonly #pool: pg.Pool
  readonly #lent = new WeakMap<pg.PoolClient, Connection>()
  readonly #names = new Map<string, string>()

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const client = await this.#pool.connect()
    const known = this.#lent.get(client)
    if (known) return known
    const connection = new Connection(client, (text) => this.#nameOf(text))
    this.#lent.set(client, connection)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as Connection).release()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as Connection).say('begin')
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as Connection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as Connection).say('rollback')
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }

  /**
   * The first statements to come are the ones of the code's fixed queries; lists of varying length
   * that come later must not fill the server.
   */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= keptStatements) return known
    const name = `s${this.#names.size}`
    this.#names.set(text, name)
    return name
  }
}

/** One connection; what it is told runs in the order it was told. */
export class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #nameOf: (text: string) => string | undefined

  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
    this.#client = client
    this.#nameOf = nameOf
  }

  async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = parameters.length > 0 ? this.#nameOf(text) : undefined
    const values = parameters as unknown[] // The driver copies them.
    const { command, rowCount, rows } = await this.#client.query(
      name === undefined ? { text, values } : { name, text, values },
    )
    if (command === 'SELECT') return { rows }
    return { rows: rows ?? [], numAffectedRows: BigInt(rowCount ?? 0) }
  }

  /** Several commands at once, without parameters and without an answer worth reading. */
  async say(commands: string): Promise<void> {
    await this.#client.query(commands)
  }

  /** Commits. @throws when a statement failed before, since PostgreSQL then rolls back silently. */
  async commit(): Promise<void> {
    const { command } = await this.#client.query('commit')
    if (command === 'ROLLBACK')
      throw new Error('A transaction with a failed statement was committed.')
  }

  // biome-ignore lint/correctness/useYield: the interface names cursors, which nobody here asks for.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are not streamed.')
  }

  release(): void {
    this.#client.release()
  }
}

/** Lends one connection to every query of a transaction, also to several at once, until it is over. */
export class SameConnection implements ConnectionProvider {
  #connection: DatabaseConnection | undefined

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async provideConnection<Result>(
    use: (connection: DatabaseConnection) => Promise<Result>,
  ): Promise<Result> {
    // It would go astray into the transaction of whoever has the connection next.
    if (!this.#connection) throw new Error('A statement came after the end of its transaction.')
    return use(this.#connection)
  }

  end(): void {
    this.#connection = undefined
  }
}

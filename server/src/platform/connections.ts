import type {
  CompiledQuery,
  ConnectionProvider,
  DatabaseConnection,
  Driver,
  QueryResult,
} from 'kysely'
import type pg from 'pg'
import { type Answer, Batch, type Prepared, type Reading, type Statement } from './batch.ts'

/** The most statements kept prepared on each connection; the rest are parsed each time. */
const keptStatements = 300

/** Is told what comes on a channel, and once when nothing more will. */
export interface Listener {
  readonly heard: (payload: string) => void
  readonly lost: () => void
}

/** Lends connections of a pool to the query builder. */
export class Connections implements Driver {
  readonly #pool: pg.Pool
  readonly #reading: Reading
  readonly #lent = new WeakMap<pg.PoolClient, Connection>()
  readonly #names = new Map<string, string>()

  constructor(pool: pg.Pool, reading: Reading) {
    this.#pool = pool
    this.#reading = reading
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    const client = await this.#pool.connect()
    const known = this.#lent.get(client)
    if (known) return known
    const connection = new Connection(client, this.#reading, (text) => this.#nameOf(text))
    this.#lent.set(client, connection)
    return connection
  }

  /** Listens on a channel with a connection of its own. @returns how to stop. */
  async listen(channel: string, { heard, lost }: Listener): Promise<() => Promise<void>> {
    const client = await this.#pool.connect()
    let isOver = false
    const end = () => {
      if (isOver) return
      isOver = true
      // Not lent again: it still listens.
      client.release(true)
      lost()
    }
    client.on('notification', ({ payload = '' }) => {
      if (!isOver) heard(payload)
    })
    client.on('error', end)
    client.on('end', end)
    try {
      await client.query(`listen ${channel}`)
    } catch (error) {
      isOver = true
      client.release(true)
      throw error
    }
    return async () => {
      if (isOver) return
      isOver = true
      client.release(true)
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as Connection).release()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as Connection).ask('begin')
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as Connection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as Connection).ask('rollback')
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }

  /**
   * The first statements to come are the ones of the code's fixed queries; lists of varying length
   * that come later must not fill the server.
   */
  #nameOf(text: string): string {
    const known = this.#names.get(text)
    if (known !== undefined) return known
    if (this.#names.size >= keptStatements) return ''
    const name = `s${this.#names.size}`
    this.#names.set(text, name)
    return name
  }
}

/** A parameter of more characters than this holds rows, not a value; one of more parts is a list of records. */
const [longestValue, longestList] = [4000, 50]

/**
 * Whether a statement is given a list, or rows as a text. Such a one is planned anew each time: a plan that
 * is kept may stem from when its tables were empty, and then reads the whole of them for each row. A few words,
 * kinds or records of a page are none: to plan what searches by them takes longer than to find them.
 */
const isAboutMany = (values: readonly unknown[]): boolean =>
  values.some((value) =>
    Array.isArray(value)
      ? value.length > longestList
      : typeof value === 'string' && value.length > longestValue,
  )

/** A statement that waits for the end of the turn, and whoever waits for its answer. */
interface Waiting {
  readonly statement: Statement
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * One connection; what it is asked runs in the order it was asked.
 *
 * What is asked within one turn of the event loop travels as one batch.
 */
export class Connection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #reading: Reading
  readonly #nameOf: (text: string) => string
  readonly #prepared: Prepared = new Map()
  #before: readonly Statement[] = []
  #waiting: Waiting[] = []
  #isLeaving = false
  #cursors = 0

  constructor(client: pg.PoolClient, reading: Reading, nameOf: (text: string) => string) {
    this.#client = client
    this.#reading = reading
    this.#nameOf = nameOf
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, count, rows } = await this.ask(sql, parameters)
    const answer = { rows: rows as Row[] }
    return command === 'SELECT' ? answer : { ...answer, numAffectedRows: BigInt(count) }
  }

  /** Asks one statement. */
  ask(text: string, values: readonly unknown[] = []): Promise<Answer> {
    return this.#put(this.#statement(text, values))
  }

  /** Asks one that is not kept prepared. */
  #askOnce(text: string, values: readonly unknown[] = []): Promise<Answer> {
    return this.#put({ text, values, name: '' })
  }

  #put(statement: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (!this.#isLeaving) {
        this.#isLeaving = true
        setImmediate(() => this.#send())
      }
      this.#waiting.push({ statement, resolve, reject })
    })
  }

  /** Gives a statement whose answer nobody waits for: it travels with the next that is asked. */
  say(text: string, values: readonly unknown[]): void {
    const ignore = () => undefined
    this.#waiting.push({
      statement: this.#statement(text, values),
      resolve: ignore,
      reject: ignore,
    })
  }

  /** Lets every batch from now on begin with a statement; without one, with none. */
  beginWith(text?: string, values: readonly unknown[] = []): void {
    this.#before = text === undefined ? [] : [this.#statement(text, values)]
  }

  /** Takes back what was asked and has not been sent: its transaction is over. */
  takeBack(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { reject } of waiting) reject(tooLate())
  }

  /** Commits. @throws when a statement failed before, since PostgreSQL then rolls back silently. */
  async commit(): Promise<void> {
    const { command } = await this.ask('commit')
    if (command === 'ROLLBACK')
      throw new Error('A transaction with a failed statement was committed.')
  }

  /**
   * The rows of a statement some at a time, however many there are; within a transaction.
   *
   * Neither statement is kept prepared: what a cursor answers depends on what it was opened for.
   */
  async *streamQuery<Row>(
    { sql, parameters }: CompiledQuery,
    chunkSize = 500,
  ): AsyncIterableIterator<QueryResult<Row>> {
    this.#cursors += 1
    const cursor = `streamed_${this.#cursors}`
    await this.#askOnce(`declare ${cursor} no scroll cursor for ${sql}`, parameters)
    for (;;) {
      const { rows } = await this.#askOnce(`fetch ${chunkSize} from ${cursor}`)
      if (rows.length > 0) yield { rows: rows as Row[] }
      if (rows.length < chunkSize) break
    }
    // Whoever stops earlier ends the transaction, and the cursor with it.
    await this.#askOnce(`close ${cursor}`)
  }

  release(): void {
    this.#client.release()
  }

  #statement(text: string, values: readonly unknown[]): Statement {
    return { text, values, name: isAboutMany(values) ? '' : this.#nameOf(text) }
  }

  #send(): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#isLeaving = false
    if (waiting.length === 0) return
    // Who waits is kept until the answer comes, not what was asked: the texts of many rows are large.
    const told = waiting.map(({ resolve, reject }) => ({ resolve, reject }))
    const first = this.#before.length
    const fail = (error: unknown) => {
      for (const { reject } of told) reject(error)
    }
    const tell = (answers: readonly Answer[]) => {
      for (const [at, { resolve }] of told.entries()) resolve(answers[first + at] as Answer)
    }
    try {
      const statements = [...this.#before, ...waiting.map(({ statement }) => statement)]
      this.#client
        .query(new Batch(statements, this.#prepared, this.#reading))
        .answers.then(tell, fail)
    } catch (error) {
      fail(error)
    }
  }
}

/** Lends one connection to every query of a transaction, also to several at once, until it is over. */
export class SameConnection implements ConnectionProvider {
  /** Lends it to statements whose answers nobody waits for. */
  readonly unanswered: ConnectionProvider
  #connection: Connection | undefined

  constructor(connection: Connection) {
    this.#connection = connection
    this.unanswered = {
      provideConnection: (use) => this.provideConnection(() => use(saying(connection))),
    }
  }

  async provideConnection<Result>(
    use: (connection: DatabaseConnection) => Promise<Result>,
  ): Promise<Result> {
    if (!this.#connection) throw tooLate()
    return use(this.#connection)
  }

  end(): void {
    this.#connection = undefined
  }
}

function saying(connection: Connection): DatabaseConnection {
  return {
    async executeQuery({ sql, parameters, query }) {
      if (query.kind === 'SelectQueryNode') throw new TypeError('Who selects wants an answer.')
      connection.say(sql, parameters)
      return { rows: [] }
    },
    streamQuery: () => {
      throw new TypeError('Who selects wants an answer.')
    },
  }
}

/** It would go astray into the transaction of whoever has the connection next. */
function tooLate(): Error {
  return new Error('A statement came after the end of its transaction.')
}

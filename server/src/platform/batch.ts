import pg from 'pg'

/** A statement and the values of its parameters. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** Under which it is kept prepared; without one it is parsed each time. */
  readonly name: string
}

/** What PostgreSQL answered to one statement. */
export interface Answer {
  readonly command: string
  readonly count: number
  readonly rows: Row[]
}

type Row = Record<string, unknown>

/** How the rows of a statement are read. */
interface Shape {
  readonly fields: readonly string[]
  readonly parsers: readonly ((text: string) => unknown)[]
}

/** What a connection knows of the statements it keeps prepared. */
export type Prepared = Map<string, Shape>

/** How columns become fields: what they are called, and what their texts mean. */
export interface Reading {
  readonly nameOf: (column: string) => string
  readonly parserOf: (typeId: number) => (text: string) => unknown
}

/** The driver reads their count as a signed number: one more, and its answer would end the process. */
const mostValues = 32_767

/** A statement as it goes out. */
interface Sent {
  readonly name: string
  readonly text: string
  readonly values: Text[]
}

const noShape: Shape = { fields: [], parsers: [] }
// Exported by the driver, and not by its types.
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): Text } }).utils

type Text = string | Buffer | null

/**
 * The driver lets nothing but its own queries go out before those ahead of them are answered, since others
 * may keep a portal open; a batch keeps none.
 */
const DriversQuery = pg.Query as unknown as new (text: string) => object

/**
 * Statements that go to PostgreSQL together and come back together.
 *
 * The driver's own queries end each with a sync, at which PostgreSQL sends what it has: four
 * statements wake both sides four times, which costs more than the statements. A batch has one sync,
 * and a statement that is prepared does not describe its rows again.
 *
 * It succeeds or fails as one. Outside a transaction it is one: it commits at its sync.
 */
export class Batch extends DriversQuery implements pg.Submittable {
  readonly answers: Promise<readonly Answer[]>
  readonly #names: readonly string[]
  #sent: readonly Sent[]
  readonly #prepared: Prepared
  readonly #reading: Reading
  readonly #answered: Answer[] = []
  #rows: Row[] = []
  #shape: Shape | undefined
  #resolve: (answers: readonly Answer[]) => void = () => undefined
  #reject: (error: Error) => void = () => undefined

  /** @throws when a value cannot be written as a text, and when a statement has too many of them. */
  constructor(statements: readonly Statement[], prepared: Prepared, reading: Reading) {
    super('')
    const full = statements.find(({ values }) => values.length > mostValues)
    if (full) throw new RangeError(`${full.values.length} values in “${full.text.slice(0, 80)}…”`)
    this.#names = statements.map(({ name }) => name)
    this.#sent = statements.map(({ name, text, values }) => ({
      name,
      text,
      values: values.map(prepareValue),
    }))
    this.#prepared = prepared
    this.#reading = reading
    this.answers = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: pg.Connection): void {
    const known = new Set(this.#prepared.keys())
    connection.stream.cork()
    for (const { name, text, values } of this.#sent) {
      if (name === '' || !known.has(name)) {
        // A try that failed may have left one of this name behind.
        connection.close({ type: 'S', name }, true)
        connection.parse({ name, text, types: [] }, true)
        connection.describe({ type: 'S', name }, true)
        known.add(name)
      }
      connection.bind({ statement: name, values }, true)
      connection.execute(null, true)
    }
    connection.sync()
    connection.stream.uncork()
    // Written out: the texts of many rows need not wait for their answer.
    this.#sent = []
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#shape = {
      fields: fields.map(({ name }) => this.#reading.nameOf(name)),
      parsers: fields.map(({ dataTypeID }) => this.#reading.parserOf(dataTypeID)),
    }
  }

  handleDataRow({ fields: texts }: { fields: (string | null)[] }): void {
    const { fields, parsers } = this.#shapeNow()
    const row: Row = {}
    for (let at = 0; at < fields.length; at += 1) {
      const text = texts[at] ?? null
      row[fields[at] as string] = text === null ? null : parsers[at]?.(text)
    }
    this.#rows.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    const name = this.#names[this.#answered.length] ?? ''
    if (name !== '') this.#prepared.set(name, this.#shapeNow())
    const [command = '', ...counts] = text.split(' ')
    this.#answered.push({ command, count: Number(counts.at(-1) ?? 0), rows: this.#rows })
    this.#rows = []
    this.#shape = undefined
  }

  /** Not before: what a batch outside a transaction wrote is kept only now. */
  handleReadyForQuery(): void {
    this.#resolve(this.#answered)
  }

  handleError(error: Error): void {
    this.#reject(error)
  }

  #shapeNow(): Shape {
    const name = this.#names[this.#answered.length] ?? ''
    this.#shape ??= this.#prepared.get(name) ?? noShape
    return this.#shape
  }
}

import type { CompiledQuery, QueryExecutorProvider } from 'kysely'
import type { Db, Tx } from './database.ts'

/** Stands for a value while a query is put together. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** Puts a query together from values and from what else its text depends on, such as an order. */
type Build<On extends Db, Values, Shape, Row> = (
  on: On,
  values: Values,
  shape: Shape,
) => { compile(on: QueryExecutorProvider): CompiledQuery<Row> }

/**
 * A query of a busy page, put together once for each of its forms; later calls fill in their values.
 *
 * The query builder works longer on a query than PostgreSQL does on its answer. `build` may ask of a
 * value only whether it is there (`undefined` or not): which values are there is part of the form.
 */
export function prepared<
  Values extends object,
  Row,
  Shape extends Readonly<Record<string, string>> = Record<string, never>,
  On extends Db = Tx,
>(
  build: Build<On, Values, Shape, Row>,
): (on: On, values: Values, shape?: Shape) => Promise<readonly Row[]> {
  const forms = new Map<string, CompiledQuery<Row>>()
  return async (on, values, shape = {} as Shape) => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined)
    const form = [...given.map(([name]) => name), ...Object.values(shape)].join()
    let query = forms.get(form)
    if (!query) {
      const places = Object.fromEntries(given.map(([name]) => [name, new Place(name)]))
      query = build(on, places as Values, shape).compile(on)
      forms.set(form, query)
    }
    const parameters = query.parameters.map((one) =>
      one instanceof Place ? values[one.name as keyof Values] : one,
    )
    const { rows } = await on.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}

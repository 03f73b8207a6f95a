import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** The most statements kept prepared on each connection; the rest are parsed each time. */
const keptStatements = 300

/**
 * A pool whose statements with parameters are prepared once per connection, under a name.
 *
 * It saves about a fifth of the time of a short query. The first statements to come are the ones of
 * the code's fixed queries; lists of varying length that come later must not fill the server.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const known = names.get(text)
    if (known || names.size >= keptStatements) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  const wrap = (client: pg.PoolClient) => ({
    query(text: string, values: readonly unknown[] = []) {
      const name = values.length > 0 ? nameOf(text) : undefined
      return client.query({ text, values: [...values], ...(name && { name }) })
    },
    release: () => client.release(),
  })
  return {
    // The interface also names cursors, which nobody here asks for.
    connect: async () => wrap(await pool.connect()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  }
}

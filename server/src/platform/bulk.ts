import { type Insertable, sql } from 'kysely'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** Rows per statement: few round trips, and no statement that takes long to parse. */
const rowsPerStatement = 1000

/**
 * Inserts many rows with a handful of statements.
 *
 * The rows travel as one JSON parameter, so the statement's text is the same for any number of them
 * and stays prepared. All rows have the columns of the first; JSON columns take plain values here.
 */
export async function insertMany<Table extends keyof Tables & string>(
  tx: Tx,
  table: Table,
  rows: readonly { readonly [Column in keyof Insertable<Tables[Table]>]?: unknown }[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const names = sql.join(columns.map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const part = rows.slice(from, from + rowsPerStatement).map((row) => inSnakeCase(row, columns))
    await sql`
      insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)},
        ${JSON.stringify(part)}::jsonb)
    `.execute(tx)
  }
}

function inSnakeCase(row: Readonly<Record<string, unknown>>, columns: readonly string[]) {
  return Object.fromEntries(
    columns.map((column) => [
      column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      row[column],
    ]),
  )
}

import { type Insertable, sql } from 'kysely'
import type { Tx } from './database.ts'
import { prepared } from './prepared.ts'
import type { Tables } from './tables.ts'

/** Rows per statement: few round trips, and no statement that takes long to parse. */
const rowsPerStatement = 1000

/** The text of an insert is put together once for each table and choice of columns. */
const insertRows = prepared(
  (_tx: Tx, { rows }: { rows: string }, { table, columns }: { table: string; columns: string }) => {
    const names = sql.join(columns.split(',').map((column) => sql.ref(column)))
    return sql`
      insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)
    `
  },
)

/**
 * Inserts many rows with a handful of statements.
 *
 * The rows travel as one JSON parameter, so the statement's text is the same for any number of them
 * and stays prepared. All rows have the columns of the first; JSON columns take plain values here.
 *
 * @param same  what all rows have besides, without a copy of each.
 */
export async function insertMany<Table extends keyof Tables & string>(
  tx: Tx,
  table: Table,
  rows: readonly { readonly [Column in keyof Insertable<Tables[Table]>]?: unknown }[],
  same: { readonly [Column in keyof Insertable<Tables[Table]>]?: unknown } = {},
): Promise<void> {
  const columns = [...Object.keys(same), ...Object.keys(rows[0] ?? {})]
  const names = columns.map((column) =>
    column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const part = rows
      .slice(from, from + rowsPerStatement)
      .map((row) => named(row, same, columns, names))
    await insertRows(tx, { rows: JSON.stringify(part) }, { table, columns: columns.join() })
  }
}

/** A row with the names of its columns as the database has them. */
function named(
  row: Readonly<Record<string, unknown>>,
  same: Readonly<Record<string, unknown>>,
  columns: readonly string[],
  names: readonly string[],
) {
  const values: Record<string, unknown> = {}
  for (const [at, column] of columns.entries()) {
    values[names[at] ?? column] = column in same ? same[column] : row[column]
  }
  return values
}

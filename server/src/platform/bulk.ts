import { type Insertable, sql } from 'kysely'
import type { Tx } from './database.ts'
import { prepared } from './prepared.ts'
import type { Tables } from './tables.ts'

/** Rows per statement: few round trips, and no statement that takes long to parse. */
const rowsPerStatement = 1000

/** The text of an insert is put together once for each table and choice of columns. */
const insertRows = prepared(
  (
    _tx: Tx,
    { same, rows }: { same: string; rows: string },
    { table, columns }: { table: string; columns: string },
  ) => {
    const names = sql.join(columns.split(',').map((column) => sql.ref(column)))
    const of = sql.table(table)
    return sql`
      insert into ${of} (${names})
      select ${names} from jsonb_populate_recordset(
        jsonb_populate_record(null::${of}, ${same}::jsonb), ${rows}::jsonb)
    `
  },
)

/**
 * Inserts many rows with a handful of statements.
 *
 * The rows travel as one JSON parameter, so the statement's text is the same for any number of them
 * and stays prepared. All rows have the columns of the first; JSON columns take plain values here.
 *
 * @param same  what all rows have besides: it travels once.
 * @param ids  the id of each row, where the rows do not say it: none need be copied to be given one.
 */
export async function insertMany<Table extends keyof Tables & string>(
  tx: Tx,
  table: Table,
  rows: readonly { readonly [Column in keyof Insertable<Tables[Table]>]?: unknown }[],
  same: { readonly [Column in keyof Insertable<Tables[Table]>]?: unknown } = {},
  ids?: readonly string[],
): Promise<void> {
  const common = Object.keys(same)
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !(column in same))
  const form = { table, columns: [...common, ...(ids ? ['id'] : []), ...columns].join() }
  const given = { same: textOf(same, common, common.map(nameOf)) }
  const names = columns.map(nameOf)
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const part = rows.slice(from, from + rowsPerStatement)
    const texts = part.map((row, at) =>
      textOf(row, columns, names, ids ? `"id":${JSON.stringify(ids[from + at])}` : ''),
    )
    await insertRows(tx, { ...given, rows: `[${texts.join()}]` }, form)
  }
}

/** A column as the database has it, as JSON begins a field. */
function nameOf(column: string): string {
  return `"${column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}":`
}

/** A row as JSON. What it does not have is not said: most columns of most rows are empty. */
function textOf(
  row: Readonly<Record<string, unknown>>,
  columns: readonly string[],
  names: readonly string[],
  first = '',
): string {
  let text = first
  for (const [at, column] of columns.entries()) {
    const value = row[column]
    if (value === null || value === undefined) continue
    text += `${text === '' ? '' : ','}${names[at]}${JSON.stringify(value)}`
  }
  return `{${text}}`
}

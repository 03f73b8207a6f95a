import { type Kysely, sql } from 'kysely'
import { leftOut, sealedColumns, sharedTables } from './contents.ts'

/** A table as it is archived. */
export interface ArchivedTable {
  readonly name: string
  /** The columns that travel, in the order of their names. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly key: readonly string[]
  /** Tables that its rows name, itself among them where they name each other. */
  readonly names: readonly string[]
}

interface Found {
  readonly name: string
  readonly kind: string | null
  readonly columns: { name: string; type: string }[]
  readonly key: string[] | null
  readonly names: string[]
}

/**
 * The tables of an archive as the schema has them, those that others name first.
 *
 * Every tenant table is one by itself. @throws when a table is neither a tenant's nor spoken for.
 */
export async function archivedTables(db: Kysely<never>): Promise<readonly ArchivedTable[]> {
  const { rows } = await sql<Found>`
    select class.relname as name,
      split_part(obj_description(class.oid, 'pg_class'), ':', 1) as kind,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod))
          order by attname collate "C")
        from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped
          and attgenerated = '') as columns,
      (select json_agg(attname order by at) from pg_constraint
        cross join unnest(conkey) with ordinality as part (attnum, at)
        join pg_attribute on attrelid = conrelid and pg_attribute.attnum = part.attnum
        where conrelid = class.oid and contype = 'p') as key,
      (select coalesce(json_agg(distinct other.relname), '[]') from pg_constraint
        join pg_class other on other.oid = confrelid
        where conrelid = class.oid and contype = 'f') as names
    from pg_class class
    where class.relkind in ('r', 'p') and class.relnamespace = 'public'::regnamespace
    order by class.relname collate "C"
  `.execute(db)
  const tables = rows.filter(({ name }) => leftOut[name] === undefined)
  return inOrder(tables.map(asArchived))
}

/**
 * The columns, by table, that a row must say itself; what is sealed is filled in or left out by rules of
 * its own.
 */
export async function neededColumns(
  db: Kysely<never>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select class.relname as name, json_agg(attname) as columns
    from pg_class class join pg_attribute on attrelid = class.oid
    where class.relkind in ('r', 'p') and class.relnamespace = 'public'::regnamespace
      and attnum > 0 and not attisdropped
      and attnotnull and not atthasdef and attidentity = '' and attgenerated = ''
    group by class.relname`.execute(db)
  const isSealed = (name: string, column: string) =>
    sealedColumns.some((one) => one.table === name && one.column === column)
  return new Map(
    rows.map(({ name, columns }) => [name, columns.filter((one) => !isSealed(name, one))]),
  )
}

function asArchived({ name, kind, columns, key, names }: Found): ArchivedTable {
  if (kind !== 'tenant' && sharedTables[name] === undefined) {
    throw new TypeError(`Nobody said whether the table ${name} belongs into an archive.`)
  }
  if (!key) throw new TypeError(`The table ${name} has no key.`)
  const secret = sealedColumns
    .filter(({ table }) => table === name)
    .flatMap(({ column, index }) => [column, ...(index ? [index.column] : [])])
  const gone = new Set([...secret, ...(sharedTables[name]?.without ?? [])])
  return {
    name,
    columns: columns.filter((column) => !gone.has(column.name)),
    key: key.filter((column) => !gone.has(column)),
    names,
  }
}

/** Those that are named before those that name them. */
function inOrder(tables: readonly ArchivedTable[]): readonly ArchivedTable[] {
  const ordered: ArchivedTable[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const missing = new Set(waiting.map(({ name }) => name))
    const ready = waiting.filter((one) =>
      one.names.every((name) => name === one.name || !missing.has(name)),
    )
    if (ready.length === 0) throw new TypeError('Tables name each other in a circle.')
    ordered.push(...ready)
    waiting = waiting.filter((one) => !ready.includes(one))
  }
  return ordered
}

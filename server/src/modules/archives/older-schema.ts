// What of an archive of an older release fits into the schema of this one. Its rows never met the migrations
// that came since: what those only added is empty or has its default, and a column that they renamed comes in under
// its new name. What they worked out of rows that were there, or took away, nobody can say afterwards, so such an
// archive is refused with what and why.
import type { Migration } from '../../platform/migrate.ts'
import type { Manifest } from './manifest.ts'

/** A table as this release has it. */
export interface TableHere {
  readonly name: string
  /** What travels; what is sealed travels apart. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** Columns that a row must say itself: they have no default and may not be empty. */
  readonly needed: readonly string[]
}

/** The migrations of this release that an archive has not seen. */
export function missedBy(
  { migrations }: Manifest,
  here: readonly Migration[],
): readonly Migration[] {
  const theirs = new Set(migrations.map(({ name }) => name))
  return here.filter(({ name }) => !theirs.has(name))
}

/** Why an archive does not fit, as the end of a sentence; undefined where it does. */
export function unfitting(
  { tables: told }: Manifest,
  missed: readonly Migration[],
  here: readonly TableHere[],
): string | undefined {
  const known = new Map(here.map((table) => [table.name, table]))
  const nameHere = namesSince(missed)
  const filled = new Set(told.flatMap(({ name, rows }) => (rows > 0 ? [name] : [])))
  for (const { name, columns, rows } of told) {
    const table = known.get(name)
    if (rows === 0) continue
    if (!table) return `its table ${name} has ${rows} rows and there is no such table any more`
    const types = new Map(table.columns.map((column) => [column.name, column.type]))
    for (const column of columns) {
      const type = types.get(nameHere(name, column.name))
      if (type === undefined) return `its column ${name}.${column.name} has no place any more`
      if (type !== column.type) {
        return `its column ${name}.${column.name} is of the type ${column.type} and would be ${type}`
      }
    }
    const said = new Set(columns.map((column) => nameHere(name, column.name)))
    const lacking = table.needed.find((column) => !said.has(column))
    if (lacking) return `its table ${name} lacks ${lacking}, which every row must say`
  }
  for (const { name, sql } of missed) {
    const rewritten = rewrittenBy(sql).find(
      ({ how, table }) => known.has(table) && (how === 'insert into' || filled.has(table)),
    )
    if (rewritten) return `${name} works rows of ${rewritten.table} out of those that were there`
  }
  return undefined
}

/** The tables that an archive cannot have, since a migration made them that it has not seen. */
export function madeSince(missed: readonly Migration[]): ReadonlySet<string> {
  const makes = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(?:public\.)?"?([a-z_]\w*)/gi
  const made = missed.flatMap(({ sql }) => [...sql.matchAll(makes)])
  return new Set(made.map(([, table = '']) => table.toLowerCase()))
}

/** What this release calls a column of an archive: migrations that it has not seen may have renamed it. */
export function namesSince(
  missed: readonly Migration[],
): (table: string, column: string) => string {
  const renames =
    /\balter\s+table\s+(?:only\s+)?(?:public\.)?"?(\w+)"?\s+rename\s+column\s+"?(\w+)"?\s+to\s+"?(\w+)/gi
  const renamed = missed.flatMap(({ sql }) => [...withoutRemarks(sql).matchAll(renames)])
  return (table, column) =>
    renamed.reduce(
      (name, [, of, from, to = name]) => (of === table && from === name ? to : name),
      column,
    )
}

const withoutRemarks = (sql: string) => sql.replace(/--[^\n]*/g, '')

/** The tables whose rows a migration writes when it runs; the bodies of functions only run later. */
function rewrittenBy(sql: string): readonly { readonly how: string; readonly table: string }[] {
  const run = withoutRemarks(sql).replace(
    /create\s+(?:or\s+replace\s+)?(?:function|procedure)[\s\S]*?(\$\w*\$)[\s\S]*?\1/gi,
    '',
  )
  const writes = /\b(insert\s+into|update|delete\s+from)\s+(?:only\s+)?(?:public\.)?"?([a-z_]\w*)/gi
  return [...run.matchAll(writes)].map(([, how = '', table = '']) => ({
    how: how.toLowerCase().replace(/\s+/g, ' '),
    table: table.toLowerCase(),
  }))
}

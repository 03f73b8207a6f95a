import pg from 'pg'

// Describes a database from its own catalogs, since no pg_dump comes along. The text is the same for
// every PostgreSQL version we support.

/** A table with everything that a reader of the schema wants to see. */
export interface TableShape {
  readonly name: string
  /** What kind of table it is and what it is for. */
  readonly comment: string
  readonly columns: readonly string[]
  readonly constraints: readonly ConstraintShape[]
  readonly indexes: readonly IndexShape[]
  readonly policies: readonly string[]
  readonly triggers: readonly string[]
  readonly grants: readonly string[]
  readonly isSecured: boolean
  readonly isForced: boolean
  readonly owner: string
}

/** A constraint: its kind as the catalog names it, and the columns it is about, in order. */
export interface ConstraintShape {
  readonly text: string
  readonly kind: 'p' | 'u' | 'f' | 'c' | 'x'
  readonly columns: readonly string[]
  readonly refers: string | null
  readonly referred: readonly string[] | null
}

/** An index that is not there for a constraint. */
export interface IndexShape {
  readonly text: string
  readonly isUnique: boolean
  readonly columns: readonly string[]
}

const tables = `
  select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
    c.relrowsecurity as secured, c.relforcerowsecurity as forced,
    pg_get_userbyid(c.relowner) as owner
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 2`

const columns = `
  select a.attrelid as oid, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attidentity = 'a' then ' generated always as identity' else '' end
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as text
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum`

const names = (numbers: string, table: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality as k(num, at)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = k.num order by k.at)`

const constraints = `
  select conrelid as oid, pg_get_constraintdef(oid) as text, contype as kind,
    ${names('conkey', 'conrelid')} as columns, confrelid::regclass::text as refers,
    ${names('confkey', 'confrelid')} as referred
  from pg_constraint where contype in ('p', 'u', 'f', 'c', 'x') order by conrelid, contype desc, 2`

const indexes = `
  select i.indrelid as oid, pg_get_indexdef(i.indexrelid) as text, i.indisunique as "isUnique",
    ${names('i.indkey::int2[]', 'i.indrelid')} as columns
  from pg_index i where not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
  order by i.indrelid, 2`

const policies = `
  select polrelid as oid, format('policy %s%s for %s using (%s) check (%s)', polname,
    case when polpermissive then '' else ' restricting' end,
    case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
    pg_get_expr(polqual, polrelid), coalesce(pg_get_expr(polwithcheck, polrelid), 'as using')) as text
  from pg_policy order by polrelid, polname`

const triggers = `
  select tgrelid as oid, pg_get_triggerdef(oid) as text from pg_trigger where not tgisinternal order by 1, 2`

/** What a role may do with each table, or with which of its columns. */
const grants = `
  with given as (
    select c.oid, acl.privilege_type, acl.grantee, null::name as col
    from pg_class c, aclexplode(c.relacl) acl
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and acl.grantee <> c.relowner
    union all
    select a.attrelid, acl.privilege_type, acl.grantee, a.attname
    from pg_attribute a, aclexplode(a.attacl) acl)
  select oid, lower(privilege_type) as what, col,
    case grantee when 0 then 'public' else pg_get_userbyid(grantee)::text end as grantee
  from given order by 1, 4, 2, 3`

const functions = `
  select pg_get_functiondef(p.oid) as text from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') order by p.proname`

const domains = `
  select format('domain %s as %s%s', t.typname, format_type(t.typbasetype, t.typtypmod),
    coalesce((select string_agg(' ' || pg_get_constraintdef(c.oid), '' order by c.conname)
      from pg_constraint c where c.contypid = t.oid and c.contype = 'c'), '')) as text
  from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'd' order by t.typname`

interface Row {
  readonly oid: number
  readonly text: string
}

/** Reads the shapes of all tables of the schema. */
export async function readTables(url: string): Promise<TableShape[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const all = async <R extends { oid: number }>(query: string) =>
      grouped((await client.query<R>(query)).rows, ({ oid }) => oid)
    const parts = {
      columns: await all<Row>(columns),
      constraints: await all<ConstraintShape & { oid: number }>(constraints),
      indexes: await all<IndexShape & { oid: number }>(indexes),
      policies: await all<Row>(policies),
      triggers: await all<Row>(triggers),
      grants: await all<{ oid: number; what: string; grantee: string; col: string | null }>(grants),
    }
    const texts = (rows: readonly Row[] = []) => rows.map(({ text }) => text)
    return (await client.query(tables)).rows.map(
      ({ oid, name, comment, secured, forced, owner }) => ({
        name,
        comment: comment ?? '',
        columns: texts(parts.columns.get(oid)),
        constraints: parts.constraints.get(oid) ?? [],
        indexes: parts.indexes.get(oid) ?? [],
        policies: texts(parts.policies.get(oid)),
        triggers: texts(parts.triggers.get(oid)),
        grants: grantLines(parts.grants.get(oid) ?? []),
        isSecured: secured,
        isForced: forced,
        owner,
      }),
    )
  } finally {
    await client.end()
  }
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

function grantLines(
  rows: readonly { what: string; grantee: string; col: string | null }[],
): string[] {
  const byRight = grouped(
    rows,
    ({ what, grantee, col }) => `${grantee} ${what}${col === null ? '' : ' of'}`,
  )
  return [...byRight].map(([right, each]) => {
    const cols = each.flatMap(({ col }) => (col === null ? [] : [col]))
    return cols.length === 0 ? right : `${right} ${cols.join(', ')}`
  })
}

/** The whole schema as one text. */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const named = (await client.query<{ text: string }>(domains)).rows
  const defined = (await client.query<{ text: string }>(functions)).rows
  await client.end()
  const shapes = (await readTables(url)).map(tableText)
  return `${[...named.map(({ text }) => text), ...shapes, ...defined.map(({ text }) => text.trimEnd())].join('\n\n')}\n`
}

function tableText(table: TableShape): string {
  const inner = [...table.columns, ...table.constraints.map(({ text }) => text)]
  const security = [table.isSecured && 'row security', table.isForced && 'forced'].filter(Boolean)
  const after = [
    ...table.indexes.map(({ text }) => text),
    ...(security.length > 0 ? [security.join(', ')] : []),
    ...table.policies,
    ...table.triggers,
    ...table.grants.map((grant) => `grant ${grant}`),
  ]
  return [
    `-- ${table.comment}`,
    `table ${table.name} (`,
    inner.map((line) => `  ${line}`).join(',\n'),
    ')',
    ...after.map((line) => `  ${line}`),
  ].join('\n')
}

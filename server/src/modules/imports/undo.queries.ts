import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { FieldChange } from '../../platform/register.ts'
import { type RegisterName, registerNames, registerOf } from './table-row.ts'

/** The register that each table of a ledger fills, for a statement to join. */
const registersOfTables = sql`
  jsonb_each_text(${JSON.stringify(registerOf)}::jsonb) as known (name, register)`

/**
 * Notes which entries this very transaction has appended to the chains of records that it changed: not
 * of those it entered and nothing more, whose one entry is their first.
 *
 * @param linked  the records that were linked after all rows were written.
 */
export async function rememberAmended(
  tx: Tx,
  institution: string,
  id: string,
  linked: readonly string[],
): Promise<void> {
  await sql`
    insert into import_amended (institution_id, import_id, register, record_id, first_seq, last_seq)
    select ${institution}::uuid, ${id}::uuid, register, record, min(seq), max(seq)
    from (
      select record_id as record from import_row
      where institution_id = ${institution} and import_id = ${id} and state = 'changed' and accepted
        and record_id is not null
      union select unnest(${[...linked]}::uuid[])) as touched
      cross join unnest(${[...registerNames]}::text[]) as register
      -- Each by its chain: to join them all, every entry of every chain would be read for a few.
      cross join lateral (select seq from audit_entry where institution_id = ${institution}
        and chain = register || '/' || record and xmin = pg_current_xact_id()::xid offset 0) as ours
    group by register, record
  `.execute(tx)
}

/** A record that an import wrote, and the last entry of its chain that is the import's. */
export interface WrittenRecord {
  readonly register: RegisterName
  readonly id: string
  readonly isNew: boolean
}

/** The records an import wrote: those it entered, and those it changed. */
const writtenBy = (institution: string, id: string) => sql`
  select register, record_id as id, true as is_new from import_row
    join ${registersOfTables} on name = table_name
  where institution_id = ${institution} and import_id = ${id} and state = 'new'
    and record_id is not null
  union all
  select register, record_id, false from import_amended as amended
  where institution_id = ${institution} and import_id = ${id} and not exists (
    select from import_row where import_row.institution_id = amended.institution_id
      and import_row.import_id = amended.import_id and import_row.state = 'new'
      and import_row.record_id = amended.record_id)`

/** All records an import wrote. */
export async function recordsWritten(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly WrittenRecord[]> {
  const { rows } = await sql<WrittenRecord>`${writtenBy(institution, id)}`.execute(tx)
  return rows
}

/** Locks the chains of the records an import wrote; whoever holds them is the only writer. */
export async function lockWritten(tx: Tx, institution: string, id: string): Promise<void> {
  await sql`
    with written as (${writtenBy(institution, id)})
    select count(*) from (
      select from chain_head where institution_id = ${institution}
        and chain in (select register || '/' || id from written)
      order by chain for update) as locked
  `.execute(tx)
}

/** What stands in the way of taking a record back: `changed`, or the table of what refers to it. */
export interface Hindrance {
  readonly register: RegisterName
  readonly recordId: string
  readonly why: string
  readonly count: number
  readonly by: string | null
  readonly at: string | null
}

/** Records that somebody changed after an import wrote them, with the newest change. */
export async function changedSince(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly Hindrance[]> {
  const query = sql<Hindrance>`
    with written as materialized (${writtenBy(institution, id)})
    select written.register, written.id as record_id, 'changed' as why, head.seq - ours.seq as count,
      newest.entry #>> '{by,name}' as by, newest.entry ->> 'at' as at
    from written
      left join import_amended as amended on amended.institution_id = ${institution}
        and amended.import_id = ${id} and amended.record_id = written.id
      cross join lateral (select coalesce(amended.last_seq, 1) as seq) as ours
      -- Each by its chain: what the import wrote counts, not how much the institution holds.
      cross join lateral (select chain, seq from chain_head where institution_id = ${institution}
        and chain = written.register || '/' || written.id offset 0) as head
      cross join lateral (select at, entry from audit_entry where institution_id = ${institution}
        and chain = head.chain and seq = head.seq offset 0) as newest
    where head.seq <> ours.seq
    order by newest.at, written.id
  `
  return (await joinedByHashing(tx, () => query.execute(tx))).rows
}

/** Answers to stock-takings that are closed by now: what was decided there rests on them. */
export async function closedSince(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly Hindrance[]> {
  const { rows } = await sql<Hindrance>`
    select 'stockAnswer' as register, answer.id as record_id, 'stocktaking' as why, 1 as count,
      null as by, null as at
    from import_row
      join stocktaking_answer as answer on answer.institution_id = ${institution}
        and answer.id = import_row.record_id
      join stocktaking on stocktaking.institution_id = ${institution}
        and stocktaking.id = answer.stocktaking_id and stocktaking.state = 'closed'
    where import_row.institution_id = ${institution} and import_id = ${id}
      and table_name = 'stockAnswers' and import_row.state = 'new'
    order by answer.id
  `.execute(tx)
  return rows
}

/**
 * Has PostgreSQL join by hashing: nobody has counted the rows of an import that was just written, so it
 * takes them for one or two, and would compare each of a hundred thousand with each of the others.
 */
async function joinedByHashing<Result>(tx: Tx, read: () => Promise<Result>): Promise<Result> {
  await sql`set local enable_nestloop = off`.execute(tx)
  const result = await read()
  // Where it failed, the transaction is over, and the setting with it.
  await sql`set local enable_nestloop = on`.execute(tx)
  return result
}

/** A column of ids in some table of an institution. */
interface IdColumn {
  readonly table: string
  readonly column: string
  readonly kind: 'id' | 'ids' | 'json'
}

/** Tables that tell of a record and go, or stay, with it: nothing there depends on it. */
const goesAlong = [
  ...['audit_entry', 'import_row', 'import_origin', 'import_amended', 'search_document'],
  // Which records named a file stays noted; where there is none, nobody reads the file by it.
  'file_naming',
  ...['right_docket', 'right_fee', 'right_clock', 'asset_tag', 'asset_tag_mark'],
  // What a receipt did to money is taken back in red with it.
  'journal_entry',
]

/** Of a table whose rows are part of a record: the column that says of which. */
const partOf: Readonly<Record<string, string>> = {
  ...{ achievement: 'id', ip_right: 'id', contract: 'id', receipt: 'id' },
  ...{ contract_achievement: 'contract_id', right_relation: 'right_id' },
  ...{ right_party_set: 'right_id', right_event: 'right_id' },
  ...{ org_unit: 'id', person: 'id', post: 'person_id', person_credential: 'person_id' },
  ...{ carrier: 'id', trusteeship: 'id', internal_rule: 'id', spin_off: 'id' },
  ...{ achievement_evaluation: 'id', interest_declaration: 'id', interest_item: 'declaration_id' },
  ...{ project: 'id', project_entry: 'project_id', stocktaking_answer: 'id' },
}

/** Columns of JSON that rest on records; what others tell of a record, such as letters, does not. */
const namesInJson = ['trusteeship.subjects', 'spin_off.links']

/** Every column of the institution's tables that can hold the id of a record, as the database has them. */
export async function idColumns(tx: Tx): Promise<readonly IdColumn[]> {
  const { rows } = await sql<IdColumn>`
    select relname as "table", attname as "column", case atttypid when 'uuid[]'::regtype then 'ids'
      when 'jsonb'::regtype then 'json' else 'id' end as kind
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0
      and atttypid in ('uuid'::regtype, 'uuid[]'::regtype, 'jsonb'::regtype)
      and attname not in ('id', 'institution_id')
      and (atttypid <> 'jsonb'::regtype or relname || '.' || attname = any(${namesInJson}::text[]))
      and exists (select from pg_attribute as tenant
        where tenant.attrelid = pg_class.oid and tenant.attname = 'institution_id')
      and obj_description(pg_class.oid, 'pg_class') like 'tenant%'
      and relname <> all(${goesAlong}::text[])
    order by relname, attnum
  `.execute(tx)
  return rows
}

/**
 * What refers to a record that an import entered, of everything but the import's own records: any id
 * in any table of the institution, whether or not a foreign key says so, and any in an act.
 */
export async function referencesTo(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly Hindrance[]> {
  const columns = await idColumns(tx)
  const found = columns.map(({ table, column, kind }) => {
    const part = partOf[table]
    const others = part ? sql`and ${sql.ref(`t.${part}`)} not in (select id from written)` : sql``
    const held = sql.ref(`t.${column}`)
    const ids = { id: held, ids: sql`unnest(${held})`, json: idsIn(held) }[kind]
    return sql`
      select ${table} as why, of_row.id from ${sql.table(table)} as t
        cross join lateral (select ${ids} as id) as of_row
      where t.institution_id = ${institution} and of_row.id in (select id from fresh) ${others}`
  })
  const query = sql<Hindrance>`
    with written as materialized (${writtenBy(institution, id)}),
    fresh as materialized (select register, id from written where is_new),
    found as materialized (
      ${sql.join(found, sql` union all `)} union all ${namedInActs(institution, id)})
    select register, fresh.id as record_id, why, count(*)::int as count, null as by, null as at
    from found join fresh using (id) group by register, fresh.id, why order by fresh.id, why
  `
  return (await joinedByHashing(tx, () => query.execute(tx))).rows
}

/** The ids that a text holds, each once. */
const idsIn = (content: RawBuilder<unknown>) => sql`(regexp_matches(${content}::text,
  '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'))[1]::uuid`

/** Acts made since the import that name a record in what they say. */
const namedInActs = (institution: string, id: string) => sql`
  select 'act' as why, named.id from act
    cross join lateral (select distinct ${idsIn(sql.ref('entry'))} as id) as named
  where act.institution_id = ${institution} and named.id in (select id from fresh)
    and act.at >= (select settled_at from ledger_import
      where institution_id = ${institution} and ledger_import.id = ${id})`

/** What the entries of an import say of a record that it changed, in their order. */
export async function changesMade(
  tx: Tx,
  institution: string,
  id: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly FieldChange[]>> {
  const { rows } = await sql<{ readonly id: string; readonly changes: readonly FieldChange[] }>`
    select record_id as id, coalesce(entry #> '{data,changes}', '[]') as changes
    from import_amended as amended join audit_entry on audit_entry.institution_id = ${institution}
      and chain = register || '/' || record_id and seq between first_seq and last_seq
    where amended.institution_id = ${institution} and import_id = ${id}
      and record_id = any(${[...records]}::uuid[])
    order by record_id, seq
  `.execute(tx)
  const changes = new Map<string, FieldChange[]>()
  for (const row of rows) {
    changes.set(row.id, [...(changes.get(row.id) ?? []), ...row.changes])
  }
  return changes
}

/** How people know records: by the rows they came from. */
export async function namesOf(
  tx: Tx,
  institution: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string | null; readonly title: string }>> {
  const { rows } = await sql<{
    readonly id: string
    readonly number: string | null
    readonly title: string
  }>`
    select id, label as number, title from search_document
    where institution_id = ${institution} and kind = any(${[...registerNames]}::text[])
      and id = any(${[...records]}::uuid[])
    union all
    select id, code, name from org_unit
    where institution_id = ${institution} and id = any(${[...records]}::uuid[])
  `.execute(tx)
  return new Map(rows.map(({ id, number, title }) => [id, { number, title }]))
}

/**
 * Forgets from which rows an import's records came, so that the same rows are new the next time; a
 * record that an earlier import had brought is again that one's.
 */
export async function forgetOrigins(tx: Tx, institution: string, id: string): Promise<void> {
  await sql`
    delete from import_origin where institution_id = ${institution} and (import_id = ${id}
      or record_id in (select written.id from (${writtenBy(institution, id)}) as written))
  `.execute(tx)
  await sql`
    insert into import_origin
      (institution_id, register, key, record_id, fingerprint, import_id, sheet, row)
    select distinct on (register, earlier.key) earlier.institution_id, register, earlier.key,
      earlier.record_id, earlier.fingerprint, earlier.import_id, earlier.sheet, earlier.row
    from ledger_import as undone
      join ledger_import as settled on settled.institution_id = undone.institution_id
        and settled.state = 'confirmed'
        and (settled.settled_at, settled.id) < (undone.settled_at, undone.id)
      join import_row as earlier on earlier.institution_id = settled.institution_id
        and earlier.import_id = settled.id
      join ${registersOfTables} on name = earlier.table_name
    where undone.institution_id = ${institution} and undone.id = ${id}
      and (earlier.state in ('new', 'present') or (earlier.state = 'changed' and earlier.accepted))
      and earlier.record_id in (
        select record_id from import_row where institution_id = ${institution} and import_id = ${id}
          and state in ('changed', 'present')
        union select record_id from import_amended
        where institution_id = ${institution} and import_id = ${id})
    order by register, earlier.key, settled.settled_at desc, settled.id desc, earlier.n
    on conflict (institution_id, register, key) do nothing
  `.execute(tx)
}

import { canonicalJson } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from './bulk.ts'
import type { Clock } from './clock.ts'
import { type Caller, type Tx, unanswered } from './database.ts'
import { expectSeq, lockChain, recordChange, recordFirsts } from './evidence.ts'
import { findLater } from './find-later.ts'
import { type Findable, makeFindable } from './findable.ts'
import { historyOf } from './history.ts'
import type { FindAnew } from './search.ts'
import type { Tables } from './tables.ts'

/**
 * A register: an ordinary table whose every record has a chain of its own.
 *
 * What changed, from what to what, why, by whom and when stands in the chain; the table holds what is
 * so now.
 */
export interface Register {
  /** What chains and actions begin with: `right` makes `right/<id>` and `right.entered`. */
  readonly name: string
  readonly table: keyof Tables & string
  /** The columns people fill, in the order histories show them. */
  readonly columns: readonly string[]
  /** Those that hold JSON and are written as text. */
  readonly json?: ReadonlySet<string>
  /** Those that are written and never told: sealed personal data and its fingerprints. */
  readonly sealed?: ReadonlySet<string>
  /** Those given once, at the entry. */
  readonly lasting?: readonly string[]
  /** What a record is found by, of the fields it has; without it none is found. */
  readonly foundBy?: (fields: Fields) => Omit<Findable, 'id'>
}

/** The fields of a record, as JSON values. */
export type Fields = Readonly<Record<string, unknown>>

/** Some fields of a record; one that is undefined is not given. */
export type Given<Record> = { readonly [Field in keyof Record]?: Record[Field] | undefined }

/** Who enters or amends. */
export type Author = Pick<Caller, 'institution' | 'person' | 'name'>

/** One field that became another: what a history shows. */
export interface FieldChange {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
}

/** The name of a record's chain. */
export function chainOf(register: Register, id: string): string {
  return `${register.name}/${id}`
}

/** Which of the given fields differ from what is stored. A field that is not given stays as it is. */
export function differences(stored: Fields, given: Fields): readonly FieldChange[] {
  return Object.entries(given)
    .filter(([field, to]) => to !== undefined && !isSame(stored[field], to))
    .map(([field, to]) => ({ field, from: stored[field] ?? null, to }))
}

/** A record about to be entered; `beside` is told in its history and kept in other tables. */
export interface NewRecord {
  readonly id: string
  readonly fields: object
  readonly beside?: Fields
}

/** How new records are entered. */
export interface Entering {
  /**
   * They are many: the worker makes them findable later, and whoever enters them asks for that. What is
   * written of them travels with what is asked next, which fails if it does.
   */
  readonly areFoundLater?: boolean
}

/** The changes as the fields to write. */
export function toFields(changes: readonly FieldChange[]): Fields {
  return Object.fromEntries(changes.map(({ field, to }) => [field, to]))
}

/** Enters new records, each with the first entry of its chain. */
export async function enterRecords(
  tx: Tx,
  register: Register,
  by: Author,
  at: Date,
  records: readonly NewRecord[],
  { areFoundLater = false }: Entering = {},
): Promise<void> {
  const write = areFoundLater ? unanswered(tx) : tx
  await insertMany(
    write,
    register.table,
    records.map(({ fields }) => fields as Fields),
    { institutionId: by.institution },
    records.map(({ id }) => id),
  )
  await recordFirsts(
    write,
    by.institution,
    records.map(({ id, fields, beside }) => ({
      register: chainOf(register, id),
      change: {
        action: `${register.name}.entered`,
        subject: id,
        data: toldOf(register, fields as Fields, beside),
        at,
        by,
      },
    })),
  )
  if (!areFoundLater) await makeRecordsFindable(tx, register, by.institution, records)
  else await findLater(write, by.institution, register.name, findables(register, records))
}

/** Makes records findable by the fields they have now. */
export async function makeRecordsFindable(
  tx: Tx,
  register: Register,
  institution: string,
  records: readonly NewRecord[],
): Promise<void> {
  await makeFindable(tx, institution, register.name, findables(register, records))
}

function findables({ foundBy }: Register, records: readonly NewRecord[]): readonly Findable[] {
  if (!foundBy) return []
  return records.map(({ id, fields }) => ({ id, ...foundBy(fields as Fields) }))
}

/** What an amendment changes, why, and what its author had read. */
export interface Amendment {
  readonly fields: object
  /** What changes in other tables at the same time; the caller writes it. */
  readonly beside?: readonly FieldChange[]
  readonly reason: string
  readonly expectedSeq?: number | undefined
  /** What was done, where it has a name of its own: `accepted` makes `achievement.accepted`. */
  readonly action?: string
}

/** Makes some records of a register findable by the fields they are stored with. */
export function findAnewIn(register: Register): FindAnew {
  return async (tx, _clock, institution, ids) => {
    const stored = await recordsByIds(tx, register, institution, ids)
    const records = stored.map(({ id, ...fields }) => ({ id, fields }))
    await makeRecordsFindable(tx, register, institution, records)
  }
}

/**
 * Changes fields of a record; what was there before stays readable in its history.
 *
 * @returns the number of the newest entry, as before when nothing differs; undefined when the
 * institution has no such record.
 * @throws {Problem} 409 when others changed it since `expectedSeq`.
 */
export async function amendRecord(
  tx: Tx,
  register: Register,
  clock: Clock,
  by: Author,
  id: string,
  { fields, beside = [], reason, expectedSeq, action = 'amended' }: Amendment,
): Promise<{ seq: number } | undefined> {
  const chain = { institution: by.institution, name: chainOf(register, id) }
  if (!(await recordOf(tx, register, by.institution, id))) return undefined
  const head = await lockChain(tx, chain)
  await expectSeq(head, expectedSeq, async (seq) =>
    (await historyOf(tx, chain)).items.filter((entry) => entry.seq > seq),
  )
  // The lock may have been waited for, so what is compared is read after it.
  const stored = (await recordOf(tx, register, by.institution, id)) ?? {}
  const changes = differences(stored, fields as Fields)
  if (changes.length + beside.length === 0) return { seq: head.seq }

  // From here on the record is amended.
  if (changes.length > 0) {
    await write(tx, register, by.institution, id, changes)
    const now = { ...stored, ...toFields(changes) }
    await makeRecordsFindable(tx, register, by.institution, [{ id, fields: now }])
  }
  const told = [...changes, ...beside].filter(({ field }) => !register.sealed?.has(field))
  const { seq } = await recordChange(tx, chain.name, {
    action: `${register.name}.${action}`,
    subject: id,
    data: { changes: told, reason },
    at: clock.now(),
    by,
  })
  return { seq }
}

/** The fields of one record as stored. */
export async function recordOf(
  tx: Tx,
  register: Register,
  institution: string,
  id: string,
): Promise<Fields | undefined> {
  const { columns: told, sealed = [], lasting = [] } = register
  const columns = sql.join([...told, ...sealed, ...lasting].map(sql.ref))
  const { rows } = await sql<Fields>`
    select ${columns} from ${sql.table(register.table)}
    where institution_id = ${institution} and id = ${id}
  `.execute(tx)
  return rows[0]
}

/** The fields of several records, with their ids. */
export async function recordsByIds(
  tx: Tx,
  register: Register,
  institution: string,
  ids: readonly string[],
): Promise<readonly ({ readonly id: string } & Fields)[]> {
  if (ids.length === 0) return []
  const { columns: told, sealed = [], lasting = [] } = register
  const columns = ['id', ...told, ...sealed, ...lasting].map((one) => sql.ref(one))
  const { rows } = await sql<{ id: string } & Fields>`
    select ${sql.join(columns)} from ${sql.table(register.table)}
    where institution_id = ${institution} and id = any(${[...ids]}::uuid[])
  `.execute(tx)
  return rows
}

async function write(
  tx: Tx,
  { table, json }: Register,
  institution: string,
  id: string,
  changes: readonly FieldChange[],
): Promise<void> {
  const set = changes.map(({ field, to }) => {
    const value = json?.has(field) ? sql`${JSON.stringify(to)}::jsonb` : sql`${to}`
    return sql`${sql.ref(field)} = ${value}`
  })
  await sql`
    update ${sql.table(table)} set ${sql.join(set)}
    where institution_id = ${institution} and id = ${id}
  `.execute(tx)
}

/** What the history tells of a new record. One by one: to copy all and to delete some is far slower. */
function toldOf({ sealed }: Register, fields: Fields, beside: Fields = {}): Fields {
  const told: Record<string, unknown> = {}
  for (const field of Object.keys(fields)) {
    if (!sealed?.has(field)) told[field] = fields[field]
  }
  return Object.assign(told, beside)
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}

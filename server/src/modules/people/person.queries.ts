import type { Day } from '@yizhuan/kit'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import type { Tables } from '../../platform/tables.ts'
import './person.table.ts'
import type { Post } from './person.ts'
import type { UnitWire } from './person.wire.ts'

/** The units of an institution by name; those that closed stand last. */
export function unitsOf(tx: Tx, institution: string): Promise<UnitWire[]> {
  return tx
    .selectFrom('orgUnit')
    .select(['id', 'name', 'code', 'kind', 'parentId', 'closedOn'])
    .where('institutionId', '=', institution)
    .orderBy(sql`closed_on is not null`)
    .orderBy('kind', 'desc')
    .orderBy('name')
    .execute()
}

/** One unit, or undefined. */
export function unitOf(tx: Tx, institution: string, id: string): Promise<UnitWire | undefined> {
  return tx
    .selectFrom('orgUnit')
    .select(['id', 'name', 'code', 'kind', 'parentId', 'closedOn'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A person as stored, with the name of the unit. */
export type PersonRow = Selectable<Tables['person']> & { readonly unitName: string | null }

const whole = (tx: Tx, institution: string) =>
  tx
    .selectFrom('person')
    .leftJoin('orgUnit', (join) =>
      join
        .onRef('orgUnit.institutionId', '=', 'person.institutionId')
        .onRef('orgUnit.id', '=', 'person.unitId'),
    )
    .selectAll('person')
    .select('orgUnit.name as unitName')
    .where('person.institutionId', '=', institution)

/** One person, or undefined: for another institution's there is none. */
export function personOf(tx: Tx, institution: string, id: string): Promise<PersonRow | undefined> {
  return whole(tx, institution).where('person.id', '=', id).executeTakeFirst()
}

/** Whether somebody else of the house bears the same name: then a name does not say who is meant. */
export async function hasNamesake(
  tx: Tx,
  institution: string,
  { person, name }: { readonly person: string; readonly name: string },
): Promise<boolean> {
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where('institutionId', '=', institution)
    .where('name', '=', name)
    .where('id', '<>', person)
    .executeTakeFirst()
  return other !== undefined
}

interface PersonFilter {
  readonly q?: string | undefined
  readonly unit?: string | undefined
  readonly occupation?: string | undefined
  readonly state: 'here' | 'left' | 'all'
  readonly today: Day
}

/** A page of persons by name. */
export async function listPersons(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: PersonFilter & { cursor?: string | undefined; limit: number },
): Promise<{ rows: PersonRow[]; nextCursor?: string }> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) {
    query = query.where(
      sql<boolean>`(person.name, person.id) > (select p.name, p.id from person p
        where p.institution_id = ${institution} and p.id = ${cursor})`,
    )
  }
  const more = await query.limit(limit + 1).execute()
  const rows = more.slice(0, limit)
  const last = rows.at(-1)
  return more.length > limit && last ? { rows, nextCursor: last.id } : { rows }
}

/** Everybody a filter finds, for a sheet. */
export function allPersons(tx: Tx, institution: string, filter: PersonFilter) {
  return found(tx, institution, filter).execute()
}

function found(tx: Tx, institution: string, filter: PersonFilter) {
  const { q, unit, occupation, today } = filter
  let query = whole(tx, institution)
  if (unit !== undefined) query = query.where('person.unitId', '=', unit)
  if (occupation !== undefined) query = query.where('person.occupation', '=', occupation)
  if (filter.state === 'here') {
    query = query.where((where) =>
      where.or([where('leftOn', 'is', null), where('leftOn', '>', today)]),
    )
  }
  if (filter.state === 'left') query = query.where('leftOn', '<=', today)
  if (q !== undefined) query = query.where(isFoundBy('person.id', institution, 'person', q))
  return query.orderBy('person.name').orderBy('person.id')
}

/** The posts of some persons that were not annulled, newest first. */
export async function postsOf(
  tx: Tx,
  institution: string,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly Post[]>> {
  const posts = new Map<string, Post[]>(persons.map((id) => [id, []]))
  if (persons.length === 0) return posts
  const rows = await tx
    .selectFrom('post')
    .leftJoin('orgUnit', (join) =>
      join
        .onRef('orgUnit.institutionId', '=', 'post.institutionId')
        .onRef('orgUnit.id', '=', 'post.unitId'),
    )
    .select(['post.id', 'post.personId', 'title', 'post.kind', 'unitId', 'fromDay', 'toDay'])
    .select('forTransfer')
    .select(['orgUnit.name as unitName', 'orgUnit.kind as unitKind'])
    .where('post.institutionId', '=', institution)
    .where('post.personId', 'in', [...persons])
    .where('annulledOn', 'is', null)
    .orderBy('fromDay', 'desc')
    .orderBy('post.id')
    .execute()
  for (const row of rows) {
    const { id, personId, title, kind, unitId, unitName, unitKind, forTransfer } = row
    const [from, to] = [row.fromDay as Day, row.toDay as Day | null]
    const unit =
      unitId !== null && unitName !== null && unitKind !== null
        ? { id: unitId, name: unitName, kind: unitKind }
        : null
    posts.get(personId)?.push({ id, title, kind, unit, forTransfer, from, to })
  }
  return posts
}

/** Who else has this staff number or identity number, by name. */
export async function holderOf(
  tx: Tx,
  institution: string,
  column: 'staffNumber' | 'idCardIndex',
  value: string,
  except?: string,
): Promise<string | undefined> {
  let query = tx
    .selectFrom('person')
    .select('name')
    .where('institutionId', '=', institution)
    .where(column, '=', value)
  if (except !== undefined) query = query.where('id', '!=', except)
  return (await query.executeTakeFirst())?.name
}

/** A person as a ledger knows them: by the staff number, never by the name alone. */
export type RegisteredPerson = Pick<
  PersonRow,
  'id' | 'name' | 'staffNumber' | 'unitId' | 'professionalTitle' | 'occupation'
>

/** The persons with these staff numbers, and those with these ids. */
export async function personsByStaffNumber(
  tx: Tx,
  institution: string,
  numbers: readonly string[],
  ids: readonly string[] = [],
): Promise<readonly RegisteredPerson[]> {
  if (numbers.length + ids.length === 0) return []
  return await tx
    .selectFrom('person')
    .select(['id', 'name', 'staffNumber', 'unitId', 'professionalTitle', 'occupation'])
    .where('institutionId', '=', institution)
    .where((where) =>
      where.or([
        where('staffNumber', '=', sql<string>`any(${[...numbers]}::text[])`),
        where('id', '=', sql<string>`any(${[...ids]}::uuid[])`),
      ]),
    )
    .execute()
}

/** The mail addresses that the register has, by the numbers of its staff. */
export async function emailsOf(
  tx: Tx,
  institution: string,
  staffNumbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (staffNumbers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['staffNumber', 'email'])
    .where('institutionId', '=', institution)
    .where('staffNumber', 'in', [...staffNumbers])
    .execute()
  return new Map(
    rows.flatMap(({ staffNumber, email }) =>
      staffNumber !== null && email !== null ? [[staffNumber, email] as const] : [],
    ),
  )
}

import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { postsOf } from './person.queries.ts'
import { leadingOn } from './person.ts'

/** Somebody of the register, as records name them. */
export interface Registered {
  readonly name: string
  readonly staffNumber: string | null
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
}

/** What the register says of some persons on a day; who is not in it is left out. */
export async function registeredOn(
  tx: Tx,
  institution: string,
  ids: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, Registered>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'staffNumber'])
    .where('institutionId', '=', institution)
    .where('id', 'in', [...ids])
    .execute()
  const posts = await postsOf(
    tx,
    institution,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.map(({ id, name, staffNumber }) => {
      const { isChief, holdsLeadingPost } = leadingOn(posts.get(id) ?? [], on)
      return [id, { name, staffNumber, isChief, holdsLeadingPost }]
    }),
  )
}

/** By what somebody is recognised where a record names them. */
export interface Identity {
  readonly person: string
  readonly staffNumber: string | null
  /** The name, where nobody else of the register bears it; null where it does not say who is meant. */
  readonly soleName: string | null
}

/** By what a person is recognised; an account whose holder is not in the register by itself alone. */
export async function identityOf(tx: Tx, institution: string, person: string): Promise<Identity> {
  const row = await tx
    .selectFrom('person')
    .select(['name', 'staffNumber'])
    .select(
      sql<boolean>`exists (select from person other
        where other.institution_id = person.institution_id
          and other.name = person.name and other.id <> person.id)`.as('isShared'),
    )
    .where('institutionId', '=', institution)
    .where('id', '=', person)
    .executeTakeFirst()
  const { name = null, staffNumber = null, isShared = false } = row ?? {}
  return { person, staffNumber, soleName: isShared ? null : name }
}

/** Which persons some names mean: by their entry, else their staff number, else a name nobody shares. */
export async function personsNamed(
  tx: Tx,
  institution: string,
  named: readonly {
    readonly name: string
    readonly staffNo?: string | null | undefined
    readonly person?: string | undefined
  }[],
): Promise<readonly string[]> {
  const chosen = named.flatMap(({ person }) => person ?? [])
  const others = named.filter(({ person }) => person === undefined)
  const numbers = others.flatMap(({ staffNo }) => staffNo ?? [])
  const names = others.flatMap(({ staffNo, name }) => (staffNo == null ? [name] : []))
  if (numbers.length === 0 && names.length === 0) return chosen
  const { rows } = await sql<{ id: string }>`
    select id from person
    where institution_id = ${institution} and (staff_number = any(${numbers}::text[])
      or name = any(${names}::text[]) and not exists (select from person other
        where other.institution_id = person.institution_id
          and other.name = person.name and other.id <> person.id))`.execute(tx)
  return [...new Set([...chosen, ...rows.map(({ id }) => id)])]
}

/** Who of the register bears these names and has a staff number, with the unit of each. */
export async function bearersOf(tx: Tx, institution: string, names: readonly string[]) {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('orgUnit', (join) =>
      join
        .onRef('orgUnit.institutionId', '=', 'person.institutionId')
        .onRef('orgUnit.id', '=', 'person.unitId'),
    )
    .select(['person.name', 'person.staffNumber'])
    .select('orgUnit.name as unitName')
    .where('person.institutionId', '=', institution)
    .where('person.name', '=', sql<string>`any(${[...names]}::text[])`)
    .execute()
  return rows.flatMap(({ staffNumber, ...row }) =>
    staffNumber === null ? [] : { staffNumber, ...row },
  )
}

/** Who of the register bears each of some names. */
export async function personsByName(
  tx: Tx,
  institution: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (names.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('institutionId', '=', institution)
    .where('name', 'in', [...names])
    .execute()
  const bearers = new Map<string, string[]>()
  for (const { id, name } of rows) bearers.set(name, [...(bearers.get(name) ?? []), id])
  return bearers
}

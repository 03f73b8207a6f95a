import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { appendToMany } from '../../platform/evidence.ts'
import { type Author, chainOf, type Entering, enterRecords } from '../../platform/register.ts'
import { blankPerson, personRegister, unitRegister } from './person.table.ts'
import type { UnitKind } from './person.ts'
import type { NewPost } from './post.commands.ts'
import { holdTree } from './unit.commands.ts'

// Units, persons and posts by the hundred, as a ledger brings them. Whoever calls has looked that each may
// be entered; what may not be fails in the database, and with it everything.

/** A unit with the id it gets; those above stand before those below them. */
export interface UnitOfMany {
  readonly id: string
  readonly fields: {
    readonly name: string
    readonly code: string | null
    readonly kind: UnitKind
    readonly parentId: string | null
  }
  /** Where it stood: file, sheet and row. */
  readonly source: string
}

/** Enters many units. */
export async function enterUnits(
  tx: Tx,
  clock: Clock,
  by: Author,
  units: readonly UnitOfMany[],
): Promise<void> {
  await holdTree(tx, by.institution)
  const records = units.map(({ id, fields, source }) => ({
    id,
    fields: { closedOn: null, ...fields },
    beside: { source },
  }))
  await enterRecords(tx, unitRegister, by, clock.now(), records)
}

/** A person with the id they get. Nothing that is sealed comes by the hundred. */
export interface PersonOfMany {
  readonly id: string
  readonly fields: {
    readonly name: string
    readonly staffNumber: string
    readonly unitId: string | null
    readonly professionalTitle: string | null
    readonly occupation?: string | null
  }
  readonly source: string
}

/** Enters many persons. */
export async function enterPersons(
  tx: Tx,
  clock: Clock,
  by: Author,
  persons: readonly PersonOfMany[],
  entering: Entering = {},
): Promise<void> {
  const records = persons.map(({ id, fields, source }) => ({
    id,
    fields: { ...blankPerson, ...fields },
    beside: { source },
  }))
  await enterRecords(tx, personRegister, by, clock.now(), records, entering)
}

/** A post with the id it gets and whose it is. */
export interface PostOfMany extends NewPost {
  readonly id: string
  readonly personId: string
  /** What the unit is called; the chain of the person tells it. */
  readonly unit: string | null
  readonly source: string
}

/** Enters many posts, each told in the chain of its person. */
export async function enterPosts(
  tx: Tx,
  clock: Clock,
  by: Author,
  posts: readonly PostOfMany[],
): Promise<void> {
  await insertMany(
    tx,
    'post',
    posts.map(({ id, personId, unitId, title, kind, forTransfer = false, from, to }) => ({
      ...{ id, personId, unitId, title, kind, forTransfer, fromDay: from, toDay: to },
      annulledOn: null,
    })),
    { institutionId: by.institution },
  )
  const told = posts.map(({ id, personId, title, kind, unit, forTransfer, from, to, source }) => ({
    person: personId,
    action: 'person.appointed',
    data: { post: id, title, kind, unit, ...(forTransfer && { forTransfer }), from, to, source },
  }))
  await tellPersons(tx, clock, by, told)
}

/**
 * Takes posts out again that an import entered by mistake: the chain of the person tells it first, and
 * keeps it. A post that a person entered is annulled instead.
 */
export function withdrawPosts(
  ...given: readonly [Tx, Clock, Author, readonly string[], string]
): Promise<void> {
  return withdraw(ofPosts, ...given)
}

/** The same of training and certificates. */
export function withdrawCredentials(
  ...given: readonly [Tx, Clock, Author, readonly string[], string]
): Promise<void> {
  return withdraw(ofCredentials, ...given)
}

const ofPosts = { table: 'post', action: 'person.appointmentWithdrawn', as: 'post' } as const
const ofCredentials = {
  ...{ table: 'person_credential', action: 'person.credentialWithdrawn', as: 'credential' },
} as const

async function withdraw(
  { table, action, as }: typeof ofPosts | typeof ofCredentials,
  tx: Tx,
  clock: Clock,
  by: Author,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const mine = () => sql`institution_id = ${by.institution} and id = any(${[...ids]}::uuid[])`
  const { rows } = await sql<{ id: string; personId: string; title: string }>`
    select id, person_id, title from ${sql.table(table)} where ${mine()} order by id`.execute(tx)
  const told = rows.map(({ id, personId, title }) => ({
    person: personId,
    action,
    data: { [as]: id, title, reason },
  }))
  await tellPersons(tx, clock, by, told)
  await sql`delete from ${sql.table(table)} where ${mine()}`.execute(tx)
}

interface Told {
  readonly person: string
  readonly action: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Appends to the chains of persons; a chain takes one entry at a time. */
async function tellPersons(tx: Tx, clock: Clock, by: Author, told: readonly Told[]): Promise<void> {
  const at = clock.now()
  let left = told
  while (left.length > 0) {
    const first = new Map<string, Told>()
    const rest: Told[] = []
    for (const one of left) {
      if (first.has(one.person)) rest.push(one)
      else first.set(one.person, one)
    }
    await appendToMany(
      tx,
      by.institution,
      [...first.values()].map(({ person, action, data }) => ({
        register: chainOf(personRegister, person),
        change: { action, subject: person, data, at, by },
      })),
    )
    left = rest
  }
}

import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { postsOf } from './person.queries.ts'
import { type Leading, leadingOn } from './person.ts'

/** A person of the register, and what the posts held on a day say. */
export interface KnownPerson extends Leading {
  readonly name: string
}

/** What the register answers about some persons on a day; those it does not know are left out. */
export async function leadingPersonsOn(
  tx: Tx,
  institution: string,
  ids: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, KnownPerson>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('institutionId', '=', institution)
    .where('id', 'in', [...ids])
    .execute()
  const posts = await postsOf(
    tx,
    institution,
    rows.map(({ id }) => id),
  )
  return new Map(rows.map(({ id, name }) => [id, { name, ...leadingOn(posts.get(id) ?? [], on) }]))
}

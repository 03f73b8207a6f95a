import type { Day } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { postsOf } from './person.queries.ts'
import { type Leading, leadingOn } from './person.ts'

/** What is known of somebody on a day. */
export interface KnownPerson {
  /** What the register says; undefined for an account whose holder is not in it. */
  readonly entry?: Leading & { readonly name: string }
  /** Whether they can sign in, and so sign for themselves. */
  readonly hasAccount: boolean
}

/** How many posts for transfer are held on a day. */
export async function transferPostsOn(tx: Tx, institution: string, on: Day): Promise<number> {
  const { count } = await tx
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('institutionId', '=', institution)
    .where('forTransfer', '=', true)
    .where('annulledOn', 'is', null)
    .where('fromDay', '<=', on)
    .where((where) => where.or([where('toDay', 'is', null), where('toDay', '>', on)]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What is known of some persons on a day; those nobody knows are left out. */
export async function personsKnownOn(
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
  const holders = await tx
    .selectFrom('account')
    .select('personId')
    .where('institutionId', '=', institution)
    .where('personId', 'in', [...ids])
    .where('passwordHash', 'is not', null)
    .where('disabledAt', 'is', null)
    .execute()
  const posts = await postsOf(
    tx,
    institution,
    rows.map(({ id }) => id),
  )
  const accounts = new Set(holders.map(({ personId }) => personId))
  const entered = rows.map(({ id, name }): [string, KnownPerson] => {
    const entry = { name, ...leadingOn(posts.get(id) ?? [], on) }
    return [id, { entry, hasAccount: accounts.has(id) }]
  })
  const others = [...accounts].map((id): [string, KnownPerson] => [id, { hasAccount: true }])
  return new Map([...others, ...entered])
}

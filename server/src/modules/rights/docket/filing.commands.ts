import { sql } from 'kysely'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, lockKnownChain } from '../../../platform/evidence.ts'
import { type Author, amendRecord, chainOf } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import './docket.table.ts'
import { filedFirst } from './family.queries.ts'

// A divisional keeps the day of filing of what it was divided from (cn-patent-rules#a49), a national phase that
// of its international application (cn-patent-rules#a119): where that day changes, theirs do.

/**
 * Holds some rights and all that a day of filing is handed on to. One family at a time: a ring may be closed by links
 * between rights that have none in common. Then the rights in the order of their ids, as everybody who holds several
 * does, so that of two nobody waits for the other.
 */
export async function lockFamily(
  tx: Tx,
  institution: string,
  rights: readonly string[],
): Promise<void> {
  await lockChain(tx, { institution, name: 'right_family' })
  for (const right of await withFollowers(tx, institution, rights)) {
    await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  }
}

/** Rights with what was divided or entered from them, over however many steps, by their ids. */
async function withFollowers(tx: Tx, institution: string, rights: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    with recursive held as (
      select unnest(${[...rights]}::uuid[]) as id
      union
      select relation.right_id from right_relation relation
        join held on relation.earlier_id = held.id
        where relation.institution_id = ${institution}
          and relation.kind in ('divisional', 'national'))
    select id from held order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Hands the day of filing of a right on to what was divided or entered from it, over however many steps. */
export async function handOnFiling(
  tx: Tx,
  clock: Clock,
  by: Author,
  from: string,
  visited: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (visited.has(from)) return
  for (const { id, kind } of await followersOf(tx, by.institution, from)) {
    const of = kind === 'divisional' ? id : from
    const filedOn = await filedFirst(tx, by.institution, of)
    if (filedOn !== undefined) {
      await amendRecord(tx, rightRegister, clock, by, id, {
        fields: { filedOn },
        reason: '随在先一件的申请日',
      })
    }
    await handOnFiling(tx, clock, by, id, new Set([...visited, from]))
  }
}

/** What was divided or entered from a right; an entry whose own filing is recorded keeps what that says. */
async function followersOf(tx: Tx, institution: string, from: string) {
  const { rows } = await sql<{ id: string; kind: 'national' | 'divisional' }>`
    select relation.right_id as id, relation.kind from right_relation relation
    where relation.institution_id = ${institution} and relation.earlier_id = ${from}
      and (relation.kind = 'divisional' or relation.kind = 'national' and not exists (
        select from right_event event
        where event.institution_id = ${institution} and event.right_id = relation.right_id
          and event.kind = 'filed' and not exists (select from right_event strike
            where strike.institution_id = ${institution} and strike.strikes = event.id)))
    order by relation.right_id`.execute(tx)
  return rows
}

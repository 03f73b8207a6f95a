import { sql } from 'kysely'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain } from '../../../platform/evidence.ts'
import { type Author, amendRecord } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import './docket.table.ts'
import { filedFirst } from './family.queries.ts'

// A divisional keeps the day of filing of what it was divided from (cn-patent-rules#a49), a national phase that
// of its international application (cn-patent-rules#a119): where that day changes, theirs do.

/** One family at a time, held before any right of it: what is written of one may reach others. */
export function lockFamilies(tx: Tx, institution: string) {
  return lockChain(tx, { institution, name: 'right_family' })
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

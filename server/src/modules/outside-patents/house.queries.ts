import { groupBy } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { ownKeysOf } from './finding.queries.ts'
import '../people/index.ts'
import '../rights/index.ts'
import { type House, personKey, type Staff, teamsOf } from './match.ts'

/** What the house knows of itself: its names, its people with their posts, its teams of inventors. */
export async function houseOf(tx: Tx, institution: string): Promise<House> {
  const { rows: people } = await sql<Staff>`
    select person.id, person.name, person.left_on::text as "leftOn",
      coalesce((select jsonb_agg(jsonb_build_object('from', post.from_day, 'to', post.to_day))
        from post where post.institution_id = ${institution} and post.person_id = person.id
          and post.annulled_on is null), '[]') as posts,
      array(select distinct unit.name from org_unit unit
        where unit.institution_id = ${institution} and (unit.id = person.unit_id
          or unit.id in (select post.unit_id from post where post.institution_id = ${institution}
            and post.person_id = person.id and post.annulled_on is null))) as units
    from person where person.institution_id = ${institution}
  `.execute(tx)
  const rights = await tx
    .selectFrom('ipRight')
    .select('inventors')
    .where('institutionId', '=', institution)
    .execute()
  return {
    ownKeys: await ownKeysOf(tx, institution),
    staff: groupBy(people, ({ name }) => personKey(name)),
    teams: teamsOf(rights.map(({ inventors }) => inventors)),
  }
}

/** Which of some numbers stand in the register of rights. */
export async function registeredNumbers(
  tx: Tx,
  institution: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('ipRight')
    .select('number')
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .execute()
  return new Set(rows.flatMap(({ number }) => number ?? []))
}

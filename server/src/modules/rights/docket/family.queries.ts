import { type Day, groupBy } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { statusOn } from '../right-status.ts'
import './docket.table.ts'
import type { Division, Entry, FamilyFacts, Priority } from './family-events.ts'

/** What the families of some rights say of each. */
export async function familyFactsOf(tx: Tx, institution: string, ids: readonly string[]) {
  const [priorities, divisions, entries] = await Promise.all([
    prioritiesOf(tx, institution, ids),
    divisionsOf(tx, institution, ids),
    entriesOf(tx, institution, ids),
  ])
  // By right once: some hundred rights are counted at a time.
  const claimed = groupBy(priorities, ({ right }) => right)
  const divided = new Map(divisions.map((one) => [one.right, one]))
  const entered = groupBy(entries, ({ right }) => right)
  return (right: string): FamilyFacts => ({
    priorities: claimed.get(right) ?? [],
    division: divided.get(right),
    entries: (entered.get(right) ?? []).filter(({ country }) => country === null),
    isEnteredAbroad: (entered.get(right) ?? []).some(({ country }) => country !== null),
  })
}

type Of<Fact> = Fact & { readonly right: string }

/** Each right with all it was divided from, or entered from too, over however many steps; itself first. */
const sources = (institution: string, ids: readonly string[], kinds = ['divisional']) => sql`
  source (right_id, id) as (
    select one, one from unnest(${[...ids]}::uuid[]) as one
    union
    select source.right_id, relation.earlier_id
    from source join right_relation relation
      on relation.institution_id = ${institution} and relation.right_id = source.id
      and relation.kind = any(${kinds}::text[])
  )`

/** That it begins its line: the day of filing of all others is a copy of its own. */
const isUndivided = (institution: string) => sql`
  not exists (select from right_relation above
    where above.institution_id = ${institution} and above.right_id = source.id
      and above.kind = 'divisional')`

/**
 * The priorities that rights claim by their family: on what day each earlier one was filed, as far as that is
 * known. A divisional has those of what it was divided from, and a national phase those of its international
 * application, also where only an event tells one: three years for the examination run from there.
 */
async function prioritiesOf(tx: Tx, institution: string, ids: readonly string[]) {
  const { rows } = await sql<Of<Priority>>`
    with recursive ${sources(institution, ids, ['divisional', 'national'])}
    select source.right_id as right, earlier.id, earlier.filed_on as day, earlier.number as ref
    from source join right_relation relation
      on relation.institution_id = ${institution} and relation.right_id = source.id
      and relation.kind = 'priority'
    join ip_right earlier
      on earlier.institution_id = ${institution} and earlier.id = relation.earlier_id
    where length(earlier.filed_on) = 10
    union
    select source.right_id, event.id, event.told ->> 'day', event.told ->> 'ref'
    from source join right_event event
      on event.institution_id = ${institution} and event.right_id = source.id
      and event.kind = 'priorityClaimed' and event.told ->> 'day' is not null
    where source.id <> source.right_id and not exists (select from right_event strike
      where strike.institution_id = ${institution} and strike.strikes = event.id)
    order by day, id`.execute(tx)
  return rows
}

/** What rights were divided from: the first application of the line, whose day of filing they keep. */
async function divisionsOf(tx: Tx, institution: string, ids: readonly string[]) {
  const { rows } = await sql<Of<Division>>`
    with recursive ${sources(institution, ids)}
    select distinct on (source.right_id) source.right_id as right, earlier.id,
      earlier.filed_on as day, earlier.number as ref,
      (select min(relation.on_day)::text from right_relation relation
        where relation.institution_id = ${institution} and relation.right_id = source.right_id
          and relation.kind = 'divisional') as "submittedOn"
    from source join ip_right earlier
      on earlier.institution_id = ${institution} and earlier.id = source.id
    where source.id <> source.right_id and length(earlier.filed_on) = 10
      and ${isUndivided(institution)}
    order by source.right_id, earlier.filed_on, earlier.id`.execute(tx)
  return rows
}

/**
 * The entries that rights of the register made from international applications. One elsewhere leaves the time for
 * China as it is (cn-patent-rules#a120), and whoever went on elsewhere did not forget the application.
 */
async function entriesOf(tx: Tx, institution: string, ids: readonly string[]) {
  const { rows } = await sql<Of<Entry & { readonly country: string | null }>>`
    select relation.earlier_id as right, later.id, later.number as ref, later.country,
      coalesce(relation.on_day::text, case when length(later.filed_on) = 10
        then greatest(later.filed_on, earlier.filed_on) else earlier.filed_on end) as on
    from right_relation relation
    join ip_right later on later.institution_id = ${institution} and later.id = relation.right_id
    join ip_right earlier
      on earlier.institution_id = ${institution} and earlier.id = relation.earlier_id
    where relation.institution_id = ${institution} and relation.kind = 'national'
      and relation.earlier_id = any(${[...ids]}::uuid[])
      and (relation.on_day is not null or length(earlier.filed_on) = 10)
    order by "on", later.id`.execute(tx)
  return rows
}

/**
 * The rights for which some count, too: what claims their priority, entered from them or was divided out of
 * them, over however many steps, and the international applications that they entered from.
 */
export async function countingOn(tx: Tx, institution: string, ids: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    with recursive moved (id) as (
      select one from unnest(${[...ids]}::uuid[]) as one
      union
      select relation.right_id
      from moved join right_relation relation
        on relation.institution_id = ${institution} and relation.earlier_id = moved.id
    )
    select id from moved
    union
    select relation.earlier_id from right_relation relation
    where relation.institution_id = ${institution} and relation.kind = 'national'
      and relation.right_id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The day on which what a right would be divided from was filed first. */
export async function filedFirst(
  tx: Tx,
  institution: string,
  earlier: string,
): Promise<Day | undefined> {
  const { rows } = await sql<{ day: Day | null }>`
    with recursive ${sources(institution, [earlier])}
    select min(filed_on) as day
    from source join ip_right one on one.institution_id = ${institution} and one.id = source.id
    where length(filed_on) = 10 and ${isUndivided(institution)}`.execute(tx)
  return rows[0]?.day ?? undefined
}

/** One right of a family and how it belongs to another. */
export interface FamilyLink {
  readonly rightId: string
  readonly earlierId: string
  readonly kind: 'priority' | 'national' | 'divisional'
  readonly onDay: string | null
}

/** Every relation among the rights that are a family with one, however far away. */
export async function familyOf(tx: Tx, institution: string, id: string, today: string) {
  const links = await sql<FamilyLink>`
    with recursive member (id) as (
      select ${id}::uuid
      union
      select case when relation.right_id = member.id then relation.earlier_id else relation.right_id end
      from member join right_relation relation
        on relation.institution_id = ${institution}
        and (relation.right_id = member.id or relation.earlier_id = member.id)
    )
    select right_id as "rightId", earlier_id as "earlierId", kind, on_day::text as "onDay"
    from right_relation
    where institution_id = ${institution} and right_id in (select id from member)
    order by right_id, earlier_id
  `.execute(tx)
  const ids = [...new Set([id, ...links.rows.flatMap((one) => [one.rightId, one.earlierId])])]
  const members = await tx
    .selectFrom('ipRight')
    .select(['id', 'kind', 'country', 'number', 'title', 'filedOn'])
    .select(statusOn(today).as('status'))
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('filedOn')
    .orderBy('id')
    .execute()
  return { links: links.rows, members }
}

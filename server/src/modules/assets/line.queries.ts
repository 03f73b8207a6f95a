import { groupBy } from '@yizhuan/kit'
import { taggedOn, untouched } from '@yizhuan/procedures'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import '../achievements/index.ts'
import { bookedOf, bookedOn, spentOf } from './asset.queries.ts'
import {
  type AssetLine,
  type Booked,
  type Sums,
  sumsOf,
  type TagCounts,
  type TagFilter,
  type TagName,
  tagValues,
} from './asset.ts'
import './asset.table.ts'
import { signsOf } from './sign.queries.ts'
import { unsettled } from './tag.queries.ts'

// The lines of the ledger, read from the tags that are stored; of what was marked since they are worked out.

/** Which lines are asked for: those on a day that a filter finds. */
export interface LinesAsked extends TagFilter {
  readonly day: string
  /** Those whose numbers come before the one with which a page ended. */
  readonly cursor?: string | undefined
  /** The newest numbers, so many; all where none is given. */
  readonly most?: number
}

/** The lines that a filter finds, the newest number first. */
export async function linesOf(
  tx: Tx,
  institution: string,
  asked: LinesAsked,
): Promise<readonly AssetLine[]> {
  const { cursor, most, day } = asked
  const { rows } = await sql<Omit<AssetLine, 'tags' | keyof Sums> & AssetLine['tags']>`
    with tag as (${await tagsOn(tx, institution, day)}), line as (${linesFound(institution, asked)})
    select * from line
    -- Compared where it is ordered: the database may sort by the rules of a language.
    ${cursor === undefined ? sql`` : sql`where number < ${cursor}`}
    order by number desc ${most === undefined ? sql`` : sql`limit ${most}`}
  `.execute(tx)
  const ids = most === undefined ? undefined : rows.map(({ id }) => id)
  const [spent, booked] = await Promise.all([
    spentOf(tx, institution, ids),
    bookedOf(tx, institution, ids),
  ])
  const [spentBy, bookedBy] = [
    groupBy(
      spent.filter(({ on }) => on <= day),
      ({ achievementId }) => achievementId,
    ),
    groupBy(
      booked.filter(({ on }) => on <= day),
      ({ achievementId }) => achievementId,
    ),
  ]
  return rows.map(({ attribute, stage, conversion, count, ...entered }) => ({
    ...entered,
    ...sumsOf(
      (spentBy.get(entered.id) ?? []).map(({ amountFen }) => BigInt(amountFen)),
      bookedBy.get(entered.id) ?? [],
    ),
    tags: { attribute, stage, conversion, count },
  }))
}

/** What the database sums: lines by their tags, what was spent, and bookings by what they are. */
interface Summed {
  readonly counted: readonly (Record<TagName, string> & { readonly lines: number })[]
  readonly spent: string | null
  readonly booked: readonly Booked[]
}

/** What a filter finds in all: how many lines, how many bear each tag, and their amounts. */
export interface LineTotals extends Sums {
  readonly lines: number
  readonly counts: TagCounts
}

export async function totalsOf(
  tx: Tx,
  institution: string,
  asked: LinesAsked,
): Promise<LineTotals> {
  const { day } = asked
  // What words find is found once for all that is summed; anything else is counted where it stands in the
  // indexes (`achievement_in_ledger`), and of costs and bookings only those that there are look for a line.
  const how = asked.q === undefined ? sql`not materialized` : sql`materialized`
  const { rows } = await sql<Summed>`
    with tag as ${how} (${await tagsOn(tx, institution, day)}), line as ${how} (
      select id, attribute, stage, conversion from (${linesFound(institution, asked)}) as found)
    select (
      select coalesce(jsonb_agg(each), '[]') from (
        select attribute, stage, conversion, count(*)::int as lines from line group by 1, 2, 3
      ) as each) as counted, (
      select sum(amount_fen)::text from asset_cost as cost
      where cost.institution_id = ${institution} and cost.spent_on <= ${day}
        and exists (select from line where line.id = cost.achievement_id)) as spent, (
      select coalesce(jsonb_agg(each), '[]') from (
        select step, treatment, sum(amount_fen)::text as "amountFen" from asset_booking as booking
        where booking.institution_id = ${institution} and outcome = 'accepted'
          and ${bookedOn} <= ${day}
          and exists (select from line where line.id = booking.achievement_id)
        group by 1, 2) as each) as booked
  `.execute(tx)
  const { counted, spent, booked } = rows[0] ?? { counted: [], spent: null, booked: [] }
  const bearing = (tag: TagName, value: string) =>
    counted.reduce((sum, row) => sum + (row[tag] === value ? row.lines : 0), 0)
  const counts = Object.fromEntries(
    (Object.keys(tagValues) as TagName[]).map((tag) => [
      tag,
      Object.fromEntries(tagValues[tag].map((value) => [value, bearing(tag, value)])),
    ]),
  ) as unknown as TagCounts
  return {
    lines: counted.reduce((sum, { lines }) => sum + lines, 0),
    counts,
    ...sumsOf([BigInt(spent ?? 0)], booked),
  }
}

/** The tags that achievements bear on a day; one of which nothing was told by then is not among them. */
async function tagsOn(tx: Tx, institution: string, day: string): Promise<RawBuilder<unknown>> {
  const open = await unsettled(tx, institution)
  const stored = sql`
    select achievement_id, attribute, stage, conversion, count from asset_tag
    where institution_id = ${institution} and since <= ${day} and (until is null or until > ${day})`
  if (open !== 'all' && open.length === 0) return stored
  const signs = await signsOf(tx, institution, open === 'all' ? undefined : open)
  const anew = [...signs].map(([achievement_id, told]) => ({
    achievement_id,
    ...taggedOn(told, day).tags,
  }))
  const fresh = sql`
    select achievement_id, attribute, stage, conversion, count
    from jsonb_populate_recordset(null::asset_tag, ${JSON.stringify(anew)}::jsonb)`
  if (open === 'all') return fresh
  return sql`${stored} and not achievement_id = any(${[...open]}::uuid[]) union all ${fresh}`
}

/** The achievements the office took that a filter finds, each with its tags. */
function linesFound(institution: string, { day, q, funding, ...tags }: LinesAsked) {
  const named = Object.keys(tagValues) as TagName[]
  const wanted = named.flatMap((tag) => {
    const value = tags[tag]
    if (value === undefined) return []
    const told = sql<SqlBool>`${sql.ref(`tag.${tag}`)} = ${value}`
    return [value === untouched[tag] ? sql<SqlBool>`(${told} or tag.achievement_id is null)` : told]
  })
  const conditions: RawBuilder<SqlBool>[] = [
    sql`institution_id = ${institution}`,
    // What a ledger brought was never handed in; what was handed in is entered once it is accepted.
    sql`(intake is null or intake = 'accepted')`,
    sql`coalesce(registered_on, disclosed_on, '') collate "C" <= ${day}`,
    ...(funding === undefined ? [] : [sql<SqlBool>`funding_kind = ${funding}`]),
    ...(q === undefined ? [] : [isFoundBy('achievement.id', institution, 'achievement', q)]),
    ...wanted,
  ]
  return sql`
    select id, number, title, department, funding_kind,
      coalesce(registered_on, disclosed_on, '') as entered_on,
      coalesce(tag.attribute, ${untouched.attribute}) as attribute,
      coalesce(tag.stage, ${untouched.stage}) as stage,
      coalesce(tag.conversion, ${untouched.conversion}) as conversion, coalesce(tag.count, 0) as count
    from achievement left join tag on tag.achievement_id = achievement.id
    where ${sql.join(conditions, sql` and `)}`
}

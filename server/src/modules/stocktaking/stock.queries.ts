import { addYears, type Day } from '@yizhuan/kit'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Scope } from './scope.ts'
import '../cases/index.ts'

/** A right as it stands on a day: since when it lies idle, what it has cost, what falls due next. */
export interface StockedRight {
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly status: string | null
  readonly filedOn: string | null
  readonly grantedOn: string | null
  readonly departments: readonly string[]
  readonly inventors: readonly string[]
  readonly achievementId: string | null
  /** The last licence, sale, use or case, else the grant; as precise as it is known. */
  readonly idleSince: string | null
  readonly everUsed: boolean
  /** A licence is in force, or a contract about it is being performed. */
  readonly isUsed: boolean
  readonly paidFen: string
  readonly nextFeeOn: string | null
  readonly nextFeeYear: number | null
  readonly nextFeeFen: string | null
}

/** Which rights are asked for. */
export interface StockAsked extends Pick<Scope, 'kind' | 'department'> {
  readonly today: Day
  /** Only patents in force that have lain idle for so many years. */
  readonly idleYears?: number | undefined
  /** All, where there is none. */
  readonly limit?: number | undefined
}

/** The statuses of rights that stand: what has ended or was sold is no stock. */
const standing = sql`('pending', 'pending_accepted', 'pending_published', 'pending_examination', 'granted',
  'registered', 'valid')`
const inForce = sql`('granted', 'registered', 'valid')`
const patents = sql`('invention', 'utility_model', 'design', 'patent')`

/** A day that is known to the year or month only is taken for its last: nothing is called idle too early. */
const lastDayOf = (text: RawBuilder<unknown>) =>
  sql`${text} || substr('-12-31', length(${text}) - 3)`

/**
 * The rights an institution holds, with what tells whether they lie idle: events of the docket, contracts
 * that name their number or are about their achievement, and cases about that achievement.
 */
export async function stockedRights(
  tx: Tx,
  institution: string,
  { today, kind, department, idleYears, limit }: StockAsked,
): Promise<readonly StockedRight[]> {
  const wanted = [
    sql`r.status in ${idleYears === undefined ? standing : inForce}`,
    sql`coalesce(d.state, '') not in ('terminated', 'withdrawn', 'deemedWithdrawn', 'deemedAbandoned',
      'invalidated')`,
    sql`(d.ends_on is null or d.ends_on > ${today})`,
    ...(kind === undefined ? [] : [sql`r.kind = ${kind}`]),
    ...(department === undefined ? [] : [sql`${department} = any(r.departments)`]),
  ]
  const idle =
    idleYears === undefined
      ? sql`true`
      : sql`stock.kind in ${patents} and not stock."isUsed"
          and ${lastDayOf(sql`stock."idleSince"`)} <= ${addYears(today, -idleYears)}`
  const { rows } = await sql<StockedRight>`
    with told as (
      select event.right_id,
        max(event.on_day::text) filter (where event.kind in ('licenceAgreed', 'licenceEnded',
          'openLicencePublished', 'openLicencePerformed', 'openLicenceWithdrawn')) as last_on,
        count(*) filter (where event.kind = 'licenceAgreed')
          > count(*) filter (where event.kind = 'licenceEnded') as is_licensed,
        count(*) filter (where event.kind = 'openLicencePublished')
          > count(*) filter (where event.kind = 'openLicenceWithdrawn') as is_open,
        coalesce(sum((event.told ->> 'fen')::bigint) filter (where event.kind in ('annuityPaid',
          'registrationPaid')), 0) as paid
      from right_event event
      where event.institution_id = ${institution} and event.kind <> 'struck'
        and not exists (select from right_event strike
          where strike.institution_id = ${institution} and strike.strikes = event.id)
      group by 1
    ), deal as (
      select ${keyOf(sql`named.number`)} as number, about.achievement_id,
        least(greatest(c.signed_on, c.term_to), ${today}) as last_on,
        c.status = 'performing' and coalesce(c.term_to || '-99-99', '9999') >= ${today} as is_used
      from contract c
      left join lateral unnest(c.patent_numbers) as named(number) on true
      left join contract_achievement about
        on about.institution_id = ${institution} and about.contract_id = c.id
      where c.institution_id = ${institution} and c.kind = 'transfer'
        and c.status is distinct from 'not_effective'
    ), by_number as (
      select number, max(last_on) as last_on, bool_or(is_used) as is_used
      from deal where number is not null group by 1
    ), by_achievement as (
      select achievement_id, max(last_on) as last_on, bool_or(is_used) as is_used
      from deal where achievement_id is not null group by 1
    ), walked as (
      select achievement_id, max(last_on)::text as last_on,
        bool_or(status in ('open', 'suspended')) as is_open
      from transfer_case
      where institution_id = ${institution} and achievement_id is not null
        and procedure not in ${noUse}
      group by 1
    ), fee as (
      select distinct on (right_id) right_id, year, payable_until::text as due_on,
        greatest(fee_fen - paid_fen, 0)::text as fen
      from right_fee where institution_id = ${institution} order by right_id, year
    ), stock as (
      select r.id, r.kind, r.number, r.title, r.status, r.filed_on as "filedOn",
        r.granted_on as "grantedOn", r.departments, r.inventors, r.achievement_id as "achievementId",
        greatest(r.granted_on, told.last_on, by_number.last_on, by_achievement.last_on, walked.last_on)
          as "idleSince",
        coalesce(told.last_on, by_number.last_on, by_achievement.last_on) is not null as "everUsed",
        coalesce(told.is_licensed, false) or coalesce(told.is_open, false)
          or coalesce(by_number.is_used, false) or coalesce(by_achievement.is_used, false)
          or coalesce(walked.is_open, false) as "isUsed",
        coalesce(told.paid, 0)::text as "paidFen", fee.due_on as "nextFeeOn",
        fee.year as "nextFeeYear", fee.fen as "nextFeeFen"
      from ip_right r
      left join right_docket d on d.institution_id = ${institution} and d.right_id = r.id
      left join told on told.right_id = r.id
      left join by_number on by_number.number = ${keyOf(sql`r.number`)}
      left join by_achievement on by_achievement.achievement_id = r.achievement_id
      left join walked on walked.achievement_id = r.achievement_id
      left join fee on fee.right_id = r.id
      where r.institution_id = ${institution} and ${sql.join(wanted, sql` and `)}
    )
    select * from stock where ${idle}
    order by "idleSince", number, id limit ${limit ?? null}::bigint
  `.execute(tx)
  return rows
}

/** An achievement as it stands, for a stock. */
export interface StockedAchievement {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly kind: string | null
  readonly department: string | null
  readonly inventors: readonly { readonly name: string }[]
  readonly disclosedOn: string | null
  /** The tag of the ledger of assets, once it is settled. */
  readonly conversion: string
  /** A contract of transfer about it came into force at any time. */
  readonly everUsed: boolean
  /** A contract about it is being performed, or a case about it is open. */
  readonly isUsed: boolean
}

/** The procedures that put nothing to use. */
const noUse = sql`('abandonment', 'asset_ledger', 'exemption')`

/** The achievements an institution holds; those that rights stand for only where they are asked for alone. */
export async function stockedAchievements(
  tx: Tx,
  institution: string,
  {
    today,
    department,
    isAlone,
    limit,
  }: { today: Day; department?: string | undefined; isAlone: boolean; limit: number },
): Promise<readonly StockedAchievement[]> {
  const dealAbout = (that: RawBuilder<unknown>) => sql<boolean>`exists (select
    from contract_achievement about join contract c on c.institution_id = ${institution}
      and c.id = about.contract_id
    where about.institution_id = ${institution} and about.achievement_id = achievement.id
      and c.kind = 'transfer' and ${that})`
  const isPerformed = sql`c.status = 'performing' and coalesce(c.term_to || '-99-99', '9999') >= ${today}`
  let query = tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title', 'kind', 'department', 'inventors', 'disclosedOn'])
    .select('conversion')
    .select([
      dealAbout(sql`c.status is distinct from 'not_effective'`).as('everUsed'),
      sql<boolean>`(${dealAbout(isPerformed)} or exists (select from transfer_case
        where institution_id = ${institution} and achievement_id = achievement.id
          and status in ('open', 'suspended') and procedure not in ${noUse}))`.as('isUsed'),
    ])
    .where('institutionId', '=', institution)
    .where('mergedInto', 'is', null)
  if (department !== undefined) query = query.where('department', '=', department)
  if (!isAlone) {
    query = query.where(
      sql<boolean>`not exists (select from ip_right
        where institution_id = ${institution} and achievement_id = achievement.id)`,
    )
  }
  return query.orderBy('number').limit(limit).execute()
}

/** A number without what people write around it: contracts and registers write the same one differently. */
function keyOf(number: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`regexp_replace(regexp_replace(upper(${number}), '[^0-9A-Z]', '', 'g'), '^(ZL|CN)', '')`
}

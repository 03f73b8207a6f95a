import { addDays, type Day, yearOf } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { isFoundBy } from '../../../platform/found-by.ts'
import { statusesInForce } from '../right.ts'
import './docket.table.ts'
import '../right.table.ts'
import '../fees/batch.table.ts'

/** The unpaid fees of an institution with their rights, what was decided of each, in which batch it stands. */
function unpaidFees(tx: Tx, institution: string) {
  return tx
    .selectFrom('rightFee')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'rightFee.institutionId')
        .onRef('ipRight.id', '=', 'rightFee.rightId'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('rightReview')
          .select(['decision', 'decidedName'])
          .where('rightReview.institutionId', '=', institution)
          .whereRef('rightReview.rightId', '=', 'rightFee.rightId')
          .whereRef('rightReview.year', '=', 'rightFee.year')
          .orderBy('rightReview.id', 'desc')
          .limit(sql.lit(1))
          .as('review'),
      (join) => join.onTrue(),
    )
    .leftJoin('feeBatchLine', (join) =>
      join
        .onRef('feeBatchLine.institutionId', '=', 'rightFee.institutionId')
        .onRef('feeBatchLine.rightId', '=', 'rightFee.rightId')
        .onRef('feeBatchLine.year', '=', 'rightFee.year')
        .on('feeBatchLine.state', '=', 'open'),
    )
    .select([
      'ipRight.id',
      'ipRight.kind',
      'ipRight.number',
      'ipRight.title',
      sql<string[]>`ip_right.departments`.as('departments'),
      'rightFee.year',
      'rightFee.dueOn',
      'rightFee.payableUntil',
      'rightFee.graceUntil',
      'rightFee.fullFen',
      'rightFee.feeFen',
      'rightFee.paidFen',
      'rightFee.verified',
      'rightFee.counted',
      'review.decision',
      'review.decidedName',
      'feeBatchLine.batchId',
    ])
    .where('rightFee.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .orderBy('rightFee.payableUntil')
    .orderBy('rightFee.rightId')
    .orderBy('rightFee.year')
}

/** That no earlier fee of the same right was missed: over that one the right is lost. */
const noneMissedBefore = (institution: string, today: Day) =>
  sql<boolean>`not exists (select from right_fee earlier
    where earlier.institution_id = ${institution} and earlier.right_id = right_fee.right_id
      and earlier.year < right_fee.year
      and coalesce(earlier.grace_until, earlier.payable_until) < ${today})`

/** The unpaid fees of some rights. */
export function feesOfRights(tx: Tx, institution: string, rights: readonly string[]) {
  return unpaidFees(tx, institution)
    .where('rightFee.rightId', '=', sql<string>`any(${[...rights]}::uuid[])`)
    .execute()
}

/** The batch in which a fee waits to be paid. */
export function batchWith(tx: Tx, institution: string, right: string, year: number) {
  return openBatches(tx, institution, right)
    .where('feeBatchLine.year', '=', year)
    .executeTakeFirst()
}

/** The batch in which a fee of a year, or of a clock, waits to be paid. */
export function batchHolding(
  tx: Tx,
  institution: string,
  { right, year, clock }: { readonly right: string; readonly year: number; readonly clock: string },
) {
  return openLines(tx, institution, right)
    .where('feeBatchLine.year', '=', year)
    .where('feeBatchLine.clock', '=', clock)
    .executeTakeFirst()
}

/** The first batch in which a fee up to a year waits to be paid. */
export function openBatchUpTo(tx: Tx, institution: string, right: string, year: number) {
  return openBatches(tx, institution, right)
    .where('feeBatchLine.year', '<=', year)
    .orderBy('feeBatchLine.year')
    .executeTakeFirst()
}

/** Those of annual fees. */
const openBatches = (tx: Tx, institution: string, right: string) =>
  openLines(tx, institution, right).where('feeBatchLine.clock', '=', '')

function openLines(tx: Tx, institution: string, right: string) {
  return tx
    .selectFrom('feeBatchLine')
    .innerJoin('feeBatch', (join) =>
      join
        .onRef('feeBatch.institutionId', '=', 'feeBatchLine.institutionId')
        .onRef('feeBatch.id', '=', 'feeBatchLine.batchId'),
    )
    .select(['feeBatch.id', 'feeBatch.title', 'feeBatchLine.year'])
    .where('feeBatchLine.institutionId', '=', institution)
    .where('feeBatch.institutionId', '=', institution)
    .where('feeBatchLine.rightId', '=', right)
    .where('feeBatchLine.state', '=', 'open')
}

/** Which fees fall due: up to a day, of one right when asked, as seen on a day. */
export interface FeesAsked {
  readonly until: Day
  readonly record: string | undefined
  readonly today: Day
}

/**
 * The fees to be paid up to a day; a right that is let go on purpose asks for nothing any more, nor do the
 * years after a fee that was missed.
 */
export function feesUpTo(tx: Tx, institution: string, { until, record, today }: FeesAsked) {
  let query = unpaidFees(tx, institution)
    .where('rightFee.payableUntil', '<=', until)
    .where(noneMissedBefore(institution, today))
    .where((where) => where.or([where('decision', 'is', null), where('decision', '<>', 'abandon')]))
  if (record !== undefined) query = query.where('ipRight.id', '=', record)
  return query.execute()
}

/** Which unpaid fees are asked for. */
export interface FeeFilter {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly department?: string | undefined
  /** Late and payable, missed, or still to be paid in time. */
  readonly state?: 'upcoming' | 'inGrace' | 'missed' | undefined
  /** Without a decision, with one, or already in a batch. */
  readonly review?: 'open' | 'keep' | 'abandon' | 'sell' | 'open_licence' | 'batched' | undefined
  readonly dueBy?: string | undefined
}

/** The most fees one list shows: those of a few years of a large hospital. */
const mostShown = 2000

/**
 * The unpaid fees that a filter finds on a day, the first due first. After a fee that was missed nothing
 * more falls due: later ones of that right are not among them.
 */
export function listFees(tx: Tx, institution: string, today: Day, filter: FeeFilter) {
  const { q, kind, department, state, review, dueBy } = filter
  let query = unpaidFees(tx, institution).where(
    'rightFee.payableUntil',
    '<=',
    dueBy ?? addDays(today, 365),
  )
  query = query.where(noneMissedBefore(institution, today))
  const over = sql`coalesce(right_fee.grace_until, right_fee.payable_until)`
  if (state === 'upcoming') query = query.where('rightFee.payableUntil', '>=', today)
  if (state === 'inGrace') {
    query = query
      .where('rightFee.payableUntil', '<', today)
      .where(sql<boolean>`${over} >= ${today}`)
  }
  if (state === 'missed') query = query.where(sql<boolean>`${over} < ${today}`)
  if (review === 'open') {
    query = query.where('review.decision', 'is', null).where('feeBatchLine.batchId', 'is', null)
  } else if (review === 'batched') query = query.where('feeBatchLine.batchId', 'is not', null)
  else if (review !== undefined) query = query.where('review.decision', '=', review)
  if (kind !== undefined) query = query.where(sql<boolean>`ip_right.kind = ${kind}`)
  if (department !== undefined) {
    query = query.where(sql<boolean>`${department} = any(ip_right.departments)`)
  }
  if (q !== undefined) query = query.where(isFoundBy('ipRight.id', institution, 'right', q))
  return query.limit(mostShown).execute()
}

/** What the unpaid fees come to by calendar year, those late counted where they are late. */
export async function feesByYear(tx: Tx, institution: string, today: Day, years: number) {
  const first = yearOf(today)
  const { rows } = await sql<{
    year: number
    kind: string
    rights: number
    fees: string
    given: string
  }>`
    select extract(year from fee.due_on)::int as year, ip_right.kind,
      count(distinct fee.right_id)::int as rights,
      sum(greatest(fee.fee_fen - fee.paid_fen, 0))::text as fees,
      coalesce(sum(greatest(fee.fee_fen - fee.paid_fen, 0)) filter (where review.decision = 'abandon'), 0)::text
        as given
    from right_fee fee
    join ip_right on ip_right.institution_id = ${institution} and ip_right.id = fee.right_id
    left join lateral (
      select decision from right_review
      where institution_id = ${institution} and right_id = fee.right_id and year <= fee.year
      order by id desc limit 1
    ) review on true
    where fee.institution_id = ${institution} and fee.payable_until >= ${today}
      and extract(year from fee.due_on) < ${first + years}
      and not exists (select from right_fee earlier
        where earlier.institution_id = ${institution} and earlier.right_id = fee.right_id
          and coalesce(earlier.grace_until, earlier.payable_until) < ${today})
    group by 1, 2 order by 1, 2
  `.execute(tx)
  return rows
}

/** How the docket stands: what is due soon, late, missed, lost by neglect, and waits for a decision. */
export async function docketFigures(tx: Tx, institution: string, today: Day) {
  const soon = addDays(today, 90)
  const month = addDays(today, 30)
  const { rows } = await sql<{
    soon: number
    late: number
    missed: number
    unreviewed: number
    deadlines: number
    overdue: number
    lost: number
    lostThisYear: number
  }>`
    with fee as (
      select right_id, payable_until, coalesce(grace_until, payable_until) as last_day,
        (select decision from right_review
          where institution_id = ${institution} and right_id = right_fee.right_id
            and year = right_fee.year
          order by id desc limit 1) as decision,
        row_number() over (partition by right_id order by year) as place
      from right_fee where institution_id = ${institution}
    ), lost as (
      select right_id, lost_on as day from right_docket docket
      where institution_id = ${institution} and lost_on is not null
        -- What was decided last holds.
        and (select decision from right_review
          where institution_id = ${institution} and right_id = docket.right_id
          order by id desc limit 1) is distinct from 'abandon'
    ), missed as (
      select right_id, last_day from fee
      where place = 1 and last_day < ${today} and decision is distinct from 'abandon'
    ), overrun as (
      -- A deadline that costs the application was not met, and nobody has recorded yet what followed.
      select right_id, ends_on from right_clock
      where institution_id = ${institution} and ends_on < ${today} and type = 'deadline'
        and leads_to in ('deemedWithdrawn', 'deemedAbandoned')
    ), neglected as (
      -- A right counts once, on the first day that cost it.
      select right_id, min(day) as day from (
        select right_id, day from lost
        -- What could be paid no more when the right came here is nobody's neglect here.
        union all select missed.right_id, missed.last_day from missed
          join right_docket docket on docket.institution_id = ${institution}
            and docket.right_id = missed.right_id and docket.docketed_on <= missed.last_day
        union all select right_id, ends_on from overrun) each group by right_id
    )
    select
      (select count(*)::int from fee where payable_until between ${today} and ${soon}) as soon,
      (select count(*)::int from fee where payable_until < ${today} and last_day >= ${today}
        and place = 1) as late,
      (select count(*)::int from missed) as missed,
      (select count(*)::int from fee where payable_until between ${today} and ${soon}
        and decision is null) as unreviewed,
      (select count(*)::int from right_clock where institution_id = ${institution}
          and type = 'deadline' and ends_on between ${today} and ${month})
        + (select count(*)::int from right_deadline where institution_id = ${institution}
          and state = 'open' and due_on between ${today} and ${month}) as deadlines,
      (select count(*)::int from right_clock where institution_id = ${institution}
          and type = 'deadline' and ends_on < ${today})
        + (select count(*)::int from right_deadline where institution_id = ${institution}
          and state = 'open' and due_on < ${today}) as overdue,
      (select count(*)::int from neglected) as lost,
      (select count(*)::int from neglected where extract(year from day) = ${yearOf(today)})
        as "lostThisYear"
  `.execute(tx)
  const none = { soon: 0, late: 0, missed: 0, unreviewed: 0, deadlines: 0, overdue: 0 }
  return rows[0] ?? { ...none, lost: 0, lostThisYear: 0 }
}

/** Patents in force whose fees nobody counts here: abroad, or without the days that they are counted from. */
export async function uncountedPatents(tx: Tx, institution: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ip_right as one
    where one.institution_id = ${institution} and one.kind in ('invention', 'utility_model', 'design')
      and one.status = any(${[...statusesInForce]}::text[])
      and (one.country is not null or coalesce(length(one.filed_on), 0) < 10
        or coalesce(length(one.granted_on), 0) < 10)
      and not exists (select from right_fee as fee
        where fee.institution_id = one.institution_id and fee.right_id = one.id)`.execute(tx)
  return rows[0]?.count ?? 0
}

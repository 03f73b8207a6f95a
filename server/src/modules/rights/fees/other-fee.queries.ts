import type { EventKind } from '@yizhuan/docket'
import { addDays, type Day, yearOf } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { isFoundBy } from '../../../platform/found-by.ts'
import '../docket/docket.table.ts'
import { docketGround } from '../docket/law.ts'
import '../right.table.ts'
import './batch.table.ts'

/** Which other fees are asked for. */
export interface OtherFeeFilter {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly department?: string | undefined
  readonly dueBy?: string | undefined
}

/** The most fees one list shows. */
const mostShown = 2000

/** What clocks ask to be paid and nobody paid, each with the batch in which it stands. */
function openOtherFees(tx: Tx, institution: string, today: Day) {
  return tx
    .selectFrom('rightClock')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'rightClock.institutionId')
        .onRef('ipRight.id', '=', 'rightClock.rightId'),
    )
    .leftJoin('feeBatchLine', (join) =>
      join
        .onRef('feeBatchLine.institutionId', '=', 'rightClock.institutionId')
        .onRef('feeBatchLine.rightId', '=', 'rightClock.rightId')
        .onRef('feeBatchLine.clock', '=', 'rightClock.key')
        .on('feeBatchLine.state', '=', 'open'),
    )
    .select(['ipRight.id as right', 'ipRight.kind', 'ipRight.number', 'ipRight.title'])
    .select(sql<string[]>`ip_right.departments`.as('departments'))
    .select(['rightClock.key as clock', 'rightClock.type', 'rightClock.endsOn'])
    .select(['rightClock.title as clockTitle', 'rightClock.feeTitle', 'rightClock.feeBesides'])
    .select(['rightClock.feeFen', 'rightClock.feePaidBy', 'rightClock.feeVerified as verified'])
    .select('feeBatchLine.batchId')
    .where('rightClock.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .where('rightClock.feeId', 'is not', null)
    .where('rightClock.endsOn', '>=', today)
    .where(isAsked(institution, today))
    .orderBy('rightClock.endsOn')
    .orderBy('rightClock.rightId')
    .orderBy('rightClock.key')
}

/** What is paid late asks for its fee once the time without a surcharge is over. */
const isAsked = (institution: string, today: Day) =>
  sql<boolean>`(right_clock.fee_after is null or not exists (
    select from right_clock sooner
    where sooner.institution_id = ${institution} and sooner.right_id = right_clock.right_id
      and sooner.key = right_clock.fee_after and sooner.ends_on >= ${today}))`

/** The other fees that a filter finds, the first due first. */
export function listOtherFees(
  tx: Tx,
  institution: string,
  today: Day,
  { q, kind, department, dueBy }: OtherFeeFilter,
) {
  let query = openOtherFees(tx, institution, today).where(
    'rightClock.endsOn',
    '<=',
    dueBy ?? addDays(today, 365),
  )
  if (kind !== undefined) query = query.where(sql<boolean>`ip_right.kind = ${kind}`)
  if (department !== undefined) {
    query = query.where(sql<boolean>`${department} = any(ip_right.departments)`)
  }
  if (q !== undefined) query = query.where(isFoundBy('ipRight.id', institution, 'right', q))
  return query.limit(mostShown).execute()
}

/** The other fees of some rights that can still be paid. */
export function otherFeesOf(tx: Tx, institution: string, today: Day, rights: readonly string[]) {
  return openOtherFees(tx, institution, today)
    .where('rightClock.rightId', '=', sql<string>`any(${[...rights]}::uuid[])`)
    .execute()
}

/** The open batch in which a fee of a right stands whose payment an event of this kind records. */
export async function batchWithOther(tx: Tx, institution: string, right: string, kind: EventKind) {
  if (!kindsOfPayment().has(kind)) return undefined
  const rows = await tx
    .selectFrom('feeBatchLine')
    .innerJoin('feeBatch', (join) =>
      join
        .onRef('feeBatch.institutionId', '=', 'feeBatchLine.institutionId')
        .onRef('feeBatch.id', '=', 'feeBatchLine.batchId'),
    )
    .select(['feeBatch.id', 'feeBatch.title', 'feeBatchLine.clock'])
    .where('feeBatchLine.institutionId', '=', institution)
    .where('feeBatch.institutionId', '=', institution)
    .where('feeBatchLine.rightId', '=', right)
    .where('feeBatchLine.clock', '<>', '')
    .where('feeBatchLine.state', '=', 'open')
    .execute()
  return rows.find(({ clock }) => paidBy(clock) === kind)
}

/** By which event the payment of the fee of a clock is recorded, also where the clock runs no more. */
export function paidBy(key: string): EventKind | undefined {
  const [id] = key.split('/')
  return docketGround().law.clocks.find((rule) => rule.id === id)?.fee?.paidBy
}

const kindsOfPayment = () =>
  new Set(docketGround().law.clocks.flatMap(({ fee }) => (fee ? [fee.paidBy] : [])))

/** What the other fees come to by calendar year: those whose amounts are known, and how many are not. */
export async function otherFeesByYear(tx: Tx, institution: string, today: Day, years: number) {
  const { rows } = await sql<{
    year: number
    fees: number
    fen: string
    unknown: number
    /** To how many of the others something may come on top. */
    besides: number
  }>`
    select extract(year from ends_on)::int as year, count(*)::int as fees,
      coalesce(sum(fee_fen), 0)::text as fen,
      (count(*) filter (where fee_fen is null))::int as unknown,
      (count(*) filter (where fee_fen is not null and fee_besides is not null))::int as besides
    from right_clock
    where institution_id = ${institution} and fee_id is not null and type = 'deadline'
      and ends_on >= ${today} and extract(year from ends_on) < ${yearOf(today) + years}
      and ${isAsked(institution, today)}
    group by 1 order by 1
  `.execute(tx)
  return rows
}

import { sql } from 'kysely'
import { type Tx, withSightOfHouse } from '../../../platform/database.ts'
import { isAfter, pageOf } from '../../../platform/keyset.ts'
import '../../cases/index.ts'
import '../../people/index.ts'
import { awardColumns } from './staff.table.ts'
import { type GivenOut, partsBy, type StaffAct, type StaffPart } from './staff.ts'
import type { AwardFilterWire, AwardPageWire, AwardQueryWire } from './staff.wire.ts'

/** What the distributions that stand set aside, also those of cases that are closed to the caller. */
export async function staffParts(tx: Tx, institution: string): Promise<readonly StaffPart[]> {
  const acts = sql<StaffAct>`
    select case_id, type, on_day::text as on, entry #>> '{data,toTtoStaff}' as staff
    from act
    where institution_id = ${institution}
      and type in ('planDrafted', 'paid', 'distributionReversed')
      and case_id in (
        select case_id from act where institution_id = ${institution} and type = 'planDrafted'
          and coalesce(entry #>> '{data,toTtoStaff}', '0') <> '0')
    order by case_id, seq`
  const { rows } = await withSightOfHouse(tx, () => acts.execute(tx))
  return partsBy(rows)
}

/** What awards give out, and how much of it was paid. */
export async function givenOut(tx: Tx, institution: string): Promise<GivenOut> {
  const { rows } = await sql<{ awarded: string; paid: string }>`
    select
      (select coalesce(sum(amount_fen), 0)::text from staff_award
        where institution_id = ${institution} and state <> 'withdrawn') as awarded,
      (select coalesce(sum(case kind when 'paid' then amount_fen else -amount_fen end), 0)::text
        from staff_award_payment where institution_id = ${institution}) as paid`.execute(tx)
  return { awarded: BigInt(rows[0]?.awarded ?? 0), paid: BigInt(rows[0]?.paid ?? 0) }
}

/** Those of some cases that the caller may know of. */
export async function casesSeen(tx: Tx, institution: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** How people of the register are called. */
export async function namesOf(tx: Tx, institution: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A page of the awards, the latest first. */
export async function listAwards(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: AwardQueryWire,
): Promise<AwardPageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('staffAward', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, names, ...row }) => ({
    ...row,
    names: [...names],
  }))
}

/** Every award that a filter finds, for an export. */
export function allAwards(tx: Tx, institution: string, filter: AwardFilterWire) {
  return found(tx, institution, filter)
    .select(['basis', 'proposedName', 'approvedName', 'approvedOn'])
    .stream(500)
}

function found(tx: Tx, institution: string, { state }: AwardFilterWire) {
  let query = tx
    .selectFrom('staffAward')
    .select(['id', 'title', 'amountFen', 'state', 'proposedOn', 'paidOn', 'datedOn'])
    .select([
      sql<string[]>`(select array_agg(line.name order by line.place) from staff_award_line as line
        where line.institution_id = staff_award.institution_id
          and line.award_id = staff_award.id)`.as('names'),
      sql<string>`(select coalesce(sum(case kind when 'paid' then amount_fen else -amount_fen end), 0)::text
        from staff_award_payment as payment
        where payment.institution_id = staff_award.institution_id
          and payment.award_id = staff_award.id)`.as('paidFen'),
    ])
    .where('institutionId', '=', institution)
  if (state !== undefined) query = query.where('state', '=', state)
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** An award as stored. */
export function storedAward(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('staffAward')
    .select(['id', ...awardColumns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The lines of an award, in order. */
export function linesOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('staffAwardLine')
    .select(['place', 'purpose', 'personId', 'name', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('awardId', '=', id)
    .orderBy('place')
    .execute()
}

/** What was paid of an award and what came back, in order. */
export function paymentsOf(tx: Tx, institution: string, id: string) {
  return (
    tx
      .selectFrom('staffAwardPayment')
      .select([
        'id',
        'place',
        'turn',
        'kind',
        'onDay',
        'amountFen',
        'reference',
        'files',
        'madeName',
      ])
      .where('institutionId', '=', institution)
      .where('awardId', '=', id)
      .orderBy('place')
      .orderBy('turn')
      // How a payment ended stands after it.
      .orderBy(({ eb }) => eb('kind', '<>', 'paid'))
      .execute()
  )
}

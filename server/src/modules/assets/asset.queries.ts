import { groupBy } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../achievements/index.ts'
import { type AssetSign, type Booked, type Entered, type Sums, sumsOf } from './asset.ts'
import './asset.table.ts'
import { signsOf } from './sign.queries.ts'

/** An achievement of the ledger with everything its line is worked out from. */
export interface Asset {
  readonly entered: Entered
  readonly signs: readonly AssetSign[]
  readonly sums: (day: string) => Sums
}

/** What was spent and booked on a day, summed. */
interface DayOf {
  readonly achievementId: string
  readonly on: string
}

/** Those of some achievements that are in the ledger: the office took them; with signs and amounts. */
export async function assetsOf(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<readonly Asset[]> {
  const [entered, signs, costs, bookings] = await Promise.all([
    enteredOf(tx, institution, ids),
    signsOf(tx, institution, ids),
    spentOf(tx, institution, ids),
    bookedOf(tx, institution, ids),
  ])
  const spentBy = groupBy(costs, ({ achievementId }) => achievementId)
  const bookedBy = groupBy(bookings, ({ achievementId }) => achievementId)
  return entered.map((one) => {
    const spent = spentBy.get(one.id) ?? []
    const booked = bookedBy.get(one.id) ?? []
    return {
      entered: one,
      signs: signs.get(one.id) ?? [],
      sums: (day) =>
        sumsOf(
          spent.filter(({ on }) => on <= day).map(({ amountFen }) => BigInt(amountFen)),
          booked.filter(({ on }) => on <= day),
        ),
    }
  })
}

/** Which of some achievements are in the ledger. */
export async function enteredAmong(tx: Tx, institution: string, ids: readonly string[]) {
  return new Set((await enteredOf(tx, institution, ids)).map(({ id }) => id))
}

async function enteredOf(tx: Tx, institution: string, ids: readonly string[]) {
  return await tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title', 'department', 'fundingKind'])
    .select(sql<string>`coalesce(registered_on, disclosed_on, '')`.as('enteredOn'))
    .where('institutionId', '=', institution)
    // What a ledger brought was never handed in; what was handed in is entered once it is accepted.
    .where((where) => where.or([where('intake', 'is', null), where('intake', '=', 'accepted')]))
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('number', 'desc')
    .execute()
}

/** What was spent on some achievements, by day. */
export async function spentOf(
  tx: Tx,
  institution: string,
  ids: readonly string[] | undefined,
): Promise<readonly (DayOf & { readonly amountFen: string })[]> {
  let query = tx
    .selectFrom('assetCost')
    .select(['achievementId', 'spentOn as on'])
    .select(sql<string>`sum(amount_fen)::text`.as('amountFen'))
    .where('institutionId', '=', institution)
  if (ids !== undefined) {
    query = query.where('achievementId', '=', sql<string>`any(${[...ids]}::uuid[])`)
  }
  return await query.groupBy(['achievementId', 'spentOn']).execute()
}

/** What was booked of some achievements, entry by entry. */
export async function bookedOf(
  tx: Tx,
  institution: string,
  ids: readonly string[] | undefined,
): Promise<readonly (DayOf & Booked)[]> {
  let query = tx
    .selectFrom('assetBooking')
    .select(bookedOn.as('on'))
    .select(['achievementId', 'step', 'treatment', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('outcome', '=', 'accepted')
  if (ids !== undefined) {
    query = query.where('achievementId', '=', sql<string>`any(${[...ids]}::uuid[])`)
  }
  return await query.execute()
}

/** The costs of some achievements, the earliest first, each with the bookings it stands in. */
export async function costsOf(tx: Tx, institution: string, ids?: readonly string[]) {
  let query = tx
    .selectFrom('assetCost')
    .select(['id', 'achievementId', 'spentOn', 'kind', 'amountFen', 'funding', 'voucher', 'words'])
    .select(['files', 'reverses', 'madeAt', 'madeName'])
    .select([bookedAs('first').as('bookedAs'), bookedAs('release').as('releasedAs')])
    .select(
      sql<string | null>`(select later.id from asset_cost later
        where later.institution_id = asset_cost.institution_id
          and later.reverses = asset_cost.id)`.as('reversedBy'),
    )
    .where('institutionId', '=', institution)
  if (ids !== undefined) {
    query = query.where('achievementId', '=', sql<string>`any(${[...ids]}::uuid[])`)
  }
  return await query.orderBy('spentOn').orderBy('id').execute()
}
/** What a cost was booked as at a step; null while it was not. */
const bookedAs = (step: 'first' | 'release') => sql<string | null>`(
  select booking.treatment from asset_booking_cost as one
  join asset_booking as booking on booking.institution_id = one.institution_id
    and booking.id = one.booking_id
  where one.institution_id = asset_cost.institution_id and one.cost_id = asset_cost.id
    and one.step = ${step})`

/** What finance decided about some achievements, the newest first. */
export async function bookingsOf(tx: Tx, institution: string, ids?: readonly string[]) {
  let query = tx
    .selectFrom('assetBooking')
    .select(['id', 'achievementId', 'period', 'step', 'treatment', 'amountFen', 'article'])
    .select(['outcome', 'voucher', 'reason', 'decidedOn', 'decidedName'])
    .where('institutionId', '=', institution)
  if (ids !== undefined) {
    query = query.where('achievementId', '=', sql<string>`any(${[...ids]}::uuid[])`)
  }
  return await query.orderBy('id', 'desc').execute()
}

/** An entry stands in the accounts of its month, whenever it was decided on. */
export const bookedOn = sql<string>`
  least(decided_on, (period || '-01')::date + interval '1 month - 1 day')::date`

/** The achievements on which anything was spent or booked: all that can be proposed rests on it. */
export async function withMoney(tx: Tx, institution: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select achievement_id as id from asset_cost where institution_id = ${institution}
    union select achievement_id from asset_booking where institution_id = ${institution}
  `.execute(tx)
  return rows.map(({ id }) => id)
}

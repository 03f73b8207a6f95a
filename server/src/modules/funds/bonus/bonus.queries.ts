import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { isAfter, pageOf } from '../../../platform/keyset.ts'
import '../../rights/index.ts'
import { fieldColumns } from './bonus.table.ts'
import { type BonusKind, bonusClock, isLate } from './bonus.ts'
import type { BonusFilterWire, BonusLineWire, BonusPageWire, BonusQueryWire } from './bonus.wire.ts'

/** A page of the register, the latest grant first. */
export async function listBonuses(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: BonusQueryWire,
  today: string,
): Promise<BonusPageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('grantBonus', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...row }) => lineOf(row, today))
}

/** Every bonus that a filter finds, for an export. */
export function allBonuses(tx: Tx, institution: string, filter: BonusFilterWire) {
  return found(tx, institution, filter)
    .select(['rule', 'despite', 'proposedName', 'approvedName', 'approvedOn', 'remark'])
    .stream(500)
}

function found(tx: Tx, institution: string, { state, right }: BonusFilterWire) {
  const shares = (
    what: ReturnType<typeof sql>,
  ) => sql`(select ${what} from grant_bonus_share as share
    where share.institution_id = grant_bonus.institution_id and share.bonus_id = grant_bonus.id)`
  let query = tx
    .selectFrom('grantBonus')
    .select(['id', 'rightId', 'rightKind', 'rightNumber', 'rightTitle', 'grantedOn', 'dueOn'])
    .select(['basis', 'amountFen', 'state', 'paidOn', 'datedOn'])
    .select([
      shares(sql`array_agg(share.name order by share.place)`).$castTo<string[]>().as('names'),
      sql<string>`(select coalesce(sum(case kind when 'paid' then amount_fen else -amount_fen end), 0)::text
        from grant_bonus_payment as payment where payment.institution_id = grant_bonus.institution_id
          and payment.bonus_id = grant_bonus.id)`.as('paidFen'),
    ])
    .where('institutionId', '=', institution)
  if (state !== undefined) query = query.where('state', '=', state)
  if (right !== undefined) query = query.where('rightId', '=', right)
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** A bonus whose lateness is to be said: one that was withdrawn is late no more. */
export function lineOf(row: Omit<BonusLineWire, 'isLate'>, today: string): BonusLineWire {
  return { ...row, names: [...row.names], isLate: row.state !== 'withdrawn' && isLate(row, today) }
}

/** A bonus as stored. */
export function storedBonus(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('grantBonus')
    .select(['id', ...fieldColumns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}
export type StoredBonus = NonNullable<Awaited<ReturnType<typeof storedBonus>>>

/** A share as stored, with the staff number by which the register tells namesakes apart. */
interface StoredShare {
  readonly place: number
  readonly name: string
  readonly amountFen: string
  readonly personId: string | null
  readonly staffNumber: string | null
}

/** How a bonus is shared, in order. */
export async function sharesOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly StoredShare[]> {
  const { rows } = await sql<StoredShare>`
    select share.place, share.name, share.amount_fen, share.person_id, person.staff_number
    from grant_bonus_share as share
    left join person on person.institution_id = share.institution_id and person.id = share.person_id
    where share.institution_id = ${institution} and share.bonus_id = ${id}
    order by share.place
  `.execute(tx)
  return rows
}

/** What was paid of a bonus and what came back, in order. */
export function paymentsOf(tx: Tx, institution: string, id: string) {
  return (
    tx
      .selectFrom('grantBonusPayment')
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
      .where('bonusId', '=', id)
      .orderBy('place')
      .orderBy('turn')
      // How a payment ended stands after it.
      .orderBy(({ eb }) => eb('kind', '<>', 'paid'))
      .execute()
  )
}

/** The bonus of a right that stands: proposed, approved or paid. */
export function standingBonus(tx: Tx, institution: string, right: string) {
  return tx
    .selectFrom('grantBonus')
    .select(['id', 'state'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', right)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
}

/** Patents whose docket counts a bonus and for which none is proposed; the first to fall due first. */
export async function owedBonuses(tx: Tx, institution: string, right?: string) {
  let query = tx
    .selectFrom('rightClock')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'rightClock.institutionId')
        .onRef('ipRight.id', '=', 'rightClock.rightId'),
    )
    .select([
      'ipRight.id as rightId',
      'ipRight.kind as rightKind',
      'ipRight.number as rightNumber',
      'ipRight.title as rightTitle',
      'ipRight.inventors',
      'rightClock.counted',
      'rightClock.endsOn as dueOn',
    ])
    .where('rightClock.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .where('rightClock.key', '=', bonusClock)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('grantBonus')
            .select('grantBonus.id')
            .where('grantBonus.institutionId', '=', institution)
            .whereRef('grantBonus.rightId', '=', 'rightClock.rightId')
            .where('grantBonus.state', '<>', 'withdrawn'),
        ),
      ),
    )
    .orderBy('rightClock.endsOn')
    .orderBy('rightClock.rightId')
  if (right !== undefined) query = query.where('rightClock.rightId', '=', right)
  const rows = await query.execute()
  return rows.map(({ counted, rightKind, inventors, ...row }) => ({
    ...row,
    // The clock runs for these kinds only.
    rightKind: rightKind as BonusKind,
    inventors: [...inventors],
    grantedOn: counted.from,
  }))
}

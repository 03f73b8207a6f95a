import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { fieldColumns } from './trusteeship.table.ts'
import { stateOn, type TrusteeshipState } from './trusteeship.ts'
import type {
  TrusteeshipFilterWire,
  TrusteeshipLineWire,
  TrusteeshipPageWire,
  TrusteeshipQueryWire,
} from './trusteeship.wire.ts'

/** A page of the register, the latest to begin first. */
export async function listTrusteeships(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: TrusteeshipQueryWire,
  today: string,
): Promise<TrusteeshipPageWire> {
  let query = found(tx, institution, filter, today)
  if (cursor !== undefined) query = query.where(isAfter('trusteeship', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...row }) => lineOf(row, today))
}

/** Every agreement that a filter finds, for an export. */
export function allTrusteeships(
  tx: Tx,
  institution: string,
  filter: TrusteeshipFilterWire,
  today: string,
) {
  return found(tx, institution, filter, today)
    .select(fieldColumns.map((column) => `trusteeship.${column}` as const))
    .stream(500)
}

/** An agreement as stored. */
export function storedTrusteeship(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('trusteeship')
    .select(['id', ...fieldColumns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The agreements that bear these numbers. */
export function trusteeshipsByNumber(tx: Tx, institution: string, numbers: readonly string[]) {
  return tx
    .selectFrom('trusteeship')
    .select(['id', ...fieldColumns])
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .execute()
}

/** Whether an agreement bears a number, and which. */
export function bearerOf(tx: Tx, institution: string, number: string) {
  return tx
    .selectFrom('trusteeship')
    .select(['id', 'title'])
    .where('institutionId', '=', institution)
    .where('number', '=', number)
    .executeTakeFirst()
}

function found(
  tx: Tx,
  institution: string,
  { q, state, right, achievement }: TrusteeshipFilterWire,
  today: string,
) {
  let query = tx
    .selectFrom('trusteeship')
    .select(['id', 'number', 'title', 'trustee', 'trusteeKind', 'fromDay', 'toDay', 'endedOn'])
    .select(['subjects', 'parties', 'datedOn'])
    .where('institutionId', '=', institution)
  if (state !== undefined) query = query.where(stands(state, today))
  if (right !== undefined) query = query.where(reaches(institution, 'right', right))
  if (achievement !== undefined)
    query = query.where(reaches(institution, 'achievement', achievement))
  if (q !== undefined) {
    query = query.where(isFoundBy('trusteeship.id', institution, 'trusteeship', q))
  }
  return query.orderBy('datedOn', 'desc').orderBy('id', 'desc')
}

/** The agreements in one state, as `stateOn` says it. */
function stands(state: TrusteeshipState, today: string) {
  const isEnded = sql`coalesce(ended_on <= ${today}, false)`
  const isExpired = sql`coalesce(to_day < ${today}, false)`
  switch (state) {
    case 'ended':
      return sql<boolean>`${isEnded}`
    case 'expired':
      return sql<boolean>`not ${isEnded} and ${isExpired}`
    case 'coming':
      return sql<boolean>`not ${isEnded} and not ${isExpired} and from_day > ${today}`
    case 'running':
      return sql<boolean>`not ${isEnded} and not ${isExpired} and from_day <= ${today}`
  }
}

/** A right is held by its own name and by that of its achievement; an achievement also by its rights. */
function reaches(institution: string, kind: 'right' | 'achievement', id: string) {
  const about = (kindOf: string, idOf: unknown) =>
    sql`subjects @> jsonb_build_array(jsonb_build_object('kind', ${kindOf}::text, 'id', ${idOf}::text))`
  if (kind === 'right') {
    return sql<boolean>`(${about('right', id)} or exists (select from ip_right
      where ip_right.institution_id = ${institution} and ip_right.id = ${id}::uuid
        and ip_right.achievement_id is not null
        and ${about('achievement', sql`ip_right.achievement_id`)}))`
  }
  return sql<boolean>`(${about('achievement', id)} or exists (select from ip_right
    where ip_right.institution_id = ${institution} and ip_right.achievement_id = ${id}::uuid
      and ${about('right', sql`ip_right.id`)}))`
}

type Row = Omit<TrusteeshipLineWire, 'state' | 'subjects' | 'parties'> & {
  readonly subjects: readonly TrusteeshipLineWire['subjects'][number][]
  readonly parties: readonly TrusteeshipLineWire['parties'][number][]
}

function lineOf(row: Row, today: string): TrusteeshipLineWire {
  return {
    ...row,
    subjects: row.subjects.map((one) => ({ ...one })),
    parties: row.parties.map((one) => ({ ...one })),
    state: stateOn(row, today),
  }
}

import { type Country, isOfficeKnown, type RightKind, readNumberAbroad } from '@yizhuan/docket'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { chainOf } from '../../platform/register.ts'
import '../achievements/index.ts'
import { isMovedByEvents } from './docket/event.queries.ts'
import { docketGround } from './docket/law.ts'
import { fieldColumns, rightRegister } from './right.table.ts'
import type { RightFilterWire, RightPageWire, RightQueryWire, RightWire } from './right.wire.ts'
import { isPastTerm, statusOn } from './right-status.ts'

/** A page of the register, newest first. */
export async function listRights(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: RightQueryWire,
  today: string,
): Promise<RightPageWire> {
  let query = lines(tx, institution, filter, today)
  if (cursor !== undefined) query = query.where(isAfter('ipRight', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, ({ datedOn: _place, ...line }) => line)
}

/** Every right that a filter finds, for an export. */
export function allRights(tx: Tx, institution: string, filter: RightFilterWire, today: string) {
  return lines(tx, institution, filter, today)
    .select([
      'ipRight.publicationNo',
      'ipRight.certificateNo',
      'ipRight.inventors',
      'ipRight.coOwners',
      'ipRight.agency',
      'ipRight.feePaidYear',
      'ipRight.remark',
    ])
    .stream(500)
}

function lines(
  tx: Tx,
  institution: string,
  { q, kind, country, status, department, achievement, feeDueBy }: RightFilterWire,
  today: string,
) {
  let query = tx
    .selectFrom('ipRight')
    .leftJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'ipRight.institutionId')
        .onRef('achievement.id', '=', 'ipRight.achievementId'),
    )
    .select([
      'ipRight.id',
      'ipRight.kind',
      'ipRight.country',
      'ipRight.number',
      'ipRight.title',
      statusOn(today).as('status'),
      'ipRight.filedOn',
      'ipRight.grantedOn',
      'ipRight.validTo',
      sql<string[]>`ip_right.departments`.as('departments'),
      'ipRight.feeDueOn',
      'ipRight.achievementId',
      'achievement.number as achievementNumber',
      'ipRight.datedOn',
    ])
    .where('ipRight.institutionId', '=', institution)
  if (kind !== undefined) query = query.where('ipRight.kind', '=', kind)
  if (country === 'CN') query = query.where('ipRight.country', 'is', null)
  else if (country !== undefined) query = query.where('ipRight.country', '=', country)
  if (status === 'lapsed_expired') {
    query = query.where(sql<boolean>`(ip_right.status = ${status} or ${isPastTerm(today)})`)
  } else if (status !== undefined) {
    query = query.where('ipRight.status', '=', status)
    query = query.where(sql<boolean>`not ${isPastTerm(today)}`)
  }
  if (achievement !== undefined) query = query.where('ipRight.achievementId', '=', achievement)
  if (feeDueBy !== undefined) query = query.where('ipRight.feeDueOn', '<=', feeDueBy)
  if (department !== undefined) {
    query = query.where(sql<boolean>`${department} = any(ip_right.departments)`)
  }
  if (q !== undefined) query = query.where(isFoundBy('ipRight.id', institution, 'right', q))
  return query.orderBy('ipRight.datedOn', 'desc').orderBy('ipRight.id', 'desc')
}

/** One right, or undefined: of another institution's there is none. */
export async function rightOf(
  tx: Tx,
  institution: string,
  id: string,
  today: string,
): Promise<RightWire | undefined> {
  const row = await tx
    .selectFrom('ipRight')
    .leftJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'ipRight.institutionId')
        .onRef('achievement.id', '=', 'ipRight.achievementId'),
    )
    .select([
      'ipRight.id',
      ...fieldColumns.map((column) => `ipRight.${column}` as const),
      'achievement.number as achievementNumber',
      'achievement.title as achievementTitle',
      isPastTerm(today).as('isPastTerm'),
    ])
    .where('ipRight.institutionId', '=', institution)
    .where('ipRight.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(rightRegister, id) })
  const { isPastTerm: isOver, ...kept } = row
  const { inventors, coOwners, departments, country, number } = kept
  return {
    ...kept,
    ...(isOver && { status: 'lapsed_expired' as const }),
    seq,
    isStatusDerived: isOver || (await isMovedByEvents(tx, institution, id)),
    isNumberUnchecked:
      country !== null && number !== null && !isReadAbroad(kept.kind as RightKind, country, number),
    inventors: [...inventors],
    coOwners: [...coOwners],
    departments: [...departments],
  }
}

/** Whether a number of an office abroad is in the notation that its format keeps. */
function isReadAbroad(kind: RightKind, country: Country, number: string): boolean {
  const { offices } = docketGround().law
  if (!isOfficeKnown(offices, country, kind)) return false
  const reading = { of: 'numbers', kind, field: 'number' } as const
  try {
    return readNumberAbroad(offices, country, number, reading) === number
  } catch {
    return false
  }
}

/** What a right is called in the register, or undefined: of another institution's there is none. */
export function rightNamed(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('ipRight')
    .select(['number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The rights with these numbers, of whatever country: the parts of one patent share theirs. */
export async function rightsByNumber(tx: Tx, institution: string, numbers: readonly string[]) {
  if (numbers.length === 0) return []
  return await tx
    .selectFrom('ipRight')
    .select(['id', ...fieldColumns])
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .execute()
}

/** Whether the institution has this achievement, and whether it was merged into another. */
export function achievementLinked(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('achievement')
    .select('mergedInto')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What some achievements are called. */
export async function achievementNames(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('achievement')
    .select(['id', 'number', 'title'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, number, title }) => [id, `${number} ${title}`]))
}

/** Rights without an achievement whose ledger named one that is there by now. */
export function rightsToLink(tx: Tx, institution: string) {
  return tx
    .selectFrom('ipRight')
    .innerJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'ipRight.institutionId')
        .onRef('achievement.number', '=', 'ipRight.ledgerAchievement'),
    )
    .select(['ipRight.id', 'achievement.id as achievementId'])
    .where('ipRight.institutionId', '=', institution)
    .where('ipRight.achievementId', 'is', null)
    .where('ipRight.ledgerAchievement', 'is not', null)
    .execute()
}

/** Every right with what says whether it was held on a day; its term where the register says of none. */
export function rightsHeld(tx: Tx, institution: string) {
  return tx
    .selectFrom('ipRight')
    .select(['id', 'kind', 'number', 'title', 'status', 'grantedOn'])
    .select(
      sql<
        string | null
      >`coalesce(valid_to, (select (ended.ends_on - 1)::text from right_docket ended
        where ended.institution_id = ${institution} and ended.right_id = ip_right.id))`.as(
        'validTo',
      ),
    )
    .where('institutionId', '=', institution)
    .orderBy('kind')
    .orderBy('number')
    .orderBy('id')
    .execute()
}

/** The rights of an achievement, by their ids. */
export async function rightsOfAchievement(
  tx: Tx,
  institution: string,
  achievement: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('ipRight')
    .select('id')
    .where('institutionId', '=', institution)
    .where('achievementId', '=', achievement)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

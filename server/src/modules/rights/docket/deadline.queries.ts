import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { isFoundBy } from '../../../platform/found-by.ts'
import '../../people/index.ts'
import '../right.table.ts'
import type { DeadlineFilterWire, DeadlineListWire, OpenDeadlineWire } from './deadline.wire.ts'
import './docket.table.ts'

/** The open deadlines of all rights that a filter finds, the first due first; no more than asked for, or all. */
export function listDeadlines(
  tx: Tx,
  institution: string,
  { q, holder, state }: DeadlineFilterWire,
  today: string,
  most?: number,
): Promise<OpenDeadlineWire[]> {
  const hasLeft = sql<boolean>`coalesce(person.left_on <= ${today}, false)`
  let query = tx
    .selectFrom('rightDeadline')
    .innerJoin('ipRight', (join) =>
      join
        .onRef('ipRight.institutionId', '=', 'rightDeadline.institutionId')
        .onRef('ipRight.id', '=', 'rightDeadline.rightId'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.institutionId', '=', 'rightDeadline.institutionId')
        .onRef('person.id', '=', 'rightDeadline.personId'),
    )
    .select(['rightDeadline.id', 'ipRight.id as right', 'ipRight.number'])
    .select(['ipRight.title as rightTitle', 'rightDeadline.title', 'dueOn'])
    .select(['personId', 'personName', hasLeft.as('hasLeft')])
    .where('rightDeadline.institutionId', '=', institution)
    .where('ipRight.institutionId', '=', institution)
    .where('rightDeadline.state', '=', 'open')
  if (holder !== undefined) query = query.where('personName', '=', holder)
  if (state === 'over') query = query.where('dueOn', '<', today)
  if (state === 'left') query = query.where(hasLeft)
  if (q !== undefined) query = query.where(isFoundBy('ipRight.id', institution, 'right', q))
  const inOrder = query.orderBy('dueOn').orderBy('rightDeadline.id')
  return (most === undefined ? inOrder : inOrder.limit(most)).execute()
}

/** Everybody who holds an open deadline, with how many: an entry of the register of people, or a name. */
export function deadlineHolders(
  tx: Tx,
  institution: string,
  today: string,
): Promise<DeadlineListWire['holders']> {
  return tx
    .selectFrom('rightDeadline')
    .leftJoin('person', (join) =>
      join
        .onRef('person.institutionId', '=', 'rightDeadline.institutionId')
        .onRef('person.id', '=', 'rightDeadline.personId'),
    )
    .select(['personId', 'personName', sql<number>`count(*)::int`.as('deadlines')])
    .select(sql<boolean>`bool_or(coalesce(person.left_on <= ${today}, false))`.as('hasLeft'))
    .where('rightDeadline.institutionId', '=', institution)
    .where('rightDeadline.state', '=', 'open')
    .groupBy(['personId', 'personName'])
    .orderBy('personName')
    .orderBy('personId')
    .execute()
}

/** A deadline as whoever hands it over needs it. */
interface HeldDeadline {
  readonly id: string
  readonly rightId: string
  readonly title: string
  readonly dueOn: string
}

/** The open deadlines of one holder with their rights, in the order in which rights are held. */
export function deadlinesHeldBy(
  tx: Tx,
  institution: string,
  { person, personName }: { readonly person: string | null; readonly personName: string },
): Promise<readonly HeldDeadline[]> {
  return tx
    .selectFrom('rightDeadline')
    .select(['id', 'rightId', 'title', 'dueOn'])
    .where('institutionId', '=', institution)
    .where('state', '=', 'open')
    .where('personName', '=', personName)
    .where('personId', person === null ? 'is' : '=', person)
    .orderBy('rightId')
    .orderBy('id')
    .execute()
}

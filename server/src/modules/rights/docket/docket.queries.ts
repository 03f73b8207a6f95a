import { type Day, groupBy } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { ownersIn } from '../shares/party.ts'
import { partySets } from '../shares/share.queries.ts'
import './docket.table.ts'
import type { DeadlineWire } from './docket.wire.ts'
import { familyFactsOf } from './family.queries.ts'

/** What is known of rights besides their fields and events: since when they are here, what was told, their family. */
export async function knownOf(tx: Tx, institution: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('rightDocket')
    .select(['rightId', 'docketedOn', 'toldYear'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const family = await familyFactsOf(tx, institution, ids)
  const sets = groupBy(await partySets(tx, institution, ids), ({ rightId }) => rightId)
  return new Map(
    rows.map(({ rightId, docketedOn, toldYear }) => [
      rightId,
      {
        ...{ docketedOn: docketedOn as Day, toldYear, ...family(rightId) },
        ...ownersIn(sets.get(rightId) ?? []),
      },
    ]),
  )
}

/** The rights whose dockets were counted with other data or calendars than those of now. */
export async function countedOtherwise(tx: Tx, institution: string, basis: string, limit: number) {
  const rows = await tx
    .selectFrom('ipRight')
    .leftJoin('rightDocket', (join) =>
      join
        .onRef('rightDocket.institutionId', '=', 'ipRight.institutionId')
        .onRef('rightDocket.rightId', '=', 'ipRight.id'),
    )
    .select('ipRight.id')
    .where('ipRight.institutionId', '=', institution)
    .where((where) =>
      where.or([where('rightDocket.basis', 'is', null), where('rightDocket.basis', '<>', basis)]),
    )
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** The deadlines that people set for a right: the open ones first, each group by its day. */
export async function deadlinesOf(
  tx: Tx,
  institution: string,
  id: string,
  today: string,
): Promise<DeadlineWire[]> {
  return await tx
    .selectFrom('rightDeadline')
    .leftJoin('person', (join) =>
      join
        .onRef('person.institutionId', '=', 'rightDeadline.institutionId')
        .onRef('person.id', '=', 'rightDeadline.personId'),
    )
    .select(['rightDeadline.id', 'title', 'dueOn', 'personId', 'personName', 'rightDeadline.state'])
    .select(['reason', 'closedOn', 'closedName', 'madeOn', 'madeName'])
    .select(sql<boolean>`coalesce(person.left_on <= ${today}, false)`.as('hasLeft'))
    .where('rightDeadline.institutionId', '=', institution)
    .where('rightId', '=', id)
    .orderBy(sql`right_deadline.state <> 'open'`)
    .orderBy('dueOn')
    .orderBy('rightDeadline.id')
    .execute()
}

/** The papers of a right and of its events, as they were attached. */
export async function filesOf(tx: Tx, institution: string, id: string) {
  const rows = await tx
    .selectFrom('rightFile')
    .select(['id', 'eventId', 'name', 'sha256', 'size', 'addedOn', 'addedName'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', id)
    .where('withdrawnOn', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ size, ...file }) => ({ ...file, size: Number(size) }))
}

/** What was decided about the fees of a right, the newest last. */
export function reviewsOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('rightReview')
    .select(['year', 'decision', 'reason', 'decidedOn', 'decidedName'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', id)
    .orderBy('id')
    .execute()
}

/** In which batches the fees of a right stand or were paid; of the fee of a clock the year is nought. */
export function batchLinesOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('feeBatchLine')
    .innerJoin('feeBatch', (join) =>
      join
        .onRef('feeBatch.institutionId', '=', 'feeBatchLine.institutionId')
        .onRef('feeBatch.id', '=', 'feeBatchLine.batchId'),
    )
    .select(['feeBatchLine.year', 'feeBatch.id', 'feeBatch.title', 'feeBatchLine.state'])
    .select('feeBatchLine.clock')
    .where('feeBatchLine.institutionId', '=', institution)
    .where('feeBatch.institutionId', '=', institution)
    .where('feeBatchLine.rightId', '=', id)
    .where('feeBatchLine.state', '<>', 'dropped')
    .execute()
}

import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import './docket.table.ts'
import type { DeadlineWire } from './docket.wire.ts'

/** What is known of rights besides their fields and events: since when they are here, what was told, what they claim. */
export async function knownOf(tx: Tx, institution: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('rightDocket')
    .select(['rightId', 'docketedOn', 'toldYear'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  const claimed = await prioritiesOf(tx, institution, ids)
  return new Map(
    rows.map(({ rightId, docketedOn, toldYear }) => {
      const priorities = claimed.filter(({ right }) => right === rightId)
      return [rightId, { docketedOn: docketedOn as Day, toldYear, priorities }]
    }),
  )
}

/** The priorities that rights claim by their family: on what day each earlier one was filed, as far as that is known. */
async function prioritiesOf(tx: Tx, institution: string, ids: readonly string[]) {
  const { rows } = await sql<{ right: string; id: string; day: Day; ref: string | null }>`
    select relation.right_id as right, earlier.id, earlier.filed_on as day, earlier.number as ref
    from right_relation relation join ip_right earlier
      on earlier.institution_id = ${institution} and earlier.id = relation.earlier_id
    where relation.institution_id = ${institution} and relation.kind = 'priority'
      and relation.right_id = any(${[...ids]}::uuid[]) and length(earlier.filed_on) = 10
    order by earlier.filed_on, earlier.id`.execute(tx)
  return rows
}

/** The rights that claim the priority of some: what these are counts for them, too. */
export async function claimingOf(tx: Tx, institution: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('rightRelation')
    .select('rightId')
    .distinct()
    .where('institutionId', '=', institution)
    .where('kind', '=', 'priority')
    .where('earlierId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(({ rightId }) => rightId)
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

/** One right of a family and how it belongs to another. */
export interface FamilyLink {
  readonly rightId: string
  readonly earlierId: string
  readonly kind: 'priority' | 'national' | 'divisional'
}

/** Every relation among the rights that are a family with one, however far away. */
export async function familyOf(tx: Tx, institution: string, id: string) {
  const links = await sql<FamilyLink>`
    with recursive member (id) as (
      select ${id}::uuid
      union
      select case when relation.right_id = member.id then relation.earlier_id else relation.right_id end
      from member join right_relation relation
        on relation.institution_id = ${institution}
        and (relation.right_id = member.id or relation.earlier_id = member.id)
    )
    select right_id as "rightId", earlier_id as "earlierId", kind from right_relation
    where institution_id = ${institution} and right_id in (select id from member)
    order by right_id, earlier_id
  `.execute(tx)
  const ids = [...new Set([id, ...links.rows.flatMap((one) => [one.rightId, one.earlierId])])]
  const members = await tx
    .selectFrom('ipRight')
    .select(['id', 'kind', 'country', 'number', 'title', 'status', 'filedOn'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('filedOn')
    .orderBy('id')
    .execute()
  return { links: links.rows, members }
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

/** In which batches the fees of a right stand or were paid. */
export function batchLinesOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('feeBatchLine')
    .innerJoin('feeBatch', (join) =>
      join
        .onRef('feeBatch.institutionId', '=', 'feeBatchLine.institutionId')
        .onRef('feeBatch.id', '=', 'feeBatchLine.batchId'),
    )
    .select(['feeBatchLine.year', 'feeBatch.id', 'feeBatch.title', 'feeBatchLine.state'])
    .where('feeBatchLine.institutionId', '=', institution)
    .where('feeBatch.institutionId', '=', institution)
    .where('feeBatchLine.rightId', '=', id)
    .where('feeBatchLine.state', '<>', 'dropped')
    .execute()
}

import { eventKinds, type LegalState, type RightEvent, ruleOf } from '@yizhuan/docket'
import { type Day, type Fen, fen } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { RightStatus } from '../right.ts'
import { statusOn } from '../right-status.ts'
import type { Told } from './docket.table.ts'

/** An event as recorded, with who recorded it and whether it was struck. */
export interface RecordedEvent {
  readonly rightId: string
  readonly event: RightEvent
  readonly recordedName: string
  readonly recordedAt: Date
  readonly struck: { readonly name: string; readonly at: Date; readonly reason: string } | null
}

/** The events of some rights in the order they were recorded, struck ones among them. */
export async function eventsOfRights(
  tx: Tx,
  institution: string,
  rights: readonly string[],
): Promise<readonly RecordedEvent[]> {
  if (rights.length === 0) return []
  const rows = await tx
    .selectFrom('rightEvent')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('rightId', '=', sql<string>`any(${[...rights]}::uuid[])`)
    .orderBy('onDay')
    .orderBy('id')
    .execute()
  const strikes = new Map(rows.map((row) => [row.strikes, row]))
  return rows.flatMap(({ id, kind, onDay, source, told, ...row }) => {
    if (kind === 'struck') return []
    const by = strikes.get(id)
    return [
      {
        rightId: row.rightId,
        event: { id, kind, on: onDay as Day, source, ...toldIn(told) },
        recordedName: row.recordedName,
        recordedAt: row.recordedAt,
        struck: by ? { name: by.recordedName, at: by.recordedAt, reason: by.source } : null,
      },
    ]
  })
}

/** Whether an event tells when a right was filed. */
export async function isOfFiling(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('rightEvent')
    .select('kind')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.kind === 'filed'
}

/** The events of each right that count. */
export function standing(
  recorded: readonly RecordedEvent[],
): ReadonlyMap<string, readonly RightEvent[]> {
  const byRight = new Map<string, RightEvent[]>()
  for (const { rightId, event, struck } of recorded) {
    if (struck) continue
    byRight.set(rightId, [...(byRight.get(rightId) ?? []), event])
  }
  return byRight
}

/** The events of a kind that stand in the record of a right. */
export async function standingEvents(
  tx: Tx,
  institution: string,
  right: string,
  kind: RightEvent['kind'],
): Promise<readonly string[]> {
  const events = standing(await eventsOfRights(tx, institution, [right])).get(right) ?? []
  return events.filter((one) => one.kind === kind).map(({ id }) => id)
}

function toldIn({ day, until, fen: amount, ...told }: Told) {
  return {
    ...told,
    ...(day !== undefined && { day: day as Day }),
    ...(until !== undefined && { until: until as Day }),
    ...(amount !== undefined && { fen: fen(BigInt(amount)) as Fen }),
  }
}

const moving = eventKinds.filter((kind) => ruleOf(kind).to !== undefined || kind === 'transferred')

/** Whether the timeline of a right says where it stands: then nobody types its status. */
export async function isMovedByEvents(tx: Tx, institution: string, right: string) {
  const events = standing(await eventsOfRights(tx, institution, [right])).get(right) ?? []
  return events.some(({ kind }) => moving.includes(kind))
}

/** The rights on which a licence of this reference was agreed and has not ended. */
export async function licencesOf(
  tx: Tx,
  institution: string,
  ref: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct agreed.right_id as id from right_event agreed
    where agreed.institution_id = ${institution} and agreed.kind = 'licenceAgreed'
      and agreed.told->>'ref' = ${ref}
      and not exists (select from right_event struck
        where struck.institution_id = ${institution} and struck.strikes = agreed.id)
      and not exists (select from right_event ended
        where ended.institution_id = ${institution} and ended.right_id = agreed.right_id
          and ended.kind = 'licenceEnded' and ended.told->>'ref' = ${ref}
          and not exists (select from right_event struck
            where struck.institution_id = ${institution} and struck.strikes = ended.id))
    order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Whether a right has come to its end or went to another: nothing more is done to it here. */
export async function isRightOver(
  tx: Tx,
  institution: string,
  id: string,
  today: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('ipRight')
    .leftJoin('rightDocket', (join) =>
      join
        .onRef('rightDocket.institutionId', '=', 'ipRight.institutionId')
        .onRef('rightDocket.rightId', '=', 'ipRight.id'),
    )
    .select([statusOn(today).as('status'), 'state'])
    .where('ipRight.institutionId', '=', institution)
    .where('ipRight.id', '=', id)
    .executeTakeFirst()
  // A ledger may know the end of a right whose events nobody recorded.
  return over.some((status) => status === row?.status) || ended.some((one) => one === row?.state)
}

const ended: readonly LegalState[] = [
  'terminated',
  'withdrawn',
  'deemedWithdrawn',
  'deemedAbandoned',
  'invalidated',
]

const over: readonly RightStatus[] = [
  'withdrawn',
  'deemed_withdrawn',
  'lapsed',
  'lapsed_unpaid',
  'lapsed_waived',
  'lapsed_expired',
  'invalidated',
  'transferred',
  'expired',
  'cancelled',
]

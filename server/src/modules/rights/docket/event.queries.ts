import type { RightEvent } from '@yizhuan/docket'
import { type Day, type Fen, fen } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
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

function toldIn({ day, fen: amount, ...told }: Told) {
  return {
    ...told,
    ...(day !== undefined && { day: day as Day }),
    ...(amount !== undefined && { fen: fen(BigInt(amount)) as Fen }),
  }
}

import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { appendToMany, recordChange } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { type Author, chainOf } from '../../../platform/register.ts'
import { countDockets } from '../docket/count.commands.ts'
import { insertEvents, strikeEvent } from '../docket/event.commands.ts'
import { rightRegister } from '../right.table.ts'
import type { Party } from './party.ts'
import './share.table.ts'

// Owners and reductions of fees by the hundred, as a ledger brings them. Whoever calls has looked at each as the
// page of a right would.

/** What a ledger says of the owners of a right and of its fees. */
export interface BroughtTitle {
  readonly right: string
  readonly parties: { readonly from: string; readonly parties: readonly Party[] } | null
  /** When the reduction of its fees was recorded with the office. */
  readonly reducedOn: string | null
  readonly basis: string
}

/** Records who owns some rights and that their fees are reduced, each in the chain of its right. */
export async function bringTitles(
  tx: Tx,
  clock: Clock,
  by: Author,
  titles: readonly BroughtTitle[],
): Promise<void> {
  if (titles.length === 0) return
  const { institution } = by
  const at = clock.now()
  const told = titles.map((one) => ({ ...one, set: newId(), event: newId() }))
  await insertMany(
    tx,
    'rightPartySet',
    told.flatMap(({ set, right, parties, basis }) =>
      parties === null
        ? []
        : [{ id: set, rightId: right, fromDay: parties.from, parties: parties.parties, basis }],
    ),
    {
      ...{ institutionId: institution, recordedAt: at },
      ...{ recordedBy: by.person, recordedName: by.name },
    },
  )
  const events = told.flatMap(({ event: id, right: rightId, reducedOn, basis }) => {
    if (reducedOn === null) return []
    const event = { id, kind: 'reductionRecorded', on: reducedOn as Day, source: basis } as const
    return [{ rightId, event }]
  })
  await insertEvents(tx, clock, by, events)
  await appendToMany(
    tx,
    institution,
    told.map(({ set, event, right, parties, reducedOn, basis }) => {
      const changes = [
        ...(parties ? [{ field: 'parties', from: null, to: { id: set, ...parties } }] : []),
        ...(reducedOn === null
          ? []
          : [
              {
                ...{ field: 'event', from: null },
                to: { id: event, kind: 'reductionRecorded', on: reducedOn },
              },
            ]),
      ]
      const change = { action: 'right.amended', subject: right, data: { changes, reason: basis } }
      return { register: chainOf(rightRegister, right), change: { ...change, at, by } }
    }),
  )
  await countDockets(
    tx,
    clock,
    institution,
    titles.map(({ right }) => right),
  )
}

/**
 * Takes back what an import recorded of a right that was there before: the events are struck, and the owners go out
 * once the chain of the right has named them.
 */
export async function withdrawTitles(
  tx: Tx,
  clock: Clock,
  by: Author,
  right: string,
  {
    sets,
    events,
    reason,
  }: {
    readonly sets: readonly string[]
    readonly events: readonly string[]
    readonly reason: string
  },
): Promise<void> {
  for (const event of events) await strikeEvent(tx, clock, by, right, { event, reason })
  for (const set of sets) {
    const gone = await tx
      .selectFrom('rightPartySet')
      .select(['fromDay as from', 'parties'])
      .where('institutionId', '=', by.institution)
      .where('rightId', '=', right)
      .where('id', '=', set)
      .executeTakeFirst()
    if (!gone) continue
    const changes = [{ field: 'parties', from: { ...gone }, to: null }]
    await recordChange(tx, chainOf(rightRegister, right), {
      ...{ action: 'right.partiesWithdrawn', subject: right, at: clock.now(), by },
      data: { changes, set, reason },
    })
    await sql`delete from right_party_set
      where institution_id = ${by.institution} and id = ${set}`.execute(tx)
  }
  if (sets.length > 0) await countDockets(tx, clock, by.institution, [right])
}

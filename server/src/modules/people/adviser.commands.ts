import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, chainOf } from '../../platform/register.ts'
import type { NewEngagementWire } from './adviser.wire.ts'
import { personOf, unitsOf } from './person.queries.ts'
import { personRegister } from './person.table.ts'

/** Why an engagement is not written. */
export interface EngagementRefusals {
  'no-such-person': Record<string, never>
  'no-such-engagement': Record<string, never>
  'no-such-unit': Record<string, never>
  'ends-before-begin': { readonly from: string }
}

/** Enters that somebody from outside works for the house part of their time. */
export async function enterEngagement(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  given: z.output<typeof NewEngagementWire>,
): Promise<Outcome<{ id: string }, EngagementRefusals>> {
  const { institution } = by
  const { unitId, fromDay, untilDay } = given
  if (!(await personOf(tx, institution, person))) return refuse('no-such-person', {})
  const unit = (await unitsOf(tx, institution)).find(({ id }) => id === unitId)
  if (unitId !== null && !unit) return refuse('no-such-unit', {})
  if (untilDay !== null && untilDay < fromDay) return refuse('ends-before-begin', { from: fromDay })

  // From here on the engagement is entered.
  const id = newId()
  await tx
    .insertInto('personEngagement')
    .values({ institutionId: institution, id, personId: person, ...given, annulledOn: null })
    .execute()
  const { kind, home, task } = given
  await recordChange(tx, chainOf(personRegister, person), {
    action: 'person.engaged',
    subject: person,
    data: { kind, home, unit: unit?.name ?? null, task, from: fromDay, until: untilDay },
    at: clock.now(),
    by,
  })
  return accept({ id })
}

/** Takes back an engagement that was entered in error; the history keeps both. */
export async function annulEngagement(
  tx: Tx,
  clock: Clock,
  by: Author,
  of: { readonly person: string; readonly engagement: string; readonly reason: string },
): Promise<Outcome<{ id: string }, EngagementRefusals>> {
  const { person, engagement: id, reason } = of
  const annulled = await tx
    .updateTable('personEngagement')
    .set({ annulledOn: clock.today() })
    .where('institutionId', '=', by.institution)
    .where('personId', '=', person)
    .where('id', '=', id)
    .where('annulledOn', 'is', null)
    .returning('task')
    .executeTakeFirst()
  if (!annulled) return refuse('no-such-engagement', {})
  await recordChange(tx, chainOf(personRegister, person), {
    action: 'person.engagementAnnulled',
    subject: person,
    data: { task: annulled.task, reason },
    at: clock.now(),
    by,
  })
  return accept({ id })
}

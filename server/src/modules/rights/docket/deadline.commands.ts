import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { once } from '../../../platform/once.ts'
import { amendRecord, chainOf, recordOf } from '../../../platform/register.ts'
import '../../people/index.ts'
import { rightRegister } from '../right.table.ts'
import './docket.table.ts'

/** Why a deadline is not set, put off or closed. */
export interface DeadlineRefusals {
  'no-such-right': Record<string, never>
  'no-such-person': Record<string, never>
  'no-such-deadline': Record<string, never>
  'deadline-past': { readonly today: string }
}

/** A deadline as somebody sets it. */
export interface NewDeadline {
  readonly id?: string | undefined
  readonly title: string
  readonly dueOn: string
  readonly person?: string | undefined
  readonly personName: string
}

/** Sets a deadline for a right: what, by when, who. */
export function setDeadline(
  tx: Tx,
  clock: Clock,
  by: Caller,
  right: string,
  { id: sent, ...told }: NewDeadline,
): Promise<Outcome<{ id: string }, DeadlineRefusals>> {
  const order = { id: sent, what: 'right-deadline', order: { right, ...told } }
  return once(tx, clock, by, order, async () => {
    const { institution } = by
    await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
    if (!(await recordOf(tx, rightRegister, institution, right))) return refuse('no-such-right', {})
    const today = clock.today()
    if (told.dueOn < today) return refuse('deadline-past', { today })
    const { title, dueOn, person = null, personName } = told
    if (person !== null && !(await isPerson(tx, institution, person))) {
      return refuse('no-such-person', {})
    }

    // From here on the deadline is set.
    const id = newId()
    await tx
      .insertInto('rightDeadline')
      .values({
        ...{ institutionId: institution, id, rightId: right, title, dueOn },
        ...{ personId: person, personName, state: 'open', reason: null },
        ...{ closedOn: null, closedName: null, madeOn: today, madeName: by.name },
      })
      .execute()
    await note(tx, clock, by, right, { to: { title, dueOn, personName }, reason: '' })
    return accept({ id })
  })
}

/** What becomes of a deadline: put off to another day, done, or dropped. */
export type DeadlineStep =
  | { readonly dueOn: string; readonly reason: string }
  | { readonly state: 'done' | 'dropped'; readonly reason: string }

/** Puts a deadline off or closes it, with the reason. */
export async function stepDeadline(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { right, deadline }: { readonly right: string; readonly deadline: string },
  step: DeadlineStep,
): Promise<Outcome<{ id: string }, DeadlineRefusals>> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  const held = await tx
    .selectFrom('rightDeadline')
    .select(['title', 'dueOn', 'personName'])
    .where('institutionId', '=', institution)
    .where('rightId', '=', right)
    .where('id', '=', deadline)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!held) return refuse('no-such-deadline', {})
  const today = clock.today()
  if ('dueOn' in step && step.dueOn < today) return refuse('deadline-past', { today })

  // From here on it is put off or closed.
  const closed = 'state' in step ? { closedOn: today, closedName: by.name } : {}
  await tx
    .updateTable('rightDeadline')
    .set({ ...step, ...closed })
    .where('institutionId', '=', institution)
    .where('id', '=', deadline)
    .execute()
  const { title, dueOn } = held
  const to = 'state' in step ? { title, state: step.state } : { title, dueOn: step.dueOn }
  await note(tx, clock, by, right, { from: { title, dueOn }, to, reason: step.reason })
  return accept({ id: deadline })
}

async function isPerson(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('person')
    .select('id')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** What the history of the right tells. */
async function note(
  tx: Tx,
  clock: Clock,
  by: Caller,
  right: string,
  { from = null, to, reason }: { from?: unknown; to: unknown; reason: string },
): Promise<void> {
  await amendRecord(tx, rightRegister, clock, by, right, {
    fields: {},
    beside: [{ field: 'deadline', from, to }],
    reason,
  })
}

import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Updateable } from 'kysely'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { once } from '../../../platform/once.ts'
import { amendRecord, chainOf, recordOf } from '../../../platform/register.ts'
import '../../people/index.ts'
import { rightRegister } from '../right.table.ts'
import type { RightDeadlineTable } from './docket.table.ts'

/** Why a deadline is not set, put off or closed. */
export interface DeadlineRefusals {
  'no-such-right': Record<string, never>
  'no-such-person': Record<string, never>
  'person-has-left': { readonly day: string }
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
    const unfit = await unfitFor(tx, institution, person, today)
    if (unfit) return unfit

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

/** Somebody a deadline is handed over to: an entry of the register of people, or a name. */
export interface Heir {
  readonly person?: string | undefined
  readonly personName: string
}

/** What becomes of a deadline: put off to another day or handed over, done, or dropped. */
export type DeadlineStep =
  | { readonly dueOn: string; readonly to?: Heir | undefined; readonly reason: string }
  | { readonly state: 'done' | 'dropped'; readonly reason: string }

/** Puts a deadline off, hands it over or closes it, with the reason. */
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
  if ('state' in step) {
    const closed = { closedOn: today, closedName: by.name }
    await change(tx, institution, deadline, { ...step, ...closed })
    const { title, dueOn } = held
    const to = { title, state: step.state }
    await note(tx, clock, by, right, { from: { title, dueOn }, to, reason: step.reason })
    return accept({ id: deadline })
  }
  // What is over can be handed over as it is; it cannot be put off to a day that has passed.
  if (step.dueOn < today && step.dueOn !== held.dueOn) return refuse('deadline-past', { today })
  const unfit = await unfitFor(tx, institution, step.to?.person ?? null, today)
  if (unfit) return unfit

  // From here on it is put off or handed over.
  const { dueOn, reason, to: heir } = step
  const person = heir && { personId: heir.person ?? null, personName: heir.personName }
  await change(tx, institution, deadline, { dueOn, reason, ...person })
  const { title, personName } = held
  const from = { title, dueOn: held.dueOn, ...(heir && { personName }) }
  const to = { title, dueOn, ...(heir && { personName: heir.personName }) }
  await note(tx, clock, by, right, { from, to, reason })
  return accept({ id: deadline })
}

async function change(
  tx: Tx,
  institution: string,
  deadline: string,
  to: Updateable<RightDeadlineTable>,
): Promise<void> {
  await tx
    .updateTable('rightDeadline')
    .set(to)
    .where('institutionId', '=', institution)
    .where('id', '=', deadline)
    .execute()
}

/** Why somebody of the register can be given no deadline; a bare name can. */
export async function unfitFor(tx: Tx, institution: string, id: string | null, today: string) {
  if (id === null) return undefined
  const row = await tx
    .selectFrom('person')
    .select('leftOn')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return refuse('no-such-person', {})
  const { leftOn } = row
  return leftOn !== null && leftOn <= today ? refuse('person-has-left', { day: leftOn }) : undefined
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

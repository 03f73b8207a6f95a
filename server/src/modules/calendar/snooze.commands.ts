import { addDays, type Day } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { notFound } from '../../platform/problem.ts'
import './calendar.table.ts'
import { duesFor } from './due.queries.ts'
import { toProblem } from './snooze.refusals.ts'
import { putOff } from './snooze.ts'

/** Which reminder is put off until when, and why. */
export interface SnoozeOrder {
  readonly key: string
  readonly until: Day
  readonly reason: string
}

/** Puts off a reminder of the caller's, in place of an earlier one. @returns its id. @throws {Problem} */
export async function snooze(
  tx: Tx,
  clock: Clock,
  caller: Caller,
  { key, until, reason }: SnoozeOrder,
): Promise<string> {
  const { institution, person, name } = caller
  const today = clock.today()
  const dues = await duesFor(tx, caller, {
    today,
    until: addDays(today, 366),
    record: key.split('/')[1],
  })
  const line = dues.find((one) => one.key === key)
  const outcome = putOff(line, person, until, today)
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal, line)

  // From here on the reminder is put off.
  const at = clock.now()
  await undo(tx, institution, person, at, { key })
  const id = newId()
  await tx
    .insertInto('dueSnooze')
    .values({
      institutionId: institution,
      id,
      dueKey: key,
      personId: person,
      personName: name,
      until,
      reason,
      madeAt: at,
      undoneAt: null,
    })
    .execute()
  return id
}

/** Has a person reminded again. @throws {Problem} 404 when there is no such reminder of theirs. */
export async function remindAgain(
  tx: Tx,
  clock: Clock,
  { institution, person }: Caller,
  id: string,
): Promise<void> {
  const undone = await undo(tx, institution, person, clock.now(), { id })
  if (undone === 0) {
    throw notFound({ zh: '没有这项暂缓的提醒。', en: 'No such reminder of yours is put off.' })
  }
}

async function undo(
  tx: Tx,
  institution: string,
  person: string,
  at: Date,
  which: { readonly key: string } | { readonly id: string },
): Promise<number> {
  const update = tx
    .updateTable('dueSnooze')
    .set({ undoneAt: at })
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('undoneAt', 'is', null)
  const one =
    'key' in which ? update.where('dueKey', '=', which.key) : update.where('id', '=', which.id)
  const { numUpdatedRows } = await one.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

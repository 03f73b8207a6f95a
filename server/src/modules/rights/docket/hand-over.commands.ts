import { accept, groupBy, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { once } from '../../../platform/once.ts'
import { amendRecord, chainOf } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import { type DeadlineRefusals, type Heir, unfitFor } from './deadline.commands.ts'
import { deadlinesHeldBy } from './deadline.queries.ts'
import './docket.table.ts'

/** Why the deadlines of somebody are not handed over. */
export interface HandOverRefusals extends DeadlineRefusals {
  'heir-is-holder': Record<string, never>
  'deadlines-changed': { readonly now: string }
}

/** Everything that one holder has open, and who is to do it from now on. */
export interface HandOver {
  readonly id?: string | undefined
  readonly from: { readonly person: string | null; readonly personName: string }
  readonly to: Heir
  /** How many there are, as they were looked at. */
  readonly deadlines: number
  readonly reason: string
}

/** Hands over every open deadline of somebody, those that are over among them, each told in its right. */
export function handOverDeadlines(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { id: sent, ...told }: HandOver,
): Promise<Outcome<{ handed: number }, HandOverRefusals>> {
  const order = { id: sent, what: 'right-deadlines-handed', order: told }
  return once<{ handed: number }, HandOverRefusals>(tx, clock, by, order, async () => {
    const { institution } = by
    const { from, to, deadlines, reason } = told
    const seen = await deadlinesHeldBy(tx, institution, from)
    // In one order, as whoever else holds several rights at once.
    for (const right of new Set(seen.map(({ rightId }) => rightId))) {
      await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
    }
    const held = await deadlinesHeldBy(tx, institution, from)
    if (held.length !== deadlines) return refuse('deadlines-changed', { now: `${held.length}` })
    const person = to.person ?? null
    if (person === from.person && to.personName === from.personName) {
      return refuse('heir-is-holder', {})
    }
    const unfit = await unfitFor(tx, institution, person, clock.today())
    if (unfit) return unfit

    // From here on they are handed over.
    const ids = held.map(({ id }) => id)
    await tx
      .updateTable('rightDeadline')
      .set({ personId: person, personName: to.personName, reason })
      .where('institutionId', '=', institution)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    for (const [right, each] of groupBy(held, ({ rightId }) => rightId)) {
      await amendRecord(tx, rightRegister, clock, by, right, {
        fields: {},
        beside: each.map(({ title, dueOn }) => ({
          field: 'deadline',
          from: { title, dueOn, personName: from.personName },
          to: { title, dueOn, personName: to.personName },
        })),
        reason,
      })
    }
    return accept({ handed: held.length })
  })
}

import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, recordChange } from '../../../platform/evidence.ts'
import { putOut } from '../../../platform/outbox.ts'
import type { Author } from '../../../platform/register.ts'
import { caseLine } from '../case.queries.ts'
import { closedTo, officersByCase, replaceOfficers, staffOf } from './officer.queries.ts'
import {
  type Colleague,
  checkGiving,
  checkOfficers,
  type OfficerRefusals,
  type Officers,
} from './officer.ts'

/** The chain of a case's officers: who it was, since when, and why. */
export const officersChain = (id: string) => `officers/${id}`

/** Whoever opens a case answers for it until somebody else is named. */
export async function firstOfficer(tx: Tx, clock: Clock, by: Author, id: string): Promise<void> {
  const officers = { lead: by.person, support: [] }
  await replaceOfficers(tx, by.institution, id, nobody, officers, clock.today())
  const data = { lead: by.name }
  const change = { action: 'officers.opened', subject: id, data, at: clock.now(), by }
  await recordChange(tx, officersChain(id), change, { fresh: true })
}

const nobody: Officers = { lead: undefined, support: [] }

/** Who says who works on a case, in the roles they hold. */
export type Assigner = Author & { readonly roles: readonly string[] }

/** Names the officers of a case anew: all of them, so that what is named is what is so. */
export async function nameOfficers(
  tx: Tx,
  clock: Clock,
  by: Assigner,
  id: string,
  wanted: { readonly lead: string; readonly support: readonly string[]; readonly reason: string },
): Promise<Outcome<{ id: string }, OfficerRefusals>> {
  const line = await caseLine(tx, by.institution, id)
  if (!line) return refuse('case-not-found', {})
  await lockChain(tx, { institution: by.institution, name: officersChain(id) })
  const before = (await officersByCase(tx, by.institution, [id])).get(id) ?? nobody
  const staff = await staffOf(tx, by.institution, clock.today())
  const lead = { person: wanted.lead, pointer: '#/lead' }
  const may = checkGiving(staff, by, before.lead, lead)
  if (may.kind === 'refused') return may
  const checked = checkOfficers(staff, before, wanted)
  if (checked.kind === 'refused') return checked
  const { value: after } = checked
  const named = [
    lead,
    ...wanted.support.map((person, index) => ({ person, pointer: `#/support/${index}` })),
  ]
  for (const { person, pointer } of named) {
    const colleague = staff.find((one) => one.person === person)
    const closed = await closedTo(tx, by.institution, [id], colleague ?? { person, roles: [] })
    if (closed.length > 0) {
      const name = colleague?.name ?? ''
      return refuse('closed-to-officer', { pointer, name, cases: line.number })
    }
  }

  // From here on they are named.
  await changeOfficers(tx, clock, by, { id, seq: line.seq, before, after, staff }, wanted.reason)
  return accept({ id })
}

/** A case whose officers change, with those who are known by name. */
export interface Change {
  readonly id: string
  /** The number of the case's last act: tells the worker which state of it is meant. */
  readonly seq: number
  readonly before: Officers
  readonly after: Officers
  readonly staff: readonly Colleague[]
}

/** Writes other officers, tells the chain of the case, and those who keep its tasks. */
export async function changeOfficers(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id, seq, before, after, staff }: Change,
  reason: string,
): Promise<void> {
  const names = ({ lead, support }: Officers) => ({
    lead: lead === undefined ? null : nameIn(staff, lead),
    support: support.map((person) => nameIn(staff, person)).join('、') || null,
  })
  const [were, are] = [names(before), names(after)]
  const changes = (['lead', 'support'] as const)
    .filter((field) => were[field] !== are[field])
    .map((field) => ({ field, from: were[field], to: are[field] }))
  await replaceOfficers(tx, by.institution, id, before, after, clock.today())
  await recordChange(tx, officersChain(id), {
    action: 'officers.changed',
    subject: id,
    data: { changes, reason },
    at: clock.now(),
    by,
  })
  await putOut(tx, {
    institution: by.institution,
    fact: 'case.officersChanged',
    body: { case: id, seq, on: clock.today() },
  })
}

/** The name of a colleague; an account that is gone is told by its end. */
export function nameIn(staff: readonly Colleague[], person: string): string {
  return staff.find((one) => one.person === person)?.name ?? person.slice(-8)
}

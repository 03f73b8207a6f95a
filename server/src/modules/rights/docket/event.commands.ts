import { objectionTo, type RightEvent, ruleOf } from '@yizhuan/docket'
import { accept, type Day, type Outcome, refuse, type Words } from '@yizhuan/kit'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { type DayRefusals, unpassedDay } from '../../../platform/passed-day.ts'
import {
  type Author,
  amendRecord,
  chainOf,
  type FieldChange,
  recordOf,
} from '../../../platform/register.ts'
import { bookHandFee, takeHandFeeBack } from '../fees/hand-fee.commands.ts'
import { lockedLineOf, reopenLine } from '../fees/reopen.commands.ts'
import { rightRegister } from '../right.table.ts'
import { isReversed, type RightFields } from '../right.ts'
import { countDockets } from './count.commands.ts'
import { knownOf } from './docket.queries.ts'
import { type Docket, docketOf, type YearsBefore, yearsBefore } from './docket.ts'
import './docket.table.ts'
import { batchWithOther } from '../fees/other-fee.queries.ts'
import { eventsOfRights, isOfFiling, standing } from './event.queries.ts'
import { oddityOf } from './event-oddity.ts'
import { batchWith } from './fee.queries.ts'
import { type FileRef, insertFiles } from './file.commands.ts'
import { handOnFiling, lockFamily } from './filing.commands.ts'
import { docketGround } from './law.ts'
import { fieldsFrom } from './state-fields.ts'

/** Why an event is not recorded. */
export interface EventRefusals extends DayRefusals {
  'no-such-right': Record<string, never>
  'event-in-future': { readonly on: string; readonly today: string }
  'until-before-event': { readonly on: string }
  'granted-before-filed': { readonly filedOn: string; readonly grantedOn: string }
  'event-not-of-kind': { readonly zh: string; readonly en: string }
  'event-not-expected': { readonly zh: string; readonly en: string }
  'event-recorded-already': { readonly on: string }
  'fee-in-batch': { readonly year: string; readonly title: string }
  'earlier-fees-open': { readonly years: string }
  'no-such-event': Record<string, never>
  'file-not-stored': { readonly name: string }
}

/** An event as it is told. */
export type NewEvent = Omit<RightEvent, 'id'>

/** What is recorded, and what its author had read. */
export interface Recording {
  readonly event: NewEvent
  /** Why it is recorded although nothing of its kind is expected here. */
  readonly despite?: string | undefined
  /** Years before that of a payment which are said to be paid too, without a receipt. */
  readonly takenAsPaid?: readonly number[] | undefined
  /** The batch whose receipt it is: nobody else records as paid what stands in a batch. */
  readonly batch?: string | undefined
  readonly expectedSeq?: number | undefined
  /** Papers that prove it, stored before. */
  readonly files?: readonly FileRef[] | undefined
}

/** Records what befell a right. Its state, fees and clocks follow from it. */
export async function recordEvent(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { event, despite, batch, takenAsPaid = [], expectedSeq, files = [] }: Recording,
): Promise<Outcome<{ id: string; seq: number }, EventRefusals>> {
  if (event.kind === 'filed') await lockFamily(tx, by.institution, [id])
  const fields = await lockedFields(tx, by.institution, id)
  if (!fields) return refuse('no-such-right', {})
  const today = clock.today()
  if (event.on > today) return refuse('event-in-future', { on: event.on, today })
  const unpassed = unpassedDay({ on: event.on, day: event.day }, today)
  if (unpassed) return unpassed
  if (event.until !== undefined && event.until < event.on) {
    return refuse('until-before-event', { on: event.on })
  }
  const events = standing(await eventsOfRights(tx, by.institution, [id])).get(id) ?? []
  if (events.some((one) => isSame(one, event))) {
    return refuse('event-recorded-already', { on: event.on })
  }
  const { kind, year } = event
  const holding =
    kind === 'annuityPaid' && year
      ? await batchWith(tx, by.institution, id, year)
      : await batchWithOther(tx, by.institution, id, kind)
  if (holding && holding.id !== batch) {
    return refuse('fee-in-batch', { year: `${year ?? 0}`, title: holding.title })
  }
  const moment = await momentOf(tx, by.institution, id, fields, today)
  const known = docketOf(docketGround(), fields, events, moment)
  // What it meets is the right as it was on that day.
  const before = events.filter(({ on }) => on <= event.on)
  const { right } = docketOf(docketGround(), fields, before, { ...moment, today: event.on })
  const { of } = ruleOf(event.kind)
  // What a batch pays was looked at with its batch.
  const odd = batch === undefined ? oddityOf(fields, known, event) : undefined
  const words = objectionTo(fields.kind, right.state, event) ?? odd
  if (words && !of.includes(fields.kind)) return refuse('event-not-of-kind', facts(words))
  if (words && despite === undefined) return refuse('event-not-expected', facts(words))
  const { assumed, open } = beforeIt(known, event)
  if (open.some((one) => !takenAsPaid.includes(one)) || takenAsPaid.length > open.length) {
    return refuse('earlier-fees-open', { years: open.join(',') })
  }
  const lost = await fileNotStored(tx, by.institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })
  const taken = [...assumed, ...open].map((one) => takenWith(event, one))
  const written = { id: newId(), ...event }
  const all = [...taken, written]
  const docket = docketOf(docketGround(), fields, [...events, ...all], moment)
  const isMoved = ruleOf(event.kind).to !== undefined || event.kind === 'transferred'
  const change = fieldsFrom(docket, isMoved)
  const { filedOn, grantedOn } = { ...fields, ...change }
  if (filedOn !== null && grantedOn !== null && isReversed({ filedOn, grantedOn })) {
    if (!isReversed(fields)) return refuse('granted-before-filed', { filedOn, grantedOn })
  }

  // From here on the event is recorded.
  await insertEvents(
    tx,
    clock,
    by,
    all.map((one) => ({ rightId: id, event: one })),
  )
  await insertFiles(tx, clock, by, { right: id, event: written.id }, files)
  const told = all.map((one) => ({ field: 'event', from: null, to: toldAs(one) }))
  const beside = [
    ...told,
    ...files.map(({ name, sha256 }) => ({ field: 'file', from: null, to: { name, sha256 } })),
  ]
  const amended = await amendRecord(tx, rightRegister, clock, by, id, {
    fields: change,
    beside,
    reason: despite ?? event.source,
    expectedSeq,
  })
  if (event.kind === 'filed') await handOnFiling(tx, clock, by, id)
  await countDockets(tx, clock, by.institution, [id])
  // What a batch pays is booked by its batch.
  if (batch === undefined) {
    await bookHandFee(tx, clock, by.institution, { ...fields, id }, written)
  }
  return accept({ id: written.id, seq: amended?.seq ?? 0 })
}

function beforeIt(docket: Docket, { kind, year }: NewEvent): YearsBefore {
  const isPayment = kind === 'annuityPaid' && year !== undefined
  return isPayment ? yearsBefore(docket, year) : { assumed: [], open: [] }
}

/** That a year counts as paid, by the same paper as the payment it came with. */
function takenWith({ on, source }: NewEvent, year: number): RightEvent {
  return { id: newId(), kind: 'annuityTakenAsPaid', on, source, year }
}

/** Takes an event out of the record: it stays readable, with who struck it and why, and counts no more. */
export async function strikeEvent(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  struck: { readonly event: string; readonly reason: string },
): Promise<Outcome<{ seq: number }, EventRefusals>> {
  // The batch is held before the right, as where receipts are taken.
  const line = await lockedLineOf(tx, by.institution, struck.event)
  const isFiling = await isOfFiling(tx, by.institution, struck.event)
  if (isFiling) await lockFamily(tx, by.institution, [id])
  const fields = await lockedFields(tx, by.institution, id)
  if (!fields) return refuse('no-such-right', {})
  const recorded = await eventsOfRights(tx, by.institution, [id])
  const found = recorded.find((one) => one.event.id === struck.event && one.struck === null)
  if (!found) return refuse('no-such-event', {})

  // From here on the event is struck.
  await insertMany(tx, 'rightEvent', [
    {
      ...rowOf(clock, by, id, { id: newId(), on: found.event.on, source: struck.reason }),
      kind: 'struck',
      told: {},
      strikes: struck.event,
    },
  ])
  const unsaid = unsaidBy(found.event, fields)
  const told = { ...fields, ...unsaid }
  const left = (standing(recorded).get(id) ?? []).filter((one) => one.id !== struck.event)
  const today = clock.today()
  const moment = await momentOf(tx, by.institution, id, fields, today)
  const isMoved = ruleOf(found.event.kind).to !== undefined || found.event.kind === 'transferred'
  const amended = await amendRecord(tx, rightRegister, clock, by, id, {
    fields: { ...unsaid, ...fieldsFrom(docketOf(docketGround(), told, left, moment), isMoved) },
    beside: [{ field: 'event', from: toldAs(found.event), to: null }],
    reason: struck.reason,
  })
  if (isFiling) await handOnFiling(tx, clock, by, id)
  await countDockets(tx, clock, by.institution, [id])
  if (line) await reopenLine(tx, clock, by, line, struck.reason)
  else await takeHandFeeBack(tx, clock, by.institution, { right: id, ...struck })
  return accept({ seq: amended?.seq ?? 0 })
}

/** Writes events of rights as they are; who calls has looked at them and counts the dockets. */
export async function insertEvents(
  tx: Tx,
  clock: Clock,
  by: Author,
  events: readonly { readonly rightId: string; readonly event: RightEvent }[],
): Promise<void> {
  await insertMany(
    tx,
    'rightEvent',
    events.map(({ rightId, event }) => ({
      ...rowOf(clock, by, rightId, event),
      kind: event.kind,
      told: toldOf(event),
      strikes: null,
    })),
  )
}

function rowOf(
  clock: Clock,
  { institution, person, name }: Author,
  rightId: string,
  { id, on, source }: Pick<RightEvent, 'id' | 'on' | 'source'>,
) {
  return {
    institutionId: institution,
    id,
    rightId,
    onDay: on,
    source,
    recordedAt: clock.now(),
    recordedBy: person,
    recordedName: name,
  }
}

function toldOf({ ref, day, by, until, year, fen, days, exclusivity, owners }: NewEvent) {
  const told = {
    ref,
    day,
    by,
    until,
    year,
    fen: fen === undefined ? undefined : `${fen}`,
    days,
    exclusivity,
    owners,
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

/** An event as the history of the right shows it. */
function toldAs(event: NewEvent): FieldChange['to'] {
  return { kind: event.kind, on: event.on, ...toldOf(event) }
}

/** The same thing told twice: one kind, one day, one reference, one year, one priority. */
function isSame(one: RightEvent, other: NewEvent): boolean {
  const isPayment = one.kind === 'annuityPaid'
  return (
    one.kind === other.kind &&
    one.on === other.on &&
    one.ref === other.ref &&
    one.year === other.year &&
    one.day === other.day &&
    (!isPayment || one.fen === other.fen)
  )
}

/** The day that a struck event had put into the register. */
function unsaidBy({ kind, on }: RightEvent, fields: RightFields): Partial<RightFields> {
  const field = kind === 'filed' ? 'filedOn' : kind === 'granted' ? 'grantedOn' : undefined
  return field !== undefined && fields[field] === on ? { [field]: null } : {}
}

async function momentOf(tx: Tx, institution: string, id: string, fields: RightFields, today: Day) {
  const known = (await knownOf(tx, institution, [id])).get(id)
  return { ...(known ?? { docketedOn: today, toldYear: fields.feePaidYear }), today }
}

const facts = ({ zh, en }: Words) => ({ zh, en })

/** The fields of a right, held until the transaction ends: of two who tell the same, one is told so. */
async function lockedFields(
  tx: Tx,
  institution: string,
  id: string,
): Promise<RightFields | undefined> {
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, id) })
  const stored = await recordOf(tx, rightRegister, institution, id)
  return stored as RightFields | undefined
}

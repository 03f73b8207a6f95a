import type { AnnuityYear, Clock, ClockFee, Length } from '@yizhuan/docket'
import { type Day, day, daysBetween } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock as Time } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { CountedDay } from '../../../platform/dues.ts'
import { recordsByIds } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import type { RightFields } from '../right.ts'
import { knownOf } from './docket.queries.ts'
import { type Docket, docketOf, type Moment } from './docket.ts'
import { eventsOfRights, standing } from './event.queries.ts'
import { countingOn } from './family.queries.ts'
import { docketGround } from './law.ts'

// What lists, calendars and forecasts read is counted when something befalls a right, and holds on every
// day after: an unpaid fee has its days; whether it is late, the reader sees by the day.

/** How many years ahead lists and forecasts look; a payment brings the next one in. */
const yearsKept = 6

/** Long ago: on that day no unpaid fee is late yet. */
const atFirst = day('0001-01-01')

/**
 * Counts the dockets of some rights anew, in the transaction that changed them.
 *
 * @param told  whether the year up to which fees are paid was just told with the right itself.
 */
export async function countDockets(
  tx: Tx,
  clock: Time,
  institution: string,
  changed: readonly string[],
  { told = false }: { readonly told?: boolean } = {},
): Promise<void> {
  if (changed.length === 0) return
  const ids = await countingOn(tx, institution, changed)
  const records = await recordsByIds(tx, rightRegister, institution, ids)
  const ground = docketGround()
  const events = standing(await eventsOfRights(tx, institution, ids))
  const known = await knownOf(tx, institution, ids)
  const counted = records.map(({ id, ...stored }) => {
    const fields = stored as unknown as RightFields
    const before = known.get(id) ?? { docketedOn: clock.today(), toldYear: fields.feePaidYear }
    const moment = {
      ...before,
      ...(told && changed.includes(id) && { toldYear: fields.feePaidYear }),
      today: atFirst,
    }
    return { id, moment, docket: docketOf(ground, fields, events.get(id) ?? [], moment) }
  })
  await forget(tx, institution, ids)
  await keep(tx, institution, counted)
}

/** Counts the dockets of rights that were entered in this transaction: nothing has befallen them yet. */
export async function openDockets(
  tx: Tx,
  clock: Time,
  institution: string,
  rights: readonly Entered[],
): Promise<void> {
  const ground = docketGround()
  const docketedOn = clock.today()
  const counted = rights.map(({ id, fields }) => {
    const moment = { docketedOn, toldYear: fields.feePaidYear, today: atFirst }
    return { id, moment, docket: docketOf(ground, fields, [], moment) }
  })
  await keep(tx, institution, counted)
}

/** A right with its fields. */
interface Entered {
  readonly id: string
  readonly fields: RightFields
}

async function keep(tx: Tx, institution: string, counted: readonly Counted[]): Promise<void> {
  const { basis } = docketGround()
  await insertMany(
    tx,
    'rightDocket',
    counted.map(({ id, moment, docket }) => ({
      institutionId: institution,
      rightId: id,
      docketedOn: moment.docketedOn,
      toldYear: moment.toldYear,
      state: docket.right.state,
      since: docket.right.since,
      lostOn: lostHere(docket, moment.docketedOn),
      endsOn: docket.expiresOn,
      assumedThrough: docket.assumedThrough,
      basis,
    })),
  )
  await insertMany(
    tx,
    'rightFee',
    counted.flatMap((one) => feesOf(institution, one)),
  )
  await insertMany(
    tx,
    'rightClock',
    counted.flatMap((one) => clocksIn(institution, one)),
  )
}

/** The day a right was lost over a fee or a deadline; not of one that was beyond saving before it came here. */
function lostHere({ right, annuities, neglect }: Docket, docketedOn: Day): Day | null {
  const { ending, since } = right
  if (neglect) return since
  if (ending !== 'unpaid' || since === null) return null
  const fee = annuities.findLast(({ dueOn, state }) => dueOn <= since && state !== 'paid')
  return fee?.graceUntil != null && fee.graceUntil >= docketedOn ? since : null
}

async function forget(tx: Tx, institution: string, ids: readonly string[]): Promise<void> {
  for (const table of ['rightFee', 'rightClock', 'rightDocket'] as const) {
    await tx
      .deleteFrom(table)
      .where('institutionId', '=', institution)
      .where('rightId', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute()
  }
}

interface Counted {
  readonly id: string
  readonly moment: Moment
  readonly docket: Docket
}

function feesOf(institution: string, { id, docket }: Counted) {
  const { right, annuities } = docket
  if (right.ending === 'unpaid') return []
  const filedOn = right.events.find(({ kind }) => kind === 'filed')?.on
  return annuities
    .filter(({ state }) => state === 'upcoming')
    .slice(0, yearsKept)
    .map((row) => ({
      institutionId: institution,
      rightId: id,
      year: row.year,
      dueOn: row.dueOn,
      payableUntil: row.payableUntil,
      graceUntil: row.graceUntil,
      fullFen: `${row.full}`,
      feeFen: `${row.fee}`,
      paidFen: `${row.paid}`,
      counted: countedFee(row, filedOn ?? row.dueOn),
      verified: row.verified,
    }))
}

/** The fee of the grant runs from the notice, the others from the filing. */
function countedFee(row: AnnuityYear, filedOn: Day): CountedDay {
  const { year, isGrantYear, dueOn, payableUntil, calendarMissing } = row
  const base = { last: dueOn, ends: payableUntil, calendarMissing }
  if (isGrantYear) return { ...base, from: dueOn, unit: 'days', length: 0 }
  return { ...base, from: filedOn, unit: 'years', length: year - 1 }
}

function clocksIn(institution: string, { id, docket }: Counted) {
  return docket.clocks.map((clock) => ({
    institutionId: institution,
    rightId: id,
    key: clock.key,
    type: clock.rule.type,
    endsOn: clock.ends,
    title: clock.title,
    counted: countedClock(clock),
    cite: clock.rule.cite,
    // What went on abroad is not lost by neglect where nobody entered China.
    leadsTo: docket.isEnteredAbroad ? null : (clock.rule.leadsTo ?? null),
    ...feeColumns(docket.clockFees.get(clock.key)),
  }))
}

function feeColumns(fee: ClockFee | undefined) {
  return {
    feeId: fee?.id ?? null,
    feeTitle: fee?.title ?? null,
    feeFen: fee?.fen == null ? null : `${fee.fen}`,
    feeBesides: fee?.besides ?? null,
    feePaidBy: fee?.paidBy ?? null,
    feeAfter: fee?.after ?? null,
    feeVerified: fee?.verified ?? null,
  }
}

function countedClock({ from, last, ends, length, calendarMissing }: Clock): CountedDay {
  return { from, last, ends, ...inOneUnit(length, from, last), calendarMissing }
}

function inOneUnit(
  { years = 0, months = 0, days = 0 }: Length,
  from: Day,
  last: Day,
): Pick<CountedDay, 'unit' | 'length'> {
  // Years less a day are no whole number of months.
  if (days !== 0) return { unit: 'days', length: daysBetween(from, last) }
  if (months === 0) return { unit: 'years', length: years }
  return { unit: 'months', length: years * 12 + months }
}

import {
  type AnnuityYear,
  againstOpenLicence,
  type ClockFee,
  eventsOf,
  inForce,
  lateBandsOf,
  objectionTo,
  type RightEvent,
} from '@yizhuan/docket'
import { type Day, type Fen, percent } from '@yizhuan/kit'
import type { Tx } from '../../../platform/database.ts'
import { recordOf } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import type { RightFields } from '../right.ts'
import { batchLinesOf, deadlinesOf, filesOf, knownOf, reviewsOf } from './docket.queries.ts'
import { type Docket, docketOf } from './docket.ts'
import type { AnnuityWire, DocketClockWire, DocketEventWire, DocketWire } from './docket.wire.ts'
import { eventsOfRights, type RecordedEvent, standing } from './event.queries.ts'
import { familyOf } from './family.queries.ts'
import { docketGround } from './law.ts'
import { isUnexamined } from './secrecy.ts'

type Family = Awaited<ReturnType<typeof familyOf>>

/** A docket, and whose right it is. */
export interface ReadDocket {
  readonly inventors: readonly string[]
  readonly docket: DocketWire
}

/** The docket of a right as it stands today; undefined where the institution has no such right. */
export async function readDocket(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<ReadDocket | undefined> {
  const stored = await recordOf(tx, rightRegister, institution, id)
  if (!stored) return undefined
  const fields = stored as unknown as RightFields
  const recorded = await eventsOfRights(tx, institution, [id])
  const [known, family, reviews, lines, deadlines, files] = await Promise.all([
    knownOf(tx, institution, [id]),
    familyOf(tx, institution, id, today),
    reviewsOf(tx, institution, id),
    batchLinesOf(tx, institution, id),
    deadlinesOf(tx, institution, id, today),
    filesOf(tx, institution, id),
  ])
  const isUnasked = await isUnexaminedIn(tx, institution, fields, family.members)
  const ground = docketGround()
  const before = known.get(id) ?? { docketedOn: today, toldYear: fields.feePaidYear }
  const moment = { ...before, today }
  const docket = docketOf(ground, fields, standing(recorded).get(id) ?? [], moment)
  const { right, term, loss } = docket
  const hasUnpaid = docket.annuities.some(({ state }) => state === 'inGrace' || state === 'missed')
  const shown = {
    today,
    state: right.state,
    since: right.since,
    ending: right.ending,
    isOurs: right.isOurs,
    endedByStatus: docket.endedByStatus,
    isRenewalUnknown: docket.isRenewalUnknown,
    owners: right.owners,
    flags: [...right.flags].map(([flag, on]) => ({ flag, since: on })),
    events: eventsShown(docket, recorded),
    priorityOn: right.priorityOn,
    term: term
      ? { from: term.from, endsOn: term.endsOn, cite: term.rule.cite, verified: term.rule.verified }
      : null,
    annuities: docket.annuities.map((row) => ({
      ...annuityToWire(row),
      review: reviews.findLast(({ year }) => year === row.year) ?? null,
      batch: lines.find(({ year }) => year === row.year) ?? null,
    })),
    assumedThrough: docket.assumedThrough,
    ...readingsOn(today),
    loss: loss
      ? {
          ...{ year: loss.year, lostFrom: loss.lostFrom, cite: loss.cite },
          ...{ restoreUntil: loss.restoreUntil, obstacleUntil: loss.obstacleUntil },
          requestFen: loss.request === null ? null : `${loss.request}`,
        }
      : null,
    clocks: docket.clocks.map(({ key, rule, title, from, last, ends, calendarMissing }) => ({
      ...{ key, type: rule.type, title, from, last, ends, leadsTo: rule.leadsTo ?? null },
      ...{ cite: rule.cite, verified: rule.verified, calendarMissing: [...calendarMissing] },
      fee: clockFeeToWire(docket.clockFees.get(key), lines, key),
    })),
    deadlines,
    files,
    abroad: fields.country,
    isUnexamined: isUnasked,
    neglect: docket.neglect ? { title: docket.neglect.title, ends: docket.neglect.ends } : null,
    family: { members: [...family.members], links: [...family.links] },
    againstOpenLicence: [...againstOpenLicence(right, hasUnpaid)],
    possible: eventsOf(fields.kind).map((kind) => ({
      kind,
      isExpected: isExpected(docket, kind, today),
    })),
    sources: ground.law.sources,
  }
  return { inventors: fields.inventors, docket: shown }
}

/** Whether it went abroad without the examination for secrecy, as far as its family tells. */
async function isUnexaminedIn(
  tx: Tx,
  institution: string,
  right: RightFields,
  family: Family['members'],
): Promise<boolean> {
  if (!isUnexamined(right, family, [])) return false
  const ids = family.map(({ id }) => id)
  const events = await eventsOfRights(tx, institution, ids)
  const standing = events.filter(({ struck }) => struck === null)
  return isUnexamined(
    right,
    family,
    standing.map(({ event }) => event),
  )
}

/** The readings of the rule on late fees that is in force, and which one is taken. */
export function readingsOn(today: Day): Pick<DocketWire, 'readings' | 'rationale'> {
  const rule = inForce(docketGround().law.surcharges, today)
  const readings = Object.entries(rule?.readings ?? {})
  return {
    readings: readings.map(([id, { label }]) => ({ id, label, isTaken: id === rule?.default })),
    rationale: rule?.rationale ?? null,
  }
}

/** Whether an event is expected now; what it must tell is asked for when it is entered. */
function isExpected({ right }: Docket, kind: RightEvent['kind'], today: Day): boolean {
  const told = { ref: '', day: today, until: today, year: 1, fen: 1n as Fen, days: 1, owners: 1 }
  const event = { kind, on: today, ...told, exclusivity: 'ordinary' as const }
  return objectionTo(right.kind, right.state, event) === undefined
}

function eventsShown({ right }: Docket, recorded: readonly RecordedEvent[]): DocketEventWire[] {
  const struck = recorded.filter((one) => one.struck !== null).map(({ event }) => event)
  const all = [...right.events, ...struck].toSorted((a, b) =>
    a.on === b.on ? 0 : a.on < b.on ? -1 : 1,
  )
  return all.map((event) => {
    const row = recorded.find((one) => one.event.id === event.id)
    const { id, kind, on, source, fen, ...told } = event
    return {
      ...{ id, kind, on, source },
      told: { ...told, ...(fen !== undefined && { fen: `${fen}` }) },
      recorded: row ? { name: row.recordedName, at: row.recordedAt.toISOString() } : null,
      struck: row?.struck ? { ...row.struck, at: row.struck.at.toISOString() } : null,
      doubt: right.doubts.find((doubt) => doubt.event === id)?.words ?? null,
      state: right.passed.find((step) => step.event === id)?.state ?? null,
    }
  })
}

function clockFeeToWire(
  fee: ClockFee | undefined,
  lines: Awaited<ReturnType<typeof batchLinesOf>>,
  key: string,
): DocketClockWire['fee'] {
  if (!fee) return null
  const { title, fen, besides, isReduced, cite, verified } = fee
  const line = lines.find(({ clock, state }) => clock === key && state === 'open')
  return {
    ...{ title, besides, isReduced, cite, verified },
    fen: fen === null ? null : `${fen}`,
    batch: line ? { id: line.id, title: line.title } : null,
  }
}

function annuityToWire(row: AnnuityYear): Omit<AnnuityWire, 'review' | 'batch'> {
  const { full, fee, relief, paid, surcharge, toPay, overpaid, cites, calendarMissing, ...rest } =
    row
  return {
    ...rest,
    fullFen: `${full}`,
    feeFen: `${fee}`,
    paidFen: `${paid}`,
    relief: relief && { kind: relief.kind, share: percent(relief.share) },
    surchargeFen: inFen(surcharge),
    toPayFen: inFen(toPay),
    bands: lateBandsOf(docketGround().law, row).map(({ until, shares }) => ({
      until,
      shares: Object.fromEntries(
        Object.entries(shares).map(([reading, share]) => [reading, percent(share)]),
      ),
    })),
    overpaid: overpaid && { fen: `${overpaid.fen}`, claimUntil: overpaid.claimUntil },
    cites: [...new Set(cites)],
    calendarMissing: [...calendarMissing],
  }
}

const inFen = (amounts: Readonly<Record<string, Fen>>): Record<string, string> =>
  Object.fromEntries(Object.entries(amounts).map(([reading, amount]) => [reading, `${amount}`]))

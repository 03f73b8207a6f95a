import {
  type AnnuityYear,
  annuitiesOf,
  annuityFactsOf,
  type Clock,
  type ClockFee,
  clockFee,
  clocksOf,
  ends,
  expiresOn,
  firstOf,
  foldRight,
  isWithoutRenewal,
  type Loss,
  lossOf,
  neglectOf,
  type Qualified,
  type RightEvent,
  type RightState,
  type Term,
  termOf,
} from '@yizhuan/docket'
import { addDays, type Day, daysBetween, rollForward } from '@yizhuan/kit'
import { type RightFields, type RightStatus, statusesInForce } from '../right.ts'
import { type FamilyFacts, withFamily } from './family-events.ts'
import type { Ground } from './law.ts'

// The docket of one right: its state, fees and clocks, from what is registered of it and what befell it.

/** Everything that follows from the events of a right on a day. */
export interface Docket {
  readonly right: RightState
  /** What its events alone say, on whatever day it is looked at. */
  readonly told: RightState
  /** From what day it is over by its term, when nobody says otherwise. */
  readonly expiresOn: Day | null
  /** In force by the register, though over by its own count: when it was renewed is not recorded. */
  readonly isRenewalUnknown: boolean
  /** An international application from which somebody entered abroad: what runs out in China is a choice. */
  readonly isEnteredAbroad: boolean
  /** The register says that it ended, but no event tells how and when. */
  readonly endedByStatus: boolean
  readonly annuities: readonly AnnuityYear[]
  /** Fees up to this year are taken for paid, since nothing was registered of any. */
  readonly assumedThrough: number | null
  readonly clocks: readonly Clock[]
  /** What is to be paid to meet a clock, by its key. */
  readonly clockFees: ReadonlyMap<string, ClockFee>
  /** The deadline over which it was lost, unanswered, while it was in the register. */
  readonly neglect: Clock | undefined
  readonly term: Term | undefined
  readonly loss: Loss | undefined
}

/** When the docket of a right is looked at, and what is known besides its fields and events. */
export interface Moment extends FamilyFacts {
  /** Since when the right has been in the register. */
  readonly docketedOn: Day
  /** Up to what year the fees are paid, as it was told with the right. */
  readonly toldYear: number | null
  /** How many own it, as recorded with their shares; the register names others without them. */
  readonly ownersTold?: number | undefined
  /** Since when: what the timeline says of the owners later counts, what it says earlier does not. */
  readonly ownersFrom?: Day | undefined
  /** Whether all of them qualify for a reduction of fees. */
  readonly qualified?: readonly Qualified[]
  readonly today: Day
}

const endedStatuses: ReadonlySet<RightStatus> = new Set<RightStatus>([
  'rejected',
  'withdrawn',
  'deemed_withdrawn',
  'lapsed',
  'lapsed_unpaid',
  'lapsed_waived',
  'lapsed_expired',
  'invalidated',
  'transferred',
  'expired',
  'cancelled',
])

/** The key of the clock of a term's end. */
export const termEnd = 'term-end'

const inForceStatuses: ReadonlySet<RightStatus | null> = new Set<RightStatus>(statusesInForce)

const overStates = new Set([
  'terminated',
  'withdrawn',
  'deemedWithdrawn',
  'deemedAbandoned',
  'invalidated',
])

/** Counts the docket of a right. */
export function docketOf(
  { law, calendar }: Ground,
  fields: RightFields,
  recorded: readonly RightEvent[],
  { docketedOn, toldYear, ownersTold, ownersFrom, qualified = [], today, ...family }: Moment,
): Docket {
  const events = withFamily(fields, [...knownEvents(fields, recorded), ...recorded], family)
  const owners = ownersTold ?? 1 + fields.coOwners.length
  const told = foldRight(fields.kind, events, owners, ownersFrom)
  const isWoody = fields.woody === true
  const term = fields.country === null ? termOf(law, told, { isWoody }) : undefined
  // No fees and periods of offices abroad are kept: their deadlines are what people set.
  const isAbroad = fields.country !== null
  const endedByStatus =
    fields.status !== null &&
    endedStatuses.has(fields.status) &&
    !overStates.has(told.state) &&
    // A rejection that is told can still be reviewed.
    !(fields.status === 'rejected' && told.state === 'rejected') &&
    told.isOurs
  const nothing = {
    annuities: [],
    clocks: [],
    clockFees: new Map<string, ClockFee>(),
    neglect: undefined,
    assumedThrough: null,
    loss: undefined,
    isRenewalUnknown: false,
    isEnteredAbroad: false,
  }
  if (endedByStatus || isAbroad) {
    return { right: told, told, expiresOn: null, endedByStatus, term, ...nothing }
  }
  const known = { validTo: fields.validTo, docketedOn }
  const isKept = isInForce(fields, told)
  const over = term && isKept ? afterRest(term, expiresOn(told, term, known), calendar) : undefined
  const expired = { id: 'term', kind: 'expired' as const, on: over ?? today, source: '' }
  const isEnteredAbroad = fields.kind === 'pct' && family.isEnteredAbroad === true
  const isOver = over !== undefined && over <= today
  const right = isOver ? foldRight(fields.kind, [...events, expired], owners, ownersFrom) : told
  const { paidThrough, assumedThrough } = paidOf({ law, calendar }, fields, right, {
    docketedOn,
    toldYear,
  })
  const facts = annuityFactsOf(law, calendar, right, { paidThrough, qualified })
  const annuities = facts ? annuitiesOf(law, calendar, facts, today) : []
  // What had run out before the right came into the register is nobody's to do here.
  const clocks = [...clocksOf(law, calendar, right), ...endOf(right, term, over)].filter(
    (clock) => clock.ends >= docketedOn,
  )
  return {
    ...{ right, told, expiresOn: over ?? null, isEnteredAbroad },
    isRenewalUnknown: term !== undefined && isKept && isWithoutRenewal(told, term, known),
    endedByStatus,
    term,
    annuities,
    assumedThrough,
    clocks,
    clockFees: feesOfClocks(law, right, clocks, qualified),
    neglect: isEnteredAbroad ? undefined : neglectHere({ law, calendar }, right, docketedOn),
    loss: lossOf(law, calendar, right, annuities),
  }
}

/** What is to be paid to meet clocks, by their keys. */
function feesOfClocks(
  law: Ground['law'],
  right: RightState,
  clocks: readonly Clock[],
  qualified: Moment['qualified'],
): ReadonlyMap<string, ClockFee> {
  const known = qualified ? { qualified } : {}
  return new Map(
    clocks.flatMap((clock) => {
      const fee = clockFee(law, right, clock, known)
      return fee ? [[clock.key, fee] as const] : []
    }),
  )
}

/** Where the last day to renew is a rest day, the clock runs to the next working day: so long it is kept. */
function afterRest({ rule }: Term, over: Day | undefined, calendar: Ground['calendar']) {
  if (over === undefined || !rule.grace) return over
  return addDays(rollForward(addDays(over, -1), calendar), 1)
}

/** In force by its events, or by a register that knows no more of it. */
const isInForce = ({ status }: RightFields, { state, isOurs }: RightState): boolean =>
  isOurs && !overStates.has(state) && (isAlive(state) || inForceStatuses.has(status))

const isAlive = (state: RightState['state']) => state === 'granted' || state === 'held'

/** The end of a term that cannot be renewed, to be known of before; what can be has clocks that ask for it. */
function endOf(right: RightState, term: Term | undefined, over: Day | undefined): readonly Clock[] {
  if (!term || over === undefined || overStates.has(right.state)) return []
  const { cite, verified, lengthenedBy, latest } = term.rule
  if (lengthenedBy || latest) return []
  const length = { days: daysBetween(term.from, over) }
  const title = { zh: '权利期限届满', en: 'End of the term' }
  const rule = { id: termEnd, kinds: [right.kind], title, from: 'termRuns' as const, length }
  const days = { from: term.from, last: over, ends: over, length, calendarMissing: [] }
  return [
    {
      ...{ key: termEnd, title, ref: null, ...days },
      rule: { ...rule, clearedBy: [], type: 'notice', cite, verified },
    },
  ]
}

function neglectHere(
  { law, calendar }: Pick<Ground, 'law' | 'calendar'>,
  right: RightState,
  docketedOn: Day,
): Clock | undefined {
  const found = neglectOf(law, calendar, right)
  return found && found.ends >= docketedOn ? found : undefined
}

const isDay = (text: string | null): text is Day => text !== null && text.length === 10

/** The events that the fields of the register tell, where none of their kind is recorded. */
function knownEvents(fields: RightFields, recorded: readonly RightEvent[]): readonly RightEvent[] {
  const { kind, filedOn, grantedOn, completedOn, firstPublishedOn } = fields
  const isMade = kind === 'software' || kind === 'layout' || kind === 'know_how'
  const told = [
    ['completed', isMade ? completedOn : null],
    ['firstPublished', kind === 'software' ? firstPublishedOn : null],
    ['filed', filedOn],
    ['granted', kind === 'pct' ? null : grantedOn],
  ] as const
  return told.flatMap(([event, on]) =>
    isDay(on) && !recorded.some((one) => one.kind === event)
      ? [{ id: `field/${event}`, kind: event, on, source: '' }]
      : [],
  )
}

const isOfFees = (kind: RightEvent['kind']) =>
  kind === 'annuityPaid' || kind === 'annuityTakenAsPaid'

/** Years that become facts with the payment of a later one. */
export interface YearsBefore {
  /** Assumed to be paid so far: the ledger knew no payments. */
  readonly assumed: readonly number[]
  /** Open by the record: somebody has to say that they are paid. */
  readonly open: readonly number[]
}

/** What the payment of a year says of the years before it: the office takes no later fee while one is open. */
export function yearsBefore({ annuities, assumedThrough }: Docket, year: number): YearsBefore {
  const others = annuities.filter((row) => !row.isGrantYear && row.year !== year)
  const assumed = others.filter(({ year: each }) => each <= (assumedThrough ?? 0))
  const open = others.filter((row) => row.year < year && row.state !== 'paid')
  return { assumed: assumed.map((row) => row.year), open: open.map((row) => row.year) }
}

/** Up to what year the fees are paid, by what is registered; and whether that is an assumption. */
function paidOf(
  { law, calendar }: Pick<Ground, 'law' | 'calendar'>,
  { feeDueOn }: RightFields,
  right: RightState,
  { docketedOn, toldYear }: Omit<Moment, 'today'>,
) {
  // Once a fee is recorded, every year that counts as paid has an event of its own.
  const isRecorded = right.events.some(({ kind }) => isOfFees(kind))
  if (toldYear !== null || isRecorded) return { paidThrough: toldYear ?? 0, assumedThrough: null }
  const filedOn = firstOf(right, 'filed')?.on
  if (filedOn === undefined) return { paidThrough: 0, assumedThrough: null }
  if (isDay(feeDueOn)) {
    const assumed = yearDueAbout(filedOn, feeDueOn) - 1
    return { paidThrough: assumed, assumedThrough: assumed }
  }
  const facts = annuityFactsOf(law, calendar, right)
  const rows = facts ? annuitiesOf(law, calendar, facts, filedOn) : []
  const over = rows.filter(({ graceUntil }) => graceUntil !== null && graceUntil < docketedOn)
  const assumed = over.at(-1)?.year
  return { paidThrough: assumed ?? 0, assumedThrough: assumed ?? null }
}

/** The year of term whose fee is due about a day: ledgers note the day, the day before, or the month's end. */
function yearDueAbout(filedOn: Day, about: Day): number {
  let year = 1
  while (ends(filedOn, { years: year - 1 }) < addDays(about, -31)) year += 1
  return year
}

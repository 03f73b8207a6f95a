import {
  addMonths,
  type Calendar,
  type Day,
  type Fen,
  fen,
  missingYears,
  mul,
  type Ratio,
  ratio,
  rollForward,
  roundUp,
  sub,
  yearOf,
} from '@yizhuan/kit'
import type { AnnuityFacts } from './annuity-facts.ts'
import { type DocketLaw, inForce, type PaymentRule, type SurchargeRule } from './docket-law.ts'
import { isWithin } from './legal-state.ts'
import { ends, lastDay } from './period.ts'

// The fees of a patent, year by year: when each is due, what it costs on a day, and what became of it.

/** What is due of an annual fee: paid with the grant, paid, to come, late but payable, lost, or never due. */
export type AnnuityState = 'paid' | 'upcoming' | 'inGrace' | 'missed' | 'void'

/** Why a fee is lower, and by what part of it. */
export interface Relief {
  readonly kind: 'reduction' | 'openLicence'
  readonly share: Ratio
}

/** Up to what day which part of the full fee is added, by each reading of the rule. */
export interface LateBand {
  readonly until: Day
  readonly shares: Readonly<Record<string, Ratio>>
}

/** The fee of one year of term. */
export interface AnnuityYear {
  readonly year: number
  /** Paid with the registration of the grant. */
  readonly isGrantYear: boolean
  /** The day of the filing in that year. From this day the right ends when nothing is paid. */
  readonly dueOn: Day
  /** The last day without anything added: moved over rest days. */
  readonly payableUntil: Day
  /** The last day at all; none for the fee of the grant. */
  readonly graceUntil: Day | null
  readonly full: Fen
  readonly relief: Relief | null
  /** What is to be paid in time. */
  readonly fee: Fen
  readonly state: AnnuityState
  readonly settledOn: Day | null
  readonly paid: Fen
  /** What is added when paid today, by each reading. */
  readonly surcharge: Readonly<Record<string, Fen>>
  /** What remains to be paid today, by each reading. */
  readonly toPay: Readonly<Record<string, Fen>>
  readonly overpaid: { readonly fen: Fen; readonly claimUntil: Day } | null
  readonly cites: readonly string[]
  readonly verified: boolean
  /** Years whose rest days are not published: weekends alone were counted. */
  readonly calendarMissing: readonly number[]
}

const nothing = fen(0n)

/** The fees of a patent from its grant to the end of its term, as they stand on a day. */
export function annuitiesOf(
  law: DocketLaw,
  calendar: Calendar,
  facts: AnnuityFacts,
  today: Day,
): readonly AnnuityYear[] {
  const { grantYear, lastYear } = facts
  if (grantYear === null) return []
  const years: AnnuityYear[] = []
  let isLost = false
  for (let year = grantYear; year <= lastYear; year += 1) {
    const fees = feesOf(law, calendar, facts, year)
    if (!fees) continue
    const row = rowOf(fees, facts, today, isLost)
    isLost ||= row.state === 'missed'
    years.push(row)
  }
  return years
}

/** What a surcharge depends on. */
interface LateFee extends Pick<AnnuityYear, 'dueOn' | 'payableUntil' | 'graceUntil' | 'full'> {
  readonly payment: PaymentRule
  readonly late: SurchargeRule
}

/** What the law says of one year, before anybody paid. */
interface YearFees extends LateFee {
  readonly year: number
  readonly isGrantYear: boolean
  readonly relief: Relief | null
  readonly fee: Fen
  readonly cites: readonly string[]
  readonly verified: boolean
  readonly calendarMissing: readonly number[]
}

function feesOf(
  law: DocketLaw,
  calendar: Calendar,
  facts: AnnuityFacts,
  year: number,
): YearFees | undefined {
  const isGrantYear = year === facts.grantYear
  const anniversary = ends(facts.filedOn, { years: year - 1 })
  const dueOn = isGrantYear ? facts.registerUntil : anniversary
  const payment = inForce(law.payment, dueOn)
  const late = inForce(law.surcharges, dueOn)
  const priced = fullFee(law, facts, year, dueOn)
  if (!payment || !late || !priced) return undefined
  const { row, full } = priced
  const found = year > facts.termYears ? undefined : reliefOf(law, facts, year, dueOn)
  const relief = found && { kind: found.kind, share: found.share }
  const payableUntil = rollForward(dueOn, calendar)
  const graceUntil = isGrantYear ? null : lastDay(dueOn, payment.grace, calendar)
  const rules = [row, payment, late, ...(found ? [found.rule] : [])]
  return {
    year,
    isGrantYear,
    dueOn,
    payableUntil,
    graceUntil,
    full,
    relief: relief ?? null,
    fee: relief ? roundUp(mul(ratio(full), sub(ratio(1), relief.share))) : full,
    payment,
    late,
    cites: rules.map(({ cite }) => cite),
    verified: rules.every(({ verified }) => verified),
    calendarMissing: missingYears(dueOn, graceUntil ?? payableUntil, calendar),
  }
}

function fullFee(law: DocketLaw, { kind, termYears }: AnnuityFacts, year: number, dueOn: Day) {
  if (year > termYears) {
    const row = inForce(law.compensations, dueOn)
    return row && { row, full: row.fen }
  }
  const row = inForce(
    law.annuities.filter((table) => table.kind === kind),
    dueOn,
  )
  const band = row?.bands.find(({ first, last }) => first <= year && year <= last)
  return row && band && { row, full: band.fen }
}

/** The better of the two reliefs; they are never added up. */
function reliefOf(law: DocketLaw, facts: AnnuityFacts, year: number, dueOn: Day) {
  const { grantYear, owners, reductions, openLicence } = facts
  const isReduced = isWithin(reductions, dueOn) && isQualified(facts, dueOn)
  const reduction = isReduced ? inForce(law.reductions, dueOn) : undefined
  const isYoung = reduction && grantYear !== null && year < grantYear + reduction.years
  const open = isWithin(openLicence, dueOn) ? inForce(law.openLicences, dueOn) : undefined
  const share = reduction && (owners > 1 ? reduction.shared : reduction.single)
  const candidates = [
    ...(reduction && share && isYoung
      ? [{ kind: 'reduction' as const, share, rule: reduction }]
      : []),
    ...(open ? [{ kind: 'openLicence' as const, share: open.relief, rule: open }] : []),
  ]
  return candidates.toSorted((a, b) => Number(b.share.n * a.share.d - a.share.n * b.share.d))[0]
}

/** Whether all owners qualify on a day: what nobody said of the owners follows from the event alone. */
export function isQualified(
  { qualified, reductionsRecorded }: Pick<AnnuityFacts, 'qualified' | 'reductionsRecorded'>,
  dueOn: Day,
): boolean {
  const told = qualified.findLast(({ from }) => from <= dueOn)
  if (told === undefined || (told.until !== null && yearOf(dueOn) <= told.until)) return true
  const isRecorded = (on: Day) => told.from <= on && on <= dueOn
  return told.isUntold === true && reductionsRecorded.some(isRecorded)
}

/** How many months late a day is: nought in time, then every month that has begun. */
function monthsLate({ dueOn, payableUntil, payment }: LateFee, on: Day): number {
  if (on <= payableUntil) return 0
  const most = payment.grace.months ?? 0
  let months = 1
  while (months < most && on > addMonths(dueOn, months)) months += 1
  return months
}

function shareLate({ late }: Pick<LateFee, 'late'>, reading: string, months: number): Ratio {
  const free = late.readings[reading]?.freeMonths ?? 0
  return mul(late.perMonth, ratio(Math.max(0, months - free)))
}

/** What is added on a day: part of the full fee, however far the fee itself was reduced. */
function surchargeOn(fees: LateFee, reading: string, on: Day): Fen {
  const { full, graceUntil, payment } = fees
  if (graceUntil === null || on <= fees.payableUntil) return nothing
  const isOver = on > graceUntil
  const share = isOver ? payment.restoredSurcharge : shareLate(fees, reading, monthsLate(fees, on))
  return roundUp(mul(ratio(full), share))
}

/**
 * Up to which payment a fee is settled. Who pays too little owes on the day of the next payment what that
 * day asks for, less what was paid.
 */
function settle(fees: YearFees, facts: AnnuityFacts, reading: string) {
  let paid = 0n
  for (const each of facts.payments) {
    if (each.year !== fees.year) continue
    paid += each.fen
    const isTooLate = fees.graceUntil !== null && each.on > fees.graceUntil
    if (isTooLate && !facts.isRestored) continue
    const asked = fees.fee + surchargeOn(fees, reading, each.on)
    if (paid >= asked) return { on: each.on, paid: fen(paid), over: fen(paid - asked) }
  }
  return { on: null, paid: fen(paid), over: nothing }
}

function rowOf(fees: YearFees, facts: AnnuityFacts, today: Day, isLost: boolean): AnnuityYear {
  const { year, payment, late } = fees
  const { on, paid, over } = settle(fees, facts, late.default)
  const state = stateOf(fees, facts, on !== null, today, isLost)
  const isOpen = state === 'upcoming' || state === 'inGrace' || state === 'missed'
  const surcharge: Record<string, Fen> = {}
  const toPay: Record<string, Fen> = {}
  for (const reading in late.readings) {
    const added = isOpen ? surchargeOn(fees, reading, today) : nothing
    const left = isOpen ? fees.fee + added - paid : 0n
    surcharge[reading] = added
    toPay[reading] = left > 0n ? fen(left) : nothing
  }
  // Field by field: a large register has a million of them.
  return {
    year,
    isGrantYear: fees.isGrantYear,
    dueOn: fees.dueOn,
    payableUntil: fees.payableUntil,
    graceUntil: fees.graceUntil,
    full: fees.full,
    relief: fees.relief,
    fee: fees.fee,
    state,
    settledOn: on,
    paid,
    surcharge,
    toPay,
    overpaid: on && over > 0n ? { fen: over, claimUntil: ends(on, payment.refund) } : null,
    cites: fees.cites,
    verified: fees.verified,
    calendarMissing: fees.calendarMissing,
  }
}

function stateOf(
  { year, isGrantYear, dueOn, payableUntil, graceUntil }: YearFees,
  facts: AnnuityFacts,
  isSettled: boolean,
  today: Day,
  isLost: boolean,
): AnnuityState {
  if (isSettled || year <= facts.paidThrough || facts.takenAsPaid.has(year)) return 'paid'
  if (isGrantYear && facts.isGranted) return 'paid'
  if (isLost || isOver(facts, dueOn)) return 'void'
  if (today <= payableUntil) return 'upcoming'
  return graceUntil !== null && today <= graceUntil ? 'inGrace' : 'missed'
}

/** Nothing falls due after the end; a right lost over a fee ends as from the day that fee was due. */
function isOver({ ended }: AnnuityFacts, dueOn: Day): boolean {
  if (ended === null) return false
  return ended.isUnpaid ? dueOn > ended.on : dueOn >= ended.on
}

/** What lateness depends on, of a line that is kept. */
type KeptFee = Pick<AnnuityYear, 'dueOn' | 'payableUntil' | 'graceUntil' | 'full'>

/** Up to what days which parts of the full fee are added; none for the fee of the grant. */
export function lateBandsOf(law: DocketLaw, row: KeptFee): readonly LateBand[] {
  const { dueOn, payableUntil, graceUntil } = row
  const [payment, late] = [inForce(law.payment, dueOn), inForce(law.surcharges, dueOn)]
  if (!payment || !late || graceUntil === null) return []
  const most = payment.grace.months ?? 0
  const readings = Object.keys(late.readings)
  const lastOf = (months: number) => {
    if (months === 0) return payableUntil
    return months === most ? graceUntil : addMonths(dueOn, months)
  }
  return Array.from({ length: most + 1 }, (_, months) => ({
    until: lastOf(months),
    shares: Object.fromEntries(
      readings.map((reading) => [reading, shareLate({ late }, reading, months)]),
    ),
  }))
}

/** What is added to a fee when it is paid on a day, by each reading of the rule; and which one is taken. */
export function surchargesOn(
  law: DocketLaw,
  row: KeptFee,
  on: Day,
): { readonly taken: string; readonly added: Readonly<Record<string, Fen>> } {
  const [payment, late] = [inForce(law.payment, row.dueOn), inForce(law.surcharges, row.dueOn)]
  if (!payment || !late) return { taken: '', added: {} }
  const readings = Object.keys(late.readings)
  const fees = { ...row, payment, late }
  const added = readings.map((reading) => [reading, surchargeOn(fees, reading, on)])
  return { taken: late.default, added: Object.fromEntries(added) }
}

import { addDays, addMonths, type Day, day, yearOf } from '@yizhuan/kit'
import { type DocketLaw, inForce, type Length, type TermRule } from './docket-law.ts'
import type { EventKind } from './event-kind.ts'
import { firstOf, type RightState } from './legal-state.ts'
import { ends } from './period.ts'

/** How long a right lasts. */
export interface Term {
  /** From what day it runs. */
  readonly from: Day
  /** The day on which it is over: it lasts through the day before. */
  readonly endsOn: Day
  readonly rule: TermRule
}

/** What is known of a right that no event tells. */
export interface TermFacts {
  /** A plant variety of vines or trees. */
  readonly isWoody?: boolean
}

/** The term of a right, as far as its events say from what day it runs. */
export function termOf(law: DocketLaw, state: RightState, facts: TermFacts = {}): Term | undefined {
  const rules = law.terms.filter(({ kind }) => kind === state.kind)
  const [oldest] = rules
  if (!oldest) return undefined
  const first = startOf(oldest, state)
  if (first === undefined) return undefined
  const rule = inForce(rules, first) ?? oldest
  const length = facts.isWoody && rule.woody ? rule.woody : rule.length
  // From the first day each time: from end to end a leap day would be lost.
  const from = ends(first, times(length, renewalsOf(rule, state, first)))
  const whole = addDays(ends(from, length), state.compensationDays)
  if (rule.until === 'year-end') return { from, endsOn: day(`${yearOf(whole) + 1}-01-01`), rule }
  return { from, endsOn: capped(rule, state, whole), rule }
}

/** What a register knows of the end of a right besides its events. */
export interface KnownOfEnd {
  /** Through what day it is said to last; only a whole day counts. */
  readonly validTo?: string | null
  /** Since when the right has been in the register. */
  readonly docketedOn: Day
}

/**
 * From what day a right has come to its end by its term, without anybody recording that. A renewal that is
 * applied for, or that a register knows of, keeps it; of what can be renewed, the register is taken at its
 * word where the term as counted was over before the right came into it.
 */
export function expiresOn(state: RightState, term: Term, known: KnownOfEnd): Day | undefined {
  return isWithoutRenewal(state, term, known) ? undefined : overFrom(state, term, known)
}

/**
 * Whether a right was over by its own count before it came into the register, which says that it is in force: it
 * was renewed, and nothing tells when. Until somebody records that nobody knows how long it lasts.
 */
export function isWithoutRenewal(state: RightState, term: Term, known: KnownOfEnd): boolean {
  const { lengthenedBy, latest = false } = term.rule
  const over = overFrom(state, term, known)
  const isRenewable = lengthenedBy !== undefined || latest
  return isRenewable && over !== undefined && over <= known.docketedOn
}

/** The first day after the term and its grace; none while its renewal is asked for. */
function overFrom(
  state: RightState,
  { from, endsOn, rule }: Term,
  { validTo = null }: KnownOfEnd,
): Day | undefined {
  const { grace = {}, length } = rule
  const isAsked = state.events.some(
    ({ kind, on }) => kind === 'renewalRequested' && isNearerToEnd(on, from, length),
  )
  if (isAsked) return undefined
  const told = validTo?.length === 10 ? addDays(day(validTo), 1) : endsOn
  return ends(told > endsOn ? told : endsOn, grace)
}

function capped({ atMost }: TermRule, state: RightState, endsOn: Day): Day {
  const from = atMost && firstOf(state, atMost.from)?.on
  const cap = from && ends(from, atMost.length)
  return cap !== undefined && cap < endsOn ? cap : endsOn
}

/** How many terms have been added. A renewal belongs to the end that it lies nearest to: it may come before or after. */
function renewalsOf({ lengthenedBy = [], length }: TermRule, state: RightState, first: Day) {
  let terms = 0
  for (const on of daysOf(lengthenedBy, state)) {
    while (isNearerToEnd(on, ends(first, times(length, terms)), length)) terms += 1
  }
  return terms
}

/** Whether a day lies nearer to the end of a term than to its beginning. */
export function isNearerToEnd(on: Day, from: Day, length: Length): boolean {
  return on > addMonths(from, Math.round(monthsIn(length) / 2))
}

const monthsIn = ({ years = 0, months = 0 }: Length) => years * 12 + months

const times = (length: Length, terms: number): Length => ({ months: monthsIn(length) * terms })

function startOf({ runsFrom, otherwise = [], latest }: TermRule, state: RightState) {
  const days = daysOf(runsFrom, state)
  const found = days.length > 0 ? days : daysOf(otherwise, state)
  return latest ? found.at(-1) : found[0]
}

const daysOf = (kinds: readonly EventKind[], state: RightState): readonly Day[] =>
  state.events.filter(({ kind }) => kinds.includes(kind)).map(({ on }) => on)

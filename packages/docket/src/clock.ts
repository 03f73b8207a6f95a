import { type Calendar, type Day, missingYears, rollForward, type Words } from '@yizhuan/kit'
import { receivedOn } from './annuity-facts.ts'
import type { ClockRule, DocketLaw, Length } from './docket-law.ts'
import { ruleOf } from './event-kind.ts'
import { countedFrom, firstOf, lastOf, type RightEvent, type RightState } from './legal-state.ts'
import { ends } from './period.ts'
import { isNearerToEnd, termOf } from './term.ts'

/** A clock that runs on a right: what for, from when, to when. */
export interface Clock {
  /** The same as long as it is the same matter: the rule, and the reference of its event where it pairs. */
  readonly key: string
  readonly rule: ClockRule
  readonly title: Words
  readonly from: Day
  /** The last day as counted, and as it stands. */
  readonly last: Day
  readonly ends: Day
  readonly length: Length
  readonly ref: string | null
  readonly calendarMissing: readonly number[]
}

/** The clocks that run on a right by its events. One that was cleared, or does not apply, is not there. */
export function clocksOf(law: DocketLaw, calendar: Calendar, right: RightState): readonly Clock[] {
  if (!right.isOurs) return []
  return law.clocks
    .filter(({ kinds }) => kinds.includes(right.kind))
    .filter(({ while: during }) => !during || during.includes(right.state))
    .flatMap((rule) =>
      startsOf(law, rule, right).map((start) => clockOf(rule, start, right, calendar)),
    )
    .filter((clock) => isAmongPast(clock, right) && !isCleared(clock, right))
}

interface Start {
  readonly from: Day
  readonly ref: string | null
  /** The last day as a paper names it; counted where none does. */
  readonly told?: Day | undefined
}

function startsOf(law: DocketLaw, rule: ClockRule, right: RightState): readonly Start[] {
  const at = (from: Day | null | undefined) => (from ? [{ from, ref: null }] : [])
  switch (rule.from) {
    case 'priority':
      return at(countedFrom(right))
    case 'firstFiled':
      // A filing that claims a priority itself founds none, nor does one that was divided out of another.
      return at(isFirstFiling(right) ? firstOf(right, 'filed')?.on : null)
    case 'termRuns':
      return at(termOf(law, right)?.from)
    default: {
      const day = (event: RightEvent) => (rule.received ? receivedOn(law, event) : event.on)
      const events = right.events.filter(({ kind }) => kind === rule.from)
      if (rule.matched) {
        return events.map((event) => ({
          from: day(event),
          ref: event.ref ?? null,
          told: toldUntil(rule, event, right),
        }))
      }
      const event = lastOf(right, rule.from)
      return at(event && day(event))
    }
  }
}

/** The last day that the paper names, or the newest extension of it. */
function toldUntil({ extendedBy = [] }: ClockRule, event: RightEvent, right: RightState) {
  const anew = right.events.findLast(
    ({ kind, ref, on }) => extendedBy.includes(kind) && ref === event.ref && on >= event.on,
  )
  return anew?.until ?? event.until
}

const isFirstFiling = (right: RightState) =>
  right.priorityOn === null && firstOf(right, 'divided') === undefined

/** From where it is counted: from a later event where that leaves more time. */
function countOf({ length, atLeast }: ClockRule, { from, told }: Start, right: RightState) {
  const last = told ?? ends(from, length)
  const later = atLeast && lastOf(right, atLeast.from)?.on
  if (!later || ends(later, atLeast.length) <= last) return { from, last, length }
  return { from: later, last: ends(later, atLeast.length), length: atLeast.length }
}

function clockOf(rule: ClockRule, start: Start, right: RightState, calendar: Calendar): Clock {
  const { id, title } = rule
  const { ref } = start
  const { from, last, length } = countOf(rule, start, right)
  // Time that passes by itself asks nobody to act, so no rest day moves it.
  const end = rule.type === 'notice' ? last : rollForward(last, calendar)
  return {
    key: ref === null ? id : `${id}/${ref}`,
    rule,
    title,
    from,
    last,
    ends: end,
    length,
    ref,
    calendarMissing: missingYears(last, end, calendar),
  }
}

/** Whether what must lie between two events does. */
function isAmongPast({ rule, from }: Clock, right: RightState): boolean {
  return (rule.past ?? []).every(({ since, length }) => {
    const began = firstOf(right, since)?.on
    return began !== undefined && ends(began, length) <= from
  })
}

function isCleared({ rule, from, ref }: Clock, right: RightState): boolean {
  const { clearedBy, matched } = rule
  return right.events.some(
    (event) =>
      clearedBy.includes(event.kind) &&
      // What ends the whole matter names no single paper.
      (matched && ruleOf(event.kind).needs?.includes('ref')
        ? event.ref === ref
        : isAfterStart(rule, event.on, from)),
  )
}

/** What clears a clock comes after its start; a priority lies before the filing, and a late renewal is of the term before. */
function isAfterStart({ from: base, length }: ClockRule, on: Day, from: Day): boolean {
  return base === 'priority' || (base === 'termRuns' ? isNearerToEnd(on, from, length) : on >= from)
}

import { expect, test } from 'vitest'
import { clocksOf } from './clock.ts'
import type { EventKind } from './event-kind.ts'
import type { RightKind } from './kind.ts'
import { foldRight, type RightEvent } from './legal-state.ts'
import { termOf } from './term.ts'
import { calendar, casesIn, event, law } from './testing/law.ts'

interface ClockCase {
  readonly why: string
  readonly kind: RightKind
  readonly events: Readonly<Record<string, string | number>>
  readonly clocks: Readonly<Record<string, string>>
  readonly endsOn?: string
}

/** The events of a case; `by`, `days` and `until` belong to the last one, a licence is L1, a notice N1. */
function eventsOf({ events }: ClockCase): readonly RightEvent[] {
  const { by, days, until, ...told } = events
  const kinds = Object.keys(told) as EventKind[]
  return kinds.map((kind, at) => {
    const on = String(told[kind])
    const isLast = at === kinds.length - 1
    return event(kind, kind === 'priorityClaimed' ? String(told['filed']) : on, {
      ...(kind === 'priorityClaimed' && { day: on as RightEvent['on'] }),
      ...(kind.startsWith('licence') && { ref: 'L1', exclusivity: 'ordinary' }),
      ...(/^(correction|firstAction|laterAction|reexaminationAction|answer|action)/.test(kind) && {
        ref: 'N1',
      }),
      ...(isLast && until !== undefined && { until: until as RightEvent['on'] }),
      ...(isLast && by !== undefined && { by: 'mail' }),
      ...(isLast && days !== undefined && { days: Number(days) }),
    })
  })
}

test.each(casesIn<ClockCase>('clocks').map((each) => [each.why, each] as const))(
  '%s',
  (_why, each) => {
    const right = foldRight(each.kind, eventsOf(each))
    const running = clocksOf(law, calendar, right).map(({ key, ends }) => [key, ends])
    expect(Object.fromEntries(running)).toEqual(each.clocks)
    if (each.endsOn) expect(termOf(law, right)?.endsOn).toBe(each.endsOn)
  },
)

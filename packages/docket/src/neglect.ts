import type { Calendar } from '@yizhuan/kit'
import { type Clock, clocksOf } from './clock.ts'
import type { DocketLaw } from './docket-law.ts'
import { foldRight, type RightState } from './legal-state.ts'

/**
 * The deadline over which an application was lost: one that leads to the state it is in, and had run out unanswered
 * by then. Undefined where it was withdrawn on purpose, where somebody had decided to let it go, or where no such
 * deadline is in the record.
 */
export function neglectOf(
  law: DocketLaw,
  calendar: Calendar,
  right: RightState,
): Clock | undefined {
  const loss = right.passed.at(-1)
  const event = right.events.findIndex(({ id }) => id === loss?.event)
  if (!loss || event < 0) return undefined
  const before = foldRight(right.kind, right.events.slice(0, event), right.owners)
  return clocksOf(law, calendar, before).find(
    ({ rule, ends }) => rule.leadsTo === right.state && ends <= loss.on,
  )
}

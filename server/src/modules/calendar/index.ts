import './calendar.table.ts'
import type { Module } from '../../platform/module.ts'
import { calendarRoutes } from './calendar.routes.ts'
import { feedRoutes } from './feed.routes.ts'
import { problems } from './snooze.refusals.ts'

export { passedToWire, snoozeToWire } from './calendar.routes.ts'
export { duesFor, passedOn, snoozesOf } from './due.queries.ts'
export { type DueLine, isRemindedOf } from './due-line.ts'
export { lateRuleOf, notePassed } from './late.queries.ts'
export { latenessToPass, listeners, type ToPass } from './late.ts'
export { countedWords, dayWords, dueWords, pathOf } from './say-due.ts'
export { byUrgency, urgency } from './urgency.ts'

/** One calendar of everything due, whatever register it is of. */
export const calendar: Module = {
  name: 'calendar',
  problems,
  routes: (app, context) => {
    calendarRoutes(app, context)
    feedRoutes(app, context)
  },
}

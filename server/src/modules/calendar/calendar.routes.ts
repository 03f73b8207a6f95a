import { addDays, type Day, missingYears } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField } from '../../platform/problem.ts'
import { workCalendar } from '../policies/index.ts'
import {
  type CalendarDueWire,
  type CalendarQueryWire,
  CalendarWire,
  LateRuleWire,
  type PassedWire,
  CalendarQueryWire as QueryWire,
  SetLateRuleWire,
  SnoozedWire,
  SnoozeOrderWire,
  SnoozeParamsWire,
  type SnoozeWire,
} from './calendar.wire.ts'
import { dueColumns, dueFilterWords } from './due.csv.ts'
import { duesFor } from './due.queries.ts'
import type { DueLine, Passed, Snooze } from './due-line.ts'
import { setLateRule } from './late.commands.ts'
import { lateRuleOf } from './late.queries.ts'
import { remindAgain, snooze } from './snooze.commands.ts'

const tags = ['calendar']
const signedIn = { access: 'signedIn' } as const

/** The longest span that one answer covers, and the most dues in it. */
const [longestSpan, mostItems] = [366, 1000]

/** The calendar of everything due, reminders put off, and how lateness is passed on. */
export function calendarRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/calendar',
    { config: signedIn, schema: { tags, querystring: QueryWire, response: { 200: CalendarWire } } },
    async (request) => {
      const caller = callerOf(request)
      const today = clock.today()
      const { query } = request
      const [from, to] = spanOf(query, today)
      const inSpan = await asReader(db, caller, (tx) => duesIn(tx, caller, query, today))
      const found = inSpan.filter((line) => isAskedFor(line, query))
      return {
        today,
        from,
        to,
        items: found.slice(0, mostItems).map((line) => toWire(line, caller)),
        leftOut: Math.max(0, found.length - mostItems),
        restDays: daysOf(from, to).filter((day) => workCalendar().isRestDay(day)),
        calendarMissing: [...missingYears(from, to, workCalendar())],
        people: peopleOf(inSpan),
      }
    },
  )

  exportRoutes(app, context, {
    path: '/calendar',
    access: 'signedIn',
    filter: QueryWire,
    name: { zh: '期限', en: 'dues' },
    words: dueFilterWords,
    columns: dueColumns,
    lines: async (tx, caller, query) =>
      (await duesIn(tx, caller, query, clock.today())).filter((line) => isAskedFor(line, query)),
  })

  app.post(
    '/calendar/snoozes',
    { config: signedIn, schema: { tags, body: SnoozeOrderWire, response: { 201: SnoozedWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { key, until, reason } = request.body
      const order = { key, until: until as Day, reason }
      const id = await asCaller(db, caller, (tx) => snooze(tx, clock, caller, order))
      return reply.code(201).send({ id })
    },
  )

  app.delete(
    '/calendar/snoozes/:id',
    {
      config: signedIn,
      schema: { tags, params: SnoozeParamsWire, response: { 200: SnoozedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      await asCaller(db, caller, (tx) => remindAgain(tx, clock, caller, id))
      return { id }
    },
  )

  app.get(
    '/calendar/late-rule',
    { config: signedIn, schema: { tags, response: { 200: LateRuleWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => lateRuleOf(tx, caller.institution))
    },
  )

  app.patch(
    '/calendar/late-rule',
    {
      config: { access: ['admin', 'leaders'] },
      schema: { tags, body: SetLateRuleWire, response: { 200: LateRuleWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, async (tx) => {
        await setLateRule(tx, clock, caller, request.body)
        return lateRuleOf(tx, caller.institution)
      })
    },
  )
}

/** What falls due in the days asked for, and what is overdue. */
async function duesIn(tx: Tx, caller: Caller, query: CalendarQueryWire, today: Day) {
  const [from, to] = spanOf(query, today)
  const lines = await duesFor(tx, caller, { today, until: to, record: query.record })
  return lines.filter((line) => line.day >= from || line.status === 'overdue')
}

/** The days asked for, by default the next two months. @throws {Problem} 400 */
function spanOf({ from, to }: CalendarQueryWire, today: Day): readonly [Day, Day] {
  const first = (from ?? today) as Day
  const last = (to ?? addDays(first, 62)) as Day
  if (last < first) {
    throw badField('#/to', 'not-before-from', {
      zh: '结束日不得早于开始日。',
      en: 'The last day is not before the first.',
    })
  }
  if (addDays(first, longestSpan) < last) {
    throw badField('#/to', 'longest-span', {
      zh: `一次最多查看 ${longestSpan} 天。`,
      en: `At most ${longestSpan} days at a time.`,
    })
  }
  return [first, last]
}

function isAskedFor(line: DueLine, { kind, person, role, overdue }: CalendarQueryWire): boolean {
  return (
    (kind === undefined || line.kind === kind) &&
    (person === undefined || line.who.some((one) => one.person === person)) &&
    (role === undefined || line.roles.includes(role)) &&
    (overdue !== true || line.status === 'overdue')
  )
}

/** A line as it travels to a caller. */
function toWire(line: DueLine, caller: Caller): CalendarDueWire {
  const { roles, snoozes, passed, who, ...rest } = line
  const { counted } = line
  return {
    ...rest,
    record: { ...line.record },
    counted: counted && { ...counted, calendarMissing: [...counted.calendarMissing] },
    roles: [...roles],
    who: who.map(({ person, name }) => ({ person, name })),
    mine: who.some((one) => one.person === caller.person),
    snoozes: snoozes.map((one) => snoozeToWire(one, caller)),
    passed: passed.map(passedToWire),
  }
}

/** A reminder put off, as a caller sees it. */
export function snoozeToWire(snooze: Snooze, { person }: Pick<Caller, 'person'>): SnoozeWire {
  const { id, name, until, reason, person: by } = snooze
  return { id, name, mine: by === person, until, reason }
}

/** Whom lateness was passed on to. */
export function passedToWire({ level, toldOn, workdays }: Passed): PassedWire {
  return { level, toldOn, workdays }
}

function peopleOf(lines: readonly DueLine[]) {
  const names = new Map(lines.flatMap(({ who }) => who.map(({ person, name }) => [person, name])))
  return [...names]
    .map(([person, name]) => ({ person, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

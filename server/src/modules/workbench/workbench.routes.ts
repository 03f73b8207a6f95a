import { addMonths, type Day, type Words } from '@yizhuan/kit'
import { actOf, procedureById } from '@yizhuan/procedures'
import { callerOf } from '../../platform/access.ts'
import { asReader, type Caller, type Tx } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import {
  byUrgency,
  passedOn,
  passedToWire,
  snoozesOf,
  snoozeToWire,
  urgency,
} from '../calendar/index.ts'
import { type Lent, lendingTo } from '../cases/index.ts'
import { lapsesAt } from '../policies/index.ts'
import { beginnings, dueLines, figures, holders, months, nextLines } from './workbench.queries.ts'
import { type DueWire, WorkbenchQueryWire, WorkbenchWire } from './workbench.wire.ts'

/** `GET /workbench`: what is due, by when, says which article, whose turn it is; where the cases stand. */
export function workbenchRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/workbench',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['workbench'],
        querystring: WorkbenchQueryWire,
        response: { 200: WorkbenchWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { officer } = request.query
      return asReader(db, caller, (tx) => readDesk(tx, caller, officer, clock.today()))
    },
  )
}

async function readDesk(
  tx: Tx,
  caller: Caller,
  officer: string | undefined,
  today: Day,
): Promise<WorkbenchWire> {
  const { institution } = caller
  const [stages, byMonth, due, lapses] = await Promise.all([
    figures(tx, institution),
    lastMonths(tx, institution, today),
    linesFor(tx, caller, officer, today),
    lapsesAt(tx, institution, today),
  ])
  const ofYear = byMonth.filter(({ month }) => month.startsWith(today.slice(0, 4)))
  return {
    today,
    lapses: lapses.map(({ pack: _pack, ...lapse }) => lapse),
    due,
    counts: stages.map(({ stage, count }) => ({ stage, count: Number(count) })),
    suspended: stages.reduce((total, { suspended }) => total + Number(suspended), 0),
    received: sum(ofYear.map(({ received }) => received)),
    distributed: sum(ofYear.map(({ distributed }) => distributed)),
    months: byMonth,
    ...(stages.length === 0 && { beginning: await beginnings(tx, institution) }),
  }
}

/** Deadlines and waiting periods first; an act that is due anyway is not listed once more. */
async function linesFor(
  tx: Tx,
  caller: Caller,
  officer: string | undefined,
  today: Day,
): Promise<DueWire[]> {
  const { institution } = caller
  const lending = await lendingTo(tx, institution, today, caller.person)
  // Whoever stands in for somebody has their cases beside their own.
  const absent = officer === caller.person ? lending.absent : []
  const officers = officer === undefined ? undefined : [officer, ...absent]
  const [staff, dues, next, snoozes] = await Promise.all([
    holders(tx, institution),
    dueLines(tx, institution, officers, 200),
    nextLines(tx, institution, officers, 500),
    snoozesOf(tx, institution, today),
  ])
  const late = dues.filter(({ due }) => due !== null && due < today).map(keyOf)
  const passed = await passedOn(tx, institution, late)
  const remind = (line: Pick<Line, 'caseId' | 'norm' | 'due'>): Reminders => {
    const key = keyOf(line)
    return {
      key,
      snoozes: snoozes.filter((one) => one.key === key).map((one) => snoozeToWire(one, caller)),
      passed: passed.filter((one) => one.key === key && one.on === line.due).map(passedToWire),
    }
  }
  const due = new Set(dues.map(({ caseId, act }) => `${caseId} ${act}`))
  const isDue = ({ caseId, act }: { caseId: string; act: string }) => due.has(`${caseId} ${act}`)
  const turns = new Map<string, Turn>()
  // Hundreds of lines wait for the same few roles.
  const turn = ({ roles, caseId }: { roles: readonly string[]; caseId: string }): Turn => {
    const lent = lending.in(caseId)
    const key = [...roles, ...lent.map(({ person }) => person)].join()
    const known = turns.get(key) ?? turnOf(roles, caller, lent, staff)
    turns.set(key, known)
    return known
  }
  return [
    ...dues.map((line) => toWire(line, today, turn(line), remind(line))),
    ...next
      .filter((line) => !isDue(line))
      .map((line) => toWire({ ...nothingDue, ...line }, today, turn(line), unreminded)),
  ].sort(byUrgency)
}

/** What an act that merely comes next does not have. */
const nothingDue = { norm: null, title: null, article: null, due: null, opens: null }

/** What the calendar calls a due of a case. */
const keyOf = ({ caseId, norm }: Pick<Line, 'caseId' | 'norm'>) => `case/${caseId}/${norm}`

type Reminders = Pick<DueWire, 'key' | 'snoozes' | 'passed'>

/** Without a day nobody is reminded. */
const unreminded: Reminders = { key: null, snoozes: [], passed: [] }

type Line = Pick<DueWire, 'act' | 'norm' | 'article'> & {
  readonly caseId: string
  readonly number: string
  readonly procedure: string
  readonly caseTitle: string
  readonly title: Words | null
  readonly due: string | null
  readonly opens: string | null
}

/** Field by field: to spread the parts of hundreds of lines takes as long as to read them. */
function toWire(line: Line, today: Day, turn: Turn, reminders: Reminders): DueWire {
  const { status, daysLeft } = urgency(line, today)
  const { mine, who, roles, actFor } = turn
  return {
    caseId: line.caseId,
    caseNumber: line.number,
    caseTitle: line.caseTitle,
    act: line.act,
    norm: line.norm,
    title: line.title ?? nameOf(line),
    due: line.due ?? undefined,
    opens: line.opens ?? undefined,
    daysLeft,
    status,
    article: line.article,
    mine,
    who,
    roles,
    actFor,
    key: reminders.key,
    snoozes: reminders.snoozes,
    passed: reminders.passed,
  }
}

function nameOf(line: Pick<Line, 'procedure' | 'act'>): Words {
  return ruleOf(line)?.label ?? { zh: line.act ?? '', en: line.act ?? '' }
}

/** The rule of the act that a line waits for. */
function ruleOf({ procedure, act }: Pick<Line, 'procedure' | 'act'>) {
  const known = procedureById(procedure)
  return known && act !== null ? actOf(known, act) : undefined
}

type Turn = Pick<DueWire, 'mine' | 'who' | 'roles' | 'actFor'>

/** Whether it is the caller's turn, or whose it is. */
function turnOf(
  roles: readonly string[],
  caller: Caller,
  lent: readonly Lent[],
  staff: readonly { readonly name: string; readonly roles: readonly string[] }[],
): Turn {
  const isOwn = roles.length === 0 || roles.some((role) => caller.roles.includes(role))
  const absent = isOwn
    ? undefined
    : lent.find((one) => one.roles.some((role) => roles.includes(role)))
  const actFor = absent && { person: absent.person, name: absent.name }
  const mine = isOwn || actFor !== undefined
  const others = staff.filter(({ roles: held }) => held.some((role) => roles.includes(role)))
  return { mine, who: mine ? [] : others.map(({ name }) => name), roles: [...roles], actFor }
}

/** The last twelve months with what came in and what was paid out. */
async function lastMonths(tx: Tx, institution: string, today: Day) {
  const since = `${addMonths(today, -11).slice(0, 7)}-01` as Day
  const { receipts, payouts } = await months(tx, institution, since)
  return Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(since, index).slice(0, 7)
    const of = (rows: readonly { month: string; fen: string }[]) =>
      rows.find((row) => row.month === month)?.fen ?? '0'
    return { month, received: of(receipts), distributed: of(payouts) }
  })
}

function sum(amounts: readonly string[]): string {
  return `${amounts.reduce((total, amount) => total + BigInt(amount), 0n)}`
}

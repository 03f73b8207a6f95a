import type { Day } from '@yizhuan/kit'
import { addMonths } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { urgency } from './due.ts'
import { dueLines, figures, months } from './workbench.queries.ts'
import { type DueWire, WorkbenchWire } from './workbench.wire.ts'

const order = { overdue: 0, today: 1, soon: 2, waiting: 3 } as const

/** `GET /workbench`: what is due, by when, says which article; where the cases stand. */
export function workbenchRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/workbench',
    { config: { access: 'signedIn' }, schema: { response: { 200: WorkbenchWire } } },
    async (request) => {
      const caller = callerOf(request)
      const today = clock.today()
      return await asReader(db, caller, async (tx) => {
        const since = `${addMonths(today, -11).slice(0, 7)}-01` as Day
        const lines = await dueLines(tx, caller.institution, 200)
        const stages = await figures(tx, caller.institution)
        const money = await months(tx, caller.institution, since)
        const received = sum(stages.map((stage) => stage.received))
        const distributed = sum(stages.map((stage) => stage.distributed))
        return {
          today,
          due: lines.map((line) => dueLine(line, today)).sort(byUrgency),
          counts: stages.map(({ stage, count }) => ({ stage, count: Number(count) })),
          suspended: stages.reduce((total, { suspended }) => total + Number(suspended), 0),
          received: `${received}`,
          distributed: `${distributed}`,
          distributedShare: received > 0n ? share(distributed, received) : null,
          months: byMonth(since, money),
        }
      })
    },
  )
}

function dueLine(line: Awaited<ReturnType<typeof dueLines>>[number], today: Day): DueWire {
  return {
    caseId: line.caseId,
    caseNumber: line.number,
    caseTitle: line.caseTitle,
    act: line.act,
    norm: line.norm,
    title: line.title,
    ...(line.due !== null && { due: line.due }),
    ...(line.opens !== null && { opens: line.opens }),
    ...urgency(line, today),
    article: line.article,
  }
}

function byUrgency(a: DueWire, b: DueWire): number {
  return order[a.status] - order[b.status] || a.daysLeft - b.daysLeft
}

function sum(amounts: readonly (string | null)[]): bigint {
  return amounts.reduce((total, amount) => total + BigInt(amount ?? '0'), 0n)
}

/** A share in whole per cent, rounded down: nobody is told more was paid than was. */
function share(part: bigint, whole: bigint): string {
  return `${(part * 100n) / whole}%`
}

function byMonth(since: Day, money: Awaited<ReturnType<typeof months>>) {
  return Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(since, index).slice(0, 7)
    const of = (rows: readonly { month: string; fen: string }[]) =>
      rows.find((row) => row.month === month)?.fen ?? '0'
    return { month, received: of(money.receipts), distributed: of(money.payouts) }
  })
}

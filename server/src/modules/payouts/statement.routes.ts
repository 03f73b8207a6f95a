import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { movementColumns, statementColumns } from './statement.csv.ts'
import { readableStatement, readersOfOthers, statementOf } from './statement.view.ts'
import { StatementWire, YearQueryWire, yearWords } from './statement.wire.ts'

const tags = ['rewards']

/** What a person got and gave back: their own statement, and that of anybody for finance. */
export function statementRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/rewards',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: StatementWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => statementOf(tx, clock, caller, caller.person))
    },
  )

  exportRoutes(app, context, {
    path: '/rewards',
    access: 'signedIn',
    filter: YearQueryWire.pick({ year: true }).partial(),
    name: { zh: '我的奖励', en: 'my-rewards' },
    words: { year: { name: { zh: '年度', en: 'Year' } } },
    isPersonal: true,
    columns: statementColumns,
    lines: async (tx, caller, { year }) => {
      const { rewards } = await statementOf(tx, clock, caller, caller.person)
      return rewards.filter(({ on }) => year === undefined || on.startsWith(year))
    },
  })

  exportRoutes(app, context, {
    path: '/year-statement',
    access: 'signedIn',
    filter: YearQueryWire,
    name: yearWords,
    words: {
      year: { name: { zh: '年度', en: 'Year' } },
      person: { name: { zh: '人员', en: 'Person' } },
    },
    isPersonal: true,
    columns: movementColumns,
    lines: async (tx, caller, { year, person = caller.person }) => {
      const { movements } = await readableStatement(tx, clock, caller, person)
      return movements.filter(({ on }) => on.startsWith(year))
    },
  })

  app.get(
    '/people/:id/rewards',
    {
      config: { access: readersOfOthers },
      schema: { tags, params: RecordParamsWire, response: { 200: StatementWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => readableStatement(tx, clock, caller, request.params.id))
    },
  )
}

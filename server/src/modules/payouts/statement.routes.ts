import { z } from 'zod'
import type { Role } from '../../platform/access.ts'
import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { statementColumns } from './statement.csv.ts'
import { personNamed } from './statement.queries.ts'
import { statementOf } from './statement.view.ts'
import { StatementWire } from './statement.wire.ts'

const tags = ['rewards']

/** Who reads what others got. */
const access: readonly Role[] = ['finance', 'auditor']

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
    filter: z.object({
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    }),
    name: { zh: '我的奖励', en: 'my-rewards' },
    words: { year: { name: { zh: '年度', en: 'Year' } } },
    isPersonal: true,
    columns: statementColumns,
    lines: async (tx, caller, { year }) => {
      const { rewards } = await statementOf(tx, clock, caller, caller.person)
      return rewards.filter(({ on }) => year === undefined || on.startsWith(year))
    },
  })

  app.get(
    '/people/:id/rewards',
    {
      config: { access },
      schema: { tags, params: RecordParamsWire, response: { 200: StatementWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        if (!(await personNamed(tx, caller.institution, id))) throw noSuchPerson()
        return statementOf(tx, clock, caller, id)
      })
    },
  )
}

const noSuchPerson = () => notFound({ zh: '没有这个人员。', en: 'There is no such person.' })

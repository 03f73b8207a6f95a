import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import type { App, Context } from '../../platform/module.ts'
import { readSleeping } from './sleeping.queries.ts'
import { SleepingListWire, SleepingQueryWire } from './sleeping.wire.ts'
import { readers } from './stocktaking.access.ts'
import { sleepingCsv } from './stocktaking.csv.ts'

const tags = ['stocktakings']

/** Patents that lie idle, over HTTP. */
export function sleepingRoutes(app: App, { db, clock }: Context): void {
  const config = { access: readers }

  app.get(
    '/sleeping-patents',
    {
      config,
      schema: { tags, querystring: SleepingQueryWire, response: { 200: SleepingListWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) =>
        readSleeping(tx, caller.institution, clock.today(), request.query),
      )
    },
  )

  app.get(
    '/sleeping-patents.csv',
    {
      config,
      schema: {
        tags,
        querystring: SleepingQueryWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const lang = langOf(request)
      const { items } = await asReader(db, caller, (tx) =>
        readSleeping(tx, caller.institution, clock.today(), request.query),
      )
      const name = lang === 'zh' ? '沉睡专利' : 'sleeping-patents'
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(`${name}.csv`))
        .send(sleepingCsv(items, lang))
    },
  )
}

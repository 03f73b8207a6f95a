import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { batchOf, payers, toPayoutProblem } from '../payouts/index.ts'
import { AnswerRowsWire, ReadAnswerWire } from './answer.wire.ts'
import { sheetsOf } from './tax-list.commands.ts'

const mostCells = 40

/**
 * The rows of the bank's answer, be it a workbook or a text of any coding: the page finds its columns, as it does in
 * a text that it reads itself. Nothing is written.
 */
export function answerRoutes(app: App, context: Context): void {
  app.post(
    '/payouts/:id/answer-rows',
    {
      config: { access: payers },
      schema: {
        tags: ['payouts'],
        params: RecordParamsWire,
        body: ReadAnswerWire,
        response: { 200: AnswerRowsWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const batch = await asReader(context.db, caller, (tx) => batchOf(tx, caller.institution, id))
      if (!batch) throw toPayoutProblem({ code: 'no-such-batch', facts: {} })
      const sheets = await sheetsOf(context, caller, request.body.file)
      return {
        sheets: sheets.map(({ rows }) => ({
          rows: rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, mostCells) })),
        })),
      }
    },
  )
}

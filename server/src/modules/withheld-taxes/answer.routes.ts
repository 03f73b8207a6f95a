import { callerOf } from '../../platform/access.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { payers } from '../payouts/index.ts'
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
      const sheets = await sheetsOf(context, callerOf(request), request.body.file)
      return {
        sheets: sheets.map(({ rows }) => ({
          rows: rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, mostCells) })),
        })),
      }
    },
  )
}

import type { Lang } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import { exported, sendFile } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { xlsxType } from '../../platform/xlsx.ts'
import { payers, taxableOf, toPayoutProblem } from '../payouts/index.ts'
import { previewTaxList, takeTaxList } from './tax-list.commands.ts'
import { PreviewTaxListWire, TakeTaxListWire, TaxListPreviewWire } from './tax-list.wire.ts'

const tags = ['withheld-taxes']

/** The list of a batch for the payroll, and what comes back of it, over HTTP. */
export function taxListRoutes(app: App, context: Context): void {
  const { db } = context
  for (const format of ['csv', 'xlsx'] as const) {
    app.get(
      `/payouts/:id/withheld-list.${format}`,
      {
        config: { access: payers },
        schema: {
          tags,
          params: RecordParamsWire,
          produces: [format === 'csv' ? 'text/csv' : xlsxType],
          response: { 200: z.unknown() },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const { id } = request.params
        const found = await asReader(db, caller, (tx) => taxableOf(tx, caller.institution, id))
        if (!found) throw toPayoutProblem({ code: 'no-such-batch', facts: {} })
        const name = { zh: `${found.title}-代扣税额`, en: `${found.title}-tax-withheld` }
        const list = {
          ...{ name, columns: listColumns, isPersonal: true as const },
          lines: async () => found.lines,
        }
        const lang = langOf(request)
        const file = await exported(context, list, { caller, lang, format }, {})
        return sendFile(reply, file, format, name[lang])
      },
    )
  }

  app.post(
    '/payouts/:id/withheld-list/preview',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: PreviewTaxListWire,
        response: { 200: TaxListPreviewWire },
      },
    },
    (request) =>
      previewTaxList(context, callerOf(request), { ...request.body, batch: request.params.id }),
  )

  app.post(
    '/payouts/:id/withheld-list',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: TakeTaxListWire,
        response: { 200: z.object({ lines: z.int() }) },
      },
    },
    (request) =>
      takeTaxList(context, callerOf(request), { ...request.body, batch: request.params.id }),
  )
}

type Line = NonNullable<Awaited<ReturnType<typeof taxableOf>>>['lines'][number]

/** The columns: the last is filled in by the payroll. */
function listColumns(lang: Lang): readonly Column<Line>[] {
  const { text, day, money } = columnsIn<Line>(lang)
  return [
    text('付款编号', 'Reference', ({ reference }) => reference),
    text('收款人', 'Payee', ({ name }) => name),
    text('项目编号', 'Case', ({ caseNumber }) => caseNumber),
    day('付款日', 'Paid on', ({ paidOn }) => paidOn),
    money('税前应发', 'Gross', ({ amountFen }) => amountFen),
    money(
      '代扣个税（空白为未登记）',
      'Tax withheld (blank: not recorded)',
      (one) => one.withheldFen,
    ),
  ]
}

import type { Lang } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { noteHandTax } from './hand-tax.commands.ts'
import { handPaymentPage, handPayments } from './hand-tax.queries.ts'
import {
  HandPaymentFilterWire,
  HandPaymentQueryWire,
  HandPaymentsWire,
  type HandPaymentWire,
  HandTaxWire,
} from './hand-tax.wire.ts'
import { taxPayers, taxReaders } from './tax.access.ts'
import { toTaxProblem } from './tax.refusals.ts'

const tags = ['withheld-taxes']

/** Payments without a batch and the tax withheld from them, over HTTP. */
export function handTaxRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/hand-payments',
    {
      config: { access: taxReaders },
      schema: { tags, querystring: HandPaymentQueryWire, response: { 200: HandPaymentsWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => handPaymentPage(tx, caller.institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/hand-payments',
    access: taxReaders,
    filter: HandPaymentFilterWire,
    name: { zh: '未经批次的发放', en: 'payments-without-batch' },
    isPersonal: true,
    columns: handColumns,
    lines: (tx, { institution }, filter) => handPayments(tx, institution, filter),
  })

  app.post(
    '/hand-payments/:id/tax',
    {
      config: { access: taxPayers },
      schema: {
        ...{ tags, params: RecordParamsWire, body: HandTaxWire },
        response: { 200: z.object({ withheldFen: z.string() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, async (tx) => {
        const said = await noteHandTax(tx, clock, caller, request.params.id, request.body)
        if (said.kind === 'refused') throw toTaxProblem(said.refusal)
        return said.value
      })
    },
  )
}

function handColumns(lang: Lang): Column<HandPaymentWire>[] {
  const { text, day, money } = columnsIn<HandPaymentWire>(lang)
  return [
    text('事项', 'Matter', ({ title }) => title),
    text('收款人', 'Payee', ({ name }) => name),
    day('付款日', 'Paid on', ({ paidOn }) => paidOn),
    money('税前金额', 'Gross', ({ amountFen }) => amountFen),
    money('已退回', 'Came back', ({ backFen }) => backFen),
    money(
      '代扣个税（空白为未登记）',
      'Tax withheld (blank: not recorded)',
      (one) => one.withheldFen,
    ),
    text('凭证', 'Proof', ({ proof }) => proof),
  ]
}

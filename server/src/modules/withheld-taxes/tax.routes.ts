import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import {
  cancelRemittance,
  decideRemittance,
  makeRemittance,
  reverseRemittance,
  settleRemittance,
} from './remittance.commands.ts'
import { allRemittances, listRemittances, remittanceOf } from './remittance.queries.ts'
import { taxApprovers, taxPayers, taxReaders } from './tax.access.ts'
import { monthColumns, remittanceColumns } from './tax.csv.ts'
import { acceptedTax, toTaxProblem } from './tax.refusals.ts'
import { remittanceRegister } from './tax.table.ts'
import { withheldTaxes } from './tax.view.ts'
import {
  DecideRemittanceWire,
  MakeRemittanceWire,
  RemittanceFilterWire,
  RemittancePageWire,
  RemittanceQueryWire,
  RemittanceReasonWire,
  RemittanceWire,
  SettleRemittanceWire,
  WithheldTaxesWire,
} from './tax.wire.ts'

const tags = ['withheld-taxes']
const Changed = z.object({ seq: z.int() })

/** Tax withheld from rewards on its way to the tax office, over HTTP. */
export function taxRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/withheld-taxes',
    { config: { access: taxReaders }, schema: { tags, response: { 200: WithheldTaxesWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => withheldTaxes(tx, caller.institution, clock.today()))
    },
  )

  exportRoutes(app, context, {
    path: '/withheld-taxes',
    access: taxReaders,
    filter: z.object({}),
    name: { zh: '代扣税款', en: 'withheld-taxes' },
    columns: monthColumns,
    lines: async (tx, { institution }) =>
      (await withheldTaxes(tx, institution, clock.today())).months,
  })

  readRoutes(app, context, {
    register: remittanceRegister,
    path: '/tax-remittances',
    access: taxReaders,
    wire: {
      query: RemittanceQueryWire,
      filter: RemittanceFilterWire,
      page: RemittancePageWire,
      one: RemittanceWire,
    },
    list: listRemittances,
    all: allRemittances,
    one: remittanceOf,
    columns: remittanceColumns,
    name: { zh: '代扣税款缴纳', en: 'tax-remittances' },
    words: { month: { name: { zh: '月份', en: 'Month' } } },
    missing: () => toTaxProblem({ code: 'no-such-remittance', facts: {} }),
  })
  paying(app, context)
}

function paying(app: App, { db, clock }: Context): void {
  app.post(
    '/tax-remittances',
    {
      config: { access: taxPayers },
      schema: { tags, body: MakeRemittanceWire, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const make = async (tx: Tx) =>
        acceptedTax(await makeRemittance(tx, clock, caller, request.body))
      return reply.code(201).send(await asCaller(db, caller, make))
    },
  )

  const schema = <Body extends z.ZodType>(body: Body) => ({
    ...{ tags, params: RecordParamsWire, body, response: { 200: Changed } },
  })
  app.post(
    '/tax-remittances/:id/decision',
    { config: { access: taxApprovers }, schema: schema(DecideRemittanceWire) },
    async (request) => {
      const caller = callerOf(request)
      const { approve, remark = null } = request.body
      const decision = { isApproved: approve, remark }
      return asCaller(db, caller, async (tx) =>
        acceptedTax(await decideRemittance(tx, clock, caller, request.params.id, decision)),
      )
    },
  )

  app.post(
    '/tax-remittances/:id/cancel',
    { config: { access: taxPayers }, schema: schema(RemittanceReasonWire) },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return asCaller(db, caller, async (tx) =>
        acceptedTax(await cancelRemittance(tx, clock, caller, request.params.id, reason)),
      )
    },
  )

  app.post(
    '/tax-remittances/:id/settle',
    { config: { access: taxPayers }, schema: schema(SettleRemittanceWire) },
    async (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, async (tx) =>
        acceptedTax(await settleRemittance(tx, clock, caller, request.params.id, request.body)),
      )
    },
  )

  app.post(
    '/tax-remittances/:id/reverse',
    { config: { access: taxApprovers }, schema: schema(RemittanceReasonWire) },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return asCaller(db, caller, async (tx) =>
        acceptedTax(await reverseRemittance(tx, clock, caller, request.params.id, reason)),
      )
    },
  )
}

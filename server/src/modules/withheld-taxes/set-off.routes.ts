import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { cancelSetOff, decideSetOff, orderSetOff, reverseSetOff } from './set-off.commands.ts'
import { setOffColumns } from './set-off.csv.ts'
import { allSetOffs, listSetOffs, setOffOf } from './set-off.queries.ts'
import {
  OrderSetOffWire,
  SetOffFilterWire,
  SetOffOrderWire,
  SetOffPageWire,
  SetOffQueryWire,
} from './set-off.wire.ts'
import { taxApprovers, taxPayers, taxReaders } from './tax.access.ts'
import { acceptedTax, toTaxProblem } from './tax.refusals.ts'
import { setOffRegister } from './tax.table.ts'
import { DecideRemittanceWire, RemittanceReasonWire } from './tax.wire.ts'

const tags = ['withheld-taxes']
const Changed = z.object({ seq: z.int() })

/** Tax that is set off once a distribution was reversed, over HTTP: ordered by one, agreed by another. */
export function setOffRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: setOffRegister,
    path: '/tax-set-offs',
    access: taxReaders,
    isPersonal: true,
    wire: {
      query: SetOffQueryWire,
      filter: SetOffFilterWire,
      page: SetOffPageWire,
      one: SetOffOrderWire,
    },
    list: listSetOffs,
    all: allSetOffs,
    one: setOffOf,
    columns: setOffColumns,
    name: { zh: '代扣税款抵回', en: 'tax-set-offs' },
    missing: () => toTaxProblem({ code: 'no-such-set-off', facts: {} }),
  })

  app.post(
    '/tax-set-offs',
    {
      config: { access: taxPayers },
      schema: { tags, body: OrderSetOffWire, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const made = await asCaller(db, caller, async (tx) =>
        acceptedTax(await orderSetOff(tx, clock, caller, request.body)),
      )
      return reply.code(201).send(made)
    },
  )

  const schema = <Body extends z.ZodType>(body: Body) => ({
    ...{ tags, params: RecordParamsWire, body, response: { 200: Changed } },
  })
  app.post(
    '/tax-set-offs/:id/decision',
    { config: { access: taxApprovers }, schema: schema(DecideRemittanceWire) },
    async (request) => {
      const caller = callerOf(request)
      const { approve, remark = null } = request.body
      const decision = { isApproved: approve, remark }
      return asCaller(db, caller, async (tx) =>
        acceptedTax(await decideSetOff(tx, clock, caller, request.params.id, decision)),
      )
    },
  )

  app.post(
    '/tax-set-offs/:id/cancel',
    { config: { access: taxPayers }, schema: schema(RemittanceReasonWire) },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return asCaller(db, caller, async (tx) =>
        acceptedTax(await cancelSetOff(tx, clock, caller, request.params.id, reason)),
      )
    },
  )

  app.post(
    '/tax-set-offs/:id/reverse',
    { config: { access: taxApprovers }, schema: schema(RemittanceReasonWire) },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return asCaller(db, caller, async (tx) =>
        acceptedTax(await reverseSetOff(tx, clock, caller, request.params.id, reason)),
      )
    },
  )
}

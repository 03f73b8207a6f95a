import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { reverseVat, settleVat } from './vat.commands.ts'
import { monthColumns, settlementColumns } from './vat.csv.ts'
import {
  allSettlements,
  listSettlements,
  settlementOf,
  taxInCosts,
  unlikeDeals,
  vatMonths,
} from './vat.queries.ts'
import { acceptedVat, toVatProblem } from './vat.refusals.ts'
import { vatRegister } from './vat.table.ts'
import { owedThrough } from './vat.ts'
import {
  ReverseVatWire,
  SettleVatWire,
  VatFilterWire,
  type VatMonthWire,
  VatPageWire,
  VatQueryWire,
  VatSettlementWire,
  VatWire,
} from './vat.wire.ts'

const tags = ['vat']

/** Who reads what is owed of value added tax, who records what became of it, and who reverses that. */
const readers: readonly Role[] = ['finance', 'leaders', 'auditor']
const keepers: readonly Role[] = ['finance']
const reversers: readonly Role[] = ['finance', 'leaders']

/** The value added tax of invoices on its way to the tax office, over HTTP. */
export function vatRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/vat',
    { config: { access: readers }, schema: { tags, response: { 200: VatWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const months = await monthsShown(tx, caller.institution)
        return {
          months,
          owedFen: months[0]?.owedFen ?? '0',
          costsFen: `${await taxInCosts(tx, caller.institution)}`,
          deals: await unlikeDeals(tx, caller.institution),
        }
      })
    },
  )

  exportRoutes(app, context, {
    ...{ path: '/vat', access: readers, filter: z.object({}), columns: monthColumns },
    name: { zh: '应交增值税', en: 'vat' },
    lines: async (tx, { institution }) => monthsShown(tx, institution),
  })

  readRoutes(app, context, {
    ...{ register: vatRegister, path: '/vat-settlements', access: readers },
    wire: {
      ...{ query: VatQueryWire, filter: VatFilterWire, page: VatPageWire },
      one: VatSettlementWire,
    },
    ...{ list: listSettlements, all: allSettlements, one: settlementOf },
    columns: settlementColumns,
    name: { zh: '增值税缴纳', en: 'vat-settlements' },
    words: { month: { name: { zh: '月份', en: 'Month' } } },
    missing: () => toVatProblem({ code: 'no-such-settlement', facts: {} }),
  })

  app.post(
    '/vat-settlements',
    {
      config: { access: keepers },
      schema: { tags, body: SettleVatWire, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const record = async (tx: Tx) => acceptedVat(await settleVat(tx, clock, caller, request.body))
      return reply.code(201).send(await asCaller(db, caller, record))
    },
  )

  app.post(
    '/vat-settlements/:id/reverse',
    {
      config: { access: reversers },
      schema: {
        ...{ tags, params: RecordParamsWire, body: ReverseVatWire },
        response: { 200: z.object({ seq: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return asCaller(db, caller, async (tx) =>
        acceptedVat(await reverseVat(tx, clock, caller, request.params.id, reason)),
      )
    },
  )
}

async function monthsShown(tx: Tx, institution: string): Promise<VatMonthWire[]> {
  const months = await vatMonths(tx, institution)
  return months.map((one) => ({
    ...{ ...one, settled: { ...one.settled } },
    owedFen: `${owedThrough(months, one.month)}`,
  }))
}

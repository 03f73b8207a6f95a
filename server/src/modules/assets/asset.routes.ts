import type { Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { csvOf } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import type { App, Context } from '../../platform/module.ts'
import type { Register } from '../../platform/register.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { sheetRoute } from '../../platform/sheet-route.ts'
import { office } from '../achievements/index.ts'
import { toCostProblem } from './asset.refusals.ts'
import { assetColumns } from './asset.sheets.ts'
import { assetOf, linesFor, pageOfLines, toWire } from './asset.view.ts'
import {
  AssetFilterWire,
  AssetPageWire,
  AssetQueryWire,
  AssetWire,
  CostParamsWire,
  NewCostWire,
  ReverseCostWire,
} from './asset.wire.ts'
import { type CostRefusals, recordCost, reverseCost } from './cost.commands.ts'

const tags = ['assets']
/** Amounts are for those who look after achievements, book, decide or check. */
export const readers: readonly Role[] = [
  ...office,
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
]
const keepers: readonly Role[] = [...office, 'finance']
const Recorded = z.object({ id: z.string() })

/** Each achievement has a chain of its costs and bookings; its line is worked out. */
const assetRegister: Register = { name: 'asset', table: 'assetCost', columns: [] }
const fileName = { zh: '成果资产台账', en: 'ledger-of-assets' }

/** The ledger of assets over HTTP: its lines, one achievement, and what was spent on it. */
export function assetRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: assetRegister,
    path: '/assets',
    access: readers,
    wire: { query: AssetQueryWire, filter: AssetFilterWire, page: AssetPageWire, one: AssetWire },
    list: (tx, institution, query) => pageOfLines(tx, institution, query, clock.today()),
    all: (tx, institution, filter) => linesFor(tx, institution, filter, clock.today()),
    one: (tx, institution, id) => assetOf(tx, institution, id, clock.today()),
    csv: (lines, lang) => csvOf(assetColumns(lang), lines.map(toWire)),
    fileName,
    missing: () => toCostProblem({ code: 'no-such-asset', facts: {} }),
  })

  sheetRoute(app, '/assets.xlsx', readers, tags, AssetFilterWire, async (request, filter) => {
    const caller = callerOf(request)
    const lines = await asReader(db, caller, (tx) =>
      linesFor(tx, caller.institution, filter, clock.today()),
    )
    const lang = langOf(request)
    return { name: fileName[lang], columns: assetColumns(lang), rows: lines.map(toWire) }
  })

  app.post(
    '/assets/:id/costs',
    {
      config: { access: keepers },
      schema: { tags, params: RecordParamsWire, body: NewCostWire, response: { 201: Recorded } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        recordCost(tx, clock, caller, id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/assets/:id/costs/:cost/reversal',
    {
      config: { access: keepers },
      schema: { tags, params: CostParamsWire, body: ReverseCostWire, response: { 201: Recorded } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: achievement, cost } = request.params
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        reverseCost(tx, clock, caller, { achievement, cost, reason }),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, CostRefusals>): Value {
  if (outcome.kind === 'refused') throw toCostProblem(outcome.refusal)
  return outcome.value
}

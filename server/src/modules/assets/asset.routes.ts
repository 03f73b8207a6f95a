import type { Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import type { Register } from '../../platform/register.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { office } from '../achievements/index.ts'
import { assetColumns, assetFilterWords } from './asset.csv.ts'
import { toCostProblem } from './asset.refusals.ts'
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
import { settleTags } from './tag.commands.ts'

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

/** The ledger of assets over HTTP: its lines, one achievement, and what was spent on it. */
export function assetRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: assetRegister,
    path: '/assets',
    access: readers,
    wire: { query: AssetQueryWire, filter: AssetFilterWire, page: AssetPageWire, one: AssetWire },
    settle: (caller) => settleTags(context, caller),
    list: (tx, institution, query) => pageOfLines(tx, institution, query, clock.today()),
    all: async (tx, institution, filter) =>
      (await linesFor(tx, institution, filter, clock.today())).map(toWire),
    one: (tx, institution, id) => assetOf(tx, institution, id, clock.today()),
    columns: assetColumns,
    name: { zh: '成果资产台账', en: 'Ledger of assets' },
    words: assetFilterWords,
    missing: () => toCostProblem({ code: 'no-such-asset', facts: {} }),
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

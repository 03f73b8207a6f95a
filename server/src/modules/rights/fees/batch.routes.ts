import type { Refusal } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../../platform/database.ts'
import { langOf } from '../../../platform/errors.ts'
import { exported, exportRoutes, sendFile } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../../platform/register-routes.ts'
import { xlsxType } from '../../../platform/xlsx.ts'
import { batchReaders } from './batch.access.ts'
import {
  type BatchRefusals,
  cancelBatch,
  decideBatch,
  proposeBatch,
  staleFee,
} from './batch.commands.ts'
import { allBatches, batchOf, listBatches } from './batch.queries.ts'
import { toBatchProblem } from './batch.refusals.ts'
import { batchRegister } from './batch.table.ts'
import {
  BatchFilterWire,
  BatchPageWire,
  BatchQueryWire,
  BatchWire,
  BudgetsWire,
  CancelBatchWire,
  DecideBatchWire,
  DepartmentBudgetQueryWire,
  DepartmentBudgetsWire,
  ProposeBatchWire,
  ReceiptsWire,
  StateBudgetWire,
} from './batch.wire.ts'
import { stateBudget } from './budget.commands.ts'
import { budgetColumns, departmentBudgetColumns } from './budget.csv.ts'
import { budgetsStated, departmentBudgets } from './budget.queries.ts'
import { batchColumns, payColumns } from './pay-file.ts'
import { takeReceipts } from './receipt.commands.ts'

const tags = ['fee-batches']
const makers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']
const approvers: readonly Role[] = ['tto_reviewer', 'finance', 'leaders']
const payers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'finance']
const Changed = z.object({ seq: z.int() })

/** The batches in which annual fees are paid, over HTTP. */
export function batchRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: batchRegister,
    path: '/fee-batches',
    access: batchReaders,
    wire: { query: BatchQueryWire, filter: BatchFilterWire, page: BatchPageWire, one: BatchWire },
    list: listBatches,
    all: allBatches,
    one: batchOf,
    columns: batchColumns,
    name: { zh: '缴费批次', en: 'fee-batches' },
    missing: () => toBatchProblem({ code: 'no-such-batch', facts: {} }),
  })
  payFiles(app, context)
  budgets(app, context)

  app.post(
    '/fee-batches',
    {
      config: { access: makers },
      schema: { tags, body: ProposeBatchWire, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const propose = async (tx: Tx) =>
        accepted(await proposeBatch(tx, clock, caller, request.body))
      return reply.code(201).send(await asCaller(db, caller, propose))
    },
  )

  app.post(
    '/fee-batches/:id/decision',
    {
      config: { access: approvers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: DecideBatchWire,
        response: { 200: Changed },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { approve, remark = null, overReason = null } = request.body
      const decision = { isApproved: approve, remark, overReason }
      const decide = async (tx: Tx) =>
        accepted(await decideBatch(tx, clock, caller, request.params.id, decision))
      return asCaller(db, caller, decide)
    },
  )

  app.post(
    '/fee-batches/:id/cancel',
    {
      config: { access: makers },
      schema: { tags, params: RecordParamsWire, body: CancelBatchWire, response: { 200: Changed } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const cancel = async (tx: Tx) =>
        accepted(await cancelBatch(tx, clock, caller, id, request.body.reason))
      return asCaller(db, caller, cancel)
    },
  )

  app.post(
    '/fee-batches/:id/receipts',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: ReceiptsWire,
        response: { 200: z.object({ open: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { receipts, ...more } = request.body
      const take = async (tx: Tx) =>
        accepted(await takeReceipts(tx, clock, caller, id, receipts, more))
      const { open } = await asCaller(db, caller, take)
      return { open }
    },
  )
}

/** What may be spent in a year: stated by who pays or answers for it. */
function budgets(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/fee-budgets',
    { config: { access: batchReaders }, schema: { tags, response: { 200: BudgetsWire } } },
    async (request) => {
      const caller = callerOf(request)
      const items = await asReader(db, caller, (tx) => budgetsStated(tx, caller.institution, 200))
      return { items: [...items] }
    },
  )
  app.get(
    '/fee-budgets/departments',
    {
      config: { access: batchReaders },
      schema: {
        tags,
        querystring: DepartmentBudgetQueryWire,
        response: { 200: DepartmentBudgetsWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { year } = request.query
      const items = await asReader(db, caller, (tx) =>
        departmentBudgets(tx, caller.institution, year),
      )
      return { year, items: [...items] }
    },
  )
  exportRoutes(app, context, {
    path: '/fee-budgets',
    access: batchReaders,
    filter: z.strictObject({}),
    name: { zh: '年费预算', en: 'fee-budgets' },
    columns: budgetColumns,
    lines: (tx, { institution }) => budgetsStated(tx, institution, null),
  })
  exportRoutes(app, context, {
    path: '/fee-budgets/departments',
    access: batchReaders,
    filter: DepartmentBudgetQueryWire,
    name: { zh: '科室年费预算', en: 'department-fee-budgets' },
    words: { year: { name: { zh: '年度', en: 'Year' } } },
    columns: departmentBudgetColumns,
    lines: (tx, { institution }, { year }) => departmentBudgets(tx, institution, year),
  })
  app.post(
    '/fee-budgets',
    {
      config: { access: ['finance', 'leaders'] },
      schema: { tags, body: StateBudgetWire, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const state = (tx: Tx) => stateBudget(tx, clock, caller, request.body)
      const outcome = await asCaller(db, caller, state)
      if (outcome.kind === 'refused') throw new TypeError('A budget is never refused.')
      return reply.code(201).send(outcome.value)
    },
  )
}

/** The list that is paid from; there is none before somebody approved it. */
function payFiles(app: App, context: Context): void {
  const { db, clock } = context
  const config = { access: batchReaders }
  const schema = (type: string) => ({
    tags,
    params: RecordParamsWire,
    produces: [type],
    response: { 200: z.unknown() },
  })
  const approved = async (caller: Caller, id: string) => {
    const { institution } = caller
    const [batch, stale] = await asReader(db, caller, async (tx) => {
      const found = await batchOf(tx, institution, id)
      return [found, found && (await staleFee(tx, clock, institution, found))] as const
    })
    if (!batch) throw toBatchProblem({ code: 'no-such-batch', facts: {} })
    if (batch.state === 'settled') return batch
    if (batch.state !== 'approved') throw toBatchProblem({ code: 'batch-not-approved', facts: {} })
    if (stale) throw toBatchProblem(stale)
    // What is paid already is not in the list to be paid.
    return { ...batch, lines: batch.lines.filter(({ state }) => state === 'open') }
  }

  for (const format of ['csv', 'xlsx'] as const) {
    app.get(
      `/fee-batches/:id/pay-file.${format}`,
      { config, schema: schema(format === 'csv' ? 'text/csv' : xlsxType) },
      async (request, reply) => {
        const caller = callerOf(request)
        const lang = langOf(request)
        const { title, lines } = await approved(caller, request.params.id)
        const name = { zh: title, en: title }
        const list = { name, columns: payColumns, lines: async () => lines }
        const file = await exported(context, list, { caller, lang, format }, {})
        return sendFile(reply, file, format, title)
      },
    )
  }
}

/** What came of it; asked within the transaction, so that a no takes back what was written before it. */
function accepted<Value>(
  outcome:
    | { kind: 'accepted'; value: Value }
    | { kind: 'refused'; refusal: Refusal<BatchRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toBatchProblem(outcome.refusal)
  return outcome.value
}

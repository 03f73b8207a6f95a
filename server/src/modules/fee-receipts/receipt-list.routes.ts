import type { Lang, Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import {
  previewReceipts,
  type ReceiptRefusals,
  takeReceiptList,
  undoReceipts,
} from './receipt-list.commands.ts'
import { allReceiptLists, listReceiptLists, receiptListOf } from './receipt-list.queries.ts'
import { toProblem } from './receipt-list.refusals.ts'
import { receiptRegister } from './receipt-list.table.ts'
import {
  PreviewReceiptsWire,
  ReceiptListFilterWire,
  type ReceiptListLineWire,
  ReceiptListPageWire,
  ReceiptListQueryWire,
  ReceiptListWire,
  ReceiptPreviewWire,
  TakeReceiptsWire,
  UndoReceiptsWire,
} from './receipt-list.wire.ts'

const tags = ['fee-receipts']
const readers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']
const payers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'finance']

/** Lists of receipts over HTTP: looked at, taken, and taken back. */
export function receiptListRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: receiptRegister,
    path: '/fee-receipts',
    access: readers,
    wire: {
      query: ReceiptListQueryWire,
      filter: ReceiptListFilterWire,
      page: ReceiptListPageWire,
      one: ReceiptListWire,
    },
    list: listReceiptLists,
    all: allReceiptLists,
    one: receiptListOf,
    columns: listColumns,
    name: { zh: '年费回执清单', en: 'fee-receipts' },
    missing: () => toProblem({ code: 'no-such-receipt-list', facts: {} }),
  })

  app.post(
    '/fee-receipts/preview',
    {
      config: { access: payers },
      schema: { tags, body: PreviewReceiptsWire, response: { 200: ReceiptPreviewWire } },
    },
    (request) => previewReceipts(context, callerOf(request), request.body.file),
  )

  app.post(
    '/fee-receipts',
    {
      config: { access: payers },
      schema: {
        tags,
        body: TakeReceiptsWire,
        response: { 201: z.object({ id: z.string(), taken: z.int() }) },
      },
    },
    async (request, reply) => {
      const outcome = await takeReceiptList(context, callerOf(request), request.body)
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/fee-receipts/:id/undo',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: UndoReceiptsWire,
        response: { 200: z.object({ seq: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asCaller(db, caller, async (tx) =>
        accepted(await undoReceipts(tx, clock, caller, id, request.body.reason)),
      )
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, ReceiptRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}

const stateWords = {
  taken: { zh: '已登记', en: 'Taken' },
  undone: { zh: '已撤销', en: 'Taken back' },
} as const

function listColumns(lang: Lang): readonly Column<ReceiptListLineWire>[] {
  const { text, day, number, money } = columnsIn<ReceiptListLineWire>(lang)
  return [
    text('文件', 'File', ({ name }) => name),
    number('回执', 'Receipts', ({ lines }) => lines),
    money('合计', 'Total', ({ sumFen }) => sumFen),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    day('登记日', 'Taken on', ({ takenOn }) => takenOn),
    text('登记人', 'Taken by', ({ takenName }) => takenName),
    day('撤销日', 'Taken back on', ({ undoneOn }) => undoneOn),
    text('撤销人', 'Taken back by', ({ undoneName }) => undoneName),
    text('撤销理由', 'Why', ({ undoReason }) => undoReason),
  ]
}

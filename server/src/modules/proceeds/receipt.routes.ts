import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { chainOf } from '../../platform/register.ts'
import { receiptsCsv } from './receipt.csv.ts'
import { allReceipts, listReceipts, receiptOf } from './receipt.queries.ts'
import { receiptRegister } from './receipt.table.ts'
import {
  HistoryWire,
  ReceiptFilterWire,
  ReceiptPageWire,
  ReceiptParamsWire,
  ReceiptQueryWire,
  ReceiptWire,
} from './receipt.wire.ts'

const tags = ['receipts']

/** What persons received is for those who work on deals, pay, decide or check. */
export const readers: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'platform_company',
]

/** The register of receipts over HTTP: parse, call, answer. */
export function receiptRoutes(app: App, { db }: Context): void {
  app.get(
    '/receipts',
    {
      config: { access: readers },
      schema: { tags, querystring: ReceiptQueryWire, response: { 200: ReceiptPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listReceipts(tx, caller.institution, request.query))
    },
  )

  app.get(
    '/receipts.csv',
    {
      config: { access: readers },
      schema: {
        tags,
        querystring: ReceiptFilterWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const rows = await asReader(db, caller, (tx) =>
        allReceipts(tx, caller.institution, request.query),
      )
      const lang = langOf(request)
      const name = lang === 'zh' ? '到账与分配.csv' : 'receipts.csv'
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(name))
        .send(receiptsCsv(rows, lang))
    },
  )

  app.get(
    '/receipts/:id',
    {
      config: { access: readers },
      schema: { tags, params: ReceiptParamsWire, response: { 200: ReceiptWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) => receiptOf(tx, caller.institution, id))
      if (found) return found
      throw notThere()
    },
  )

  app.get(
    '/receipts/:id/history',
    {
      config: { access: readers },
      schema: { tags, params: ReceiptParamsWire, response: { 200: HistoryWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        if (!(await receiptOf(tx, institution, id))) throw notThere()
        return historyOf(tx, { institution, name: chainOf(receiptRegister, id) })
      })
    },
  )
}

function notThere() {
  return notFound({ zh: '没有这笔到账。', en: 'There is no such receipt.' })
}

import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { once, orderOf } from '../../platform/once.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { draftInvoice, issueInvoice, voidInvoice } from './invoice.commands.ts'
import { IssueWire, NewInvoiceWire, RedWire, VoidWire } from './invoice.wire.ts'
import { invoiceColumns, invoiceFilterWords } from './invoice-list.csv.ts'
import { allInvoices, listInvoices } from './invoice-list.queries.ts'
import { InvoiceFilterWire, InvoicePageWire, InvoiceQueryWire } from './invoice-list.wire.ts'
import { matchReceipt, noteCurrency, takeBackMatch } from './matching.commands.ts'
import { matchingOf } from './matching.view.ts'
import {
  LeftWire,
  MatchingWire,
  MatchWire,
  ReceiptCurrencyWire,
  ReceiptMatchParamsWire,
  TakeBackWire,
  WriteOffWire,
} from './matching.wire.ts'
import { bookKeepers, moneyReaders, writeOffDeciders } from './receivables.access.ts'
import { toReceivableProblem } from './receivables.refusals.ts'
import { accepted } from './receivables.routes.ts'
import { takeBackInvoice } from './red-invoice.commands.ts'
import { MadeWire } from './terms.wire.ts'
import { takeBackWriteOff } from './write-off.commands.ts'
import {
  confirmWriteOff,
  proposeWriteOff,
  withdrawWriteOff,
} from './write-off-proposal.commands.ts'

const tags = ['receivables']
const books = { access: bookKeepers }

/** What receipts paid, invoices, and what is written off, over HTTP. */
export function matchingRoutes(app: App, context: Context): void {
  receipts(app, context)
  invoices(app, context)
}

function receipts(app: App, { db, clock }: Context): void {
  app.get(
    '/receipts/:id/matching',
    {
      config: { access: moneyReaders },
      schema: { tags, params, response: { 200: MatchingWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const found = await asReader(db, caller, (tx) =>
        matchingOf(tx, caller.institution, request.params.id),
      )
      if (!found) throw toReceivableProblem({ code: 'no-such-receipt', facts: {} })
      return found
    },
  )

  app.post(
    '/receipts/:id/matches',
    { config: books, schema: { tags, params, body: MatchWire, response: { 201: LeftWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('receipt.matched', request.params, request.body), () =>
          matchReceipt(tx, clock, caller, request.params.id, request.body.lines),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/receipts/:id/matches/:match/take-back',
    {
      config: books,
      schema: {
        tags,
        params: ReceiptMatchParamsWire,
        body: TakeBackWire,
        response: { 201: MadeWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: receipt, match } = request.params
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackMatch(tx, clock, caller, { receipt, match, reason }),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.put(
    '/receipts/:id/currency',
    {
      config: books,
      schema: {
        tags,
        params,
        body: ReceiptCurrencyWire,
        response: { 200: z.object({ rate: z.string() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        noteCurrency(tx, clock, caller, request.params.id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/receivables/:id/write-off',
    {
      config: { access: writeOffDeciders },
      schema: { tags, params, body: WriteOffWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('writeOff.proposed', request.params, request.body), () =>
          proposeWriteOff(tx, clock, caller, request.params.id, request.body),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/write-off-proposals/:id/confirm',
    {
      config: { access: writeOffDeciders },
      schema: { tags, params, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        confirmWriteOff(tx, clock, caller, request.params.id),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/write-off-proposals/:id/withdraw',
    {
      config: { access: writeOffDeciders },
      schema: { tags, params, body: TakeBackWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        withdrawWriteOff(tx, clock, caller, request.params.id, reason),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/write-offs/:id/take-back',
    {
      config: { access: writeOffDeciders },
      schema: { tags, params, body: TakeBackWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackWriteOff(tx, clock, caller, request.params.id, reason),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

function invoices(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/invoices',
    {
      config: { access: moneyReaders },
      schema: { tags, querystring: InvoiceQueryWire, response: { 200: InvoicePageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listInvoices(tx, caller.institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/invoices',
    access: moneyReaders,
    filter: InvoiceFilterWire,
    name: { zh: '发票', en: 'Invoices' },
    words: invoiceFilterWords,
    columns: invoiceColumns,
    lines: (tx, { institution }, filter) => allInvoices(tx, institution, filter),
  })

  app.post(
    '/contracts/:id/invoices',
    { config: books, schema: { tags, params, body: NewInvoiceWire, response: { 201: MadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('invoice.drafted', request.params, request.body), () =>
          draftInvoice(tx, clock, caller, request.params.id, request.body),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/invoices/:id/issue',
    { config: books, schema: { tags, params, body: IssueWire, response: { 200: MadeWire } } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        issueInvoice(tx, clock, caller, request.params.id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/invoices/:id/red',
    { config: books, schema: { tags, params, body: RedWire, response: { 201: MadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('invoice.takenBack', request.params, request.body), () =>
          takeBackInvoice(tx, clock, caller, request.params.id, request.body),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/invoices/:id/void',
    { config: books, schema: { tags, params, body: VoidWire, response: { 200: MadeWire } } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        voidInvoice(tx, clock, caller, request.params.id, request.body),
      )
      return accepted(outcome)
    },
  )
}

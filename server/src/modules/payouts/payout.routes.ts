import type { Refusal } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import { exported, sendFile } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { xlsxType } from '../../platform/xlsx.ts'
import { caseLine, toProblem } from '../cases/index.ts'
import {
  cancelBatch,
  decideBatch,
  makeBatch,
  type PayoutRefusals,
  takeOut,
} from './batch.commands.ts'
import { takeInFallen } from './fallen.commands.ts'
import { makeFile, openFile } from './file.commands.ts'
import { noteLateTax } from './late-tax.commands.ts'
import { batchColumns, payColumns } from './pay-file.ts'
import { payable } from './payable.queries.ts'
import { payers, payoutApprovers, payoutReaders } from './payout.access.ts'
import { allBatches, listBatches, paymentsOf, paymentsOfCase } from './payout.queries.ts'
import { toPayoutProblem } from './payout.refusals.ts'
import { batchRegister } from './payout.table.ts'
import { batchShown } from './payout.view.ts'
import {
  CancelPayoutWire,
  CasePaymentsWire,
  DecidePayoutWire,
  FileMadeWire,
  MakePayoutWire,
  NoteWithheldWire,
  PayableWire,
  PaymentsQueryWire,
  PaymentsWire,
  PayoutBatchWire,
  PayoutFilterWire,
  PayoutPageWire,
  PayoutQueryWire,
  SuggestedTreatmentWire,
  TakeOutWire,
  TakeProofWire,
} from './payout.wire.ts'
import { takeProof } from './proof.commands.ts'
import { treatmentSuggested } from './treatment.view.ts'
import { recordWaiting } from './waiting.commands.ts'
import { noteWithheld } from './withheld.commands.ts'

const tags = ['payouts']
const Changed = z.object({ seq: z.int() })
const FileParams = z.strictObject({ id: z.uuid(), number: z.coerce.number().int().min(1) })

/** The batches in which plans are paid, over HTTP. */
export function payoutRoutes(app: App, context: Context): void {
  readRoutes(app, context, {
    register: batchRegister,
    path: '/payouts',
    access: payoutReaders,
    wire: {
      query: PayoutQueryWire,
      filter: PayoutFilterWire,
      page: PayoutPageWire,
      one: PayoutBatchWire,
    },
    list: listBatches,
    all: allBatches,
    one: (tx, institution, id, lang) =>
      batchShown(tx, institution, id, { clock: context.clock, lang }),
    columns: batchColumns,
    name: { zh: '发放批次', en: 'payouts' },
    missing: () => toPayoutProblem({ code: 'no-such-batch', facts: {} }),
  })
  making(app, context)
  sending(app, context)
  proving(app, context)
  looking(app, context)
}

function making(app: App, { db, clock }: Context): void {
  app.post(
    '/payouts',
    {
      config: { access: payers },
      bodyLimit: 2_000_000,
      schema: { tags, body: MakePayoutWire, response: { 202: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const make = async (tx: Tx) => accepted(await makeBatch(tx, clock, caller, request.body))
      return reply.code(202).send(await asCaller(db, caller, make))
    },
  )

  app.post(
    '/payouts/:id/decision',
    {
      config: { access: payoutApprovers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: DecidePayoutWire,
        response: { 200: Changed },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { approve, remark = null, expectedSeq } = request.body
      const decision = { isApproved: approve, remark, expectedSeq }
      return asCaller(db, caller, async (tx) =>
        accepted(await decideBatch(tx, clock, caller, request.params.id, decision)),
      )
    },
  )

  app.post(
    '/payouts/:id/cancel',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: CancelPayoutWire,
        response: { 200: Changed },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason } = request.body
      return asCaller(db, caller, async (tx) =>
        accepted(await cancelBatch(tx, clock, caller, request.params.id, reason)),
      )
    },
  )

  app.post(
    '/payouts/:id/take-out',
    {
      config: { access: payers },
      schema: { tags, params: RecordParamsWire, body: TakeOutWire, response: { 200: Changed } },
    },
    async (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, async (tx) =>
        accepted(await takeOut(tx, clock, caller, request.params.id, request.body)),
      )
    },
  )
}

function sending(app: App, context: Context): void {
  const { db, clock, keys } = context
  app.post(
    '/payouts/:id/files',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        response: { 201: FileMadeWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const make = async (tx: Tx) =>
        accepted(await makeFile(tx, clock, keys, caller, request.params.id))
      return reply.code(201).send(await asCaller(db, caller, make))
    },
  )

  for (const format of ['csv', 'xlsx'] as const) {
    app.get(
      `/payouts/:id/files/:number.${format}`,
      {
        config: { access: payers },
        schema: {
          tags,
          params: FileParams,
          produces: [format === 'csv' ? 'text/csv' : xlsxType],
          response: { 200: z.unknown() },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const { id, number } = request.params
        const { title, lines } = await asCaller(db, caller, async (tx) =>
          accepted(await openFile(tx, clock, keys, caller, id, number)),
        )
        const name = `${title}-${number}`
        const list = {
          ...{ name: { zh: name, en: name }, columns: payColumns, isPersonal: true as const },
          lines: async () => lines,
        }
        const order = { caller, lang: langOf(request), format }
        return sendFile(reply, await exported(context, list, order, {}), format, name)
      },
    )
  }
}

function proving(app: App, { db, clock }: Context): void {
  app.post(
    '/payouts/:id/withheld',
    {
      config: { access: payers },
      bodyLimit: 20_000_000,
      schema: {
        tags,
        params: RecordParamsWire,
        body: NoteWithheldWire,
        response: { 200: z.object({ lines: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const note = async (tx: Tx) =>
        accepted(await noteWithheld(tx, clock, caller, request.params.id, request.body))
      return asCaller(db, caller, note)
    },
  )

  app.post(
    '/payouts/:id/late-tax',
    {
      config: { access: payers },
      bodyLimit: 20_000_000,
      schema: {
        tags,
        params: RecordParamsWire,
        body: NoteWithheldWire,
        response: { 200: z.object({ lines: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const note = async (tx: Tx) =>
        accepted(await noteLateTax(tx, clock, caller, request.params.id, request.body))
      return asCaller(db, caller, note)
    },
  )

  app.post(
    '/payouts/:id/proofs',
    {
      config: { access: payers },
      bodyLimit: 20_000_000,
      schema: {
        tags,
        params: RecordParamsWire,
        body: TakeProofWire,
        response: { 202: z.object({ id: z.string(), lines: z.int() }) },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const take = async (tx: Tx) =>
        accepted(await takeProof(tx, clock, caller, request.params.id, request.body))
      return reply.code(202).send(await asCaller(db, caller, take))
    },
  )

  app.post(
    '/payouts/plans/:id/record',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        response: { 200: z.object({ isRecorded: z.boolean() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, async (tx) =>
        accepted(await recordWaiting(tx, clock, caller, request.params.id)),
      )
    },
  )

  app.post(
    '/payouts/plans/:id/take-in',
    {
      config: { access: payers },
      schema: {
        tags,
        params: RecordParamsWire,
        response: { 200: z.object({ takenInFen: z.string() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, async (tx) =>
        accepted(await takeInFallen(tx, clock, caller, request.params.id)),
      )
    },
  )
}

function looking(app: App, { db, clock }: Context): void {
  app.get(
    '/payouts/payable',
    { config: { access: payoutReaders }, schema: { tags, response: { 200: PayableWire } } },
    (request) => {
      const caller = callerOf(request)
      const today = clock.today()
      return asReader(db, caller, async (tx) => ({
        today,
        ...(await payable(tx, caller.institution)),
      }))
    },
  )

  app.get(
    '/payouts/treatment',
    { config: { access: payers }, schema: { tags, response: { 200: SuggestedTreatmentWire } } },
    (request) => {
      const caller = callerOf(request)
      // It holds the records it looks at, as whoever pays would; nothing is written.
      return asCaller(db, caller, async (tx) => {
        const items = await treatmentSuggested(tx, clock, caller)
        return {
          items: items.map(({ title, cite, ...one }) => ({
            ...one,
            title: { ...title },
            cite: { ...cite },
          })),
        }
      })
    },
  )

  app.get(
    '/payouts/:id/payments',
    {
      config: { access: payoutReaders },
      schema: {
        tags,
        params: RecordParamsWire,
        querystring: PaymentsQueryWire,
        response: { 200: PaymentsWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asReader(db, caller, (tx) => paymentsOf(tx, caller.institution, id, request.query))
    },
  )

  app.get(
    '/cases/:id/payments',
    {
      config: { access: payoutReaders },
      schema: { tags, params: RecordParamsWire, response: { 200: CasePaymentsWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        if (!(await caseLine(tx, institution, id)))
          throw toProblem({ kind: 'refused', code: 'case-not-found' })
        return paymentsOfCase(tx, institution, id)
      })
    },
  )
}

/** What came of it; asked within the transaction, so that a no takes back what was written before it. */
export function accepted<Value>(
  outcome:
    | { kind: 'accepted'; value: Value }
    | { kind: 'refused'; refusal: Refusal<PayoutRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toPayoutProblem(outcome.refusal)
  return outcome.value
}

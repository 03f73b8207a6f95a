import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { linesOfRun } from '../journal.queries.ts'
import { journalReaders } from '../journal.routes.ts'
import { chartNow } from '../journal.view.ts'
import { sendVouchers } from './run.commands.ts'
import { voucherColumns } from './run.csv.ts'
import { runsOf } from './run.queries.ts'
import { toRunProblem } from './run.refusals.ts'
import { NewRunWire, RunListWire, SentWire, VoucherFilterWire } from './run.wire.ts'

const tags = ['journal']

/** Vouchers that go out to the finance system, over HTTP. */
export function runRoutes(app: App, context: Context): void {
  const { db, clock } = context

  app.get(
    '/voucher-runs',
    { config: { access: journalReaders }, schema: { tags, response: { 200: RunListWire } } },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), async (tx) => ({
        ...(await runsOf(tx, institution)),
        today: clock.today(),
      }))
    },
  )

  app.post(
    '/voucher-runs',
    {
      config: { access: ['finance'] },
      schema: { tags, body: NewRunWire, response: { 201: SentWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        sendVouchers(tx, clock, caller, request.body),
      )
      if (outcome.kind === 'refused') throw toRunProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  exportRoutes(app, context, {
    path: '/vouchers',
    access: ['finance'],
    filter: VoucherFilterWire,
    name: { zh: '记账凭证', en: 'Vouchers' },
    words: { run: { name: { zh: '导出批次', en: 'Run' } } },
    columns: (lang) => voucherColumns(lang, chartNow(clock.today())),
    lines: (tx, { institution }, { run }) => linesOfRun(tx, institution, run),
  })
}

import type { Lang } from '@yizhuan/kit'
import type { Chart } from '@yizhuan/money'
import { callerOf } from '../../../platform/access.ts'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import { asCaller, asReader } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { journalColumns, type VoucherRow } from '../journal.csv.ts'
import { linesOfRun } from '../journal.queries.ts'
import { journalReaders } from '../journal.routes.ts'
import { chartNow } from '../journal.view.ts'
import { sendVouchers } from './run.commands.ts'
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

/** A voucher as finance systems take it: its day, word and number, then one line for each account. */
function voucherColumns(lang: Lang, chart: Chart): readonly Column<VoucherRow>[] {
  const { text, number } = columnsIn<VoucherRow>(lang)
  const [day, ...others] = journalColumns<VoucherRow>(lang, chart)
  return [
    ...(day ? [day] : []),
    text('会计期间', 'Month', ({ month }) => month),
    text('凭证字', 'Word', () => (lang === 'zh' ? '记' : 'J')),
    number('凭证号', 'Number', ({ number: of }) => of),
    number('分录序号', 'Line', ({ line }) => line),
    ...others,
  ]
}

import { z } from 'zod'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { idText } from '../../../platform/text.ts'
import { payers } from '../payout.access.ts'
import { personnelColumns } from './personnel.csv.ts'
import { personnelLines } from './personnel.view.ts'

/** Of one batch, or of one month: by the day on which it was paid, or came back. */
const PersonnelFilterWire = z.object({
  batch: idText().optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
})

/** What personnel is told of rewards that were paid: it keeps wages and insurance and has no account of its own here. */
export function personnelRoutes(app: App, context: Context): void {
  exportRoutes(app, context, {
    path: '/payouts/personnel',
    access: payers,
    filter: PersonnelFilterWire,
    name: { zh: '奖励发放人事清单', en: 'Rewards paid, for personnel' },
    words: {
      batch: { name: { zh: '批次', en: 'Batch' } },
      month: { name: { zh: '月份', en: 'Month' } },
    },
    isPersonal: true,
    columns: personnelColumns,
    lines: (tx, caller, filter) => personnelLines(tx, context.clock, caller, filter),
  })
}

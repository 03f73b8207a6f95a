import type { Day } from '@yizhuan/kit'
import { callerOf } from '../../../platform/access.ts'
import { asReader, type Tx } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { docketReaders } from '../docket/docket.access.ts'
import { otherFeeColumns } from './other-fee.csv.ts'
import { listOtherFees, type OtherFeeFilter } from './other-fee.queries.ts'
import { OtherFeeFilterWire, OtherFeeListWire } from './other-fee.wire.ts'

/** What is to be paid for applications, examinations and renewals, over HTTP. */
export function otherFeeRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/docket/other-fees',
    {
      config: { access: docketReaders },
      schema: {
        tags: ['rights'],
        querystring: OtherFeeFilterWire,
        response: { 200: OtherFeeListWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) =>
        readOtherFees(tx, caller.institution, clock.today(), request.query),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/docket/other-fees',
    access: docketReaders,
    filter: OtherFeeFilterWire,
    name: { zh: '其他官费', en: 'other-fees' },
    columns: otherFeeColumns,
    lines: async (tx, { institution }, filter) =>
      (await readOtherFees(tx, institution, clock.today(), filter)).items,
  })
}

async function readOtherFees(
  tx: Tx,
  institution: string,
  today: Day,
  filter: OtherFeeFilter,
): Promise<OtherFeeListWire> {
  const rows = await listOtherFees(tx, institution, today, filter)
  const items = rows.map(({ feePaidBy: _event, feeTitle, verified, ...row }) => ({
    ...row,
    // A clock that asks for a fee says which, as the database checks.
    feeTitle: feeTitle ?? row.clockTitle,
    verified: verified ?? false,
  }))
  const total = items.reduce((sum, { feeFen }) => sum + BigInt(feeFen ?? 0), 0n)
  const unknown = items.filter(({ feeFen }) => feeFen === null).length
  return { today, items, totalFen: `${total}`, unknown }
}

import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { type Author, amendRecord } from '../../../platform/register.ts'
import { takeBack } from '../../journal/index.ts'
import { batchHolding } from '../docket/fee.queries.ts'
import { lockedBatch } from './batch.queries.ts'
import { batchRegister } from './batch.table.ts'

/** The line of a batch that a payment settled. */
export interface SettledLine {
  readonly batchId: string
  readonly rightId: string
  readonly year: number
  readonly clock: string
  readonly eventId: string | null
}

/** The line that an event settled, with its batch held until the transaction ends. */
export async function lockedLineOf(
  tx: Tx,
  institution: string,
  event: string,
): Promise<SettledLine | undefined> {
  const find = () =>
    tx
      .selectFrom('feeBatchLine')
      .select(['batchId', 'rightId', 'year', 'clock', 'eventId'])
      .where('institutionId', '=', institution)
      .where('eventId', '=', event)
      .where('state', '=', 'paid')
      .executeTakeFirst()
  const line = await find()
  if (!line) return undefined
  await lockedBatch(tx, institution, line.batchId)
  return find()
}

/**
 * Opens a line again whose payment was struck, and with it a batch that was settled: the receipt can be
 * taken anew. Where the fee stands in another batch by now, it is paid by that one.
 */
export async function reopenLine(
  tx: Tx,
  clock: Clock,
  by: Author,
  { batchId, rightId, year, clock: paidFor, eventId }: SettledLine,
  reason: string,
): Promise<void> {
  const key = { right: rightId, year, clock: paidFor }
  const other = await batchHolding(tx, by.institution, key)
  await tx
    .updateTable('feeBatchLine')
    .set({ state: other ? 'dropped' : 'open' })
    .set({ paidOn: null, paidFen: null, receipt: null, eventId: null })
    .where('institutionId', '=', by.institution)
    .where('batchId', '=', batchId)
    .where('rightId', '=', rightId)
    .where('year', '=', year)
    .where('clock', '=', paidFor)
    .execute()
  if (eventId !== null) {
    const of = { source: 'fee_batch' as const, id: eventId, seq: 1, record: batchId }
    const told = { ...of, subject: '', reference: reason }
    await takeBack(tx, clock, by.institution, clock.today(), [told])
  }
  await amendRecord(tx, batchRegister, clock, by, batchId, {
    fields: other ? {} : { state: 'approved' },
    beside: [{ field: 'receipts', from: paidFor ? { clock: paidFor } : { year }, to: null }],
    reason,
  })
}

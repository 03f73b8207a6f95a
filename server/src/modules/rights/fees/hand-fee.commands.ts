import type { RightEvent } from '@yizhuan/docket'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { post, takeBack } from '../../journal/index.ts'
import { payments } from '../shares/share.queries.ts'
import { type FeeRight, handFeePosting } from './posting.ts'

/** Books an event by which a fee was paid without a batch; an event of another kind moves no money. */
export async function bookHandFee(
  tx: Tx,
  clock: Clock,
  institution: string,
  right: FeeRight,
  { id: eventId, kind, on: paidOn, fen, ref, source }: RightEvent,
): Promise<void> {
  if (!payments.includes(kind) || fen === undefined) return
  const fee = { eventId, paidOn, paidFen: `${fen}`, receipt: ref ?? source }
  await post(tx, clock, institution, [handFeePosting(right, fee)])
}

/** Takes back in red what stands of an event that was struck; nothing where it moved no money. */
export async function takeHandFeeBack(
  tx: Tx,
  clock: Clock,
  institution: string,
  {
    right,
    event,
    reason,
  }: { readonly right: string; readonly event: string; readonly reason: string },
): Promise<void> {
  const of = { source: 'right_fee' as const, id: event, seq: 1, record: right }
  await takeBack(tx, clock, institution, clock.today(), [{ ...of, subject: '', reference: reason }])
}

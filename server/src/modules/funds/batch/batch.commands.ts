import { type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../../platform/clock.ts'
import type { FieldKeys } from '../../../platform/crypto.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Author } from '../../../platform/register.ts'
import type { Actor } from '../../cases/index.ts'
import {
  type Answer,
  type AwardRecord,
  type FileMade,
  lockBatch,
  madeBefore,
  makeAwardBatch,
  type NewAwardOrder,
  type PayoutRefusals,
  sendBatch,
  staffAwardsToSend,
} from '../../payouts/index.ts'
import { lockedBonus } from '../bonus/bonus.commands.ts'
import { lockedAward, lockedPurse } from '../staff/staff.commands.ts'
import type { PayAwardsWire } from './batch.wire.ts'
import { approvedRecords, openOf } from './open.queries.ts'

/** Why bonuses and awards are not put into a batch, or not sent. */
export interface AwardBatchRefusals extends PayoutRefusals {
  'no-award-to-pay': Record<string, never>
  'purse-short': { readonly free: string }
}

type Done<Value> = Promise<Outcome<Value, AwardBatchRefusals>>

/** A bonus or award, held until the transaction ends. */
export const holdRecord = (tx: Tx, institution: string, { source, id }: AwardRecord) =>
  source === 'grant_bonus' ? lockedBonus(tx, institution, id) : lockedAward(tx, institution, id)

/** Puts what is open of bonuses and awards into a batch; of two who do so at once the second finds nothing open. */
export async function payInBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  { records, ...batch }: z.output<typeof PayAwardsWire>,
): Done<{ id: string }> {
  const { institution } = by
  const before: Answer<{ id: string } | undefined> = await madeBefore(tx, by, batch.id)
  if (before.kind === 'refused') return before
  if (before.value) return { kind: 'accepted', value: before.value }
  const chosen = records === 'all' ? await approvedRecords(tx, institution) : records
  const orders: NewAwardOrder[] = []
  const seen = new Set<string>()
  // One order for everybody: two who put batches together do not wait for each other.
  for (const one of chosen.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (seen.has(one.id)) continue
    seen.add(one.id)
    await holdRecord(tx, institution, one)
    orders.push(...(await openOf(tx, institution, one)))
  }
  if (orders.length === 0) return refuse('no-award-to-pay', {})
  if (orders.some(({ source }) => source === 'staff_award')) {
    const { free } = await lockedPurse(tx, institution)
    if (free < 0n) return refuse('purse-short', { free: `${free}` })
  }
  return makeAwardBatch(tx, clock, by, batch, orders)
}

/** Sends a batch of bonuses and awards; a distribution may have been reversed since it was put together. */
export async function sendAwards(
  tx: Tx,
  clock: Clock,
  keys: FieldKeys,
  by: Actor,
  id: string,
): Done<FileMade> {
  const { institution } = by
  // The batch before the purse: so does whoever writes its proof.
  await lockBatch(tx, institution, id)
  if ((await staffAwardsToSend(tx, institution, id)).length > 0) {
    const { free } = await lockedPurse(tx, institution)
    if (free < 0n) return refuse('purse-short', { free: `${free}` })
  }
  return sendBatch(tx, clock, keys, by, id)
}

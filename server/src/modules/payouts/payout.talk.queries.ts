import type { TalkedOf } from '../../platform/talked-of.ts'
import { payoutReaders } from './payout.access.ts'
import './payout.table.ts'

/** Batches of payments, as far as colleagues talk about them. */
export const payoutTalk: TalkedOf = {
  kind: 'payout-batch',
  access: payoutReaders,
  async called(tx, institution, id) {
    const batch = await tx
      .selectFrom('payoutBatch')
      .select('title')
      .where('institutionId', '=', institution)
      .where('id', '=', id)
      .executeTakeFirst()
    return batch && { label: null, title: batch.title, path: `/payouts/${id}` }
  },
}

import type { TalkedOf } from '../../../platform/talked-of.ts'
import { batchReaders } from './batch.access.ts'
import './batch.table.ts'

/** Batches of annual fees, as far as colleagues talk about them. */
export const feeBatchTalk: TalkedOf = {
  kind: 'fee-batch',
  access: batchReaders,
  async called(tx, institution, id) {
    const batch = await tx
      .selectFrom('feeBatch')
      .select('title')
      .where('institutionId', '=', institution)
      .where('id', '=', id)
      .executeTakeFirst()
    return batch && { label: null, title: batch.title, path: `/fee-batches/${id}` }
  },
}

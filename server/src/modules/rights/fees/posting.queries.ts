import type { Tx } from '../../../platform/database.ts'
import type { Posting } from '../../journal/index.ts'
import './batch.table.ts'
import { feePosting, type PaidFee } from './posting.ts'

/** Everything that batches of fees say of money: what the journal is made of anew. */
export async function feeMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const rows = await tx
    .selectFrom('feeBatchLine')
    .innerJoin('feeBatch', (join) =>
      join
        .onRef('feeBatch.institutionId', '=', 'feeBatchLine.institutionId')
        .onRef('feeBatch.id', '=', 'feeBatchLine.batchId'),
    )
    .select(['feeBatch.id', 'feeBatch.title', 'eventId', 'paidOn', 'paidFen', 'receipt'])
    .where('feeBatchLine.institutionId', '=', institution)
    .where('feeBatchLine.state', '=', 'paid')
    .orderBy('feeBatchLine.batchId')
    .execute()
  // A line that is paid has all of them, as the database checks.
  return rows.map((row) => feePosting(row, row as PaidFee))
}

import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Posting } from '../../journal/index.ts'
import { payments } from '../shares/share.queries.ts'
import './batch.table.ts'
import { type FeeRight, feePosting, handFeePosting, type PaidFee } from './posting.ts'

/** Everything that fees of rights say of money, by batches and without: what the journal is made of anew. */
export async function feeMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  return [...(await batchMoney(tx, institution)), ...(await handMoney(tx, institution))]
}

async function batchMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
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

/** Payments that stand in dockets and settled no line of a batch. */
async function handMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<FeeRight & PaidFee>`
    select ip_right.id, ip_right.number, ip_right.title, event.id as event_id,
      event.on_day::text as paid_on, event.told->>'fen' as paid_fen,
      coalesce(event.told->>'ref', event.source) as receipt
    from right_event as event
    join ip_right on ip_right.institution_id = event.institution_id and ip_right.id = event.right_id
    where event.institution_id = ${institution} and event.kind = any(${[...payments]}::text[])
      and event.told->>'fen' is not null
      and not exists (select from right_event as strike
        where strike.institution_id = ${institution} and strike.strikes = event.id)
      and not exists (select from fee_batch_line as line
        where line.institution_id = ${institution} and line.event_id = event.id)
    order by event.id`.execute(tx)
  return rows.map((row) => handFeePosting(row, row))
}

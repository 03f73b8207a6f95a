import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Posting } from '../../journal/index.ts'
import { shareOfFee } from './posting.ts'
import { payments } from './share.queries.ts'
import './share.table.ts'

const isTakenBack = sql<boolean>`exists (select from right_cost_entry as back
  where back.institution_id = one.institution_id and back.reverses = one.id)`

/** Everything that others bear of fees says of money: what the journal is made of anew. */
export async function feeShareMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const rows = await tx
    .selectFrom('rightCostEntry as one')
    .select(['id', 'rightId', 'party', 'kind', 'fen', 'onDay', 'document'])
    .where('institutionId', '=', institution)
    .where('reverses', 'is', null)
    .where(sql<boolean>`not ${isTakenBack}`)
    .orderBy('id')
    .execute()
  return rows.map(shareOfFee)
}

/** A receipt of fees, what was paid under it, and what of that others gave back. */
export interface ReimbursedFees {
  /** The number of the receipt, however it is typed. */
  readonly key: string
  readonly paidFen: string
  readonly backFen: string
}

/** What others gave back of fees that were paid under some vouchers; none where nobody did. */
export async function feesReimbursed(
  tx: Tx,
  institution: string,
  vouchers: readonly string[],
): Promise<readonly ReimbursedFees[]> {
  if (vouchers.length === 0) return []
  const { rows } = await sql<ReimbursedFees>`
    with asked as (select distinct voucher_key(voucher) as key from unnest(${[...vouchers]}::text[]) as voucher),
    back as (
      select one.right_id, one.event_id, sum(one.fen) as fen from right_cost_entry as one
      where one.institution_id = ${institution} and one.kind = 'received' and one.reverses is null
        and not ${isTakenBack}
      group by one.right_id, one.event_id),
    fee as (
      select voucher_key(event.told->>'ref') as key, (event.told->>'fen')::numeric as fen, back.fen as back
      from right_event as event
      left join back on back.event_id = event.id
      where event.institution_id = ${institution} and event.kind = any(${[...payments]}::text[])
        and event.right_id in (select right_id from back) and event.told->>'fen' is not null
        and not exists (select from right_event as strike
          where strike.institution_id = ${institution} and strike.strikes = event.id))
    select fee.key, sum(fee.fen)::text as paid_fen, sum(fee.back)::text as back_fen
    from fee join asked on asked.key = fee.key
    group by fee.key having sum(fee.back) > 0`.execute(tx)
  return rows
}

import { parseRatio } from '@yizhuan/kit'
import { ownPartOf } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../contracts/index.ts'
import { closedThrough } from '../journal/index.ts'
import '../proceeds/index.ts'
import './receivables.table.ts'
import type { LooseReceipt, StandingClaims } from './suspense.ts'

/** A loose receipt with what its entries say of it. */
export interface KnownLoose extends LooseReceipt {
  readonly caseId: string | null
  readonly part: 'transfer' | 'service'
  readonly subject: string
}

/** The receipts that arrived by the end of a month and paid nothing yet, the earliest first. */
export async function looseReceipts(
  tx: Tx,
  institution: string,
  through: string,
  ids?: readonly string[],
): Promise<readonly KnownLoose[]> {
  const only = ids === undefined ? sql`true` : sql`receipt.id = any(${[...ids]}::uuid[])`
  const { rows } = await sql<Omit<KnownLoose, 'fen'> & { readonly fen: string }>`
    select receipt.id, receipt.contract_id as contract, receipt.payer, receipt.case_id,
      case when contract.kind <> 'transfer' then 'service' else 'transfer' end as part,
      left(coalesce(contract.number, receipt.contract_number, receipt.payer, receipt.voucher, ''), 300)
        as subject,
      -- Of a receipt that others share, what is left is theirs by the same part.
      div((receipt.amount_fen - coalesce(used.matched_fen + used.refunded_fen, 0))::numeric
        * (receipt.amount_fen - receipt.others_fen), receipt.amount_fen)::text as fen
    from receipt
    left join contract on contract.institution_id = receipt.institution_id
      and contract.id = receipt.contract_id
    left join receipt_money as used on used.institution_id = receipt.institution_id
      and used.receipt_id = receipt.id
    where receipt.institution_id = ${institution} and receipt.amount_fen > 0
      and receipt.received_on is not null and left(receipt.dated_on, 7) <= ${through} and ${only}
      and receipt.amount_fen > coalesce(used.matched_fen + used.refunded_fen, 0)
      and receipt.amount_fen > receipt.others_fen
    order by receipt.dated_on, receipt.id`.execute(tx)
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }))
}

/**
 * What contracts have on the account of receivables that was booked by the end of a month, the own part of it: claim
 * by claim, as the books divide it.
 */
export async function standingClaims(
  tx: Tx,
  institution: string,
  through: string,
): Promise<readonly StandingClaims[]> {
  const { rows } = await sql<{
    readonly contract: string
    readonly counterparty: string | null
    readonly others: readonly { readonly holder: string; readonly share: string }[]
    readonly fen: readonly string[]
  }>`
    select contract.id as contract, contract.counterparty, contract.others,
      array_agg(booked_fen::text) as fen
    from receivable join contract on contract.institution_id = receivable.institution_id
      and contract.id = receivable.contract_id
    where receivable.institution_id = ${institution} and receivable.booked_fen > 0
      and exists (select from journal_entry as entry where entry.institution_id = ${institution}
        and entry.source = 'receivable' and entry.source_id = receivable.id
        and left(coalesce(entry.acted_on, entry.dated_on), 7) <= ${through})
    group by contract.institution_id, contract.id order by contract.id`.execute(tx)
  return rows.map(({ contract, counterparty, others, fen }) => {
    const shares = others.map(({ holder, share }) => ({ holder, share: parseRatio(share) }))
    const own = fen.map((one) => ownPartOf(BigInt(one), shares))
    return { contract, counterparty, fen: own.reduce((all, one) => all + one, 0n) }
  })
}

/** What is held of receipts now, line by line. */
export function holdLines(tx: Tx, institution: string) {
  return tx
    .selectFrom('receiptHold')
    .select(['receiptId', 'seq', 'onDay', 'part', 'fen', 'caseId', 'subject'])
    .where('institutionId', '=', institution)
    .orderBy('receiptId')
    .orderBy('seq')
    .execute()
}

/**
 * The receipts of which something is held. @param through  only what was held or let go by a day; all unless told.
 */
export async function heldReceipts(tx: Tx, institution: string, through: string | null = null) {
  const { rows } = await sql<{
    readonly id: string
    readonly part: 'transfer' | 'service'
    readonly fen: string
    readonly seq: number
    readonly since: string
    readonly caseId: string | null
    readonly subject: string
  }>`
    select receipt_id as id, part, sum(fen)::text as fen, max(case_id::text)::uuid as case_id,
      max(on_day) filter (where fen > 0)::text as since,
      max(subject) as subject, (select max(other.seq) from receipt_hold as other
        where other.institution_id = receipt_hold.institution_id
          and other.receipt_id = receipt_hold.receipt_id) as seq
    from receipt_hold where institution_id = ${institution}
      and (${through}::date is null or on_day <= ${through}::date)
    group by institution_id, receipt_id, part having sum(fen) <> 0 order by receipt_id`.execute(tx)
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }))
}

/** One after the other lets go what is held; while months are closed nobody does. */
export async function lockHolds(tx: Tx, institution: string): Promise<void> {
  // Closing holds the books first as well.
  await closedThrough(tx, institution)
  await sql`select pg_advisory_xact_lock(hashtext('yizhuan holds'), hashtext(${institution}::text))`.execute(
    tx,
  )
}

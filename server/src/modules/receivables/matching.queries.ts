import { fen } from '@yizhuan/kit'
import type { Currency, Money } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../proceeds/index.ts'
import './receivables.table.ts'
import { isLinked } from './refund.queries.ts'

/** A receipt as it is matched: held until the transaction ends. */
export function lockedReceipt(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('receipt')
    .select(['id', 'contractId', 'payer', 'receivedOn', 'amountFen', 'voucher', 'caseId'])
    .select(['byHand', 'takenBack'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Of which contract a receipt is, before anything is held. */
export async function contractIdOf(tx: Tx, institution: string, id: string) {
  const row = await tx
    .selectFrom('receipt')
    .select('contractId')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.contractId ?? null
}

/** Whether a receipt paid something, was given back, gave one back, or stands on a list of income. */
export async function isUsed(tx: Tx, institution: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ isUsed: boolean }>`
    select exists (select from receipt_money where institution_id = ${institution}
        and receipt_id = ${id} and matched_fen + refunded_fen <> 0)
      or coalesce((select sum(fen) from receipt_refund where institution_id = ${institution}
        and refund_id = ${id}), 0) <> 0
      or exists (select from income_verification_line where institution_id = ${institution}
        and receipt_id = ${id} and not is_void) as is_used`.execute(tx)
  return rows[0]?.isUsed ?? false
}

/** What is known of the currency of a receipt and of its use. */
export async function receiptMoneyOf(tx: Tx, institution: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return await tx
    .selectFrom('receiptMoney')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('receiptId', 'in', ids)
    .execute()
}

export type ReceiptMoney = Awaited<ReturnType<typeof receiptMoneyOf>>[number]

/** What is left of a receipt; one of which nothing was noted came in yuan and is all there. */
export function leftOf(amountFen: string | null, money: ReceiptMoney | undefined): Money {
  const amount = BigInt(amountFen ?? '0')
  if (!money) return { currency: 'CNY', minor: amount, fen: fen(amount) }
  const { minor, matchedMinor, refundedMinor, matchedFen, refundedFen } = money
  return {
    currency: money.currency as Currency,
    minor: BigInt(minor) - BigInt(matchedMinor) - BigInt(refundedMinor),
    fen: fen(BigInt(money.fen) - BigInt(matchedFen) - BigInt(refundedFen)),
  }
}

/** The open receivables a receipt may pay: of its contract, else of its payer. */
export async function openFor(
  tx: Tx,
  institution: string,
  { contractId, payer }: { readonly contractId: string | null; readonly payer: string | null },
) {
  let query = tx
    .selectFrom('receivable')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receivable.institutionId')
        .onRef('contract.id', '=', 'receivable.contractId'),
    )
    .select([
      'receivable.id',
      'receivable.label',
      'receivable.currency',
      'receivable.openMinor',
      'receivable.dueOn',
      'receivable.contractId',
      'contract.title as contractTitle',
      'contract.number as contractNumber',
      'contract.kind as contractKind',
    ])
    .where('receivable.institutionId', '=', institution)
    .where('receivable.openMinor', '>', '0')
    .orderBy('receivable.datedOn')
    .orderBy('receivable.id')
  if (contractId !== null) query = query.where('receivable.contractId', '=', contractId)
  else if (payer !== null) {
    // The income of a case is an act of it: a receipt of a ledger pays none of its claims.
    query = query.where('contract.counterparty', '=', payer).where('contract.caseId', 'is', null)
  } else return []
  return await query.execute()
}

/** What paid what, of some receipts or of one contract, the first first. */
export function matchesOf(
  tx: Tx,
  institution: string,
  of: { readonly contract?: string; readonly receipt?: string },
) {
  let query = tx
    .selectFrom('receivableMatch as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .innerJoin('receipt', (join) =>
      join
        .onRef('receipt.institutionId', '=', 'one.institutionId')
        .onRef('receipt.id', '=', 'one.receiptId'),
    )
    .select([
      'one.id',
      'one.receivableId',
      'one.receiptId',
      'one.minor',
      'one.fen',
      'one.usedMinor',
      'one.takesBack',
      'one.reason',
      'one.madeName',
      'one.madeAt',
      'receivable.label',
      'receivable.currency',
      'receivable.contractId',
      'receipt.receivedOn',
    ])
    .where('one.institutionId', '=', institution)
    .orderBy('one.madeAt')
    .orderBy('one.id')
  if (of.contract !== undefined) query = query.where('receivable.contractId', '=', of.contract)
  if (of.receipt !== undefined) query = query.where('one.receiptId', '=', of.receipt)
  return query.execute()
}

/** Refunds that gave this receipt back, and those of its contract that wait and may have. */
export async function refundsFor(
  tx: Tx,
  institution: string,
  { id, contractId }: { readonly id: string; readonly contractId: string | null },
) {
  const links = await tx
    .selectFrom('receiptRefund as link')
    .innerJoin('receipt', (join) =>
      join
        .onRef('receipt.institutionId', '=', 'link.institutionId')
        .onRef('receipt.id', '=', 'link.refundId'),
    )
    .select(['link.refundId as id', 'receipt.receivedOn', 'receipt.amountFen', 'link.seq'])
    .select(['link.fen', 'link.basis', 'link.reason', 'link.madeName', 'link.madeAt'])
    .where('link.institutionId', '=', institution)
    .where('link.receiptId', '=', id)
    .orderBy('link.madeAt')
    .orderBy('link.seq')
    .execute()
  // A line that was taken back is followed by another of the same refund.
  const linked = links.filter(
    (one) =>
      BigInt(one.fen) > 0n && !links.some(({ id: of, seq }) => of === one.id && seq > one.seq),
  )
  if (contractId === null) return { linked, open: [] }
  const open = await tx
    .selectFrom('receipt')
    .select(['id', 'receivedOn', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', contractId)
    .where('amountFen', '<', '0')
    .where(sql<boolean>`not ${isLinked}`)
    .orderBy('receivedOn')
    .execute()
  return { linked, open }
}

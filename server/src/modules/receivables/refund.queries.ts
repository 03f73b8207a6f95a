import type { Refund, Refundable } from '@yizhuan/money'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../proceeds/index.ts'
import './receivables.table.ts'

/** What of a receipt is the institution's own and was not given back. */
export const ownLeft: RawBuilder<string> = sql<string>`
  receipt_own_left(receipt.institution_id, receipt.id)::text`

/** Whether a refund is linked with the receipt it gave back. */
export const isLinked: RawBuilder<boolean> = sql<boolean>`coalesce((
  select sum(link.fen) from receipt_refund as link
  where link.institution_id = receipt.institution_id and link.refund_id = receipt.id), 0) <> 0`

/** A refund that nobody has said of which receipt it is. */
export interface WaitingRefund extends Refund {
  /** What of it is the institution's own. */
  readonly ownFen: bigint
  /** Somebody took back what it was linked with: it is linked by nobody but a person again. */
  readonly isTakenBack: boolean
  readonly voucher: string | null
}

/** The refunds of some contracts that wait, the earliest first. */
export async function waitingRefunds(
  tx: Tx,
  institution: string,
  contracts: readonly string[],
): Promise<readonly WaitingRefund[]> {
  if (contracts.length === 0) return []
  const rows = await tx
    .selectFrom('receipt')
    .select(['id', 'contractId', 'caseId', 'receivedOn', 'amountFen', 'othersFen', 'voucher'])
    .select(
      sql<boolean>`exists (select from receipt_refund as link
        where link.institution_id = receipt.institution_id and link.refund_id = receipt.id)`.as(
        'isTakenBack',
      ),
    )
    .where('institutionId', '=', institution)
    .where('contractId', 'in', contracts)
    .where('amountFen', '<', '0')
    .where(sql<boolean>`not ${isLinked}`)
    .orderBy('datedOn')
    .orderBy('id')
    .execute()
  return rows.map(({ id, contractId, caseId, receivedOn, amountFen, othersFen, ...more }) => ({
    ...{ id, contract: contractId ?? '', case: caseId, on: receivedOn, ...more },
    fen: -BigInt(amountFen ?? 0),
    ownFen: BigInt(othersFen) - BigInt(amountFen ?? 0),
  }))
}

/** A receipt as a refund may have come from it, and as people know it. */
export interface KnownRefundable extends Refundable {
  readonly voucher: string | null
}

/** The receipts of some contracts that brought money. */
export async function refundablesOf(
  tx: Tx,
  institution: string,
  contracts: readonly string[],
): Promise<readonly KnownRefundable[]> {
  if (contracts.length === 0) return []
  const rows = await tx
    .selectFrom('receipt')
    .leftJoin('receiptMoney as money', (join) =>
      join
        .onRef('money.institutionId', '=', 'receipt.institutionId')
        .onRef('money.receiptId', '=', 'receipt.id'),
    )
    .select(['receipt.id', 'receipt.contractId', 'receipt.caseId', 'receipt.receivedOn'])
    .select(['receipt.amountFen', 'receipt.voucher', 'money.matchedFen', 'money.refundedFen'])
    .where('receipt.institutionId', '=', institution)
    .where('receipt.contractId', 'in', contracts)
    .where('receipt.amountFen', '>', '0')
    .orderBy('receipt.datedOn')
    .orderBy('receipt.id')
    .execute()
  return rows.map((row) => {
    const kept = BigInt(row.amountFen ?? 0) - BigInt(row.refundedFen ?? 0)
    return {
      ...{ id: row.id, contract: row.contractId ?? '', case: row.caseId },
      ...{ receivedOn: row.receivedOn, voucher: row.voucher },
      ...{ kept, free: kept - BigInt(row.matchedFen ?? 0) },
    }
  })
}

/** What was said of which receipt a refund gave back, the first first. */
export function linksOf(tx: Tx, institution: string, refund: string) {
  return tx
    .selectFrom('receiptRefund')
    .select(['receiptId', 'seq', 'fen', 'minor', 'basis'])
    .where('institutionId', '=', institution)
    .where('refundId', '=', refund)
    .orderBy('seq')
    .execute()
}

/** Holds all receipts of a contract until the transaction ends, always in one order. */
export async function lockReceiptsOf(tx: Tx, institution: string, contract: string): Promise<void> {
  await tx
    .selectFrom('receipt')
    .select('id')
    .where('institutionId', '=', institution)
    .where('contractId', '=', contract)
    .orderBy('id')
    .forUpdate()
    .execute()
}

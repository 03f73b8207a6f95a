import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../contracts/index.ts'
import type { Posting } from '../journal/index.ts'
import './receipt.table.ts'
import { receiptPostings } from './posting.ts'

/** Receipts that were entered from a ledger, with what the journal has to know of them. */
export async function receiptsToPost(tx: Tx, institution: string, ids?: readonly string[]) {
  let query = tx
    .selectFrom('receipt')
    .leftJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receipt.institutionId')
        .onRef('contract.id', '=', 'receipt.contractId'),
    )
    .select(['receipt.id', 'receipt.receivedOn'])
    .select(
      sql<string | null>`coalesce(contract.number, receipt.contract_number)`.as('contractNumber'),
    )
    .select(sql<string | null>`coalesce(receipt.payer, contract.counterparty)`.as('payer'))
    .select(['receipt.amountFen', 'receipt.taxFen', 'receipt.appraisalFen', 'receipt.agencyFen'])
    .select(['receipt.costFen', 'receipt.rewardFen', 'receipt.split', 'receipt.paidOn'])
    .select(['receipt.voucher'])
    .select(sql<boolean>`coalesce(contract.kind <> 'transfer', false)`.as('isService'))
    .where('receipt.institutionId', '=', institution)
    .where('receipt.caseId', 'is', null)
  if (ids !== undefined)
    query = query.where('receipt.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
  return await query.orderBy('receipt.id').execute()
}

export type ReceiptToPost = Awaited<ReturnType<typeof receiptsToPost>>[number]

/** Everything that receipts of ledgers say of money: what the journal is made of anew. */
export async function receiptMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const receipts = await receiptsToPost(tx, institution)
  return receipts.flatMap((receipt) => receiptPostings({ ...receipt, seq: 1 }, receipt))
}

import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../receivables/index.ts'
import './registration.table.ts'

/** What of a receipt is the institution's own and was not given back. */
const left = sql<string>`(receipt.amount_fen - receipt.others_fen - coalesce((
  select sum(receipt_refund.fen) from receipt_refund
  where receipt_refund.institution_id = receipt.institution_id
    and receipt_refund.receipt_id = receipt.id), 0))::text`

/** The receipts of a contract that brought money, with the verification that counts each. */
export function receiptsToVerify(tx: Tx, institution: string, contract: string) {
  return tx
    .selectFrom('receipt')
    .leftJoin('incomeVerificationLine as line', (join) =>
      join
        .onRef('line.institutionId', '=', 'receipt.institutionId')
        .onRef('line.receiptId', '=', 'receipt.id')
        .on('line.isVoid', '=', false),
    )
    .select([
      'receipt.id',
      'receipt.receivedOn',
      'receipt.voucher',
      'receipt.amountFen',
      'receipt.rewardFen',
      'receipt.split',
      left.as('leftFen'),
      'line.verificationId',
    ])
    .where('receipt.institutionId', '=', institution)
    .where('receipt.contractId', '=', contract)
    .where('receipt.amountFen', '>', '0')
    .orderBy('receipt.receivedOn')
    .orderBy('receipt.id')
    .execute()
}

/** What was drawn up of an attempt, the newest first. */
export function verificationsOf(tx: Tx, institution: string, registration: string) {
  return tx
    .selectFrom('incomeVerification')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('registrationId', '=', registration)
    .orderBy('seq', 'desc')
    .execute()
}

/** One verification. */
export function verificationOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('incomeVerification')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The lines of verifications of an attempt, with what each receipt brought. */
export function linesOf(tx: Tx, institution: string, registration: string) {
  return tx
    .selectFrom('incomeVerificationLine as line')
    .innerJoin('incomeVerification', (join) =>
      join
        .onRef('incomeVerification.institutionId', '=', 'line.institutionId')
        .onRef('incomeVerification.id', '=', 'line.verificationId'),
    )
    .innerJoin('receipt', (join) =>
      join
        .onRef('receipt.institutionId', '=', 'line.institutionId')
        .onRef('receipt.id', '=', 'line.receiptId'),
    )
    .select([
      'line.verificationId',
      'line.receiptId',
      'line.fen',
      'receipt.receivedOn',
      'receipt.voucher',
      'receipt.amountFen',
      left.as('leftFen'),
    ])
    .where('line.institutionId', '=', institution)
    .where('incomeVerification.registrationId', '=', registration)
    .orderBy('receipt.receivedOn')
    .orderBy('receipt.id')
    .execute()
}

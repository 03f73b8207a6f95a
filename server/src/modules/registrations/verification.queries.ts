import type { Tx } from '../../platform/database.ts'
import { ownLeft, refundablesOf, waitingRefunds } from '../receivables/index.ts'
import './registration.table.ts'
import { verifiableOf } from './verifiable.ts'

/** The receipts of a contract that brought money, with the verification that counts each. */
function receiptsToVerify(tx: Tx, institution: string, contract: string) {
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
      ownLeft.as('leftFen'),
      'line.verificationId',
      'line.fen as verifiedFen',
    ])
    .where('receipt.institutionId', '=', institution)
    .where('receipt.contractId', '=', contract)
    .where('receipt.amountFen', '>', '0')
    .orderBy('receipt.receivedOn')
    .orderBy('receipt.id')
    .execute()
}

/** The receipts of a contract, its refunds that wait, and how much of all that can be verified. */
export async function incomeOf(tx: Tx, institution: string, contract: string) {
  const [receipts, refunds, refundables] = await Promise.all([
    receiptsToVerify(tx, institution, contract),
    waitingRefunds(tx, institution, [contract]),
    refundablesOf(tx, institution, [contract]),
  ])
  const known = receipts.map(({ id, leftFen, verifiedFen }) => ({
    ...{ id, left: BigInt(leftFen) },
    verified: verifiedFen === null ? undefined : BigInt(verifiedFen),
  }))
  return { receipts, refunds, ...verifiableOf(known, refunds, refundables) }
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
      ownLeft.as('leftFen'),
    ])
    .where('line.institutionId', '=', institution)
    .where('incomeVerification.registrationId', '=', registration)
    .orderBy('receipt.receivedOn')
    .orderBy('receipt.id')
    .execute()
}

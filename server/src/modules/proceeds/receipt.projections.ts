import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { addJobs, type Task } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import {
  type Author,
  amendRecord,
  findAnewIn,
  makeRecordsFindable,
} from '../../platform/register.ts'
import { takeBackOnItsDay } from '../journal/index.ts'
import { bookedKinds } from './posting.ts'
import { fieldColumns, receiptRegister } from './receipt.table.ts'
import { blankReceipt, type SplitPart } from './receipt.ts'

// What the acts of a case say of the money that came in.

/** Projects the income that an act of a case recorded. */
export async function projectReceipt(
  tx: Tx,
  received: {
    readonly institution: string
    readonly case: string
    readonly seq: number
    readonly receivedOn: string
    readonly amountFen: string
    readonly voucher: string
    /** What came in as a whole under the voucher, where it is recorded in parts. */
    readonly voucherFen?: string | null
    /** What of it belongs to other holders of title. */
    readonly othersFen: string
  },
): Promise<void> {
  const { institution, case: caseId, othersFen, voucherFen = null, ...said } = received
  const contract = await tx
    .selectFrom('contract')
    .select('id')
    .where('institutionId', '=', institution)
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  const id = newId()
  const fields = { ...blankReceipt, ...said, contractId: contract?.id ?? null }
  await tx
    .insertInto('receipt')
    .values({
      ...fields,
      othersFen,
      voucherFen,
      split: sql`'[]'::jsonb`,
      institutionId: institution,
      id,
      caseId,
    })
    .execute()
  await makeRecordsFindable(tx, receiptRegister, institution, [{ id, fields }])
}

/**
 * Projects that an act of a case recorded what the register knew already: the receipt stands in the case from
 * now on, and what the register booked of it is booked by the case on the same day.
 */
export async function takeInReceipt(
  tx: Tx,
  clock: Clock,
  received: Parameters<typeof projectReceipt>[1] & {
    readonly id: string
    readonly by: Omit<Author, 'institution'>
    readonly caseNumber: string
  },
): Promise<void> {
  const { institution, id, by, caseNumber, voucher, othersFen, case: caseId, seq } = received
  const { voucherFen = null } = received
  const beside = [{ field: 'case', from: null, to: caseNumber }]
  const author = { ...by, institution }
  // How the register meant to share it out stays in its history: the case says that anew.
  const change = { fields: { voucher, ...notSharedOut }, beside, reason: caseNumber }
  const amended = await amendRecord(tx, receiptRegister, clock, author, id, change)
  if (!amended) throw new TypeError('The receipt was found before the act was judged.')
  const of = { source: 'receipt' as const, id, seq: amended.seq, record: id }
  const told = { ...of, subject: caseNumber, reference: voucher }
  await takeBackOnItsDay(tx, clock, institution, told, bookedKinds)
  await tx
    .updateTable('receipt')
    .set({ caseId, seq, othersFen, voucherFen })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

/** Of a receipt that no payout of its case took, nothing is said of costs and parts. */
const notSharedOut = {
  ...{ costFen: null, netFen: null, rewardFen: null, ttoFen: null, institutionFen: null },
  split: [],
} as const

/** What a payout of a case came to, in whole fen, and the receipts it took, by their acts. */
export interface PaidReceipts {
  readonly case: string
  readonly seqs: readonly number[]
  /** It took one receipt, and the whole of it. */
  readonly isOfOne: boolean
  /** The lines below zero by which some of them went back. */
  readonly refundSeqs: readonly number[]
  readonly paidOn: string
  readonly costFen: string
  readonly netFen: string
  readonly rewardFen: string
  readonly ttoFen: string
  readonly institutionFen: string
  readonly split: readonly SplitPart[]
}

export const findPaidTask = 'proceeds.findPaid'

/** Of how many receipts the words are told at once; those of more the worker adds as soon as they are paid out. */
const foundAtOnce = 20

/**
 * Projects payouts, each of a case of its own, on the receipts they took. Who was paid finds a receipt of a batch
 * a little later: the words of thousands are not what a payment waits for.
 *
 * A payout that took several, or a part of one, stands in its case as one sum: it is said of no receipt.
 */
export async function projectPayouts(
  tx: Tx,
  clock: Clock,
  institution: string,
  payouts: readonly PaidReceipts[],
): Promise<void> {
  const lines = payouts
    .filter(({ seqs }) => seqs.length > 0)
    .flatMap((paid) => [
      ...paid.seqs.map((seq) => settledLine(paid, seq, paid.isOfOne)),
      ...paid.refundSeqs.map((seq) => settledLine(paid, seq, false)),
    ])
  if (lines.length === 0) return
  const columns = sql.join(['id', ...fieldColumns].map((one) => sql.ref(`receipt.${one}`)))
  const { rows } = await sql<{ readonly id: string }>`
    update receipt set
      paid_on = settled.paid_on,
      cost_fen = case when settled.told then settled.cost_fen else receipt.cost_fen end,
      net_fen = case when settled.told then settled.net_fen else receipt.net_fen end,
      reward_fen = case when settled.told then settled.reward_fen else receipt.reward_fen end,
      tto_fen = case when settled.told then settled.tto_fen else receipt.tto_fen end,
      institution_fen =
        case when settled.told then settled.institution_fen else receipt.institution_fen end,
      split = case when settled.told then settled.split else receipt.split end
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as settled (case_id uuid, seq int,
      told boolean, paid_on text, cost_fen bigint, net_fen bigint, reward_fen bigint,
      tto_fen bigint, institution_fen bigint, split jsonb)
    where receipt.institution_id = ${institution} and receipt.case_id = settled.case_id
      and receipt.seq = settled.seq
    returning ${columns}
  `.execute(tx)
  if (rows.length <= foundAtOnce) {
    const records = rows.map(({ id, ...fields }) => ({ id, fields }))
    await makeRecordsFindable(tx, receiptRegister, institution, records)
    return
  }
  const payload = { receipts: rows.map(({ id }) => id) }
  await addJobs(tx, [{ institution, task: findPaidTask, payload, at: clock.now() }])
}

/** Makes receipts findable by who was paid of them. */
export function findPaid({ clock }: Pick<Context, 'clock'>): Task {
  const anew = findAnewIn(receiptRegister)
  return (tx, { institution, payload }) =>
    anew(tx, clock, institution, payload['receipts'] as readonly string[])
}

function settledLine(paid: PaidReceipts, seq: number, told: boolean) {
  return {
    case_id: paid.case,
    seq,
    told,
    paid_on: paid.paidOn,
    cost_fen: paid.costFen,
    net_fen: paid.netFen,
    reward_fen: paid.rewardFen,
    tto_fen: paid.ttoFen,
    institution_fen: paid.institutionFen,
    split: paid.split,
  }
}

/** Receipts of a case whose payout was reversed wait to be paid out again. */
export async function projectReversal(
  tx: Tx,
  of: { readonly institution: string; readonly case: string; readonly seqs: readonly number[] },
): Promise<void> {
  const rows = await tx
    .updateTable('receipt')
    .set({ paidOn: null, ...notSharedOut, split: '[]' })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .where('seq', 'in', of.seqs)
    .returning(['id', ...fieldColumns])
    .execute()
  const records = rows.map(({ id, ...fields }) => ({ id, fields }))
  await makeRecordsFindable(tx, receiptRegister, of.institution, records)
}

import { isDeepStrictEqual } from 'node:util'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import {
  type Amendment,
  type Author,
  amendRecord,
  chainOf,
  type Entering,
  enterRecords,
  type Given,
  makeRecordsFindable,
} from '../../platform/register.ts'
import { type Posting, post, takeBack } from '../journal/index.ts'
import { receiptsToPost } from './posting.queries.ts'
import { receiptPostings } from './posting.ts'
import { receiptOf, receiptsToLink } from './receipt.queries.ts'
import { type ReceiptRefusals, receiptMatched } from './receipt.refusals.ts'
import { fieldColumns, receiptRegister } from './receipt.table.ts'
import { blankReceipt, type ReceiptFields, type SplitPart } from './receipt.ts'

/** A receipt as a ledger knows it, and from where in it. */
export interface LedgerReceipt {
  /** Where its id is known before it is entered. */
  readonly id?: string
  readonly fields: ReceiptFields
  readonly source: string
}

/** Enters receipts from a ledger, each with the first entry of its own chain. @returns their ids. */
export async function enterReceipts(
  tx: Tx,
  clock: Clock,
  by: Author,
  receipts: readonly LedgerReceipt[],
  entering: Entering = {},
): Promise<readonly string[]> {
  const records = receipts.map(({ id = newId(), fields, source }) => ({
    id,
    fields,
    beside: { source },
  }))
  await enterRecords(tx, receiptRegister, by, clock.now(), records, entering)
  const ids = records.map(({ id }) => id)
  const entered = await receiptsToPost(tx, by.institution, ids)
  const postings = entered.flatMap((one) => receiptPostings({ ...one, seq: 1 }, one))
  await post(tx, clock, by.institution, postings)
  return ids
}

/** Changes a receipt that was entered from a ledger. */
export async function amendReceipt(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: { readonly fields: Given<ReceiptFields>; readonly reason: string },
): Promise<void> {
  await amendMoney(tx, clock, by, id, given)
}

/** Changes a receipt; what it did to money is taken back in red and booked as it is now. */
async function amendMoney(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: Amendment,
): Promise<{ seq: number } | undefined> {
  // Held while it is read: what is compared is what the books have of it.
  await lockKnownChain(tx, { institution: by.institution, name: chainOf(receiptRegister, id) })
  const before = await receiptsToPost(tx, by.institution, [id])
  const { amountFen } = given.fields as Given<ReceiptFields>
  if (amountFen !== undefined) await keepToUse(tx, by.institution, id, amountFen)
  const amended = await amendRecord(tx, receiptRegister, clock, by, id, given)
  const after = await receiptsToPost(tx, by.institution, [id])
  // Both stand on the day of the amendment: what was booked for a month that is over stays as it was.
  const on = clock.today()
  const seq = amended?.seq ?? 0
  const [said = []] = after.map((one) => receiptPostings({ ...one, seq, on }, one))
  const [was = []] = before.map((one) => receiptPostings({ ...one, seq, on }, one))
  const isSame = isDeepStrictEqual(moneyIn(was), moneyIn(said))
  if (isSame) return amended
  const of = { source: 'receipt' as const, id, seq, record: id }
  const told = { ...of, subject: '', reference: given.reason }
  await takeBack(tx, clock, by.institution, on, [told])
  await post(tx, clock, by.institution, said)
  return amended
}

/** What is noted of the currency of a receipt follows its amount, which is never less than what is used. */
async function keepToUse(
  tx: Tx,
  institution: string,
  id: string,
  amountFen: string | null,
): Promise<void> {
  // Whoever says what the receipt paid holds it as well.
  await sql`select from receipt where institution_id = ${institution} and id = ${id} for update`.execute(
    tx,
  )
  const { rows } = await sql<{ currency: string; fen: string; used: string }>`
    select currency, fen, matched_fen + refunded_fen as used from receipt_money
    where institution_id = ${institution} and receipt_id = ${id}`.execute(tx)
  const [noted] = rows
  const { rows: links } = await sql<{ fen: string }>`
    select sum(fen) as fen from receipt_refund
    where institution_id = ${institution} and refund_id = ${id}`.execute(tx)
  const linked = links[0]?.fen ?? '0'
  // A refund gave back what it was linked for; taken back first, it can be of another sum.
  if (BigInt(linked) > 0n && BigInt(amountFen ?? 0) !== -BigInt(linked)) {
    throw receiptMatched(linked)
  }
  const amount = BigInt(amountFen ?? 0)
  if (!noted || BigInt(noted.fen) === amount) return
  const { currency, used } = noted
  if (amount <= 0n || amount < BigInt(used) || currency !== 'CNY') throw receiptMatched(used)
  await sql`update receipt_money set minor = ${`${amount}`}::bigint, fen = ${`${amount}`}::bigint
    where institution_id = ${institution} and receipt_id = ${id}`.execute(tx)
}

/** Takes back in red what receipts did to money that are taken out of the register. */
export async function takeBackReceipts(
  tx: Tx,
  clock: Clock,
  institution: string,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const records = ids.map((id) => ({
    ...{ source: 'receipt' as const, id, seq: 0, record: id, subject: '', reference: reason },
  }))
  await takeBack(tx, clock, institution, clock.today(), records)
}

/** Corrects a receipt by hand. One that a case recorded stands in the record of the case. */
export async function correctReceipt(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  order: {
    readonly fields: Given<ReceiptFields>
    readonly reason: string
    readonly expectedSeq?: number | undefined
  },
): Promise<Outcome<{ seq: number }, ReceiptRefusals>> {
  const before = await receiptOf(tx, by.institution, id)
  if (!before) return refuse('no-such-receipt', {})
  if (before.caseId !== null) return refuse('receipt-of-a-case', {})

  // From here on it is corrected.
  const amended = await amendMoney(tx, clock, by, id, order)
  return amended ? accept(amended) : refuse('no-such-receipt', {})
}

const moneyIn = (postings: readonly Posting[]) => postings.map(({ event }) => event)

/** Links receipts whose ledger named a contract that has come into the register since. @returns their ids. */
export async function linkReceipts(
  tx: Tx,
  clock: Clock,
  by: Author,
  reason: string,
): Promise<readonly string[]> {
  const waiting = await receiptsToLink(tx, by.institution)
  for (const { id, contractId } of waiting) {
    await amendReceipt(tx, clock, by, id, { fields: { contractId }, reason })
  }
  return waiting.map(({ id }) => id)
}

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
    /** What of it belongs to other holders of title. */
    readonly othersFen: string
  },
): Promise<void> {
  const { institution, case: caseId, othersFen, ...said } = received
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
      split: sql`'[]'::jsonb`,
      institutionId: institution,
      id,
      caseId,
    })
    .execute()
  await makeRecordsFindable(tx, receiptRegister, institution, [{ id, fields }])
}

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

/**
 * Projects payouts, each of a case of its own, on the receipts they took.
 *
 * A payout that took several, or a part of one, stands in its case as one sum: it is said of no receipt.
 */
export async function projectPayouts(
  tx: Tx,
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
  const records = rows.map(({ id, ...fields }) => ({ id, fields }))
  await makeRecordsFindable(tx, receiptRegister, institution, records)
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
  const open = { costFen: null, netFen: null, rewardFen: null, ttoFen: null, institutionFen: null }
  const rows = await tx
    .updateTable('receipt')
    .set({ paidOn: null, ...open, split: '[]' })
    .where('institutionId', '=', of.institution)
    .where('caseId', '=', of.case)
    .where('seq', 'in', of.seqs)
    .returning(['id', ...fieldColumns])
    .execute()
  const records = rows.map(({ id, ...fields }) => ({ id, fields }))
  await makeRecordsFindable(tx, receiptRegister, of.institution, records)
}

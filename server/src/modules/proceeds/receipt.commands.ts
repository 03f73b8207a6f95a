import { isDeepStrictEqual } from 'node:util'
import { accept, lastDayKnown, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { addJobs } from '../../platform/jobs.ts'
import {
  type Amendment,
  type Author,
  amendRecord,
  chainOf,
  type Entering,
  enterRecords,
  type Given,
} from '../../platform/register.ts'
import {
  clearStrayDays,
  type Posting,
  post,
  type Recorded,
  takeBack,
  takeBackOnItsDay,
} from '../journal/index.ts'
import { type ReceiptToPost, receiptsToPost } from './posting.queries.ts'
import { isOfOtherDays, kindsOfOtherDays, receiptPostings } from './posting.ts'
import { receiptOf, receiptsToLink } from './receipt.queries.ts'
import { type ReceiptRefusals, receiptMatched } from './receipt.refusals.ts'
import { receiptRegister } from './receipt.table.ts'
import type { ReceiptFields } from './receipt.ts'

/** A receipt as a ledger knows it, and from where in it. */
export interface LedgerReceipt {
  /** Where its id is known before it is entered. */
  readonly id?: string
  readonly fields: ReceiptFields
  /** None of one that somebody entered by hand. */
  readonly source?: string
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
    ...(source !== undefined && { beside: { source } }),
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
  const fields = await withoutTakenOff(tx, by.institution, id, given.fields)
  await amendMoney(tx, clock, by, id, { ...given, fields })
}

/** A ledger does not put a receipt back on the contract that somebody took it off. */
async function withoutTakenOff(
  tx: Tx,
  institution: string,
  id: string,
  fields: Given<ReceiptFields>,
): Promise<Given<ReceiptFields>> {
  const { contractId, ...others } = fields
  if (contractId === undefined || contractId === null) return fields
  const row = await tx
    .selectFrom('receipt')
    .select('takenOff')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.takenOff === contractId ? others : fields
}

/** Keeps of which contract a receipt is not, or that nobody says so any more. */
export async function noteTakenOff(
  tx: Tx,
  institution: string,
  id: string,
  contract: string | null,
): Promise<void> {
  await tx
    .updateTable('receipt')
    .set({ takenOff: contract })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

/** Changes a receipt; what it did to money is taken back in red and booked as it is now. */
async function amendMoney(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: Amendment,
): Promise<{ seq: number } | undefined> {
  // Held while it is read: what is compared is what the books have of it. The row before its chain, as whoever
  // says what it paid holds them.
  await holdReceipt(tx, by.institution, id)
  await lockKnownChain(tx, { institution: by.institution, name: chainOf(receiptRegister, id) })
  const before = await receiptsToPost(tx, by.institution, [id])
  const { amountFen } = given.fields as Given<ReceiptFields>
  if (amountFen !== undefined) await keepToUse(tx, by.institution, id, amountFen)
  const amended = await amendRecord(tx, receiptRegister, clock, by, id, given)
  const after = await receiptsToPost(tx, by.institution, [id])
  if (!amended || !before[0] || !after[0]) return amended
  const of = { source: 'receipt' as const, id, seq: amended.seq, record: id, subject: '' }
  await bookAnew(tx, clock, by.institution, [before[0], after[0]], {
    ...of,
    reference: given.reason,
  })
  return amended
}

/**
 * Books what became of a receipt. A day that was wrong is put right in the months themselves; any other amendment
 * stands on its own day: what was booked for a month that is over stays as it was.
 */
async function bookAnew(
  tx: Tx,
  clock: Clock,
  institution: string,
  [before, after]: readonly [ReceiptToPost, ReceiptToPost],
  of: Recorded,
): Promise<void> {
  const { id, seq } = of
  const [was, is] = [
    receiptPostings({ ...before, seq }, before),
    receiptPostings({ ...after, seq }, after),
  ]
  const changed = changedEvents(was, is)
  if (changed.length === 0) return
  if (!isOfOtherDays(before, after)) {
    const on = clock.today()
    await takeBack(tx, clock, institution, on, [of])
    return void (await post(tx, clock, institution, receiptPostings({ ...after, seq, on }, after)))
  }
  await takeBackOnItsDay(tx, clock, institution, of, changed)
  await clearStrayDays(tx, clock, institution, of, kindsOfOtherDays(before, after))
  await post(
    tx,
    clock,
    institution,
    is.filter(({ event }) => changed.includes(event.kind)),
  )
  const [from, to] = [before, after].map(({ receivedOn }) => receivedOn && lastDayKnown(receivedOn))
  if (from === to) return
  const matches = await matchesNow(tx, institution, id)
  const payload = { receipt: id, from: from ?? '', to: to ?? '', matches }
  await addJobs(tx, [{ institution, at: clock.now(), task: dayMovedTask, payload }])
}

/** What the receipt is said to have paid by now: what is matched later is booked on the true day at once. */
async function matchesNow(tx: Tx, institution: string, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from receivable_match
    where institution_id = ${institution} and receipt_id = ${id} order by id`.execute(tx)
  return rows.map((one) => one.id)
}

/** What the worker does once a receipt came on another day: what it cleared was cleared on that day. */
export const dayMovedTask = 'proceeds.dayMoved'

/** The kinds of events that moved money otherwise, or on another day. */
function changedEvents(was: readonly Posting[], is: readonly Posting[]): readonly string[] {
  const [before, after] = [was, is].map(
    (postings) => new Map(postings.map(({ event }) => [event.kind, event])),
  )
  const kinds = new Set([...was, ...is].map(({ event }) => event.kind))
  return [...kinds].filter((kind) => !isDeepStrictEqual(before?.get(kind), after?.get(kind)))
}

/** Whoever holds a receipt holds the row before the chain of its history. */
export async function holdReceipt(tx: Tx, institution: string, id: string): Promise<void> {
  await sql`select from receipt where institution_id = ${institution} and id = ${id} for update`.execute(
    tx,
  )
}

/** What is noted of the currency of a receipt follows its amount, which is never less than what is used. */
async function keepToUse(
  tx: Tx,
  institution: string,
  id: string,
  amountFen: string | null,
): Promise<void> {
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
    /** What was done, where it has a name of its own. */
    readonly action?: string
  },
): Promise<Outcome<{ seq: number }, ReceiptRefusals>> {
  // A case that takes it in meanwhile is waited for.
  await holdReceipt(tx, by.institution, id)
  const before = await receiptOf(tx, by.institution, id)
  if (!before) return refuse('no-such-receipt', {})
  if (before.caseId !== null || (await isTold(tx, by.institution, id))) {
    return refuse('receipt-of-a-case', {})
  }

  // From here on it is corrected.
  const amended = await amendMoney(tx, clock, by, id, order)
  return amended ? accept(amended) : refuse('no-such-receipt', {})
}

/** Whether a takeover told of it: there it is told anew. */
async function isTold(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('receipt')
    .select('toldBy')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.toldBy !== null
}

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

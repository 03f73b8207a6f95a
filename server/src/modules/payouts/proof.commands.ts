import { accept, refuse } from '@yizhuan/kit'
import { netOf, type PaymentState, type PaymentWay, readProof } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import type { Author } from '../../platform/register.ts'
import { tellAwards } from './awards/award-order.queries.ts'
import { batchPayments } from './awards/batch-payment.queries.ts'
import { type Answer, addParts, changeBatch } from './batch.commands.ts'
import { lockBatch } from './batch.queries.ts'
import { numberIn, type ProofFile, referenceOf } from './payout.ts'

/** What the bank or the payroll said of one payment. */
export interface ToldLine {
  readonly reference: string
  /** What moved: what is left after tax. */
  readonly amountFen: string
  /** What was withheld for tax, where the answer says it. */
  readonly withheldFen?: string | undefined
  readonly outcome: 'paid' | 'returned'
  readonly reason?: string | undefined
}

export interface NewProof {
  /** Sent twice it is taken once. */
  readonly id: string
  /** The slip or statement that shows it. */
  readonly document: string
  /** The day on which the money went, or came back. */
  readonly on: string
  readonly file?: ProofFile | undefined
  /** Line by line, or that everything that was sent arrived. */
  readonly lines: readonly ToldLine[] | 'all-paid'
}

/** The task that writes what was said of the payments of some cases. */
export const settleTask = 'payouts/settle'

/** The task that writes what was said of the payments of some bonuses and awards; the module that keeps them does it. */
export const settleAwardsTask = 'funds/settle'

/** Takes the bank's answer, whole or not at all; the worker writes it case by case. */
export async function takeProof(
  tx: Tx,
  clock: Clock,
  by: Author,
  batchId: string,
  { id, document, on, file, lines }: NewProof,
): Promise<Answer<{ id: string; lines: number }>> {
  const { institution } = by
  const batch = await lockBatch(tx, institution, batchId)
  if (!batch) return refuse('no-such-batch', {})
  const before = await proofOf(tx, institution, id)
  if (before && before.batchId !== batchId) return refuse('proof-of-another', {})
  if (before) return accept({ id, lines: before.lines })
  const { state } = batch
  if (state !== 'approved' && state !== 'settled') return refuse('payout-not-approved', { state })
  const today = clock.today()
  if (on > today) return refuse('proved-in-future', { today })
  // Nothing is paid before it is approved; the act could never be recorded on such a day.
  const { decidedOn } = batch
  if (decidedOn !== null && on < decidedOn) {
    return refuse('proved-before-approval', { approved: decidedOn })
  }
  // A day that lies back is taken on its word with the paper that shows it.
  if (on < today && !file) return refuse('proof-without-paper', { today })
  const [stored] = file ? await storedFiles(tx, institution, [file.sha256]) : []
  if (file && stored?.size !== file.size)
    return refuse('proof-file-not-stored', { name: file.name })
  const open = await openOrders(tx, institution, batchId)
  const orders = new Map(
    open.map(({ number, amountFen, withheldFen, way, state: now, paidOn }) => {
      const reference = referenceOf(batchId, number)
      const said = { withheld: fenOf(withheldFen), isInShares: way === 'equity' }
      const stands = { state: now, paidOn: paidOn ?? undefined }
      return [reference, { reference, fen: BigInt(amountFen), ...said, ...stands }]
    }),
  )
  const said = (lines === 'all-paid' ? allPaid(batchId, open) : lines).map((line) => {
    const number = numberIn(batchId, line.reference)
    const reference = number === undefined ? line.reference : referenceOf(batchId, number)
    const amounts = { fen: BigInt(line.amountFen), withheld: fenOf(line.withheldFen) }
    return { ...line, reference, on, ...amounts }
  })
  const read = readProof(orders, said)
  if ('faults' in read) {
    const [first] = read.faults
    const { at = 0, fault = '', due } = first ?? {}
    const sums = due === undefined ? {} : { said: `${said[at]?.fen ?? 0n}`, due: `${due}` }
    return refuse('proof-unfit', { line: `${at + 1}`, fault, ...sums })
  }
  if (read.turns.length === 0) return refuse('nothing-proved', {})

  // From here on the answer is taken.
  const told = read.turns.map(({ reference, outcome, reason, withheldFen = null, fen }) => ({
    ...{ withheld_fen: withheldFen, told_fen: lines === 'all-paid' ? null : `${fen}` },
    ...{ number: numberIn(batchId, reference), told: outcome, told_on: on },
    told_reason: outcome === 'returned' ? (reason ?? null) : null,
  }))
  const records = await tell(tx, by, batchId, id, told)
  const sum = (outcome: string, of: (reference: string, withheld?: bigint) => bigint) => {
    const turned = read.turns.filter((one) => one.outcome === outcome)
    return `${turned.reduce((all, one) => all + of(one.reference, one.withheld), 0n)}`
  }
  const gross = (reference: string) => orders.get(reference)?.fen ?? 0n
  const tax = (reference: string, said?: bigint) => said ?? orders.get(reference)?.withheld
  const isTaxKnown = read.turns.some(
    (one) => one.outcome === 'paid' && tax(one.reference, one.withheld) !== undefined,
  )
  const sums = {
    ...{ paidFen: sum('paid', gross), returnedFen: sum('returned', gross) },
    // Of what nobody has said the tax, nought is not said either.
    withheldFen: isTaxKnown ? sum('paid', (of, said) => tax(of, said) ?? 0n) : null,
  }
  const counts = { lines: told.length, cases: countOf(records) }
  await tx
    .insertInto('payoutProof')
    .values({
      ...{ institutionId: institution, id, batchId, document, ...sums, ...counts },
      ...{ file: file ? JSON.stringify(file) : null, done: 0 },
      ...{ takenAt: clock.now(), takenBy: by.person, takenName: by.name },
    })
    .execute()
  const { withheldFen, ...moved } = sums
  const shown = { proof: document, proofOn: on, ...moved, lines: told.length }
  const ofTax = withheldFen === null ? {} : { withheldFen }
  await changeBatch(
    tx,
    clock,
    by,
    batchId,
    {},
    { ...shown, ...ofTax, ...(file && { proofFile: file.name }) },
  )
  await addSettling(tx, clock, institution, id, records)
  return accept({ id, lines: told.length })
}

/** What the paper of a payment is called of which the bank pays nothing. */
const nothingToPay = '全额代扣，无须付款 / withheld whole, nothing to pay'

/** Settles payments that are withheld whole, once the rest of their batch is sent: there is nothing to prove. */
export async function settleWhole(
  tx: Tx,
  clock: Clock,
  by: Author,
  batchId: string,
  whole: readonly { readonly number: number; readonly amountFen: string }[],
): Promise<void> {
  const { institution } = by
  const [id, on] = [newId(), clock.today()]
  const told = whole.map(({ number }) => ({ number, told: 'paid', told_on: on }))
  const records = await tell(tx, by, batchId, id, told)
  const fen = `${whole.reduce((all, { amountFen }) => all + BigInt(amountFen), 0n)}`
  const sums = { paidFen: fen, withheldFen: fen, returnedFen: '0' }
  await tx
    .insertInto('payoutProof')
    .values({
      ...{ institutionId: institution, id, batchId, document: nothingToPay, file: null, ...sums },
      ...{ lines: whole.length, cases: countOf(records), done: 0 },
      ...{ takenAt: clock.now(), takenBy: by.person, takenName: by.name },
    })
    .execute()
  const shown = { withheldWhole: whole.length, withheldFen: fen }
  await changeBatch(tx, clock, by, batchId, {}, shown)
  await addSettling(tx, clock, institution, id, records)
}

/** Of what a proof says something: cases, or bonuses and awards. */
interface ToldRecords {
  readonly cases: readonly string[]
  readonly awards: readonly string[]
}

const countOf = ({ cases, awards }: ToldRecords): number => cases.length + awards.length

async function addSettling(
  tx: Tx,
  clock: Clock,
  institution: string,
  proof: string,
  { cases, awards }: ToldRecords,
): Promise<void> {
  await addParts(tx, clock, institution, settleTask, cases, { proof })
  await addParts(tx, clock, institution, settleAwardsTask, awards, { proof })
}

const fenOf = (text: string | null | undefined): bigint | undefined =>
  text === null || text === undefined ? undefined : BigInt(text)

function allPaid(batch: string, open: readonly OpenOrder[]): ToldLine[] {
  return open
    .filter(({ state }) => state === 'sent')
    .map(({ number, ...one }) => {
      const net = netOf(BigInt(one.amountFen), fenOf(one.withheldFen))
      return { reference: referenceOf(batch, number), amountFen: `${net}`, outcome: 'paid' }
    })
}

export function proofOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('payoutProof')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

interface OpenOrder {
  readonly number: number
  readonly amountFen: string
  readonly withheldFen: string | null
  readonly way: PaymentWay
  readonly paidOn: string | null
  readonly state: PaymentState
}

/** The payments of a batch; of those of which something was said that is not written yet, what was said. */
async function openOrders(
  tx: Tx,
  institution: string,
  batch: string,
): Promise<readonly OpenOrder[]> {
  const { rows } = await sql<OpenOrder>`
    select number, amount_fen, withheld_fen, way, coalesce(told_on, paid_on)::text as paid_on,
      coalesce(told, state) as state
    from ${batchPayments} as one
    where institution_id = ${institution} and batch_id = ${batch}`.execute(tx)
  return rows
}

/** Keeps what was said of payments until it is written. */
async function tell(
  tx: Tx,
  by: Author,
  batch: string,
  proof: string,
  told: readonly object[],
): Promise<ToldRecords> {
  const { institution, person } = by
  const { rows } = await sql<{ readonly caseId: string }>`
    with said as (
      update payment_order as one set told = said.told, told_on = said.told_on,
        told_reason = said.told_reason, told_proof = ${proof},
        withheld_fen = coalesce(one.withheld_fen, said.withheld_fen),
        withheld_by = case when one.withheld_fen is null and said.withheld_fen is not null
          then ${person}::uuid else one.withheld_by end,
        told_fen = case when said.told = 'paid' then said.told_fen else one.told_fen end
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        as said (number int, told text, told_on date, told_reason text, withheld_fen bigint,
          told_fen bigint)
      where one.institution_id = ${institution} and one.batch_id = ${batch}
        and one.number = said.number
      returning one.case_id)
    select distinct case_id from said order by case_id
  `.execute(tx)
  const awards = await tellAwards(tx, by, batch, proof, told)
  return { cases: rows.map(({ caseId }) => caseId), awards }
}

import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { PaymentWay } from '@yizhuan/money'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { expectSeq, headOf } from '../../platform/evidence.ts'
import { historyOf } from '../../platform/history.ts'
import { addJobs } from '../../platform/jobs.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../platform/register.ts'
import { isPayee, payeesOf } from './awards/payee.queries.ts'
import {
  dropOrdered,
  isFrom,
  lockBatch,
  lockMaking,
  numberOf,
  payableCases,
} from './batch.queries.ts'
import { freeHolds } from './hold.commands.ts'
import { batchRegister } from './payout.table.ts'
import type { BatchState, Treatment } from './payout.ts'

/** A batch as somebody orders it; its id makes that a second click is the same batch. */
export interface NewBatch {
  readonly id: string
  readonly title: string
  readonly payOn: string
  readonly way: Exclude<PaymentWay, 'equity'>
  /** These cases, or all that may be paid. */
  readonly cases: readonly string[] | 'all'
  readonly treatment: Treatment
}

/** Why payments are not put together, approved, sent or proved. */
export interface PayoutRefusals {
  'no-such-batch': Record<string, never>
  'no-such-plan': Record<string, never>
  'nothing-to-pay': Record<string, never>
  'pay-day-past': { readonly today: string }
  'batch-of-another': Record<string, never>
  'payout-not-open': { readonly state: string }
  'payout-not-approved': { readonly state: string }
  'own-payout': Record<string, never>
  'payee-approves-payout': Record<string, never>
  'file-of-awards': Record<string, never>
  'no-payment-to-send': Record<string, never>
  'plan-changed': { readonly number: string; readonly why: string }
  'file-differs': Record<string, never>
  'proof-unfit': { readonly line: string; readonly fault: string; said?: string; due?: string }
  'nothing-proved': Record<string, never>
  'proved-in-future': { readonly today: string }
  'proved-before-approval': { readonly approved: string }
  'proof-without-paper': { readonly today: string }
  'proof-file-not-stored': { readonly name: string }
  'plan-not-waiting': Record<string, never>
  'tax-unfit': { readonly line: string; readonly fault: string }
  'tax-not-open': { readonly state: string }
  'way-unfit': { readonly line: string; readonly fault: string }
  'ways-not-open': { readonly state: string }
  'plan-not-overturned': Record<string, never>
  'payments-with-bank': { readonly count: string }
  'proof-of-another': Record<string, never>
  'case-not-in-batch': Record<string, never>
}

export type Answer<Value> = Outcome<Value, PayoutRefusals>

/** The task that looks at some of the cases of a batch and orders their payments. */
export const gatherTask = 'payouts/gather'

/** Cases of one transaction: few enough that those who wait for one of them hardly notice. */
export const casesAtOnce = 200

/** Somebody looks on: what is ordered goes before what is merely to be told since then. */
const aheadMs = 50_000

/** Adds a job for each part of the cases of a batch. */
export async function addParts(
  tx: Tx,
  clock: Clock,
  institution: string,
  task: string,
  cases: readonly string[],
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  const parts: (readonly string[])[] = []
  for (let from = 0; from < cases.length; from += casesAtOnce) {
    parts.push(cases.slice(from, from + casesAtOnce))
  }
  const at = new Date(clock.now().getTime() - aheadMs)
  await addJobs(
    tx,
    parts.map((part) => ({ institution, task, payload: { ...payload, cases: part }, at })),
  )
}

/** Begins a batch; the worker looks at its cases, part by part. */
export async function makeBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id, title, payOn, way, cases, treatment }: NewBatch,
): Promise<Answer<{ id: string }>> {
  const { institution, person } = by
  await lockMaking(tx, id)
  const known = await lockBatch(tx, institution, id)
  if (known) return known.madeBy === person ? accept({ id }) : refuse('batch-of-another', {})
  const today = clock.today()
  if (payOn < today) return refuse('pay-day-past', { today })
  const chosen = await payableCases(tx, institution, cases)
  if (chosen.length === 0) return refuse('nothing-to-pay', {})

  // From here on the batch is begun.
  const fields = {
    ...{ title, way, payOn, state: 'gathering', chosen: chosen.length, treatment },
    ...{ madeBy: person, madeName: by.name, madeOn: today },
    ...{ decidedBy: null, decidedName: null, decidedOn: null, remark: null },
  }
  await enterRecords(tx, batchRegister, by, clock.now(), [{ id, fields }])
  await addParts(tx, clock, institution, gatherTask, chosen, { batch: id })
  return accept({ id })
}

/** What somebody decides on a batch, as they saw it. */
export interface Decision {
  readonly isApproved: boolean
  readonly remark: string | null
  readonly expectedSeq?: number | undefined
}

/**
 * Approves a batch or refuses it; whoever made it, or said what is withheld, does neither, and of bonuses and awards
 * neither does who receives.
 *
 * @throws {Problem} 409 where it changed since it was looked at: other sums would go out than were approved.
 */
export async function decideBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { isApproved, remark, expectedSeq }: Decision,
): Promise<Answer<{ seq: number }>> {
  const batch = await lockBatch(tx, by.institution, id)
  if (!batch) return refuse('no-such-batch', {})
  if (batch.state !== 'made') return refuse('payout-not-open', { state: batch.state })
  if (await isFrom(tx, batch, by.person)) return refuse('own-payout', {})
  if (await isPayee(tx, by, await payeesOf(tx, by.institution, id))) {
    return refuse('payee-approves-payout', {})
  }
  const chain = { institution: by.institution, name: chainOf(batchRegister, id) }
  await expectSeq(await headOf(tx, chain), expectedSeq, async (seq) =>
    (await historyOf(tx, chain)).items.filter((entry) => entry.seq > seq),
  )

  // From here on the batch is decided.
  if (!isApproved) await giveUp(tx, by.institution, id)
  return changeBatch(tx, clock, by, id, {
    state: isApproved ? 'approved' : 'refused',
    decidedBy: by.person,
    decidedName: by.name,
    decidedOn: clock.today(),
    remark,
  })
}

const cancellable: readonly BatchState[] = ['gathering', 'made', 'approved']

/** Takes back what was not sent of a batch; those plans can come into another one. */
export async function cancelBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Promise<Answer<{ seq: number }>> {
  const batch = await lockBatch(tx, by.institution, id)
  if (!batch) return refuse('no-such-batch', {})
  if (!cancellable.includes(batch.state)) return refuse('payout-not-open', { state: batch.state })

  // From here on nothing more of the batch is sent; what is with the bank goes its way.
  const { sent, through } = await giveUp(tx, by.institution, id)
  const state = sent > 0 ? batch.state : through > 0 ? 'settled' : 'cancelled'
  return changeBatch(tx, clock, by, id, { state, remark: reason })
}

/** Takes one case, bonus or award out of a batch, for a reason; what is with the bank goes its way. */
export async function takeOut(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { case: caseId, reason }: { readonly case: string; readonly reason: string },
): Promise<Answer<{ seq: number }>> {
  const batch = await lockBatch(tx, by.institution, id)
  if (!batch) return refuse('no-such-batch', {})
  const { state } = batch
  if (state !== 'made' && state !== 'approved') return refuse('payout-not-open', { state })
  const { cases, awards, ordered, sent, through } = await giveUp(tx, by.institution, id, caseId)
  if (cases.length + awards === 0) return refuse('case-not-in-batch', {})

  // From here on its payments are dropped.
  const isLeft = ordered + sent > 0
  const ends = through > 0 ? 'settled' : 'cancelled'
  const number = await numberOf(tx, by.institution, id, caseId)
  const fields = isLeft ? {} : { state: ends }
  return changeBatch(tx, clock, by, id, fields, { takenOut: number, takenOutFor: reason })
}

/** Drops what was not sent of a batch, or of one case in it, and lets those cases go of which nothing is under way. */
export async function giveUp(tx: Tx, institution: string, id: string, onlyCase?: string) {
  const dropped = await dropOrdered(tx, institution, id, onlyCase)
  await freeHolds(tx, institution, dropped.cases)
  return dropped
}

/** Changes a batch and tells its history; `told` is what was done that is written elsewhere. */
export async function changeBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  fields: object,
  told: Readonly<Record<string, unknown>> = {},
): Promise<Answer<{ seq: number }>> {
  const beside = Object.entries(told).map(([field, to]) => ({ field, from: null, to }))
  const amendment = { fields, beside, reason: '' }
  const amended = await amendRecord(tx, batchRegister, clock, by, id, amendment)
  return amended ? accept(amended) : refuse('no-such-batch', {})
}

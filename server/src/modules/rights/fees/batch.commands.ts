import { inForce, surchargesOn } from '@yizhuan/docket'
import { accept, type Day, fen, type Outcome, type Refusal, refuse } from '@yizhuan/kit'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, lockKnownChain } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import type { DayRefusals } from '../../../platform/passed-day.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../../platform/register.ts'
import { feesOfRights } from '../docket/fee.queries.ts'
import { docketGround } from '../docket/law.ts'
import { reviewRight } from '../docket/review.commands.ts'
import { rightRegister } from '../right.table.ts'
import { batchOf, lockedBatch } from './batch.queries.ts'
import { batchRegister } from './batch.table.ts'
import type { BatchWire } from './batch.wire.ts'
import { otherFeesOf } from './other-fee.queries.ts'
import { type FeeKey, isOtherStale, type OtherFeeRefusals, priceOther } from './other-fee.ts'

/** A batch as somebody puts it together. */
export interface NewBatch {
  readonly title: string
  readonly budget: string
  /** What may be spent, in fen. */
  readonly budgetFen: string
  readonly payOn: string
  readonly lines: readonly FeeKey[]
  /** Why those are kept of which nothing was decided yet. */
  readonly keepReason?: string | undefined
}

/** Why fees are not put together, decided on or paid. */
export interface BatchRefusals extends DayRefusals {
  'no-such-batch': Record<string, never>
  'no-such-fee': { readonly year: string }
  'fee-in-batch': { readonly year: string; readonly title: string }
  'fee-unknown': { readonly title: string }
  'fee-let-go': { readonly year: string; readonly title: string; readonly by: string }
  'fee-not-reviewed': { readonly year: string; readonly title: string }
  'fee-beyond-grace': { readonly year: string; readonly title: string; readonly until: string }
  'pay-day-past': { readonly today: string }
  'batch-not-open': { readonly state: string }
  'approver-made-batch': Record<string, never>
  'over-budget': { readonly batch: string; readonly ofYear: string; readonly year: string }
  'file-not-stored': { readonly name: string }
  'batch-not-approved': Record<string, never>
  'line-not-open': { readonly year: string }
  'receipt-differs': { readonly at: string; readonly asked: string; readonly paid: string }
  'paid-in-future': { readonly today: string; readonly at: string }
  'earlier-fees-open': { readonly year: string; readonly title: string; readonly earlier: string }
  'batch-out-of-date': { readonly year: string; readonly title: string }
}

/** Puts fees together to be approved and paid on a day, each with what it costs on that day. */
export async function proposeBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  { title, budget, budgetFen, payOn, lines, keepReason }: NewBatch,
): Promise<Outcome<{ id: string }, BatchRefusals>> {
  const { institution } = by
  const today = clock.today()
  if (payOn < today) return refuse('pay-day-past', { today })
  // Held in one order: nobody lets a right go while its fee is put together.
  const rights = [...new Set(lines.map(({ right }) => right))].toSorted()
  for (const right of rights) {
    await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  }
  const others = await pricedOthers(tx, institution, { lines, payOn, today })
  if (others.kind === 'refused') return others
  const fees = await feesOfRights(tx, institution, rights)
  for (const { right, year } of annualOf(lines)) {
    const fee = fees.find((one) => one.id === right && one.year === year)
    if (!fee) return refuse('no-such-fee', { year: `${year}` })
    const facts = { year: `${year}`, title: fee.title }
    if (fee.batchId !== null) return refuse('fee-in-batch', facts)
    if (fee.decision === 'abandon')
      return refuse('fee-let-go', { ...facts, by: fee.decidedName ?? '' })
    if (fee.decision === null && keepReason === undefined) return refuse('fee-not-reviewed', facts)
    const missed = missedBy(payOn, fees, right, year)
    const earlier = fees.find((one) => one.id === right && one.year < year && !isIn(lines, one))
    if (missed) {
      const until = lastDayOf(missed)
      return refuse('fee-beyond-grace', { ...facts, year: `${missed.year}`, until })
    }
    if (earlier) return refuse('earlier-fees-open', { ...facts, earlier: `${earlier.year}` })
  }
  const chosen = fees.filter((fee) => isIn(lines, fee))

  // From here on the batch is proposed.
  for (const { id, year } of chosen.filter(({ decision }) => decision === null)) {
    await reviewRight(tx, clock, by, id, { year, decision: 'keep', reason: keepReason ?? '' })
  }
  const priced = chosen.map((fee) => priceOf(fee, payOn as Day))
  const id = newId()
  const fields = {
    ...{ title, budget, budgetFen, payOn, reading: readingOn(payOn as Day), state: 'proposed' },
    ...{ madeBy: by.person, madeName: by.name, madeOn: today },
    ...{ decidedBy: null, decidedName: null, decidedOn: null, remark: null, overReason: null },
  }
  await enterRecords(tx, batchRegister, by, clock.now(), [
    { id, fields, beside: { fees: lines.length } },
  ])
  const annual = priced.map((line) => ({ ...line, clock: '', feeTitle: null }))
  const ofClocks = others.value.map((line) => ({ ...line, year: 0, surcharge: 0n }))
  await insertMany(
    tx,
    'feeBatchLine',
    [...annual, ...ofClocks].map(({ right, year, clock: paidFor, feeTitle, fee, surcharge }) => ({
      ...{ institutionId: institution, batchId: id, rightId: right, year, state: 'open' },
      ...{ clock: paidFor, feeTitle, feeFen: `${fee}`, surchargeFen: `${surcharge}` },
      ...{ paidOn: null, paidFen: null, receipt: null, eventId: null },
    })),
  )
  return accept({ id })
}

/** The annual fees among those that were chosen. */
const annualOf = (lines: readonly FeeKey[]) =>
  lines.flatMap(({ right, year, clock }) =>
    year === undefined || clock !== undefined ? [] : [{ right, year }],
  )

/** The fees of clocks among them, each with what it costs; none where one of them cannot be paid so. */
async function pricedOthers(
  tx: Tx,
  institution: string,
  of: { readonly lines: readonly FeeKey[]; readonly payOn: string; readonly today: Day },
): Promise<Outcome<readonly OtherLine[], OtherFeeRefusals>> {
  const keys = of.lines.filter(({ clock }) => clock !== undefined)
  const rights = [...new Set(keys.map(({ right }) => right))]
  const asked = keys.length > 0 ? await otherFeesOf(tx, institution, of.today, rights) : []
  const priced: OtherLine[] = []
  for (const key of keys) {
    const line = priceOther(asked, key, of.payOn)
    if (line.kind === 'refused') return line
    priced.push(line.value)
  }
  return accept(priced)
}

type OtherLine = Extract<ReturnType<typeof priceOther>, { kind: 'accepted' }>['value']

const isIn = (lines: readonly FeeKey[], { id, year }: Pick<UnpaidFee, 'id' | 'year'>) =>
  lines.some((one) => one.right === id && one.year === year)

type UnpaidFee = Awaited<ReturnType<typeof feesOfRights>>[number]

const lastDayOf = ({ graceUntil, payableUntil }: UnpaidFee) => graceUntil ?? payableUntil

/** The fee of a right up to a year that cannot be paid any more on a day: the right is lost over it. */
function missedBy(day: string, fees: readonly UnpaidFee[], right: string, upTo: number) {
  return fees.find((fee) => fee.id === right && fee.year <= upTo && lastDayOf(fee) < day)
}

/** The reading of the rule on late fees that is taken on a day; no fee of a clock is late. */
const readingOn = (day: Day) => inForce(docketGround().law.surcharges, day)?.default ?? ''

/** What a fee costs on a day, by the reading that is taken. */
export function priceOf(row: UnpaidFee, on: Day) {
  const { taken, added } = surchargesOn(
    docketGround().law,
    {
      dueOn: row.dueOn as Day,
      payableUntil: row.payableUntil as Day,
      graceUntil: row.graceUntil as Day | null,
      full: fen(BigInt(row.fullFen)),
    },
    on,
  )
  // What was paid in part counts against the fee first, and what is over against the surcharge.
  const rest = BigInt(row.feeFen) - BigInt(row.paidFen)
  const surcharge = (added[taken] ?? 0n) + (rest < 0n ? rest : 0n)
  return {
    right: row.id,
    year: row.year,
    fee: rest > 0n ? rest : 0n,
    surcharge: surcharge > 0n ? surcharge : 0n,
  }
}

/**
 * Why a batch cannot be paid as it stands: the first open fee that is paid, lost or void by now, or that
 * costs something else on the day of payment, or today when that day is past.
 */
export async function staleFee(
  tx: Tx,
  clock: Clock,
  institution: string,
  { payOn, lines }: Pick<BatchWire, 'payOn' | 'lines'>,
): Promise<Refusal<Pick<BatchRefusals, 'batch-out-of-date'>> | undefined> {
  const open = lines.filter(({ state }) => state === 'open')
  const rights = [...new Set(open.map(({ right }) => right))]
  const fees = await feesOfRights(tx, institution, rights)
  const today = clock.today()
  const asked = await otherFeesOf(tx, institution, today, rights)
  const on = payOn < today ? today : (payOn as Day)
  const stale = open.find((line) => {
    if (line.clock !== '') return isOtherStale(asked, line, on)
    const fee = fees.find(({ id, year }) => id === line.right && year === line.year)
    if (!fee || missedBy(on, fees, line.right, line.year)) return true
    const price = priceOf(fee, on)
    return `${price.fee}` !== line.feeFen || `${price.surcharge}` !== line.surchargeFen
  })
  if (!stale) return undefined
  const { year, title } = stale
  return { code: 'batch-out-of-date', facts: { year: `${year}`, title } }
}

/** Approves a batch or refuses it; whoever put it together does neither. */
export async function decideBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  {
    isApproved,
    remark,
    overReason = null,
  }: {
    readonly isApproved: boolean
    readonly remark: string | null
    /** Why it is approved although it goes beyond its budget, or that of the year. */
    readonly overReason?: string | null
  },
): Promise<Outcome<{ seq: number }, BatchRefusals>> {
  const batch = await lockedBatch(tx, by.institution, id)
  if (!batch) return refuse('no-such-batch', {})
  if (batch.state !== 'proposed') return refuse('batch-not-open', { state: batch.state })
  if (batch.madeBy === by.person) return refuse('approver-made-batch', {})
  // Of two batches that are approved at once, the second is compared with what the first one took.
  const year = { institution: by.institution, name: `fee_budget/${batch.year.year}` }
  await lockChain(tx, year)
  const { over } = (await batchOf(tx, by.institution, id)) ?? batch
  const isOver = over.batchFen !== null || over.yearFen !== null
  if (isApproved && isOver && overReason === null) {
    return refuse('over-budget', {
      batch: over.batchFen ?? '',
      ofYear: over.yearFen ?? '',
      year: `${batch.year.year}`,
    })
  }
  const stale = isApproved ? await staleFee(tx, clock, by.institution, batch) : undefined
  if (stale) return { kind: 'refused', refusal: stale }

  // From here on the batch is decided.
  if (!isApproved) await dropOpen(tx, by.institution, id)
  return change(tx, clock, by, id, {
    state: isApproved ? 'approved' : 'refused',
    decidedBy: by.person,
    decidedName: by.name,
    decidedOn: clock.today(),
    remark,
    overReason: isApproved && isOver ? overReason : null,
  })
}

/** Takes back what is not paid of a batch; those fees can come into another one. */
export async function cancelBatch(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Promise<Outcome<{ seq: number }, BatchRefusals>> {
  const batch = await lockedBatch(tx, by.institution, id)
  if (!batch) return refuse('no-such-batch', {})
  if (batch.state !== 'proposed' && batch.state !== 'approved') {
    return refuse('batch-not-open', { state: batch.state })
  }
  const isPartlyPaid = batch.lines.some(({ state }) => state === 'paid')

  // From here on nothing of the batch is to be paid any more; what is paid stays so.
  await dropOpen(tx, by.institution, id)
  const state = isPartlyPaid ? 'settled' : 'cancelled'
  return change(tx, clock, by, id, { state, remark: reason })
}

async function dropOpen(tx: Tx, institution: string, batch: string): Promise<void> {
  await tx
    .updateTable('feeBatchLine')
    .set({ state: 'dropped' })
    .where('institutionId', '=', institution)
    .where('batchId', '=', batch)
    .where('state', '=', 'open')
    .execute()
}

/** Changes a batch and tells its history. */
export async function change(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  fields: object,
  beside: readonly { field: string; from: unknown; to: unknown }[] = [],
): Promise<Outcome<{ seq: number }, BatchRefusals>> {
  const amended = await amendRecord(tx, batchRegister, clock, by, id, {
    fields,
    beside,
    reason: '',
  })
  return amended ? accept(amended) : refuse('no-such-batch', {})
}

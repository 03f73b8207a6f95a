import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import { once } from '../../platform/once.ts'
import { type Author, amendRecord, enterRecords } from '../../platform/register.ts'
import { post, takeBack } from '../journal/index.ts'
import { monthSums, saidLate } from './month.queries.ts'
import { recordedOf, remittancePosting } from './posting.ts'
import { storedRemittance } from './remittance.queries.ts'
import { remittanceRegister } from './tax.table.ts'
import { mostOf, type RemittanceState } from './tax.ts'
import type { MakeRemittanceWire, SettleRemittanceWire } from './tax.wire.ts'

/** Why tax is not paid over, proved, reversed or set off. */
export interface TaxRefusals {
  'no-such-remittance': Record<string, never>
  'month-ahead': { readonly month: string }
  'more-than-stands': { readonly month: string; readonly most: string }
  'more-than-claimed': { readonly month: string; readonly most: string }
  'remittance-not-open': { readonly state: RemittanceState }
  'own-remittance': Record<string, never>
  'settled-in-future': { readonly today: string }
  'settled-before-approval': { readonly approved: string }
  'remittance-without-paper': { readonly today: string }
  'tax-file-not-stored': { readonly name: string }
  'no-such-set-off': Record<string, never>
  'set-off-not-open': Record<string, never>
  'own-set-off': Record<string, never>
  'set-off-came-back': Record<string, never>
  'nothing-to-set-off': Record<string, never>
  'more-than-to-set-off': { readonly most: string }
  'no-such-hand-payment': Record<string, never>
  'tax-above-payment': { readonly most: string }
  'tax-is-all-left': { readonly left: string }
  'tax-unchanged': Record<string, never>
  'tax-proved': { readonly fault: string }
}

type Answer<Value> = Promise<Outcome<Value, TaxRefusals>>

/** Of two who pay over of one month at once, the second sees the first. */
export const holdTaxes = (tx: Tx, institution: string) =>
  lockChain(tx, { institution, name: 'tax_remittance' })

/** Orders tax of a month to be paid over, or asks the office for what it has too much; clicked twice, once. */
export async function makeRemittance(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: z.output<typeof MakeRemittanceWire>,
): Answer<{ id: string }> {
  const { id, ...said } = order
  return once(tx, clock, by, { id, what: 'tax.remittance', order: said }, () =>
    writeRemittance(tx, clock, by, order),
  )
}

async function writeRemittance(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id, month, kind, amountFen, remark }: z.output<typeof MakeRemittanceWire>,
): Answer<{ id: string }> {
  const { institution } = by
  await holdTaxes(tx, institution)
  const today = clock.today()
  if (month > today.slice(0, 7)) return refuse('month-ahead', { month })
  const most = mostOf(await monthSums(tx, institution, month), kind)
  if (BigInt(amountFen) > most) return tooMuch(kind, month, most)

  // From here on it is made.
  const fields = {
    ...{ month, kind, amountFen, state: 'made', remark, files: [] },
    ...{ madeBy: by.person, madeName: by.name, madeOn: today },
  }
  await enterRecords(tx, remittanceRegister, by, clock.now(), [{ id, fields }])
  return accept({ id })
}

const tooMuch = (kind: 'paid_over' | 'given_back', month: string, most: bigint) =>
  kind === 'paid_over'
    ? refuse('more-than-stands', { month, most: `${most}` })
    : refuse('more-than-claimed', { month, most: `${most}` })

/** Approves what is to be paid over, or refuses it; whoever made it, or said its tax late, does neither. */
export async function decideRemittance(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { isApproved, remark }: { readonly isApproved: boolean; readonly remark: string | null },
): Answer<{ seq: number }> {
  const { institution } = by
  await holdTaxes(tx, institution)
  const one = await storedRemittance(tx, institution, id)
  if (!one) return refuse('no-such-remittance', {})
  if (one.state !== 'made') return refuse('remittance-not-open', { state: one.state })
  if (one.madeBy === by.person) return refuse('own-remittance', {})
  if (await saidLate(tx, institution, one.month, by.person)) return refuse('own-remittance', {})
  if (isApproved) {
    // Something may have come back since it was made. It stands among what is under way itself.
    const sums = await monthSums(tx, institution, one.month)
    const own = BigInt(one.amountFen)
    const others = one.kind === 'paid_over' ? sums.underWayFen : sums.askedBackFen
    const less = `${BigInt(others) - own}`
    const without =
      one.kind === 'paid_over' ? { ...sums, underWayFen: less } : { ...sums, askedBackFen: less }
    const most = mostOf(without, one.kind)
    if (own > most) return tooMuch(one.kind, one.month, most)
  }

  // From here on it is decided.
  return change(tx, clock, by, id, {
    ...{ state: isApproved ? 'approved' : 'refused', remark: remark ?? one.remark },
    ...{ decidedBy: by.person, decidedName: by.name, decidedOn: clock.today() },
  })
}

/** Takes back what was not paid. */
export async function cancelRemittance(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Answer<{ seq: number }> {
  await holdTaxes(tx, by.institution)
  const one = await storedRemittance(tx, by.institution, id)
  if (!one) return refuse('no-such-remittance', {})
  if (one.state !== 'made' && one.state !== 'approved') {
    return refuse('remittance-not-open', { state: one.state })
  }

  // From here on it is taken back.
  return change(tx, clock, by, id, { state: 'cancelled', remark: reason })
}

/**
 * Records that the money went or came, with what shows it. Where a payment came back after the approval, more may
 * have gone than stands now: the month shows it as a claim, since the money is gone.
 */
export async function settleRemittance(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { on, document, files }: z.output<typeof SettleRemittanceWire>,
): Answer<{ seq: number }> {
  const { institution } = by
  await holdTaxes(tx, institution)
  const one = await storedRemittance(tx, institution, id)
  if (!one) return refuse('no-such-remittance', {})
  if (one.state !== 'approved') return refuse('remittance-not-open', { state: one.state })
  const today = clock.today()
  if (on > today) return refuse('settled-in-future', { today })
  if (one.decidedOn !== null && on < one.decidedOn) {
    return refuse('settled-before-approval', { approved: one.decidedOn })
  }
  if (on < today && files.length === 0) return refuse('remittance-without-paper', { today })
  const hashes = files.map(({ sha256 }) => sha256)
  const stored = await storedFiles(tx, institution, hashes)
  const lost = files.find(
    (file) => !stored.some(({ sha256, size }) => sha256 === file.sha256 && size === file.size),
  )
  if (lost) return refuse('tax-file-not-stored', { name: lost.name })

  // From here on it is settled.
  await post(tx, clock, institution, [remittancePosting({ ...one, settledOn: on, document })])
  return change(tx, clock, by, id, {
    ...{ state: 'settled', settledOn: on, document, files, settledName: by.name },
  })
}

/** Takes back what was recorded by mistake: in red in the books, and with the reason. */
export async function reverseRemittance(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Answer<{ seq: number }> {
  const { institution } = by
  await holdTaxes(tx, institution)
  const one = await storedRemittance(tx, institution, id)
  if (!one) return refuse('no-such-remittance', {})
  if (one.state !== 'settled') return refuse('remittance-not-open', { state: one.state })
  if (one.madeBy === by.person) return refuse('own-remittance', {})

  // From here on it is reversed.
  const today = clock.today()
  const recorded = { ...recordedOf(one), seq: 1, reference: reason }
  await takeBack(tx, clock, institution, today, [recorded])
  return change(tx, clock, by, id, {
    ...{ state: 'reversed', reversedOn: today, reversedFor: reason },
    ...{ reversedBy: by.person, reversedName: by.name },
  })
}

async function change(tx: Tx, clock: Clock, by: Author, id: string, fields: object) {
  const amendment = { fields, beside: [], reason: '' }
  const amended = await amendRecord(tx, remittanceRegister, clock, by, id, amendment)
  return amended ? accept(amended) : refuse('no-such-remittance' as const, {})
}

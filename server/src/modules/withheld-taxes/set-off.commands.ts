import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { once } from '../../platform/once.ts'
import { type Author, amendRecord, enterRecords } from '../../platform/register.ts'
import { type Actor, holdRecords, lockHeads, performAct, toProblem } from '../cases/index.ts'
import { referenceOf } from '../payouts/index.ts'
import { monthSums, saidLate, taxToSetOff } from './month.queries.ts'
import { holdTaxes, type TaxRefusals } from './remittance.commands.ts'
import { isStillPaid, type StoredSetOff, storedSetOff } from './set-off.queries.ts'
import type { OrderSetOffWire } from './set-off.wire.ts'
import { setOffRegister } from './tax.table.ts'
import { mostToSetOff, standingOf } from './tax.ts'

// A distribution that was reversed leaves its people with too much of it, before tax; what they got was less. They
// give back what they got, and the tax is set off: it is owed to the tax office no more, or, where it was paid
// over by then, the office owes it. Both are the same act, and it says which of them it is. It lessens what somebody
// owes the house, so two persons stand behind it, as behind tax that is paid over.

type Answer<Value> = Promise<Outcome<Value, TaxRefusals>>

/** By what its case knows who says it: the tax of a payment is no word of a client. */
const holder = 'withheld-tax'

/** Orders that tax of a payment is set off; a second person agrees to it. */
export async function orderSetOff(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: z.output<typeof OrderSetOffWire>,
): Answer<{ id: string }> {
  const { id, ...said } = order
  return once(tx, clock, by, { id, what: 'tax.setOff', order: said }, () =>
    writeOrder(tx, clock, by, order),
  )
}

async function writeOrder(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id = newId(), batch, number, amountFen, document }: z.output<typeof OrderSetOffWire>,
): Answer<{ id: string }> {
  const { institution } = by
  const [known] = await taxToSetOff(tx, institution, { batch, number })
  if (!known) return refuse('nothing-to-set-off', {})
  // The records first, as every writer does; then it is read as it stands.
  await lockHeads(tx, institution, [known.caseId])
  await holdTaxes(tx, institution)
  const [one] = await taxToSetOff(tx, institution, { batch, number })
  if (!one) return refuse('nothing-to-set-off', {})
  const most = mostToSetOff(one, BigInt(one.underWayFen))
  if (BigInt(amountFen) > most) return refuse('more-than-to-set-off', { most: `${most}` })

  // From here on it is ordered.
  const { caseId, planSeq, line, attempt } = one
  const fields = {
    ...{ caseId, planSeq, line, attempt, batchId: batch, number, month: one.paidOn.slice(0, 7) },
    ...{ amountFen, document, state: 'made', remark: null },
    ...{ madeBy: by.person, madeName: by.name, madeOn: clock.today() },
  }
  await enterRecords(tx, setOffRegister, by, clock.now(), [{ id, fields }])
  return accept({ id })
}

/** Agrees to what is to be set off, and has its case take it, or refuses it; whoever ordered it does neither. */
export async function decideSetOff(
  tx: Tx,
  clock: Clock,
  by: Actor,
  id: string,
  { isApproved, remark }: { readonly isApproved: boolean; readonly remark: string | null },
): Answer<{ seq: number }> {
  const { institution } = by
  const one = await held(tx, institution, id)
  if (!one) return refuse('no-such-set-off', {})
  if (one.state !== 'made') return refuse('set-off-not-open', {})
  if (one.madeBy === by.person) return refuse('own-set-off', {})
  if (await saidLate(tx, institution, one.month, by.person)) return refuse('own-set-off', {})
  const decided = { decidedBy: by.person, decidedName: by.name, decidedOn: clock.today(), remark }
  if (!isApproved) return change(tx, clock, by, id, { state: 'refused', ...decided })
  const { batchId: batch, number, amountFen, month } = one
  const [stands] = await taxToSetOff(tx, institution, { batch, number })
  if (!stands) return refuse('nothing-to-set-off', {})
  const most = mostToSetOff(stands, BigInt(stands.underWayFen) - BigInt(amountFen))
  if (BigInt(amountFen) > most) return refuse('more-than-to-set-off', { most: `${most}` })

  // From here on it is set off, unless its case does not take the act: then nothing is written.
  const actSeq = await told(tx, clock, by, one, {
    type: 'recoveryRecorded',
    data: { way: 'tax_set_off', award: 'cash', proof: one.document },
  })
  const standing = standingOf(await monthSums(tx, institution, month))
  const isClaim = standing < BigInt(amountFen)
  const { madeBy, madeName } = one
  const said = { actSeq, amountFen, isClaim, takesBack: null, madeBy, madeName }
  await writeLine(tx, clock, one, said)
  return change(tx, clock, by, id, { state: 'settled', actSeq, isClaim, ...decided })
}

/** Takes back what nobody agreed to yet. */
export async function cancelSetOff(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Answer<{ seq: number }> {
  const one = await held(tx, by.institution, id)
  if (!one) return refuse('no-such-set-off', {})
  if (one.state !== 'made') return refuse('set-off-not-open', {})

  // From here on it is taken back.
  return change(tx, clock, by, id, { state: 'cancelled', remark: reason })
}

/**
 * Takes back what was set off wrongly: the person has it too much again, and it is owed to the tax office again. Once
 * the bank returned the payment, its tax came back with it less what was set off, so there is nothing to take back.
 */
export async function reverseSetOff(
  tx: Tx,
  clock: Clock,
  by: Actor,
  id: string,
  reason: string,
): Answer<{ seq: number }> {
  const { institution } = by
  const one = await held(tx, institution, id)
  if (!one) return refuse('no-such-set-off', {})
  const { actSeq: takesBack } = one
  if (one.state !== 'settled' || takesBack === null) return refuse('set-off-not-open', {})
  if (one.madeBy === by.person) return refuse('own-set-off', {})
  if (!(await isStillPaid(tx, institution, one))) return refuse('set-off-came-back', {})

  // From here on it is taken back, unless its case does not take the act: then nothing is written.
  const actSeq = await told(tx, clock, by, one, { type: 'taxSetOffTakenBack', data: { reason } })
  const less = { actSeq, amountFen: `-${one.amountFen}`, isClaim: false, takesBack }
  const line = { ...less, madeBy: by.person, madeName: by.name }
  await writeLine(tx, clock, { ...one, document: reason }, line)
  return change(tx, clock, by, id, {
    ...{ state: 'reversed', reversedBy: by.person, reversedName: by.name },
    ...{ reversedOn: clock.today(), reversedFor: reason },
  })
}

/** An order as it stands, with the record of its case and the taxes held. */
async function held(tx: Tx, institution: string, id: string): Promise<StoredSetOff | undefined> {
  const known = await storedSetOff(tx, institution, id)
  if (!known) return undefined
  await lockHeads(tx, institution, [known.caseId])
  await holdTaxes(tx, institution)
  return storedSetOff(tx, institution, id)
}

/** Tells the case. @throws {Problem} where it does not take the act. */
async function told(
  tx: Tx,
  clock: Clock,
  by: Actor,
  { caseId, batchId, number, name, amountFen: amount }: StoredSetOff,
  { type, data }: { readonly type: string; readonly data: object },
): Promise<number> {
  const desk = (await holdRecords(tx, clock, by.institution, [caseId])).get(caseId)?.desk
  if (!desk) throw new TypeError(`The record of case ${caseId} is not held.`)
  // Two persons said it by now: it is the word of this register, whatever roles the second of them has.
  const actor = { ...by, roles: [...by.roles, 'system'] }
  const outcome = await performAct(tx, desk, actor, caseId, {
    ...{ type, data: { name, amount, ...data }, files: [] },
    byHolder: { holder, data: { reference: referenceOf(batchId, number) } },
  })
  if (outcome.kind === 'refused') throw toProblem(outcome)
  return outcome.seq
}

interface Line {
  readonly actSeq: number
  readonly amountFen: string
  readonly isClaim: boolean
  readonly takesBack: number | null
  readonly madeBy: string
  readonly madeName: string
}

async function writeLine(tx: Tx, clock: Clock, one: StoredSetOff, line: Line): Promise<void> {
  const { institutionId, caseId, planSeq, line: ofPlan, attempt, month, document } = one
  await insertMany(tx, 'taxSetOff', [
    {
      ...{ institutionId, caseId, planSeq, line: ofPlan, attempt, month, ...line, document },
      ...{ onDay: clock.today(), madeAt: clock.now() },
    },
  ])
}

async function change(tx: Tx, clock: Clock, by: Author, id: string, fields: object) {
  const amendment = { fields, beside: [], reason: '' }
  const amended = await amendRecord(tx, setOffRegister, clock, by, id, amendment)
  return amended ? accept(amended) : refuse('no-such-set-off' as const, {})
}

import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Actor, holdRecords, lockHeads, performAct, toProblem } from '../cases/index.ts'
import { referenceOf } from '../payouts/index.ts'
import { monthSums, taxToSetOff } from './month.queries.ts'
import { holdTaxes, type TaxRefusals } from './remittance.commands.ts'
import { standingOf } from './tax.ts'
import type { SetOffWire } from './tax.wire.ts'

// A distribution that was reversed leaves its people with too much of it, before tax; what they got was less. They
// give back what they got, and the tax is set off: it is owed to the tax office no more, or, where it was paid
// over by then, the office owes it. Both are the same act, and it says which of them it is.

/** By what its case knows who says it: the tax of a payment is no word of a client. */
const holder = 'withheld-tax'

export async function setTaxOff(
  tx: Tx,
  clock: Clock,
  by: Actor,
  { batch, number, amountFen, document }: z.output<typeof SetOffWire>,
): Promise<Outcome<{ seq: number; isClaim: boolean }, TaxRefusals>> {
  const { institution } = by
  const [known] = await taxToSetOff(tx, institution, { batch, number })
  if (!known) return refuse('nothing-to-set-off', {})
  const { caseId } = known
  // The records first, as every writer does; then it is read as it stands.
  await lockHeads(tx, institution, [caseId])
  await holdTaxes(tx, institution)
  const held = (await holdRecords(tx, clock, institution, [caseId])).get(caseId)
  const [one] = await taxToSetOff(tx, institution, { batch, number })
  if (!one || !held) return refuse('nothing-to-set-off', {})
  const left = BigInt(one.withheldFen) - BigInt(one.setOffFen)
  const most = left < BigInt(one.heldFen) ? left : BigInt(one.heldFen)
  if (BigInt(amountFen) > most) return refuse('more-than-to-set-off', { most: `${most}` })
  const { name, planSeq, line, attempt } = one
  const month = one.paidOn.slice(0, 7)

  // From here on it is set off, unless its case does not take the act: then nothing is written.
  const outcome = await performAct(tx, held.desk, by, caseId, {
    type: 'recoveryRecorded',
    data: { name, way: 'tax_set_off', award: 'cash', amount: amountFen, proof: document },
    files: [],
    byHolder: { holder, data: { reference: referenceOf(batch, number) } },
  })
  if (outcome.kind === 'refused') throw toProblem(outcome)
  const standing = standingOf(await monthSums(tx, institution, month))
  const isClaim = standing < BigInt(amountFen)
  await insertMany(tx, 'taxSetOff', [
    {
      ...{ institutionId: institution, caseId, planSeq, line, attempt, actSeq: outcome.seq },
      ...{ month, amountFen, isClaim, onDay: clock.today(), document },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    },
  ])
  return accept({ seq: outcome.seq, isClaim })
}

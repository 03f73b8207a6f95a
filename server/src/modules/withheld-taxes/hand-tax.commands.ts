import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { holdHandTax, writeHandTax } from '../cases/index.ts'
import { taxProvedOf } from '../payouts/index.ts'
import { lockedHandPayment } from './hand-tax.queries.ts'
import type { HandTaxWire } from './hand-tax.wire.ts'
import { holdTaxes, type TaxRefusals } from './remittance.commands.ts'

/**
 * Says what was withheld from a payment without a batch, or says it anew: what it says instead stays as a line of
 * its own, and the books get the difference.
 */
export async function noteHandTax(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { withheldFen: toFen, document }: HandTaxWire,
): Promise<Outcome<{ withheldFen: string }, TaxRefusals>> {
  const { institution } = by
  await holdTaxes(tx, institution)
  await holdHandTax(tx, institution)
  const one = await lockedHandPayment(tx, institution, id)
  if (!one) return refuse('no-such-hand-payment', {})
  const { amountFen, backFen, withheldFen: fromFen } = one
  // Nothing is withheld from what came back.
  const most = BigInt(amountFen) - BigInt(backFen)
  if (BigInt(toFen) > most) return refuse('tax-above-payment', { most: `${most}` })
  // Where nothing but the tax did not come back, nothing was really paid from which it could be withheld.
  const isAllLeft = BigInt(backFen) > 0n && most > 0n && BigInt(toFen) === most
  if (isAllLeft) return refuse('tax-is-all-left', { left: `${most}` })
  if (fromFen !== null && BigInt(fromFen) === BigInt(toFen)) return refuse('tax-unchanged', {})
  if (one.source !== 'case') {
    const of = { source: one.source, id: one.recordId }
    const turn = { place: one.line, turn: one.seq, toFen }
    const fault = await taxProvedOf(tx, institution, of, turn)
    if (fault) return refuse('tax-proved', { fault })
  }

  // From here on it is said.
  await writeHandTax(tx, clock, by, one, { toFen, on: clock.today(), document })
  return accept({ withheldFen: toFen })
}

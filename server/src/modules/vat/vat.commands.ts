import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { once } from '../../platform/once.ts'
import { type Author, amendRecord, enterRecords } from '../../platform/register.ts'
import { post, takeBack } from '../journal/index.ts'
import { recordedOf, vatPosting } from './posting.ts'
import { storedSettlement, taxInCosts, vatMonths } from './vat.queries.ts'
import { vatRegister } from './vat.table.ts'
import { mostOf, type VatKind } from './vat.ts'
import type { SettleVatWire } from './vat.wire.ts'

/** Why nothing is recorded of tax, or taken back. */
export interface VatRefusals {
  'no-such-settlement': Record<string, never>
  'vat-month-ahead': { readonly month: string }
  'vat-in-future': { readonly today: string }
  'more-vat-than-owed': { readonly month: string; readonly kind: VatKind; readonly most: string }
  'settlement-reversed': Record<string, never>
  'own-settlement': Record<string, never>
}

type Answer<Value> = Promise<Outcome<Value, VatRefusals>>

/** Of two who record at once, the second sees the first. */
const holdVat = (tx: Tx, institution: string) =>
  lockChain(tx, { institution, name: 'vat_settlement' })

/** Records what became of the tax of a month; clicked twice, once. */
export async function settleVat(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: z.output<typeof SettleVatWire>,
): Answer<{ id: string }> {
  const { id, ...said } = order
  return once(tx, clock, by, { id, what: 'vat.settlement', order: said }, () =>
    writeSettlement(tx, clock, by, order),
  )
}

async function writeSettlement(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id, on, ...said }: z.output<typeof SettleVatWire>,
): Answer<{ id: string }> {
  const { institution } = by
  const { month, kind } = said
  await holdVat(tx, institution)
  const today = clock.today()
  if (month > today.slice(0, 7)) return refuse('vat-month-ahead', { month })
  if (on > today) return refuse('vat-in-future', { today })
  const costs = await taxInCosts(tx, institution)
  const most = mostOf(await vatMonths(tx, institution), { month, kind }, costs)
  if (BigInt(said.amountFen) > most) {
    return refuse('more-vat-than-owed', { month, kind, most: `${most}` })
  }

  // From here on it is recorded.
  const fields = {
    ...{ ...said, onDay: on, state: 'recorded' },
    ...{ madeBy: by.person, madeName: by.name, madeOn: today },
  }
  await enterRecords(tx, vatRegister, by, clock.now(), [{ id, fields }])
  await post(tx, clock, institution, [vatPosting({ ...said, id, onDay: on })])
  return accept({ id })
}

/** Takes back what was recorded by mistake: in red in the books, and with the reason. */
export async function reverseVat(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Answer<{ seq: number }> {
  const { institution } = by
  await holdVat(tx, institution)
  const one = await storedSettlement(tx, institution, id)
  if (!one) return refuse('no-such-settlement', {})
  if (one.state !== 'recorded') return refuse('settlement-reversed', {})
  if (one.madeBy === by.person) return refuse('own-settlement', {})

  // From here on it is reversed.
  const today = clock.today()
  const recorded = { ...recordedOf(one), seq: 1, reference: reason }
  await takeBack(tx, clock, institution, today, [recorded])
  const fields = {
    ...{ state: 'reversed', reversedOn: today, reversedFor: reason },
    ...{ reversedBy: by.person, reversedName: by.name },
  }
  const amended = await amendRecord(tx, vatRegister, clock, by, id, {
    ...{ fields, beside: [], reason: '' },
  })
  return amended ? accept(amended) : refuse('no-such-settlement', {})
}

import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { lockChain, recordChange } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { entriesToSend, lastNumbers } from './run.queries.ts'
import type { NewRunWire } from './run.wire.ts'

/** Why no vouchers go out. */
export interface RunRefusals {
  'days-reversed': { readonly from: string; readonly to: string }
  'nothing-to-send': { readonly from: string; readonly to: string }
}

const chain = 'vouchers'

/**
 * Puts together the vouchers of a period for the finance system and remembers that they went out.
 *
 * What went out before stays out, unless it is asked for again; it then keeps its number. Vouchers are
 * numbered through within their month, in the order of their days.
 */
export async function sendVouchers(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { from, to, again }: z.output<typeof NewRunWire>,
): Promise<Outcome<{ id: string; entries: number }, RunRefusals>> {
  const { institution } = by
  if (from > to) return refuse('days-reversed', { from, to })
  // Of two who send at once the second finds what the first sent.
  await lockChain(tx, { institution, name: chain })
  const entries = await entriesToSend(tx, institution, { from, to, again })
  if (entries.length === 0) return refuse('nothing-to-send', { from, to })

  // From here on they are sent.
  const id = newId()
  const at = clock.now()
  const last = new Map(await lastNumbers(tx, institution))
  const vouchers = entries.map(({ id: entryId, datedOn, month, number }) => {
    const isAgain = month !== null && number !== null
    if (isAgain) return { entryId, month, number, isAgain }
    const of = datedOn.slice(0, 7)
    const next = (last.get(of) ?? 0) + 1
    last.set(of, next)
    return { entryId, month: of, number: next, isAgain }
  })
  await tx
    .insertInto('voucherRun')
    .values({
      ...{ institutionId: institution, id, fromDay: from, toDay: to, isAgain: again },
      ...{ entries: entries.length, madeAt: at, madeBy: by.person, madeName: by.name },
    })
    .execute()
  await insertMany(
    tx,
    'voucher',
    vouchers.map((one) => ({ institutionId: institution, runId: id, ...one })),
  )
  await recordChange(tx, chain, {
    action: 'vouchers.sent',
    subject: id,
    data: { from, to, again, entries: entries.length },
    at,
    by,
  })
  return accept({ id, entries: entries.length })
}

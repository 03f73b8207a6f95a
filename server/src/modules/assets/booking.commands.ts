import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { post } from '../journal/index.ts'
import { assetChain } from './asset.table.ts'
import { bookInCases } from './booked-in-cases.ts'
import { bookingPosting } from './posting.ts'
import { proposalsOf } from './proposal.queries.ts'
import type { DecideProposalsWire } from './proposal.wire.ts'

/** Why proposals are neither booked nor given back. */
export interface BookingRefusals {
  'period-ahead': { readonly today: string }
  'proposal-changed': { readonly title: string }
  'proposal-undecided': { readonly title: string }
  'voucher-missing': Record<string, never>
  'reason-missing': Record<string, never>
}

/**
 * Finance books proposals of a month, or gives them back with a reason; all of those that are named, or
 * none. What is booked is what was looked at: where a cost came or a stage moved since, nothing is.
 */
export async function decideProposals(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { period, accept: isAccepted, voucher, reason, items }: z.output<typeof DecideProposalsWire>,
): Promise<Outcome<{ booked: number }, BookingRefusals>> {
  const { institution } = by
  const today = clock.today()
  if (`${period}-01` > today) return refuse('period-ahead', { today })
  if (isAccepted && voucher === null) return refuse('voucher-missing', {})
  if (!isAccepted && reason === null) return refuse('reason-missing', {})
  const ids = [...new Set(items.map(({ achievement }) => achievement))].sort()
  for (const id of ids) await lockChain(tx, { institution, name: assetChain(id) })
  const now = await proposalsOf(tx, institution, { period, today, ids })
  // Named twice, a proposal is still one: an asset leaves the books once.
  const chosen = new Set<(typeof now)[number]>()
  for (const item of items) {
    const one = now.find(
      ({ achievement, step, treatment }) =>
        achievement === item.achievement && step === item.step && treatment === item.treatment,
    )
    if (!one || one.amountFen !== item.amountFen) {
      return refuse('proposal-changed', { title: one?.title ?? item.title })
    }
    if (isAccepted && one.treatment === 'needs_confirmation') {
      return refuse('proposal-undecided', { title: one.title })
    }
    chosen.add(one)
  }
  if (isAccepted && voucher !== null) await bookInCases(tx, clock, by, [...chosen], voucher)

  // From here on they are decided.
  for (const one of chosen) {
    const { achievement, step, treatment, article, amountFen, costs, number } = one
    const id = newId()
    const at = clock.now()
    const outcome = isAccepted ? ('accepted' as const) : ('returned' as const)
    const told = { period, step, treatment, amountFen, article, outcome }
    const because = isAccepted ? { voucher, reason: null } : { voucher: null, reason }
    await tx
      .insertInto('assetBooking')
      .values({
        ...told,
        ...because,
        ...{ institutionId: institution, id, achievementId: achievement },
        ...{ decidedOn: today, decidedAt: at, decidedBy: by.person, decidedName: by.name },
      })
      .execute()
    if (isAccepted && step !== 'disposal') {
      await insertMany(
        tx,
        'assetBookingCost',
        costs.map((cost) => ({ institutionId: institution, bookingId: id, costId: cost, step })),
      )
    }
    if (isAccepted) {
      const booked = { id, step, treatment, amountFen, decidedOn: today, voucher }
      await post(tx, clock, institution, [bookingPosting({ id: achievement, number }, booked)])
    }
    await recordChange(tx, assetChain(achievement), {
      action: isAccepted ? 'asset.booked' : 'asset.returned',
      subject: achievement,
      data: { ...told, ...(isAccepted ? { voucher } : { reason }), booking: id, costs },
      at,
      by,
    })
  }
  return accept({ booked: chosen.size })
}

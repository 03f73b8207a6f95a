import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { type Author, amendRecord, chainOf } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import type { ReviewDecision } from './docket.table.ts'
import { batchWith } from './fee.queries.ts'

/** Why a decision about a fee is not taken down. */
export interface ReviewRefusals {
  'no-such-right': Record<string, never>
  'no-such-fee': { readonly year: string }
  'fee-in-batch': { readonly year: string; readonly title: string }
}

/** What was decided about a right before one of its fees. */
export interface Review {
  readonly year: number
  readonly decision: ReviewDecision
  readonly reason: string
}

/** Takes down whether a right is kept, sold, licensed openly or let go, before its next fee is paid. */
export async function reviewRight(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { year, decision, reason }: Review,
): Promise<Outcome<{ id: string }, ReviewRefusals>> {
  const { institution } = by
  // Held first: nobody puts the fee into a batch while it is decided to let the right go.
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, id) })
  const fee = await tx
    .selectFrom('rightFee')
    .select('year')
    .where('institutionId', '=', institution)
    .where('rightId', '=', id)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!fee) return refuse('no-such-fee', { year: `${year}` })
  const batch = await batchWith(tx, institution, id, year)
  if (batch && decision === 'abandon') {
    return refuse('fee-in-batch', { year: `${year}`, title: batch.title })
  }

  // From here on the decision is taken down.
  const review = { id: newId(), rightId: id, year, decision, reason }
  await insertMany(tx, 'rightReview', [
    {
      institutionId: institution,
      ...review,
      decidedOn: clock.today(),
      decidedBy: by.person,
      decidedName: by.name,
    },
  ])
  await amendRecord(tx, rightRegister, clock, by, id, {
    fields: {},
    beside: [{ field: 'review', from: null, to: { year, decision } }],
    reason,
  })
  return accept({ id: review.id })
}

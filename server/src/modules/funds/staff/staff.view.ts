import type { Tx } from '../../../platform/database.ts'
import { headOf } from '../../../platform/evidence.ts'
import { chainOf } from '../../../platform/register.ts'
import { batchesOfAward } from '../../payouts/index.ts'
import { lastOf } from '../bonus/bonus.ts'
import {
  casesSeen,
  givenOut,
  linesOf,
  paymentsOf,
  staffParts,
  storedAward,
} from './staff.queries.ts'
import { awardRegister } from './staff.table.ts'
import { purseOf } from './staff.ts'
import type { AwardWire, PurseWire } from './staff.wire.ts'

/** How the purse stands, and what filled it. */
export async function purseNow(tx: Tx, institution: string): Promise<PurseWire> {
  const parts = await staffParts(tx, institution)
  const { cameIn, paid, promised, free } = purseOf(parts, await givenOut(tx, institution))
  const seen = await casesSeen(
    tx,
    institution,
    parts.map(({ caseId }) => caseId),
  )
  return {
    ...{ cameInFen: `${cameIn}`, paidFen: `${paid}` },
    ...{ promisedFen: `${promised}`, freeFen: `${free}` },
    parts: parts
      .toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
      .map(({ caseId, on, fen }) => {
        const { id = null, number = null, title = null } = seen.get(caseId) ?? {}
        return { caseId: id, caseNumber: number, title, on, fen: `${fen}` }
      }),
  }
}

/** One award with its lines and what was paid of each. */
export async function awardOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<AwardWire | undefined> {
  const award = await storedAward(tx, institution, id)
  if (!award) return undefined
  const lines = await linesOf(tx, institution, id)
  const payments = await paymentsOf(tx, institution, id)
  const { seq } = await headOf(tx, { institution, name: chainOf(awardRegister, id) })
  const batches = await batchesOfAward(tx, institution, { source: 'staff_award', id })
  const isPaid = (place: number) => lastOf(payments, place)?.kind === 'paid'
  const paid = lines.filter(({ place }) => isPaid(place))
  const paidFen = paid.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
  const { approvedOn, approvedName } = award
  return {
    ...{ id, title: award.title, amountFen: award.amountFen, paidFen: `${paidFen}` },
    ...{ names: lines.map(({ name }) => name), state: award.state, seq, basis: award.basis },
    files: award.files.map((file) => ({ ...file })),
    ...{ proposedOn: award.proposedOn, paidOn: award.paidOn, withdrawnFor: award.withdrawnFor },
    proposed: { on: award.proposedOn, by: award.proposedBy, name: award.proposedName },
    approved:
      approvedOn === null || approvedName === null ? null : { on: approvedOn, name: approvedName },
    lines: lines.map(({ place, purpose, name, amountFen }) => ({
      ...{ place, purpose, name, fen: amountFen, isPaid: isPaid(place) },
      batch: batches.get(place) ?? null,
      payments: payments
        .filter((one) => one.place === place)
        .map(({ id: payment, kind, onDay, reference, files, madeName }) => ({
          ...{ id: payment, kind, onDay, reference, by: madeName },
          files: files.map((file) => ({ ...file })),
        })),
    })),
  }
}

import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Problem } from '../../platform/problem.ts'
import {
  type Actor,
  foreseeMany,
  type holdRecords,
  payActOf,
  planToPay,
  toProblem,
} from '../cases/index.ts'
import { reliefClaims } from '../tax-positions/index.ts'
import { casesToSend, changedPlans } from './file.queries.ts'
import { payoutHolder, reliefData, type Treatment } from './payout.ts'
import { reliefOn } from './relief.view.ts'

/** A case of a batch that cannot be paid as it stands, and why. */
export interface Blocked {
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly problem: Problem
}

/**
 * What was recorded since its payments were ordered may forbid to pay a plan: an objection, a change of the deal.
 *
 * @param records  how the records are read: held by who sends, merely looked at by who shows it.
 */
export async function blockedPlans(
  tx: Tx,
  clock: Clock,
  by: Actor,
  batch: { readonly id: string; readonly title: string; readonly treatment: Treatment },
  records: typeof holdRecords,
): Promise<readonly Blocked[]> {
  const { institution } = by
  const claims = await reliefClaims(tx, institution, await casesToSend(tx, institution, batch.id))
  // What is decided of a relief is no act of the case: where its conditions fell away, look as well.
  const doubtful = [...claims].flatMap(([id, claim]) =>
    claim.claimed && !claim.confirmed ? [id] : [],
  )
  const changed = await changedPlans(tx, institution, batch.id, doubtful)
  if (changed.length === 0) return []
  const cases = changed.map(({ caseId }) => caseId)
  const read = await records(tx, clock, institution, cases)
  const actFor = (id: string) => {
    const of = read.get(id)
    return of ? payActOf(of) : 'paid'
  }
  const byDays = (id: string, orderedAt: number) => {
    const of = read.get(id)
    return reliefOn(of && planToPay(of, orderedAt), clock.today())
  }
  const acts = changed.map(({ caseId, lines, orderedAt }) => ({
    case: caseId,
    order: {
      type: actFor(caseId),
      data: {
        ...{ lines, proof: batch.title, ...batch.treatment },
        ...reliefData(actFor(caseId), claims.get(caseId), byDays(caseId, orderedAt)),
      },
      files: [],
      byHolder: { holder: payoutHolder, data: { orderedAt } },
    },
  }))
  const payer = { ...by, roles: [...new Set([...by.roles, 'finance'])] }
  const found = await foreseeMany(tx, institution, payer, read, acts)
  return changed.flatMap(({ caseId, number, title }) => {
    const one = found.get(caseId)
    return one?.kind === 'refused' ? [{ caseId, number, title, problem: toProblem(one) }] : []
  })
}

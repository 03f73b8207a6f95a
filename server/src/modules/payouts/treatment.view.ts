import { type CaseState, type SuggestedTreatment, suggestTreatment } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Actor, foreseeMany, holdRecords, planToPay } from '../cases/index.ts'
import { payableCases } from './batch.queries.ts'

/** How the law would have the next payout treated, as the first case that waits to be paid shows it. */
export async function treatmentSuggested(
  tx: Tx,
  clock: Clock,
  caller: Actor,
): Promise<readonly SuggestedTreatment[]> {
  const { institution } = caller
  const payer = { ...caller, roles: [...new Set([...caller.roles, 'finance'])] }
  for (const id of (await payableCases(tx, institution, 'all')).slice(0, 20)) {
    const held = await holdRecords(tx, clock, institution, [id])
    const of = held.get(id)
    const plan = of && planToPay(of)
    if (!plan) continue
    const lines = plan.lines.map(({ name, amount }) => ({ name, amount }))
    const order = { type: 'paid' as const, data: { lines, proof: '—' }, files: [] }
    const found = (await foreseeMany(tx, institution, payer, held, [{ case: id, order }])).get(id)
    if (!found || found.kind === 'refused') continue
    return suggestTreatment(of.desk, found.after.state as CaseState, clock.today())
  }
  return []
}

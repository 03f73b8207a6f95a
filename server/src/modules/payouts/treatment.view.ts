import { type SuggestedTreatment, suggestTreatment } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import {
  type Actor,
  foreseeMany,
  holdRecords,
  type PayAct,
  payActOf,
  planToPay,
} from '../cases/index.ts'
import { payableCases } from './batch.queries.ts'

/** How the law would have the next payout treated, as the first case of each kind that waits shows it. */
export async function treatmentSuggested(
  tx: Tx,
  clock: Clock,
  caller: Actor,
): Promise<readonly SuggestedTreatment[]> {
  const { institution } = caller
  const payer = { ...caller, roles: [...new Set([...caller.roles, 'finance'])] }
  const told = new Map<PayAct, readonly SuggestedTreatment[]>()
  for (const id of (await payableCases(tx, institution, 'all')).slice(0, 20)) {
    const held = await holdRecords(tx, clock, institution, [id])
    const of = held.get(id)
    const plan = of && planToPay(of)
    if (!plan || told.has(payActOf(of))) continue
    const lines = plan.lines.map(({ name, amount }) => ({ name, amount }))
    const order = { type: payActOf(of), data: { lines, proof: '—' }, files: [] }
    const found = (await foreseeMany(tx, institution, payer, held, [{ case: id, order }])).get(id)
    if (!found || found.kind === 'refused') continue
    told.set(order.type, suggestTreatment(of.desk, found.after, clock.today()))
  }
  // What the rules on transfers and those on service contracts both ask for is said once.
  const all = [...told.values()].flat()
  return all.filter(({ name }, at) => all.findIndex((one) => one.name === name) === at)
}

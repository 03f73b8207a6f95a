import type { Day } from '@yizhuan/kit'
import { procedureOf, type SuggestedTreatment, suggestTreatment } from '@yizhuan/procedures'
import type { Clock } from '../../../platform/clock.ts'
import type { Caller, Tx } from '../../../platform/database.ts'
import { badField } from '../../../platform/problem.ts'
import { foreseeMany, payActOf, planToPay, readRecords } from '../../cases/index.ts'
import { batchOf } from '../batch.queries.ts'
import { toPayoutProblem } from '../payout.refusals.ts'
import { payoutHolder } from '../payout.ts'
import { handLines, orderedLines, type PersonnelLine } from './personnel.queries.ts'

/** A payment with what the law of its place would have said of it. */
export interface ToldPersonnel extends PersonnelLine {
  readonly asked: readonly SuggestedTreatment[]
}

/**
 * What personnel is told of the payments of a batch or of a month. Whether wages are capped is asked of the law for
 * each kind of reward, as its first case shows it: that a reward is exempt is a matter of its kind.
 *
 * @throws {Problem} where neither is named, or both, or there is no such batch.
 */
export async function personnelLines(
  tx: Tx,
  clock: Clock,
  caller: Caller,
  { batch, month }: { readonly batch?: string | undefined; readonly month?: string | undefined },
): Promise<readonly ToldPersonnel[]> {
  const { institution } = caller
  if ((batch === undefined) === (month === undefined)) {
    throw badField('#/month', 'batch-or-month', {
      zh: '请指定一个批次或者一个月份。',
      en: 'Name a batch or a month, one of them.',
    })
  }
  if (batch !== undefined && !(await batchOf(tx, institution, batch)))
    throw toPayoutProblem({ code: 'no-such-batch', facts: {} })
  const lines =
    batch === undefined
      ? [
          ...(await orderedLines(tx, institution, { month: month ?? '' })),
          ...(await handLines(tx, institution, month ?? '')),
        ]
      : await orderedLines(tx, institution, { batch })
  const asked = new Map<string, readonly SuggestedTreatment[]>()
  for (const line of lines) {
    if (line.caseId === null || !isReward(line) || asked.has(line.kind)) continue
    const found = await askedOf(tx, clock, caller, line.caseId, line.paidOn ?? line.payOn)
    if (found) asked.set(line.kind, found)
  }
  return lines.map((line) => ({ ...line, asked: asked.get(line.kind) ?? [] }))
}

/** What law says of wages it says of rewards out of transfers and services. */
const isReward = ({ kind }: PersonnelLine) => kind === 'transfer' || kind === 'service'

/** What the law would have finance say of a payout of a case: of the one ahead, else of the last one. */
async function askedOf(
  tx: Tx,
  clock: Clock,
  caller: Caller,
  id: string,
  on: string,
): Promise<readonly SuggestedTreatment[] | undefined> {
  const { institution } = caller
  const held = await readRecords(tx, clock, institution, [id])
  const of = held.get(id)
  if (!of) return undefined
  const plan = planToPay(of)
  const today = clock.today()
  const asOf = (on < today ? on : today) as Day
  const now = { procedure: procedureOf(of.past), state: of.state }
  if (!plan) return suggestTreatment(of.desk, now, asOf)
  const payer = { ...caller, roles: [...new Set([...caller.roles, 'finance'])] }
  const lines = plan.lines.map(({ name, amount }) => ({ name, amount }))
  // Payments that are under way hold their case; what is looked at is what they will say.
  const byHolder = { holder: payoutHolder, data: { orderedAt: of.past.length } }
  const order = { type: payActOf(of), data: { lines, proof: '—' }, files: [], byHolder }
  const found = (await foreseeMany(tx, institution, payer, held, [{ case: id, order }])).get(id)
  return suggestTreatment(of.desk, found?.kind === 'accepted' ? found.after : now, asOf)
}

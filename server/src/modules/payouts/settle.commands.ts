import { type Day, fen, groupBy } from '@yizhuan/kit'
import { isPaidOut } from '@yizhuan/money'
import type { Dated } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import { type Tx, withRightsOf } from '../../platform/database.ts'
import type { Task } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { forbidden } from '../../platform/problem.ts'
import { tellProblem } from '../../platform/told-problem.ts'
import {
  type Actor,
  actorNow,
  type HeldCase,
  holdRecords,
  type OneOfMany,
  type PayAct,
  payActOf,
  performInMany,
  planToPay,
  toProblem,
} from '../cases/index.ts'
import { post } from '../journal/index.ts'
import { reliefClaims } from '../tax-positions/index.ts'
import { changeBatch } from './batch.commands.ts'
import { afterParts, type BatchRow, joinBatch, standingOfBatch } from './batch.queries.ts'
import { freeHolds } from './hold.commands.ts'
import { type OrderRow, ordersOfCases } from './order.queries.ts'
import { type ProofFile, payoutHolder, reliefData, type Treatment } from './payout.ts'
import { paymentPostings } from './posting.ts'
import { proofOf } from './proof.commands.ts'
import { reliefOn } from './relief.view.ts'
import { recordReturns } from './returns.commands.ts'
import {
  movePlans,
  noteDone,
  type PlanMove,
  type PlanRow,
  plansToPay,
  turnTold,
} from './settle.queries.ts'

// What the bank said is written part by part. In one transaction the payments turn, the journal gets what
// moved, and a plan whose last payment is made is recorded as paid in its case: all of it, or nothing.
// Done again it finds nothing told, and writes nothing.

/** Writes what a proof said of the payments of some cases. */
export function settleCases({ clock }: Pick<Context, 'clock'>): Task {
  return async (tx, { institution, payload }) => {
    const cases = payload['cases'] as readonly string[]
    const proof = await proofOf(tx, institution, String(payload['proof']))
    const batch = proof && (await joinBatch(tx, institution, proof.batchId))
    if (!proof || !batch) return
    const { takenBy: person, takenName: name } = proof
    const actor = await actorNow(tx, clock, { institution, person, name })
    // The money moved, whoever reported it; only the act of the case needs somebody who may record it.
    const taker = actor ?? { institution, person, name, roles: [] }
    await withRightsOf(tx, taker, () => settlePart(tx, clock, taker, batch, proof, cases))
  }
}

interface Proof {
  readonly id: string
  readonly batchId: string
  readonly document: string
  readonly file: ProofFile | null
}

async function settlePart(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  batch: BatchRow,
  proof: Proof,
  cases: readonly string[],
): Promise<void> {
  const { institution } = actor
  // The records first, as every writer does: who comes second sees what the first wrote.
  const held = await holdRecords(tx, clock, institution, cases)
  const turned = await turnTold(tx, institution, proof.id, cases)
  if (turned.length > 0) {
    const plans = await plansToPay(tx, institution, cases)
    await post(tx, clock, institution, paymentPostings(turned, held, proof.document))
    const source = { batch, document: proof.document, file: proof.file }
    const now = await recordReturns(tx, clock, actor, { held, turned, source })
    await recordPaid(tx, clock, actor, { held: now, plans, source })
    await freeHolds(tx, institution, cases)
  }
  const now = await afterParts(tx, institution, batch.id)
  const isLast = await noteDone(tx, institution, proof, cases, turned)
  // Before its last part something that the proof said waits still: to look through the batch would tell no more.
  if (!isLast) return
  const { ordered, sent } = await standingOfBatch(tx, institution, batch.id)
  if (ordered + sent === 0 && now?.state !== 'settled') {
    await changeBatch(tx, clock, actor, batch.id, { state: 'settled' })
  }
}

interface ToRecord {
  readonly held: ReadonlyMap<string, HeldCase>
  readonly plans: readonly PlanRow[]
  readonly source: {
    readonly batch: { readonly title: string; readonly treatment: Treatment }
    readonly document: string
    readonly file: ProofFile | null
  }
}

/** Records as paid the plans of which everybody has their money. @returns why some are not. */
export async function recordPaid(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { held, plans, source }: ToRecord,
): Promise<readonly PlanMove[]> {
  const { institution } = actor
  const orders = groupBy(
    await ordersOfCases(
      tx,
      institution,
      plans.map(({ caseId }) => caseId),
    ),
    ({ planId }) => planId,
  )
  const through = plans.filter(({ id }) => isThrough(orders.get(id) ?? []))
  const claims = await reliefClaims(
    tx,
    institution,
    through.map(({ caseId }) => caseId),
  )
  const acts = through.map((plan): OneOfMany => {
    const of = held.get(plan.caseId)
    const toPay = of && planToPay(of, plan.orderedAt)
    const certifiedOn = toPay?.certifiedOn
    const type = of ? payActOf(of) : 'paid'
    // Each by its own day: who got their money in time keeps the relief when somebody else's comes late.
    const paid = (orders.get(plan.id) ?? []).filter(({ way }) => way !== 'equity')
    const byDays = reliefOn(toPay, clock.today(), paid.flatMap(paymentOf))
    const relief = reliefData(type, claims.get(plan.caseId), byDays)
    const days = { type, today: clock.today(), certifiedOn, relief }
    return { case: plan.caseId, order: paidOrder(plan, orders.get(plan.id) ?? [], source, days) }
  })
  const outcomes = await performInMany(tx, clock, actor, held, acts)
  const moves = through.map(({ id, caseId }): PlanMove => {
    const outcome = outcomes.get(caseId)
    if (outcome?.kind === 'accepted') return { id, state: 'settled', actSeq: outcome.seq }
    const problem = outcome ? toProblem(outcome) : forbidden(notThere)
    return { id, state: 'waiting', problem: tellProblem(problem) }
  })
  await movePlans(tx, institution, moves)
  return moves
}

const paymentOf = ({ paidOn, amountFen, state }: OrderRow): Dated[] =>
  paidOn === null || state !== 'paid' ? [] : [{ on: paidOn as Day, amount: BigInt(amountFen) }]

const notThere = { zh: '没有这个项目。', en: 'There is no such case.' }

const isThrough = (orders: readonly OrderRow[]) =>
  isPaidOut(orders.map((one) => ({ ...one, fen: fen(BigInt(one.amountFen)) })))

/**
 * The act: dated on the day of the last payment, with the paper that shows it. Where an objection had the plan
 * shown afresh after the money went, it is dated on the end of that notice, and says when the money went.
 */
function paidOrder(
  { lines, orderedAt }: PlanRow,
  orders: readonly OrderRow[],
  { batch, document, file }: ToRecord['source'],
  {
    type,
    today,
    certifiedOn = '',
    relief,
  }: {
    readonly type: PayAct
    readonly today: Day
    readonly certifiedOn?: string | undefined
    readonly relief: object
  },
): OneOfMany['order'] {
  const last =
    orders
      .flatMap(({ paidOn }) => paidOn ?? [])
      .toSorted()
      .at(-1) ?? today
  const on = last < certifiedOn ? certifiedOn : last
  const late =
    on === last
      ? `付款日 ${last}，按回单于 ${today} 登记。Paid on ${last}, recorded by its proof on ${today}.`
      : `付款日 ${last}；方案经异议核实重新公示，期满后于 ${today} 登记。Paid on ${last}; after an objection the plan was shown afresh, and recorded on ${today}.`
  return {
    type,
    on,
    data: {
      lines,
      proof: `${batch.title} ${document}`.slice(0, 200),
      ...batch.treatment,
      ...relief,
    },
    files: file ? [{ name: file.name, sha256: file.sha256, size: file.size }] : [],
    byHolder: { holder: payoutHolder, data: { orderedAt } },
    ...(last < today && { lateReason: late }),
  }
}

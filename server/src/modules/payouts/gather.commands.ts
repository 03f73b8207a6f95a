import { fen, groupBy } from '@yizhuan/kit'
import { againOf, duesOf, type Held, owedAgainOf } from '@yizhuan/money'
import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import { type Tx, withRightsOf } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Task } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { conflict, type Problem } from '../../platform/problem.ts'
import { tellProblem } from '../../platform/told-problem.ts'
import {
  type Actor,
  actorNow,
  foreseeMany,
  type HeldCase,
  holdRecords,
  type PlanToPay,
  payActOf,
  planToPay,
  toProblem,
} from '../cases/index.ts'
import { reliefClaims } from '../tax-positions/index.ts'
import { changeBatch, giveUp } from './batch.commands.ts'
import { afterParts, type BatchRow, joinBatch } from './batch.queries.ts'
import { freeHolds } from './hold.commands.ts'
import { attemptsOf, lineKey, type OrderRow, ordersOfCases, owedInCases } from './order.queries.ts'
import { isOnRecord, payoutHolder, reliefData } from './payout.ts'
import { reliefOn } from './relief.view.ts'

// The payments of a batch are ordered part by part, each part of its cases in one transaction that holds
// their records: what two batches want at once, the second finds ordered.

/** Orders the payments of some cases of a batch. */
export function gatherCases({ clock }: Pick<Context, 'clock'>): Task {
  return async (tx, { institution, payload }) => {
    const [id, cases] = [String(payload['batch']), payload['cases'] as readonly string[]]
    const batch = await joinBatch(tx, institution, id)
    if (batch?.state !== 'gathering') return
    const maker = { institution, person: batch.madeBy, name: batch.madeName }
    const actor = await actorNow(tx, clock, maker)
    if (!actor) {
      const now = await afterParts(tx, institution, id)
      if (now?.state !== 'gathering') return
      // What was ordered by now waits for nobody.
      await giveUp(tx, institution, id)
      await changeBatch(tx, clock, maker, id, { state: 'cancelled', remark: gone })
      return
    }
    await withRightsOf(tx, actor, () => orderPart(tx, clock, actor, batch, cases))
  }
}

const gone = '制单人账号已停用 / the account of who made it is disabled'

async function orderPart(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  batch: BatchRow,
  cases: readonly string[],
): Promise<void> {
  const { institution } = actor
  const held = await holdRecords(tx, clock, institution, cases)
  const orders = groupBy(await ordersOfCases(tx, institution, cases), ({ caseId }) => caseId)
  const owed = await owedInCases(tx, institution, cases)
  const part = new Part(institution, batch, await attemptsOf(tx, institution, cases))
  const fresh: { readonly of: HeldCase; readonly plan: PlanToPay }[] = []
  for (const id of cases) {
    const of = held.get(id)
    if (!of) continue
    const known = orders.get(id) ?? []
    if (part.orderAgain(known, owed.get(id))) continue
    const plan = planToPay(of)
    if (!plan) part.leaveOut(id, noPlan())
    else if (known.some(({ planSeq }) => planSeq === plan.seq)) part.leaveOut(id, ordered())
    else fresh.push({ of, plan })
  }
  const claims = await reliefClaims(
    tx,
    institution,
    fresh.map(({ of }) => of.id),
  )
  const acts = fresh.map(({ of, plan }) => ({
    case: of.id,
    order: {
      type: payActOf(of),
      data: {
        ...{ lines: paidLines(plan), proof: batch.title, ...batch.treatment },
        ...reliefData(payActOf(of), claims.get(of.id), reliefOn(plan, clock.today())),
      },
      files: [],
      byHolder: { holder: payoutHolder, data: { orderedAt: of.seq } },
    },
  }))
  const foreseen = await foreseeMany(tx, institution, actor, held, acts)
  for (const { of, plan } of fresh) {
    const found = foreseen.get(of.id)
    if (found?.kind === 'refused') part.leaveOut(of.id, toProblem(found))
    else if (found) part.order(of, plan)
  }
  await writePart(tx, clock, actor, batch, part, cases.length)
}

const paidLines = ({ lines }: PlanToPay) => lines.map(({ name, amount }) => ({ name, amount }))

const noPlan = () =>
  conflict('nothing-to-pay', {
    zh: '这个项目没有待发放的分配方案。',
    en: 'No plan of this case waits to be paid.',
  })
const ordered = () =>
  conflict('ordered-before', {
    zh: '这个方案已在另一发放批次中。',
    en: 'This plan is in another payout batch.',
  })

const nothingMoves = () =>
  conflict('nothing-to-pay', {
    zh: '这个方案的应发款均由已领款抵扣，没有需要支付的金额；请在项目中直接登记发放。',
    en: 'What this plan gives is covered by what was paid before, so no money moves; record the payout in the case.',
  })

interface NewOrder extends Pick<OrderRow, 'caseId' | 'planSeq' | 'line' | 'attempt' | 'planId'> {
  readonly personId: string | null
  readonly name: string
  readonly way: OrderRow['way']
  readonly amountFen: string
  readonly withheldFen: string | null
  readonly withheldBy: string | null
}

/** What a part of a batch comes to. */
class Part {
  readonly plans: object[] = []
  readonly orders: NewOrder[] = []
  readonly leftOut: { readonly caseId: string; readonly problem: object }[] = []

  private readonly institution: string
  private readonly batch: BatchRow
  /** How often a line was ordered by now. */
  private readonly attempts: ReadonlyMap<string, number>

  constructor(institution: string, batch: BatchRow, attempts: ReadonlyMap<string, number>) {
    this.institution = institution
    this.batch = batch
    this.attempts = attempts
  }

  /**
   * Orders again what came back of a case: all of a plan that is not on record yet, else what the record says
   * is owed. @returns whether there was anything.
   */
  orderAgain(known: readonly OrderRow[], owed: Held = nobody): boolean {
    const before = this.orders.length
    let rest = owed
    for (const of of [...groupBy(known, ({ planId }) => planId).values()].toReversed()) {
      const orders = of.map((one) => ({ ...one, fen: fen(BigInt(one.amountFen)) }))
      const isTold = of.some(({ planState }) => isOnRecord(planState))
      const again = isTold ? owedAgainOf(orders, rest) : againOf(orders)
      if (isTold) rest = lessOf(rest, again)
      for (const { fen: amount, planState: _is, paidOn: _on, state: _ordered, ...one } of again) {
        const way = one.way === 'equity' ? 'equity' : this.batch.way
        // The same payment made again has the same tax, said by the same person; of another amount it is said anew.
        const isSame = `${amount}` === one.amountFen
        const tax = isSame ? {} : { withheldFen: null, withheldBy: null }
        this.orders.push({ ...one, way, amountFen: `${amount}`, ...tax })
      }
    }
    return this.orders.length > before
  }

  /** Orders the payments of a plan. */
  order({ id: caseId, seq }: HeldCase, plan: PlanToPay): void {
    const lines = plan.lines.map(({ amount, ...line }) => ({ ...line, fen: fen(BigInt(amount)) }))
    const { dues, takenIn } = duesOf(lines, plan.held, this.batch.way)
    if (dues.length === 0) {
      this.leaveOut(caseId, nothingMoves())
      return
    }
    const planId = newId()
    const sum = (parts: readonly { readonly fen: bigint }[]) =>
      `${parts.reduce((all, one) => all + one.fen, 0n)}`
    this.plans.push({
      ...{ institutionId: this.institution, id: planId, batchId: this.batch.id, caseId },
      ...{ planSeq: plan.seq, orderedAt: seq, lines: paidLines(plan), state: 'ordered' },
      ...{ totalFen: sum(lines), takenInFen: sum(takenIn) },
    })
    for (const { line, name, person, way, fen: amount } of dues) {
      const key = { caseId, planSeq: plan.seq, line }
      const attempt = (this.attempts.get(lineKey(key)) ?? 0) + 1
      const whose = { planId, personId: person ?? null, name }
      this.orders.push({
        ...key,
        attempt,
        ...whose,
        way,
        amountFen: `${amount}`,
        withheldFen: null,
        withheldBy: null,
      })
    }
  }

  leaveOut(caseId: string, problem: Problem): void {
    this.leftOut.push({ caseId, problem: tellProblem(problem) })
  }
}

const nobody: Held = { cash: new Map(), equity: new Map() }

/** What is owed less what was ordered of it. */
function lessOf(
  owed: Held,
  ordered: readonly { readonly name: string; readonly way: string; readonly fen: bigint }[],
): Held {
  const left = { cash: new Map(owed.cash), equity: new Map(owed.equity) }
  for (const { name, way, fen: amount } of ordered) {
    const sums = left[way === 'equity' ? 'equity' : 'cash']
    sums.set(name, (sums.get(name) ?? 0n) - amount)
  }
  return left
}

async function writePart(
  tx: Tx,
  clock: Clock,
  { institution, person, name }: Actor,
  { id: batchId, chosen }: BatchRow,
  { plans, orders, leftOut }: Part,
  looked: number,
): Promise<void> {
  // Given up while this part was looked at, it orders nothing more.
  const now = await afterParts(tx, institution, batchId)
  if (now?.state !== 'gathering') return
  const { rows } = await sql<{ orders: number; gathered: number }>`
    update payout_batch set gathered = gathered + ${looked}, orders = orders + ${orders.length}
    where institution_id = ${institution} and id = ${batchId}
    returning orders, gathered
  `.execute(tx)
  const { orders: last = 0, gathered = 0 } = rows[0] ?? {}
  const before = last - orders.length
  await insertMany(tx, 'payoutPlan', plans)
  await insertMany(
    tx,
    'paymentOrder',
    orders.map((one, at) => ({
      ...{ institutionId: institution, batchId, number: before + at + 1, state: 'ordered' },
      ...one,
    })),
  )
  await insertMany(
    tx,
    'payoutLeftOut',
    leftOut.map((one) => ({ institutionId: institution, batchId, ...one })),
  )
  await freeHolds(tx, institution, [...new Set(orders.map(({ caseId }) => caseId))])
  if (gathered < chosen) return
  const maker = { institution, person, name }
  const state = last === 0 ? { state: 'cancelled', remark: empty } : { state: 'made' }
  await changeBatch(tx, clock, maker, batchId, state)
}

const empty = '所选项目均不能发放 / none of the cases chosen can be paid'

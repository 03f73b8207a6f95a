import { fen, groupBy, type Words } from '@yizhuan/kit'
import { isUnderWay, latestOf } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import { type Hold, holdCases, releaseCases } from '../cases/index.ts'
import { ordersOfCases } from './order.queries.ts'
import { heldWhilePaying, heldWhileRepeating, isOnRecord, payoutHolder } from './payout.ts'

// While payments are under way a case is held for what would upset them (see `cases/hold.queries.ts`).
// What it is held for follows from its payments, and is worked out anew whenever they move.

const paying: Words = {
  zh: '本项目的分配方案已下达付款，尚未办结。请在“发放批次”中登记回单；未发出的可先撤回。',
  en: 'The payments of this plan are ordered and not through. Take in the proof in the payout batches, or cancel what was not sent.',
}
const repeating: Words = {
  zh: '本项目有退回的付款正在补付；登记回单或撤回补付后再办理。',
  en: 'A payment of this case that came back is being made again; take in its proof, or cancel it, first.',
}

/** Holds cases by how their payments stand, or lets them go. */
export async function freeHolds(
  tx: Tx,
  institution: string,
  cases: readonly string[],
): Promise<void> {
  const orders = await ordersOfCases(tx, institution, cases)
  const byCase = groupBy(orders, ({ caseId }) => caseId)
  const holds = cases.flatMap((id) => {
    const hold = holdOf(byCase.get(id) ?? [])
    return hold ? [{ ...hold, case: id }] : []
  })
  await releaseCases(tx, institution, payoutHolder, cases)
  await holdCases(tx, institution, holds)
}

type Order = Awaited<ReturnType<typeof ordersOfCases>>[number]

function holdOf(orders: readonly Order[]): Hold | undefined {
  const plans = [...groupBy(orders, ({ planSeq }) => planSeq).values()].map((of) => {
    const latest = latestOf(of.map((one) => ({ ...one, fen: fen(BigInt(one.amountFen)) })))
    return { isTold: of.some(({ planState }) => isOnRecord(planState)), latest }
  })
  const isRepeating = plans.some(
    ({ isTold, latest }) =>
      isTold && latest.some(({ state }) => isUnderWay(state) && state !== 'paid'),
  )
  // A plan that is let go is none of them.
  if (plans.some(({ isTold }) => !isTold)) {
    const acts = isRepeating ? [...heldWhilePaying, ...heldWhileRepeating] : heldWhilePaying
    return { holder: payoutHolder, acts: [...new Set<string>(acts)], reason: paying }
  }
  return isRepeating
    ? { holder: payoutHolder, acts: heldWhileRepeating, reason: repeating }
    : undefined
}

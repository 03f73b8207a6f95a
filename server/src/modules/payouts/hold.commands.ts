import { fen, groupBy, type Words } from '@yizhuan/kit'
import { latestOf } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import { type Hold, holdCases, releaseCases } from '../cases/index.ts'
import { ordersOfCases } from './order.queries.ts'
import { heldWhilePaying, heldWhileReturned, payoutHolder } from './payout.ts'

// While payments are under way a case is held for what would upset them (see `cases/hold.queries.ts`).
// What it is held for follows from its payments, and is worked out anew whenever they move.

const paying: Words = {
  zh: '本项目的分配方案已下达付款，尚未办结。请在“发放批次”中登记回单；未发出的可先撤回。',
  en: 'The payments of this plan are ordered and not through. Take in the proof in the payout batches, or cancel what was not sent.',
}
const cameBack: Words = {
  zh: '本项目有退回的付款尚未补付，补付办结后才能冲回分配。',
  en: 'A payment of this case came back and is not paid again yet; reverse the distribution once it is.',
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
    return { isSettled: of.some(({ planState }) => planState === 'settled'), latest }
  })
  // A plan that is let go is none of them.
  const isPaying = plans.some(({ isSettled }) => !isSettled)
  if (isPaying) return { holder: payoutHolder, acts: heldWhilePaying, reason: paying }
  const isBack = plans.some(
    ({ isSettled, latest }) => isSettled && latest.some(({ state }) => state !== 'paid'),
  )
  return isBack ? { holder: payoutHolder, acts: heldWhileReturned, reason: cameBack } : undefined
}

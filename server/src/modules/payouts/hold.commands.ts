import type { Words } from '@yizhuan/kit'
import type { Tx } from '../../platform/database.ts'
import { type Hold, holdCases, releaseCases } from '../cases/index.ts'
import { type Standing, standingOfCases } from './order.queries.ts'
import { heldWhilePaying, heldWhileRepeating, payoutHolder } from './payout.ts'

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
  const standing = await standingOfCases(tx, institution, cases)
  const holds = standing.map((one) => ({ ...holdOf(one), case: one.caseId }))
  await releaseCases(tx, institution, payoutHolder, cases)
  await holdCases(tx, institution, holds)
}

/** A plan that is let go is none of those that are paid. */
function holdOf({ isPaying, isRepeating }: Standing): Hold {
  if (isPaying) {
    const acts = isRepeating ? [...heldWhilePaying, ...heldWhileRepeating] : heldWhilePaying
    return { holder: payoutHolder, acts: [...new Set<string>(acts)], reason: paying }
  }
  return { holder: payoutHolder, acts: heldWhileRepeating, reason: repeating }
}

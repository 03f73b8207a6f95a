// What a transfer was agreed to bring, as far as its record knows it beforehand.
import { has } from '../procedure/acts-state.ts'
import type { AgreedMoney } from '../procedure/receipt-beyond.ts'
import { contractPriceOf } from './amended.ts'
import { routeOf } from './modes/mode.ts'
import { type CaseState, receivedIn } from './state.ts'
import { earlierIncome } from './taken-over/taken-over.ts'

/** What was agreed and what came in; undefined where the income follows what is earned, and no price says it. */
export function agreedMoneyOf(state: CaseState | undefined): AgreedMoney | undefined {
  if (!state?.signing) return undefined
  const mode = routeOf(state)
  // Own production, shared income and sales of the licensee: nobody knows the sum beforehand.
  if (mode === 'self_implementation' || mode === 'cooperation') return undefined
  if (has(state, 'royaltyReported')) return undefined
  return {
    prices: [contractPriceOf(state), state.terms?.price],
    received: receivedIn(state) + earlierIncome(state),
  }
}

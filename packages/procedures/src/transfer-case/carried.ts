// What the costs that wait exceed the receipts that wait by, as the law counts: it says which kinds are deducted,
// and whether the rest is covered by the next receipts or borne by the institution.
import type { Day } from '@yizhuan/kit'
import { assess, knownFacts, type Uncovered } from '@yizhuan/law'
import type { Ground } from '../procedure/assess-case.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import type { ActData } from './acts.ts'
import { factsOf } from './facts.ts'
import { type CaseState, type Cost, leftOf, pendingCosts, pendingReceipts } from './state.ts'
import { isOutweighed, overtaken, wrongBalance } from './taking.ts'

/** What waits, as the law counts it. */
export interface WaitingMoney {
  /** Only where costs exceed the receipts. */
  readonly uncovered: Uncovered | undefined
  /** The costs that are deducted of what comes in. */
  readonly deducted: readonly Cost[]
}

/** The receipts and costs that wait, looked at together on a day. */
export function waitingMoney(
  { law, rules, chosen, readings }: Ground,
  state: CaseState,
  on: Day,
): WaitingMoney {
  const costs = pendingCosts(state)
  const income = pendingReceipts(state).reduce((sum, line) => sum + leftOf(line), 0n)
  const facts = {
    ...factsOf(state),
    grossIncome: `${income}`,
    costs: costs.map((cost) => ({ kind: cost.data.kind, amount: `${leftOf(cost)}` })),
    paidOn: null,
  }
  const { money } = assess(law, knownFacts(law, facts), {
    ...{ asOf: on, only: new Set<string>() },
    ...(rules && { rules }),
    ...(chosen && { chosen }),
    ...(readings && { readings }),
  })
  if (!money) return { uncovered: undefined, deducted: costs }
  const kinds = new Set(
    money.lines.filter(({ effect }) => effect === 'subtracts').map(({ id }) => id),
  )
  return {
    uncovered: money.uncovered,
    deducted: costs.filter(({ data }) => kinds.has(data.kind)),
  }
}

/** What a plan, or its payment, leaves of costs that nothing covers: they would be lost to the calculation. */
export function wrongInLaw(
  ground: Ground,
  state: CaseState | undefined,
  type: string,
  data: Readonly<Record<string, unknown>> | undefined,
  on: Day,
): OutOfOrder | undefined {
  const isPlan = type === 'planDrafted' && data !== undefined
  if (!state || (!isPlan && type !== 'paid') || pendingCosts(state).length === 0) return undefined
  // Where not even all costs together outweigh the receipts, the law need not say which of them count.
  if (!isPlan && !isOutweighed(state)) return undefined
  const { uncovered, deducted } = waitingMoney(ground, state, on)
  if (uncovered?.isCarried === false) return undefined
  const kinds = new Set(deducted.map((cost) => cost.data.kind))
  const weighs = (kind: string) => kinds.has(kind as never)
  if (isPlan) return wrongBalance(state, data as ActData<'planDrafted'>, weighs)
  return isOutweighed(state, weighs) ? overtaken : undefined
}

// What came in under a service contract, less what went back of it, and what its statements make of that
// (gd-2025#a19.p2, sh-draft-2024#a11.p2).

import type { Day } from '@yizhuan/kit'
import { mul, parseRatio, ratio, roundUp } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData } from './acts.ts'

const { latest, all } = readers(actData)

/** A receipt, and how much of it is left once what went back is taken off. */
export interface ServiceReceipt {
  readonly seq: number
  readonly on: Day
  readonly voucher: string
  readonly amount: bigint
  readonly left: bigint
}

/** The receipts in their order. What went back is of the last one of its voucher that has as much left. */
export function receiptsIn(state: ActsState): readonly ServiceReceipt[] {
  const receipts = all(state, 'incomeReceived').map(({ seq, on, data: { voucher, amount } }) => ({
    ...{ seq, on, voucher, amount: BigInt(amount) },
    left: BigInt(amount),
  }))
  for (const { seq, data } of all(state, 'receiptRefunded')) {
    const receipt = refundedOf(receipts, seq, data)
    if (receipt) receipt.left -= BigInt(data.amount)
  }
  return receipts
}

type Refund = Pick<z.infer<typeof actData.receiptRefunded>, 'receipt' | 'amount'>

/** The receipt that an act gives back of, recorded before it. */
export function refundedOf<Receipt extends Omit<ServiceReceipt, 'on' | 'amount'>>(
  receipts: readonly Receipt[],
  seq: number,
  { receipt, amount }: Refund,
): Receipt | undefined {
  return receipts.findLast(
    (one) => one.seq < seq && one.voucher === receipt && one.left >= BigInt(amount),
  )
}

/** What came in and stayed. */
export const receivedIn = (state: ActsState): bigint => sumOf(receiptsIn(state), ({ left }) => left)

/** What the last statement settled of it. What went back since is settled no more, whoever says so. */
export function incomeSettled(state: ActsState): readonly ServiceReceipt[] {
  const last = latest(state, 'netSettled')?.seq ?? Number.POSITIVE_INFINITY
  return receiptsIn(state).filter(({ seq }) => seq < last)
}

/** Whether something went back of what was settled, and no statement says so yet. */
export function isUnsettled(state: ActsState): boolean {
  const last = latest(state, 'netSettled')?.seq
  if (last === undefined) return false
  const settled = new Set(
    all(state, 'incomeReceived').flatMap(({ seq, data }) => (seq < last ? data.voucher : [])),
  )
  return all(state, 'receiptRefunded').some(
    ({ seq, data }) => seq > last && settled.has(data.receipt),
  )
}

/** One line of what was settled; costs stand below nought. */
export interface SettledLine {
  readonly id: 'income' | 'taxes' | 'performance' | 'ratio'
  readonly amount: bigint
}

/** What the statements come to. */
export interface Settled {
  readonly lines: readonly SettledLine[]
  readonly net: bigint
}

type Statement = z.infer<typeof actData.netSettled>

/** The statements that stand: one of the same number takes the place of the one before. */
export function statementsOf(state: ActsState): readonly Statement[] {
  const byNumber = new Map(all(state, 'netSettled').map(({ data }) => [data.statement, data]))
  return [...byNumber.values()]
}

/**
 * The net income of what was settled: less taxes, and less the costs of performing it or the ratio in their
 * place. The law of a place may count otherwise, and says so of the act; this is the least that any counts.
 *
 * @returns undefined where statements of several kinds leave it open.
 */
export function settledIn(state: ActsState): Settled | undefined {
  const statements = statementsOf(state)
  if (statements.length === 0) return undefined
  const income = sumOf(incomeSettled(state), ({ left }) => left)
  const taxes = sumOf(statements, (one) => BigInt(one.taxes))
  const costs = costsOf(statements, income)
  if (!costs) return undefined
  return {
    lines: [
      { id: 'income', amount: income },
      { id: 'taxes', amount: -taxes },
      { ...costs, amount: -costs.amount },
    ],
    net: income - taxes - costs.amount,
  }
}

/** All ways there are to count it, by what is taken off: taxes or not; the costs, the ratio, or neither. */
export function waysToSettle(state: ActsState): readonly Settled[] {
  const statements = statementsOf(state)
  if (statements.length === 0) return []
  const income = sumOf(incomeSettled(state), ({ left }) => left)
  const taxes: SettledLine = {
    ...{ id: 'taxes', amount: -sumOf(statements, (one) => BigInt(one.taxes)) },
  }
  const { performance, byRatio } = saidCosts(statements, income)
  return [performance, byRatio, undefined].flatMap((costs, at) => {
    if (costs === undefined && at < 2) return []
    const off = costs ? [{ ...costs, amount: -costs.amount }] : []
    return [[taxes, ...off], off].map(
      (less): Settled => ({
        lines: [{ id: 'income', amount: income }, ...less],
        net: income + sumOf(less, ({ amount }) => amount),
      }),
    )
  })
}

/** What statements say of costs: those of performing it, and by a ratio. */
function saidCosts(statements: readonly Statement[], income: bigint) {
  const [first, ...others] = statements
  const isOfOneRatio =
    first?.method === 'fixed_ratio' &&
    others.every((one) => one.method === 'fixed_ratio' && one.costRatio === first.costRatio)
  const costs = statements.flatMap(({ performanceCosts }) => performanceCosts ?? [])
  const performance: SettledLine | undefined =
    costs.length < statements.length
      ? undefined
      : { id: 'performance', amount: sumOf(costs, BigInt) }
  const ratioOf = isOfOneRatio ? first.costRatio : undefined
  const byRatio: SettledLine | undefined =
    ratioOf === undefined
      ? undefined
      : { id: 'ratio', amount: roundUp(mul(parseRatio(ratioOf), ratio(income))) }
  return { performance, byRatio }
}

/** Of costs and a ratio that are both said the larger: beside a ratio a place may count the costs alone. */
function costsOf(statements: readonly Statement[], income: bigint): SettledLine | undefined {
  const { performance, byRatio } = saidCosts(statements, income)
  if (!byRatio || !performance) return byRatio ?? performance
  return performance.amount > byRatio.amount ? performance : byRatio
}

/** Whole fen added up. */
export function sumOf<Item>(items: readonly Item[], fenOf: (item: Item) => bigint): bigint {
  return items.reduce((total, item) => total + fenOf(item), 0n)
}

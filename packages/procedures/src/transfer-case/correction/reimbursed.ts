// What came back of costs that a distribution deducted, and what may still come back.
import type { Day } from '@yizhuan/kit'
import { type CaseState, type Cost, leftOf, type Receipt } from '../state.ts'

/** A cost that a distribution which stands took, and what of it has not come back. */
export interface DeductedCost {
  readonly seq: number
  readonly on: Day
  readonly kind: Cost['data']['kind']
  readonly voucher: string
  readonly left: bigint
  /** The last distribution that took a piece of it. */
  readonly distribution: number
}

/** What came back of a cost, shared out by now or not. */
export const hasComeBack = ({ receipts }: CaseState, cost: number): bigint =>
  receipts
    .filter(({ reimburses }) => reimburses?.seq === cost)
    .reduce((sum, line) => sum + leftOf(line), 0n)

/** The costs that distributions took, the earliest first; of one that came back whole nothing is left. */
export function deductedCosts(state: CaseState): readonly DeductedCost[] {
  const taken = state.costs.filter(({ distribution }) => distribution !== undefined)
  const firsts = taken.filter(({ seq }, at) => taken.findIndex((one) => one.seq === seq) === at)
  return firsts
    .map(({ seq, on, data }) => {
      const pieces = taken.filter((one) => one.seq === seq)
      const whole = pieces.reduce((sum, one) => sum + leftOf(one), 0n)
      return {
        ...{ seq, on, kind: data.kind, voucher: data.voucher },
        left: whole - hasComeBack(state, seq),
        distribution: Math.max(...pieces.map(({ distribution = 0 }) => distribution)),
      }
    })
    .filter(({ left }) => left > 0n)
}

/** What came back and no distribution took any of: it may be taken back. */
export const reimbursementsThatWait = ({ receipts }: CaseState): readonly Receipt[] =>
  receipts.filter(
    ({ seq, reimburses }) =>
      reimburses !== undefined &&
      receipts.every((one) => one.seq !== seq || one.distribution === undefined),
  )

/** Since when the income was there that a distribution lowered by its costs. */
export function incomeSince(state: CaseState, distribution: number): Day | undefined {
  return state.receipts
    .filter((line) => line.distribution === distribution)
    .map((line) => line.reimburses?.since ?? line.on)
    .toSorted()[0]
}

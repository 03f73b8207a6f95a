// The money of a deal distribution by distribution and in all: what came in, what was deducted, who had what,
// and how that stands to floor and cap, of each and of the whole. What costs exceed is carried forward.
import { add, type Day, mul, type Ratio, ratio, roundDown, roundUp, type Words } from '@yizhuan/kit'
import {
  assessMoney,
  type Cite,
  isRatio,
  knownFacts,
  type MoneyBlock,
  type ShareLine,
  type Uncovered,
} from '@yizhuan/law'
import { type Ground, moneyOfCase } from '../procedure/assess-case.ts'
import type { Act } from '../procedure/entry.ts'
import { replay } from '../procedure/procedure.ts'
import { waitingMoney } from './carried.ts'
import { type CaseState, isDistributing, leftOf, pendingCosts } from './state.ts'
import { earlierOf } from './taken-over/taken-over.ts'
import { transferCase } from './transfer-case.ts'

/** A floor or cap on what was shared out. */
export interface LimitKept {
  readonly id: string
  readonly label: Words
  readonly bound: 'floor' | 'ceiling'
  readonly limit: bigint
  readonly given: bigint | undefined
  /** Room left, or what is lacking where it is below nought. */
  readonly room: bigint | undefined
  readonly cite: Cite
}

/** One distribution, or all of them together. */
export interface DistributionSum {
  readonly income: bigint
  readonly deducted: bigint
  readonly net: bigint
  readonly parts: readonly { readonly id: string; readonly label: Words; readonly amount: bigint }[]
  readonly limits: readonly LimitKept[]
}

/** One distribution; without a day of payment it is still being prepared. */
export interface OneDistribution extends DistributionSum {
  readonly paidOn?: Day | undefined
  /** It was paid out before the case took the contract over. */
  readonly isEarlier?: true
}

/** Costs that exceed what came in since: the next receipts cover them first, or the institution bears them. */
export interface CarriedForward extends Uncovered {
  readonly costs: readonly {
    readonly kind: string
    readonly voucher: string
    readonly on: Day
    readonly amount: bigint
  }[]
}

export interface Cumulative {
  readonly rows: readonly OneDistribution[]
  readonly total: DistributionSum
  readonly carried?: CarriedForward
}

/** The sums of a deal as its record stands; each payout keeps the numbers of its day. */
export function cumulativeOf(ground: Ground, acts: readonly Act[], today: Day): Cumulative {
  const state = replay(transferCase, acts)
  const paid = (state?.distributions ?? []).flatMap(({ payment }) => {
    const then = replay(transferCase, acts.slice(0, payment.seq))
    const money = then && moneyOfCase(transferCase, ground, then, payment.on)
    return money ? [{ ...sumOf(money), paidOn: payment.on, shares: sharesOf(money) }] : []
  })
  const current = state && isDistributing(state) && moneyOfCase(transferCase, ground, state, today)
  const rows = [
    ...(state ? earlierRows(ground, state) : []),
    ...paid,
    ...(current ? [{ ...sumOf(current), shares: sharesOf(current) }] : []),
  ]
  const carried = state && carriedForward(ground, state, today)
  return {
    rows: rows.map(({ shares: _shares, ...row }) => row),
    total: totalOf(rows),
    ...(carried && { carried }),
  }
}

/** What was shared out before the contract was taken over, by the law of its day. */
function earlierRows({ law, rules, chosen }: Ground, state: CaseState): readonly Row[] {
  const known = earlierOf(state).length === 0 ? {} : transferCase.facts(state)
  return earlierOf(state).flatMap((told) => {
    const { paidOn, income, net, toContributors, toTto, toInstitution } = told
    const parts = { toContributors, toTto, toInstitution }
    // What was deducted then is told as one sum, and not judged again.
    const facts = { ...known, ...parts, paidOn, grossIncome: net, costs: [] }
    const money = assessMoney(law, knownFacts(law, facts), {
      asOf: paidOn as Day,
      ...(rules && { rules }),
      ...(chosen && { chosen }),
    })
    if (!money) return []
    const deducted = BigInt(income) - BigInt(net)
    const sums = { income: BigInt(income), deducted, net: BigInt(net) }
    const row = { ...sumOf(money), ...sums, shares: sharesOf(money) }
    return [{ ...row, paidOn: paidOn as Day, isEarlier: true as const }]
  })
}

function sumOf({ lines, net = 0n as never, planned, floors, caps }: MoneyBlock): DistributionSum {
  const by = (effect: string) =>
    lines.filter((line) => line.effect === effect).reduce((sum, { amount }) => sum + amount, 0n)
  return {
    ...{ income: by('adds'), deducted: by('subtracts'), net },
    parts: planned.map(({ id, label, amount }) => ({ id, label, amount })),
    limits: [...floors, ...caps].map((line) => kept(line, line.amount, line.planned)),
  }
}

function kept(line: ShareLine, limit: bigint, given: bigint | undefined): LimitKept {
  const isFloor = line.rounding === 'up'
  const { id, label, cite } = line
  return {
    ...{ id, label, limit, given, cite, bound: isFloor ? 'floor' : 'ceiling' },
    room: given === undefined ? undefined : isFloor ? given - limit : limit - given,
  }
}

/** The share of each limit, and what it comes to exactly of the net income. */
function sharesOf({ floors, caps, net = 0n as never }: MoneyBlock) {
  return [...floors, ...caps].map((line) => {
    const { value } = line.parameter
    return { line, exact: isRatio(value) ? mul(ratio(net), value) : ratio(0) }
  })
}

type Row = OneDistribution & {
  readonly shares: readonly { readonly line: ShareLine; readonly exact: Ratio }[]
}

/** What some distributions come to together, each by the law of its day. */
export const totalOfMoney = (blocks: readonly MoneyBlock[]): DistributionSum =>
  totalOf(blocks.map((money) => ({ ...sumOf(money), shares: sharesOf(money) })))

/** All distributions together: a limit is the exact sum of those that are planned, rounded once. */
function totalOf(rows: readonly Row[]): DistributionSum {
  const sum = (of: (row: Row) => bigint) => rows.reduce((all, row) => all + of(row), 0n)
  const parts = new Map<string, DistributionSum['parts'][number]>()
  for (const part of rows.flatMap((row) => row.parts)) {
    const amount = (parts.get(part.id)?.amount ?? 0n) + part.amount
    parts.set(part.id, { ...part, amount })
  }
  const limits = new Map<string, { line: ShareLine; exact: Ratio; given: bigint }>()
  for (const { line, exact } of rows.flatMap((row) => row.shares)) {
    // What nobody has planned yet lacks nothing.
    if (line.planned === undefined) continue
    const before = limits.get(line.id) ?? { exact: ratio(0), given: 0n }
    const given = before.given + line.planned
    limits.set(line.id, { line, exact: add(before.exact, exact), given })
  }
  return {
    ...{ income: sum(({ income }) => income), deducted: sum(({ deducted }) => deducted) },
    ...{ net: sum(({ net }) => net), parts: [...parts.values()] },
    limits: [...limits.values()].map(({ line, exact, given }) =>
      kept(line, line.rounding === 'up' ? roundUp(exact) : roundDown(exact), given),
    ),
  }
}

/** What the costs that wait exceed the receipts that wait by, as far as the law deducts them. */
function carriedForward(ground: Ground, state: CaseState, today: Day): CarriedForward | undefined {
  if (pendingCosts(state).length === 0) return undefined
  const { uncovered, deducted } = waitingMoney(ground, state, today)
  if (!uncovered) return undefined
  return {
    ...uncovered,
    costs: deducted.map((cost) => ({
      ...{ kind: cost.data.kind, voucher: cost.data.voucher, on: cost.on, amount: leftOf(cost) },
    })),
  }
}

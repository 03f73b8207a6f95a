// The reward of a service contract as its record has it: what was settled, the plan that stands, who of the
// team agreed to it, and how everybody stands by what was paid (gd-2025#a19.p2, sh-draft-2024#a11.p1.i4).
import { add, allocate, compare, type Fen, mul, parseRatio, ratio, roundUp } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import type { Recorded } from '../procedure/state.ts'
import {
  type Accounts,
  accountsAfter,
  type Balances,
  noAccounts,
  owedOf,
} from '../transfer-case/correction/accounts.ts'
import { actData } from './acts.ts'

const { latest, all } = readers(actData)

export type RewardPlan = z.infer<typeof actData.rewardPlanned>

/** What a plan gives one person, in whole fen. */
export interface RewardPart {
  readonly name: string
  readonly person?: string | undefined
  readonly amount: string
}

/** The plan that waits to be paid: a payout leaves none behind. */
export function planOf(state: ActsState): Recorded<RewardPlan> | undefined {
  const plan = latest(state, 'rewardPlanned')
  return plan && plan.seq > (latest(state, 'rewardPaid')?.seq ?? 0) ? plan : undefined
}

/** The plan that a payout paid; undefined where it was paid without one. */
export function planPaidBy(state: ActsState, seq: number): Recorded<RewardPlan> | undefined {
  const before = all(state, 'rewardPaid').findLast((one) => one.seq < seq)?.seq ?? 0
  const plan = all(state, 'rewardPlanned').findLast((one) => one.seq < seq)
  return plan && plan.seq > before ? plan : undefined
}

/** The rule of the plan that stands, or of the last payout: it says so, or its plan did. */
export function ruleSaid(state: ActsState): Pick<RewardPlan, 'rule' | 'ruleInForceOn' | 'share'> {
  const last = latest(state, 'rewardPaid')
  const said = planOf(state)?.data ?? (last?.data.share === undefined ? undefined : last.data)
  return said ?? (last && planPaidBy(state, last.seq)?.data) ?? {}
}

/**
 * What the house's rule had given of which net income by the last payout that was planned by it; undefined where
 * none was. A payout since that named another rule takes nothing of that back.
 */
export function ruleBefore(state: ActsState): { net: bigint; most: bigint } | undefined {
  const rule = all(state, 'rewardPaid')
    .map(({ seq }) => planPaidBy(state, seq)?.data.houseRule)
    .findLast((one) => one !== undefined)
  return rule && { net: BigInt(rule.net), most: BigInt(rule.most) }
}

/** The parts of a plan by the method of largest remainder, in the order of its lines: they sum to its pool. */
export function partsOf({ pool, lines }: RewardPlan): readonly RewardPart[] {
  const shares = lines.map(({ share }) => parseRatio(share))
  const total = BigInt(pool ?? '0')
  const isSplit = total > 0n && shares.some(({ n }) => n > 0n)
  const parts = isSplit ? allocate(total as Fen, shares).parts : []
  return lines.map(({ name, person }, at) => ({ name, person, amount: `${parts[at] ?? 0n}` }))
}

/** Whether the shares of a plan make the whole. */
export function isWhole({ lines }: RewardPlan): boolean {
  return compare(lines.map(({ share }) => parseRatio(share)).reduce(add, ratio(0)), ratio(1)) === 0
}

/** Those of the plan that stands who have not agreed to it. */
export function awaitedIn(state: ActsState): readonly string[] {
  const plan = planOf(state)
  if (!plan) return []
  const agreed = all(state, 'rewardAgreed').filter(({ seq }) => seq > plan.seq)
  return plan.data.lines
    .map(({ name }) => name)
    .filter((name) => !agreed.some(({ data }) => data.member === name))
}

/** One line of what was settled; costs stand below nought. */
export interface SettledLine {
  readonly id: 'income' | 'taxes' | 'performance' | 'ratio'
  readonly amount: bigint
}

/** What the statements up to a place in the record come to. */
export interface Settled {
  readonly lines: readonly SettledLine[]
  readonly net: bigint
}

/**
 * The net income of what was settled: less taxes, and less the costs of performing it or the ratio in their
 * place. The law of a place may count otherwise, and says so of the act; this is the least that any counts.
 *
 * @returns undefined where statements of several kinds leave it open.
 */
export function settledIn(state: ActsState, upTo = Number.POSITIVE_INFINITY): Settled | undefined {
  const said = all(state, 'netSettled').filter(({ seq }) => seq <= upTo)
  const last = said.at(-1)
  if (!last) return undefined
  // One of the same number takes the place of the one before.
  const statements = [...new Map(said.map(({ data }) => [data.statement, data])).values()]
  const received = all(state, 'incomeReceived').filter(({ seq }) => seq < last.seq)
  const income = sumOf(received.map(({ data }) => data.amount))
  const taxes = sumOf(statements.map((one) => one.taxes))
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

type Statement = z.infer<typeof actData.netSettled>

/** Of costs and a ratio that are both said the larger: beside a ratio a place may count the costs alone. */
function costsOf(statements: readonly Statement[], income: bigint): SettledLine | undefined {
  const [first, ...others] = statements
  const isOfOneRatio =
    first?.method === 'fixed_ratio' &&
    others.every((one) => one.method === 'fixed_ratio' && one.costRatio === first.costRatio)
  const costs = statements.flatMap(({ performanceCosts }) => performanceCosts ?? [])
  const performance: SettledLine | undefined =
    costs.length < statements.length ? undefined : { id: 'performance', amount: sumOf(costs) }
  if (!isOfOneRatio || first.costRatio === undefined) return performance
  const amount = roundUp(mul(parseRatio(first.costRatio), ratio(income)))
  return performance && performance.amount > amount ? performance : { id: 'ratio', amount }
}

/** Everything that was paid as reward. */
export const rewardedIn = (state: ActsState): bigint =>
  sumOf(all(state, 'rewardPaid').flatMap(({ data }) => data.lines.map(({ amount }) => amount)))

/** Whether something was settled that no plan and no payout came after. */
export function isToPlan(state: ActsState): boolean {
  const settled = latest(state, 'netSettled')?.seq ?? 0
  return settled > (latest(state, 'rewardPaid')?.seq ?? 0) && planOf(state) === undefined
}

/** A plan as the one before had it, else of the team whole: what a form begins with. */
export function sharedSoFar(state: ActsState): Readonly<Record<string, unknown>> {
  const before = latest(state, 'rewardPlanned')?.data
  const team = latest(state, 'serviceOpened')?.data.team ?? []
  const shares = new Map(before?.lines.map(({ name, share }) => [name, share]))
  const { rule, ruleInForceOn, share } = before ?? latest(state, 'rewardPaid')?.data ?? {}
  const alone = team.length === 1 ? '100%' : undefined
  return {
    lines: team.map((one) => ({ ...one, share: shares.get(one.name) ?? alone })),
    ...(before?.houseRule === undefined && { rule, ruleInForceOn, share }),
  }
}

/** Acts that move the accounts, each by what the accounts of a distribution call it. */
const moves = {
  rewardPlanned: 'planDrafted',
  rewardPaid: 'paid',
  paymentReturned: 'paymentReturned',
  paymentRepeated: 'paymentRepeated',
} as const

/** How its people stand by what was paid. */
export function rewardAccounts(state: ActsState): Accounts {
  const acts = (Object.keys(moves) as (keyof typeof moves)[]).flatMap((type) =>
    all(state, type).map((act) => ({ ...act, type })),
  )
  return acts
    .toSorted((one, other) => one.seq - other.seq)
    .reduce((accounts, act) => accountsAfter(accounts, accountAct(act)), noAccounts)
}

/** An act in the words of the accounts. */
export function accountAct({ seq, type, data }: { seq: number; type: string; data: object }) {
  const told = { ...data } as Readonly<Record<string, unknown>>
  const named = { seq, type: (moves as Readonly<Record<string, string>>)[type] ?? type }
  if (type !== 'rewardPlanned') return { ...named, data: told }
  const lines = partsOf(data as RewardPlan).map((part) => ({ ...part, award: 'cash' as const }))
  return { ...named, data: { lines } }
}

/** What came back and is owed still. */
export const rewardOwed = (state: ActsState): Balances => owedOf(rewardAccounts(state).now)

const sumOf = (amounts: readonly string[]): bigint =>
  amounts.reduce((total, amount) => total + BigInt(amount), 0n)

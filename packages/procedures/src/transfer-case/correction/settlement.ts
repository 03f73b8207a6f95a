// How a payout comes out against what its people have already, of money and of shares each for itself.
import type { CaseState } from '../state.ts'
import { mustAmend } from '../state.ts'
import {
  type Award,
  type Balances,
  balancesBefore,
  heldOf,
  isNobody,
  noAccounts,
  owedOf,
} from './accounts.ts'

/** What one person has to have, had already, is still to get, and has to give back. Whole fen. */
export interface Settlement {
  readonly name: string
  readonly award: Award
  readonly due: bigint
  readonly had: bigint
  readonly toPay: bigint
  readonly toReturn: bigint
}

/** What persons have too much by the payouts that stand: of such as were reversed, or of a plan that fell. */
export const heldBack = ({ accounts = noAccounts }: Pick<CaseState, 'accounts'>): Balances =>
  heldOf(accounts.now)

/** What was paid by a payout that stands, came back, and was not paid again. */
export const owedStill = ({ accounts = noAccounts }: Pick<CaseState, 'accounts'>): Balances =>
  owedOf(accounts.now)

/** The lines of a plan that is to be paid; none of one that fell. */
export const linesToPay = ({ plan }: CaseState) =>
  plan && !mustAmend(plan) ? plan.data.lines : undefined

/** What the payout to be made, or the last one, comes to where a reversal went before it; undefined elsewhere. */
export function correctedPayout(state: CaseState): readonly Settlement[] | undefined {
  const last = state.plan ? undefined : state.distributions.at(-1)
  const held = last ? heldOf(before(state, last.payment)) : heldBack(state)
  const lines = last ? last.plan.data.lines : linesToPay(state)
  return lines && !isNobody(held) ? settlementOf(lines, held) : undefined
}

/** As it stood when the payout was made; one by orders, when they were given. */
const before = (
  { accounts = noAccounts }: CaseState,
  { seq, data }: CaseState['distributions'][number]['payment'],
) => balancesBefore(accounts, data.orderedAt === undefined ? seq : data.orderedAt + 1)

interface Line {
  readonly name: string
  readonly award: Award
  readonly amount: string
}

/** How a payout by a plan comes out against what was paid before it, for everybody it concerns. */
export function settlementOf(plan: readonly Line[], held: Balances): readonly Settlement[] {
  return (['cash', 'equity'] as const).flatMap((award) => {
    const own = plan.filter((line) => line.award === award)
    const names = new Set([...own.map(({ name }) => name), ...held[award].keys()])
    return [...names].map((name): Settlement => {
      const due = totalOf(own.filter((line) => line.name === name))
      const had = held[award].get(name) ?? 0n
      const difference = due - had
      return {
        ...{ name, award, due, had },
        toPay: difference > 0n ? difference : 0n,
        toReturn: difference < 0n ? -difference : 0n,
      }
    })
  })
}

const totalOf = (lines: readonly Line[]): bigint =>
  lines.reduce((total, { amount }) => total + BigInt(amount), 0n)

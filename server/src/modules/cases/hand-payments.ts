import {
  type Accounts,
  type CaseState,
  type Given,
  noAccounts,
  type RewardPlan,
} from '@yizhuan/procedures'
import type { Entry } from './procedure.ts'

// What an act says was paid to whom by hand, without a batch: money only, less what its people had already. What
// payment orders moved they tell themselves, and shares bear no tax of the payroll here.

/** Money that somebody was paid by an act, and where in its lines. */
export interface HandPaid {
  readonly line: number
  readonly name: string
  readonly person: string | null
  readonly amountFen: string
}

type Named = readonly { readonly name: string; readonly person?: string | undefined }[]

/** What an act paid by hand; nothing where payment orders did. */
export function handPaidIn(
  { type, data }: Entry,
  { planned, accounts }: { readonly planned: Named; readonly accounts: Accounts },
): readonly HandPaid[] {
  if (data['orderedAt'] !== undefined || data['reference'] !== undefined) return []
  const shown = (lines: readonly Given[]): readonly HandPaid[] =>
    lines
      .map(({ name, award, amount }, at) => ({ line: at + 1, name, award, amount: BigInt(amount) }))
      .filter(({ award, amount }) => award === 'cash' && amount > 0n)
      .map(({ line, name, amount }) => ({
        ...{ line, name, amountFen: `${amount}` },
        person: planned.find((one) => one.name === name)?.person ?? null,
      }))
  switch (type) {
    case 'paid':
    case 'rewardPaid': {
      const last = payoutOf(accounts, data['lines'] as readonly Line[])
      const taken = new Map(last?.takenIn.map((one) => [`${one.award} ${one.name}`, one.amount]))
      const rest = (one: Given) =>
        `${BigInt(one.amount) - BigInt(taken.get(`${one.award} ${one.name}`) ?? 0)}`
      return shown((last?.lines ?? []).map((one) => ({ ...one, amount: rest(one) })))
    }
    case 'paymentRepeated':
      return shown([data as unknown as Given])
    case 'fallenPlanTakenIn':
      return shown(data['lines'] as readonly Given[])
    default:
      return []
  }
}

interface Line {
  readonly name: string
  readonly amount: string
}

/** The payout that stands last, where it is the one of the act; else what the act says, with nothing taken in. */
function payoutOf({ standing }: Accounts, lines: readonly Line[]) {
  const last = standing.at(-1)
  const keys = (of: readonly Line[]) => of.map(({ name, amount }) => `${name} ${amount}`).join()
  if (last && keys(last.lines) === keys(lines)) return last
  const given = lines.map(({ name, amount }): Given => ({ name, amount, award: 'cash' }))
  return { lines: given, takenIn: [] }
}

/** Who a transfer pays, by what its plans call them. */
export function transferPaid(state: CaseState) {
  const { accounts = noAccounts } = state
  const plans = [state.plan, ...state.distributions.map(({ plan }) => plan)]
  return { accounts, planned: plans.flatMap((plan) => plan?.data.lines ?? []) }
}

/** Who a service contract pays. */
export const servicePaid = (accounts: Accounts, plans: readonly RewardPlan[]) => ({
  ...{ accounts, planned: plans.flatMap(({ lines }) => lines) },
})

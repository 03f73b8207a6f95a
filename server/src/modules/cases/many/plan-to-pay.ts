import {
  type ActsState,
  type Balances,
  type CaseState,
  type Dated,
  datedIncome,
  heldBack,
  heldOf,
  procedureOf,
  rewardAccounts,
  rewardParts,
  rewardPlanOf,
  serviceContract,
  takenBy,
  transferCase,
} from '@yizhuan/procedures'
import type { HeldCase } from './many.commands.ts'

/** The act that says of a plan that everybody of it has their money. */
export type PayAct = 'paid' | 'rewardPaid'

/** A plan that waits to be paid: its act, whom it gives how much, and what of it they hold already. */
export interface PlanToPay {
  readonly seq: number
  readonly lines: readonly {
    readonly name: string
    readonly person?: string | undefined
    readonly award: 'cash' | 'equity'
    readonly amount: string
  }[]
  readonly held: Balances
  /** When the end of its notice was certified. */
  readonly certifiedOn?: string | undefined
  /** What it shares out, by the days on which that arrived; nothing of a service contract. */
  readonly receipts: readonly Dated[]
}

/** By which act a case is paid out. */
export const payActOf = ({ past }: Pick<HeldCase, 'past'>): PayAct =>
  procedureOf(past).id === serviceContract.id ? 'rewardPaid' : 'paid'

/**
 * The plan of a case that waits to be paid; undefined where there is none.
 *
 * @param until  the act after which its payments were ordered: what came later is not of it.
 */
export function planToPay({ past, state }: HeldCase, until?: number): PlanToPay | undefined {
  const { id } = procedureOf(past)
  if (id === serviceContract.id) return rewardToPay(state as ActsState)
  if (id !== transferCase.id) return undefined
  const transfer = state as CaseState
  if (!transfer.plan) return undefined
  const { seq, data, certifiedOn } = transfer.plan
  const receipts = datedIncome(takenBy(transfer, transfer.plan, until).receipts)
  return { seq, lines: data.lines, held: heldBack(transfer), certifiedOn, receipts }
}

/** The plan of a service contract: it gives money only. */
function rewardToPay(state: ActsState): PlanToPay | undefined {
  const plan = rewardPlanOf(state)
  if (!plan) return undefined
  const lines = rewardParts(plan.data).map((part) => ({ ...part, award: 'cash' as const }))
  return { seq: plan.seq, lines, held: heldOf(rewardAccounts(state).now), receipts: [] }
}

import { type Balances, type CaseState, heldBack, replay, transferCase } from '@yizhuan/procedures'
import type { Entry } from '../procedure.ts'

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
}

/** The plan of a transfer that waits to be paid; undefined where there is none. */
export function planToPay(past: readonly Entry[]): PlanToPay | undefined {
  const state = replay(transferCase, past) as CaseState | undefined
  if (!state?.plan) return undefined
  const { seq, data, certifiedOn } = state.plan
  return { seq, lines: data.lines, held: heldBack(state), certifiedOn }
}

import {
  type Balances,
  type CaseState,
  heldBack,
  procedureOf,
  transferCase,
} from '@yizhuan/procedures'
import type { HeldCase } from './many.commands.ts'

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
export function planToPay({ past, state }: HeldCase): PlanToPay | undefined {
  if (procedureOf(past).id !== transferCase.id) return undefined
  const transfer = state as CaseState
  if (!transfer.plan) return undefined
  const { seq, data, certifiedOn } = transfer.plan
  return { seq, lines: data.lines, held: heldBack(transfer), certifiedOn }
}

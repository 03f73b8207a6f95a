// How a procedure made of steps may end by the will of those who carry it.
import { z } from 'zod'
import type { ActsState, StepRule } from './acts-state.ts'
import { label, text } from './fields.ts'
import { type Rule, when } from './order.ts'
import { tto } from './roles.ts'

export const endingData = {
  withdrawn: z.strictObject({ reason: text('撤回理由', 'Reason') }),
  closed: z.strictObject({ summary: text('结案说明', 'Closing report') }),
} as const

const objectionWaits = when<ActsState>(
  ({ status }) => status === 'suspended',
  'objection-waits',
  '尚有异议或异常待核实，核实后方可结案。',
  'An objection or abnormality waits for its finding; close after it.',
)

/** Withdrawal while nothing has taken effect, and closing when all is done. */
export function endingSteps(kind: {
  readonly stage: string
  /** What stops a withdrawal. */
  readonly inEffect: readonly Rule<ActsState>[]
  /** What is still to be done before closing. */
  readonly undone: readonly Rule<ActsState>[]
}): Readonly<Record<keyof typeof endingData, StepRule>> {
  const onLatest = ({ lastOn }: ActsState) => [lastOn]
  return {
    closed: {
      label: label('结案', 'Close'),
      who: tto,
      data: endingData.closed,
      stage: kind.stage,
      ahead: [objectionWaits, ...kind.undone],
      rests: onLatest,
      needed: () => true,
      leads: () => 'closed',
    },
    withdrawn: {
      label: label('撤回', 'Withdraw'),
      who: tto,
      data: endingData.withdrawn,
      stage: kind.stage,
      done: kind.inEffect,
      rests: onLatest,
      leads: () => 'withdrawn',
    },
  }
}

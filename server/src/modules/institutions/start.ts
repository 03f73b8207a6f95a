// Since which day an institution deals on the platform: what was signed before may be taken over.
import type { Day } from '@yizhuan/kit'

/** One step: a day proposed, the proposal taken back, or confirmed by somebody else. */
export interface StartStep {
  readonly seq: number
  readonly kind: 'proposed' | 'withdrawn' | 'confirmed'
  readonly from: Day
  readonly reason: string
  readonly madeBy: string
  readonly madeName: string
  readonly madeAt: Date
}

/** The day that holds; undefined while none was confirmed. @param steps  in their order. */
export function startOf(steps: readonly StartStep[]): Day | undefined {
  return steps.findLast(({ kind }) => kind === 'confirmed')?.from
}

/** The proposal that waits for a second person. */
export function openStart(steps: readonly StartStep[]): StartStep | undefined {
  const last = steps.at(-1)
  return last?.kind === 'proposed' ? last : undefined
}

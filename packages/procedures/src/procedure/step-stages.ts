// The stepper of a procedure made of steps: a stage is done when the act that ends it counts.
import type { Words } from '@yizhuan/kit'
import type { ActsState } from './acts-state.ts'
import type { Stage } from './procedure.ts'

/** A stage and the act that ends it. */
export interface StageRule {
  readonly id: string
  readonly label: Words
  /** Any of these acts ends the stage. */
  readonly endedBy: readonly string[]
  /** Where the act alone does not tell: whether it ended the stage. */
  readonly isEnded?: (state: ActsState) => boolean
}

/** The words of stages by their ids. */
export function wordsOf(stages: readonly StageRule[]): Readonly<Record<string, Words>> {
  return Object.fromEntries(stages.map(({ id, label }) => [id, label]))
}

/** The stages with where the case stands. */
export function stagesIn(stages: readonly StageRule[], state: ActsState): readonly Stage[] {
  const endOf = ({ endedBy, isEnded }: StageRule) =>
    isEnded?.(state) === false
      ? undefined
      : endedBy.flatMap((type) => state.acts[type]?.at(-1)?.on ?? [])[0]
  const current = stages.find((stage) => endOf(stage) === undefined)?.id
  return stages.map((stage) => {
    const { id, label } = stage
    const on = endOf(stage)
    const now = state.status === 'suspended' ? ('suspended' as const) : ('current' as const)
    const status = on !== undefined ? 'done' : id === current ? now : 'ahead'
    return { id, label, status, ...(on !== undefined && { on }) }
  })
}

/** The stage a case stands in; the last one when all are done. */
export function stageIn(stages: readonly StageRule[], state: ActsState): string {
  const all = stagesIn(stages, state)
  return (all.find(({ status }) => status !== 'done') ?? all.at(-1))?.id ?? ''
}

// Small procedures: a line of steps, each after the one before, some of them again and again.
import type { Words } from '@yizhuan/kit'
import type { z } from 'zod'
import { type ActsState, foldSteps, has, type StepRule } from '../procedure/acts-state.ts'
import { endingSteps } from '../procedure/ending-steps.ts'
import { type Rule, when } from '../procedure/order.ts'
import type { CaseFacts, CaseLine, Procedure } from '../procedure/procedure.ts'
import { type Role, tto } from '../procedure/roles.ts'
import type { CaseStatus } from '../procedure/state.ts'
import { type StageRule, stageIn, stagesIn, wordsOf } from '../procedure/step-stages.ts'

/** One step of a small procedure. */
export interface MachineStep {
  readonly type: string
  readonly label: Words
  readonly data: z.ZodObject
  /** Its stage of the stepper; that of the step before where it names none. */
  readonly stage?: Words
  readonly who?: readonly Role[]
  readonly action?: string
  /** It may be recorded again: a meeting of a quarter, a report of a year. */
  readonly repeats?: true
  /** It takes another way than the next step, or may be left out. */
  readonly besides?: true
  /** After it the case may be closed though the line was not walked to its end. */
  readonly ends?: true
  /** It takes effect: what was done is not withdrawn. */
  readonly inEffect?: true
  readonly proves?: readonly string[]
  /** Where doing it once does not end it: whether it is done for all it is about. */
  readonly isDone?: (state: ActsState) => boolean
  readonly ahead?: readonly Rule<ActsState>[]
  leads?(data: Readonly<Record<string, unknown>>): CaseStatus | undefined
  fits?: StepRule['fits']
  readonly wrongs?: StepRule['wrongs']
  wrong?: StepRule['wrong']
  suggests?: StepRule['suggests']
}

/** A small procedure as its table says it. */
export interface Machine {
  readonly id: string
  readonly label: Words
  readonly purpose: { readonly words: Words; readonly cites: readonly string[] }
  readonly topics: readonly string[]
  readonly steps: readonly MachineStep[]
  /** What is still to be done before closing beside the line of steps. */
  readonly undone?: readonly Rule<ActsState>[]
  facts(state: ActsState): CaseFacts
  line(state: ActsState): Omit<CaseLine, 'stage'>
}

/** The procedure that a table describes. */
export function procedureOf(machine: Machine): Procedure<ActsState> {
  const [first] = machine.steps
  if (!first) throw new TypeError(`${machine.id} has no step.`)
  const stages = stagesOf(machine.steps)
  const steps = rulesOf(machine, stages)
  const { id, label, purpose, topics } = machine
  return {
    id,
    label,
    purpose,
    topics,
    opening: first.type,
    acts: steps,
    whenSuspended: [],
    stageWords: wordsOf(stages),
    evolve: foldSteps(steps),
    facts: machine.facts,
    stages: (state) => stagesIn(stages, state),
    line: (state) => ({ ...machine.line(state), stage: stageIn(stages, state) }),
  }
}

const stageOfStep = (steps: readonly MachineStep[], at: number): string =>
  steps.slice(0, at + 1).findLast(({ stage }) => stage !== undefined)?.type ?? ''

function stagesOf(steps: readonly MachineStep[]): readonly StageRule[] {
  const begun = steps.flatMap(({ type, stage, besides, isDone }): StageRule[] => {
    if (!stage) return []
    const own = steps.filter((step, index) => stageOfStep(steps, index) === type && !step.repeats)
    const ends = own.filter((step) => !step.besides).at(-1)
    const endedBy = besides || !ends ? own.map((step) => step.type) : [ends.type]
    const ended = endedBy.length > 0 ? endedBy : [type]
    return [{ id: type, label: stage, endedBy: ended, ...(isDone && { isEnded: isDone }) }]
  })
  return [...begun, { id: 'closing', label: { zh: '结案', en: 'Closing' }, endedBy: ['closed'] }]
}

function rulesOf(
  { steps, undone = [] }: Machine,
  stages: readonly StageRule[],
): Readonly<Record<string, StepRule>> {
  const line = steps.filter(({ besides, repeats }) => !besides && !repeats)
  const rules = steps.map((step, at): [string, StepRule] => {
    const before = steps.slice(0, at).findLast(({ besides, repeats }) => !besides && !repeats)
    return [step.type, ruleOf(step, before, stageOfStep(steps, at))]
  })
  const last = line.at(-1)
  return {
    ...Object.fromEntries(rules),
    ...endingSteps({
      stage: stages.at(-1)?.id ?? '',
      inEffect: [
        when(
          (state) => steps.some(({ type, inEffect }) => inEffect && has(state, type)),
          'in-effect',
          '已经生效，不能撤回。',
          'What has taken effect is not withdrawn.',
        ),
      ],
      undone: [
        when(
          (state) =>
            last !== undefined &&
            !has(state, last.type) &&
            !steps.some(({ type, ends }) => ends && has(state, type)),
          'steps-missing',
          '尚有步骤没有办理，不能结案。',
          'Steps are still to be taken before closing.',
        ),
        ...undone,
      ],
    }),
  }
}

function ruleOf(step: MachineStep, before: MachineStep | undefined, stage: string): StepRule {
  const { type, label, data, who = tto, repeats, besides, proves = [] } = step
  const isDone = step.isDone ?? ((state: ActsState) => has(state, type))
  return {
    label,
    who,
    data,
    stage,
    ...(step.action !== undefined && { action: step.action }),
    ...(step.leads && { leads: step.leads }),
    ...(step.fits && { fits: step.fits }),
    ...(step.wrongs && { wrongs: step.wrongs }),
    ...(step.wrong && { wrong: step.wrong }),
    ...(step.suggests && { suggests: step.suggests }),
    proves,
    done:
      repeats && !step.isDone
        ? []
        : [when(isDone, 'step-done', '这一步已经办理。', 'This step was taken already.')],
    ahead: [
      ...(before
        ? [
            when<ActsState>(
              (state) => !has(state, before.type),
              `before-${type}`,
              `请先办理“${before.label.zh}”。`,
              `Take the step “${before.label.en}” first.`,
            ),
          ]
        : []),
      ...(step.ahead ?? []),
    ],
    rests: (state) => [state.acts[before?.type ?? '']?.at(-1)?.on],
    needed: (state) =>
      before !== undefined && !besides && has(state, before.type) && !isDone(state),
  }
}

// Questions to a procedure under some law: what is said of a step, what warns, what comes next.
import { type Day, day } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import { assessCase } from '../assess-case.ts'
import { neededActs } from '../needed.ts'
import { nextActs } from '../next-acts.ts'
import { type Procedure, replay } from '../procedure.ts'
import type { CommonState } from '../state.ts'
import { paper, type Step, said, walk as walkUnder } from './walk.ts'

/** Walks a procedure under a law; every act carries a paper. */
export function walker<State extends CommonState>(procedure: Procedure<State>, law: Law) {
  const walk = (steps: readonly Step[]) =>
    walkUnder(
      procedure,
      law,
      steps.map(([on, role, type, data]): Step => [on, role, type, data, [paper]]),
    )
  /** The state after steps that are all accepted. */
  const reached = (steps: readonly Step[]): State => {
    const { state, last } = walk(steps)
    if (!state || last?.kind !== 'accepted') throw new Error(`${said(last)} stops the walk.`)
    return state
  }
  return {
    walk,
    reached,
    /** What is said of a step after others: `accepted`, or the norms or the code that refuse it. */
    attempt: (steps: readonly Step[], step: Step) => said(walk([...steps, step]).last),
    /** The norms that warn of an accepted step. */
    warnings: (steps: readonly Step[]) => {
      const { last } = walk(steps)
      return last?.kind === 'accepted' ? last.warnings.map(({ norm }) => norm) : [said(last)]
    },
    /** The articles that a refused step is refused with. */
    articles: (steps: readonly Step[]) => {
      const { last } = walk(steps)
      const no = last?.kind === 'refused' ? last.refusal : undefined
      return no?.code === 'law-forbids'
        ? no.because.flatMap(({ cites }) => cites.map(({ source, at }) => `${source}#${at}`))
        : []
    },
    next: (steps: readonly Step[], today: Day = day(steps.at(-1)?.[0])) =>
      nextActs(procedure, { law, today }, reached(steps)),
    /** What a norm finds on a day, and by when it asks. */
    clock: (norm: string, on: string, steps: readonly Step[]) => {
      const { findings } = assessCase(procedure, { law }, reached(steps), day(on))
      const finding = findings.find((one) => one.norm === norm)
      return [finding?.status, finding?.due]
    },
    needed: (steps: readonly Step[]) => neededActs(procedure, reached(steps)),
    stages: (steps: readonly Step[]) =>
      procedure.stages(reached(steps)).map(({ id, status }) => `${id}:${status}`),
    replayed: (steps: readonly Step[]) => replay(procedure, walk(steps).acts),
  }
}

import { join } from 'node:path'
import { type Day, day } from '@yizhuan/kit'
import { compile, type Law } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import { type Decision, decide } from '../decide.ts'
import type { Act, FileRef } from '../entry.ts'
import { neededActs } from '../needed.ts'
import { nextActs } from '../next-acts.ts'
import { type Procedure, replay } from '../procedure.ts'
import type { Role } from '../roles.ts'
import type { CommonState } from '../state.ts'

// Walks a procedure step by step under some law, as far as the first refusal.

const packs = join(import.meta.dirname, '../../../../../packs')

/** The law of some packs, base first. */
export const lawOf = (...ids: readonly string[]): Law =>
  compile(
    ids.map((id) => loadPack(join(packs, id))),
    loadCalendars(packs),
  )

/** One step: when, by whom, what, with which data. */
export type Step = readonly [on: string, role: Role, type: string, data: Record<string, unknown>]

const paper: FileRef = { name: '附件.pdf', sha256: 'a'.repeat(64), size: 1 }

/** Walks a procedure under a law. */
export function walker<State extends CommonState>(procedure: Procedure<State>, law: Law) {
  const walk = (steps: readonly Step[]) => {
    const acts: Act[] = []
    let state: State | undefined
    let last: Decision<State> | undefined
    for (const [date, role, type, data] of steps) {
      const on = day(date)
      const at = `${date}T09:00:00+08:00`
      const by = { person: `person-of-${role}`, name: role, role }
      const command = { type, on, at, by, data, files: [paper] }
      last = decide(procedure, { law, today: on }, state, command)
      if (last.kind === 'refused') break
      acts.push({ ...command, seq: acts.length + 1, data: last.data })
      state = last.after
    }
    return { acts, state, last }
  }
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
    needed: (steps: readonly Step[]) => neededActs(procedure, reached(steps)),
    stages: (steps: readonly Step[]) =>
      procedure.stages(reached(steps)).map(({ id, status }) => `${id}:${status}`),
    replayed: (steps: readonly Step[]) => replay(procedure, walk(steps).acts),
  }
}

function said(decision: Decision<never> | Decision | undefined): string {
  if (decision?.kind !== 'refused') return 'accepted'
  const { refusal: no } = decision
  if (no.code === 'law-forbids') return no.because.map(({ norm }) => norm).join(' ')
  return no.code === 'not-possible' ? no.reason.code : no.code
}

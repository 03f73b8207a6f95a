// Walks a case of any procedure step by step, each act recorded on the day it happened.
import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { compile, type Law } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import { type Decision, decide } from '../decide.ts'
import type { Act, FileRef } from '../entry.ts'
import { type Procedure, replay } from '../procedure.ts'
import type { Role } from '../roles.ts'
import type { CommonState } from '../state.ts'

const packs = join(import.meta.dirname, '../../../../../packs')

/** The law of some packs, stacked in their order. */
export function lawOf(...ids: readonly string[]): Law {
  return compile(
    ids.map((id) => loadPack(join(packs, id))),
    loadCalendars(packs),
  )
}

/** A step: the day, who, which act, and its data. */
export type Step = readonly [
  on: string,
  role: Role,
  type: string,
  data: Readonly<Record<string, unknown>>,
  files?: readonly FileRef[],
]

/** A file such as any act may carry. */
export const paper: FileRef = { name: '材料.pdf', sha256: 'a'.repeat(64), size: 1 }

/** Where a walk stopped: what was recorded, and what was said to the last step. */
export interface Walked<State extends CommonState> {
  readonly acts: readonly Act[]
  readonly state: State | undefined
  readonly last: Decision<State> | undefined
}

/** Walks steps and stops at the first refusal. */
export function walk<State extends CommonState>(
  procedure: Procedure<State>,
  law: Law,
  steps: readonly Step[],
  from: readonly Act[] = [],
): Walked<State> {
  const acts = [...from]
  let state = replay(procedure, acts)
  let last: Decision<State> | undefined
  for (const [date, role, type, data, files = []] of steps) {
    const on = day(date)
    const by = { person: `person-of-${role}`, name: role, role }
    const act = { type, on, at: `${date}T09:00:00+08:00`, by, files }
    last = decide(procedure, { law, today: on }, state, { ...act, data })
    if (last.kind === 'refused') break
    acts.push({ ...act, seq: acts.length + 1, data: last.data })
    state = last.after
  }
  return { acts, state, last }
}

/** What was said: the norms that forbid it, the record's code, or that it was accepted. */
export function said(decision: Decision | undefined): string {
  if (decision?.kind !== 'refused') return 'accepted'
  const { refusal: no } = decision
  if (no.code === 'law-forbids') return no.because.map(({ norm }) => norm).join(' ')
  return no.code === 'not-possible' ? no.reason.code : no.code
}

/** The norms an accepted act was warned of. */
export function warnings(decision: Decision | undefined): string {
  return decision?.kind === 'accepted' ? decision.warnings.map(({ norm }) => norm).join(' ') : ''
}

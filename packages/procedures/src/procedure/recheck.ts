// A record judged act by act: whoever reads one that others wrote sees which acts would not have stood.
import { dayInChina, InputError } from '@yizhuan/kit'
import type { Ground } from './assess-case.ts'
import { type CaseRefusal, decide } from './decide.ts'
import type { Act } from './entry.ts'
import type { Procedure } from './procedure.ts'
import type { CommonState } from './state.ts'

/** An act that would have been refused on the day it was recorded, and why. */
export interface RefusedAct {
  readonly seq: number
  readonly type: string
  readonly refusal: CaseRefusal
}

/** The acts that would have been refused. Whatever they changed is folded in all the same. */
export function refusedActs(
  procedure: Procedure,
  ground: Ground,
  acts: readonly Act[],
): readonly RefusedAct[] {
  const refused: RefusedAct[] = []
  let state: CommonState | undefined
  for (const act of acts) {
    const refusal = refusalOf(procedure, ground, state, act)
    if (refusal) refused.push({ seq: act.seq, type: act.type, refusal })
    state = procedure.evolve(state, act)
  }
  return refused
}

function refusalOf(
  procedure: Procedure,
  ground: Ground,
  state: CommonState | undefined,
  act: Act,
): CaseRefusal | undefined {
  const { type, on, at, by, data, files, lateReason } = act
  const late = lateReason === undefined ? {} : { lateReason }
  try {
    const context = { ...ground, today: dayInChina(at) }
    const decision = decide(procedure, context, state, { type, on, at, by, data, files, ...late })
    return decision.kind === 'refused' ? decision.refusal : undefined
  } catch (error) {
    // The data of an entry was read once before; what is malformed now was malformed then.
    if (error instanceof InputError) return undefined
    throw error
  }
}

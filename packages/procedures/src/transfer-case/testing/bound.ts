// The kernel of all procedures, bound to the transfer case: tests of this folder speak of no other.
import type { Day } from '@yizhuan/kit'
import { assessCase as assessOf, type Ground } from '../../procedure/assess-case.ts'
import { type Command, type DecideContext, decide as decideOf } from '../../procedure/decide.ts'
import type { Act } from '../../procedure/entry.ts'
import { neededActs as neededOf } from '../../procedure/needed.ts'
import { nextActs as nextOf } from '../../procedure/next-acts.ts'
import { replay as replayOf } from '../../procedure/procedure.ts'
import type { CaseState } from '../state.ts'
import { transferCase } from '../transfer-case.ts'

export const replay = (acts: readonly Act[]) => replayOf(transferCase, acts)
export const decide = (context: DecideContext, state: CaseState | undefined, command: Command) =>
  decideOf(transferCase, context, state, command)
export const assessCase = (ground: Ground, state: CaseState, asOf: Day) =>
  assessOf(transferCase, ground, state, asOf)
export const nextActs = (context: DecideContext, state: CaseState) =>
  nextOf(transferCase, context, state)
export const neededActs = (state: CaseState) => neededOf(transferCase, state)

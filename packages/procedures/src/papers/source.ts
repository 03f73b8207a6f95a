import type { Day } from '@yizhuan/kit'
import { assessCase, type Ground } from '../procedure/assess-case.ts'
import type { Act, Entry } from '../procedure/entry.ts'
import { actOf, type Procedure, replay } from '../procedure/procedure.ts'
import type { CommonState } from '../procedure/state.ts'
import { NOT_SEALED, type PaperInstitution, type PaperSource } from './paper.ts'

/** What papers of a case are made from, as its record stands on a day. */
export function paperSource<State extends CommonState>(
  procedure: Procedure<State>,
  ground: Ground,
  entries: readonly Entry[],
  of: {
    readonly institution: PaperInstitution
    readonly number: string
    readonly today: Day
  },
  /** An act whose form is filled in and not recorded yet: a paper that goes with it says what it says. */
  drafted?: Act,
): PaperSource<State> {
  const recorded = replay(procedure, entries)
  if (!recorded) throw new TypeError('A case has at least one act.')
  const state = drafted ? procedure.evolve(recorded, drafted) : recorded
  const acts = drafted ? [...entries, { ...drafted, hash: NOT_SEALED }] : entries
  return {
    ...of,
    state,
    law: ground.law,
    assessment: assessCase(procedure, ground, state, of.today),
    acts: acts.map((entry) => ({
      ...entry,
      label: actOf(procedure, entry.type)?.label.zh ?? entry.type,
    })),
  }
}

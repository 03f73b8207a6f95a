import type { Day } from '@yizhuan/kit'
import { assessCase, type Ground } from '../procedure/assess-case.ts'
import type { Entry } from '../procedure/entry.ts'
import { actOf, type Procedure, replay } from '../procedure/procedure.ts'
import type { CommonState } from '../procedure/state.ts'
import type { PaperInstitution, PaperSource } from './paper.ts'

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
): PaperSource<State> {
  const state = replay(procedure, entries)
  if (!state) throw new TypeError('A case has at least one act.')
  return {
    ...of,
    state,
    law: ground.law,
    assessment: assessCase(procedure, ground, state, of.today),
    acts: entries.map((entry) => ({
      ...entry,
      label: actOf(procedure, entry.type)?.label.zh ?? entry.type,
    })),
  }
}

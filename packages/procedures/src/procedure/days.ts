// Which day an act may bear. Acts are dated on the day they happened, so a day may lie before the
// day of recording; it may not lie before the acts that this one rests on.
import type { Day } from '@yizhuan/kit'
import { actOf, type Procedure } from './procedure.ts'
import type { CommonState } from './state.ts'

/** The first day this act may bear: that of the latest act it rests on, never before the opening, or what it took over. */
export function earliestDay<State extends CommonState>(
  procedure: Procedure<State>,
  state: State | undefined,
  type: string,
): Day | undefined {
  if (state === undefined) return undefined
  const days = [
    procedure.begins?.(state) ?? state.opened.on,
    ...(actOf(procedure, type)?.rests?.(state) ?? []),
  ]
  return days
    .filter((one) => one !== undefined)
    .sort()
    .at(-1)
}

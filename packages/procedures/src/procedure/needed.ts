// Which acts move a case on. The record allows many more: corrections, logs, tips. What is lawful the
// law says; this only tells the next step of the main line from what mends a step already taken.
import { alreadyDone, notYet } from './order.ts'
import type { Procedure } from './procedure.ts'
import type { CommonState } from './state.ts'

/** The acts that a case waits for, in their order; several where steps do not wait for each other. */
export function neededActs<State extends CommonState>(
  procedure: Procedure<State>,
  state: State,
): readonly string[] {
  if (state.status === 'suspended') return procedure.whenSuspended
  return Object.entries(procedure.acts)
    .filter(([, rule]) => rule.needed?.(state) === true)
    .map(([type]) => type)
    .filter((type) => !alreadyDone(procedure, state, type) && !notYet(procedure, state, type))
}

import type { Editable } from '../../../platform/editable.ts'
import { writers } from '../holdings.access.ts'
import { amendSpinOff } from './spin-off.commands.ts'
import { toSpinOffProblem } from './spin-off.refusals.ts'
import { fieldColumns, spinOffRegister } from './spin-off.table.ts'

/** How a company that was founded on achievements is put back to what it was. */
export const spinOffEditable: Editable = {
  register: spinOffRegister,
  access: writers,
  restorable: new Set(fieldColumns),
  async edit(tx, { clock }, by, id, { fields, reason, expectedSeq = 1 }) {
    const outcome = await amendSpinOff(tx, clock, by, id, { ...fields, reason, expectedSeq })
    return outcome.kind === 'refused' ? toSpinOffProblem(outcome.refusal) : outcome.value
  },
}

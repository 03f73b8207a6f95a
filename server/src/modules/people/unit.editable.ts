import type { Editable } from '../../platform/editable.ts'
import type { Given } from '../../platform/register.ts'
import { unitsOf } from './person.queries.ts'
import { toProblem } from './person.refusals.ts'
import { unitRegister } from './person.table.ts'
import { amendUnit, type UnitGiven } from './unit.commands.ts'

/** How departments are put back to what they were; each has its place in the tree, so each is edited alone. */
export const unitEditable: Editable = {
  register: unitRegister,
  access: ['admin'],
  restorable: new Set(unitRegister.columns),
  async namesIn(tx, institution, changes) {
    if (!changes.some(({ field }) => field === 'parentId')) return new Map()
    return new Map((await unitsOf(tx, institution)).map(({ id, name }) => [id, name]))
  },
  async edit(tx, { clock }, by, id, { fields, reason, expectedSeq }) {
    const given = fields as Given<UnitGiven>
    const outcome = await amendUnit(tx, clock, by, id, given, reason, expectedSeq)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}

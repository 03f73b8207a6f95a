import type { Editable } from '../../../platform/editable.ts'
import { writers } from '../holdings.access.ts'
import { amendSpinOff } from './spin-off.commands.ts'
import { listSpinOffs } from './spin-off.queries.ts'
import { toSpinOffProblem } from './spin-off.refusals.ts'
import { fieldColumns, spinOffRegister } from './spin-off.table.ts'
import { companyStates } from './spin-off.ts'
import { AmendSpinOffWire, SpinOffFilterWire } from './spin-off.wire.ts'

/** How companies founded on achievements are edited, many at once and back to what they were. */
export const spinOffEditable: Editable = {
  register: spinOffRegister,
  access: writers,
  many: {
    alike: [
      { field: 'state', input: 'choice', choices: companyStates },
      { field: 'stateSince', input: 'day' },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: AmendSpinOffWire.pick({ state: true, stateSince: true, remark: true }),
    filter: SpinOffFilterWire,
    async matching(tx, _desk, { institution }, filter, most) {
      const asked = { ...(filter as SpinOffFilterWire), limit: most }
      return (await listSpinOffs(tx, institution, asked)).items.map(({ id }) => id)
    },
  },
  restorable: new Set(fieldColumns),
  async edit(tx, { clock }, by, id, { fields, reason, expectedSeq = 1 }) {
    const outcome = await amendSpinOff(tx, clock, by, id, { ...fields, reason, expectedSeq })
    return outcome.kind === 'refused' ? toSpinOffProblem(outcome.refusal) : outcome.value
  },
}

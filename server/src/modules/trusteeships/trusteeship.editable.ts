import type { Editable } from '../../platform/editable.ts'
import { writers } from './trusteeship.access.ts'
import { amendTrusteeship } from './trusteeship.commands.ts'
import { toProblem } from './trusteeship.refusals.ts'
import { fieldColumns, trusteeshipRegister } from './trusteeship.table.ts'

/** What the end of an agreement wrote: an end is an act of its own and no edit takes it back. */
const ofTheEnd: ReadonlySet<string> = new Set(['endedOn', 'endReason'])

/** How an agreement that lasts is put back to what it was. */
export const trusteeshipEditable: Editable = {
  register: trusteeshipRegister,
  access: writers,
  restorable: new Set(fieldColumns.filter((field) => !ofTheEnd.has(field))),
  async edit(tx, { clock }, by, id, { fields, reason, expectedSeq = 1 }) {
    const outcome = await amendTrusteeship(tx, clock, by, id, { ...fields, reason, expectedSeq })
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}

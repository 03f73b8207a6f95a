import type { Editable } from '../../platform/editable.ts'
import { writers } from './trusteeship.access.ts'
import { amendTrusteeship } from './trusteeship.commands.ts'
import { listTrusteeships } from './trusteeship.queries.ts'
import { toProblem } from './trusteeship.refusals.ts'
import { fieldColumns, trusteeshipRegister } from './trusteeship.table.ts'
import { AmendTrusteeshipWire, payers, TrusteeshipFilterWire } from './trusteeship.wire.ts'

/** What the end of an agreement wrote: an end is an act of its own and no edit takes it back. */
const ofTheEnd: ReadonlySet<string> = new Set(['endedOn', 'endReason'])

/**
 * How agreements that last are edited, many at once and back to what they were. What is held in trust, by
 * whom and for which share each agreement says for itself.
 */
export const trusteeshipEditable: Editable = {
  register: trusteeshipRegister,
  access: writers,
  many: {
    alike: [
      { field: 'payer', input: 'choice', choices: payers, mayBeEmpty: true },
      { field: 'toDay', input: 'day', mayBeEmpty: true },
      { field: 'approvedBy', input: 'text', mayBeEmpty: true },
      { field: 'approvedOn', input: 'day', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: AmendTrusteeshipWire.pick({
      ...{ payer: true, toDay: true, approvedBy: true, approvedOn: true, remark: true },
    }),
    filter: TrusteeshipFilterWire,
    async matching(tx, { clock }, { institution }, filter, most) {
      const asked = { ...(filter as TrusteeshipFilterWire), limit: most }
      const { items } = await listTrusteeships(tx, institution, asked, clock.today())
      return items.map(({ id }) => id)
    },
  },
  restorable: new Set(fieldColumns.filter((field) => !ofTheEnd.has(field))),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const outcome = await amendTrusteeship(tx, clock, by, id, { ...fields, ...why })
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}

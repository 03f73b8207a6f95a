import type { Editable } from '../../platform/editable.ts'
import { amendInternalRule } from './internal-rule.commands.ts'
import { listRules } from './internal-rule.queries.ts'
import { toProblem } from './internal-rule.refusals.ts'
import { internalRuleRegister } from './internal-rule.table.ts'
import { AmendInternalRuleWire, InternalRuleFilterWire } from './internal-rule.wire.ts'

/** Those who keep the list of internal rules. */
export const ruleWriters = ['admin', 'tto_reviewer', 'legal'] as const

/**
 * How internal rules are edited, many at once and back to what they were: a meeting that approved several,
 * a review that put several off, a reform that ended several. Topic, title and paper are each rule's own.
 */
export const internalRuleEditable: Editable = {
  register: internalRuleRegister,
  access: ruleWriters,
  many: {
    alike: [
      { field: 'approvedBy', input: 'text', mayBeEmpty: true },
      { field: 'approvedOn', input: 'day', mayBeEmpty: true },
      { field: 'validTo', input: 'day', mayBeEmpty: true },
      { field: 'endedOn', input: 'day', mayBeEmpty: true },
      { field: 'reviewOn', input: 'day', mayBeEmpty: true },
      { field: 'remark', input: 'text', mayBeEmpty: true },
    ],
    schema: AmendInternalRuleWire.pick({
      ...{ approvedBy: true, approvedOn: true, validTo: true, endedOn: true },
      ...{ reviewOn: true, remark: true },
    }),
    filter: InternalRuleFilterWire,
    async matching(tx, { clock }, { institution }, filter, most) {
      const asked = filter as InternalRuleFilterWire
      const found = await listRules(tx, institution, asked, clock.today())
      return found.slice(0, most).map(({ id }) => id)
    },
  },
  restorable: new Set(internalRuleRegister.columns),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const outcome = await amendInternalRule(tx, clock, by, id, fields, why)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}

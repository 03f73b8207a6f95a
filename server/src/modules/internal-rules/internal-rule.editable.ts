import type { Editable } from '../../platform/editable.ts'
import { amendInternalRule } from './internal-rule.commands.ts'
import { toProblem } from './internal-rule.refusals.ts'
import { internalRuleRegister } from './internal-rule.table.ts'

/** Those who keep the list of internal rules. */
export const ruleWriters = ['admin', 'tto_reviewer', 'legal'] as const

/** How an internal rule is put back to what it was. */
export const internalRuleEditable: Editable = {
  register: internalRuleRegister,
  access: ruleWriters,
  restorable: new Set(internalRuleRegister.columns),
  async edit(tx, { clock }, by, id, { fields, ...why }) {
    const outcome = await amendInternalRule(tx, clock, by, id, fields, why)
    return outcome.kind === 'refused' ? toProblem(outcome.refusal) : outcome.value
  },
}

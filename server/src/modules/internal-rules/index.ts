import './internal-rule.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { internalRuleRoutes } from './internal-rule.routes.ts'
import { internalRuleRegister } from './internal-rule.table.ts'

export { againstRule, amendInternalRule, enterInternalRule } from './internal-rule.commands.ts'
export { internalRuleDues } from './internal-rule.dues.queries.ts'
export { internalRuleEditable } from './internal-rule.editable.ts'
export { allRules } from './internal-rule.queries.ts'
export { toProblem as internalRuleProblem } from './internal-rule.refusals.ts'
export { internalRuleRegister } from './internal-rule.table.ts'
export type { InternalRuleFields } from './internal-rule.ts'

/** The rules an institution made for itself (内部制度), against what the law asks it to have. */
export const internalRules: Module = {
  name: 'internal-rules',
  routes: internalRuleRoutes,
  searchable: [
    { kind: 'internalRule', access: 'signedIn', findAnew: findAnewIn(internalRuleRegister) },
  ],
}

import './distribution-rule.table.ts'
import type { Module } from '../../platform/module.ts'
import { ruleProblems } from './distribution-rule.refusals.ts'
import { distributionRuleRoutes } from './distribution-rule.routes.ts'

export { makeRule, type NewRule } from './distribution-rule.commands.ts'
export { purposeWords } from './distribution-rule.csv.ts'
export { distributionRulePapers } from './distribution-rule.printable.ts'
export { ruleInForce } from './distribution-rule.queries.ts'

/** How a house shares net income out by its own rule (单位分配办法): below the law, above a single plan. */
export const distributionRules: Module = {
  name: 'distribution-rules',
  problems: ruleProblems,
  routes: distributionRuleRoutes,
}

import './own-rule.table.ts'
import './policy.table.ts'
import type { Module } from '../../platform/module.ts'
import { lawRoutes } from './law.routes.ts'
import { normRoutes } from './norm.routes.ts'
import { ownRuleRoutes } from './own-rule.routes.ts'
import { problems } from './policy.refusals.ts'
import { policyRoutes } from './policy.routes.ts'

export { type Ground, groundOf, groundWith } from './ground.ts'
export { decideRule, proposeRule } from './own-rule.commands.ts'
export { lawInForce, lawOf } from './packs.ts'
export { checkReading, chosenFrom, rulesFrom } from './question.ts'

/** The policy library and the law as a service. */
export const policies: Module = {
  name: 'policies',
  problems,
  routes: (app, context) => {
    policyRoutes(app, context)
    lawRoutes(app)
    normRoutes(app)
    ownRuleRoutes(app, context)
  },
}

import './own-rule.table.ts'
import './policy.table.ts'
import './revision.table.ts'
import type { Module } from '../../platform/module.ts'
import { amendmentProblems } from './amendment.refusals.ts'
import { amendmentRoutes } from './amendment.routes.ts'
import { lawRoutes } from './law.routes.ts'
import { normRoutes } from './norm.routes.ts'
import { ownRuleRoutes } from './own-rule.routes.ts'
import { problems } from './policy.refusals.ts'
import { policyRoutes } from './policy.routes.ts'
import { recheckSubscriptions } from './recheck.ts'
import { entrustFirst } from './revision.queries.ts'
import { revisionRoutes } from './revision.routes.ts'
import { stackRoutes } from './stack.routes.ts'
import { textProblems } from './text-import.refusals.ts'
import { textImportRoutes } from './text-import.routes.ts'

export { groundOfAmendment } from './amendment.ground.ts'
export { type Ground, groundOf, groundWith } from './ground.ts'
export { decideRule, proposeRule } from './own-rule.commands.ts'
export { lawInForce, lawOf, newestPins, stackOf } from './packs.ts'
export { checkReading, chosenFrom, rulesFrom, rulesInRecord } from './question.ts'
export type { UnlawfulRule } from './recheck.ts'
export type { Pins } from './revision.ts'

/** The policy library and the law as a service. */
export const policies: Module = {
  name: 'policies',
  problems: { ...problems, ...amendmentProblems, ...textProblems },
  subscribe: recheckSubscriptions,
  found: (tx, { institution }) => entrustFirst(tx, institution),
  routes: (app, context) => {
    policyRoutes(app, context)
    lawRoutes(app)
    normRoutes(app)
    stackRoutes(app)
    ownRuleRoutes(app, context)
    revisionRoutes(app, context)
    amendmentRoutes(app, context)
    textImportRoutes(app, context)
  },
}

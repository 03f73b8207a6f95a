import './own-rules/own-rule.table.ts'
import './library/policy.table.ts'
import './revisions/revision.table.ts'
import type { Module } from '../../platform/module.ts'
import { normRoutes } from './library/norm.routes.ts'
import { problems } from './library/policy.refusals.ts'
import { policyRoutes } from './library/policy.routes.ts'
import { ownRuleRoutes } from './own-rules/own-rule.routes.ts'
import { recheckSubscriptions } from './own-rules/recheck.ts'
import { stackRoutes } from './packs/stack.routes.ts'
import { lawRoutes } from './questions/law.routes.ts'
import { amendmentProblems } from './revisions/amendment.refusals.ts'
import { amendmentRoutes } from './revisions/amendment.routes.ts'
import { entrustFirst } from './revisions/revision.queries.ts'
import { revisionRoutes } from './revisions/revision.routes.ts'
import { textProblems } from './texts/text-import.refusals.ts'
import { textImportRoutes } from './texts/text-import.routes.ts'

export { rulesGoverningOn } from './own-rules/documents.ts'
export { decideRule, proposeRule } from './own-rules/own-rule.commands.ts'
export type { UnlawfulRule } from './own-rules/recheck.ts'
export { type Ground, groundOf, groundWith, isWithoutLaw, lapsesAt } from './packs/ground.ts'
export {
  assetLists,
  chartsOfAccounts,
  disclosureLists,
  lawFor,
  lawInForce,
  lawOf,
  newestPins,
  packsByPlace,
  shippedPacks,
  stackOf,
  taxPositions,
  taxTables,
  useShippedPacks,
  workCalendar,
  workloadLists,
} from './packs/packs.ts'
export { checkReading, chosenFrom, rulesFrom, rulesInRecord } from './questions/question.ts'
export { groundOfAmendment } from './revisions/amendment.ground.ts'
export type { Pins, Revision } from './revisions/revision.ts'

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

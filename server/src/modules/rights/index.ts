import './right.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { agentProblems } from './agents/agent.refusals.ts'
import { agentRoutes } from './agents/agent.routes.ts'
import { deadlineRoutes } from './docket/deadline.routes.ts'
import { docketProblems } from './docket/docket.refusals.ts'
import { docketRoutes } from './docket/docket.routes.ts'
import { docketTask, refreshDockets, setDocketTask } from './docket/refresh.commands.ts'
import { batchProblems } from './fees/batch.refusals.ts'
import { batchRoutes } from './fees/batch.routes.ts'
import { otherFeeRoutes } from './fees/other-fee.routes.ts'
import { problems } from './right.refusals.ts'
import { rightRoutes } from './right.routes.ts'
import { rightRegister } from './right.table.ts'
import { shareProblems } from './shares/share.refusals.ts'
import { shareRoutes } from './shares/share.routes.ts'

export { recordEvent, strikeEvent } from './docket/event.commands.ts'
export { isRightOver, licencesOf, standingEvents } from './docket/event.queries.ts'
export { numberFromLedger } from './docket/law.ts'
export { relateRights, unrelateRights } from './docket/relation.commands.ts'
export { reviewRight } from './docket/review.commands.ts'
export { rightDues } from './docket/right.dues.queries.ts'
export { decideBatch, proposeBatch } from './fees/batch.commands.ts'
export { batchedFees } from './fees/batch.queries.ts'
export { toBatchProblem as batchProblem } from './fees/batch.refusals.ts'
export { feeBatchTalk } from './fees/batch.talk.queries.ts'
export { feeMoney } from './fees/posting.queries.ts'
export { takeReceipts } from './fees/receipt.commands.ts'
export { amendRight, enterRights, linkRights } from './right.commands.ts'
export { rightEditable } from './right.editable.ts'
export { rightNamed, rightsByNumber, rightsHeld, rightsOfAchievement } from './right.queries.ts'
export { toProblem as rightProblem } from './right.refusals.ts'
export { rightRegister } from './right.table.ts'
export {
  blankRight,
  type RightFields,
  rightKey,
  rightKindWords,
  rightStatusWords,
} from './right.ts'
export { statusOn } from './right-status.ts'
export {
  type BroughtTitle,
  bringTitles,
  withdrawTitles,
} from './shares/brought.commands.ts'
export {
  isReducible,
  type KnownTitle,
  reductionOn,
  titlesOf,
} from './shares/brought.queries.ts'
export { decideParties, type Party } from './shares/party.ts'
export { feeShareMoney, feesReimbursed, type ReimbursedFees } from './shares/posting.queries.ts'
export { toShareProblem as shareProblem } from './shares/share.refusals.ts'

/** The register of intellectual property rights, their docket, and the payment of their fees. */
export const rights: Module = {
  name: 'rights',
  routes: (app, context) => {
    rightRoutes(app, context)
    docketRoutes(app, context)
    deadlineRoutes(app, context)
    batchRoutes(app, context)
    otherFeeRoutes(app, context)
    shareRoutes(app, context)
    agentRoutes(app, context)
  },
  jobs: ({ clock }) => ({
    [docketTask]: (tx, { institution }) => refreshDockets(tx, clock, institution),
  }),
  problems: {
    ...problems,
    ...docketProblems,
    ...batchProblems,
    ...shareProblems,
    ...agentProblems,
  },
  found: (tx, { institution }) => setDocketTask(tx, institution, new Date(0)),
  searchable: [{ kind: 'right', access: 'signedIn', findAnew: findAnewIn(rightRegister) }],
}

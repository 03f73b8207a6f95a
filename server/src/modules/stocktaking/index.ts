import './campaign.table.ts'
import type { Module } from '../../platform/module.ts'
import { campaignRoutes } from './campaign.routes.ts'
import { partRoutes } from './part.routes.ts'
import { sleepingRoutes } from './sleeping.routes.ts'
import { problems } from './stocktaking.refusals.ts'
import { hearOfCase } from './sync.commands.ts'

export {
  type BroughtAnswer,
  bringAnswer,
  decideScores,
  withdrawAnswers,
} from './brought.commands.ts'
export { answersNamed, campaignsNamed, linesNamed, partsNamed } from './brought.queries.ts'
export { startCampaign } from './campaign.commands.ts'
export { stocktakingDues } from './campaign.dues.queries.ts'
export { dispose } from './disposition.commands.ts'
export { stockLineTalk } from './line.talk.queries.ts'
export { answerPart } from './part.commands.ts'
export { partOfPerson } from './part.queries.ts'
export type { Taker } from './stocktaking.access.ts'
export { assessmentForm } from './stocktaking.law.ts'
export { toProblem as stocktakingProblem } from './stocktaking.refusals.ts'

/** Taking stock of what the institution holds, and the patents that lie idle. */
export const stocktaking: Module = {
  name: 'stocktaking',
  problems,
  routes: (app, context) => {
    campaignRoutes(app, context)
    partRoutes(app, context)
    sleepingRoutes(app, context)
  },
  subscribe: ({ clock }) => ({ 'case.*': (tx, fact) => hearOfCase(tx, clock, fact) }),
}

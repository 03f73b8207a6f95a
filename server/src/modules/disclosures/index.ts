import './confirmation.table.ts'
import type { Module } from '../../platform/module.ts'
import { confirmationRoutes } from './confirmation.routes.ts'
import { problems } from './disclosure.refusals.ts'
import { disclosureRoutes } from './disclosure.routes.ts'
import { evaluationRoutes } from './evaluation.routes.ts'
import { feedbackRoutes } from './feedback.routes.ts'
import { linkMailTask, mailLink } from './link-mail.commands.ts'

export { askInventors } from './confirmation.commands.ts'
export { disclosureDues, toldDues } from './disclosure.dues.queries.ts'
export {
  checkedEvaluation,
  evaluate,
  evaluationsOf,
  withdrawEvaluations,
} from './evaluation.commands.ts'
export { evaluationNo } from './evaluation-no.ts'
export { answerDisclosure } from './intake.commands.ts'

/** The way of a disclosure: confirmed by its inventors, answered by the office, merged with its double. */
export const disclosures: Module = {
  name: 'disclosures',
  problems,
  routes: (app, context) => {
    disclosureRoutes(app, context)
    confirmationRoutes(app, context)
    evaluationRoutes(app, context)
    feedbackRoutes(app, context)
  },
  jobs: (context) => ({
    [linkMailTask]: (tx, { institution, payload }) =>
      mailLink(tx, context, institution, String(payload['link'])),
  }),
}

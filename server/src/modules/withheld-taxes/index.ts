import './tax.table.ts'
import type { Module } from '../../platform/module.ts'
import { answerRoutes } from './answer.routes.ts'
import { handTaxRoutes } from './hand-tax.routes.ts'
import { setOffRoutes } from './set-off.routes.ts'
import { problems } from './tax.refusals.ts'
import { taxRoutes } from './tax.routes.ts'
import { taxListRoutes } from './tax-list.routes.ts'

export { handTaxMoney } from './hand-tax.queries.ts'
export { makeRemittance } from './remittance.commands.ts'
export { remittanceMoney } from './remittance.queries.ts'
export { withheldTaxDues } from './tax.dues.queries.ts'

/** Tax withheld from rewards: what stands of it month by month, paid over by two, set off and reversed. */
export const withheldTaxes: Module = {
  name: 'withheld-taxes',
  problems,
  routes: (app, context) => {
    taxRoutes(app, context)
    setOffRoutes(app, context)
    taxListRoutes(app, context)
    answerRoutes(app, context)
    handTaxRoutes(app, context)
  },
}

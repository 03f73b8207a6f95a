import './position.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './position.refusals.ts'
import { positionRoutes } from './position.routes.ts'

export { deferralsByTransfer, deferredTax } from './deferred.view.ts'
export { answerQuestion, claimRelief } from './position.commands.ts'
export { taxDues } from './position.dues.queries.ts'
export { type ReliefClaim, reliefClaims } from './position.queries.ts'
export { nationsLaw } from './tax-case.ts'

/** Positions on tax: each gate of a relief as the law judges it, who claims it, and until when. */
export const taxPositions: Module = { name: 'tax-positions', problems, routes: positionRoutes }

import './interest.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './interest.refusals.ts'
import { interestRoutes } from './interest.routes.ts'

export { bringDeclaration, declareInterests, withdrawDeclarations } from './interest.commands.ts'
export { interestDues } from './interest.dues.queries.ts'
export { daysDeclared, declaredItems } from './interest.queries.ts'
export { toProblem as interestProblem } from './interest.refusals.ts'
export { readers as tieReaders } from './interest.routes.ts'
export { maskedName, matchedBy } from './interest.ts'
export { type InterestStanding, standingsByName } from './standing.queries.ts'

/** What ties people to enterprises (利益关联申报), beside the deals of the institution. */
export const interests: Module = { name: 'interests', problems, routes: interestRoutes }

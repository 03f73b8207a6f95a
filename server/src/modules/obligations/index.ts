import './obligation.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './obligation.refusals.ts'
import { obligationRoutes } from './obligation.routes.ts'

export { obligationDues } from './obligation.dues.queries.ts'

/** What contracts oblige somebody to do beside paying, and how it came out. */
export const obligations: Module = { name: 'obligations', problems, routes: obligationRoutes }

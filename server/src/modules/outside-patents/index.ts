import './finding.table.ts'
import type { Module } from '../../platform/module.ts'
import { findingRoutes } from './finding.routes.ts'

export { lookThrough } from './finding.commands.ts'
export { claimDues } from './finding.dues.queries.ts'

/** Patents of others in which staff may be named: found in exports, decided by officers, answered by those concerned. */
export const outsidePatents: Module = { name: 'outside-patents', routes: findingRoutes }

import './view.table.ts'
import type { Module } from '../../platform/module.ts'
import { viewRoutes } from './view.routes.ts'

export { saveView } from './view.commands.ts'

/** Views of lists that people keep under a name. */
export const views: Module = { name: 'views', routes: viewRoutes }

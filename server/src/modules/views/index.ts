import './view.table.ts'
import type { Module } from '../../platform/module.ts'
import { viewRoutes } from './view.routes.ts'

/** Views of lists that people keep under a name. */
export const views: Module = { name: 'views', routes: viewRoutes }

import type { Module } from '../../platform/module.ts'
import { workbenchRoutes } from './workbench.routes.ts'

/** The officer's first page. */
export const workbench: Module = { name: 'workbench', routes: workbenchRoutes }

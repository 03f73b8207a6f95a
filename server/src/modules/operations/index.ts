import type { Module } from '../../platform/module.ts'
import { operationsRoutes } from './operations.routes.ts'

/** How the service runs, for whoever looks after it. */
export const operations: Module = { name: 'operations', routes: operationsRoutes }

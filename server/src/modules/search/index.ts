import type { Module } from '../../platform/module.ts'
import { searchRoutes } from './search.routes.ts'

/** Looking for records of all registers at once. */
export const search: Module = { name: 'search', routes: searchRoutes }

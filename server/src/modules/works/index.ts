import type { Module } from '../../platform/module.ts'
import { workRoutes } from './work.routes.ts'

/** What persons put to use (代表作), as title reviews ask for it: drawn from the registers, nothing typed. */
export const works: Module = { name: 'works', routes: workRoutes }

import './institution.table.ts'
import type { Module } from '../../platform/module.ts'
import { institutionRoutes } from './institution.routes.ts'

export { changeProfile } from './institution.commands.ts'
export { profileOf } from './institution.queries.ts'
export { type Profile, provinces } from './institution.ts'

/** The institution itself: what it says of itself, and so which law applies to it. */
export const institutions: Module = { name: 'institutions', routes: institutionRoutes }

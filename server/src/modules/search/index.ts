import { findAnewTask } from '../../platform/find-later.ts'
import type { Module } from '../../platform/module.ts'
import { findAnew } from './find-anew.commands.ts'
import { searchRoutes } from './search.routes.ts'
import { searchables } from './sources.ts'

/** Looking for records of all registers at once. */
export const search: Module = {
  name: 'search',
  jobs: (context) => ({ [findAnewTask]: (tx, job) => findAnew(tx, context, searchables, job) }),
  routes: searchRoutes,
}

import './project.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { readsAll } from './project.queries.ts'
import { projectProblems } from './project.refusals.ts'
import { projectRoutes } from './project.routes.ts'
import { projectRegister } from './project.table.ts'

export { entryPaper } from './entry.printable.ts'
export { addEntry, enterProject } from './project.commands.ts'
export { projectEditable } from './project.editable.ts'
export { entriesByIds, fundingsFor } from './project.queries.ts'

/** Research projects and the ledger of work. */
export const projects: Module = {
  name: 'projects',
  problems: projectProblems,
  routes: projectRoutes,
  searchable: [{ kind: 'project', access: readsAll, findAnew: findAnewIn(projectRegister) }],
}

import './project.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { readsAll } from './project.queries.ts'
import { projectProblems } from './project.refusals.ts'
import { projectRoutes } from './project.routes.ts'
import { projectRegister } from './project.table.ts'

export { entryPaper } from './entry.printable.ts'
export { addEntries, enterProjects, withdrawEntries } from './many.commands.ts'
export { addEntry, amendProject, enterProject } from './project.commands.ts'
export { projectEditable } from './project.editable.ts'
export { entriesByIds, entriesOf, fundingsFor, projectsByNumber } from './project.queries.ts'
export { toProjectProblem as projectProblem } from './project.refusals.ts'
export { projectRegister } from './project.table.ts'
export { decideEntry, type Funding, type KnownEntry } from './project.ts'

/** Research projects and the ledger of work. */
export const projects: Module = {
  name: 'projects',
  problems: projectProblems,
  routes: projectRoutes,
  searchable: [{ kind: 'project', access: readsAll, findAnew: findAnewIn(projectRegister) }],
}

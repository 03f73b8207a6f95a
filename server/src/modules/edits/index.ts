import './edit.table.ts'
import type { Module } from '../../platform/module.ts'
import { editTasks } from './edit.commands.ts'
import { problems } from './edit.refusals.ts'
import { editRoutes } from './edit.routes.ts'

/** Editing many records at once, and putting one back to what it was. */
export const edits: Module = {
  name: 'edits',
  routes: editRoutes,
  jobs: editTasks,
  problems,
}

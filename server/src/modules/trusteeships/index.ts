import './trusteeship.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { readers } from './trusteeship.access.ts'
import { problems } from './trusteeship.refusals.ts'
import { trusteeshipRoutes } from './trusteeship.routes.ts'
import { trusteeshipRegister } from './trusteeship.table.ts'

export { enterTrusteeship } from './trusteeship.commands.ts'
export { trusteeshipDues } from './trusteeship.dues.queries.ts'
export { trusteeshipEditable } from './trusteeship.editable.ts'

/** Rights and achievements held in trust: who owns them, who operates them, who takes the income. */
export const trusteeships: Module = {
  name: 'trusteeships',
  problems,
  routes: trusteeshipRoutes,
  searchable: [{ kind: 'trusteeship', access: readers, findAnew: findAnewIn(trusteeshipRegister) }],
}

import './trusteeship.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { readers } from './trusteeship.access.ts'
import { problems } from './trusteeship.refusals.ts'
import { trusteeshipRoutes } from './trusteeship.routes.ts'
import { trusteeshipRegister } from './trusteeship.table.ts'

export {
  amendTrusteeship,
  checkedChange,
  checkedNew,
  enterTrusteeship,
  type Given as TrusteeshipChange,
  type Told as ToldTrusteeship,
} from './trusteeship.commands.ts'
export { trusteeshipDues } from './trusteeship.dues.queries.ts'
export { trusteeshipEditable } from './trusteeship.editable.ts'
export { trusteeshipsByNumber } from './trusteeship.queries.ts'
export { toProblem as trusteeshipProblem } from './trusteeship.refusals.ts'
export { trusteeshipRegister } from './trusteeship.table.ts'

/** Rights and achievements held in trust: who owns them, who operates them, who takes the income. */
export const trusteeships: Module = {
  name: 'trusteeships',
  problems,
  routes: trusteeshipRoutes,
  searchable: [{ kind: 'trusteeship', access: readers, findAnew: findAnewIn(trusteeshipRegister) }],
}

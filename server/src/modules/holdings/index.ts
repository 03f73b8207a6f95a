import './spin-offs/spin-off.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { findHoldingsAnew } from './holding.findable.ts'
import { holdingRoutes } from './holding.routes.ts'
import { readers } from './holdings.access.ts'
import { lifeRoutes } from './life.routes.ts'
import { problems } from './spin-offs/spin-off.refusals.ts'
import { spinOffRoutes } from './spin-offs/spin-off.routes.ts'
import { spinOffRegister } from './spin-offs/spin-off.table.ts'

export { holdingDues } from './holding.dues.queries.ts'
export { amendSpinOff, checkedSpinOff, enterSpinOff } from './spin-offs/spin-off.commands.ts'
export { spinOffDues } from './spin-offs/spin-off.dues.queries.ts'
export { spinOffEditable } from './spin-offs/spin-off.editable.ts'
export { holdingsByNumber, spinOffsByName } from './spin-offs/spin-off.queries.ts'
export { toSpinOffProblem as spinOffProblem } from './spin-offs/spin-off.refusals.ts'
export { spinOffRegister } from './spin-offs/spin-off.table.ts'
export type { SpinOffFields } from './spin-offs/spin-off.ts'

/** Equity that came from achievements, as its records say it, and the companies founded on them. */
export const holdings: Module = {
  name: 'holdings',
  problems,
  searchable: [
    { kind: 'holding', access: readers, findAnew: findHoldingsAnew },
    { kind: 'spin-off', access: readers, findAnew: findAnewIn(spinOffRegister) },
  ],
  routes: (app, context) => {
    holdingRoutes(app, context)
    lifeRoutes(app, context)
    spinOffRoutes(app, context)
  },
}

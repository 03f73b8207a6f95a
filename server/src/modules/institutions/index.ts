import './institution.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { carrierRoutes } from './carrier.routes.ts'
import { institutionRoutes } from './institution.routes.ts'
import { carrierRegister } from './institution.table.ts'
import { problems } from './standing.refusals.ts'
import { standingRoutes } from './standing.routes.ts'
import { startProblems } from './start.refusals.ts'
import { startRoutes } from './start.routes.ts'

export { amendCarrier, carriersOf, enterCarrier } from './carrier.commands.ts'
export { carrierEditable } from './carrier.editable.ts'
export { toProblem as carrierProblem } from './carrier.refusals.ts'
export { changeProfile } from './institution.commands.ts'
export { profileOf } from './institution.queries.ts'
export { carrierRegister } from './institution.table.ts'
export { type Profile, provinces } from './institution.ts'
export { enterStanding } from './standing.commands.ts'
export { institutionFactsOn, profileOn } from './standing.queries.ts'
export { platformSince } from './start.queries.ts'

/** The institution itself: what it says of itself, from which day on, and so which law applies to it. */
export const institutions: Module = {
  name: 'institutions',
  problems: { ...problems, ...startProblems },
  searchable: [{ kind: 'carrier', access: 'signedIn', findAnew: findAnewIn(carrierRegister) }],
  routes: (app, context) => {
    institutionRoutes(app, context)
    standingRoutes(app, context)
    startRoutes(app, context)
    carrierRoutes(app, context)
  },
}

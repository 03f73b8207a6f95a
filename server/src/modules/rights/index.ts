import './right.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './right.refusals.ts'
import { rightRoutes } from './right.routes.ts'

export { amendRight, enterRights, linkRights } from './right.commands.ts'
export { rightsByNumber, rightsHeld } from './right.queries.ts'
export { rightRegister } from './right.table.ts'
export { blankRight, type RightFields } from './right.ts'

/** The register of intellectual property rights. */
export const rights: Module = {
  name: 'rights',
  routes: rightRoutes,
  problems,
  searchable: [{ kind: 'right', access: 'signedIn' }],
}

import './person.table.ts'
import type { Tx } from '../../platform/database.ts'
import type { Founding, Module } from '../../platform/module.ts'
import { enterRecords, findAnewIn } from '../../platform/register.ts'
import { problems as accountProblems } from './account.refusals.ts'
import { accountRoutes } from './account.routes.ts'
import { adviserRoutes } from './adviser.routes.ts'
import { credentialRoutes } from './credential.routes.ts'
import { managerRoutes } from './manager.routes.ts'
import { openingRoutes } from './opening.routes.ts'
import { problems as personProblems } from './person.refusals.ts'
import { personRoutes } from './person.routes.ts'
import { blankPerson, personRegister, unitRegister } from './person.table.ts'
import { unitRoutes } from './unit.routes.ts'

export { adviserDues } from './adviser.dues.queries.ts'
export { enterCredential } from './credential.commands.ts'
export { credentialDues } from './credential.dues.queries.ts'
export { credentialsOf } from './credential.queries.ts'
export { toProblem as credentialProblem } from './credential.refusals.ts'
export {
  bearersOf,
  type Identity,
  identityOf,
  personsByName,
  personsNamed,
  registeredOn,
} from './identity.queries.ts'
export { type KnownPerson, personsKnownOn, transferPostsOn } from './leading.queries.ts'
export {
  enterPersons,
  enterPosts,
  enterUnits,
  withdrawCredentials,
  withdrawPosts,
} from './many.commands.ts'
export { amendPerson, enterPerson, putBackPerson, recordOpening } from './person.commands.ts'
export { personEditable } from './person.editable.ts'
export {
  emailsOf,
  hasNamesake,
  personsByStaffNumber,
  postsOf,
  type RegisteredPerson,
  unitsOf,
} from './person.queries.ts'
export { toProblem as personProblem } from './person.refusals.ts'
export { personRegister, unitRegister } from './person.table.ts'
export type { UnitWire } from './person.wire.ts'
export { endPost, enterPost, reopenPosts } from './post.commands.ts'
export { amendUnit, enterUnit } from './unit.commands.ts'
export { unitEditable } from './unit.editable.ts'

/** Who works here, who heads what, and who may sign in. */
export const people: Module = {
  name: 'people',
  searchable: [
    { kind: 'person', access: 'signedIn', findAnew: findAnewIn(personRegister) },
    { kind: 'unit', access: 'signedIn', findAnew: findAnewIn(unitRegister) },
  ],
  problems: { ...accountProblems, ...personProblems },
  routes: (app, context) => {
    personRoutes(app, context)
    openingRoutes(app, context)
    unitRoutes(app, context)
    credentialRoutes(app, context)
    managerRoutes(app, context)
    adviserRoutes(app, context)
    accountRoutes(app, context)
  },
  found: enterFirstPerson,
}

/** The first administrator is a person of the register like any other. */
async function enterFirstPerson(tx: Tx, founding: Founding): Promise<void> {
  const { institution, person, personName: name, at } = founding
  const by = { institution, person, name }
  await enterRecords(tx, personRegister, by, at, [{ id: person, fields: { ...blankPerson, name } }])
}

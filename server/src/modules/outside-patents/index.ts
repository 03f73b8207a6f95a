import './finding.table.ts'
import type { Module } from '../../platform/module.ts'
import { findAnewIn } from '../../platform/register.ts'
import { claimRoutes } from './claim.routes.ts'
import { countFound, linesFor } from './finding.found.queries.ts'
import { problems } from './finding.refusals.ts'
import { findingRoutes } from './finding.routes.ts'
import { findingRegister } from './finding.table.ts'

export { lookThrough } from './finding.commands.ts'
export { claimDues } from './finding.dues.queries.ts'
export { findingTalk } from './finding.talk.queries.ts'

/** Patents of others in which staff may be named: found in exports, decided by officers, answered by those concerned. */
export const outsidePatents: Module = {
  name: 'outside-patents',
  routes: (app, context) => {
    findingRoutes(app, context)
    claimRoutes(app, context)
  },
  problems,
  searchable: [
    {
      kind: 'outside-patent',
      access: 'signedIn',
      findAnew: findAnewIn(findingRegister),
      linesFor,
      countFound,
    },
  ],
}

import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { contractOf, contractReaders } from '../contracts/index.ts'
import { conflictsOf } from './case.grants.ts'
import { GrantConflictsWire } from './grant-conflict.wire.ts'

/**
 * `GET /contracts/:id/grant-conflicts`: which grants a contract without a case contradicts. A contract that was
 * signed is entered whatever stands beside it; a case is told before it signs.
 */
export function grantConflictRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/contracts/:id/grant-conflicts',
    {
      config: { access: contractReaders },
      schema: {
        tags: ['contracts'],
        params: RecordParamsWire,
        response: { 200: GrantConflictsWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const { institution } = caller
        const contract = await contractOf(tx, institution, request.params.id)
        // What a case signed was held against the others by its acts.
        if (!contract || contract.caseId !== null) return { items: [] }
        const found = await conflictsOf(tx, institution, contract, clock.today())
        return {
          items: found.map(({ field = null, territory = null, until = null, ...one }) => ({
            ...{ ...one, field, territory, until },
          })),
        }
      })
    },
  )
}

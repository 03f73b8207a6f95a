import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { beginClaim, endClaim } from './claim.commands.ts'
import { BeginClaimWire, ClaimBegunWire, ClaimEndedWire, EndClaimWire } from './claim.wire.ts'
import { officers } from './finding.access.ts'
import { toProblem } from './finding.refusals.ts'

const tags = ['outside-patents']
const params = RecordParamsWire

/** Claims on patents of others over HTTP: begun and ended by officers. */
export function claimRoutes(app: App, context: Context): void {
  const { db } = context
  const config = { access: officers }
  app.post(
    '/outside-patents/:id/claim',
    { config, schema: { tags, params, body: BeginClaimWire, response: { 201: ClaimBegunWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        beginClaim(tx, context, caller, request.params.id, request.body),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  app.post(
    '/outside-patents/:id/claim-end',
    { config, schema: { tags, params, body: EndClaimWire, response: { 200: ClaimEndedWire } } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        endClaim(tx, context, caller, request.params.id, request.body),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return outcome.value
    },
  )
}

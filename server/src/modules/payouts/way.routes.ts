import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { payers } from './payout.access.ts'
import { toPayoutProblem } from './payout.refusals.ts'
import { sayWays } from './way.commands.ts'
import { SayWaysWire, WaysSaidWire } from './way.wire.ts'

/** By which way payments go, over HTTP. */
export function wayRoutes(app: App, { db, clock }: Context): void {
  app.put(
    '/payouts/:id/ways',
    {
      config: { access: payers },
      bodyLimit: 5_000_000,
      schema: {
        tags: ['payouts'],
        params: RecordParamsWire,
        body: SayWaysWire,
        response: { 200: WaysSaidWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const said = await asCaller(db, caller, (tx) =>
        sayWays(tx, clock, caller, request.params.id, request.body),
      )
      if (said.kind === 'refused') throw toPayoutProblem(said.refusal)
      return said.value
    },
  )
}

import { setImmediate } from 'node:timers/promises'
import type { Day } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { groundOf, groundOfAmendment } from '../policies/index.ts'
import { AmendmentImpactQuestionWire, AmendmentImpactWire } from './amendment-impact.wire.ts'
import { pinsOf } from './case.law.queries.ts'
import { caseLine, openCases } from './case.queries.ts'
import { changesIn } from './impact.routes.ts'

/**
 * `POST /cases/impact/amendment`: what an amendment would change in the live cases and own rules of the
 * caller's institution; it writes nothing. Cases keep their revisions: this is what they would say if
 * they were moved.
 */
export function amendmentImpactRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/cases/impact/amendment',
    {
      config: { access: ['policy_officer'], rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        tags: ['cases'],
        body: AmendmentImpactQuestionWire,
        response: { 200: AmendmentImpactWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const today = clock.today()
      const { amendment, on } = request.body
      const asOf = (on !== undefined && on > today ? on : today) as Day
      return await asReader(db, caller, async (tx) => {
        const { ground, concerns, rules } = await groundOfAmendment(
          tx,
          institution,
          today,
          amendment,
        )
        const ids = concerns ? await openCases(tx, institution) : []
        const cases = []
        for (const id of ids) {
          const now = await groundOf(tx, institution, today, pinsOf(tx, institution, id, today))
          const changes = await changesIn(tx, institution, id, asOf, [now, ground])
          const line = changes.length > 0 ? await caseLine(tx, institution, id) : undefined
          if (line) cases.push({ id, number: line.number, title: line.title, changes })
          await setImmediate() // Others have their turn between two cases.
        }
        return { asOf, concerns, looked: ids.length, cases, rules: [...rules] }
      })
    },
  )
}

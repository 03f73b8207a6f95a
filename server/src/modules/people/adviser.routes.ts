import type { Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { annulEngagement, type EngagementRefusals, enterEngagement } from './adviser.commands.ts'
import { adviserColumns, adviserFilterWords } from './adviser.csv.ts'
import { advisersOn } from './adviser.queries.ts'
import { toProblem } from './adviser.refusals.ts'
import {
  AdviserFilterWire,
  AdvisersWire,
  AnnulEngagementWire,
  EngagementEnteredWire,
  EngagementParamsWire,
  EngagementsWire,
  NewEngagementWire,
} from './adviser.wire.ts'
import { PersonParamsWire } from './person.wire.ts'

const tags = ['people']
const writers: readonly Role[] = ['admin', 'tto_reviewer']

/** People from outside over HTTP: what they are engaged as, for whom, for what, and until when. */
export function adviserRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/advisers',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: AdviserFilterWire, response: { 200: AdvisersWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const items = await asReader(db, caller, (tx) =>
        advisersOn(tx, institution, clock.today(), request.query),
      )
      return { items }
    },
  )

  exportRoutes(app, context, {
    path: '/advisers',
    isPersonal: true,
    access: 'signedIn',
    filter: AdviserFilterWire,
    name: { zh: '外聘人员', en: 'advisers from outside' },
    words: adviserFilterWords,
    columns: adviserColumns,
    lines: (tx, { institution }, filter) => advisersOn(tx, institution, clock.today(), filter),
  })

  app.get(
    '/people/:id/engagements',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: PersonParamsWire, response: { 200: EngagementsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id: person } = request.params
      const items = await asReader(db, caller, (tx) =>
        advisersOn(tx, caller.institution, clock.today(), { person }),
      )
      return { items: items.map(({ person: _known, ...one }) => one) }
    },
  )

  app.post(
    '/people/:id/engagements',
    {
      config: { access: writers },
      schema: {
        tags,
        params: PersonParamsWire,
        body: NewEngagementWire,
        response: { 201: EngagementEnteredWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterEngagement(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/people/:id/engagements/:engagement/annul',
    {
      config: { access: writers },
      schema: {
        tags,
        params: EngagementParamsWire,
        body: AnnulEngagementWire,
        response: { 200: EngagementEnteredWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id: person, engagement } = request.params
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        annulEngagement(tx, clock, caller, { person, engagement, reason }),
      )
      return accepted(outcome)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, EngagementRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}

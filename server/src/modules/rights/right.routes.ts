import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { amendRight, createRight } from './right.commands.ts'
import { rightColumns } from './right.csv.ts'
import { rightEditable } from './right.editable.ts'
import { allRights, listRights, rightOf } from './right.queries.ts'
import { toProblem } from './right.refusals.ts'
import { rightRegister } from './right.table.ts'
import { blankRight } from './right.ts'
import { rightVeil } from './right.veil.queries.ts'
import {
  AmendedRightWire,
  AmendRightWire,
  CreatedRightWire,
  CreateRightWire,
  RightFilterWire,
  RightPageWire,
  RightQueryWire,
  RightWire,
} from './right.wire.ts'

const tags = ['rights']
const writers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']

/** The register of rights over HTTP: parse, call, answer. */
export function rightRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: rightRegister,
    editable: rightEditable,
    path: '/rights',
    access: 'signedIn',
    wire: { query: RightQueryWire, filter: RightFilterWire, page: RightPageWire, one: RightWire },
    list: (tx, institution, query) => listRights(tx, institution, query, clock.today()),
    all: (tx, institution, filter) => allRights(tx, institution, filter, clock.today()),
    one: (tx, institution, id) => rightOf(tx, institution, id, clock.today()),
    columns: rightColumns,
    veil: (tx, caller, id) => rightVeil(tx, caller, id, clock.today()),
    name: { zh: '知识产权', en: 'rights' },
    missing: () => toProblem({ code: 'no-such-right', facts: {} }),
  })

  app.post(
    '/rights',
    {
      config: { access: writers },
      schema: { tags, body: CreateRightWire, response: { 201: CreatedRightWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { despite, ...body } = request.body
      const told = Object.entries(body).filter(([, value]) => value !== undefined)
      const { kind, title } = body
      const fields = { ...blankRight, ...Object.fromEntries(told), kind, title }
      const outcome = await asCaller(db, caller, (tx) =>
        createRight(tx, clock, caller, fields, despite),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  app.patch(
    '/rights/:id',
    {
      config: { access: writers },
      schema: {
        tags,
        params: RecordParamsWire,
        body: AmendRightWire,
        response: { 200: AmendedRightWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { expectedSeq, reason, despite, ...fields } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        amendRight(tx, clock, caller, request.params.id, { fields, reason, expectedSeq, despite }),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return outcome.value
    },
  )
}

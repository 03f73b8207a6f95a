import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, unanswered } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { forgetDraft } from '../drafts/index.ts'
import { writers } from './case.access.ts'
import { type Accepted, type NotRecorded, openCase, performAct } from './case.commands.ts'
import { caseColumns, caseFilterWords } from './case.csv.ts'
import { caseDesk, deskOf } from './case.desk.ts'
import { allCases, caseLine, listCases } from './case.queries.ts'
import { explainNorm, readCase } from './case.reading.ts'
import { toProblem } from './case.refusals.ts'
import {
  AcceptedWire,
  AsOfWire,
  CaseFilterWire,
  CasePageWire,
  CaseParamsWire,
  CaseQueryWire,
  CaseWire,
  ExplainParamsWire,
  ExplainQueryWire,
  OpenCaseWire,
  PostActWire,
  WhyWire,
} from './case.wire.ts'
import { noteObjectorsRead } from './objectors.commands.ts'
import { recordRoutes } from './record.routes.ts'
import { actorFor } from './substitutes/acting-for.ts'
import { notNamed } from './substitutes/substitution.refusals.ts'

const readers = 'signedIn' as const

/** Transfer cases over HTTP: parse, call, answer. */
export function caseRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const tags = ['cases']
  recordRoutes(app, context)

  app.get(
    '/cases',
    {
      config: { access: readers },
      schema: { tags, querystring: CaseQueryWire, response: { 200: CasePageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listCases(tx, caller.institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/cases',
    access: readers,
    filter: CaseFilterWire,
    name: { zh: '办理事项', en: 'cases' },
    words: caseFilterWords,
    columns: caseColumns,
    lines: (tx, { institution }, filter) => allCases(tx, institution, filter),
  })

  app.post(
    '/cases',
    {
      config: { access: writers },
      schema: { tags, body: OpenCaseWire, response: { 201: AcceptedWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const opened = await asCaller(db, caller, async (tx) =>
        openCase(tx, await deskOf(tx, clock, caller.institution), caller, request.body),
      )
      return reply.code(201).send(recorded(opened))
    },
  )

  app.get(
    '/cases/:id',
    {
      config: { access: readers },
      schema: {
        tags,
        params: CaseParamsWire,
        querystring: AsOfWire,
        response: { 200: CaseWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { asOf } = request.query
      const found = await asReader(db, caller, (tx) => readCase(tx, context, caller, id, asOf))
      if (!found) throw notThere()
      if (found.objections.length > 0) await noteObjectorsRead(context, caller, found.case)
      return found
    },
  )

  app.post(
    '/cases/:id/acts',
    {
      config: { access: writers },
      schema: {
        tags,
        params: CaseParamsWire,
        body: PostActWire,
        response: { 201: AcceptedWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { expectedSeq, actingFor, ...order } = request.body
      const { id } = request.params
      const { institution, person } = caller
      const outcome = await asCaller(db, caller, async (tx) => {
        const actor =
          actingFor === undefined ? caller : await actorFor(tx, clock, caller, id, actingFor)
        if (!actor) throw notNamed()
        const desk = caseDesk(tx, clock, institution, id)
        const done = await performAct(tx, desk, actor, id, order, expectedSeq)
        const form = `case/${id}/${order.type}`
        if (done.kind === 'accepted')
          await forgetDraft(unanswered(tx), { institution, person, form })
        return done
      })
      return reply.code(201).send(recorded(outcome))
    },
  )

  app.get(
    '/cases/:id/explain/:norm',
    {
      config: { access: readers },
      schema: {
        tags,
        params: ExplainParamsWire,
        querystring: ExplainQueryWire,
        response: { 200: WhyWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id, norm } = request.params
      return await asReader(db, caller, async (tx) => {
        if (!(await caseLine(tx, caller.institution, id))) throw notThere()
        return explainNorm(tx, clock, caller, id, norm, request.query)
      })
    },
  )
}

function recorded(outcome: Accepted | NotRecorded) {
  if (outcome.kind === 'refused') throw toProblem(outcome)
  const { id, seq, hash } = outcome
  return { id, seq, hash }
}

function notThere() {
  return toProblem({ kind: 'refused', code: 'case-not-found' })
}

import type { Outcome } from '@yizhuan/kit'
import type { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { interestsInCase, interestsInContract } from './deal.queries.ts'
import { declareInterests, type InterestRefusals, revealHolder } from './interest.commands.ts'
import { interestColumns } from './interest.csv.ts'
import { countStates, interestLines, interestsOf } from './interest.queries.ts'
import { toProblem } from './interest.refusals.ts'
import {
  DealInterestsWire,
  DeclaredWire,
  DeclareWire,
  type InterestLineWire,
  InterestPageWire,
  InterestParamsWire,
  InterestQueryWire,
  PersonInterestsWire,
  RevealedHolderWire,
  RevealHolderWire,
} from './interest.wire.ts'

const tags = ['interests']

/** Who reads what others declared: those who look after deals, and those who look on. */
export const readers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'discipline', 'auditor']

/** Ties to enterprises over HTTP: declared by each for themself, read by few, matched with deals. */
export function interestRoutes(app: App, context: Context): void {
  ownRoutes(app, context)
  readRoutes(app, context)
  dealRoutes(app, context)
}

function ownRoutes(app: App, context: Context): void {
  const { db, clock, keys } = context
  app.get(
    '/interests/me',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: PersonInterestsWire } } },
    async (request) => {
      const { institution, person } = callerOf(request)
      const own = await asReader(db, callerOf(request), (tx) =>
        interestsOf(tx, institution, person, { today: clock.today(), keys }),
      )
      if (!own) throw toProblem({ code: 'not-in-register', facts: {} })
      return own
    },
  )

  app.post(
    '/interests/me',
    {
      config: { access: 'signedIn' },
      schema: { tags, body: DeclareWire, response: { 201: DeclaredWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        declareInterests(tx, context, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

function readRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const config = { access: readers }
  app.get(
    '/interests',
    {
      config,
      schema: { tags, querystring: InterestQueryWire, response: { 200: InterestPageWire } },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const all = await asReader(db, callerOf(request), (tx) =>
        interestLines(tx, institution, clock.today()),
      )
      return { items: foundBy(all, request.query), counts: countStates(all) }
    },
  )

  exportRoutes(app, context, {
    path: '/interests',
    isPersonal: true,
    access: readers,
    filter: InterestQueryWire,
    name: { zh: '利益关联申报', en: 'declarations-of-interests' },
    columns: interestColumns,
    lines: async (tx, { institution }, filter) =>
      foundBy(await interestLines(tx, institution, clock.today()), filter),
  })

  app.get(
    '/interests/:id',
    {
      config,
      schema: { tags, params: InterestParamsWire, response: { 200: PersonInterestsWire } },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, callerOf(request), (tx) =>
        interestsOf(tx, institution, id, { today: clock.today() }),
      )
      if (!found) throw notFound({ zh: '没有这个人员。', en: 'There is no such person.' })
      return found
    },
  )

  app.post(
    '/interests/reveal',
    {
      config: { access: ['discipline'], rateLimit: { max: 60, timeWindow: '1 hour' } },
      schema: { tags, body: RevealHolderWire, response: { 200: RevealedHolderWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        revealHolder(tx, context, caller, request.body),
      )
      return reply.header('cache-control', 'no-store').send(accepted(outcome))
    },
  )
}

/** The lines that a filter finds, on the page and in its sheet alike. */
function foundBy(
  lines: readonly InterestLineWire[],
  { state, q }: z.output<typeof InterestQueryWire>,
) {
  return lines.filter(
    (line) =>
      (state === undefined || line.state === state) &&
      (q === undefined || [line.person.name, ...line.enterprises].some((text) => text.includes(q))),
  )
}

function dealRoutes(app: App, { db, clock }: Context): void {
  const config = { access: readers }
  const schema = { tags, params: InterestParamsWire, response: { 200: DealInterestsWire } }
  app.get('/cases/:id/interests', { config, schema }, async (request) => {
    const found = await asReader(db, callerOf(request), (tx) =>
      interestsInCase(tx, callerOf(request), request.params.id, clock.today()),
    )
    if (!found) throw notFound({ zh: '没有这个项目。', en: 'There is no such case.' })
    return found
  })

  app.get('/contracts/:id/interests', { config, schema }, async (request) => {
    const { institution } = callerOf(request)
    const found = await asReader(db, callerOf(request), (tx) =>
      interestsInContract(tx, institution, request.params.id, clock.today()),
    )
    if (!found) throw notFound({ zh: '没有这份合同。', en: 'There is no such contract.' })
    return found
  })
}

function accepted<Value>(outcome: Outcome<Value, InterestRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}

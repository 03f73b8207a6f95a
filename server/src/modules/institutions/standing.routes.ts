import type { Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import type { App, Context } from '../../platform/module.ts'
import { annulStanding, enterStanding, type StandingRefusals } from './standing.commands.ts'
import { standingColumns } from './standing.csv.ts'
import { standingsOf } from './standing.queries.ts'
import { toProblem } from './standing.refusals.ts'
import {
  AnnulStandingWire,
  InstitutionListsWire,
  NewStandingWire,
  StandingEnteredWire,
  StandingParamsWire,
  StandingsWire,
  type StandingWire,
} from './standing.wire.ts'

const tags = ['institution']

/** What the institution was from which day on, over HTTP. */
export function standingRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/institution/lists',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: InstitutionListsWire } } },
    async () => {
      const { standings, carriers, credentials, occupations, ...rest } = institutionLists()
      const { ties, through } = rest.interests
      const kinds = { carriers: carriers.kinds, credentials: credentials.kinds }
      const lines = { occupations: occupations.lines }
      return { standings, ...kinds, ...lines, ties, through, renewal: rest.renewal }
    },
  )

  app.get(
    '/institution/standings',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: StandingsWire } } },
    async (request) => {
      const { institution } = callerOf(request)
      const items = await asReader(db, callerOf(request), (tx) => turnsOf(tx, institution))
      return { items: [...items] }
    },
  )

  exportRoutes(app, context, {
    path: '/institution/standings',
    access: 'signedIn',
    filter: z.strictObject({}),
    name: { zh: '机构身份沿革', en: 'standings' },
    columns: standingColumns,
    lines: (tx, { institution }) => turnsOf(tx, institution),
  })

  app.post(
    '/institution/standings',
    {
      config: { access: ['admin'] },
      schema: { tags, body: NewStandingWire, response: { 201: StandingEnteredWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterStanding(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/institution/standings/:id/annul',
    {
      config: { access: ['admin'] },
      schema: {
        tags,
        params: StandingParamsWire,
        body: AnnulStandingWire,
        response: { 200: StandingEnteredWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        annulStanding(tx, clock, caller, request.params.id, request.body.reason),
      )
      return accepted(outcome)
    },
  )
}

/** The turns, newest first, each with the day on which the next of its aspect holds. */
async function turnsOf(tx: Tx, institution: string): Promise<readonly StandingWire[]> {
  const all = await standingsOf(tx, institution)
  return all.map(({ was: _was, file, ...one }) => ({
    ...one,
    file: file as StandingWire['file'],
    to: all.findLast((next) => next.aspect === one.aspect && next.from > one.from)?.from ?? null,
  }))
}

function accepted<Value>(outcome: Outcome<Value, StandingRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}

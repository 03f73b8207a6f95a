import type { Refusal } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import {
  AnswerPartWire,
  LinkParamsWire,
  MyPartsWire,
  MyPartWire,
  PartParamsWire,
} from './campaign.wire.ts'
import { answerPart, type PartRefusals, shownPart, throughLink } from './part.commands.ts'
import { partOf, partsOfPerson } from './part.queries.ts'
import { toProblem } from './stocktaking.refusals.ts'

const tags = ['stocktakings']

/** Somebody opens a link a few times; who guesses links opens many. */
const open = { access: 'public', rateLimit: { max: 120, timeWindow: '10 minutes' } } as const

/** The part of an inventor over HTTP: after signing in, or by a link of their own. */
export function partRoutes(app: App, context: Context): void {
  ownParts(app, context)
  linkedParts(app, context)
}

function ownParts(app: App, { db, clock }: Context): void {
  const config = { access: 'signedIn' as const }
  const params = PartParamsWire

  app.get(
    '/stock-parts',
    { config, schema: { tags, response: { 200: MyPartsWire } } },
    async (request) => {
      const { institution, person } = callerOf(request)
      const rows = await asReader(db, callerOf(request), (tx) =>
        partsOfPerson(tx, institution, person),
      )
      return {
        items: rows.map(({ campaign, part, campaignName, dueOn, state, lines, answered }) => ({
          ...{ campaign, part, campaignName, dueOn, lines, answered },
          isOpen: state === 'open',
        })),
      }
    },
  )

  app.get(
    '/stock-parts/:id/:part',
    { config, schema: { tags, params, response: { 200: MyPartWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id, part } = request.params
      return asReader(db, caller, async (tx) =>
        shownPart(tx, caller.institution, await ownPart(tx, caller, id, part)),
      )
    },
  )

  app.post(
    '/stock-parts/:id/:part',
    { config, schema: { tags, params, body: AnswerPartWire, response: { 200: MyPartWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id, part } = request.params
      const outcome = await asCaller(db, caller, async (tx) =>
        answerPart(
          tx,
          clock,
          caller.institution,
          await ownPart(tx, caller, id, part),
          request.body,
        ),
      )
      return accepted(outcome)
    },
  )
}

/** A part is its inventor's alone. */
async function ownPart(tx: Tx, { institution, person }: Caller, id: string, part: string) {
  const row = await partOf(tx, institution, id, part)
  if (row?.personId !== person) throw missing()
  return row
}

function linkedParts(app: App, context: Context): void {
  const path = '/public/stock-parts/:institution/:token'
  const params = LinkParamsWire

  app.get(
    path,
    { config: open, schema: { tags, params, response: { 200: MyPartWire } } },
    async (request, reply) => {
      const { institution, token } = request.params
      const found = await throughLink(context, institution, token, (tx, row) =>
        shownPart(tx, institution, row),
      )
      if (!found) throw missing()
      return reply.header('cache-control', 'private, no-store').send(found)
    },
  )

  app.post(
    path,
    { config: open, schema: { tags, params, body: AnswerPartWire, response: { 200: MyPartWire } } },
    async (request, reply) => {
      const { institution, token } = request.params
      const outcome = await throughLink(context, institution, token, (tx, row) =>
        answerPart(tx, context.clock, institution, row, request.body),
      )
      if (!outcome) throw missing()
      return reply.header('cache-control', 'private, no-store').send(accepted(outcome))
    },
  )
}

const missing = () => toProblem({ code: 'no-such-part', facts: {} })

function accepted<Value>(
  outcome: { kind: 'accepted'; value: Value } | { kind: 'refused'; refusal: Refusal<PartRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
